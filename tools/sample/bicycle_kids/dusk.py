"""The evening of Bicycle Kids: its sky from gold to blue hour, its sun, what hangs in its air, and its children."""

from __future__ import annotations

import math

import numpy as np

from sample.bicycle import RADIUS, Rider, from_the_side
from sample.bicycle_kids.variation import Variation
from sample.camera import Drift
from sample.figures import stand
from sample.lettering import as_mask, width_of, written
from sample.paint import Array, Colour, Stage, blank, chance, dim, glow, gradient, lighten, smooth, splat

BEAT = 16
"""Frames in a beat: ninety beats a minute."""

_GOLD = ((0, (0.16, 0.20, 0.30)), (0.35, (0.42, 0.33, 0.33)), (0.72, (0.98, 0.52, 0.22)), (1, (1.35, 0.72, 0.24)))
_EMBER = ((0, (0.050, 0.065, 0.155)), (0.35, (0.15, 0.12, 0.22)), (0.72, (0.58, 0.22, 0.17)), (1, (1.10, 0.42, 0.14)))
_BLUE = (
    (0, (0.012, 0.026, 0.080)),
    (0.35, (0.024, 0.055, 0.140)),
    (0.72, (0.060, 0.125, 0.230)),
    (1, (0.27, 0.21, 0.22)),
)
_NIGHT = (
    (0, (0.004, 0.008, 0.026)),
    (0.35, (0.008, 0.015, 0.046)),
    (0.72, (0.015, 0.028, 0.07)),
    (1, (0.03, 0.045, 0.09)),
)
_HOURS = (_GOLD, _EMBER, _BLUE, _NIGHT)
_NOON = ((0, (0.30, 0.55, 0.95)), (0.5, (0.55, 0.75, 1.0)), (1, (0.95, 1.0, 1.05)))


def rgb(red: float, green: float, blue: float) -> Array:
    """A colour that does not make a picture twice as large when it is multiplied into it."""
    return np.array([red, green, blue], np.float32)


def sky(stage: Stage, hour: float, horizon: float, noon: float = 0.0) -> Array:
    """The sky above `horizon` at an hour from 0 (gold) over 1 (ember) and 2 (blue) to 3 (night)."""
    hour = min(2.999, max(0.0, hour))
    before, part = int(hour), hour - int(hour)
    stops = [
        (at * horizon, [a * (1 - part) + b * part for a, b in zip(one, other, strict=True)])
        for (at, one), (_, other) in zip(_HOURS[before], _HOURS[before + 1], strict=True)
    ]
    light = gradient(stage, *stops)
    if noon:
        light = light * (1 - noon) + gradient(stage, *((at * horizon, colour) for at, colour in _NOON)) * noon
    return light


def sun(light: Array, stage: Stage, x: float, y: float, hour: float, size: float = 1.0) -> None:
    """The sun and what it does to the air; it reddens and fades towards the blue hour."""
    k = 1 - smooth(0.9, 2.0, hour)
    if k <= 0:
        return
    red = smooth(0.2, 1.4, hour)
    core: Colour = (2.6, 1.9 - 1.05 * red, 1.1 - 0.92 * red)
    glow(light, stage, x, y, 250 * size, (0.62, 0.26 - 0.08 * red, 0.06), 0.75 * k, 0.62)
    glow(light, stage, x, y, 90 * size, (0.9, 0.45 - 0.15 * red, 0.12), 0.8 * k)
    cx, cy = stage.at(x, y)
    r = 27 * size * stage.scale
    x0, y0 = max(0, int(cx - r - 3)), max(0, int(cy - r - 3))
    x1, y1 = min(stage.columns, int(cx + r + 4)), min(stage.rows, int(cy + r + 4))
    if x1 <= x0 or y1 <= y0:
        return
    rows, columns = np.mgrid[y0:y1, x0:x1].astype(np.float32)
    disc = np.clip((r - np.hypot(columns - cx, rows - cy)) / max(1.0, 1.4 * stage.scale) + 0.5, 0, 1)[..., None] * k
    region = light[y0:y1, x0:x1]
    region *= 1 - 0.7 * disc
    region += disc * np.asarray(core, np.float32)


def clouds(light: Array, stage: Stage, bank: Drift, offset: float, y: float, hour: float, thick: float = 0.16) -> None:
    """Long clouds lit from below, in place."""
    band = np.exp(-(((stage.v - y) / thick) ** 2)).astype(np.float32)
    shape = np.clip(bank.at(offset) - np.float32(0.50), 0, 1) * (band * np.float32(2.4))
    k = 1 - smooth(0.8, 2.2, hour)
    warm = rgb(0.95, 0.34, 0.13) * k + rgb(0.020, 0.035, 0.075) * (1 - k)
    dim(light, shape * np.float32(0.35))
    lighten(light, shape * np.float32(0.75), warm)


def near_sun(stage: Stage, x: float, y: float, reach: float) -> Array:
    """How near to the sun each place of the frame is, from 0 to 1, with an axis for colours."""
    across = np.exp(-(((stage.u - x) * stage.aspect / reach) ** 2)).astype(np.float32)
    return (np.exp(-(((stage.v - y) / (reach * 0.75)) ** 2)).astype(np.float32) * across)[..., None]


