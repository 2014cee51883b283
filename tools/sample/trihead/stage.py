"""The stage: curtain, valance, the banner with the title, the sun behind everything, eyes in the dark."""

from __future__ import annotations

import math

from sample.lettering import written
from sample.trihead.palette import (
    CORAL,
    DEEP_MALACHITE,
    DEEP_VERMILION,
    GOLD,
    INK,
    MALACHITE,
    PALE_GOLD,
    PAPER,
    VERMILION,
)
from sample.trihead.shapes import Cut, Ink, Place, disc, rays, ribbon, sharp

_TITLE: list[tuple[Ink, list[tuple[list[Place], float, float]]]] = [
    (VERMILION, [([(-0.8, -0.62), (0.0, -0.66), (0.8, -0.60)], 0.20, 0.26)]),
    (MALACHITE, [([(-0.6, -0.02), (0.0, -0.05), (0.6, 0.0)], 0.18, 0.24)]),
    (INK, [([(-0.95, 0.62), (0.0, 0.58), (0.95, 0.64)], 0.20, 0.28)]),
]
_HEAD: list[tuple[list[Place], float, float]] = [
    ([(-0.42, -0.86), (-0.22, -0.66)], 0.16, 0.10), ([(-0.58, -0.46), (-0.36, -0.26)], 0.16, 0.10),
    ([(-0.92, 0.10), (0.0, 0.06), (0.92, 0.06)], 0.15, 0.19),
    ([(0.16, -0.95), (0.16, 0.05), (-0.12, 0.50), (-0.80, 0.92)], 0.18, 0.05),
    ([(0.22, 0.42), (0.52, 0.60), (0.84, 0.92)], 0.10, 0.22),
]  # fmt: skip
_ODD: list[tuple[list[Place], float, float]] = [
    ([(-0.62, -0.95), (-0.62, 0.95)], 0.17, 0.13), ([(-0.86, -0.40), (-0.92, -0.02)], 0.14, 0.07),
    ([(-0.42, -0.52), (-0.34, -0.26)], 0.13, 0.10),
    ([(-0.20, -0.80), (0.66, -0.84), (0.40, -0.40), (-0.22, 0.0)], 0.12, 0.05),
    ([(0.06, -0.62), (0.46, -0.26), (0.96, -0.02)], 0.08, 0.19),
    ([(-0.06, 0.34), (0.78, 0.32)], 0.13, 0.15), ([(0.36, 0.02), (0.36, 0.82)], 0.14, 0.14),
    ([(-0.28, 0.86), (0.94, 0.84)], 0.14, 0.19),
]  # fmt: skip


def glyph(number: int, size: float, x: float, y: float, parts: int = 9) -> list[Cut]:
    """One of the title's three characters (0 to 2), its first `parts` strokes."""
    if number == 0:
        strokes = [(stroke, colour) for colour, many in _TITLE for stroke in many]
    else:
        strokes = [(stroke, INK) for stroke in (_HEAD, _ODD)[number - 1]]
    cuts = []
    for (points, start, end), colour in strokes[:parts]:
        way = [(x + px * size, y + py * size) for px, py in points]
        cuts.append(ribbon(way, [start * size, (start + end) / 2 * size * 0.82, end * size], colour))
    return cuts


def banner(drop: float, strokes: int, letters: float) -> list[Cut]:
    """The title on hanging paper; `drop` 0 is above the frame, 1 in its place."""
    y = -0.95 + 0.92 * drop
    cuts = [
        sharp([(-0.47, y - 0.30), (0.47, y - 0.30), (0.47, y + 0.24), (-0.47, y + 0.24)], PAPER),
        sharp([(-0.445, y - 0.275), (0.445, y - 0.275), (0.445, y + 0.215), (-0.445, y + 0.215)], GOLD),
        sharp([(-0.435, y - 0.265), (0.435, y - 0.265), (0.435, y + 0.205), (-0.435, y + 0.205)], PAPER),
        ribbon([(-0.50, y - 0.305), (0.50, y - 0.305)], [0.03], INK),
        ribbon([(-0.50, y + 0.245), (0.50, y + 0.245)], [0.03], INK),
    ]
    for side in (-1, 1):
        cuts += [
            ribbon([(side * 0.36, y - 0.30), (side * 0.36, -0.9)], [0.008], INK),
            disc(side * 0.50, y + 0.245, 0.026, VERMILION),
        ]
    cuts += glyph(0, 0.118, -0.285, y - 0.055, strokes)
    cuts += glyph(1, 0.125, 0.0, y - 0.055, max(0, strokes - 3) * 5)
    cuts += glyph(2, 0.125, 0.285, y - 0.055, max(0, strokes - 4) * 8)
    word = "TRI-HEAD"[: round(8 * letters)]
    lines = written(word, -0.292, y + 0.125, 0.052, spacing=6.2)
    return cuts + [ribbon(line, [0.0115], VERMILION) for line in lines if len(line) > 1]


