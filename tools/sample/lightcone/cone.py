"""SQ02-0020: forty years in six seconds. The camera runs back along the light, ring after ring, year after year."""

from __future__ import annotations

import numpy as np

from sample.lettering import as_mask, width_of, written
from sample.lightcone.variation import Variation
from sample.paint import Array, Stage, chance, glow, lighten, noise, smooth, splat
from sample.render import Frames

_BINS = 2400
FIRST_YEAR, LAST_YEAR = 2026, 1986


def cone(stage: Stage, frames: int, v: Variation) -> Frames:
    dice = chance(101 + v.seed)
    count = 420
    angle, near = dice.random(count) * 6.283, dice.random(count)
    wide = 0.10 + 0.95 * dice.random(count)
    warm = dice.random(count)
    colour = np.stack([0.55 + 0.7 * warm, 0.75 + 0.1 * warm, 1.25 - 0.7 * warm], -1) * (
        0.25 + 0.75 * dice.random(count)[:, None] ** 3
    )
    ring_start = (np.arange(19) + 0.8 * dice.random(19)) / 19
    ring_power = 0.15 + 1.15 * dice.random(19) ** 1.6
    silk = noise(stage, 103 + v.seed, 6, 5)
    mouth = (0.5, 0.5)

    def frame(i: int) -> Array:
        t = i / max(1, frames - 1)
        pace = (0.35 * t + 1.35 * t * t) * v.camera
        roll = 0.35 * np.sin(t * 2.2)
        cx, cy = mouth[0] + 0.05 * np.sin(t * 3.1), mouth[1] + 0.05 * np.sin(t * 2.3 + 1)
        x, y = (stage.u - cx) * stage.aspect, stage.v - cy
        away, turn = np.hypot(x, y) + 1e-4, np.arctan2(y, x)
        profile = _rings((ring_start + pace * 1.25) % 1.0, ring_power, t)
        index = np.clip(away * (_BINS / 1.5), 0, _BINS - 1).astype(np.int32)
        spokes = 0.55 + 0.45 * np.cos(turn * 12 + roll * 9) * np.cos(turn * 5 - pace * 4)
        light, silky = stage.empty(), spokes * (0.4 + 0.8 * silk)
        for c in range(3):
            light[..., c] = np.take(np.ascontiguousarray(profile[:, c]), index) * silky
        spiral = np.exp(-((np.mod(turn / 6.283 * 3 + np.log(away) * 0.62 - pace * 3.4, 1) - 0.5) ** 2) / 0.006)
        lighten(light, spiral * np.exp(-away * 1.5) * (0.3 + 0.7 * silk), (0.05, 0.085, 0.14))
        _streaks(light, stage, (cx, cy), angle + roll, wide, (near + pace) % 1.0, colour, 0.03 + 0.10 * t)
        heart = 0.35 + 1.5 * t * t + 0.25 * np.sin(i * 0.8) * t
        glow(light, stage, cx, cy, 16 + 26 * t, (1.5, 1.2, 0.8), heart)
        glow(light, stage, cx, cy, 90 + 160 * t * t, (0.42, 0.27, 0.14), heart * 0.8)
        year = round(FIRST_YEAR + (LAST_YEAR - FIRST_YEAR) * smooth(0.08, 0.9, t))
        if v.edited:
            shown = smooth(0.02, 0.10, t) * (1 - smooth(0.90, 0.97, t))
            lighten(light, _year(stage, year) * shown, (0.5, 0.58, 0.66))
            light += np.float32(smooth(0.95, 1.0, t) ** 2 * 1.9) * np.array([1.0, 0.92, 0.78], np.float32)
        return np.asarray(light, np.float32)

    return frame


def _rings(place: Array, power: Array, t: float) -> Array:
    """Brightness and colour by distance from the middle: rings that come nearer, blue ahead, amber behind."""
    r = (np.arange(_BINS) * 1.5 / _BINS)[:, None]
    at = 0.045 * np.exp(place * 3.6)[None, :]
    width = 0.0022 + 0.016 * place[None, :] ** 2
    shape = (
        np.exp(-(((r - at) / width) ** 2))
        * power[None, :]
        * np.minimum(1, place * 6)[None, :]
        * (1 - place[None, :] ** 4)
    )
    warm = np.stack([0.95 - 0.6 * place, 0.58 + 0.06 * place, 0.30 + 0.85 * place], -1)
    base = np.exp(-r * 3.2) * np.array([[0.05, 0.06, 0.10]]) * (0.6 + t)
    return np.asarray(shape @ warm * 0.95 + base, np.float32)


def _streaks(
    light: Array,
    stage: Stage,
    mouth: tuple[float, float],
    angle: Array,
    wide: Array,
    place: Array,
    colour: Array,
    length: float,
) -> None:
    steps = 16
    for step in range(steps):
        back = np.clip(place - length * step / steps * 0.6, 0.0, 1)
        radius = 0.02 + wide * 0.055 * np.exp(back * 3.5) * 0.62
        x = mouth[0] + radius * np.cos(angle) / stage.aspect
        y = mouth[1] + radius * np.sin(angle)
        splat(
            light,
            stage,
            x,
            y,
            colour * ((1 - step / steps) ** 1.5 * (0.10 + 0.55 * back))[:, None],
            0.8 if step else 1.1,
        )


def _year(stage: Stage, year: int) -> Array:
    height = 17 * stage.scale
    x = stage.width * 0.93 - width_of(str(year), height, 2.2)
    return as_mask(
        (stage.width, stage.height),
        list(written(str(year), x, stage.height * 0.86, height, spacing=2.2)),
        1.5 * stage.scale,
    )
