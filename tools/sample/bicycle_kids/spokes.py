"""SQ01-0020: a wheel before the sun. Filmed: spokes, a card that clacks in them, a reflector."""

from __future__ import annotations

import math

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from sample.bicycle_kids.dusk import Motes, near_sun, rgb, sky, sun, warmed
from sample.bicycle_kids.variation import Variation
from sample.camera import Move, View
from sample.paint import Array, Stage, chance, cover, dim, glow, noise, splat
from sample.render import Frames

_HUB = (0.37, 0.55)
_RADIUS = 0.70
"""In frame heights: the wheel is larger than the frame."""
_SPOKES, _BLUR = 28, 4
_TURN = 0.062
"""Radians a frame."""


def spokes(stage: Stage, frames: int, v: Variation) -> Frames:
    move = Move(View(0.012), View(-0.018 * v.camera), shake=3.0, seed=8)
    motes = Motes(9, 60)
    far = noise(stage, 331, 3, 3, 2.5)
    bokeh = _bokeh(stage)

    def frame(i: int) -> Array:
        view = move.at(i / max(1, frames - 1))
        x, y = 0.70 - view.x * 0.3, 0.40 - view.y * 0.3
        hour = 0.30 + 0.002 * i + v.hour * 2
        light = sky(stage, hour, 1.0, v.noon)
        dim(light, 0.45 - 0.35 * far)
        for n in range(v.suns):
            sun(light, stage, x - 0.3 * n, y + 0.1 * n, hour, 1.7)
        light += bokeh
        near = near_sun(stage, x, y, 0.75)
        ground = np.clip((stage.v - 0.83 + view.y) * 9, 0, 1) * np.ones_like(stage.u)
        cover(light, ground.astype(np.float32), warmed(near, (0.035, 0.022, 0.022), (0.35, 0.15, 0.04)))
        turned = 0.3 + _TURN * i * v.rolling
        masks = _wheel(stage, view, turned, v)
        cover(light, masks[0], warmed(near, (0.016, 0.012, 0.014), (0.34, 0.16, 0.05)))
        cover(light, masks[1], (0.012, 0.009, 0.011))
        _glints(light, stage, view, turned, near)
        motes.hang(light, stage, i, near, (1.0, 0.62, 0.25), 0.004)
        return np.asarray(light, np.float32)

    return frame


def _wheel(stage: Stage, view: View, turned: float, v: Variation) -> tuple[Array, Array]:
    """Coverage of the spokes, blurred by their own movement, and of what stays sharp: tyre, fork, card."""
    blurred = np.zeros((stage.height, stage.width), np.float32)
    for n in range(_BLUR):
        blurred += _spokes(stage, view, turned + _TURN * 0.55 * n / _BLUR * v.rolling)
    image, draw = _sheet(stage)
    cx, cy, unit = _hub(stage, view)
    r = _RADIUS * unit
    for radius, wide in ((1.0, 0.052), (0.925, 0.018)):
        draw.ellipse(
            [cx - r * radius, cy - r * radius, cx + r * radius, cy + r * radius], outline=255, width=round(wide * unit)
        )
    draw.line([(cx, cy), (cx + 0.20 * unit, cy - 0.75 * unit)], fill=255, width=round(0.050 * unit))
    draw.ellipse([cx - 0.045 * unit, cy - 0.045 * unit, cx + 0.045 * unit, cy + 0.045 * unit], fill=255)
    # The card is clipped to the fork and is thrown from spoke to spoke.
    flap = (turned * _SPOKES / math.tau) % 1.0
    px, py = cx + 0.100 * unit, cy - 0.375 * unit
    angle = 0.25 + 0.30 * flap
    card = [(0, 0), (0.17, 0.0), (0.17, 0.105), (0, 0.105)]
    turn = [
        (
            px + (a * math.cos(angle) - b * math.sin(angle)) * unit,
            py + (a * math.sin(angle) + b * math.cos(angle)) * unit,
        )
        for a, b in card
    ]
    draw.polygon(turn, fill=255)
    return blurred / _BLUR, _read(image, 0.7 * stage.scale)


def _spokes(stage: Stage, view: View, turned: float) -> Array:
    image, draw = _sheet(stage)
    cx, cy, unit = _hub(stage, view)
    for n in range(_SPOKES):
        a = turned + math.tau * n / _SPOKES
        # Laced: each leaves the hub's flange at a tangent, every other one the other way.
        b = a + (0.9 if n % 2 else -0.9)
        draw.line([(cx + 0.042 * unit * math.cos(b), cy + 0.042 * unit * math.sin(b)),
                   (cx + _RADIUS * 0.93 * unit * math.cos(a), cy + _RADIUS * 0.93 * unit * math.sin(a))],
                  fill=255, width=max(1, round(0.0055 * unit)))  # fmt: skip
    a = turned + 0.11
    x, y = cx + 0.36 * unit * math.cos(a), cy + 0.36 * unit * math.sin(a)
    draw.ellipse([x - 0.035 * unit, y - 0.035 * unit, x + 0.035 * unit, y + 0.035 * unit], fill=255)
    return _read(image, 0.0)


def _glints(light: Array, stage: Stage, view: View, turned: float, near: Array) -> None:
    """Where a spoke looks at the sun, it burns for a moment."""
    a = turned + math.tau * np.arange(_SPOKES) / _SPOKES
    facing = np.exp(-((np.sin((a - 2.5) * 1.0) / 0.10) ** 2)) + 0.6 * np.exp(-((np.sin((a + 0.35) * 1.0) / 0.06) ** 2))
    cx, cy = _HUB[0] - view.x, _HUB[1] - view.y
    for s in np.linspace(0.12, _RADIUS * 0.92, 70):
        x, y = cx + s * np.cos(a) / stage.aspect, cy + s * np.sin(a)
        splat(light, stage, x, y, (facing * (0.5 + 0.5 * math.sin(s * 9)))[:, None] * rgb(0.55, 0.34, 0.15), 0.8)
    b = turned + 0.11
    glow(light, stage, cx + 0.36 * math.cos(b) / stage.aspect, cy + 0.36 * math.sin(b), 11, (1.5, 0.30, 0.06), 1.2)


def _bokeh(stage: Stage) -> Array:
    dice, light = chance(335), stage.empty()
    for x, y, size in dice.random((16, 3)):
        glow(light, stage, 0.3 + 0.7 * x, 0.55 + 0.28 * y, 8 + 18 * size, (0.55, 0.26, 0.08), 0.35)
    return light


def _hub(stage: Stage, view: View) -> tuple[float, float, float]:
    """The hub in fine pixels, and the fine pixels of one frame height."""
    return (_HUB[0] - view.x) * stage.width * 2, (_HUB[1] - view.y) * stage.height * 2, stage.height * 2.0


def _sheet(stage: Stage) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    image = Image.new("L", (stage.width * 2, stage.height * 2), 0)
    return image, ImageDraw.Draw(image)


def _read(image: Image.Image, soft_px: float) -> Array:
    small = image.reduce(2)
    if soft_px:
        small = small.filter(ImageFilter.GaussianBlur(soft_px))
    return np.asarray(small, np.float32) / 255
