"""What a video or sound file really holds, read with PyAV: streams, the moments of its frames, how it is shown.

Every packet is listed and the first picture decoded, because headers lie: about size, length, and whether there is
a picture at all.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import av
import av.logging

from glassbox.derivatives.limits import MAX_VIDEO_PIXELS
from glassbox.derivatives.refusals import Refused

FORMATS = "mov,matroska,webm,mxf,avi,flv,mpegts,mpeg,wav,mp3,ogg,aac,flac,aiff"
"""Containers that are read. A playlist, a concat list or an SVG under a false name is none of them."""
WHITELISTS = {"protocol_whitelist": "file", "format_whitelist": FORMATS}

STILL_WHITELISTS = {"protocol_whitelist": "file", "format_whitelist": "image2"}
"""For numbered stills alone, of which every file is named."""

_CLIP_OPTIONS = WHITELISTS | {"probesize": "20000000", "analyzeduration": "20000000"}
_HDR = {16: "smpte2084", 18: "arib-std-b67"}  # AVCOL_TRC_*: PQ and HLG
_UNSAID = 2
_MATRICES = {1: "bt709", 5: "bt470bg", 6: "smpte170m"}  # AVCOL_SPC_*
_NOT_A_CONTAINER = "playlist, SDP, subtitles"
_LAST_RESORT_FPS = Fraction(25)


@dataclass(frozen=True)
class Frames:
    """When the frames are shown: rising, in ticks of `tick` seconds; `keys` are those that need no other frame."""

    tick: Fraction
    at: tuple[int, ...]
    keys: tuple[int, ...]
    seconds: float
    """From the first frame to the end of the last."""

    def nearest(self, moment: float, *, keys: bool = False) -> int:
        """The tick of the frame that is on screen `moment` seconds after the first one."""
        frames = self.keys if keys else self.at
        step = self.seconds / max(len(self.at), 1)
        # A quarter frame of grace: 1.0416 typed for 1/24 must not fall one frame short.
        place = bisect_right(frames, self.at[0] + float(moment + step / 4) / self.tick)
        return frames[max(place - 1, 0)]

    def rate(self) -> Fraction | None:
        """Frames a second by their usual distance; None where the distances are equal and the header may say."""
        gaps = sorted(after - before for before, after in pairwise(self.at))
        if not gaps or gaps[-1] * 2 <= gaps[0] * 3:
            return None
        usual = gaps[len(gaps) // 2]
        return Fraction(1 / (usual * self.tick)).limit_denominator(1001)

    def moment(self, tick: int) -> float:
        """Seconds from the first frame to this one."""
        return float((tick - self.at[0]) * self.tick)


@dataclass(frozen=True)
class Video:
    index: int
    codec: str
    profile: str
    pixels: str
    width: int
    """As shown: turned, with square pixels."""
    height: int
    plain: bool
    """Shown as stored: not turned, square pixels, progressive."""
    interlaced: bool
    fps: Fraction
    frames: Frames
    transfer: str = ""
    """`smpte2084` or `arib-std-b67` for HDR, else empty."""
    matrix: str = ""
    """`bt709`, `smpte170m` or `bt470bg`; by the size where the file does not say, empty where it says another."""
    matrix_is_guessed: bool = False
    still_fps: Fraction | None = None
    """Frames a second of numbered stills; None for what is a clip by itself."""
    is_linear: bool = False
    """Stills that hold light as it is and not as it is shown: OpenEXR."""


@dataclass(frozen=True)
class Sound:
    index: int
    codec: str
    channels: int
    rate: int


@dataclass(frozen=True)
class Probe:
    format: str
    seconds: float
    promised: float | None
    """What the header says of the length, where it says anything."""
    video: Video | None = None
    sound: Sound | None = None
    tags: dict[str, str] = field(default_factory=dict)


def probe(path: Path) -> Probe:
    """Streams, sizes, frames and true length. Raises Refused for what cannot be read."""
    av.logging.set_level(None)
    with _opened(path) as container:
        picture, sound = _picture_stream(container), container.streams.best("audio")
        if picture is None and sound is None:
            raise Refused("MEDIUM_HOLDS_NOTHING")
        video = promised = None
        if picture is not None:
            video, promised = _video(container, picture), _length(picture)
            seconds = video.frames.seconds
        else:
            assert sound is not None
            seconds, promised = _sound_seconds(container, sound), _length(sound)
        heard = _sound(sound) if sound is not None else None
        return Probe(container.format.name.partition(",")[0], seconds, promised, video, heard, dict(container.metadata))


def probe_still(path: Path, fps: Fraction, count: int) -> Video:
    """The clip that `count` stills like this one make. Raises Refused."""
    av.logging.set_level(None)
    options = {"pattern_type": "none", "framerate": str(fps)}
    with _opened(path, format="image2", options=STILL_WHITELISTS | options) as container:
        video = _video(container, container.streams.video[0])
    at = tuple(range(count))
    frames = Frames(1 / fps, at, at, float(count / fps))
    return replace(video, fps=fps, frames=frames, still_fps=fps, is_linear=video.codec == "exr")


@contextmanager
def _opened(path: Path, format: str | None = None, options: dict[str, str] = _CLIP_OPTIONS) -> Iterator[Any]:
    try:
        with av.open(f"file:{path}", format=format, options=options, metadata_errors="replace") as container:
            yield container
    except (av.error.ArgumentError, av.error.PermissionError) as error:
        # What the lists of containers and protocols keep out: playlists, stream descriptions, subtitles.
        raise Refused("MEDIUM_KIND_NOT_READ", kind=_NOT_A_CONTAINER) from error
    except (MemoryError, av.error.BlockingIOError):
        raise  # the machine's fault; PyAV's are errors of FFmpeg too
    except (av.error.FFmpegError, ValueError) as error:
        raise Refused("MEDIUM_UNREADABLE", reason=getattr(error, "strerror", None) or str(error)) from error


def _picture_stream(container: Any) -> Any | None:
    """The moving picture; the cover of a song is none."""
    best = container.streams.best("video")
    if best is None or best.disposition & av.stream.Disposition.attached_pic:
        return None
    return best


def _video(container: Any, stream: Any) -> Video:
    context = stream.codec_context
    if context is None:
        raise Refused("MEDIUM_KIND_NOT_READ", kind=str(stream.type))
    _check_pixels(context.width, context.height)
    context.thread_count = 1
    context.options = {"max_pixels": str(MAX_VIDEO_PIXELS)}
    frame, frames = _frames(container, stream)
    if frame is None or not frames.at:
        raise Refused("MEDIUM_HOLDS_NOTHING")
    _check_pixels(frame.width, frame.height)
    width, height = _shown(frame, stream)
    square = (width, height) == (frame.width, frame.height)
    transfer = _HDR.get(int(frame.color_trc), "")
    guess = ("bt709" if frame.height >= 720 else "smpte170m") if int(frame.colorspace) == _UNSAID else ""
    return Video(
        index=stream.index,
        codec=context.codec.canonical_name,
        profile=context.profile or "",
        pixels=frame.format.name,
        width=width,
        height=height,
        plain=square and not frame.rotation and not frame.interlaced_frame,
        interlaced=bool(frame.interlaced_frame),
        fps=_fps(stream, frames),
        frames=frames,
        transfer=transfer,
        matrix=_MATRICES.get(int(frame.colorspace), "") or guess,
        matrix_is_guessed=bool(guess),
    )


def _check_pixels(width: int, height: int) -> None:
    if width * height > MAX_VIDEO_PIXELS:
        most = f"{MAX_VIDEO_PIXELS // 1_000_000} megapixels"
        raise Refused("MEDIUM_TOO_LARGE", reason=f"{width}×{height} px", most=most)


def _frames(container: Any, stream: Any) -> tuple[Any | None, Frames]:
    """The first picture that decodes, and the list of all frames. A file that breaks off gives what it has."""
    first, shown, keys, count, last_dts, turned_back = None, [], [], 0, None, False
    final = (-1 << 63, 0)  # the frame shown last, and for how long
    try:
        for packet in container.demux(stream):
            if packet.size and not packet.is_discard:
                count += 1
                at = packet.pts if packet.pts is not None else packet.dts
                if at is not None:
                    shown.append(at)
                    final = max(final, (at, packet.duration or 0))
                    if packet.is_keyframe:
                        keys.append(at)
                if packet.dts is not None:
                    turned_back |= last_dts is not None and packet.dts < last_dts
                    last_dts = packet.dts
            if first is None:
                first = _decoded(packet)
    except (av.error.InvalidDataError, av.error.EOFError):
        if not shown:
            raise
    tick = stream.time_base or Fraction(1, 1000)
    return first, _listed(shown, keys, tick, final[1], count if turned_back else 0, stream)


def _decoded(packet: Any) -> Any | None:
    try:
        return next(iter(packet.decode()), None)
    except MemoryError:
        raise
    except av.error.FFmpegError:
        return None  # a broken first packet; a later one may decode


def _listed(shown: list[int], keys: list[int], tick: Fraction, final: int, count: int, stream: Any) -> Frames:
    at = tuple(sorted(set(shown)))
    if not at:
        return Frames(tick, (), (), 0.0)
    rate = stream.average_rate or stream.guessed_rate or _LAST_RESORT_FPS
    last = final or round(1 / rate / tick)
    seconds = float((at[-1] - at[0] + last) * tick)
    if count:  # clips glued together, whose clocks begin anew: only counting tells the length
        seconds = max(seconds, float(count / rate))
    return Frames(tick, at, tuple(sorted(set(keys))), seconds)


def _shown(frame: Any, stream: Any) -> tuple[int, int]:
    """Width and height on screen. A ratio of pixels beyond 1:4 is damage, not a lens."""
    ratio = stream.sample_aspect_ratio or Fraction(1)
    width, height = frame.width, frame.height
    if Fraction(1, 4) <= ratio <= 4:
        wide = round(width * ratio)
        width = wide if abs(wide - width) > 2 else width  # 853×479 with 1280:1281 is a rounding, not a shape
    return (height, width) if abs(frame.rotation) == 90 else (width, height)


def _fps(stream: Any, frames: Frames) -> Fraction:
    counted = Fraction(len(frames.at) / frames.seconds).limit_denominator(1001) if frames.seconds else Fraction(0)
    rate = stream.average_rate or counted
    return Fraction(rate) if rate and rate > 0 else _LAST_RESORT_FPS


def _length(stream: Any) -> float | None:
    return float(stream.duration * stream.time_base) if stream.duration and stream.time_base else None


def _sound_seconds(container: Any, stream: Any) -> float:
    first = last = None
    for packet in container.demux(stream):
        if packet.size and packet.pts is not None:
            first = packet.pts if first is None else first
            last = packet.pts + (packet.duration or 0)
    if first is None or last is None:
        raise Refused("MEDIUM_HOLDS_NOTHING")
    return float((last - first) * stream.time_base)


def _sound(stream: Any) -> Sound | None:
    context = stream.codec_context
    if context is None or not context.channels:
        return None
    return Sound(stream.index, context.codec.canonical_name, context.channels, context.sample_rate)
