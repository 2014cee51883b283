"""Storyboards: a painted frame redrawn in pencil, with a frame line, arrows in red and notes in the margin."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from sample.lens import Picture
from sample.lettering import Stroke, written
from sample.paint import Array, Stage, chance, noise
from sample.panels import Arrow, Panel

PANEL = Stage(900, 376)
_LEFT, _TOP = 30, 46
_RED, _LEAD = (176, 54, 40), (52, 54, 62)


def drawn(picture: Picture, panel: Panel, seed: int, stage: Stage = PANEL) -> Image.Image:
    """The sheet for one panel: paper, pencil, notes. Few colours, so that the file stays small.

    `picture` has the size of `stage`, whose aspect ratio is the film's.
    """
    sheet = np.asarray(_paper((stage.width + 60, stage.height + 144), seed)).astype(np.float32)
    area = sheet[_TOP : _TOP + stage.height, _LEFT : _LEFT + stage.width]
    graphite = _graphite(picture, seed, stage)[..., None]
    area[:] = area * (1 - 0.90 * graphite) + np.array(_LEAD, np.float32) * 0.90 * graphite
    image = Image.fromarray(np.clip(sheet, 0, 255).astype(np.uint8))
    draw = ImageDraw.Draw(image)
    dice = chance(seed, 21)
    _frame_line(draw, stage, dice)
    for line in panel.lines:
        _line(draw, stage, line, dice)
    for arrow in panel.arrows:
        _arrow(draw, stage, arrow, dice)
    for x, y, r in panel.rings:
        _ring(draw, stage, x, y, r, dice)
    _write(draw, panel.head, _LEFT + 4, 16, 15, _LEAD, seed)
    for row, note in enumerate(panel.notes):
        _write(
            draw,
            note,
            _LEFT + 8,
            _TOP + stage.height + 22 + 30 * row,
            14,
            _RED if note.startswith(">") else _LEAD,
            seed + row,
        )
    return image.quantize(palette=_palette(), dither=Image.Dither.NONE)


@lru_cache(maxsize=1)
def _palette() -> Image.Image:
    """From lead to paper in sixteen steps, from red to paper in eight."""
    paper = np.array([236, 230, 216])
    ramps = [np.array(_LEAD) + (paper - np.array(_LEAD)) * n / 15 for n in range(16)]
    ramps += [np.array(_RED) + (paper - np.array(_RED)) * n / 8 for n in range(8)]
    image = Image.new("P", (1, 1))
    image.putpalette([int(value) for colour in ramps for value in colour])
    return image


@lru_cache(maxsize=2)
def _tooth(seed: int, stage: Stage) -> Array:
    return noise(stage, 901 + seed % 2, 260, 2)


def _paper(size: tuple[int, int], seed: int) -> Image.Image:
    stage = Stage(*size)
    shade = 0.965 + 0.035 * noise(stage, 903 + seed % 3, 3, 3) + 0.012 * (noise(stage, 907, 300, 1) - 0.5)
    return Image.fromarray(np.clip(shade[..., None] * np.array([240, 234, 220]), 0, 255).astype(np.uint8))


def _graphite(picture: Picture, seed: int, stage: Stage) -> Array:
    """How much pencil lies on the paper, 0 to 1: contours twice over, and hatching where it is dark."""
    light = np.asarray(Image.fromarray(picture).convert("L").filter(ImageFilter.GaussianBlur(1.6)), np.float32)
    seen = np.log(light + 5.0)
    lines = np.maximum(_contours(seen, seed, stage), 0.62 * _contours(seen, seed + 1, stage))
    tone = _flattened(seen)
    hatch = np.zeros_like(lines)
    for limit, angle, pitch, weight in (
        (0.60, 0.85, 8.5, 0.30),
        (0.36, 0.78, 6.0, 0.38),
        (0.20, -0.62, 7.0, 0.42),
        (0.09, 0.1, 5.0, 0.46),
    ):
        hatch = np.maximum(hatch, _hatched(angle, pitch, seed, stage) * np.clip((limit - tone) * 9, 0, 1) * weight)
    tooth = np.clip(0.55 + 0.9 * _tooth(seed, stage), 0, 1.15)
    return np.asarray(np.clip(np.maximum(lines, hatch) * tooth, 0, 1), np.float32)


def _contours(seen: Array, seed: int, stage: Stage) -> Array:
    """Edges of the picture, each pass by a slightly different hand."""
    v, u = np.mgrid[0 : stage.height, 0 : stage.width].astype(np.float32)
    du, dv = (noise(stage, 911 + seed, 9, 2) - 0.5) * 5, (noise(stage, 931 + seed, 9, 2) - 0.5) * 5
    moved = seen[np.clip(v + dv, 0, stage.height - 1).astype(int), np.clip(u + du, 0, stage.width - 1).astype(int)]
    fine, coarse = _soft(moved, 1.2), _soft(moved, 3.4)
    edge = np.abs(fine - coarse)
    return np.clip((edge - 0.055) * 9, 0, 1) ** 0.8


def _soft(plane: Array, sigma: float) -> Array:
    reach = int(3 * sigma) + 1
    kernel = np.exp(-((np.arange(-reach, reach + 1) / sigma) ** 2) / 2)
    kernel /= kernel.sum()
    padded = np.pad(plane, reach, "edge")
    down = sum(w * padded[k : k + plane.shape[0], :] for k, w in enumerate(kernel))
    return np.asarray(sum(w * down[:, k : k + plane.shape[1]] for k, w in enumerate(kernel)), np.float32)


def _flattened(seen: Array) -> Array:
    """Tone from 0 (darkest tenth) to 1, so that a night scene still leaves white paper."""
    low, high = np.percentile(seen, (2, 96))
    return np.asarray(np.clip((_soft(seen, 3.0) - low) / max(0.2, high - low), 0, 1) ** 0.75)


def _hatched(angle: float, pitch: float, seed: int, stage: Stage) -> Array:
    v, u = np.mgrid[0 : stage.height, 0 : stage.width].astype(np.float32)
    along = u * np.cos(angle) + v * np.sin(angle) + 9 * noise(stage, 951 + seed % 4, 5, 3)
    stroke = np.abs(np.mod(along / pitch, 1) - 0.5)
    return np.asarray(np.clip((0.20 - stroke) * 7, 0, 1), np.float32)


def _frame_line(draw: ImageDraw.ImageDraw, stage: Stage, dice: np.random.Generator) -> None:
    right, bottom = _LEFT + stage.width, _TOP + stage.height
    for a, b in (
        ((_LEFT, _TOP), (right, _TOP)),
        ((right, _TOP), (right, bottom)),
        ((right, bottom), (_LEFT, bottom)),
        ((_LEFT, bottom), (_LEFT, _TOP)),
    ):
        for _ in range(2):
            jitter = dice.random(4) * 5 - 2.5
            over = 7
            dx, dy = np.sign(b[0] - a[0]) * over, np.sign(b[1] - a[1]) * over
            draw.line(
                [(a[0] - dx + jitter[0], a[1] - dy + jitter[1]), (b[0] + dx + jitter[2], b[1] + dy + jitter[3])],
                fill=_LEAD,
                width=2,
            )


def _line(
    draw: ImageDraw.ImageDraw, stage: Stage, line: Sequence[tuple[float, float]], dice: np.random.Generator
) -> None:
    for _ in range(2):
        shift = dice.random((len(line), 2)) * 3.4 - 1.7
        points = [
            (_LEFT + x * stage.width + float(a), _TOP + y * stage.height + float(b))
            for (x, y), (a, b) in zip(line, shift, strict=True)
        ]
        draw.line(points, fill=_LEAD, width=2, joint="curve")


def _arrow(draw: ImageDraw.ImageDraw, stage: Stage, arrow: Arrow, dice: np.random.Generator) -> None:
    a = np.array([_LEFT + arrow.start[0] * stage.width, _TOP + arrow.start[1] * stage.height])
    b = np.array([_LEFT + arrow.end[0] * stage.width, _TOP + arrow.end[1] * stage.height])
    normal = np.array([a[1] - b[1], b[0] - a[0]]) * arrow.bend
    for _ in range(2):
        shift = dice.random((3, 2)) * 5 - 2.5
        t = np.linspace(0, 1, 24)[:, None]
        middle = (a + b) / 2 + normal + shift[1]
        path = (a + shift[0]) * (1 - t) ** 2 + middle * 2 * t * (1 - t) + (b + shift[2] * 0.3) * t**2
        draw.line([(float(x), float(y)) for x, y in path], fill=_RED, width=5, joint="curve")
    heading = b - ((a + b) / 2 + normal)
    heading = heading / np.hypot(*heading)
    side = np.array([-heading[1], heading[0]])
    for sign in (1, -1):
        tip = b - heading * 26 + side * sign * 14
        draw.line([(float(b[0]), float(b[1])), (float(tip[0]), float(tip[1]))], fill=_RED, width=5)


def _ring(draw: ImageDraw.ImageDraw, stage: Stage, x: float, y: float, r: float, dice: np.random.Generator) -> None:
    cx, cy, radius = _LEFT + x * stage.width, _TOP + y * stage.height, r * stage.height
    turn = np.linspace(0.4, 0.4 + 2 * np.pi * 1.12, 60)
    away = radius * (1 + 0.05 * np.sin(turn * 2 + dice.random() * 6) + 0.02 * turn / 6)
    draw.line(
        [(float(cx + a * np.cos(s)), float(cy + a * np.sin(s) * 0.92)) for a, s in zip(away, turn, strict=True)],
        fill=_RED,
        width=4,
    )


def _write(
    draw: ImageDraw.ImageDraw, text: str, x: float, y: float, height: float, colour: tuple[int, int, int], seed: int
) -> None:
    strokes: list[Stroke] = list(written(text, x, y, height, spacing=1.7, wobble=0.42, seed=seed))
    for stroke in strokes:
        draw.line(stroke, fill=colour, width=2, joint="curve")
