"""SQ02-0010: the note runs along the telegraph wires, out of one evening, through a night, into the other evening."""

from __future__ import annotations

import numpy as np

from sample.bicycle_kids.dusk import clouds, lettered, rgb, sky, sun
from sample.bicycle_kids.variation import Variation
from sample.camera import Drift, Move, View
from sample.paint import Array, Stage, chance, glow, lighten, smooth, splat
from sample.render import Frames
from sample.strips import reeds, sag, wires

_EVERY, _TOP, _FOOT = 0.62, 0.17, 1.05
_LEAVES, _ARRIVES = ("18:48", "UTC+8"), ("21:28", "UTC+2")
"""Two sunsets of one day in May: eight hours and forty minutes lie between them."""


def line(stage: Stage, frames: int, v: Variation) -> Frames:
    move = Move(View(), View(), shake=2.4, seed=21)
    pole = wires(stage, frames=_EVERY * 5, every=_EVERY, top=_TOP, foot=_FOOT, birds=v.birds, seed=12, soft_px=0.5)
    back = wires(stage, frames=_EVERY * 4, every=_EVERY * 0.5, top=0.46, foot=0.98, lines=2, soft_px=1.2)
    bank = Drift(stage, 361 + v.seed, 3, 0.22)
    low = reeds(stage, 363, frames=2.0, foot=1.02, tall=0.15, count=420, soft_px=0.9)
    dice = chance(365)
    stars, shine = dice.random((300, 2)), dice.random(300) ** 2
    clocks = (
        [lettered(stage, f"{a}   {b}", 0.5, 0.085, 0.026, spacing=3.2) for a, b in (_LEAVES, _ARRIVES)]
        if v.edited
        else []
    )

    def frame(i: int) -> Array:
        t = i / max(1, frames - 1)
        view = move.at(t)
        offset = (0.30 + 0.034 * i * v.camera) + view.x
        night = smooth(0.06, 0.40, t) * (1 - smooth(0.66, 0.97, t))
        hour = 0.75 + 2.2 * night - 0.35 * smooth(0.6, 1.0, t) + v.hour * 2
        light = sky(stage, hour, 0.98, v.noon)
        clouds(light, stage, bank, 0.2 + offset * 0.12, 0.62, hour, 0.22)
        low_sun = 0.70 + 0.50 * smooth(0.0, 0.35, t) if t < 0.5 else 1.20 - 0.52 * smooth(0.62, 1.0, t)
        for n in range(v.suns):
            sun(light, stage, (0.80 if t < 0.5 else 0.25) + 0.3 * n, low_sun, min(hour, 1.2), 1.2)
        k = max(0.0, night - 0.35) * 1.5
        twinkle = shine * k * (0.8 + 0.2 * np.sin(i * 0.3 + stars[:, 0] * 40))
        splat(
            light,
            stage,
            (stars[:, 0] - offset * 0.03) % 1.0,
            stars[:, 1] * 0.8,
            twinkle[:, None] * rgb(0.8, 0.9, 1.1),
            0.8,
        )
        dark = rgb(0.030, 0.020, 0.026) * (1 - night) + rgb(0.006, 0.009, 0.018) * night
        back.cover(light, offset * 0.45, dark * 2.6, drop=-view.y * 0.5, opacity=0.9)
        low.cover(light, offset * 0.7, dark * 1.5, lean=0.02 * np.sin(i * 0.1))
        pole.cover(light, offset, dark * 0.5, drop=-view.y)
        _note(light, stage, i, offset, view)
        for clock, (begin, end) in zip(clocks, ((0.05, 0.33), (0.70, 0.98)), strict=False):
            shown = smooth(begin, begin + 0.06, t) * (1 - smooth(end - 0.06, end, t))
            lighten(light, clock * shown, (1.1, 0.95, 0.75))
        return np.asarray(light, np.float32)

    return frame


def _note(light: Array, stage: Stage, i: int, offset: float, view: View) -> None:
    """The light of the bell, on the upper wire; it stays with the camera and leaves a glow behind it."""
    arm = 0.043 / stage.aspect
    for k in range(90):
        x = 0.56 - 0.0030 * k
        along = ((x + offset - arm) / _EVERY - 0.5) % 1.0
        y = _TOP + 0.041 + sag(along) - view.y
        fade = np.exp(-k / 28)
        glow(light, stage, x, y, 2.4, (1.9, 1.35, 0.65), 0.42 * fade)
        if k == 0:
            glow(light, stage, x, y, 5.0, (1.9, 1.5, 0.9), 1.2)
            glow(light, stage, x, y, 26, (1.0, 0.62, 0.25), 0.75 + 0.12 * np.sin(i * 0.8))
            glow(light, stage, x, y, 90, (0.35, 0.20, 0.09), 0.8)
