"""Letters as single strokes, so that titles can be drawn in light and notes in pencil on any machine, without a font.

A letter is written on a grid 4 wide and 6 high, (0, 0) top left; strokes are separated by a bar.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from sample.paint import Array, chance

Stroke = list[tuple[float, float]]

_LETTERS = {
    "A": "0,6 2,0 4,6|0.8,4 3.2,4",
    "B": "0,0 0,6 2.8,6 4,5 4,4 2.8,3 0,3|2.8,3 3.6,2.2 3.6,.8 2.8,0 0,0",
    "C": "4,1 3,0 1,0 0,1.2 0,4.8 1,6 3,6 4,5",
    "D": "0,0 0,6 2.4,6 4,4.4 4,1.6 2.4,0 0,0",
    "E": "4,0 0,0 0,6 4,6|0,3 3,3",
    "F": "4,0 0,0 0,6|0,3 3,3",
    "G": "4,1 3,0 1,0 0,1.2 0,4.8 1,6 3,6 4,5 4,3.4 2.4,3.4",
    "H": "0,0 0,6|4,0 4,6|0,3 4,3",
    "I": "2,0 2,6",
    "J": "3.4,0 3.4,4.8 2.4,6 1,6 0,5",
    "K": "0,0 0,6|4,0 0,3.4 4,6",
    "L": "0,0 0,6 4,6",
    "M": "0,6 .4,0 2,4 3.6,0 4,6",
    "N": "0,6 0,0 4,6 4,0",
    "O": "1.2,0 2.8,0 4,1.4 4,4.6 2.8,6 1.2,6 0,4.6 0,1.4 1.2,0",
    "P": "0,6 0,0 3,0 4,1 4,2.4 3,3.4 0,3.4",
    "Q": "1.2,0 2.8,0 4,1.4 4,4.6 2.8,6 1.2,6 0,4.6 0,1.4 1.2,0|2.6,4.6 4.2,6.4",
    "R": "0,6 0,0 3,0 4,1 4,2.4 3,3.2 0,3.2|2,3.2 4,6",
    "S": "4,.8 3,0 1,0 0,1 0,2 1,2.8 3,3.2 4,4 4,5 3,6 1,6 0,5.2",
    "T": "0,0 4,0|2,0 2,6",
    "U": "0,0 0,4.8 1,6 3,6 4,4.8 4,0",
    "V": "0,0 2,6 4,0",
    "W": "0,0 1,6 2,2 3,6 4,0",
    "X": "0,0 4,6|4,0 0,6",
    "Y": "0,0 2,3 4,0|2,3 2,6",
    "Z": "0,0 4,0 0,6 4,6",
    "0": "1.2,0 2.8,0 4,1.4 4,4.6 2.8,6 1.2,6 0,4.6 0,1.4 1.2,0",
    "1": "1,1.2 2.2,0 2.2,6",
    "2": "0,1.2 1,0 3,0 4,1 4,2.2 0,6 4,6",
    "3": "0,.6 1,0 3,0 4,1 4,2 3,2.9 1.6,2.9|3,2.9 4,3.8 4,5 3,6 1,6 0,5.4",
    "4": "3,6 3,0 0,4.2 4,4.2",
    "5": "4,0 .4,0 0,2.8 1.4,2.4 3,2.6 4,3.6 4,5 3,6 1,6 0,5.2",
    "6": "3.6,.4 2.4,0 1,.8 0,2.8 0,4.8 1,6 3,6 4,5 4,3.8 3,2.9 1,2.9 0,3.8",
    "7": "0,0 4,0 1.4,6",
    "8": "1,0 3,0 4,1 4,2 3,2.8 1,2.8 0,2 0,1 1,0|1,2.8 0,3.8 0,5 1,6 3,6 4,5 4,3.8 3,2.8",
    "9": ".4,5.6 1.6,6 3,5.2 4,3.2 4,1.2 3,0 1,0 0,1 0,2.2 1,3.1 3,3.1 4,2.2",
    ".": "1.8,5.8 2.1,6",
    ",": "2.1,5.6 1.6,6.8",
    "-": ".6,3.2 3.4,3.2",
    "/": "0,6.4 4,-.4",
    ":": "2,2 2.1,2.2|2,5 2.1,5.2",
    "?": "0,1.2 1,0 3,0 4,1 4,2.2 2,3.4 2,4.4|2,5.7 2.1,6",
    "!": "2,0 2,4.2|2,5.7 2.1,6",
    "'": "2.2,0 1.9,1.4",
    "+": ".6,3.2 3.4,3.2|2,1.8 2,4.6",
    ">": "0,3.2 4,3.2|2.6,2 4,3.2 2.6,4.4",
    "(": "2.6,-.4 1.4,1.4 1.4,4.6 2.6,6.4",
    ")": "1.4,-.4 2.6,1.4 2.6,4.6 1.4,6.4",
    "=": ".6,2.4 3.4,2.4|.6,4 3.4,4",
    "生": "1.2,0 .4,2|.6,1.5 3.8,1.5|2.1,0 2.1,6|.7,3.6 3.5,3.6|-.1,6 4.2,6",
    "成": ".6,1.5 4,1.5|.6,1.5 .6,4 0,6|.7,3 1.9,3 1.8,5 1.2,4.8"
    "|2.5,0 2.8,3 3.4,5.2 4.2,6 4.2,5|3.6,2.4 2.8,4.4 1.8,6|3.2,.2 3.8,.8",
    "单": "1.2,0 1.7,.8|2.9,0 2.4,.8|.7,1.2 3.4,1.2 3.4,3.5 .7,3.5 .7,1.2"
    "|.7,2.3 3.4,2.3|2.05,1.2 2.05,6.2|-.1,4.7 4.2,4.7",
    "车": ".8,.9 3.5,.9|2,-.1 .9,2.6 3.5,2.6|2.3,1.7 2.3,6.2|-.1,4.3 4.2,4.3",
    "少": "2.1,-.1 2.1,3.2|1.1,1 .2,2.7|3.1,1 4,2.5|3.6,3.1 2.5,4.8 .2,6.1",
    "年": "1.3,-.1 .2,1.8|.9,.9 3.8,.9|1,2.5 3.6,2.5|1,2.5 1,4.3|-.1,4.3 4.2,4.3|2.4,.9 2.4,6.2",
}

_WIDTHS = {"I": 1.4, ".": 1.6, ",": 1.6, "'": 1.6, " ": 2.6, "!": 1.8, ":": 1.8, "1": 2.6, "(": 2.6, ")": 2.6}


@lru_cache(maxsize=128)
def _strokes(letter: str) -> tuple[tuple[tuple[float, float], ...], ...]:
    written = _LETTERS.get(letter, "")
    return tuple(
        tuple((float(x), float(y)) for x, y in (point.split(",") for point in stroke.split()))
        for stroke in written.split("|")
        if stroke
    )


def written(
    text: str, x: float, y: float, height: float, *, spacing: float = 1.5, wobble: float = 0.0, seed: int = 1
) -> Iterator[Stroke]:
    """The strokes of a line of text whose capitals are `height` high, from (`x`, `y`) top left, in that same unit."""
    unit, dice = height / 6, chance(seed, 5)
    for letter in text.upper():
        width = _WIDTHS.get(letter, 4.0)
        shift = (4 - width) / 2 if letter in _WIDTHS else 0.0
        tilt = (dice.random() - 0.5) * wobble
        for stroke in _strokes(letter):
            yield [
                (
                    x + (px - shift + tilt * (3 - py) * 0.5 + (dice.random() - 0.5) * wobble * 0.5) * unit,
                    y + (py + tilt + (dice.random() - 0.5) * wobble * 0.5) * unit,
                )
                for px, py in stroke
            ]
        x += (width + spacing) * unit


def width_of(text: str, height: float, spacing: float = 1.5) -> float:
    """How wide `written` will be, in the unit of `height`."""
    return sum((_WIDTHS.get(letter, 4.0) + spacing) for letter in text.upper()) * height / 6 - spacing * height / 6


def as_mask(
    size: tuple[int, int], strokes: list[Stroke], thick_px: float, *, shown: float = 1.0, soft_px: float = 0.0
) -> Array:
    """Coverage of the strokes (pixels) on a picture of `size`; `shown` below 1 draws only their first part."""
    image = Image.new("L", (size[0] * 2, size[1] * 2), 0)
    draw = ImageDraw.Draw(image)
    last = len(strokes) * shown
    for index, stroke in enumerate(strokes):
        part = min(1.0, max(0.0, last - index))
        if part > 0:
            points = [(px * 2, py * 2) for px, py in _first(stroke, part)]
            draw.line(points, fill=255, width=max(1, round(thick_px * 2)), joint="curve")
    small = image.reduce(2)
    if soft_px:
        small = small.filter(ImageFilter.GaussianBlur(soft_px))
    return np.asarray(small, np.float32) / 255


def _first(stroke: Stroke, part: float) -> Stroke:
    """The first `part` of a stroke's length."""
    if part >= 1:
        return stroke
    lengths = [float(np.hypot(b[0] - a[0], b[1] - a[1])) for a, b in pairwise(stroke)]
    left, out = sum(lengths) * part, [stroke[0]]
    for (a, b), length in zip(pairwise(stroke), lengths, strict=True):
        if left <= length:
            t = left / length if length else 0
            return [*out, (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)]
        left -= length
        out.append(b)
    return out


def gibberish(seed: int, x: float, y: float, height: float, letters: int) -> list[Stroke]:
    """Strokes that look like writing and are none: what a model paints when it was asked for text."""
    dice, strokes = chance(seed, 9), []
    for index in range(letters):
        left = x + index * height * 0.95
        for _ in range(int(dice.integers(3, 6))):
            a, b = dice.random(2), dice.random(2)
            if dice.random() > 0.5:
                b = np.array([a[0] + dice.random() * 0.15, b[1]])
            else:
                b = np.array([b[0], a[1] + dice.random() * 0.1])
            strokes.append(
                [
                    (left + float(a[0]) * height * 0.8, y + float(a[1]) * height),
                    (left + float(b[0]) * height * 0.8, y + float(b[1]) * height),
                ]
            )
    return strokes
