"""SQ03-0010 and SQ03-0020: the old hand trembles, the machine learns to tremble with it, and the joint closes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from sample.camera import Move, View
from sample.ni.bench import CLOTH, Bench, Motes, lamp, litter, pieces, skin
from sample.ni.hands import Pose, machine_hand, old_hand
from sample.ni.joint import SEAM, joint
from sample.ni.timing import eased
from sample.ni.variation import Variation
from sample.paint import Array, Stage, chance, glow, splat
from sample.relief import Relief
from sample.render import Frames

LEARNS = 64
"""The frame from which the machine trembles too."""
CLOSES = 62
"""The frame of the closing scene on which nothing can be seen between the pieces any more."""


def trembling(i: float) -> tuple[float, float]:
    """The old hand's tremor: five a second and never twice the same."""
    fast = np.sin(i * 1.31) + 0.55 * np.sin(i * 1.93 + 1.1) + 0.3 * np.sin(i * 0.57)
    other = np.sin(i * 1.17 + 2.0) + 0.6 * np.sin(i * 2.21)
    return float(0.0034 * other), float(0.0082 * fast)


def _tremor(stage: Stage, frames: int, v: Variation, *, machine: bool) -> Frames:
    move = Move(View(-0.01, 0.0, 0.98), View(-0.02, 0.0, 1.16))
    move = move if v.camera > 0 else move.reversed() if v.camera < 0 else Move(View(), View())

    def stands(i: int) -> Stand:
        apart = 0.24 - 0.06 * eased(i, 6, 40) - 0.115 * eased(i, LEARNS + 16, frames - 6)
        shaken = trembling(i)
        follows = 0.0 if v.steady_machine else eased(i, LEARNS - 10, LEARNS + 14)
        return apart, shaken, (shaken[0] * follows, shaken[1] * follows)

    return _both(stage, v, move, stands, 170 if machine else 60, machine=machine)


def tremor(stage: Stage, frames: int, v: Variation) -> Frames:
    """Both hands. What they hold is calm against each other, though nothing is calm against the bench."""
    return _tremor(stage, frames, v, machine=True)


def tremor_plate(stage: Stage, frames: int, v: Variation) -> Frames:
    """What the camera saw: the old hand, and a stile that nobody holds."""
    return _tremor(stage, frames, replace(v, steady_machine=True), machine=False)


def fitting(stage: Stage, frames: int, v: Variation) -> Frames:
    move = Move(View(-0.012, 0.0, 1.75), View(-0.012, 0.0, 2.15))
    move = (
        move if v.camera > 0 else move.reversed() if v.camera < 0 else Move(View(-0.012, 0, 1.8), View(-0.012, 0, 1.8))
    )

    def stands(i: int) -> Stand:
        apart = 0.085 * (1 - eased(i, 4, CLOSES)) ** 0.8
        calm = 1 - eased(i, CLOSES - 12, CLOSES)
        x, y = trembling(i + 140)
        other = 0.0 if v.steady_machine else 1.0
        return apart, (x * calm * 0.7, y * calm * 0.7), (x * calm * 0.7 * other, y * calm * 0.7 * other)

    painted = _both(stage, v, move, stands, 260)
    dice = chance(12, 91)
    side, speed, height = dice.random(160) * 2 - 1, dice.random(160), dice.random(160)

    def frame(i: int) -> Array:
        light = painted(i)
        age = i - CLOSES
        if age >= 0 and not v.gap:
            view = move.at(i / max(1, frames - 1))
            # The last air leaves the mortise and takes the dust with it.
            fly = 1 - np.exp(-age / (6 + 10 * speed))
            x = SEAM / stage.aspect + side * 0.055 * fly * (0.3 + speed) / stage.aspect * 1.8
            y = 0.5 + (height - 0.5) * 0.34 - 0.02 * fly
            sx, sy = 0.5 + (x - 0.5 - view.x) * view.zoom, 0.5 + (y - 0.5 - view.y) * view.zoom
            fade = np.exp(-age / (9 + 16 * speed))
            splat(light, stage, sx, sy, (fade * 1.3)[:, None] * np.array([1.3, 0.9, 0.5]), 1.1)
            splat(light, stage, sx, sy, (fade * 0.16)[:, None] * np.array([1.2, 0.85, 0.5]), 3.4)
            seam = 0.5 + (SEAM / stage.aspect - 0.5 - view.x) * view.zoom
            glow(light, stage, seam, 0.5, 26, (0.5, 0.32, 0.14), 0.9 * float(np.exp(-age / 7)), 9.0)
        return light

    return frame


Stand = tuple[float, tuple[float, float], tuple[float, float]]
"""How far apart the pieces are, and how the rail and the stile shake."""


def _both(
    stage: Stage, v: Variation, move: Move, stands: Callable[[int], Stand], dust: int, *, machine: bool = True
) -> Frames:
    light_wood, red_wood, walnut = pieces(stage)
    old_skin = skin(stage)
    bench, motes = Bench(stage, 6), Motes(dust, 15, rises=v.dust_rises)

    def frame(i: int) -> Array:
        view = move.at(min(1.0, i / 150))
        apart, shaken, held = stands(i)
        relief = Relief(stage, view, bench.seen(view))
        litter(relief, 16, 7, (0.06, 0.74, 1.72, 0.97))
        joint(relief, red_wood, light_wood, v, apart, from_left=True, shake=shaken, hold=held)
        brass = Pose(
            1.45 + held[0], 0.45 + held[1], np.pi + 0.07, 0.54, 0.215, (0.42, 0.42, 0.46, 0.5), 0.45, 0.17,
            v.fingers, left=True,
        )  # fmt: skip
        if machine:
            machine_hand(relief, brass, walnut, (i // 4) * 0.131 + held[1] * 9)
        for n in range(v.hands):
            old = Pose(
                0.16 - apart + shaken[0], 0.60 + shaken[1] - 0.36 * n, -0.20 + 0.4 * n + shaken[1], 0.50, 0.15,
                (0.62, 0.60, 0.66, 0.75), 0.55, 0.15, v.fingers,
            )  # fmt: skip
            old_hand(relief, old, old_skin, CLOTH)
        light = relief.lit(lamp(v, 0.74, -0.02, 0.66, 1.1))
        motes.float(light, stage, view, i, (0.36, 0.2), 0.6)
        return light

    return frame
