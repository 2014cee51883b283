"""The vertical teaser: three pictures composed for a telephone held upright. Nothing of the film is cropped for it."""

from __future__ import annotations

import math

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from sample.bicycle import from_behind, from_the_side
from sample.bicycle_kids.dusk import BEAT, Motes, child, clouds, lettered, near_sun, rgb, rings, sky, sun, warmed
from sample.bicycle_kids.variation import Variation
from sample.camera import Drift, Move, View
from sample.figures import stand
from sample.paint import Array, Stage, chance, cover, glow, lighten, noise, smooth
from sample.render import Frames
from sample.strips import reeds, sag


def tall_shadow(stage: Stage, frames: int, v: Variation) -> Frames:
    """One shadow, as long as the picture is high, on a road that runs upwards."""
    grit = noise(Stage(stage.width, stage.height * 2), 461, 90, 3, 1.0)
    move = Move(View(), View(), shake=4.0, seed=51)

    def frame(i: int) -> Array:
        view = move.at(i / max(1, frames - 1))
        start = round(i * 9 * stage.scale) % stage.height
        rough = grit[stage.height - start : 2 * stage.height - start, :, None]
        warm = (1.15 - 0.55 * stage.v)[..., None] * rgb(0.80, 0.44, 0.19)
        light = (warm * (0.25 + 1.0 * rough)).astype(np.float32)
        dash = np.exp(-(((stage.u - 0.86) / 0.022) ** 4)) * (((stage.v * 2.2 - i * 0.0206 * 2.2) % 1.0) < 0.55)
        cover(light, (dash * 0.75).astype(np.float32), (0.95, 0.68, 0.40))
        glint = np.clip(rough[..., 0] - 0.80, 0, 1) * 14
        lighten(light, glint, (1.3, 0.75, 0.3))
        body, x0, y0 = from_the_side(stage, child(1, v, 0.05 * i, "delta"), 0.40, 0.97, 0.34, soft_px=0)
        picture = Image.fromarray((body * 255).astype(np.uint8))
        foot_x, foot_y = stage.at(0.34 - view.x, 1.0 - view.y)
        anchor_x, anchor_y = stage.at(0.40, 0.97)
        long, slant = 2.7, -0.62
        affine = (
            1.0,
            -slant / long,
            anchor_x - x0 - foot_x + slant / long * foot_y,
            0.0,
            1 / long,
            anchor_y - y0 - foot_y / long,
        )
        laid = picture.transform((stage.width, stage.height), Image.Transform.AFFINE, affine, Image.Resampling.BILINEAR)
        shade = np.asarray(laid.filter(ImageFilter.GaussianBlur(1.6 * stage.scale)), np.float32)[..., None] / 255
        return np.asarray(light * (1 - 0.88 * shade) + shade * rgb(0.012, 0.015, 0.03), np.float32)

    return frame


def tall_wires(stage: Stage, frames: int, v: Variation) -> Frames:
    """Looking up: five wires like a stave, birds for notes, and the bell's light that passes from left to right."""
    bank = Drift(stage, 471, 3, 0.5)
    lines = [0.20 + 0.055 * n for n in range(5)]
    mask = _stave(stage, lines)
    low = reeds(stage, 473, frames=1.6, foot=1.03, tall=0.30, count=90, soft_px=1.2)
    struck = (BEAT, 2 * BEAT)

    def frame(i: int) -> Array:
        t = i / max(1, frames - 1)
        hour = 0.7 + 0.5 * t
        light = sky(stage, hour, 0.96)
        clouds(light, stage, bank, 0.3 + 0.05 * t, 0.62, hour, 0.16)
        sun(light, stage, 0.62, 0.76 + 0.03 * t, hour, 0.85)
        cover(light, mask, (0.025, 0.016, 0.022))
        near = near_sun(stage, 0.62, 0.77, 0.4)
        low.cover(light, 0.2, warmed(near, (0.02, 0.013, 0.014), (0.15, 0.05, 0.01)), lean=0.02 * math.sin(i * 0.08))
        for n, line in enumerate(lines):
            x = -0.15 + (i - struck[n % 2] + 8 - n * 3) * 0.030
            y = line + sag(min(1, max(0, x * 0.72 + 0.14)), 0.05) - 0.004
            glow(light, stage, x, y, 3.0, (1.9, 1.35, 0.65), 1.2)
            glow(light, stage, x, y, 22, (0.9, 0.55, 0.22), 0.5)
        return np.asarray(light, np.float32)

    return frame


def _stave(stage: Stage, lines: list[float]) -> Array:
    image = Image.new("L", (stage.width * 2, stage.height * 2), 0)
    draw = ImageDraw.Draw(image)
    w, h = stage.width * 2, stage.height * 2
    for line in lines:
        points = [(t * w * 1.4 - 0.2 * w, (line + sag(t, 0.05)) * h) for t in np.linspace(0, 1, 50)]
        draw.line(points, fill=235, width=max(2, round(0.0022 * h)))
    dice, r = chance(475), 0.0085 * h
    for n in range(9):
        x, line = 0.08 + 0.105 * n, lines[int(dice.integers(5))]
        y = line + sag((x * w + 0.2 * w) / (1.4 * w), 0.05)
        draw.ellipse([x * w - r, y * h - 2.2 * r, x * w + r, y * h], fill=255)
        draw.ellipse([x * w, y * h - 3.1 * r, x * w + 1.1 * r, y * h - 1.9 * r], fill=255)
        draw.line(
            [(x * w - 0.4 * r, y * h - 0.6 * r), (x * w - 1.6 * r, y * h + 1.4 * r)], fill=255, width=round(r * 0.7)
        )
    return np.asarray(image.reduce(2), np.float32) / 255


