"""Clips that play: checked after they were made, and with nothing of the source but picture and sound."""

from __future__ import annotations

import logging
import re
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import av

from glassbox.derivatives.badge import badge
from glassbox.derivatives.graph import (
    arguments,
    clip_out,
    clip_rate,
    copy_out,
    fit,
    nothing_out,
    opened,
    over,
    shaped,
    sound_out,
    still_input,
)
from glassbox.derivatives.mp4 import starts_fast
from glassbox.derivatives.probing import Probe, Video
from glassbox.derivatives.programs import FFmpeg
from glassbox.derivatives.recipes import Sound, Web
from glassbox.derivatives.running import FFmpegFailed, Said, run
from glassbox.derivatives.saving import Draft, NotAsWritten
from glassbox.derivatives.values import Remark

_LOG = logging.getLogger(__name__)
_BADGE = "badge.ppm"
_PROFILES = ("Baseline", "Constrained Baseline", "Main", "High")
_PIXELS = ("yuv420p", "yuvj420p")
_MOST_PLAYED_FPS = 60
_OWN_TAGS = {"major_brand", "minor_version", "compatible_brands"}
_OWN_WORDS = {"VideoHandler", "SoundHandler", "Lavc libx264", "und", "[0][0][0][0]"}
_DECODER = re.compile(r"^\[(?:vist#|aist#|dec:|h264|hevc|av1|vp[89]|prores|mpeg|mjpeg|aac|matroska|mov|in#)")


def web(program: FFmpeg, path: Path, found: Probe, recipe: Web, folder: Path) -> tuple[Draft, tuple[Remark, ...]]:
    """The whole film or take, and what was damaged in it. Raises FFmpegFailed, FFmpegStuck, NotAsWritten."""
    if recipe.copy_mbps and fits_web(path, found, recipe):
        try:
            draft, damage = _run(program, _copied(path, found, recipe), found, recipe.role, folder)
            if not damage:
                return draft, ()
            _LOG.debug("%s is damaged and is encoded, so that players need not mend it: %s", path, damage)
        except (FFmpegFailed, NotAsWritten) as error:
            _LOG.debug("%s cannot be copied and is encoded: %s", path, error)
        (folder / _name(recipe)).unlink(missing_ok=True)
    return _run(program, (_encoded(program, path, found, recipe, folder),), found, recipe.role, folder)


def _run(
    program: FFmpeg, outs: tuple[Any, ...], found: Probe, role: str, folder: Path
) -> tuple[Draft, tuple[Remark, ...]]:
    said = run(program, arguments(*outs), folder)
    draft = finished(folder / f"{role}.mp4", role)
    return draft, (*damage_in(said), *lost_of(found.seconds, draft.seconds or 0.0))


def _name(recipe: Web) -> str:
    return f"{recipe.role}.mp4"


def _copied(path: Path, found: Probe, recipe: Web) -> tuple[Any, Any]:
    """The copy, and a decoding into nothing, which tells what is damaged: a copy would pass it on in silence."""
    assert found.video is not None
    source = opened(path)
    sound = source[str(found.sound.index)] if found.sound else None
    plays = found.sound is not None and found.sound.codec == "aac" and found.sound.channels <= 2
    picture = source[str(found.video.index)]
    copied = copy_out(picture, sound, _name(recipe), copy_sound=plays, audio_kbps=recipe.audio_kbps)
    return copied, nothing_out(picture)


def _encoded(program: FFmpeg, path: Path, found: Probe, recipe: Web, folder: Path) -> Any:
    assert found.video is not None
    source = opened(path, found.video)
    sound = source[str(found.sound.index)] if found.sound else None
    picture = played(source[str(found.video.index)], found.video, recipe, has_zscale=_zscale(program, found.video))
    if recipe.opening_seconds:
        picture = _with_badge(picture, found.video, recipe, folder)
    coding: dict[str, Any] = {"crf": recipe.crf, "preset": recipe.preset, "audio_kbps": recipe.audio_kbps}
    return clip_out(picture, sound, _name(recipe), **coding)


