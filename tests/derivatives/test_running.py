"""ffmpeg is started in one place, inside its limits, and never outlives us."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

import glassbox.derivatives
from glassbox.derivatives import FFmpeg, NoFFmpeg, Source, Store, Use, ffmpeg, make_all
from glassbox.derivatives import programs as finding
from glassbox.derivatives.running import FFmpegFailed, FFmpegStuck, run
from making.programs import program

pytestmark = [
    pytest.mark.ffmpeg,
    pytest.mark.skipif(sys.platform != "linux", reason="signals and /proc as on Linux"),
]
ROOM = Path(glassbox.derivatives.__file__).parent


def test_ffmpeg_is_started_in_one_place_only() -> None:
    starting = {
        path.name for path in ROOM.rglob("*.py") if re.search(r"Popen|subprocess\.run|os\.system", path.read_text())
    }
    assert starting == {"running.py", "programs.py"}  # the latter asks for version and filters


def test_an_ffmpeg_that_makes_no_headway_is_ended(tmp_path: Path) -> None:
    stuck = program(tmp_path / "ffmpeg", "import time; time.sleep(600)")
    with pytest.raises(FFmpegStuck, match="no progress"):
        run(stuck, [], tmp_path, quiet=0.5)


def test_an_ffmpeg_that_only_says_that_it_lives_is_ended(tmp_path: Path) -> None:
    talking = program(
        tmp_path / "ffmpeg",
        """
        import time
        while True:
            print("frame=7\\nout_time_us=N/A\\nspeed=0.1x\\nprogress=continue", flush=True)
            time.sleep(0.1)
        """,
    )
    with pytest.raises(FFmpegStuck):
        run(talking, [], tmp_path, quiet=1.0)


def test_a_flood_of_complaints_fills_no_memory_and_its_end_is_told(tmp_path: Path) -> None:
    loud = program(
        tmp_path / "ffmpeg",
        """
        import sys
        for number in range(400_000):
            sys.stderr.write(f"[h264 @ 0x55aa{number:08x}] [error] line\\n")
        sys.stderr.write("[in#0 @ 0x1] [error] the last word of file:/home/someone/films/take.mp4\\n")
        sys.exit(7)
        """,
    )
    with pytest.raises(FFmpegFailed) as told:
        run(loud, [], tmp_path)
    assert "the last word of take.mp4" in str(told.value)
    assert "0x" not in str(told.value)
    assert "/home" not in str(told.value)
    assert len(str(told.value)) < 1000


def test_a_full_disk_is_the_disks_fault_and_not_the_films(tmp_path: Path) -> None:
    full = program(
        tmp_path / "ffmpeg",
        "import sys; sys.stderr.write('[out#0 @ 0x1] [error] Error: No space left on device\\n'); sys.exit(1)",
    )
    with pytest.raises(OSError, match="No space left"):
        run(full, [], tmp_path)


def test_where_ffmpeg_comes_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for function in (ffmpeg, finding._filters):
        function.cache_clear()
    named = program(tmp_path / "mine", "print('ffmpeg version mine')")
    monkeypatch.setenv("GLASSBOX_FFMPEG", str(named.path))
    try:
        assert ffmpeg() == FFmpeg(named.path, pinned=True)
        assert ffmpeg().version == "ffmpeg version mine"
        ffmpeg.cache_clear()
        monkeypatch.setenv("GLASSBOX_FFMPEG", str(tmp_path / "nowhere"))
        with pytest.raises(NoFFmpeg, match=r"tools/run\.py"):
            ffmpeg()
        monkeypatch.delenv("GLASSBOX_FFMPEG")
        monkeypatch.setattr(finding, "_brought", lambda: None)
        monkeypatch.setenv("PATH", str(tmp_path))
        with pytest.raises(NoFFmpeg, match="GLASSBOX_FFMPEG"):
            ffmpeg()
        named.path.rename(tmp_path / "ffmpeg")
        assert ffmpeg() == FFmpeg(tmp_path / "ffmpeg", pinned=False)
    finally:
        ffmpeg.cache_clear()


BUILD = """
import sys
from pathlib import Path
from glassbox.derivatives import Label, Source, Store, Use, make_all
from glassbox.problems import Place
if __name__ == "__main__":
    sources = [Source(Path(path), Path(path).name, Place("takes.yml"), Use.CLIP) for path in sys.argv[2:]]
    make_all(sources, Store(Path(sys.argv[1])), jobs=2)
