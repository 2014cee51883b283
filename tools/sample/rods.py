"""Round rods, each thicker or thinner at its end: where they lie, and how far a place is from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sample.paint import Array

Place = tuple[float, float, float]
"""x, y, z in frame heights."""


@dataclass(frozen=True)
class Rod:
    """A round rod or limb between two places, thicker or thinner at its end."""

    start: Place
    end: Place
    thick: float
    thin: float


def bounds(rods: Sequence[Rod], reach: float = 0.01) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of all of them, in frame heights, with `reach` around."""
    wide = max(max(rod.thick, rod.thin) for rod in rods) + reach
    xs = [place[0] for rod in rods for place in (rod.start, rod.end)]
    ys = [place[1] for rod in rods for place in (rod.start, rod.end)]
    return min(xs) - wide, min(ys) - wide, max(xs) + wide, max(ys) + wide


def near(rods: Rod | Sequence[Rod], xs: Array, ys: Array) -> tuple[Array, Array, Array, Array]:
    """For each place: the distance from the rod's line, how far along (0 to 1), and there its radius and height.

    Of many rods the places have a first axis, one for each.
    """
    if isinstance(rods, Rod):
        x0, y0, z0, ex, ey, rise, dx, dy, thick, thinner = _measures(rods)
    else:
        measured = np.array([_measures(rod) for rod in rods]).T.astype(np.float32)[:, :, None, None]
        x0, y0, z0, ex, ey, rise, dx, dy, thick, thinner = measured
    along = np.clip((xs - x0) * ex + (ys - y0) * ey, 0, 1)
    away = np.sqrt(np.square(xs - x0 - along * dx) + np.square(ys - y0 - along * dy))
    return away, along, thick + thinner * along, z0 + rise * along


def _measures(rod: Rod) -> tuple[float, ...]:
    # Plain numbers: one of numpy's own would make every array here twice as large.
    x0, y0, z0, x1, y1, z1 = map(float, (*rod.start, *rod.end))
    dx, dy = x1 - x0, y1 - y0
    length = max(dx * dx + dy * dy, 1e-9)
    return x0, y0, z0, dx / length, dy / length, z1 - z0, dx, dy, rod.thick, rod.thin - rod.thick
