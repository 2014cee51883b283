"""The words "AI生成 AI-GENERATED" as a picture, drawn stroke by stroke so that no machine needs a font for them."""

from __future__ import annotations

from math import ceil

from PIL import Image, ImageDraw

_LINES = {  # on a grid 6 high, (0, 0) top left: width of the sign, and its strokes separated by a bar
    "A": (4, "0,6 2,0 4,6|0.7,4 3.3,4"),
    "I": (1, "0.5,0 0.5,6"),
    "-": (3, "0.3,3.2 2.7,3.2"),
    "G": (4, "4,1 3,0 1,0 0,1 0,5 1,6 3,6 4,5 4,3.2 2.4,3.2"),
    "E": (4, "4,0 0,0 0,6 4,6|0,3 3,3"),
    "N": (4, "0,6 0,0 4,6 4,0"),
    "R": (4, "0,6 0,0 3,0 4,1 4,2.2 3,3.2 0,3.2|2,3.2 4,6"),
    "T": (4, "0,0 4,0|2,0 2,6"),
    "D": (4, "0,0 0,6 2.6,6 4,4.6 4,1.4 2.6,0 0,0"),
    "生": (6, "1.5,0.2 0.3,2.4|1.2,1.6 5.6,1.6|0.9,3.6 5.2,3.6|0,5.9 6,5.9|3.1,0 3.1,5.9"),
    "成": (
        6,
        "0.9,1.4 5.8,1.4|0.9,1.4 0.9,3.6 0,6|1,2.9 2.7,2.9 2.6,4.9 1.9,4.7"
        "|3.3,0 3.7,3 4.4,4.8 5.4,6 5.9,4.9|5.2,2.5 4.3,4.2 2.9,5.7|4.4,0.1 5.2,0.7",
    ),
    " ": (2, ""),
}
_WORDS = "AI生成 AI-GENERATED"
_GAP = 1.6
_INK, _GROUND = (255, 255, 255), (16, 16, 16)
LEAST_SHARE = 0.05  # of the shorter side: GB 45438-2025 asks for no smaller letters
_SHARE = 0.052
_FINE = 4  # drawn larger and brought down, for smooth edges


def badge(short_px: int) -> Image.Image:
    """The words on a dark plate, their letters a little above `LEAST_SHARE` of the shorter side; sides are even."""
    high = ceil(short_px * _SHARE)
    step = high * _FINE / 6
    units = sum(_LINES[sign][0] + _GAP for sign in _WORDS) - _GAP
    margin = high * _FINE / 2
    width = _even((units * step + 2 * margin) / _FINE)
    height = _even(2 * high)
    plate = Image.new("RGB", (width * _FINE, height * _FINE), _GROUND)
    pen, left = ImageDraw.Draw(plate), margin
    for sign in _WORDS:
        wide, strokes = _LINES[sign]
        for stroke in filter(None, strokes.split("|")):
            line = [(left + x * step, margin + y * step) for x, y in _points(stroke)]
            pen.line(line, fill=_INK, width=max(_FINE, round(step * 0.55)), joint="curve")
        left += (wide + _GAP) * step
    return plate.resize((width, height), Image.Resampling.BOX)


def _points(stroke: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, _, y in (point.partition(",") for point in stroke.split())]


def _even(length: float) -> int:
    return 2 * ceil(length / 2)
