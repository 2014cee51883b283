"""The parts of every ffmpeg graph: how a source is opened, shaped and written. Only arguments are made here.

ffmpeg-python is used for the graph alone; `running.run` starts it.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import ffmpeg

from glassbox.derivatives.limits import MAX_VIDEO_PIXELS
from glassbox.derivatives.probing import STILL_WHITELISTS, WHITELISTS, Video

SCALER = "bicubic+accurate_rnd+full_chroma_int+bitexact"  # without it, frames differ by processor
MOST_PREVIEW_FPS = 30
LEAST_FPS = Fraction(5)

_NOTHING_ELSE = {
    # No tag, chapter, subtitle or data stream of the source goes along, at any level.
    "map_metadata": -1,
    "map_metadata:s": -1,
    "map_chapters": -1,
    "dn": None,
    "sn": None,
    "fflags": "+bitexact",
    "flags:v": "+bitexact",
    "flags:a": "+bitexact",
}
_BT709 = {"color_primaries": "bt709", "color_trc": "bt709", "range": "tv"}


def opened(
    path: Path,
    video: Video | None = None,
    *,
    start: float | None = None,
    seconds: float | None = None,
    keys_only: bool = False,
) -> Any:
    """The source as an input: `file:` keeps a name like `concat:a|b` or `-y` from meaning anything.

    `video` is needed where it may consist of numbered stills.
    """
    options: dict[str, Any] = {"max_pixels": MAX_VIDEO_PIXELS, "threads": 1, "flags:v": "bitexact"}
    options |= WHITELISTS if video is None or video.still_fps is None else _of_stills(video)
    if start is not None:
        options["ss"] = f"{max(start, 0):.6f}"
    if seconds is not None:
        options["t"] = f"{seconds:.6f}"
    if keys_only:
        options["skip_frame:v"] = "nokey"
    return ffmpeg.input(f"file:{path}", **options)


def _of_stills(video: Video) -> dict[str, Any]:
    """Options for numbered stills, which `sequences` has laid out from number 1 on without a gap."""
    options: dict[str, Any] = {**STILL_WHITELISTS, "f": "image2", "pattern_type": "sequence", "start_number": 1}
    return options | {"framerate": str(video.still_fps)}


def still_input(name: str) -> Any:
    """A PPM of ours, which lies in the folder that ffmpeg works in."""
    return ffmpeg.input(f"file:{name}", f="image2", pattern_type="none", protocol_whitelist="file")


def over(stream: Any, still: Any, *, x: int, y: int, seconds: float) -> Any:
    """The still on the stream (yuv420p) for its first seconds."""
    plate = still["0"].filter("scale", flags=SCALER, out_range="tv").filter("format", "yuv420p")
    return ffmpeg.overlay(stream, plate, x=x, y=y, format="yuv420", enable=f"lt(t,{seconds})")


def shaped(stream: Any, video: Video, width: int, height: int, pixels: str, *, has_zscale: bool) -> Any:
    """Scaled to width x height with square pixels, in `pixels` (rgb24 or yuv420p), HDR brought to SDR."""
    if video.interlaced:
        stream = stream.filter("bwdif", mode="send_frame", deint="interlaced")
    if video.is_linear:
        stream = _brightened(stream)
    if video.transfer and has_zscale:
        stream = _toned(stream.filter("scale", width, height, flags=SCALER), video.transfer)
        stream, matrix = stream.filter("scale", flags=SCALER, in_color_matrix="bt709"), "bt709"
    else:
        stream, matrix = _resized(stream, video, width, height, pixels)
    stream = stream.filter("format", pixels).filter("setsar", 1)
    # The encoder believes the frames and not its own options.
    return stream if pixels == "rgb24" else stream.filter("setparams", **_BT709, colorspace=matrix)


def _resized(stream: Any, video: Video, width: int, height: int, pixels: str) -> tuple[Any, str]:
    """Scaled, and the matrix of the result. Players read it: turning one into another takes longer than decoding."""
    colours = {"in_color_matrix": video.matrix} if video.matrix_is_guessed else {}
    matrix = video.matrix or "bt709"
    if pixels != "rgb24":
        colours |= {"out_color_matrix": matrix, "out_range": "tv"}
    return stream.filter("scale", width, height, flags=SCALER, **colours), matrix


def _toned(stream: Any, transfer: str) -> Any:
    """PQ or HLG to BT.709. Scaled first: the float steps then cost a fraction."""
    light = stream.filter("zscale", tin=transfer, min="bt2020nc", pin="bt2020", t="linear", npl=100)
    toned = light.filter("format", "gbrpf32le").filter("zscale", p="bt709").filter("tonemap", "hable", desat=0)
    return toned.filter("zscale", t="bt709", m="bt709", r="tv").filter("format", "yuv420p")


def _brightened(stream: Any) -> Any:
    """Light as it is, turned into the numbers that screens show it by (IEC 61966-2-1); else it is far too dark."""
    share = "(val/maxval)"
    curve = f"maxval*if(lt({share},0.0031308),12.92*{share},1.055*pow({share},1/2.4)-0.055)"
    # The parameters go first: a scaler that believes them would brighten a second time.
    even = stream.filter("setparams", color_trc="iec61966-2-1").filter("format", "gbrp16le")
    return even.filter("lutrgb", r=curve, g=curve, b=curve)


def clip_rate(fps: Fraction, most: int = MOST_PREVIEW_FPS, least: Fraction = LEAST_FPS) -> Fraction:
    """A constant rate for a clip: the source's own, halved until it is not above `most`."""
    while fps > most:
        fps = fps / 2
    return max(fps, least).limit_denominator(3600)


