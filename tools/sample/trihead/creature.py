"""What the heads share and what came to them: the robe with the gong in it, the hand, the gold bird."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from sample.paint import chance
from sample.trihead.heads import CUT, Face, green
from sample.trihead.palette import (
    CORAL,
    DEEP_MALACHITE,
    DEEP_VERMILION,
    GOLD,
    HEADS,
    INK,
    INK_BLUE,
    MALACHITE,
    OWN,
    PALE_GOLD,
    PAPER,
    VERMILION,
)
from sample.trihead.paper import Sheet
from sample.trihead.shapes import Cut, Ink, disc, halved, in_one, loop, petal, placed, recoloured, ribbon
from sample.trihead.variation import Variation

_BRASS, _OLD_BRASS = (206, 140, 40), (150, 92, 30)

SEATS = {"red": (-0.38, -0.02, -0.10), "green": (0.0, -0.17, 0.0), "ink": (0.38, -0.04, 0.10)}
"""Where each head sits on the creature: place and tilt."""

_TO_GREEN = {VERMILION: MALACHITE, DEEP_VERMILION: DEEP_MALACHITE}
_TO_RED = {MALACHITE: VERMILION, DEEP_MALACHITE: DEEP_VERMILION}
_TO_INK = {MALACHITE: INK, DEEP_MALACHITE: INK_BLUE, CORAL: PAPER}


def head(name: str, face: Face, v: Variation) -> list[Cut]:
    """A head as it should be, or as the variation has it."""
    face = replace(face, eyes=v.eyes, skew=v.skew)
    if v.borrowed:
        return recoloured(green(face), {"red": _TO_RED, "green": {}, "ink": _TO_INK}[name])
    cuts = CUT[name](face)
    if v.swapped and name != "ink":
        cuts = recoloured(cuts, _TO_GREEN if name == "red" else _TO_RED)
    return cuts


def trembling(cuts: list[Cut], v: Variation, i: int) -> list[Cut]:
    """The outlines as a model redraws them, differently in every frame."""
    if not v.boil:
        return cuts
    dice = chance(i, 61)
    return [Cut(cut.points + dice.normal(0, v.boil, cut.points.shape), cut.colour) for cut in cuts]


def shade(v: Variation, reach: float = 1.0) -> tuple[float, float] | None:
    """How far shadows fall under the variation's lamp."""
    return (0.009 * reach * v.shadow, 0.013 * reach * v.shadow) if v.shadow else None


def robe(breath: float = 0.0, gong: bool = True) -> list[Cut]:
    """The body: three collars, a skirt of scales, waves at the hem, a gong for a belly."""
    b = 0.012 * breath
    cuts = [halved([(0, 0.02 - b), (0.22, 0.05 - b), (0.33, 0.28), (0.50 + b, 0.56), (0, 0.60)], GOLD)]
    cuts.append(halved([(0, 0.035 - b), (0.205, 0.065 - b), (0.315, 0.285), (0.48 + b, 0.56), (0, 0.60)], INK_BLUE))
    for row in range(4):
        y = 0.22 + 0.09 * row
        reach = 0.24 + 0.062 * row
        for n in range(-4 - row, 5 + row):
            x = (n + 0.5 * (row % 2)) * 0.075
            if abs(x) < reach:
                cuts += [disc(x, y, 0.034, GOLD, sides=20), disc(x, y - 0.008, 0.026, INK_BLUE, sides=20)]
    for row, colour in enumerate((VERMILION, MALACHITE, INK)):
        y = 0.475 + 0.032 * row
        cuts += [disc(n * 0.105 + 0.05 * (row % 2), y, 0.062, colour, sides=26) for n in range(-6, 7)]
        cuts += [disc(n * 0.105 + 0.05 * (row % 2), y, 0.044, PAPER, sides=26) for n in range(-6, 7)]
        cuts += [disc(n * 0.105 + 0.05 * (row % 2), y, 0.032, colour, sides=26) for n in range(-6, 7)]
    for x, colour in ((-0.20, VERMILION), (0.0, MALACHITE), (0.20, INK)):
        cuts += [petal(x * 1.15, 0.04, 0.24, 0.15, math.pi / 2 + x, colour, 0.35)]
        cuts += [petal(x * 1.15, 0.06, 0.16, 0.08, math.pi / 2 + x, PAPER, 0.35)]
    return cuts + (belly(0.0) if gong else [])


