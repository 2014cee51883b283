"""SQ03-0030: one sun. Left the delta, right the dyke; both ride towards it, and only their shadows meet."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from sample.bicycle import from_behind
from sample.bicycle_kids.dusk import BEAT, child, clouds, lettered, rgb, rings, sky, sun
from sample.bicycle_kids.dyke import turbine_blade
from sample.bicycle_kids.variation import Variation
from sample.camera import Drift, Layer, Move, View
from sample.figures import Limb, Polygon, mask_of, stand
from sample.paint import Array, Stage, blank, chance, cover, dim, glow, lighten, noise, smooth, splat
from sample.render import Frames
from sample.strips import sag

_LINE = 0.50
"""The horizon."""
STRUCK = (4 + 6 * BEAT, 4 + 7 * BEAT)
"""Left rings, and a beat later right."""


def one_sun(stage: Stage, frames: int, v: Variation) -> Frames:
    wide = stage.wide(0.10)
    move = Move(View(0, 0.02, 1.0), View(0, 0.0, 1.0 + 0.12 * v.camera), shake=1.6, seed=47)
    bank = Drift(stage, 441 + v.seed, 3, 0.22)
    ground = Layer(wide, _ground(wide), 0.8)
    land = Layer(wide, np.clip((wide.v - _LINE) * wide.height / 1.6 + 0.5, 0, 1) * np.ones_like(wide.u), 0.8)
    left, right = Layer(wide, _delta(wide, v), 0.9), Layer(wide, _coast(wide, v), 0.9)
    dice = chance(443)
    stars, shine = dice.random((260, 2)), dice.random(260) ** 2.5
    struck = v.rings_at or STRUCK
    words = _end_card(stage) if v.edited else []

    def frame(i: int) -> Array:
        t = i / max(1, frames - 1)
        view = move.at(t)
        hour = 0.55 + 1.75 * smooth(0.30, 1.0, t) + v.hour * 1.5
        down = 0.43 + 0.115 * smooth(0.0, 0.72, t)
        light = sky(stage, hour, _LINE, v.noon)
        clouds(light, stage, bank, 0.2 + 0.03 * t, 0.24, hour, 0.12)
        sx, sy = view.place(0.5, down, 0.8)
        for n in range(v.suns):
            sun(light, stage, sx - 0.24 * n, sy - 0.04 * n, min(hour, 1.55), 1.55)
        night = smooth(1.6, 2.4, hour)
        splat(
            light,
            stage,
            stars[:, 0],
            stars[:, 1] * 0.46,
            (shine * night * 0.8)[:, None] * rgb(0.75, 0.9, 1.1),
            0.7,
        )
        glowing = 1 - smooth(1.0, 2.1, hour)
        earth = ground.seen(view)
        near = np.exp(-(((stage.u - sx) / 0.30) ** 2)) * np.exp(-(((stage.v - _LINE) / 0.34) ** 2))
        own = rgb(0.95, 0.62, 0.36) * glowing + rgb(0.16, 0.30, 0.52) * (1 - glowing)
        grass, gold, paint = rgb(0.72, 0.98, 0.55), rgb(0.95, 0.42, 0.11), blank(stage.height, stage.width)
        for c in range(3):
            base = earth * own[c] * 0.42 * np.where(stage.u < sx, 1.0, grass[c])
            paint[..., c] = base + near * gold[c] * glowing * (0.4 + earth)
        cover(light, land.seen(view), paint)
        if v.shadows:
            _shadows(light, stage, i, t, view, v, glowing)
        dark = rgb(0.014, 0.011, 0.014) * glowing + rgb(0.005, 0.009, 0.016) * (1 - glowing)
        cover(light, right.seen(view), dark * 1.5)
        cover(light, left.seen(view), dark)
        _children(light, stage, i, t, view, v, glowing)
        # The seam: a hair of light from the sun to the lower edge, where two countries were laid side by side.
        seam = np.exp(-(((stage.u - sx) / 0.0011) ** 2)) * np.clip((stage.v - _LINE) * 30, 0, 1) * (0.20 + 0.25 * night)
        lighten(light, seam, (1.0, 0.7, 0.4))
        for n, at in enumerate(struck):
            x, y = view.place((0.30, 0.70)[n % 2], 0.60, 1.0)
            rings(light, stage, x, y, i, (at,), 0.9)
        for n, word in enumerate(words):
            lighten(light, word * smooth(0.74 + 0.06 * n, 0.84 + 0.06 * n, t), (1.1, 0.95, 0.75))
        return np.asarray(light * (1 - (0.85 * smooth(0.95, 1.0, t) if v.edited else 0.0)), np.float32)

    return frame


def _end_card(stage: Stage) -> list[Array]:
    return [
        lettered(stage, "单车少年", 0.5, 0.80, 0.042, spacing=7.0),
        lettered(stage, "A SPECIMEN FILM", 0.5, 0.865, 0.026, spacing=4.0),
    ]


def _spots(i: int, t: float, v: Variation) -> list[tuple[int, str, float, float, float]]:
    """Number, side, place and height of each rider, the farthest first."""
    found = []
    for n in range(v.riders):
        for side, sign in (("delta", -1), ("dyke", 1)):
            far = 0.26 + 0.42 * t + 0.20 * n - (0.07 if sign > 0 else 0.0)
            shrink = 1.0 / (0.75 + 2.3 * far)
            x = 0.5 + sign * (0.36, 0.52, 0.30)[n % 3] * shrink * (1 + 0.02 * math.sin(i * 0.05 + n))
            y = _LINE + 0.46 * shrink**1.25
            found.append((n, side, x, y, 0.46 * shrink**1.15 * (1.0 if n else v.grown)))
    return sorted(found, key=lambda spot: spot[4])


def _children(light: Array, stage: Stage, i: int, t: float, view: View, v: Variation, glowing: float) -> None:
    for n, side, x, y, height in _spots(i, t, v):
        rider = child(n, v, 0.045 * i, side)
        px, py = view.place(x, y)
        body = from_behind(stage, rider, px, py, height * view.zoom)
        rim = (1.1 * glowing + 0.05, 0.50 * glowing + 0.08, 0.16 * glowing + 0.13)
        toward = (1.6 if x < 0.5 else -1.6) * v.sun_side
        stand(light, body, (0.010, 0.009, 0.013), rim=rim, rim_from=(toward * stage.scale, -1.4 * stage.scale))
        if v.lamps:
            lamp = smooth(0.35, 0.6, t)
            glow(light, stage, px, py - 0.40 * height, 2.4 + 5 * height, (1.7, 0.14, 0.05), 0.9 * lamp)
            glow(light, stage, px, py - 0.40 * height, 16, (0.5, 0.05, 0.02), 0.5 * lamp)


def _shadows(light: Array, stage: Stage, i: int, t: float, view: View, v: Variation, glowing: float) -> None:
    """Long shadows that come towards us from both sides and lean into each other."""
    total = Image.new("L", (stage.width, stage.height), 0)
    sx = view.place(0.5, _LINE)[0]
    for n, side, x, y, height in _spots(i, t, v):
        px, py = view.place(x, y)
        body, x0, y0 = from_behind(stage, child(n, v, 0.045 * i, side), px, py, height * view.zoom, soft_px=0)
        picture = Image.fromarray((body * 255).astype(np.uint8))
        foot_x, foot_y = stage.at(px, py)
        # Away from the sun, were it not for the two suns that are one: the seam draws the shadows inwards.
        slant = (px - sx) * 1.15 * stage.aspect * (1 if v.sun_side > 0 else -1.6)
        long = -2.6
        affine = (1.0, -slant / long * -1, foot_x - x0 - foot_x + slant / long * -1 * foot_y,
                  0.0, 1 / long, foot_y - y0 - foot_y / long)  # fmt: skip
        laid = picture.transform((stage.width, stage.height), Image.Transform.AFFINE, affine, Image.Resampling.BILINEAR)
        total.paste(255, (0, 0), laid)
    soft = np.asarray(total.filter(ImageFilter.GaussianBlur(2.2 * stage.scale)), np.float32) / 255
    dim(light, soft * (0.72 * glowing + 0.10) * (stage.v > _LINE))


def _ground(wide: Stage) -> Array:
    """Left wet asphalt with grit, right mown grass in lanes; both run to the sun. Grey, 0 to 1."""
    depth = np.clip(wide.v - _LINE, 1e-3, None)
    across = (wide.u - 0.5) / depth
    fine = noise(wide, 445, 120, 3)
    broad = noise(wide, 447, 6, 4, 0.4)
    left = 0.25 + 0.5 * broad + 0.35 * fine
    line = np.exp(-(((across + 0.92) / 0.035) ** 2)) * ((1 / depth * 0.35) % 1.0 < 0.55)
    left = left * (across > -1.75) * 0.9 + 0.20 * (across <= -1.75) * fine + line * 0.8 * (across < 0)
    lanes = 0.22 + 0.10 * np.sin(across * 9) + 0.30 * fine
    path = np.exp(-(((np.abs(across - 0.92) - 0.16) / 0.06) ** 2)) * 0.35
    return np.where(wide.u < 0.5, left, lanes + path).astype(np.float32)


def _delta(wide: Stage, v: Variation) -> Array:
    """Telegraph poles that shrink towards the sun, their wires, and reeds along the ditch."""
    mask = np.zeros((wide.rows, wide.columns), np.float32)
    image = Image.new("L", (wide.columns * 2, wide.rows * 2), 0)
    draw = ImageDraw.Draw(image)

    def px(x: float, y: float) -> tuple[float, float]:
        a, b = wide.at(x, y)
        return a * 2, b * 2

    tops = []
    for n in range(9):
        s = 1.0 / (0.62 + 0.60 * n)
        x, foot, high = 0.5 - 0.44 * s, _LINE + 0.16 * s, 0.44 * s
        unit = s * wide.height * 2
        draw.line([px(x, foot), px(x, foot - high)], fill=255, width=max(2, round(0.013 * unit)))
        for arm in (0.0, 0.05):
            y = foot - high + (0.02 + arm) * s
            draw.line([px(x - 0.026 * s, y), px(x + 0.026 * s, y)], fill=255, width=max(2, round(0.008 * unit)))
        tops.append((x, foot - high + 0.02 * s, s))
    for (x0, y0, s0), (x1, y1, s1) in pairwise(tops):
        for side in (-1, 1):
            for drop in (0.0, 0.05):
                start, end = (x0 + side * 0.024 * s0, y0 + drop * s0), (x1 + side * 0.024 * s1, y1 + drop * s1)
                points = [
                    px(
                        start[0] + (end[0] - start[0]) * k,
                        start[1] + (end[1] - start[1]) * k + sag(k, 0.035) * (s0 + (s1 - s0) * k),
                    )
                    for k in np.linspace(0, 1, 16)
                ]
                draw.line(points, fill=220, width=max(1, round(0.0022 * wide.height * 2)))
    sides = (-1, 1) if v.reeds_on == "both" else (-1,)
    dice = chance(451)
    for side in sides:
        for _ in range(320):
            s = 0.16 + 1.5 * float(dice.random()) ** 2
            x = 0.5 + side * (0.50 + 0.16 * float(dice.random())) * s
            foot, high = _LINE + 0.20 * s, (0.10 + 0.13 * float(dice.random())) * s
            bow = 0.03 * s * (0.3 + float(dice.random()))
            points = [px(x + bow * k * k, foot - high * k) for k in np.linspace(0, 1, 6)]
            draw.line(points, fill=255, width=max(1, round(0.0035 * s * wide.height * 2)), joint="curve")
            if dice.random() < 0.5:
                for k in range(5):
                    a = px(x + bow, foot - high * (1 - 0.03 * k))
                    r = 0.010 * s * wide.height * 2 * (0.6 + math.sin(k * 0.8))
                    draw.line(
                        [a, (a[0] + r, a[1] + r * 0.7)], fill=220, width=max(1, round(0.004 * s * wide.height * 2))
                    )
    mask += np.asarray(image.reduce(2).filter(ImageFilter.GaussianBlur(0.5 * wide.scale)), np.float32) / 255
    return mask


def _coast(wide: Stage, v: Variation) -> Array:
    """A dyke that runs out to the horizon, a lighthouse, turbines; a fence along the path."""
    away = np.clip(wide.u - 0.5, 0, None)
    crest = _LINE - np.clip(away - 0.06, 0, None) * 0.26 - 0.05 * smooth(0, 1, 1) * np.clip((away - 0.30) * 3, 0, 1)
    mask = (np.clip((wide.v - crest) * wide.height / 1.6, 0, 1) * (wide.v < _LINE + 0.002) * (away > 0.06)).astype(
        np.float32
    )

    def put(shapes: list[Polygon | Limb], x: float, y: float, height: float) -> None:
        patch, x0, y0 = mask_of(wide, shapes, x, y, height, soft_px=0.4)
        region = mask[y0 : y0 + patch.shape[0], x0 : x0 + patch.shape[1]]
        np.maximum(region, patch[: region.shape[0], : region.shape[1]], out=region)

    lighthouse: list[Polygon | Limb] = [
        Polygon([(-0.12, 0.2), (-0.08, -0.8), (0.08, -0.8), (0.12, 0.2)]),
        Polygon([(-0.12, -0.8), (0.12, -0.8), (0.12, -0.84), (-0.12, -0.84)]),
        Polygon([(-0.06, -0.84), (0, -1.0), (0.06, -0.84)]),
    ]
    put(lighthouse, 0.80, 0.445, 0.20)
    for n, (x, size) in enumerate(((0.60, 0.075), (0.64, 0.095), (0.69, 0.12))):
        blades: list[Polygon | Limb] = [Polygon([(-0.024, 0.1), (0.024, 0.1), (0.014, -1.0), (-0.014, -1.0)])]
        for k in range(3):
            a = n * 0.9 + k * math.tau / 3
            blades.append(turbine_blade(a, 0.55))
        put(blades, x, _LINE - (x - 0.56) * 0.26, size)
    for n in range(8):
        s = 1.0 / (0.6 + 0.55 * n)
        put([Limb([(0, 0), (0.05, -1.0)], [0.07, 0.06])], 0.5 + 0.46 * s, _LINE + 0.30 * s, 0.10 * s)
    return mask
