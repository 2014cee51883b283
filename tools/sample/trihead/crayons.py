"""Storyboards of this film: a 4:3 panel in pencil and three coloured crayons, with the writer's notes beside it.

What is drawn with which crayon follows the picture's own colours: each head keeps its colour even on the board.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from sample.lens import Picture
from sample.lettering import width_of, written
from sample.paint import Array, Stage, chance, noise
from sample.panels import Arrow, Panel
from sample.trihead.paper import Size

PANEL = Size(576, 432)
_GRID = Stage(PANEL.width, PANEL.height)
_SHEET = (960, 520)
_LEFT, _TOP = 26, 58
_NOTES = _LEFT + PANEL.width + 26
_LEAD, _RED = (54, 54, 62), (196, 52, 36)

_PAPER = np.array([243, 235, 217], np.float32)
_CRAYONS: tuple[tuple[tuple[int, int, int], tuple[int, int, int], float, float], ...] = (
    ((222, 52, 34), (206, 66, 48), 0.85, 0.62), ((150, 24, 26), (160, 44, 40), 0.85, 0.86),
    ((18, 142, 112), (40, 136, 110), -0.70, 0.62), ((8, 84, 76), (24, 96, 84), -0.70, 0.84),
    ((240, 172, 44), (224, 164, 62), 0.30, 0.50), ((22, 21, 29), _LEAD, 0.62, 0.88), ((48, 52, 74), _LEAD, -0.50, 0.60),
    ((246, 232, 206), (236, 226, 206), 0.0, 0.0), ((252, 214, 124), (236, 204, 128), 0.30, 0.22),
    ((196, 138, 70), (170, 122, 76), 0.30, 0.40),
)  # fmt: skip
"""(colour in the picture, crayon, direction of its strokes, how hard it is pressed)"""


def drawn(picture: Picture, panel: Panel, seed: int) -> Image.Image:
    """The sheet for one panel. Few colours, so that the file stays small."""
    sheet = np.repeat(_paper(seed)[..., None], 3, -1) * _PAPER
    area = sheet[_TOP : _TOP + PANEL.height, _LEFT : _LEFT + PANEL.width]
    area[:] = _crayoned(area, picture, seed)
    image = Image.fromarray(np.clip(sheet, 0, 255).astype(np.uint8))
    draw, dice = ImageDraw.Draw(image), chance(seed, 31)
    _frame_line(draw, dice)
    for arrow in panel.arrows:
        _arrow(draw, arrow, dice)
    for ring in panel.rings:
        _ring(draw, ring, dice)
    _ticks(draw, panel, dice)
    _write(draw, panel.head, _LEFT + 2, 24, 17, _LEAD, seed)
    y = _TOP + 8
    for note in panel.notes:
        for line in _wrapped(note):
            _write(draw, line, _NOTES, y, 13, _RED if note.startswith(">") else _LEAD, seed + y)
            y += 26
        y += 12
    return image.quantize(24, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)


def _wrapped(note: str, wide: float = 318.0) -> list[str]:
    lines: list[str] = []
    for word in note.split():
        if lines and width_of(f"{lines[-1]} {word}", 13, 1.7) <= wide:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


@lru_cache(maxsize=4)
def _paper(seed: int) -> Array:
    return np.asarray(0.975 + 0.02 * noise(Stage(*_SHEET), 601 + seed % 2, 3, 3), np.float32)


@lru_cache(maxsize=2)
def _tooth(seed: int) -> Array:
    return noise(_GRID, 611 + seed % 2, 200, 2)


def _crayoned(area: Array, picture: Picture, seed: int) -> Array:
    """The panel's paper with crayon and pencil on it."""
    moved = _by_hand(np.asarray(Image.fromarray(picture).filter(ImageFilter.MedianFilter(5)), np.float32), seed)
    colours = np.array([colour for colour, *_ in _CRAYONS], np.float32)
    nearest = (((moved[:, :, None, :] - colours) ** 2).sum(-1)).argmin(-1)
    out, tooth = np.array(area), np.clip(0.35 + 1.1 * _tooth(seed), 0, 1.1)
    for n, (_, crayon, angle, press) in enumerate(_CRAYONS):
        if press:
            laid = (_strokes(angle, 5.2, seed + n) * 0.75 + 0.32) * press * tooth * (nearest == n)
            out += (np.array(crayon, np.float32) - out) * np.clip(laid, 0, 1)[..., None]
    for hand in range(2):
        line = _outlines(_by_hand(picture.astype(np.float32), seed + 7 + hand)) * (0.9, 0.55)[hand]
        out += (np.array(_LEAD, np.float32) - out) * np.clip(line * (0.5 + 0.7 * tooth), 0, 1)[..., None]
    return out