def belly(ring: float, x: float = 0.0, y: float = 0.345, size: float = 0.105) -> list[Cut]:
    """The gong; `ring` from 0 to 1 is how hard it still sounds, and it swells with it."""
    r = size * (1 + 0.03 * ring)
    colours: list[tuple[float, Ink]] = [
        (1.14, INK), (1.06, _OLD_BRASS), (1.0, GOLD), (0.84, _BRASS), (0.80, GOLD), (0.62, _BRASS), (0.58, GOLD),
        (0.30, _OLD_BRASS), (0.27, PALE_GOLD),
    ]  # fmt: skip
    return [disc(x, y, r * part, colour) for part, colour in colours]


def necks(lift: float = 0.0) -> list[Cut]:
    """Three striped necks between the robe and the heads."""
    cuts = []
    for name in HEADS:
        x, y, _ = SEATS[name]
        way = [(x * 0.42, 0.16), (x * 0.66, 0.06), (x * 0.95, y + 0.10 - lift)]
        cuts.append(ribbon(way, [0.14, 0.12, 0.10], OWN[name]))
        for n in range(5):
            t = 0.15 + 0.16 * n
            px = way[0][0] + (way[2][0] - way[0][0]) * t
            py = way[0][1] + (way[2][1] - way[0][1]) * t
            cuts.append(ribbon([(px - 0.055, py - 0.004), (px, py + 0.012), (px + 0.055, py - 0.004)], [0.016], PAPER))
    return cuts


def creature(
    sheet: Sheet,
    faces: dict[str, Face],
    v: Variation,
    *,
    breath: float = 0.0,
    silent: dict[str, Ink] | None = None,
    at: tuple[float, float, float] = (0.0, 0.0, 1.0),
) -> None:
    """Lays the whole creature at (x, y, size); heads named in `silent` are only silhouettes of that colour."""
    dark = silent or {}
    sheet.lay(placed(necks(), *at), shade(v))
    sheet.lay(placed(robe(breath), *at), shade(v, 1.6))
    names = HEADS[: v.heads]
    seats = [(name, SEATS[name], 0.43) for name in sorted(names, key=lambda each: each == "green")]
    seats += [("green", (-0.19 + 0.38 * n, 0.22, 0.22), 0.27) for n in range(v.heads - 3)]
    for name, (x, y, turn), size in seats:
        cuts = placed(head(name, faces[name], v), -x if v.mirrored else x, y, size, turn + 0.03 * faces[name].sway)
        sheet.lay(placed(in_one(cuts, dark[name]) if name in dark else cuts, *at), None if name in dark else shade(v))


def bird(flap: float, body: Ink = GOLD, wing: Ink = PALE_GOLD, eye: Ink = INK, *, spikes: bool = False) -> list[Cut]:
    """The one that came: seen from the side, flying right; `flap` from -1 (down) to 1 (up)."""
    fat = 0.30 if spikes else 0.55
    cuts = [petal(-0.20, 0.02, 0.42, 0.09, math.pi + a, body, 0.6) for a in (-0.34, 0.0, 0.34)]
    cuts += [
        petal(-0.05, -0.02, 0.40 - 0.03 * n, 0.11, -1.9 - 0.24 * n + 0.9 * (1 - flap), wing, fat) for n in range(4)
    ]
    cuts += [
        loop(
            [(0.34, -0.13), (0.20, -0.19), (0.0, -0.13), (-0.26, 0.02), (0.0, 0.12), (0.20, 0.06), (0.30, -0.02)], body
        ),
        petal(0.31, -0.105, 0.15, 0.06, 0.12, CORAL if not spikes else INK, 0.35),
    ]
    cuts += [
        petal(0.05, 0.0, 0.46 - 0.035 * n, 0.12, -1.75 - 0.27 * n + 1.1 * (1 - flap), c, fat)
        for n, c in enumerate((body, wing, body, wing))
    ]
    cuts += [disc(0.245, -0.105, 0.028, PAPER, sides=20), disc(0.25, -0.105, 0.015, eye, sides=16)]
    return cuts + [petal(0.22 - 0.02 * n, -0.17, 0.10, 0.03, -1.9 - 0.35 * n, body, 0.6) for n in range(3)]


