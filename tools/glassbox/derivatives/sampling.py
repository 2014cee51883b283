"""Frames of a video as pictures: chosen by their timestamps beforehand, all of them taken in one reading.

Frames are dropped before they are scaled, and none is sought on its own: seeking exactly decodes from the last
keyframe each time, which costs 3 to 18 times one reading.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image

from glassbox.derivatives.graph import arguments, fit, frames_out, opened, shaped
from glassbox.derivatives.probing import Frames, Video
from glassbox.derivatives.programs import FFmpeg
from glassbox.derivatives.running import Said, run

SHORT_SECONDS = 12.0
_ENOUGH_KEYS = 8  # to choose among; below, one full reading gives better pictures
FRAME, CELL, LARGE = "frame-%d.ppm", "cell-%d.ppm", "large-%d.ppm"


@dataclass(frozen=True)
class Chosen:
    """The ticks of the frames to take, for each wanted moment; `keys_only` where keyframes alone serve."""

    ticks: tuple[int, ...]
    keys_only: bool


@dataclass(frozen=True)
class Pick:
    """Frames to be written as pictures, `edge` pixels on the longer side."""

    ticks: tuple[int, ...]
    edge: int
    pattern: str = FRAME


def spread(frames: Frames, count: int) -> Chosen:
    """`count` frames over the whole length, each in the middle of its part, so a fade from black is not the face."""
    keys_only = frames.seconds > SHORT_SECONDS and len(frames.keys) >= min(count, _ENOUGH_KEYS)
    moments = (frames.seconds * (place + 0.5) / count for place in range(count))
    return Chosen(tuple(frames.nearest(moment, keys=keys_only) for moment in moments), keys_only)


def selected(stream: Any, ticks: Iterable[int]) -> Any:
    """The frames with these timestamps and no others. Balanced, since the parser recurses along a chain of sums."""
    return stream.filter("select", _any_of([f"eq(pts,{tick})" for tick in sorted(set(ticks))]))


def _any_of(terms: list[str]) -> str:
    if len(terms) == 1:
        return terms[0]
    half = len(terms) // 2
    return f"({_any_of(terms[:half])}+{_any_of(terms[half:])})"


def frame_outputs(stream: Any, video: Video, picks: Sequence[Pick], *, has_zscale: bool) -> list[Any]:
    """Outputs for `taken`."""
    streams = stream.filter_multi_output("split") if len(picks) > 1 else [stream]
    return [_picked(streams[place], video, pick, has_zscale) for place, pick in enumerate(picks)]


def _picked(stream: Any, video: Video, pick: Pick, has_zscale: bool) -> Any:
    width, height = fit(video.width, video.height, pick.edge, pick.edge, even=False)
    pictures = shaped(selected(stream, pick.ticks), video, width, height, "rgb24", has_zscale=has_zscale)
    return frames_out(pictures, pick.pattern, video.frames.tick)


def sample(
    program: FFmpeg, path: Path, video: Video, picks: Sequence[Pick], folder: Path, *, keys_only: bool = False
) -> Said:
    """Take the frames in one run; they lie in `folder` for `taken`."""
    stream = opened(path, video, keys_only=keys_only)[str(video.index)]
    zscale = bool(video.transfer) and program.has_filter("zscale")
    outputs = frame_outputs(stream, video, picks, has_zscale=zscale)
    return run(program, arguments(*outputs), folder, first=("-copyts",))


def taken(folder: Path, ticks: Iterable[int], pattern: str = FRAME) -> dict[int, Image.Image]:
    """The pictures by their timestamp; a frame that did not decode is not there."""
    found = ((tick, frame_at(folder, tick, pattern)) for tick in dict.fromkeys(ticks))
    return {tick: picture for tick, picture in found if picture is not None}


def frame_at(folder: Path, tick: int, pattern: str = FRAME) -> Image.Image | None:
    path = folder / (pattern % tick)
    return _loaded(path) if path.is_file() else None


def _loaded(path: Path) -> Image.Image:
    with Image.open(path, formats=("PPM",)) as picture:
        picture.load()
        return picture.convert("RGB")
