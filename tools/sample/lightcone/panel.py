"""SQ01-0030: a switchboard, close. A hand puts the station to sleep, lamp by lamp, on the beat. Filmed."""

from __future__ import annotations

import numpy as np

from sample.camera import Layer, Move, View
from sample.figures import Limb, Polygon, Shape, mask_of, stand
from sample.lettering import as_mask, written
from sample.lightcone.variation import Variation
from sample.paint import Array, Stage, chance, cover, glow, noise, smooth
from sample.render import Frames

LAMPS = 8
FIRST_FRAME, FRAMES_A_LAMP = 6, 9


def panel(stage: Stage, frames: int, v: Variation) -> Frames:
    wide = stage.wide(0.15)
    move = Move(View(-0.05 * v.camera, 0.01, 1.06), View(0.06 * v.camera, 0.0, 1.10), shake=1.1, seed=4)
    metal = Layer(wide, _metal(wide), 1.0)
    blur = noise(stage, 83, 3, 3)
    order = list(chance(5, 5).permutation(LAMPS)) if v.lamps_at_random else list(range(LAMPS))

    def frame(i: int) -> Array:
        view = move.at(i / max(1, frames - 1))
        light = metal.seen(view) * 0.55
        step = (i - FIRST_FRAME) / FRAMES_A_LAMP
        for lamp in range(LAMPS):
            out = FIRST_FRAME + FRAMES_A_LAMP * order[lamp]
            # A filament does not stop: it dies over six frames.
            lit = 1.0 if i < out else float(np.exp(-(i - out) / 2.2))
            _lamp(light, stage, view, lamp, lit)
        hand_x, hand_y = _hand(step)
        x, y = view.place(hand_x, hand_y, 1.15)
        for n in range(v.figures):
            body = mask_of(stage, _FINGERS, x + 0.13 * n, y, 0.92, soft_px=3.2)
            left = max(0.0, 1 - max(0.0, step) / LAMPS)
            stand(
                light,
                body,
                (0.016 + 0.012 * left, 0.011 + 0.006 * left, 0.010),
                rim=(0.75 * left + 0.05, 0.40 * left + 0.05, 0.16 * left + 0.06),
                rim_from=(-5 * stage.scale, -5 * stage.scale),
            )
        light *= (0.93 + 0.14 * blur)[..., None]
        return light

    return frame


def _place(lamp: int) -> tuple[float, float]:
    return 0.115 + 0.110 * lamp, 0.36


def _lamp(light: Array, stage: Stage, view: View, lamp: int, lit: float) -> None:
    x, y = view.place(*_place(lamp))
    glow(light, stage, x, y, 17, (0.06, 0.05, 0.045), 1.0)
    glow(light, stage, x - 0.004, y - 0.012, 4, (0.16, 0.17, 0.19), 0.8)
    if lit > 0.01:
        glow(light, stage, x, y, 105, (0.30, 0.125, 0.035), lit * 0.9)
        glow(light, stage, x, y, 19, (1.5, 0.66, 0.17), lit * 1.1)
        glow(light, stage, x, y, 8, (1.7, 1.25, 0.7), lit * 1.4)


def _hand(step: float) -> tuple[float, float]:
    """Where the finger is: it hops from switch to switch and presses on the beat."""
    at = min(max(step, -0.6), LAMPS - 0.4)
    base = np.floor(at + 0.5)
    within = at + 0.5 - base
    along = base - 1 + smooth(0.0, 0.5, within) if at > -0.5 else -0.5
    lift = 0.035 * np.sin(np.pi * min(1.0, within / 0.5)) if within < 0.5 else 0.0
    x0, _ = _place(0)
    return float(x0 + 0.110 * along), float(1.385 - lift)


_FINGERS: list[Shape] = [
    Limb([(0.0, -0.80), (0.02, -0.66), (0.09, -0.48)], [0.035, 0.046, 0.062]),
    Limb([(0.11, -0.60), (0.13, -0.52), (0.16, -0.40)], [0.045, 0.055, 0.06]),
    Limb([(0.20, -0.58), (0.21, -0.50), (0.23, -0.40)], [0.042, 0.05, 0.06]),
    Limb([(0.28, -0.53), (0.29, -0.46), (0.30, -0.38)], [0.036, 0.045, 0.055]),
    Limb([(-0.03, -0.50), (0.03, -0.40), (0.10, -0.30)], [0.036, 0.045, 0.06]),
    Polygon([(0.04, -0.50), (0.32, -0.46), (0.40, -0.20), (0.52, 0.1), (0.16, 0.1), (0.08, -0.24)]),
]


def _metal(wide: Stage) -> Array:
    """A brushed plate with engraved names, switches under each lamp, and screws at its joints."""
    brushed = noise(wide, 81, 220, 3, 0.02) * 0.5 + noise(wide, 82, 3, 4) * 0.5
    plate = (0.075 + 0.12 * brushed)[..., None] * np.array([0.80, 0.95, 1.05])
    plate *= (1.15 - 0.6 * np.abs(wide.v - 0.45))[..., None]
    for seam in (0.13, 0.86):
        plate *= (1 - 0.75 * np.exp(-(((wide.v - seam) / 0.004) ** 2)))[..., None]
    light = plate.astype(np.float32)
    for lamp in range(LAMPS):
        x, y = _place(lamp)
        _socket(light, wide, x, y, 24)
        _switch(light, wide, x, 0.60)
    for x in np.arange(0.06, 1.1, 0.22):
        for y in (0.075, 0.93):
            _socket(light, wide, float(x), y, 8)
    cover(light, _names(wide), (0.42, 0.44, 0.44))
    return np.asarray(light)


def _socket(light: Array, wide: Stage, x: float, y: float, r_px: float) -> None:
    away = np.hypot((wide.u - x) * wide.width, (wide.v - y) * wide.height) / wide.scale
    ring = np.exp(-(((away - r_px) / 2.4) ** 2))
    slope = 0.5 + 0.5 * np.clip(
        ((y - wide.v) * wide.height / wide.scale + (x - wide.u) * wide.width / wide.scale) / (r_px * 1.4), -1, 1
    )
    cover(light, np.clip((r_px - away) / 2 + 0.5, 0, 1).astype(np.float32) * 0.9, (0.022, 0.018, 0.016))
    light += (ring * slope)[..., None].astype(np.float32) * np.array([0.16, 0.17, 0.18], np.float32)


def _switch(light: Array, wide: Stage, x: float, y: float) -> None:
    slot = np.exp(-(np.abs((wide.u - x) / 0.011) ** 6) - np.abs((wide.v - y) / 0.065) ** 6)
    cover(light, slot.astype(np.float32), (0.012, 0.011, 0.011))
    lever = np.exp(-(np.abs((wide.u - x) / 0.006) ** 4) - np.abs((wide.v - y + 0.012) / 0.035) ** 4)
    cover(light, lever.astype(np.float32), (0.15, 0.14, 0.13))


def _names(wide: Stage) -> Array:
    names = ("DOME", "PUMP", "CLOCK", "DRIVE", "HEAT", "LINK", "DESK", "MAIN")
    strokes = []
    for lamp, name in enumerate(names):
        x, _ = wide.at(_place(lamp)[0] - 0.026, 0)
        strokes += list(written(name, x, wide.at(0, 0.235)[1], 11 * wide.scale, spacing=1.8))
    return as_mask((wide.columns, wide.rows), strokes, 1.9 * wide.scale)
