"""What the camera saw: an actor's shape on green cloth, and the keeper alone for the first look test."""

from __future__ import annotations

import numpy as np

from sample import morse
from sample.camera import Move, View
from sample.figures import Ellipse, mask_of, person, stand
from sample.lightcone.spelling import lit_units
from sample.lightcone.variation import Variation
from sample.paint import Array, Stage, cover, dim, glow, noise
from sample.render import Frames

_COAT, _RIM = (0.075, 0.066, 0.060), (0.30, 0.29, 0.27)


def walking_plate(stage: Stage, frames: int, v: Variation) -> Frames:
    """The keeper crosses the cloth from left to right."""
    cloth = _cloth(stage)
    move = Move(View(), View(), shake=1.5, seed=3)

    def frame(i: int) -> Array:
        view = move.at(i / max(1, frames - 1))
        light = cloth.copy()
        x, y = view.place(0.24 + 0.0050 * i, 0.90)
        _actor(light, stage, x, y, 0.62, person(walk=i * 0.13))
        return light

    return frame


def answering_plate(stage: Stage, frames: int, v: Variation) -> Frames:
    """The keeper holds a practical lamp up and spells HERE with its shutter."""
    cloth = _cloth(stage)
    lit = lit_units(v, "HERE")
    move = Move(View(), View(), shake=1.2, seed=6)
    hand = (0.145, -0.99)

    def frame(i: int) -> Array:
        view = move.at(i / max(1, frames - 1))
        on = morse.brightness(lit, i, 14, 4)
        light = cloth * np.float32(1 + 0.12 * on)
        x, y = view.place(0.47, 0.93)
        size = 0.66
        _actor(light, stage, x, y, size, person(arm=hand), on)
        tip = (x + hand[0] * size / stage.aspect, y + (hand[1] - 0.03) * size)
        glow(light, stage, *tip, 15, (1.2, 0.95, 0.6), 0.15 + 1.6 * on)
        glow(light, stage, *tip, 60, (0.5, 0.35, 0.18), 0.6 * on)
        return light

    return frame


def keeper_alone(stage: Stage, frames: int, v: Variation) -> Frames:
    """The first look test: the coat, the walk, one light."""
    grey = np.repeat((0.05 + 0.06 * noise(stage, 231, 3, 4))[..., None], 3, -1) * np.array([0.85, 1.0, 1.2])

    def frame(i: int) -> Array:
        light = grey.astype(np.float32)
        glow(light, stage, 0.5, 0.45, 210, (0.16, 0.20, 0.27), 1.0)
        body = mask_of(stage, person(walk=i * 0.13), 0.5, 0.93, 0.78)
        stand(light, body, (0.010, 0.012, 0.020), rim=(0.42, 0.55, 0.75), rim_from=(-3 * stage.scale, -2 * stage.scale))
        return np.asarray(light)

    return frame


def keeper_still(stage: Stage) -> Array:
    """What the picture model gave before there was a clip: the coat from behind, the dome, a soft light from the front.

    Whoever is lit so melts before a beam, which is why the picture was made again.
    """
    shell = (0.10 + 0.10 * noise(stage, 241, 4, 5))[..., None] * np.array([0.75, 0.95, 1.25])
    ribs = np.abs(np.sin(np.arctan2(stage.v - 1.25, (stage.u - 0.5) * stage.aspect) * 9)) ** 30
    light = (shell * (1 - 0.55 * ribs[..., None])).astype(np.float32)
    dim(light, np.clip((stage.v - 0.80) * 9, 0, 1) * 0.6 * np.ones_like(stage.u))
    glow(light, stage, 0.5, 0.30, 330, (0.20, 0.26, 0.34), 0.9)
    glow(light, stage, 0.5, 0.93, 150, (-0.10, -0.12, -0.14), 0.9, 0.14)
    np.maximum(light, 0.004, out=light)
    body = mask_of(stage, person(walk=0.5, lean=0.006), 0.5, 0.94, 0.80, soft_px=0.9)
    stand(light, body, (0.055, 0.060, 0.075), rim=(0.13, 0.15, 0.19), rim_from=(2 * stage.scale, -9 * stage.scale))
    bun = mask_of(stage, [Ellipse((0.006, -0.985), 0.030, 0.026)], 0.5, 0.94, 0.80, soft_px=0.9)
    stand(light, bun, (0.075, 0.070, 0.070))
    return light


def _actor(light: Array, stage: Stage, x: float, y: float, size: float, shapes: list, on: float = 0.0) -> None:  # type: ignore[type-arg]
    glow(light, stage, x, y, 95, (-0.05, -0.14, -0.05), 0.9, 0.16)
    np.maximum(light, 0.004, out=light)
    body = mask_of(stage, shapes, x, y, size, soft_px=0.8)
    rim = (_RIM[0] + 0.9 * on, _RIM[1] + 0.6 * on, _RIM[2] + 0.3 * on)
    stand(light, body, _COAT, rim=rim, rim_from=(3.0 * stage.scale, -3.0 * stage.scale))


def _cloth(stage: Stage) -> Array:
    """A green cloth, unevenly lit, with tracking crosses and the edge where it ends."""
    fold = 0.82 + 0.25 * noise(stage, 221, 4, 4) + 0.05 * np.sin(stage.u * 40)
    light = (fold * (1.12 - 0.9 * (stage.u - 0.42) ** 2))[..., None] * np.array([0.075, 0.42, 0.115])
    light = light.astype(np.float32)
    for row in range(3):
        for column in range(5):
            x, y = 0.12 + 0.19 * column, 0.15 + 0.26 * row
            arm = np.exp(-(np.abs((stage.u - x) * stage.aspect / 0.022) ** 8) - np.abs((stage.v - y) / 0.0035) ** 8)
            arm = arm + np.exp(
                -(np.abs((stage.v - y) / 0.022) ** 8) - np.abs((stage.u - x) * stage.aspect / 0.0035) ** 8
            )
            cover(light, np.clip(arm, 0, 1).astype(np.float32), (0.26, 0.60, 0.30))
    stand_edge = np.clip((stage.u - 0.945) * stage.width / 3, 0, 1) * np.ones_like(stage.v)
    cover(light, stand_edge.astype(np.float32), (0.055, 0.056, 0.060))
    pole = np.exp(-(((stage.u - 0.962) / 0.004) ** 4)) * np.ones_like(stage.v)
    cover(light, pole.astype(np.float32), (0.30, 0.30, 0.31))
    floor = np.clip((stage.v - 0.955) * stage.height / 4, 0, 1) * np.ones_like(stage.u)
    cover(light, floor.astype(np.float32), (0.05, 0.30, 0.085))
    return np.asarray(light)
