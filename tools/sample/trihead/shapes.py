"""Pieces of cut paper as outlines: curves, petals, ribbons, and what is done with scissors and a fold.

Places are in heights of the frame, (0, 0) its middle, x to the right, y down; angles are radians, clockwise.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from sample.paint import Array

Ink = tuple[int, int, int]
Place = tuple[float, float]


@dataclass(frozen=True)
class Cut:
    """One piece: its outline (points, 2) and its colour."""

    points: Array
    colour: Ink


def curve(points: Sequence[Place], closed: bool = False, steps: int = 8) -> Array:
    """A smooth line through the points (Catmull-Rom)."""
    p = np.asarray(points, np.float64)
    around = np.concatenate([p[-1:], p, p[:2]]) if closed else np.concatenate([p[:1], p, p[-1:]])
    a, b, c, d = around[:-3], around[1:-2], around[2:-1], around[3:]
    t = np.arange(steps)[:, None, None] / steps
    line = 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)
    flat = line.transpose(1, 0, 2).reshape(-1, 2)
    return flat if closed else np.concatenate([flat, p[-1:]])


def loop(points: Sequence[Place], colour: Ink) -> Cut:
    return Cut(curve(points, closed=True), colour)


def halved(points: Sequence[Place], colour: Ink) -> Cut:
    """A piece cut from folded paper: the right half is given, from top to bottom."""
    left = [(-x, y) for x, y in reversed(points) if x > 1e-6]
    return loop([*points, *left], colour)


def sharp(points: Sequence[Place], colour: Ink) -> Cut:
    return Cut(np.asarray(points, np.float64), colour)


def disc(x: float, y: float, rx: float, colour: Ink, ry: float | None = None, sides: int = 44) -> Cut:
    turn = np.linspace(0, 2 * math.pi, sides, endpoint=False)
    return Cut(np.stack([x + rx * np.cos(turn), y + (ry or rx) * np.sin(turn)], -1), colour)


def petal(x: float, y: float, length: float, width: float, turn: float, colour: Ink, fat: float = 0.5) -> Cut:
    """A leaf that grows from (x, y) towards `turn`; `fat` is where along its length it is widest."""
    s = np.linspace(0, 1, 14)
    half = width / 2 * np.sin(math.pi * s ** (math.log(0.5) / math.log(fat)))
    along = np.concatenate([s, s[::-1]]) * length
    across = np.concatenate([half, -half[::-1]])
    cos, sin = math.cos(turn), math.sin(turn)
    return Cut(np.stack([x + along * cos - across * sin, y + along * sin + across * cos], -1), colour)


def crescent(x: float, y: float, r: float, thick: float, turn: float, colour: Ink, span: float = 1.1) -> Cut:
    """A new moon whose belly looks towards `turn`."""
    a = np.linspace(-span, span, 16)
    inner = r - thick * np.cos(a / span * math.pi / 2)
    rim = np.concatenate([np.full(16, r), inner[::-1]])
    angle = np.concatenate([a, a[::-1]]) + turn
    return Cut(np.stack([x + rim * np.cos(angle), y + rim * np.sin(angle)], -1), colour)


def ribbon(points: Sequence[Place], widths: Sequence[float], colour: Ink) -> Cut:
    """A strip along a smooth line, its width given at each point."""
    line = curve(points)
    wide = np.interp(np.linspace(0, 1, len(line)), np.linspace(0, 1, len(widths)), widths)[:, None] / 2
    way = np.gradient(line, axis=0)
    side = np.stack([-way[:, 1], way[:, 0]], -1) / np.maximum(np.hypot(way[:, 0], way[:, 1]), 1e-9)[:, None]
    return Cut(np.concatenate([line + side * wide, (line - side * wide)[::-1]]), colour)


def rays(x: float, y: float, inner: float, outer: float, count: int, phase: float, colour: Ink) -> list[Cut]:
    """Wedges round a point, as wide as the gaps between them."""
    cuts = []
    for n in range(count):
        a, b = phase + 2 * math.pi * n / count, phase + 2 * math.pi * (n + 0.5) / count
        rim = [(inner, a), (outer, a), (outer, b), (inner, b)]
        cuts.append(sharp([(x + r * math.cos(t), y + r * math.sin(t)) for r, t in rim], colour))
    return cuts


def teeth(a: Place, b: Place, count: int, depth: float, colour: Ink) -> list[Cut]:
    """The saw-tooth cuts of paper-cutting along the line from `a` to `b`, to its left."""
    (x, y), (dx, dy) = a, ((b[0] - a[0]) / count, (b[1] - a[1]) / count)
    long = math.hypot(dx, dy)
    nx, ny = dy / long * depth, -dx / long * depth
    return [
        sharp(
            [
                (x + dx * n, y + dy * n),
                (x + dx * (n + 0.5) + nx, y + dy * (n + 0.5) + ny),
                (x + dx * (n + 0.62), y + dy * (n + 0.62)),
            ],
            colour,
        )
        for n in range(count)
    ]


def both(cuts: Iterable[Cut]) -> list[Cut]:
    """The pieces and their mirror images, as from folded paper."""
    kept = list(cuts)
    return kept + [Cut(cut.points * (-1, 1), cut.colour) for cut in kept]


def placed(
    cuts: Iterable[Cut], x: float = 0, y: float = 0, size: float = 1, turn: float = 0, *, flip: bool = False
) -> list[Cut]:
    """The pieces turned, sized and laid at (x, y)."""
    cos, sin = math.cos(turn) * size, math.sin(turn) * size
    matrix = np.array([[cos, sin], [-sin, cos]]) * (((-1,), (1,)) if flip else 1)
    return [Cut(cut.points @ matrix + (x, y), cut.colour) for cut in cuts]


def recoloured(cuts: Iterable[Cut], colours: Mapping[Ink, Ink]) -> list[Cut]:
    return [replace(cut, colour=colours.get(cut.colour, cut.colour)) for cut in cuts]


def in_one(cuts: Iterable[Cut], colour: Ink) -> list[Cut]:
    """The pieces as a silhouette."""
    return [replace(cut, colour=colour) for cut in cuts]