def _with_badge(picture: Any, video: Video, recipe: Web, folder: Path) -> Any:
    """The words in the upper left corner, and after some seconds the picture as it is."""
    plate = badge(min(shown_size(video, recipe)))
    plate.save(folder / _BADGE, "PPM")
    edge = 2 * (plate.height // 4)
    return over(picture, still_input(_BADGE), x=edge, y=edge, seconds=recipe.opening_seconds)


def shown_size(video: Video, recipe: Web) -> tuple[int, int]:
    """Width and height of the clip that the recipe makes."""
    return fit(video.width, video.height, 1 << 20, recipe.short_px)


def sound(program: FFmpeg, path: Path, found: Probe, recipe: Sound, folder: Path) -> tuple[Draft, tuple[Remark, ...]]:
    """Sound alone, as AAC in MP4."""
    assert found.sound is not None
    heard = opened(path)[str(found.sound.index)]
    light = path.stat().st_size * 8 <= recipe.copy_kbps * 1000 * max(found.seconds, 1.0)
    copied = light and found.sound.codec == "aac" and found.sound.channels <= 2 and found.format == "mov"
    outs = [sound_out(heard, "sound.m4a", kbps=0 if copied else recipe.kbps)]
    said = run(program, arguments(*outs, *([nothing_out(heard)] if copied else [])), folder)
    draft = finished(folder / "sound.m4a", "playable", picture=False)
    return draft, (*damage_in(said), *lost_of(found.seconds, draft.seconds or 0.0))


def played(stream: Any, video: Video, recipe: Web, *, has_zscale: bool) -> Any:
    width, height = shown_size(video, recipe)
    rate = clip_rate(video.frames.rate() or video.fps, _MOST_PLAYED_FPS, least=Fraction(1, 3600))
    return shaped(stream.filter("fps", str(rate)), video, width, height, "yuv420p", has_zscale=has_zscale)


def _zscale(program: FFmpeg, video: Video) -> bool:
    return bool(video.transfer) and program.has_filter("zscale")


def fits_web(path: Path, found: Probe, recipe: Web) -> bool:
    """Whether browsers play the stream as it is: H.264, eight bits, 4:2:0, plain, within size and rate."""
    video = found.video
    return (
        video is not None
        and video.codec == "h264"
        and video.profile in _PROFILES
        and video.pixels in _PIXELS
        and video.plain
        and not video.transfer
        and video.width % 2 == 0
        and video.height % 2 == 0
        and min(video.width, video.height) <= recipe.short_px
        and max(video.width, video.height) <= recipe.short_px * 16 // 9
        and video.fps <= _MOST_PLAYED_FPS
        and found.format in ("mov", "matroska")
        and path.stat().st_size * 8 <= recipe.copy_mbps * 1e6 * max(found.seconds, 1.0)
    )


def finished(path: Path, role: str, *, picture: bool = True) -> Draft:
    """Prove the clip: it decodes, has its streams, and no tag of the source."""
    if not starts_fast(path):
        raise NotAsWritten(f"{path.name} does not start before it is whole")
    with av.open(f"file:{path}") as made:
        _check_tags(made)
        stream = made.streams.best("video" if picture else "audio")
        if stream is None:
            raise NotAsWritten(f"{path.name} holds no {'picture' if picture else 'sound'}")
        first: Any = next(iter(made.decode(stream)), None)
        if first is None:
            raise NotAsWritten(f"no part of {path.name} can be decoded")
        seconds = float(stream.duration * stream.time_base) if stream.duration and stream.time_base else 0.0
        draft = Draft(role, path.name, "video/mp4" if picture else "audio/mp4", seconds=round(seconds, 3))
        return replace(draft, width=first.width, height=first.height) if picture else draft


def _check_tags(made: Any) -> None:
    tags = dict(made.metadata)
    for stream in made.streams:
        if stream.type not in ("video", "audio"):
            raise NotAsWritten(f"a {stream.type} stream came along")
        tags |= {name: value for name, value in stream.metadata.items() if value not in _OWN_WORDS}
    if foreign := tags.keys() - _OWN_TAGS:
        raise NotAsWritten(f"tags came along: {sorted(foreign)}")


def damage_in(said: Said) -> tuple[Remark, ...]:
    """What ffmpeg said of broken media, two lines of it. A header's lie about the size (IMGUTILS) breaks nothing."""
    lines = [line for line in said.complaints if _DECODER.match(line) and "[IMGUTILS]" not in line]
    return (Remark("MEDIUM_DAMAGED", {"reason": "; ".join(lines[:2])}),) if lines else ()


def lost_of(promised: float, seconds: float) -> tuple[Remark, ...]:
    """Told where clearly less is there than was promised: no exit code says so."""
    if promised - seconds <= max(0.5, 0.02 * promised):
        return ()
    return (Remark("MEDIUM_BREAKS_OFF", {"seconds": f"{seconds:.1f}", "promised": f"{promised:.1f}"}),)