"""


def children_in(folder: Path) -> list[int]:
    """Processes that work in the folder (a worker's ffmpeg has its drafts there)."""
    found = []
    for place in Path("/proc").iterdir():
        try:
            if place.name.isdecimal() and Path(os.readlink(place / "cwd")).is_relative_to(folder):
                found.append(int(place.name))
        except OSError:
            continue
    return found


def until(true: Callable[[], object], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        time.sleep(0.01)


@pytest.mark.parametrize("ending", [signal.SIGKILL, signal.SIGINT])
def test_a_build_that_is_ended_leaves_no_ffmpeg_and_the_next_one_gives_the_same_bytes(
    clip: Callable[..., Path], source: Callable[..., Source], tmp_path: Path, ending: signal.Signals
) -> None:
    takes = [clip(seconds=6, size="640x360"), clip(seconds=7, size="640x360")]
    (tmp_path / "build.py").write_text(BUILD)
    store = tmp_path / "cut"
    command = [sys.executable, str(tmp_path / "build.py"), str(store), *map(str, takes)]
    build = subprocess.Popen(command, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    until(lambda: children_in(store))
    build.send_signal(ending)
    build.wait(timeout=60)
    until(lambda: not children_in(store))
    assert not list(store.glob("[0-9a-f]*/*/playable.mp4"))  # it was in the middle of these
    for folder in (store, tmp_path / "clean"):
        make_all([source(path, Use.CLIP) for path in takes], Store(folder), jobs=2)
    until(lambda: Store(store).sweep() or not list((store / ".making").iterdir()))
    assert tree(store) == tree(tmp_path / "clean")


def is_encoding_or_done(build: subprocess.Popen[bytes], store: Path) -> bool:
    return bool(children_in(store)) or build.poll() is not None


@pytest.mark.slow
def test_twenty_builds_killed_in_the_middle_of_an_encode_leave_nothing_wrong(
    clip: Callable[..., Path], source: Callable[..., Source], tmp_path: Path
) -> None:
    """Each goes on where the last one was cut off, and each is cut off a little later."""
    takes = [clip(seconds=seconds, size="640x360") for seconds in (4, 5, 6)]
    (tmp_path / "build.py").write_text(BUILD)
    store = tmp_path / "cut"
    killed = 0
    for turn in range(20):
        command = [sys.executable, str(tmp_path / "build.py"), str(store), *map(str, takes)]
        if turn % 4 == 0 and store.exists():
            shutil.rmtree(store)  # so that there is always something left to encode
        build = subprocess.Popen(command, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        until(partial(is_encoding_or_done, build, store))
        time.sleep(turn % 4 * 0.15)
        build.send_signal(signal.SIGKILL)
        killed += build.wait(timeout=60) == -signal.SIGKILL
        until(lambda: not children_in(store))
    assert killed >= 15
    for folder in (store, tmp_path / "clean"):
        made = make_all([source(path, Use.CLIP) for path in takes], Store(folder), jobs=2)
        assert all(one.files and not one.problems for one in made)
    until(lambda: Store(store).sweep() or not list((store / ".making").iterdir()))
    clean = tree(tmp_path / "clean")
    assert {name: data for name, data in tree(store).items() if name in clean} == clean
    Store(store).prune(make_all([source(path, Use.CLIP) for path in takes], Store(store), jobs=2))
    assert tree(store) == clean


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of the store but the hints, by name."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "seen.json"
    }
