"""SQ02-0020: the machine has measured, so the machine pushes. The wood answers with a crack."""

from __future__ import annotations

import numpy as np

from sample.camera import Move, View
from sample.ni.bench import Bench, Motes, lamp, litter, pieces
from sample.ni.hands import Pose, machine_hand
from sample.ni.joint import crack, joint
from sample.ni.timing import eased
from sample.ni.variation import Variation
from sample.paint import Array, Stage, chance
from sample.relief import Relief, Stuff
from sample.render import Frames
from sample.rods import Rod

SPLITS = 60


def forcing(stage: Stage, frames: int, v: Variation) -> Frames:
    light_wood, red_wood, walnut = pieces(stage)
    bench, motes = Bench(stage), Motes(110, 5, rises=v.dust_rises)
    move = Move(View(0.03, 0.0, 1.0), View(-0.045, -0.01, 1.16), shake=0.6, seed=5)
    move = move if v.camera > 0 else move.reversed() if v.camera < 0 else Move(View(), View())

    def frame(i: int) -> Array:
        view = move.at(i / max(1, frames - 1))
        relief = Relief(stage, view, bench.seen(view))
        pushed = 0.16 * (1 - eased(i, 4, 34)) + 0.030 - 0.026 * eased(i, 50, SPLITS)
        strain = 0.0022 * np.sin(i * 2.1) * eased(i, 36, 50) * (1 - eased(i, SPLITS, SPLITS + 3))
        back = 0.05 * eased(i, SPLITS + 14, SPLITS + 44)
        litter(relief, 6, 5, (0.08, 0.05, 0.42, 0.95))
        joint(relief, red_wood, light_wood, v, pushed + back, shake=(0, strain), wide=1.02)
        if i >= SPLITS:
            grown = eased(i, SPLITS, SPLITS + 7)
            relief.cut(crack(grown), 0.0045, 0.05)
            relief.cut(crack(grown * 0.6, 8), 0.0025, 0.03)
            _splinters(relief, i - SPLITS)
        grip = (1.05, 1.05, 1.05, 1.0) if i < SPLITS + 16 else (0.75, 0.75, 0.75, 0.7)
        for n in range(v.hands):
            pose = Pose(
                1.50 + pushed + back, 0.47 + strain + 0.30 * n, np.pi - 0.06, 0.52, 0.15, grip, 0.75, 0.13,
                v.fingers, left=True,
            )  # fmt: skip
            machine_hand(relief, pose, walnut, (i // 4) * 0.131 if i < SPLITS else (SPLITS // 4) * 0.131)
        light = relief.lit(lamp(v, 0.72, -0.02, 0.66, 1.1))
        motes.float(light, stage, view, i, (0.3, 0.25), 0.5)
        return light

    return frame


def _splinters(relief: Relief, age: float) -> None:
    dice = chance(4, 87)
    for _ in range(8):
        a, b, c, d = dice.random(4)
        fly = 1 - np.exp(-age / 6)
        x, y = 0.70 + (a - 0.5) * 0.42 * fly, 0.36 + (b - 0.6) * 0.50 * fly
        turn, long = c * 3.1 + age * 0.02 * (d - 0.5), 0.018 + 0.03 * d
        z = 0.088 + 0.035 * np.sin(np.pi * min(1.0, age / 22)) * a
        end = (x + long * np.cos(turn), y + long * np.sin(turn), z)
        relief.rod(Rod((x, y, float(z)), end, 0.0065, 0.002), Stuff((0.75, 0.52, 0.30)))