def perched(body: Ink = GOLD, wing: Ink = PALE_GOLD, *, nod: float = 0.0, eye: Ink = INK) -> list[Cut]:
    """The bird at rest, wings closed, looking right."""
    cuts = [petal(-0.10, 0.06, 0.42, 0.10, math.pi - 0.35 + a, body, 0.6) for a in (-0.2, 0.0, 0.2)]
    cuts += [ribbon([(0.02, 0.10), (0.02, 0.22)], [0.016], CORAL), ribbon([(0.08, 0.10), (0.09, 0.22)], [0.016], CORAL)]
    cuts += [
        loop([(0.20, -0.16), (0.06, -0.12), (-0.14, 0.02), (-0.10, 0.12), (0.10, 0.13), (0.22, 0.0)], body),
        petal(0.12, -0.04, 0.34, 0.16, math.pi - 0.42, wing, 0.35),
        petal(0.09, -0.02, 0.24, 0.09, math.pi - 0.42, body, 0.35),
    ]
    y = -0.20 + 0.03 * nod
    cuts += [petal(0.24, y + 0.01, 0.13, 0.05, 0.15 + 0.3 * nod, CORAL, 0.35), disc(0.17, y, 0.10, body)]
    cuts += [petal(0.13 - 0.03 * n, y - 0.07, 0.10, 0.03, -1.5 - 0.4 * n, body, 0.6) for n in range(3)]
    return [*cuts, disc(0.195, y - 0.02, 0.030, PAPER, sides=20), disc(0.20, y - 0.02, 0.017, eye, sides=16)]


def hand(skin: Ink, line: Ink, fingers: int = 4, sleeve: Ink | None = None) -> list[Cut]:
    """An open hand, palm up, that comes from the left."""
    cuts = [ribbon([(-0.75, 0.34), (-0.45, 0.27), (-0.22, 0.20)], [0.20, 0.17, 0.15], skin)]
    for n in range(fingers):
        y = 0.155 + 0.032 * n
        tip = (0.40 - 0.05 * abs(n - 1), y - 0.11 + 0.038 * n)
        cuts.append(ribbon([(-0.06, y + 0.01), (0.16, y + 0.03), tip], [0.065, 0.055, 0.034], skin))
        cuts.append(disc(*tip, 0.0175, skin, sides=16))
        cuts.append(ribbon([(0.02, y + 0.028), (0.15, y + 0.040), (0.27, y + 0.0)], [0.002, 0.008, 0.002], line))
    cuts += [
        loop([(-0.34, 0.15), (-0.12, 0.13), (0.04, 0.16), (0.06, 0.26), (-0.08, 0.33), (-0.32, 0.32)], skin),
        ribbon([(-0.22, 0.18), (-0.12, 0.08), (0.0, 0.035)], [0.09, 0.07, 0.04], skin),
        disc(0.0, 0.035, 0.021, skin, sides=16),
        ribbon([(-0.20, 0.22), (-0.08, 0.25), (0.02, 0.22)], [0.002, 0.009, 0.002], line),
    ]
    if sleeve:
        cuts.append(loop([(-0.46, 0.08), (-0.36, 0.22), (-0.42, 0.42), (-0.95, 0.62), (-0.95, 0.10)], sleeve))
        cuts.append(ribbon([(-0.455, 0.09), (-0.365, 0.23), (-0.425, 0.42)], [0.035], line))
    return cuts


def breathing(beat: float) -> float:
    return math.sin(beat * math.pi / 2)


def face_at(name: str, mouth: float, beat: float, **more: object) -> Face:
    """A face that lives a little: it sways at its own speed and blinks at its own times."""
    rate = {"red": 0.9, "green": 0.6, "ink": 0.35}[name]
    lag = {"red": 0.0, "green": 2.6, "ink": 5.1}[name]
    shut = 1.0 if (beat + lag) % 7.5 < 0.25 else 0.0
    return Face(mouth=mouth, shut=shut, sway=float(np.sin(beat * rate * 1.7 + lag)), **more)  # type: ignore[arg-type]