def _by_hand(picture: Array, seed: int) -> Array:
    """The picture as a hand would put it: a little beside itself."""
    v, u = np.mgrid[0 : PANEL.height, 0 : PANEL.width].astype(np.float32)
    du, dv = (noise(_GRID, 621 + seed, 8, 2) - 0.5) * 7, (noise(_GRID, 641 + seed, 8, 2) - 0.5) * 7
    return np.asarray(
        picture[np.clip(v + dv, 0, PANEL.height - 1).astype(int), np.clip(u + du, 0, PANEL.width - 1).astype(int)]
    )


def _outlines(picture: Array) -> Array:
    grey = Image.fromarray(np.clip(picture @ np.array([0.5, 0.35, 0.15], np.float32), 0, 255).astype(np.uint8))
    soft = np.asarray(grey.filter(ImageFilter.GaussianBlur(1.5)), np.float32)
    down, across = np.gradient(soft)
    return np.asarray(np.clip((np.hypot(down, across) - 6.0) / 12, 0, 1))


def _strokes(angle: float, pitch: float, seed: int) -> Array:
    v, u = np.mgrid[0 : PANEL.height, 0 : PANEL.width].astype(np.float32)
    along = u * np.cos(angle + 0.8) + v * np.sin(angle + 0.8) + 14 * noise(_GRID, 661 + seed % 5, 5, 3)
    return np.asarray(np.clip((0.30 - np.abs(np.mod(along / pitch, 1) - 0.5)) * 6, 0, 1), np.float32)


def _frame_line(draw: ImageDraw.ImageDraw, dice: np.random.Generator) -> None:
    right, bottom = _LEFT + PANEL.width, _TOP + PANEL.height
    corners = ((_LEFT, _TOP), (right, _TOP), (right, bottom), (_LEFT, bottom))
    for a, b in zip(corners, (*corners[1:], corners[0]), strict=True):
        for _ in range(2):
            j = dice.random(4) * 5 - 2.5
            dx, dy = float(np.sign(b[0] - a[0])) * 7, float(np.sign(b[1] - a[1])) * 7
            ends = [(a[0] - dx + j[0], a[1] - dy + j[1]), (b[0] + dx + j[2], b[1] + dy + j[3])]
            draw.line([(float(x), float(y)) for x, y in ends], fill=_LEAD, width=2)


def _arrow(draw: ImageDraw.ImageDraw, arrow: Arrow, dice: np.random.Generator) -> None:
    a = np.array([_LEFT + arrow.start[0] * PANEL.width, _TOP + arrow.start[1] * PANEL.height])
    b = np.array([_LEFT + arrow.end[0] * PANEL.width, _TOP + arrow.end[1] * PANEL.height])
    middle = (a + b) / 2 + np.array([a[1] - b[1], b[0] - a[0]]) * arrow.bend
    t = np.linspace(0, 1, 24)[:, None]
    for colour, width in (((250, 244, 230), 11), (_RED, 5)):
        path = a * (1 - t) ** 2 + middle * 2 * t * (1 - t) + b * t**2 + dice.random(2) * 2
        draw.line([(float(x), float(y)) for x, y in path], fill=colour, width=width, joint="curve")
        way = (b - middle) / np.hypot(*(b - middle))
        side = np.array([-way[1], way[0]])
        for sign in (1, -1):
            tip = b - way * 24 + side * sign * 13
            draw.line([(float(b[0]), float(b[1])), (float(tip[0]), float(tip[1]))], fill=colour, width=width)


def _ring(draw: ImageDraw.ImageDraw, ring: tuple[float, float, float], dice: np.random.Generator) -> None:
    x, y, r = _LEFT + ring[0] * PANEL.width, _TOP + ring[1] * PANEL.height, ring[2] * PANEL.height
    turn = np.linspace(0.4, 7.4, 60)
    away = r * (1 + 0.05 * np.sin(turn * 2 + dice.random() * 6) + 0.015 * turn)
    points = [(float(x + a * np.cos(s)), float(y + a * np.sin(s))) for a, s in zip(away, turn, strict=True)]
    for colour, width in (((250, 244, 230), 9), (_RED, 4)):
        draw.line(points, fill=colour, width=width)


def _ticks(draw: ImageDraw.ImageDraw, panel: Panel, dice: np.random.Generator) -> None:
    """A ruler of beats under the panel."""
    if not panel.beats:
        return
    y = _TOP + PANEL.height + 12
    for n in range(panel.beats + 1):
        x = _LEFT + PANEL.width * n / panel.beats + float(dice.random()) * 2
        long = n in panel.marked
        draw.line([(x, y), (x + 1, y + (16 if long else 7))], fill=_RED if long else _LEAD, width=4 if long else 2)


def _write(
    draw: ImageDraw.ImageDraw, text: str, x: float, y: float, high: float, colour: tuple[int, int, int], seed: int
) -> None:
    for stroke in written(text, x, y, high, spacing=1.7, wobble=0.42, seed=seed):
        draw.line(stroke, fill=colour, width=2, joint="curve")
