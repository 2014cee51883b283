"""SQ01-0010: the delta road after rain. Three children ride along the wires; the title hangs in the sky."""

from __future__ import annotations

import numpy as np

from sample.bicycle_kids.dusk import Motes, bob, child, clouds, lettered, near_sun, rain, rgb, ride, sky, sun, warmed
from sample.bicycle_kids.variation import Variation
from sample.camera import Drift, Move, View
from sample.paint import Array, Stage, cover, lighten, ridge, smooth
from sample.render import Frames
from sample.strips import WetGround, reeds, wires

HORIZON = 0.655


def road(stage: Stage, frames: int, v: Variation) -> Frames:
    move = Move(View(), View(0.30 * v.camera), shake=2.2, seed=4)
    bank = Drift(stage, 303 + v.seed, 3, 0.22)
    trees = ridge(stage, 311 + v.seed, HORIZON + 0.004, 0.035, rough=9)
    far = reeds(stage, 313, frames=3, foot=HORIZON + 0.012, tall=0.075, count=900, soft_px=0.7)
    middle = reeds(stage, 315, frames=2.5, foot=0.78, tall=0.17, count=210, soft_px=0.6)
    near = reeds(stage, 317, frames=2.2, foot=1.08, tall=0.66, count=62, soft_px=2.6)
    line = wires(stage, frames=2.4, every=0.6, top=0.10, foot=HORIZON + 0.02, birds=v.birds, seed=3)
    wet = WetGround(stage, HORIZON + 0.006, 319)
    motes = Motes(5, 70)
    title = lettered(stage, "BICYCLE KIDS", 0.5, 0.235, 0.062, spacing=4.6) if v.edited else None
    under = lettered(stage, "单车少年", 0.5, 0.345, 0.040, spacing=7.0) if v.edited else None

    def frame(i: int) -> Array:
        t = i / max(1, frames - 1)
        view = move.at(t)
        x, y = 0.66 - view.x * 0.10, 0.575 - view.y + 0.035 * t
        hour = 0.25 + 0.35 * t + v.hour * 2
        light = sky(stage, hour, HORIZON, v.noon)
        clouds(light, stage, bank, 0.1 + t * 0.05, 0.30, hour)
        clouds(light, stage, bank, 0.9 + t * 0.08, 0.47, hour, 0.07)
        for n in range(v.suns):
            sun(light, stage, x - 0.30 * n, y - 0.10 * n, hour, 1.0 - 0.2 * n)
        near_it = near_sun(stage, x, y, 0.5)
        cover(light, trees, warmed(near_it, rgb(0.26, 0.12, 0.075) * (1 - 0.4 * t), (0.75, 0.30, 0.07)))
        line.cover(light, 0.05 + view.x * 0.55, (0.050, 0.030, 0.032), drop=-view.y * 0.7)
        far.cover(
            light,
            view.x * 0.75,
            warmed(near_it, (0.045, 0.024, 0.022), (0.30, 0.11, 0.02)),
            lean=0.004 * np.sin(i * 0.07),
        )
        if v.reflections:
            _children(light, stage, i, view, v, x)
            wet.lay(light, rgb(0.030, 0.026, 0.034))
        else:
            wet.lay(light, rgb(0.060, 0.050, 0.048), 0.06)
        _children(light, stage, i, view, v, x)
        sway = 0.020 * np.sin(i * 0.075) + 0.008 * np.sin(i * 0.19)
        middle.cover(
            light,
            0.4 + view.x * 1.3,
            warmed(near_it, (0.018, 0.012, 0.013), (0.10, 0.035, 0.006)),
            lean=sway,
            drop=-view.y,
        )
        motes.hang(light, stage, i, near_it, (0.9, 0.55, 0.22))
        near.cover(light, 0.2 + view.x * 2.4, (0.010, 0.007, 0.009), lean=sway * 2.2, drop=-view.y)
        if v.rain:
            rain(light, stage, i)
        if title is not None and under is not None:
            shown = smooth(0.16, 0.36, t) * (1 - smooth(0.90, 1.0, t))
            lighten(light, title * shown, (1.25, 1.05, 0.80))
            lighten(light, under * smooth(0.30, 0.48, t) * (1 - smooth(0.90, 1.0, t)), (1.1, 0.8, 0.5))
        return np.asarray(light, np.float32)

    return frame


def _children(light: Array, stage: Stage, i: int, view: View, v: Variation, sun_x: float) -> None:
    for n in range(v.riders):
        x = 0.13 + 0.0026 * i + (0.115, 0.0, 0.215, 0.32, 0.05, 0.40, 0.17, 0.27, -0.05, 0.46)[n % 10] - view.x * 0.9
        rider = child(n, v, 0.045 * i, "delta")
        height = (0.150, 0.165, 0.138)[n % 3] * (1.0 if n else v.grown)
        side = v.sun_side if x < sun_x else -v.sun_side
        ride(light, stage, rider, x + 0.10, HORIZON + 0.022 + bob(n, i, 0.0015) - view.y, height,
             rim=(0.85, 0.40, 0.12), rim_from=(1.1 * side, -0.8))  # fmt: skip
