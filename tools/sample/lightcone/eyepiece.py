"""SQ02-0010: through the eyepiece. One star among many is not twinkling; it is spelling."""

from __future__ import annotations

import numpy as np

from sample import morse
from sample.lightcone.spelling import lit_units
from sample.lightcone.variation import Variation
from sample.paint import Array, Stage, chance, dim, glow, laid_out, lighten, noise, smooth, splat
from sample.render import Frames

START, FRAMES_A_UNIT = 10, 3


def eyepiece(stage: Stage, frames: int, v: Variation) -> Frames:
    dice = chance(91 + v.seed)
    count = 620
    x0, y0 = dice.random(count) * 1.4 - 0.2, dice.random(count) * 1.4 - 0.2
    bright, warm = 0.10 + 1.5 * dice.random(count) ** 5, dice.random(count)
    colour = np.stack([0.75 + 0.5 * warm, 0.85 + 0.05 * warm, 1.2 - 0.6 * warm], -1) * bright[:, None]
    phase = dice.random(count) * 6.283
    cloud = noise(stage, 95 + v.seed, 4, 5, 1.5)
    nebula = (np.clip(cloud - 0.45, 0, 1) ** 1.5)[..., None] * np.array([0.16, 0.13, 0.30])
    nebula += (np.clip(0.55 - cloud, 0, 1) ** 2)[..., None] * np.array([0.02, 0.10, 0.14])
    lit = lit_units(v, "HOME")
    x, y = (stage.u - 0.5) * stage.aspect, stage.v - 0.5
    away, angle = np.hypot(x, y), np.arctan2(y, x)
    clouds = laid_out(nebula.astype(np.float32) * 2.2)

    def frame(i: int) -> Array:
        t = i / max(1, frames - 1)
        light = clouds.copy("K")
        drift = 0.030 * t * v.camera
        seeing = 0.0009 * np.sin(i * 0.9 + phase * 5)
        twinkle = (0.75 + 0.25 * np.sin(i * 0.31 + phase))[:, None]
        splat(light, stage, x0 - drift + seeing, y0 + drift * 0.4 + seeing, colour * twinkle, 1.0)
        sx, sy = 0.5 + 0.0012 * np.sin(i * 0.7), 0.5 + 0.0016 * np.sin(i * 0.53 + 1)
        for n in range(v.suns):
            _star(light, stage, sx + 0.14 * n, sy - 0.11 * n, 0.10 + morse.brightness(lit, i, START, FRAMES_A_UNIT))
        edge = 0.64 + 0.004 * np.sin(i * 0.05)
        dim(light, 1 - np.clip((edge - away) / 0.014 + 0.5, 0, 1) ** 1.5)
        fringe = np.exp(-(((away - edge) / 0.006) ** 2)) * (0.6 + 0.4 * np.cos(angle - 0.6 - t))
        lighten(light, fringe, (0.05, 0.10, 0.17))
        lighten(light, np.exp(-(((away - edge + 0.007) / 0.004) ** 2)), (0.09, 0.035, 0.01))
        lighten(light, _hairs(away, x, y, edge), (0.10, 0.018, 0.012))
        return np.asarray(light * smooth(-0.04, 0.05, t) if v.edited else light)

    return frame


def _star(light: Array, stage: Stage, x: float, y: float, power: float) -> None:
    """The star with the spikes and rings of a telescope."""
    glow(light, stage, x, y, 4.5, (1.5, 1.35, 1.05), 1.7 * power)
    glow(light, stage, x, y, 26, (0.42, 0.33, 0.18), 0.75 * power)
    glow(light, stage, x, y, 110, (0.11, 0.085, 0.05), 0.8 * power)
    glow(light, stage, x, y, 62 * power + 8, (0.9, 0.78, 0.55), 0.8 * power, 0.018)
    glow(light, stage, x, y, 1.2, (0.9, 0.78, 0.55), 0.8 * power, 62 * power + 8)


def _hairs(away: Array, x: Array, y: Array, edge: float) -> Array:
    cross = np.exp(-((x / 0.0012) ** 2)) + np.exp(-((y / 0.0012) ** 2))
    ring = np.exp(-(((away - 0.16) / 0.0012) ** 2))
    return np.asarray((cross * (away > 0.035) + ring) * (away < edge), np.float32)