def fit(width: int, height: int, long_edge: int, short_edge: int, *, even: bool = True) -> tuple[int, int]:
    """Size inside a box that turns with the picture, never enlarged; even numbers where H.264 needs them."""
    ratio = min(1.0, long_edge / max(width, height), short_edge / min(width, height))
    step = 2 if even else 1
    wide, high = (round(side * ratio / step) * step for side in (width, height))
    # Half a step up would enlarge a picture of odd size.
    return max(step, min(wide, width - width % step)), max(step, min(high, height - height % step))


def frames_out(stream: Any, pattern: str, tick: Fraction) -> Any:
    """Every frame of the stream as a PPM named by its timestamp in ticks of `tick` seconds."""
    return ffmpeg.output(
        stream, f"file:{pattern}", f="image2", frame_pts=1, fps_mode="passthrough", enc_time_base=str(tick), **_PPM
    )


def frame_out(stream: Any, name: str) -> Any:
    """The first frame of the stream as one PPM."""
    return ffmpeg.output(
        stream, f"file:{name}", f="image2", update=1, **{"frames:v": 1}, fps_mode="passthrough", **_PPM
    )


_PPM = {"c:v": "ppm", **_NOTHING_ELSE, "an": None}


def clip_out(
    picture: Any,
    sound: Any | None,
    name: str,
    *,
    crf: int,
    preset: str,
    audio_kbps: int = 128,
    most: float | None = None,
) -> Any:
    """H.264 that plays everywhere, with AAC where there is sound; cut after `most` seconds."""
    coding = {"c:v": "libx264", "profile:v": "high", "crf": crf, "preset": preset, "threads": 1}
    if most is not None:
        coding["t"] = f"{most:.6f}"
    heard: dict[str, Any] = sound_coding(audio_kbps) if sound is not None else {"an": None}
    streams = (picture,) if sound is None else (picture, sound)
    return ffmpeg.output(*streams, f"file:{name}", **coding, **heard, **_MP4)


def sound_coding(kbps: int) -> dict[str, Any]:
    return {"c:a": "aac", "b:a": f"{kbps}k", "ac": 2, "ar": 48000}


def copy_out(picture: Any, sound: Any | None, name: str, *, copy_sound: bool, audio_kbps: int) -> Any:
    """The picture's own stream, its free-text messages (SEI) removed: cameras and editors write there too."""
    coding: dict[str, Any] = {"c:v": "copy", "bsf:v": "filter_units=remove_types=6"}
    streams = (picture,) if sound is None else (picture, sound)
    if sound is None:
        coding["an"] = None
    else:
        coding |= {"c:a": "copy"} if copy_sound else sound_coding(audio_kbps)
    return ffmpeg.output(*streams, f"file:{name}", **coding, **_MP4)


def sound_out(sound: Any, name: str, *, kbps: int) -> Any:
    """AAC; `kbps` 0 takes the stream as it is."""
    return ffmpeg.output(sound, f"file:{name}", vn=None, **(sound_coding(kbps) if kbps else {"c:a": "copy"}), **_MP4)


def nothing_out(stream: Any) -> Any:
    """Decodes the stream and writes nothing."""
    return ffmpeg.output(stream, "-", f="null", **_NOTHING_ELSE)


_MP4 = {"f": "mp4", "movflags": "+faststart", "write_tmcd": 0, **_NOTHING_ELSE}
"""The container: index first, no clock, no tags; the label is put on afterwards."""


def arguments(*outputs: Any) -> list[str]:
    return [str(word) for word in ffmpeg.get_args(ffmpeg.merge_outputs(*outputs) if len(outputs) > 1 else outputs[0])]
