"""SQ03-0020: the blue hour. Lamps that live from pedalling; fireflies that live from nothing."""

from __future__ import annotations

import math

import numpy as np

from sample.bicycle_kids.dusk import BEAT, bob, child, clouds, rain, rgb, ride, sky
from sample.bicycle_kids.variation import Variation
from sample.camera import Drift, Move, View
from sample.paint import Array, Stage, chance, cover, glow, ridge, smooth, splat
from sample.render import Frames
from sample.strips import WetGround, reeds, wires

_ROAD = 0.765


def fireflies(stage: Stage, frames: int, v: Variation) -> Frames:
    move = Move(View(), View(0.22 * v.camera, -0.008), shake=2.0, seed=41)
    bank = Drift(stage, 411 + v.seed, 3, 0.22)
    trees = ridge(stage, 413, _ROAD - 0.045, 0.07, rough=8)
    far = reeds(stage, 415, frames=2.5, foot=_ROAD, tall=0.15, count=620, soft_px=0.8)
    near = reeds(stage, 417, frames=2.0, foot=1.06, tall=0.74, count=54, soft_px=2.4)
    low = reeds(stage, 419, frames=2.2, foot=1.03, tall=0.30, count=170, soft_px=1.0)
    line = wires(stage, frames=2.4, every=0.8, top=0.16, foot=_ROAD, birds=0, seed=9)
    wet = WetGround(stage, _ROAD + 0.008, 421)
    swarm = _Swarm(v)
    dice = chance(423)
    stars, shine = dice.random((180, 2)), dice.random(180) ** 3

    def frame(i: int) -> Array:
        t = i / max(1, frames - 1)
        view = move.at(t)
        hour = 1.60 + 0.35 * t + v.hour * 2
        light = sky(stage, hour, _ROAD, v.noon)
        clouds(light, stage, bank, 0.4 + 0.04 * t, 0.42, hour, 0.16)
        splat(light, stage, stars[:, 0], stars[:, 1] * 0.55, (shine * 0.9 * t)[:, None] * rgb(0.7, 0.85, 1.1), 0.7)
        cover(light, trees, (0.020, 0.038, 0.062))
        line.cover(light, 0.2 + view.x * 0.6, (0.012, 0.018, 0.030), drop=-view.y)
        sway = 0.014 * math.sin(i * 0.065)
        far.cover(light, view.x * 0.8, (0.014, 0.024, 0.036), lean=sway * 0.5)
        _children(light, stage, i, view, v)
        swarm.fly(light, stage, i, view, 0)
        if v.reflections:
            wet.lay(light, rgb(0.010, 0.016, 0.026), 0.85)
        else:
            wet.lay(light, rgb(0.016, 0.022, 0.032), 0.02)
        _children(light, stage, i, view, v)
        low.cover(light, 0.5 + view.x * 1.4, (0.006, 0.011, 0.018), lean=sway * 1.3, drop=-view.y)
        swarm.fly(light, stage, i, view, 1)
        near.cover(light, 0.1 + view.x * 2.3, (0.004, 0.007, 0.012), lean=sway * 2.4, drop=-view.y)
        swarm.fly(light, stage, i, view, 2)
        if v.rain:
            rain(light, stage, i)
        return np.asarray(light, np.float32)

    return frame


def _children(light: Array, stage: Stage, i: int, view: View, v: Variation) -> None:
    for n in range(v.riders):
        x = 0.20 + 0.0030 * i + (0.14, 0.0, 0.26, 0.38, 0.07, 0.45)[n % 6] - view.x
        y = _ROAD + 0.014 + bob(n, i, 0.0015) - view.y
        height = (0.205, 0.225, 0.19)[n % 3] * (1.0 if n else v.grown)
        rider = child(n, v, 0.055 * i, "delta")
        ride(
            light,
            stage,
            rider,
            x,
            y,
            height,
            colour=(0.006, 0.010, 0.017),
            rim=(0.10, 0.15, 0.24),
            rim_from=(-0.6, -1.2),
        )
        if v.lamps:
            # The dynamo: as bright as the pedals are quick.
            power = 0.75 + 0.25 * math.sin(i * 0.2 + n * 2)
            lx, ly = x + 0.25 * height / stage.aspect, y - 0.49 * height
            glow(light, stage, lx, ly, 3.0, (2.4, 1.9, 1.15), 1.5 * power)
            glow(light, stage, lx + 0.008, ly, 26, (0.9, 0.62, 0.30), 0.55 * power)
            glow(light, stage, lx + 0.055, y + 0.008, 44, (0.85, 0.56, 0.24), 0.42 * power, 0.16)
            glow(light, stage, x - 0.40 * height / stage.aspect, y - 0.40 * height, 2.2, (1.6, 0.12, 0.04), 1.1)


class _Swarm:
    """Fireflies in three depths. They do not keep the beat; one of them does, and it is the last to be seen."""

    def __init__(self, v: Variation) -> None:
        dice = chance(431)
        count = max(0, v.fireflies)
        self._place, self._own = dice.random((max(1, count), 2)), dice.random((max(1, count), 3))
        self._count = count
        self._colour = rgb(0.35, 0.65, 1.8) if v.fireflies_blue else rgb(1.25, 1.45, 0.35)

    def fly(self, light: Array, stage: Stage, i: int, view: View, depth: int) -> None:
        for n in range(depth, self._count, 3):
            px, py = self._place[n]
            ox, oy, oz = self._own[n]
            x = px * 1.2 - 0.05 + 0.030 * math.sin(i * (0.022 + 0.02 * ox) + oz * 6.3) - view.x * (0.8, 1.3, 2.2)[depth]
            y = 0.42 + 0.50 * py - 0.0009 * i * (0.3 + oy) + 0.018 * math.sin(i * 0.05 + ox * 6.3)
            pulse = (i / BEAT / (2 + 2 * ox) + oz) % 1.0
            lit = smooth(0.0, 0.12, pulse) * (1 - smooth(0.30, 0.62, pulse))
            if lit <= 0:
                continue
            size = (1.3, 2.2, 5.5)[depth]
            glow(light, stage, x, y, size, self._colour, 1.5 * lit / (1 + 0.5 * depth))
            glow(light, stage, x, y, size * 7, self._colour, 0.16 * lit)
