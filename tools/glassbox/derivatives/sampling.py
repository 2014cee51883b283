"""Frames of a video as pictures: chosen by their timestamps beforehand, all of them taken in one reading.

Frames are dropped before they are scaled, and none is sought on its own: seeking exactly decodes from the last
keyframe each time, which costs 3 to 18 times one reading.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image

from glassbox.derivatives.graph import arguments, fit, frame_out, frames_out, opened, shaped
from glassbox.derivatives.probing import Frames, Video
from glassbox.derivatives.programs import FFmpeg
from glassbox.derivatives.running import Said, run

SHORT_SECONDS = 12.0
_KEYS_PER_SAMPLE = 0.8  # enough keyframes to choose among; below, one full reading gives better pictures
_FACE = "face.ppm"
_FRAME = "frame-%d.ppm"


@dataclass(frozen=True)
class Chosen:
    """The ticks of the frames to take, for each wanted moment; `keys_only` where keyframes alone serve."""

    ticks: tuple[int, ...]
    keys_only: bool


def spread(frames: Frames, count: int) -> Chosen:
    """`count` frames over the whole length, each in the middle of its part, so a fade from black is not the face."""
    keys_only = frames.seconds > SHORT_SECONDS and len(frames.keys) >= count * _KEYS_PER_SAMPLE
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


def frame_outputs(stream: Any, video: Video, edge: int, count: int, *, has_zscale: bool, face: bool) -> list[Any]:
    """Outputs for `taken`: each frame as a picture and, with `face`, the most representative of them."""
    width, height = fit(video.width, video.height, edge, edge, even=False)
    pictures = shaped(stream, video, width, height, "rgb24", has_zscale=has_zscale)
    if not face:
        return [frames_out(pictures, _FRAME, video.frames.tick)]
    parts = pictures.filter_multi_output("split")
    faces = parts[1].filter("thumbnail", max(count, 2))
    return [frames_out(parts[0], _FRAME, video.frames.tick), frame_out(faces, _FACE)]


def sample(program: FFmpeg, path: Path, video: Video, chosen: Chosen, edge: int, folder: Path, *, face: bool) -> Said:
    """Take the chosen frames in one run; they lie in `folder` for `taken` and `face_of`."""
    stream = opened(path, keys_only=chosen.keys_only)[str(video.index)]
    zscale = bool(video.transfer) and program.has_filter("zscale")
    outputs = frame_outputs(
        selected(stream, chosen.ticks), video, edge, len(set(chosen.ticks)), has_zscale=zscale, face=face
    )
    return run(program, arguments(*outputs), folder, first=("-copyts",))


def taken(folder: Path, ticks: Iterable[int]) -> dict[int, Image.Image]:
    """The pictures by their timestamp; a frame that did not decode is not there."""
    found = ((tick, frame_at(folder, tick)) for tick in dict.fromkeys(ticks))
    return {tick: picture for tick, picture in found if picture is not None}


def frame_at(folder: Path, tick: int) -> Image.Image | None:
    path = folder / (_FRAME % tick)
    return _loaded(path) if path.is_file() else None


def face_of(folder: Path) -> Image.Image | None:
    path = folder / _FACE
    return _loaded(path) if path.is_file() and path.stat().st_size else None


def _loaded(path: Path) -> Image.Image:
    with Image.open(path, formats=("PPM",)) as picture:
        picture.load()
        return picture.convert("RGB")
