"""The three heads, each cut in its own manner: an opera mask, a folded paper-cut, a shadow figure.

A head is about one unit high, its face round (0, 0). All three have the same eye, because in the end they share it.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from sample.trihead.palette import (
    CORAL,
    DEEP_MALACHITE,
    DEEP_VERMILION,
    GOLD,
    INK,
    INK_BLUE,
    MALACHITE,
    PALE_GOLD,
    PAPER,
    VERMILION,
)
from sample.trihead.shapes import Cut, Ink, both, crescent, disc, halved, loop, petal, placed, ribbon, sharp, teeth


@dataclass(frozen=True)
class Face:
    """What a head is doing: each figure from 0 to 1 but `look` (where the pupils are) and `sway` (-1 to 1)."""

    mouth: float = 0.0
    shut: float = 0.0
    look: tuple[float, float] = (0.0, 0.0)
    sway: float = 0.0
    hole: Ink = PAPER
    """What is seen through the holes of the paper-cut and the shadow figure."""
    eyes: int = 2
    """Three, where a model could not count."""
    skew: float = 0.0
    """How far the left half has slipped against the right: paper that was not folded."""


def eye(
    width: float, face: Face, rim: Ink = INK, white: Ink = PAPER, iris: Ink = GOLD, lid: Ink | None = None
) -> list[Cut]:
    """An almond with a ring of gold, looking where the face looks; shut, it is a lid."""
    if face.shut > 0.85:
        line = [(-width * 0.68, -0.02 * width), (0, 0.17 * width), (width * 0.68, -0.08 * width)]
        return [ribbon(line, [0.05 * width, 0.15 * width, 0.04 * width], lid or rim)]
    high = max(0.08, 0.56 * (1 - face.shut)) * width
    corners = [(-width * 0.62, 0.02 * width), (0, -high * 0.62), (width * 0.62, -0.05 * width), (0, high * 0.58)]
    cuts = [loop([(x * 1.2, y * 1.35 + 0.012 * width) for x, y in corners], rim), loop(corners, white)]
    r = min(0.25 * width, high * 0.52)
    x, y = face.look[0] * width * 0.26, face.look[1] * high * 0.16
    return [*cuts, disc(x, y, r, iris), disc(x, y, r * 0.56, INK), disc(x - r * 0.2, y - r * 0.24, r * 0.17, white)]


def _eyes(face: Face, x: float, y: float, width: float, tilt: float, **colours: Ink) -> list[Cut]:
    one = eye(width, face, **colours)
    flat = Face(face.mouth, face.shut, (-face.look[0], face.look[1]))
    other = eye(width, flat, **colours)
    cuts = placed(one, x, y, turn=-tilt) + placed(other, -x, y, turn=tilt, flip=True)
    if face.eyes > 2:
        cuts += placed(eye(width * 0.9, face, **colours), 0, y - 0.19)
    return cuts


def red(face: Face) -> list[Cut]:
    """The general: pompoms, feathers, flames over the eyes. It wants every story to be a battle."""
    s = face.sway
    plume = [(0.10, -0.40), (0.20 + 0.03 * s, -0.78), (0.46 + 0.08 * s, -0.98), (0.78 + 0.12 * s, -0.90 + 0.05 * s)]
    cuts = both([
        ribbon(plume, [0.045, 0.04, 0.03, 0.008], INK),
        ribbon(plume, [0.022, 0.02, 0.014, 0.002], GOLD),
    ])  # fmt: skip
    for n in range(-5, 6):
        a = n * 0.235 - math.pi / 2
        cuts.append(disc(0.47 * math.cos(a), 0.47 * math.sin(a) + 0.02, 0.062, (GOLD, VERMILION)[n % 2]))
        cuts.append(disc(0.47 * math.cos(a), 0.47 * math.sin(a) + 0.02, 0.026, (PALE_GOLD, GOLD)[n % 2]))
    for n in range(-4, 5):
        a = n * 0.26 - math.pi / 2
        cuts.append(disc(0.39 * math.cos(a), 0.39 * math.sin(a) + 0.02, 0.045, (DEEP_VERMILION, PALE_GOLD)[n % 2]))
    cuts += [
        ribbon(
            [(x * 0.9, 0.40), (x + 0.02 * s, 0.56), (x * 1.05 + 0.06 * s, 0.76 - abs(x) * 0.5)],
            [0.06, 0.05, 0.004],
            INK,
        )
        for x in (-0.18, -0.11, -0.04, 0.04, 0.11, 0.18)
    ]
    cuts += [
        halved([(0, -0.36), (0.25, -0.32), (0.37, -0.10), (0.335, 0.14), (0.20, 0.36), (0, 0.46)], DEEP_VERMILION),
        halved([(0, -0.33), (0.23, -0.29), (0.34, -0.10), (0.305, 0.13), (0.18, 0.33), (0, 0.43)], VERMILION),
        halved([(0, -0.33), (0.09, -0.30), (0.045, -0.16), (0.07, -0.06), (0, 0.02)], PAPER),
        halved([(0, -0.29), (0.04, -0.22), (0.018, -0.14), (0, -0.08)], VERMILION),
    ]
    cuts += both([
        loop([(0.04, -0.02), (0.15, -0.16), (0.33, -0.20), (0.30, 0.02), (0.16, 0.07)], PAPER),
        loop([(0.045, -0.03), (0.14, -0.125), (0.345, -0.22), (0.27, -0.01), (0.15, 0.035)], INK),
        ribbon([(0.055, -0.13), (0.13, -0.20), (0.22, -0.225), (0.34, -0.34)], [0.012, 0.055, 0.05, 0.004], INK),
        ribbon([(0.09, -0.215), (0.17, -0.27), (0.25, -0.31)], [0.004, 0.022, 0.002], GOLD),
        crescent(0.20, 0.155, 0.095, 0.045, 0.3, PAPER),
        crescent(0.20, 0.155, 0.060, 0.026, 0.3, INK),
        ribbon([(0.025, 0.02), (0.05, 0.09), (0.085, 0.12), (0.06, 0.15)], [0.01, 0.022, 0.03, 0.006], INK),
        petal(0.03, 0.365, 0.13, 0.03, -0.55, GOLD),
    ])  # fmt: skip
    open_ = 0.035 + 0.12 * face.mouth
    cuts += [
        halved([(0, 0.17), (0.10, 0.185), (0.185, 0.15), (0.15, 0.20 + open_ * 0.6), (0, 0.20 + open_)], INK),
        halved([(0, 0.185), (0.10, 0.195), (0.145, 0.185), (0.11, 0.215), (0, 0.218)], PAPER),
    ]
    if face.mouth > 0.3:
        cuts.append(halved([(0, 0.16 + open_ * 0.75), (0.07, 0.17 + open_ * 0.8), (0, 0.195 + open_ * 0.94)], CORAL))
    return _slipped(cuts + _eyes(face, 0.165, -0.055, 0.15, 0.30, lid=GOLD), face)


def green(face: Face) -> list[Cut]:
    """The lotus: cut from folded paper, all in one colour and its holes. It wants every story to be a feast."""
    hole, cuts = face.hole, []
    for n in range(-3, 4):
        a = n * 0.33 - math.pi / 2 + 0.02 * face.sway
        cuts += [petal(0.20 * math.cos(a), 0.20 * math.sin(a), 0.42, 0.24, a, (MALACHITE, DEEP_MALACHITE)[n % 2], 0.6)]
    for n in range(-3, 4):
        a = n * 0.33 - math.pi / 2 + 0.02 * face.sway
        x, y = 0.40 * math.cos(a), 0.40 * math.sin(a)
        cuts += [petal(x, y, 0.16, 0.07, a, hole, 0.6), petal(x * 1.02, y * 1.02, 0.09, 0.03, a, CORAL, 0.6)]
    scallops = [disc(0.345 * math.cos(a), 0.08 + 0.345 * math.sin(a), 0.07, MALACHITE) for a in _turns(-0.35, 3.49, 11)]
    beads = [disc(0.365 * math.cos(a), 0.08 + 0.365 * math.sin(a), 0.022, hole) for a in _turns(-0.35, 3.49, 11)]
    cuts += [*scallops, disc(0, 0.06, 0.355, MALACHITE), *beads]
    for n in range(9):
        a = -math.pi / 2 + (n - 4) * 0.21
        cuts.append(petal(0.215 * math.cos(a), 0.04 + 0.215 * math.sin(a), 0.10, 0.045, a, hole, 0.55))
    cuts += both([
        *(crescent(0.155, -0.055, 0.125 - 0.032 * n, 0.017, -math.pi / 2 - 0.15, hole, 0.95) for n in range(2)),
        *teeth((0.305, 0.06), (0.20, 0.335), 9, -0.05, hole),
        *(petal(0.205, 0.165, 0.058, 0.036, a, hole, 0.6) for a in _turns(0.2, 0.2 + 2 * math.pi * 5 / 6, 6)),
        disc(0.205, 0.165, 0.016, CORAL),
        ribbon([(0.012, 0.0), (0.03, 0.07), (0.045, 0.115), (0.014, 0.135)], [0.006, 0.012, 0.018, 0.008], hole),
        ribbon([(0.37, 0.20), (0.385, 0.29), (0.37 + 0.02 * face.sway, 0.36)], [0.008, 0.008, 0.008], MALACHITE),
        petal(0.37 + 0.02 * face.sway, 0.35, 0.13, 0.07, math.pi / 2 - 0.12 * face.sway, CORAL, 0.65),
    ])  # fmt: skip
    o = 0.014 + 0.10 * face.mouth
    cuts += [
        halved([(0, 0.205), (0.035, 0.19), (0.105, 0.175), (0.06, 0.215 + o * 0.7), (0, 0.222 + o)], hole),
        halved([(0, 0.218), (0.04, 0.205), (0.07, 0.20), (0.04, 0.215 + o * 0.4), (0, 0.215 + o * 0.6)], CORAL),
        disc(0, -0.135, 0.03, CORAL),
    ]
    return _slipped(cuts + _eyes(face, 0.145, 0.03, 0.145, 0.10, rim=DEEP_MALACHITE, lid=hole), face)


def ink(face: Face) -> list[Cut]:
    """The shadow: hide and slits, a moon for a horn. It wants every story to be over already."""
    s, hole = face.sway, face.hole
    cuts = [crescent(0.06, -0.56, 0.20, 0.075, -math.pi / 2 + math.pi, INK, 1.35)]
    cuts += both([
        ribbon(
            [(0.17 + 0.03 * n, -0.30), (0.31 + 0.028 * n, -0.02), (0.25 + 0.045 * n + 0.03 * s, 0.36),
             (0.30 + 0.05 * n + 0.08 * s, 0.70 - 0.07 * n)],
            [0.05, 0.055, 0.04, 0.003], (INK, INK_BLUE)[n % 2],
        )
        for n in range(4)
    ])  # fmt: skip
    cuts += [
        halved([(0, -0.43), (0.20, -0.35), (0.275, -0.10), (0.225, 0.18), (0.125, 0.44), (0, 0.54)], INK),
        halved([(0, -0.40), (0.012, -0.30), (0.020, -0.16), (0, -0.10)], hole),
    ]
    cuts += both([
        *(ribbon([(0.035 + 0.036 * n, -0.385 + 0.014 * n * n), (0.05 + 0.042 * n, -0.29 + 0.012 * n * n),
                  (0.052 + 0.046 * n, -0.20 + 0.006 * n * n)], [0.002, 0.012, 0.002], hole) for n in range(1, 4)),
        ribbon([(0.035, -0.055), (0.12, -0.135), (0.225, -0.075)], [0.004, 0.022, 0.002], hole),
        ribbon([(0.055, 0.105), (0.12, 0.135), (0.19, 0.07)], [0.002, 0.010, 0.002], hole),
        ribbon([(0.14, 0.165), (0.13, 0.25), (0.085, 0.36)], [0.002, 0.016, 0.002], hole),
        ribbon([(0.185, 0.15), (0.17, 0.25), (0.115, 0.395)], [0.002, 0.010, 0.002], hole),
        ribbon([(0.016, -0.04), (0.022, 0.09), (0.050, 0.175), (0.012, 0.195)], [0.004, 0.008, 0.016, 0.004], hole),
    ])  # fmt: skip
    o = 0.008 + 0.075 * face.mouth
    cuts.append(halved([(0, 0.295 - o * 0.5), (0.045 + 0.01 * face.mouth, 0.30), (0, 0.305 + o)], hole))
    if face.mouth > 0.3:
        cuts.append(halved([(0, 0.305), (0.024, 0.315), (0, 0.305 + o * 0.7)], INK))
    cuts += [
        ribbon([(x, 0.47), (x * 1.2 + 0.02 * s, 0.60), (x * 0.6 + 0.05 * s, 0.74)], [0.03, 0.02, 0.002], INK)
        for x in (-0.05, 0.0, 0.05)
    ]
    cuts.append(sharp([(-0.012, 0.40), (0, 0.365), (0.012, 0.40), (0, 0.45)], hole))
    return _slipped(cuts + _eyes(face, 0.125, 0.03, 0.135, 0.16, rim=INK_BLUE, lid=hole), face)


def _slipped(cuts: list[Cut], face: Face) -> list[Cut]:
    """The left half slides down the fold, as if it had been cut apart."""
    if not face.skew:
        return cuts
    return [Cut(cut.points + (cut.points[:, :1] < 0) * (face.skew * 0.3, face.skew), cut.colour) for cut in cuts]


def _turns(first: float, last: float, count: int) -> list[float]:
    return [first + (last - first) * n / (count - 1) for n in range(count)]


CUT: dict[str, Callable[[Face], list[Cut]]] = {"red": red, "green": green, "ink": ink}
