"""SQ02-0030: the old hand knocks three times, and one can see the wood answer. Filmed; the waves are added."""

from __future__ import annotations

import numpy as np

from sample.camera import Move, View
from sample.ni.bench import CLOTH, Bench, Motes, lamp, litter, pieces, skin
from sample.ni.hands import Pose, old_hand
from sample.ni.timing import knocks, rung, tapped
from sample.ni.variation import Variation
from sample.paint import Array, Stage
from sample.relief import Relief
from sample.render import Frames

_SPOT = (0.955, 0.47)


def knocking(stage: Stage, frames: int, v: Variation) -> Frames:
    return _knocking(stage, frames, v, waves=True)


def knocking_plate(stage: Stage, frames: int, v: Variation) -> Frames:
    """What the camera saw: the hand and the board, and no waves."""
    return _knocking(stage, frames, v, waves=False)


def _knocking(stage: Stage, frames: int, v: Variation, *, waves: bool) -> Frames:
    light_wood, _, _ = pieces(stage)
    old_skin = skin(stage)
    bench, motes = Bench(stage, 4), Motes(130, 9, rises=v.dust_rises)
    move = Move(View(-0.02, 0.02, 1.0), View(0.02, -0.01, 1.07), shake=1.0, seed=7)
    move = move if v.camera > 0 else move.reversed() if v.camera < 0 else Move(View(), View())
    moments = knocks(v.knock_seed)

    def frame(i: int) -> Array:
        view = move.at(i / max(1, frames - 1))
        relief = Relief(stage, view, bench.seen(view))
        litter(relief, 8, 6, (0.05, 0.03, 1.7, 0.16))
        relief.slab(
            (1.0, 0.49), (2.4, 0.50), 0.06, light_wood, bevel=0.010, turn_grain=v.grain_across, slide=(0.1, 0.28)
        )
        if waves:
            _answer(relief, stage, view, i, moments)
        down = tapped(i, moments)
        for n in range(v.hands):
            lifted = 0.16 * (1 - down)
            pose = Pose(
                0.76 - 0.10 * (1 - down) + 0.34 * n, 0.80 + 0.05 * (1 - down) - 0.10 * n, -1.00 + 0.10 * (1 - down),
                0.46, 0.13 + lifted, (1.45, 1.55, 1.5, 1.45), 0.9, 0.08, v.fingers,
            )  # fmt: skip
            old_hand(relief, pose, old_skin, CLOTH)
        light = relief.lit(lamp(v, 0.40, 0.02, 0.60))
        motes.float(light, stage, view, i, (0.3, 0.2), 0.55)
        return light

    return frame


def _answer(relief: Relief, stage: Stage, view: View, i: int, moments: tuple[int, ...]) -> None:
    """Waves that run from the knuckle, farther along the grain than across it."""
    waves = rung(i, moments)
    if not waves:
        return
    ox, oy = relief.at(*_SPOT)
    x = (np.arange(stage.width, dtype=np.float32) - ox)[None, :] / relief.px
    y = (np.arange(stage.height, dtype=np.float32) - oy)[:, None] / relief.px
    away = np.sqrt((x / 1.75) ** 2 + y**2)
    rise = np.zeros_like(away)
    for age, strength in waves:
        front = 0.020 * age
        rise += 0.0052 * strength * np.cos((away - front) * 95) * np.exp(-(((away - front) / 0.055) ** 2))
    relief.heave(rise, 0.04)
