"""Wood: boards seen along the grain, and the end of a trunk with its years."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from sample.paint import Array, Colour, Stage, chance, noise


@dataclass(frozen=True)
class Kind:
    """A kind of wood: the colour between its rings and of them, and how close they lie (rings across a board)."""

    light: Colour
    dark: Colour
    rings: float = 9.0
    gloss: float = 0.10


ELM = Kind((0.58, 0.36, 0.18), (0.27, 0.13, 0.055))
CAMPHOR = Kind((0.70, 0.47, 0.26), (0.42, 0.23, 0.10), 7.0)
WALNUT = Kind((0.20, 0.105, 0.052), (0.075, 0.036, 0.018), 11.0, 0.16)


@lru_cache(maxsize=24)
def board(columns: int, rows: int, kind: Kind, seed: int, knots: int = 1) -> Array:
    """A board (rows, columns, 3), its grain running from left to right round a few knots."""
    stage = Stage(columns, rows)
    u, v = stage.u * stage.aspect, stage.v
    dice = chance(seed, 301)
    bend = 0.22 * (noise(stage, seed, 1.6, 3, 0.5) - 0.5) + 0.04 * (noise(stage, seed + 1, 7, 3, 0.25) - 0.5)
    across = v + bend
    for _ in range(knots):
        x, y = float(dice.random()) * stage.aspect, float(dice.random())
        near = np.exp(-(((u - x) / 0.30) ** 2) - ((v - y) / 0.12) ** 2)
        across = across + 0.16 * near * np.sign(v - y + 1e-4)
    ring = np.mod(across * kind.rings + 0.35 * noise(stage, seed + 2, 4, 3, 0.2), 1.0)
    late = ring**2.6 * np.clip((1 - ring) * 14, 0, 1) * 0.8 + 0.25 * noise(stage, seed + 3, 40, 3, 0.05)
    pores = np.clip(noise(stage, seed + 4, 150, 2, 0.045) - 0.62, 0, 1) * 1.5
    blend = np.clip(late + 0.35 * (noise(stage, seed + 5, 3, 3) - 0.5), 0, 1)[..., None]
    colour = np.asarray(kind.light) * (1 - blend) + np.asarray(kind.dark) * blend
    return np.asarray(colour * (1 - 0.75 * pores[..., None]), np.float32)


def years(stage: Stage, seed: int, x: float, y: float, count: float = 16.0) -> tuple[Array, Array]:
    """The end of a trunk round the heart (`x`, `y`): how far out each point lies, in years, and its angle."""
    du, dv = (stage.u - x) * stage.aspect, stage.v - y
    angle = np.arctan2(dv, du)
    wobble = 1 + 0.055 * np.sin(angle * 2 + 0.6) + 0.03 * np.sin(angle * 3 + seed) + 0.018 * np.sin(angle * 7 + 1.9)
    away = np.hypot(du, dv) * wobble + 0.020 * (noise(stage, seed, 5, 3) - 0.5)
    return np.asarray(away * count, np.float32), np.asarray(angle, np.float32)
