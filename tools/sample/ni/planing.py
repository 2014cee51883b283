"""SQ01-0020: a plane goes over a board, and one shaving comes out of it, as long as the board. Filmed."""

from __future__ import annotations

from sample.camera import Move, View
from sample.ni.bench import CLOTH, Bench, Motes, curl, lamp, litter, pieces, skin
from sample.ni.hands import Pose, old_hand
from sample.ni.variation import Variation
from sample.paint import Array, Stage, smooth
from sample.relief import BRASS, STEEL, Relief, Stuff
from sample.render import Frames
from sample.rods import Rod


def planing(stage: Stage, frames: int, v: Variation) -> Frames:
    light_wood, _, walnut = pieces(stage)
    old_skin = skin(stage)
    bench, motes = Bench(stage, 5), Motes(160, 11, rises=v.dust_rises)
    move = Move(View(-0.03, 0.01, 1.02), View(0.05, 0.0, 1.08), shake=1.3, seed=9)
    move = move if v.camera > 0 else move.reversed() if v.camera < 0 else Move(View(), View())

    def frame(i: int) -> Array:
        view = move.at(i / max(1, frames - 1))
        relief = Relief(stage, view, bench.seen(view))
        litter(relief, 12, 11, (0.10, 0.72, 1.70, 0.97))
        relief.slab((0.95, 0.44), (2.6, 0.26), 0.06, light_wood, bevel=0.008, slide=(0.2, 0.16))
        along = smooth(8, frames - 10, i)
        x = 0.46 + 0.78 * along
        fresh = Stuff((0.80, 0.58, 0.34), 0.30, False, light_wood.grain)
        relief.slab(((0.30 + x) / 2, 0.44), (max(0.02, x - 0.30), 0.115), 0.0606, fresh, bevel=0.001, slide=(0.5, 0.3))
        _plane(relief, x, walnut)
        for n in range(v.shavings):
            _shaving(relief, x, along, n, i, flies=v.shaving_flies)
        for n in range(v.hands):
            _holding(relief, x, old_skin, v, n)
        light = relief.lit(lamp(v, 0.42, 0.02, 0.60))
        motes.float(light, stage, view, i, (0.34, 0.25), 0.6)
        return light

    return frame


def _plane(relief: Relief, x: float, walnut: Stuff) -> None:
    mouth = (0.045, 0.0, 0.030, 0.045)
    relief.slab((x, 0.44), (0.46, 0.135), 0.125, walnut, bevel=0.012, notches=[mouth], slide=(-x, 0.1))
    relief.slab((x + 0.025, 0.44), (0.014, 0.088), 0.150, STEEL, bevel=0.004)
    relief.rod(Rod((x - 0.015, 0.44, 0.135), (x - 0.075, 0.44, 0.160), 0.026, 0.022), BRASS)
    relief.rod(Rod((x - 0.10, 0.27, 0.135), (x - 0.10, 0.61, 0.135), 0.020, 0.020), walnut)


def _shaving(relief: Relief, x: float, along: float, number: int, i: int, *, flies: bool) -> None:
    """The ribbon rolls up as it comes; the longer it is, the larger its roll."""
    grown = 0.35 + 3.4 * along
    rise = 0.004 * max(0, i - 30) if flies else 0.0
    sx = x + 0.075 + 0.035 * along + 0.11 * (number % 5) - 0.9 * rise
    sy = 0.435 - 0.05 * (number // 5) * (-1) ** number - 1.1 * rise
    curl(relief, sx, sy, 0.036 + 0.062 * along, grown, -i * 0.16 + number, 0.13 + rise)


def _holding(relief: Relief, x: float, old_skin: Stuff, v: Variation, number: int) -> None:
    far = Pose(x - 0.20, 0.16, 0.92, 0.36, 0.16, (1.0, 1.05, 1.1, 1.1), 0.6, 0.12, v.fingers, left=True)
    near = Pose(x - 0.31, 0.74, -0.86, 0.38, 0.17, (1.0, 1.05, 1.1, 1.1), 0.6, 0.12, v.fingers)
    for pose in (far, near) if number == 0 else (near.moved(0.52, 0.06),):
        old_hand(relief, pose, old_skin, CLOTH)
