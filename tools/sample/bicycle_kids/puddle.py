"""SQ03-0010: the road upside down. A wheel goes through the puddle and breaks the evening into rings."""

from __future__ import annotations

import math

import numpy as np

from sample.bicycle_kids.dusk import BEAT, Motes, bob, child, clouds, near_sun, rgb, ride, sky, sun, warmed
from sample.bicycle_kids.variation import Variation
from sample.camera import Drift, Move, View
from sample.paint import Array, Stage, chance, cover, laid_out, lighten, noise, splat
from sample.render import Frames
from sample.strips import reeds

_EDGE = 0.30
"""Where the road ends and its mirror begins: the camera lies on the ground."""
_HITS = (4 + BEAT, 4 + 2 * BEAT, 4 + 3 * BEAT + 8)
"""Frames on which a front wheel meets the water at `_WATER`."""
_WATER = 0.46
_PACE = 0.0145


def puddle(stage: Stage, frames: int, v: Variation) -> Frames:
    move = Move(View(), View(0.01 * v.camera), shake=2.6, seed=33)
    upper = Stage(stage.width, stage.height)
    bank = Drift(upper, 391 + v.seed, 3, 0.22)
    banks = reeds(upper, 393, frames=1.6, foot=0.995, tall=0.30, count=110, soft_px=1.4)
    shore = _shore(stage)
    motes = Motes(35, 50)
    u, w = np.broadcast_to(stage.u, (stage.height, stage.width)), np.broadcast_to(stage.v, (stage.height, stage.width))
    grit = noise(stage, 397, 140, 3)[..., None]
    wet, near = laid_out((0.5 + grit) * rgb(0.030, 0.022, 0.024)), near_sun(stage, 0.7, 0.75, 0.7)

    def frame(i: int) -> Array:
        view = move.at(i / max(1, frames - 1))
        hour = 0.85 + 0.003 * i + v.hour * 1.6
        world = _world(upper, i, view, hour, v, bank, banks)
        # Above the edge stands the foot of the world, below it the whole world on its head.
        light = np.empty_like(world)
        line = round(_EDGE * stage.height)
        light[:line] = world[stage.height - line :]
        if v.reflections:
            below = w[line:]
            du, dv = _waves(stage, u[line:], below, i, v)
            seen = (1.0 - (below - _EDGE) / (1 - _EDGE) * 0.98 + dv) * stage.height
            rows = np.clip(seen, 0, stage.height - 1).astype(int)
            columns = np.clip((u[line:] + du) * stage.width, 0, stage.width - 1).astype(int)
            place = rows * stage.width + columns
            for c in range(3):
                light[line:, :, c] = world[..., c].reshape(-1)[place] * np.float32(0.92)
        else:
            light[line:] = rgb(0.05, 0.045, 0.055) * (0.5 + grit[line:])
        lighten(light, np.exp(-(((stage.v - _EDGE) / 0.006) ** 2)), (0.45, 0.225, 0.1))
        cover(light, shore, wet)
        if v.splash:
            _drops(light, stage, i, v)
        motes.hang(light, stage, i, near, (0.9, 0.5, 0.2), 0.003)
        return np.asarray(light, np.float32)

    return frame


def _world(stage: Stage, i: int, view: View, hour: float, v: Variation, bank: Drift, banks: object) -> Array:
    """The upright evening, its ground line at the lower edge of the frame."""
    light = sky(stage, hour, 1.0, v.noon)
    clouds(light, stage, bank, 0.1 + 0.002 * i, 0.45, hour, 0.20)
    for n in range(v.suns):
        sun(light, stage, 0.70 - 0.33 * n, 0.60 - 0.1 * n, hour, 1.3)
    near = near_sun(stage, 0.70, 0.60, 0.6)
    banks.cover(
        light,
        0.35 + view.x,
        warmed(near, (0.030, 0.018, 0.022), (0.20, 0.07, 0.015)),
        lean=0.016 * math.sin(i * 0.07),
    )  # type: ignore[attr-defined]
    for n in range(v.riders):
        x = _WATER - 0.115 + (i - _HITS[n % 3]) * _PACE - 0.26 * (n // 3)
        if -0.4 < x < 1.4:
            rider = child(n, v, 0.0145 * i * stage.aspect / 0.62, "delta")
            height = (0.66, 0.72, 0.60)[n % 3] * (1.0 if n else v.grown)
            side = v.sun_side * (1 if x < 0.7 else -1)
            ride(
                light,
                stage,
                rider,
                x - view.x,
                1.0 + bob(n, i, 0.003),
                height,
                rim=(1.0, 0.42, 0.16),
                rim_from=(2.0 * side, -1.2),
            )
    return light


def _waves(stage: Stage, u: Array, w: Array, i: int, v: Variation) -> tuple[Array, Array]:
    """How far, in frame sizes, the mirror is bent: by wind a little, by wheels a lot."""
    deep = np.clip((w - _EDGE) / (1 - _EDGE), 0, 1)
    du = 0.0016 * np.sin(w * 120 + i * 0.16) * (0.4 + deep)
    dv = 0.0020 * np.sin(w * 95 - i * 0.13 + u * 9)
    for n, at in enumerate(_HITS[: v.riders]):
        age = i - at
        if 0 <= age < 60 and v.splash:
            away = np.hypot((u - _WATER - 0.01 * n) * stage.aspect, (w - _EDGE - 0.10) * 2.6)
            front = 0.022 * age
            ring = np.exp(-(((away - front) / (0.10 + 0.003 * age)) ** 2)) * math.exp(-age / 26)
            push = ring * np.sin((away - front) * 52)
            du = du + push * 0.020
            dv = dv + push * 0.026
    return du, dv


def _drops(light: Array, stage: Stage, i: int, v: Variation) -> None:
    """Water thrown up where a wheel goes in, lit from behind."""
    for n, at in enumerate(_HITS[: v.riders]):
        age = i - at
        if 0 <= age < 30:
            dice = chance(401, n)
            throw = dice.random((150, 4))
            vx = (throw[:, 0] - 0.35) * 0.020
            vy = -0.008 - 0.020 * throw[:, 1]
            x = _WATER + 0.004 * throw[:, 2] + vx * age
            y = _EDGE + 0.02 + vy * age + 0.00085 * age * age
            shown = (y < _EDGE + 0.06 + 0.1 * throw[:, 3]) * (0.25 + throw[:, 2])
            splat(light, stage, x, y, shown[:, None] * rgb(1.5, 0.85, 0.42) * math.exp(-age / 22), 1.5)


def _shore(stage: Stage) -> Array:
    """The asphalt at the puddle's near edge and its left bank."""
    rough = noise(stage, 403, 5, 5, 0.5)
    near = np.clip((stage.v - 0.93 + 0.10 * (rough - 0.5)) * 40, 0, 1)
    left = np.clip((0.10 - stage.u + 0.12 * (rough - 0.5) - 0.35 * (0.55 - stage.v)) * 22, 0, 1) * (stage.v > _EDGE)
    return np.asarray(np.maximum(near, left), np.float32)
