"""SQ01-0030: out of the dark the machine hand opens, finger by finger, a finger a beat."""

from __future__ import annotations

import numpy as np

from sample.camera import Move, View
from sample.ni.bench import Motes, lamp, pieces
from sample.ni.hands import Pose, machine_hand, wheel
from sample.ni.timing import BEAT, eased
from sample.ni.variation import Variation
from sample.paint import Array, Stage, glow, noise
from sample.relief import Relief
from sample.render import Frames

FIRST = 20
"""The frame of the scene on which the first finger lets go; each next one follows a beat later."""


def waking(stage: Stage, frames: int, v: Variation) -> Frames:
    _, _, walnut = pieces(stage)
    move = Move(View(-0.03, 0.01, 1.0), View(0.035, -0.01, 1.10))
    move = move if v.camera > 0 else move.reversed() if v.camera < 0 else Move(View(), View())
    wall = (0.010 + 0.020 * noise(stage, 141, 3, 4))[..., None] * np.array([1.0, 0.72, 0.50])
    motes = Motes(150, 3, rises=v.dust_rises)

    def frame(i: int) -> Array:
        view = move.at(i / max(1, frames - 1))
        relief = Relief(stage, view, wall.astype(np.float32))
        curls = [1.28 - 1.10 * eased(i, FIRST + BEAT * n, FIRST + BEAT * n + 13) for n in range(4)]
        # A clockwork does not glide: it goes a tooth, and rests.
        tick = (i // 4 + eased(i % 4, 0, 2)) * 0.131
        settle = 0.012 * np.sin(i * 0.05)
        pose = Pose(
            0.66, 0.56 + settle, -0.16 + 0.05 * eased(i, 10, 90), 0.92, 0.16, (curls[0], curls[1], curls[2], curls[3]),
            thumb=1.0 - 0.8 * eased(i, FIRST + BEAT * 4, FIRST + BEAT * 4 + 14), spread=0.26, fingers=v.fingers,
        )  # fmt: skip
        machine_hand(relief, pose, walnut, tick)
        for n, (x, y, r, teeth) in enumerate(((0.26, 0.185, 0.150, 20), (0.490, 0.100, 0.090, 12))):
            way = 1 if v.gears_slip or n == 0 else -1
            wheel(
                relief, (x, y, 0.075), r, teeth, way * tick * (20 / teeth) * (3.0 if v.gears_slip else 1.0) + 0.09 * n
            )
        light = relief.lit(lamp(v, 0.62, -0.02, 0.66, 2.1))
        for n in range(v.shavings - 1):
            glow(light, stage, 0.2 + 0.13 * n, 0.3, 30, (0.4, 0.3, 0.1))
        motes.float(light, stage, view, i, (0.35, 0.2), 0.6)
        return light

    return frame
