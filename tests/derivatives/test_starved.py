"""A machine that fell short for a while leaves no lasting trace: the next build is as if it had never happened."""

from __future__ import annotations

import json
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from glassbox.derivatives.running import FFmpegStarved, run
from making.programs import program

pytestmark = [
    pytest.mark.ffmpeg,
    pytest.mark.skipif(sys.platform != "linux", reason="limits as on Linux"),
]
MIB = 1 << 20
MAKING = textwrap.dedent(
    """
    import json, resource, sys
    from pathlib import Path
    from glassbox.derivatives import Label, Source, Store, Use, make_all
    from glassbox.problems import Place

    folder, store, name, most = Path(sys.argv[1]), Store(Path(sys.argv[2])), sys.argv[3], int(sys.argv[4])
    if most:
        resource.setrlimit(getattr(resource, name), (most, most))
    uses = {".mp4": Use.CLIP, ".png": Use.PICTURE, ".m4a": Use.AUDIO}
    files = sorted(folder.iterdir())
    sources = [Source(file, file.name, Place("takes.yml", 1), uses[file.suffix], Label(prompt="雨"), record=file.stem)
               for file in files]
    made = make_all(sources, store, jobs=2)
    print(json.dumps([[one.source.name, one.colour, [[file.name, file.bytes] for file in one.files],
                       [problem.code.name for problem in one.problems]] for one in made]))
    """
)


def built(sources: Path, store: Path, limit: str = "RLIMIT_AS", most: int = 0) -> list[list[object]] | None:
    """What became of each file; None where the whole run ended for want of something."""
    command = [sys.executable, "-c", MAKING, str(sources), str(store), limit, str(most)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    return json.loads(ended.stdout) if ended.returncode == 0 else None


@pytest.fixture(scope="module")
def sources(clip: Callable[..., Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sources")
    for name, made in {
        "LC-T001.mp4": clip(sound=True, size="1280x720"),
        "LC-T002.mp4": clip("film.mp4", seconds=24, size="640x360"),
        "LC-A001.m4a": clip("hum.m4a", sound=True, extra=("-vn", "-c:v", "none", "-c:a", "aac")),
    }.items():
        (folder / name).write_bytes(made.read_bytes())
    Image.effect_mandelbrot((2400, 1600), (-2, -1.2, 1, 1.2), 60).convert("RGB").save(folder / "LC-P001.png")
    return folder


@pytest.fixture(scope="module")
def free(sources: Path, tmp_path_factory: pytest.TempPathFactory) -> list[list[object]]:
    """What a machine with enough of everything makes."""
    made = built(sources, tmp_path_factory.mktemp("free") / "media")
    assert made is not None
    assert all(files and not problems for _, _, files, problems in made)
    return made


STARVATIONS = [
    ("RLIMIT_AS", 260 * MIB),
    ("RLIMIT_AS", 340 * MIB),
    ("RLIMIT_FSIZE", 40_000),
    ("RLIMIT_NOFILE", 14),
    *(pytest.param("RLIMIT_AS", most * MIB, marks=pytest.mark.slow) for most in range(200, 720, 40)),
    *(pytest.param("RLIMIT_FSIZE", 3 ** power, marks=pytest.mark.slow) for power in range(6, 13)),
    *(pytest.param("RLIMIT_NOFILE", count, marks=pytest.mark.slow) for count in range(6, 30, 2)),
]  # fmt: skip


@pytest.mark.parametrize(("limit", "most"), STARVATIONS)
def test_nothing_of_a_starved_build_is_remembered(
    sources: Path, free: list[list[object]], tmp_path: Path, limit: str, most: int
) -> None:
    starved = built(sources, tmp_path / "media", limit, most)
    for made in starved or ():
        assert made in free or made[3], "what was made is what a free machine makes, or its want is told"
    assert built(sources, tmp_path / "media") == free


def test_want_is_met_at_all(sources: Path, free: list[list[object]], tmp_path: Path) -> None:
    """Else the test above would prove nothing."""
    starved = built(sources, tmp_path / "media", "RLIMIT_AS", 260 * MIB)
    assert starved != free
    assert starved is None or any("GB-W117" in made[3] for made in starved)  # type: ignore[operator]


@pytest.mark.parametrize(
    "ending",
    [
        "sys.stderr.write('[vost#0 @ 0x1] [error] Error: Cannot allocate memory\\n'); sys.exit(244)",
        "sys.stderr.write('[h264 @ 0x1] [error] Cannot allocate memory\\n')",
        "os.kill(os.getpid(), 9)",
        "os.kill(os.getpid(), 15)",
        "sys.exit(1)",
    ],
)
def test_want_of_memory_is_told_from_a_fault_of_the_file(tmp_path: Path, ending: str) -> None:
    """Even where ffmpeg ends well, as it does when a decoder had no memory for some frames."""
    with pytest.raises(FFmpegStarved):
        run(program(tmp_path / "ffmpeg", f"import os, sys; {ending}"), [], tmp_path)


@pytest.mark.parametrize(
    "ending",
    [
        "signal.signal(signal.SIGXFSZ, signal.SIG_DFL); os.kill(os.getpid(), signal.SIGXFSZ)",
        "sys.exit('File too large')",
    ],
)
def test_a_limit_of_file_size_is_the_machines(tmp_path: Path, ending: str) -> None:
    with pytest.raises(OSError, match="File too large"):
        run(program(tmp_path / "ffmpeg", f"import os, signal, sys; {ending}"), [], tmp_path)