def tall_road(stage: Stage, frames: int, v: Variation) -> Frames:
    """One road up the middle, one sun at its end, one child on each side of the line; then the title."""
    bank = Drift(stage, 481, 3, 0.5)
    fine = noise(stage, 483, 110, 3)
    horizon = 0.44
    depth = np.clip(stage.v - horizon, 1e-3, None)
    across = (stage.u - 0.5) / depth
    verge = np.clip((np.abs(across) - 0.95) * depth * stage.width / 3, 0, 1)
    left = reeds(stage, 485, frames=1.5, foot=1.02, tall=0.42, count=30, soft_px=2.4)
    motes = Motes(53, 60)
    title, under = (
        lettered(stage, "BICYCLE KIDS", 0.5, 0.135, 0.032, spacing=3.4),
        lettered(stage, "单车少年", 0.5, 0.195, 0.030, spacing=6.0),
    )
    label = lettered(stage, "SPECIMEN / AI", 0.5, 0.93, 0.017, spacing=3.0)

    def frame(i: int) -> Array:
        t = i / max(1, frames - 1)
        hour = 0.55 + 1.35 * smooth(0.25, 1.0, t)
        light = sky(stage, hour, horizon)
        clouds(light, stage, bank, 0.1 + 0.03 * t, 0.26, hour, 0.10)
        sun(light, stage, 0.5, 0.395 + 0.05 * t, min(hour, 1.5), 0.95)
        day = 1 - smooth(1.0, 2.0, hour)
        near = np.exp(-(((stage.u - 0.5) / 0.34) ** 2) - ((stage.v - horizon) / 0.30) ** 2)[..., None]
        dash = np.exp(-((across / 0.045) ** 4)) * (((0.30 / depth + i * 0.05) % 1.0) < 0.5)
        road = (0.30 + 0.55 * fine + 0.9 * dash)[..., None] * (
            rgb(0.36, 0.22, 0.13) * day + rgb(0.05, 0.10, 0.18) * (1 - day)
        )
        road = road + near * rgb(0.95, 0.42, 0.11) * day * (0.4 + fine[..., None])
        road = road * (1 - verge[..., None] * 0.9)
        below = np.clip((stage.v - horizon) * stage.height / 1.5, 0, 1) * np.ones_like(stage.u)
        cover(light, below.astype(np.float32), road)
        for n, side in enumerate(("delta", "dyke")):
            s = 1.0 / (1.0 + 1.6 * t + 0.1 * n)
            x, y, high = 0.5 + (-1, 1)[n] * 0.25 * s, horizon + 0.40 * s, 0.33 * s
            rider = child(1 - n, v, 0.045 * i, side)
            body = from_behind(stage, rider, x, y, high)
            _laid(light, stage, body, x, y, 0.75 * day)
            stand(
                light,
                body,
                (0.010, 0.009, 0.013),
                rim=(1.1 * day, 0.5 * day, 0.16),
                rim_from=((2, -2)[n] * stage.scale * 0.6, -1.0 * stage.scale),
            )
            glow(light, stage, x, y - 0.40 * high, 4, (1.7, 0.14, 0.05), smooth(0.4, 0.6, t))
        left.cover(light, 0.1 + 0.02 * t, (0.008, 0.007, 0.010), lean=0.03 * math.sin(i * 0.07))
        motes.hang(light, stage, i, near, (0.9, 0.55, 0.22))
        rings(light, stage, 0.36, 0.60, i, (2 * BEAT,), 0.7)
        rings(light, stage, 0.62, 0.58, i, (3 * BEAT,), 0.7)
        lighten(light, title * smooth(0.55, 0.72, t), (1.25, 1.05, 0.8))
        lighten(light, under * smooth(0.62, 0.80, t), (1.1, 0.85, 0.55))
        lighten(light, label * smooth(0.70, 0.85, t), (0.8, 0.75, 0.7))
        return np.asarray(light, np.float32)

    return frame


def _laid(light: Array, stage: Stage, body: tuple[Array, int, int], x: float, y: float, strength: float) -> None:
    """The shadow of a rider, laid towards us."""
    mask, x0, y0 = body
    picture = Image.fromarray((mask * 255).astype(np.uint8))
    foot_x, foot_y = stage.at(x, y)
    long, slant = -2.4, (0.5 - x) * 0.9
    affine = (
        1.0,
        slant / long,
        foot_x - x0 - foot_x - slant / long * foot_y,
        0.0,
        1 / long,
        foot_y - y0 - foot_y / long,
    )
    laid = picture.transform((stage.width, stage.height), Image.Transform.AFFINE, affine, Image.Resampling.BILINEAR)
    soft = np.asarray(laid.filter(ImageFilter.GaussianBlur(2.0 * stage.scale)), np.float32)[..., None] / 255
    light *= 1 - soft * strength