def curtain(opening: float, sway: float = 0.0) -> list[Cut]:
    """Two halves in folds; `opening` 0 is closed, 1 is gone to the sides."""
    cuts: list[Cut] = []
    for side in (-1, 1):
        inner, outer = side * (0.62 * opening + 0.001), side * 0.70
        count = 9
        for n in range(count):
            a, b = inner + (outer - inner) * n / count, inner + (outer - inner) * (n + 1) / count
            lean = 0.012 * math.sin(sway + n * 1.3) + 0.05 * opening * side * (1 - n / count) * -1
            for c, (part, colour) in enumerate(((0.0, VERMILION), (0.45, DEEP_VERMILION), (0.78, (186, 34, 28)))):
                left = a + (b - a) * part
                cuts.append(sharp([(left, -0.52), (b, -0.52), (b + lean, 0.47), (left + lean, 0.47)], colour))
                if c == 0:
                    x = (a + b) / 2 + lean
                    cuts.append(disc(x, 0.462, abs(b - a) * 0.5, GOLD, 0.022, 18))
        lean = 0.05 * opening * side * -1
        cuts.append(ribbon([(inner, -0.52), (inner + lean * 0.4, 0.0), (inner + lean, 0.47)], [0.016], GOLD))
    return cuts


def valance() -> list[Cut]:
    """The cut cloth along the upper edge."""
    cuts = [sharp([(-0.72, -0.52), (0.72, -0.52), (0.72, -0.43), (-0.72, -0.43)], DEEP_VERMILION)]
    for n in range(-5, 6):
        x = n * 0.135
        cuts += [disc(x, -0.43, 0.072, GOLD), disc(x, -0.437, 0.062, VERMILION), disc(x, -0.437, 0.022, GOLD)]
        cuts.append(sharp([(x - 0.012, -0.36), (x + 0.012, -0.36), (x + 0.02, -0.31), (x - 0.02, -0.31)], GOLD))
    return cuts


def boards(colour: Ink = INK, line: Ink = GOLD) -> list[Cut]:
    """The stage's edge."""
    return [sharp([(-0.72, 0.43), (0.72, 0.43), (0.72, 0.52), (-0.72, 0.52)], colour),
            sharp([(-0.72, 0.43), (0.72, 0.43), (0.72, 0.437), (-0.72, 0.437)], line)]  # fmt: skip


def sun(
    x: float, y: float, r: float, turn: float, light: Ink = GOLD, dark: Ink = PALE_GOLD, count: int = 18
) -> list[Cut]:
    """A disc with wedges of light that reach beyond the frame."""
    return [*rays(x, y, r * 1.12, 1.6, count, turn, light), disc(x, y, r, light), disc(x, y, r * 0.9, dark)]


def clouds(x: float, y: float, size: float, colour: Ink, line: Ink) -> list[Cut]:
    """A cloud in the manner of painted beams: curls with a rim."""
    cuts = []
    for px, py, r in ((-0.9, 0.1, 0.34), (-0.35, -0.12, 0.46), (0.30, -0.02, 0.40), (0.85, 0.12, 0.30)):
        for part, tone in ((1.0, line), (0.88, colour), (0.55, line), (0.42, colour)):
            cuts.append(disc(x + px * size, y + py * size, r * part * size, tone, sides=30))
    return cuts


def flag(x: float, y: float, size: float, turn: float, wave: float) -> list[Cut]:
    """One of the general's back flags: a triangle with a border and a pole."""
    cos, sin = math.cos(turn), math.sin(turn)

    def at(along: float, up: float) -> Place:
        return x + (along * cos - up * sin) * size, y + (along * sin + up * cos) * size

    dip = 0.08 * wave
    return [
        sharp([at(0.30, 0.0), at(1.0, 0.0), at(0.62, 0.52 + dip)], GOLD),
        sharp([at(0.38, 0.02), at(0.94, 0.02), at(0.63, 0.44 + dip)], MALACHITE),
        sharp([at(0.50, 0.05), at(0.82, 0.05), at(0.645, 0.28 + dip)], DEEP_MALACHITE),
        disc(*at(0.65, 0.13), 0.045 * size, CORAL, sides=20),
        ribbon([at(0.0, 0.0), at(1.08, 0.0)], [0.028 * size], INK),
        sharp([at(1.05, -0.04), at(1.22, 0.0), at(1.05, 0.04)], PALE_GOLD),
    ]
