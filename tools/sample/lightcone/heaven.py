"""The sky that several shots share: stars that wheel and leave trails, a band of milky light."""

from __future__ import annotations

import numpy as np

from sample.paint import Array, Stage, chance, laid_out, noise, splat


class Stars:
    """Stars on circles round a pole; every frame adds to the trails they have left."""

    def __init__(self, stage: Stage, pole: tuple[float, float], count: int, seed: int, keep: float = 0.975) -> None:
        dice = chance(seed, 11)
        self._stage, self._pole, self._keep = stage, pole, keep
        self._radius = np.sqrt(dice.random(count)) * 1.9
        self._angle = dice.random(count) * 2 * np.pi
        bright = 0.10 + 0.9 * dice.random(count) ** 5
        warm = dice.random(count)
        self._colour = np.stack([0.72 + 0.36 * warm, 0.82 + 0.06 * warm, 1.15 - 0.45 * warm], -1) * bright[:, None]
        self._trail = stage.empty()
        self._turned = 0.0

    def turn(self, by: float, steps: int = 4, gain: float = 1.0) -> Array:
        """The sky after it turned `by` radians more, with its trails."""
        fresh = self._stage.empty()
        for step in range(steps):
            angle = self._angle + self._turned + by * step / steps
            x = self._pole[0] + self._radius * np.cos(angle) / self._stage.aspect
            y = self._pole[1] + self._radius * np.sin(angle)
            splat(fresh, self._stage, x, y, self._colour * gain, 0.75)
        self._turned += by
        self._trail *= self._keep
        np.maximum(self._trail, fresh, out=self._trail)
        return self._trail


def milky_way(stage: Stage, seed: int, tilt: float = 0.5) -> Array:
    """A band of faint light across the sky, with its dark lanes."""
    along = (stage.u - 0.5) * stage.aspect
    across = (stage.v - 0.36) + along * tilt
    cloud, lanes = noise(stage, seed, 5, 6), noise(stage, seed + 1, 9, 5)
    band = (
        np.exp(-((across / 0.20) ** 2))
        * (0.35 + 0.9 * cloud)
        * np.clip(1.25 - np.exp(-((across / 0.05) ** 2)) * lanes * 1.5, 0, 1)
    )
    core = np.exp(-((across / 0.10) ** 2) - ((along - 0.35) / 0.5) ** 2)
    cool, warm = np.array([0.055, 0.065, 0.10]), np.array([0.085, 0.05, 0.045])
    return laid_out(band[..., None] * cool + (core * cloud)[..., None] * warm)