def warmed(near: Array, colour: Colour, by_the_sun: Colour) -> Array:
    """A colour for each place of the frame: its own, and more of the evening's the nearer to the sun."""
    out = blank(*near.shape[:2])
    for c in range(3):
        out[..., c] = near[..., 0] * by_the_sun[c] + colour[c]
    return out


class Motes:
    """Seeds and midges that drift through the light."""

    def __init__(self, seed: int, count: int) -> None:
        dice = chance(seed, 51)
        self._place, self._size, self._phase = dice.random((count, 2)), dice.random(count), dice.random(count) * 6.283

    def hang(self, light: Array, stage: Stage, i: int, near: Array, colour: Colour, pace: float = 0.0012) -> None:
        """Adds them at frame `i`, brightest where `near` the sun."""
        x = (self._place[:, 0] + i * pace * (0.4 + self._size) + 0.01 * np.sin(self._phase + i * 0.05)) % 1.1 - 0.05
        y = (self._place[:, 1] - i * 0.0004 + 0.012 * np.sin(self._phase * 2 + i * 0.06)) % 1.0
        rows = np.clip(y * near.shape[0], 0, near.shape[0] - 1).astype(int)
        columns = np.clip(x * near.shape[1], 0, near.shape[1] - 1).astype(int)
        shine = near[rows, columns, 0] * (0.3 + 0.7 * self._size) * (0.6 + 0.4 * np.sin(self._phase + i * 0.21))
        splat(light, stage, x, y, shine[:, None] * np.asarray(colour, np.float32), 0.9)


def child(number: int, v: Variation, rolled: float, side: str) -> Rider:
    """One of the three, by number: the same hats and bearing in every shot. `rolled` is in rider heights."""
    turned = rolled / RADIUS * v.rolling
    pedals = None if v.pedalling else 0.6
    if pedals is None and v.rolling != 1:
        pedals = rolled / RADIUS * 0.42
    hats = ("straw", "tail", "") if side == "delta" else ("helmet", "helmet", "helmet")
    return Rider(
        turned=turned + number * 2.1,
        pedals=None if pedals is None else pedals + number,
        hat=hats[number % 3] if v.hats else "",
        scarf=side == "delta" and number % 3 == 1,
        wheels=v.wheels if number == 0 else 2,
        lean=(0.0, 0.02, -0.015)[number % 3],
        flutter=rolled * 3 + number,
    )


def ride(
    light: Array,
    stage: Stage,
    rider: Rider,
    x: float,
    y: float,
    height: float,
    *,
    colour: Colour = (0.012, 0.010, 0.014),
    rim: Colour = (0, 0, 0),
    rim_from: tuple[float, float] = (2.0, -1.2),
    flip: bool = False,
) -> None:
    """Puts a rider seen from the side into the light, in place."""
    body = from_the_side(stage, rider, x, y, height, flip=flip)
    shift = (rim_from[0] * stage.scale, rim_from[1] * stage.scale)
    stand(light, body, colour, rim=rim, rim_from=shift)


def bob(number: int, i: int, amount: float = 0.004) -> float:
    """The road under a bicycle."""
    return amount * (math.sin(i * 0.45 + number * 2) + 0.5 * math.sin(i * 1.03 + number))


def rain(light: Array, stage: Stage, i: int) -> None:
    """Rain that nobody ordered, in place."""
    dice = chance(97, 52)
    places, pace = dice.random((420, 2)), 0.05 + 0.04 * dice.random(420)
    y = (places[:, 1] + i * pace) % 1.1
    for k in range(7):
        splat(light, stage, (places[:, 0] + 0.0012 * k), y + 0.006 * k, np.full((420, 3), 0.34) * [0.8, 0.9, 1.0], 0.7)


def rings(light: Array, stage: Stage, x: float, y: float, i: int, struck: tuple[int, ...], k: float = 1.0) -> None:
    """What a bell does to the evening: thin shells of light that go out from it, in place."""
    across, down = (stage.u - x) * stage.aspect, stage.v - y
    away = np.hypot(across, down)
    for at in struck:
        age = i - at
        if 0 <= age < 44:
            total = np.zeros_like(away)
            for n in range(3):
                front = 0.016 * (age - n * 4.5)
                if front > 0:
                    total += np.exp(-(((away - front) / (0.004 + 0.0025 * n)) ** 2)) * (0.9 - 0.25 * n)
            fade = k * math.exp(-age / 15) * 0.75
            lighten(light, total * fade, (1.25, 0.95, 0.50))


def lettered(
    stage: Stage, text: str, x: float, y: float, height: float, *, spacing: float = 4.0, centred: bool = True
) -> Array:
    """Coverage of a line of lettering whose capitals are `height` frame heights high."""
    high = height * stage.height
    left = x * stage.width - (width_of(text, high, spacing) / 2 if centred else 0)
    strokes = list(written(text, left, y * stage.height, high, spacing=spacing))
    return as_mask((stage.width, stage.height), strokes, max(1.2, 1.9 * stage.scale), soft_px=0.45 * stage.scale)
