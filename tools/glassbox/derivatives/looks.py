"""The face of a video: poster, stills, sprite strip and silent preview, in one reading where it is short."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise
from math import ceil
from pathlib import Path
from typing import Any

import ffmpeg
from PIL import Image

from glassbox.derivatives.clips import damage_in, finished
from glassbox.derivatives.graph import arguments, clip_out, clip_rate, fit, opened, shaped
from glassbox.derivatives.poster import poster_of
from glassbox.derivatives.probing import Video
from glassbox.derivatives.programs import FFmpeg
from glassbox.derivatives.recipes import Looks, Stills
from glassbox.derivatives.refusals import Refused
from glassbox.derivatives.running import run
from glassbox.derivatives.sampling import (
    CELL,
    FRAME,
    LARGE,
    SHORT_SECONDS,
    Chosen,
    Pick,
    frame_at,
    frame_outputs,
    sample,
    spread,
    taken,
)
from glassbox.derivatives.saving import Draft, colour_of, fitted, save_jpeg, save_webp, share_card
from glassbox.derivatives.values import Remark

_PIECES = 4  # of a long clip's preview
_PAST_THE_KEY = 0.15  # seconds; an index counts in decoding time, and a seek to the very keyframe lands one before
_PREVIEW = "preview.mp4"


@dataclass(frozen=True)
class Face:
    drafts: tuple[Draft, ...]
    colour: str
    damage: tuple[Remark, ...]


def looks(program: FFmpeg, path: Path, video: Video, recipe: Looks, folder: Path) -> Face:
    """All of the face. Raises Refused where no picture decodes, FFmpegFailed, FFmpegStuck, NotAsWritten."""
    chosen = spread(video.frames, recipe.samples)
    cells = _cells(video, recipe, chosen)
    picks = [Pick(chosen.ticks, max(*recipe.poster_px, recipe.still_px))]
    if cells != chosen.ticks:
        picks.append(Pick(cells, recipe.sprite_px, CELL))
    if video.frames.seconds <= SHORT_SECONDS:
        damage = _in_one_reading(program, path, video, recipe, picks, folder)
    else:
        damage = damage_in(sample(program, path, video, picks, folder, keys_only=chosen.keys_only))
        if chosen.keys_only and not taken(folder, chosen.ticks):  # nothing written and no error: then read it all
            damage = damage_in(sample(program, path, video, picks, folder))
        damage += _preview_of_pieces(program, path, video, recipe, folder)
    frames = taken(folder, chosen.ticks)
    poster = poster_of(frames.values())
    if poster is None:
        raise Refused("MEDIUM_HOLDS_NOTHING")
    colour = colour_of(poster)
    drafts = [save_webp(fitted(poster, edge), folder, "poster") for edge in _sizes(poster, recipe.poster_px)]
    if recipe.jpeg:
        drafts.append(save_jpeg(poster, folder, "poster"))
    if recipe.card:
        drafts.append(save_jpeg(share_card(poster, colour), folder, "card"))
    drafts += _stills(frames, chosen.ticks, video, recipe, folder)
    shown = frames if cells == chosen.ticks else taken(folder, cells, CELL)
    drafts.append(_sprite(shown or frames, cells, video, recipe, folder))
    drafts.append(finished(folder / _PREVIEW, "preview"))
    return Face(tuple(drafts), colour, damage)


def _cells(video: Video, recipe: Looks, chosen: Chosen) -> tuple[int, ...]:
    """The frames of the sprite: those looked at for the poster, or, for a film, as many as help to find a place."""
    if recipe.sprite_frames <= recipe.samples:
        return chosen.ticks[: recipe.sprite_frames]
    count = max(1, min(recipe.sprite_frames, int(video.frames.seconds)))
    moments = (video.frames.seconds * (place + 0.5) / count for place in range(count))
    return tuple(dict.fromkeys(video.frames.nearest(moment, keys=chosen.keys_only) for moment in moments))


def moments(
    program: FFmpeg, path: Path, video: Video, recipe: Stills, folder: Path
) -> tuple[tuple[Draft, ...], list[float], tuple[Remark, ...]]:
    """A still for each moment, two where a large one is wanted; the moments outside the film; what was damaged."""
    inside = [moment for moment in recipe.moments if 0 <= moment <= video.frames.seconds]
    outside = [moment for moment in recipe.moments if moment not in inside]
    if not inside:
        return (), outside, ()
    ticks = {moment: video.frames.nearest(moment) for moment in inside}
    small = {moment: (tick, FRAME) for moment, tick in ticks.items()}
    larger = max(video.width, video.height) > recipe.width_px  # a still is never enlarged
    large = {moment: (ticks[moment], LARGE) for moment in recipe.large if moment in ticks and larger}
    picks = [Pick(tuple(ticks.values()), recipe.width_px)]
    if large:
        picks.append(Pick(tuple(tick for tick, _ in large.values()), recipe.large_px, LARGE))
    said = sample(program, path, video, picks, folder)
    wanted = [*small.items(), *large.items()]
    drafts = tuple(
        save_webp(picture, folder, "still", seconds=moment)
        for moment, (tick, pattern) in wanted
        if (picture := frame_at(folder, tick, pattern)) is not None  # one at a time: a feature film has thousands
    )
    return drafts, outside, (*damage_in(said), *_missing(len(wanted) - len(drafts)))


def _missing(count: int) -> tuple[Remark, ...]:
    return (Remark("STILLS_MISSING", {"count": str(count)}),) if count else ()


def _in_one_reading(
    program: FFmpeg, path: Path, video: Video, recipe: Looks, picks: list[Pick], folder: Path
) -> tuple[Remark, ...]:
    zscale = bool(video.transfer) and program.has_filter("zscale")
    halves = opened(path, video)[str(video.index)].filter_multi_output("split")
    whole, piece = halves[0], halves[1]
    outputs = frame_outputs(whole, video, picks, has_zscale=zscale)
    start = max(0.0, (video.frames.seconds - recipe.preview_seconds) / 2)
    zero = float(video.frames.at[0] * video.frames.tick)
    begin = float(video.frames.nearest(start) * video.frames.tick) if start else zero
    cut = piece.filter("trim", start=f"{begin:.6f}", duration=recipe.preview_seconds)
    preview = _previewed(cut.filter("setpts", "PTS-STARTPTS"), video, recipe, zscale)
    clip = _preview_out(preview, recipe)
    return damage_in(run(program, arguments(*outputs, clip), folder, first=("-copyts",)))


def _preview_of_pieces(program: FFmpeg, path: Path, video: Video, recipe: Looks, folder: Path) -> tuple[Remark, ...]:
    """Pieces that begin on keyframes, spread over the clip, one after the other."""
    zscale = bool(video.transfer) and program.has_filter("zscale")
    starts, length = _pieces(video, recipe.preview_seconds)
    parts = []
    for start in starts:
        stream = opened(path, video, start=start, seconds=length)[str(video.index)]
        parts.append(_previewed(stream.filter("setpts", "PTS-STARTPTS"), video, recipe, zscale))
    joined = ffmpeg.concat(*parts, v=1, a=0) if len(parts) > 1 else parts[0]
    return damage_in(run(program, arguments(_preview_out(joined, recipe)), folder))


def _pieces(video: Video, seconds: float) -> tuple[list[float], float]:
    """Where the pieces begin (seconds from the start of the file) and how long each is."""
    frames = video.frames
    length = seconds / _PIECES
    wanted = (frames.seconds * (place + 0.5) / _PIECES for place in range(_PIECES))
    keys = [frames.moment(frames.nearest(moment, keys=True)) for moment in wanted]
    starts = sorted({min(key + _PAST_THE_KEY, max(frames.seconds - length, 0.0)) for key in keys})
    gaps = [after - before for before, after in pairwise(starts)]
    if len(starts) < _PIECES or min(gaps) < length:
        return [max(0.0, (frames.seconds - seconds) / 2)], seconds
    return starts, length


def _previewed(stream: Any, video: Video, recipe: Looks, zscale: bool) -> Any:
    width, height = fit(video.width, video.height, recipe.preview_px, recipe.preview_px)
    rate: Fraction = clip_rate(video.frames.rate() or video.fps)
    return shaped(stream.filter("fps", str(rate)), video, width, height, "yuv420p", has_zscale=zscale)


def _preview_out(picture: Any, recipe: Looks) -> Any:
    most = recipe.preview_seconds
    return clip_out(picture, None, _PREVIEW, crf=recipe.crf, preset=recipe.preset, most=most)


def _sizes(picture: Image.Image, edges: Sequence[int]) -> list[int]:
    """The wanted edges that are not larger than the picture; its own size where all are."""
    return [edge for edge in edges if edge <= max(picture.size)] or [max(picture.size)]


def _stills(
    frames: dict[int, Image.Image], ticks: Sequence[int], video: Video, recipe: Looks, folder: Path
) -> list[Draft]:
    """First, middle and last of the sampled frames (as many as asked for, each once)."""
    if not recipe.stills:
        return []
    places = [round(place * (len(ticks) - 1) / max(recipe.stills - 1, 1)) for place in range(recipe.stills)]
    wanted = dict.fromkeys(ticks[place] for place in places)
    return [
        save_webp(fitted(frames[tick], recipe.still_px), folder, "still", seconds=round(video.frames.moment(tick), 3))
        for tick in wanted
        if tick in frames
    ]


def _sprite(frames: dict[int, Image.Image], ticks: Sequence[int], video: Video, recipe: Looks, folder: Path) -> Draft:
    """The frames in rows, with the moment of each; one that did not decode repeats the one before it."""
    last = next(iter(frames.values()))
    cells = []
    for tick in ticks:
        last = frames.get(tick, last)
        cells.append(fitted(last, recipe.sprite_px))
    columns = min(recipe.sprite_columns or len(cells), len(cells))
    width, height = cells[0].size
    sheet = Image.new("RGB", (columns * width, ceil(len(cells) / columns) * height))
    for place, cell in enumerate(cells):
        sheet.paste(cell, (place % columns * width, place // columns * height))
    draft = save_webp(sheet, folder, "sprite")
    return replace(draft, moments=tuple(round(video.frames.moment(tick), 3) for tick in ticks), columns=columns)
