"""The joint from above: a stile with an open mortise, a rail with its tongue, and what may be wrong with them."""

from __future__ import annotations

from collections.abc import Sequence

from sample.ni.variation import Variation
from sample.paint import chance
from sample.relief import STEEL, Relief, Stuff
from sample.rods import Rod

STILE_WIDE, TONGUE, HALF = 0.26, 0.150, 0.072
"""Width of the stile, length of the tongue, half its width; in frame heights."""

SEAM = 0.86
"""Where the rail's shoulder meets the stile."""


def joint(
    relief: Relief,
    stile: Stuff,
    rail: Stuff,
    v: Variation,
    apart: float,
    *,
    from_left: bool = False,
    y: float = 0.50,
    shake: tuple[float, float] = (0.0, 0.0),
    hold: tuple[float, float] = (0.0, 0.0),
    wide: float = 1.0,
) -> None:
    """Both pieces, `apart` frame heights from being closed. `shake` moves the rail, `hold` the stile."""
    side = 1.0 if from_left else -1.0
    sx, sy = SEAM + side * STILE_WIDE / 2 + hold[0], y + hold[1]
    # The opening is cut from the rail's side; its far wall is what the tongue meets.
    notch = (-side * (STILE_WIDE / 2 - TONGUE / 2 + 0.01), 0.0, TONGUE / 2 + 0.010, HALF)
    relief.slab((sx, sy), (STILE_WIDE, 0.94), 0.085, stile, notches=[notch], turn_grain=not v.grain_across)
    apart = max(apart, v.gap)
    rx, ry = SEAM - side * apart + shake[0], y + shake[1]
    body = 1.2
    relief.slab((rx - side * body / 2, ry), (body, 0.30), 0.083, rail, bevel=0.005, slide=(-rx, -ry + 0.13))
    tongue = (rx + side * TONGUE / 2 - side * 0.02, ry)
    relief.slab(
        tongue, (TONGUE + 0.03, 2 * HALF * wide - 0.002), 0.0828, rail, bevel=0.003, slide=(tongue[0] - rx, 0.13)
    )
    if v.glue:
        _glue(relief, rx, ry, side)
    for n in range(v.nails):
        place = (sx + (0.06 if n % 2 else -0.06), sy + (-0.05 + 0.10 * (n // 2)), 0.086)
        relief.rod(Rod(place, place, 0.028, 0.02), STEEL)


def _glue(relief: Relief, x: float, y: float, side: float) -> None:
    """White, thick, and where it should not be."""
    dice, beads = chance(9, 81), []
    for n in range(16):
        a, b, c = dice.random(3)
        at = (x + side * 0.012 * (a - 0.5), y - 0.155 + 0.31 * n / 15, 0.085 + 0.004 * b)
        run = (at[0] + 0.05 * (c - 0.5), at[1] + 0.05 * b, 0.084)
        beads.append(Rod(at, run, 0.013 + 0.012 * a, 0.008 + 0.010 * b))
    relief.skin(beads, Stuff((0.90, 0.88, 0.80), 0.9), 0.006)


def crack(grown: float, seed: int = 5) -> Sequence[tuple[float, float]]:
    """The line along which the stile splits, as far as it has `grown` (0 to 1), from the mortise's corner."""
    dice, line = chance(seed, 83), []
    x, y = SEAM - TONGUE, 0.50 - HALF
    for _n in range(round(15 * grown) + 1):
        line.append((x, y))
        a, b = dice.random(2)
        x, y = x + 0.016 * (a - 0.62), y - 0.018 - 0.014 * b
    return line
