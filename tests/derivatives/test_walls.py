"""A decoder that a broken file has taken over reads nothing but its source, and reaches nobody."""

from __future__ import annotations

import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from glassbox.derivatives import FFmpeg, Made, Source, Store, Use, ffmpeg, make_all
from glassbox.derivatives import programs as finding
from glassbox.derivatives.running import run
from glassbox.derivatives.walls import version

pytestmark = pytest.mark.skipif(version() < 1, reason="a Linux with Landlock")
SHELL = shutil.which("bash") or ""
NEEDS_SHELL = pytest.mark.skipif(not SHELL.startswith(("/usr", "/bin")), reason="bash, as a program of the system")


def possessed(path: Path, words: str) -> FFmpeg:
    """A decoder that does these words once it is given a file; asked for its version, it is as any other."""
    path.write_text(f'#!{SHELL}\n[ "$2" = -version ] && echo "ffmpeg version 1" && exit\n{words}\nexit 0\n')
    path.chmod(0o755)
    return FFmpeg(path, pinned=False)


@NEEDS_SHELL
def test_it_reads_its_source_and_writes_its_folder_and_sees_nothing_else(tmp_path: Path) -> None:
    folder, beside = tmp_path / "work", tmp_path / "beside"
    folder.mkdir()
    beside.mkdir()
    (beside / "take.mp4").write_text("a take")
    (beside / "secret.txt").write_text("a secret")
    words = f"""
        cat {beside}/take.mp4 > {folder}/read
        cat {beside}/secret.txt > {folder}/secret
        echo {beside}/* > {folder}/names
        cat /etc/passwd > {folder}/people
        echo overwritten > {beside}/take.mp4
        echo planted > {beside}/planted
        mv {folder}/read {beside}/moved
    """
    taken = possessed(tmp_path / "ffmpeg", words)
    assert taken.is_walled
    run(taken, ["-i", f"file:{beside}/take.mp4"], folder)
    assert (folder / "read").read_text() == "a take"
    assert (folder / "secret").read_text() == (folder / "people").read_text() == ""
    assert (folder / "names").read_text().strip() == f"{beside}/*"  # the shell could not list it
    assert sorted(path.name for path in beside.iterdir()) == ["secret.txt", "take.mp4"]
    assert (beside / "take.mp4").read_text() == "a take"


@NEEDS_SHELL
@pytest.mark.skipif(version() < 4, reason="a Landlock that knows of the network")
def test_it_calls_nobody(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        call = f"exec 3<>/dev/tcp/127.0.0.1/{listening.getsockname()[1]} && echo answered > {tmp_path}/answer"
        subprocess.run([SHELL, "-c", call], check=True)
        (tmp_path / "answer").unlink()  # so it would, without walls
        run(possessed(tmp_path / "ffmpeg", call), [], tmp_path)
    assert not (tmp_path / "answer").exists()


@pytest.fixture
def no_walls(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    finding._starts_inside.cache_clear()
    monkeypatch.setattr(finding, "version", lambda: 0)
    yield
    finding._starts_inside.cache_clear()


@pytest.mark.ffmpeg
def test_the_ffmpeg_of_the_lock_stands_in_walls() -> None:
    assert ffmpeg().is_walled


@pytest.mark.ffmpeg
@pytest.mark.usefixtures("no_walls")
def test_without_walls_the_same_bytes_are_made(
    clip: Callable[..., Path], source: Callable[..., Source], made_of: Callable[..., Made], tmp_path: Path
) -> None:
    path = clip(seconds=1, sound=True)
    walled = made_of(path, Use.CLIP)  # by workers, which find walls for themselves
    assert not ffmpeg().is_walled
    with ThreadPoolExecutor(1) as here:
        (bare,) = make_all([source(path, Use.CLIP)], Store(tmp_path / "bare"), jobs=1, executor=here)
    assert [file.path.read_bytes() for file in bare.files] == [file.path.read_bytes() for file in walled.files]


@NEEDS_SHELL
def test_a_program_that_keeps_its_libraries_elsewhere_runs_without_walls(tmp_path: Path) -> None:
    """Better a decoder with its other limits than none."""
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "version").write_text("ffmpeg version 2")
    path = tmp_path / "ffmpeg"
    path.write_text(f"#!{SHELL}\ncat {tmp_path}/lib/version > {tmp_path}/out; cat {tmp_path}/lib/version\n")
    path.chmod(0o755)
    odd = FFmpeg(path, pinned=False)
    assert not odd.is_walled
    run(odd, [], tmp_path)
    assert (tmp_path / "out").read_text() == "ffmpeg version 2"
