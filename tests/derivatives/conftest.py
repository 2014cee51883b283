"""Media made for the tests, and a store to make derivatives in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from glassbox.derivatives import Label, Made, Source, Store, Use, ffmpeg, make_all
from glassbox.derivatives.running import run
from glassbox.problems import Place

GENERATED = Label(
    digital_source_type="trainedAlgorithmicMedia",
    prompt='雨夜，老木匠推门 [Push in] "a <carpenter> & apprentice"',
    writer="AI creator",
    system="A video model",
    system_version="2",
    title="Rain",
    creator="The team",
    licence="CC BY 4.0",
    credit="The festival",
    aigc='{"Label":"1","ContentProducer":"A producer"}',
)

Clip = Callable[..., Path]


@pytest.fixture(scope="session")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Clip:
    """A maker of clips: `clip("take.mp4", seconds=2, ...)`; equal wishes give the same file."""
    made: dict[object, Path] = {}

    def maker(
        name: str = "take.mp4", *, seconds: float = 2, size: str = "320x180", fps: str = "24", sound: bool = False,
        picture: str = "testsrc2", extra: tuple[str, ...] = (),
    ) -> Path:  # fmt: skip
        wish = (name, seconds, size, fps, sound, picture, extra)
        if wish not in made:
            place = tmp_path_factory.mktemp("clip")
            first = [
                "-f",
                "lavfi",
                "-i",
                f"{picture}{':' if '=' in picture else '='}duration={seconds}:size={size}:rate={fps}",
            ]
            heard = ["-f", "lavfi", "-i", f"sine=frequency=440:duration={seconds}"] if sound else []
            coding = [] if "-c:v" in extra else ["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p"]
            run(ffmpeg(), [*first, *heard, *coding, *extra, f"file:{name}"], place)
            made[wish] = place / name
        return made[wish]

    return maker


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "cache" / "media")


@pytest.fixture(scope="session")
def generated() -> Label:
    """The label of a generated take, every field filled."""
    return GENERATED


@pytest.fixture(scope="session")
def source() -> Callable[..., Source]:
    """A maker of sources: `source(path, use, label=..., moments=..., large=...)`, each of one record."""

    def maker(
        path: Path, use: Use, label: Label = GENERATED, moments: tuple[float, ...] = (), large: tuple[float, ...] = ()
    ) -> Source:
        place = Place("content/films/rain/takes.yml", 7)
        return Source(path, f"takes/{path.name}", place, use, label, moments, large, record="RN-T001")

    return maker


@pytest.fixture
def made_of(store: Store, source: Callable[..., Source]) -> Callable[..., Made]:
    """What one worker makes of one file: `made_of(path, use, ...)`."""

    def maker(path: Path, use: Use, **more: object) -> Made:
        (made,) = make_all([source(path, use, **more)], store, jobs=1)
        return made

    return maker


@pytest.fixture(scope="session")
def codes() -> Callable[[Made], list[str]]:
    """Names of the problems of a source."""
    return lambda made: [problem.code.name for problem in made.problems]
