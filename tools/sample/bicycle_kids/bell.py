"""SQ01-0040: a thumb on a bell. The note goes out in shells of light; the evening is its dome's reflection."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from sample.bicycle_kids.dusk import BEAT, Motes, near_sun, rings, sky, sun, warmed
from sample.bicycle_kids.variation import Variation
from sample.camera import Move, View
from sample.figures import Ellipse, Limb, Polygon, Shape, mask_of, stand
from sample.paint import Array, Stage, chance, glow, lighten, smooth
from sample.render import Frames
from sample.strips import reeds

STRUCK = (4 + BEAT, 4 + 2 * BEAT)
"""Frames on which it is struck: the second beat and the third."""
_BELL = (0.44, 0.62)
_REACH, _DRAWN = 1.15, 0.64
"""A patch reaches 1.1 of its size to each side, so the size is large and the drawing in it small."""


def bell(stage: Stage, frames: int, v: Variation) -> Frames:
    move = Move(View(0.0, 0.0, 1.0), View(0.02 * v.camera, -0.01, 1.0 + 0.10 * v.camera), shake=2.6, seed=15)
    struck = v.rings_at or STRUCK
    motes = Motes(17, 60)
    lamps = _lamps(stage)
    back = reeds(stage, 351, frames=1.6, foot=0.98, tall=0.55, count=70, soft_px=5.0)

    def frame(i: int) -> Array:
        t = i / max(1, frames - 1)
        view = move.at(t)
        x, y = 0.76 - view.x * 0.2, 0.36 - view.y * 0.2
        hour = 0.55 + 0.2 * t + v.hour * 2
        light = sky(stage, hour, 1.0, v.noon)
        for n in range(v.suns):
            sun(light, stage, x - 0.32 * n, y - 0.06 * n, hour, 1.9)
        light += lamps * (0.85 + 0.15 * math.sin(i * 0.06))
        near = near_sun(stage, x, y, 0.8)
        back.cover(
            light,
            0.3 + view.x * 0.5,
            warmed(near, (0.06, 0.030, 0.028), (0.50, 0.20, 0.05)),
            lean=0.02 * math.sin(i * 0.07),
        )
        shake = sum(math.exp(-(i - at) / 5) * math.sin((i - at) * 2.6) for at in struck if i >= at) * 0.0022
        _handlebar(light, stage, view, near)
        _dome(light, stage, view, shake, near, sum(math.exp(-(i - at) / 9) for at in struck if i >= at))
        _thumb(light, stage, view, _pressed(i, struck), v)
        bx, by = view.place(*_BELL)
        rings(light, stage, bx, by - 0.15, i, struck)
        motes.hang(light, stage, i, near, (1.0, 0.62, 0.25))
        return np.asarray(light, np.float32)

    return frame


def _pressed(i: int, struck: tuple[int, ...]) -> float:
    """How far the thumb has gone: 1 on the frame where the bell sounds."""
    return max([smooth(at - 7, at, i) * (1 - smooth(at + 1, at + 8, i)) for at in struck], default=0.0)


def _handlebar(light: Array, stage: Stage, view: View, near: Array) -> None:
    x, y = view.place(_BELL[0] + 0.03, _BELL[1])
    size = _REACH * view.zoom
    bar = [
        Limb([(-1.6, 0.42), (-1.05, 0.34), (-0.55, 0.26), (-0.10, 0.10), (0.35, 0.06), (0.62, 0.16)], [0.040] * 6),
        Limb([(0.28, 0.07), (0.62, 0.16)], [0.066, 0.066]),
        Limb([(-0.10, 0.10), (-0.16, 0.45)], [0.05, 0.055]),
        Limb([(-0.16, 0.25), (-0.30, 0.52)], [0.018, 0.018]),
    ]
    body = mask_of(stage, _scaled(bar), x, y, size, soft_px=0.8)
    stand(light, body, (0.022, 0.016, 0.018), rim=(0.95, 0.46, 0.16), rim_from=(2.0 * stage.scale, -3.2 * stage.scale))


def _dome(light: Array, stage: Stage, view: View, shake: float, near: Array, loud: float) -> None:
    x, y = view.place(_BELL[0] + shake, _BELL[1])
    size = _REACH * view.zoom
    arc = [(0.235 * math.cos(a), -0.06 - 0.225 * math.sin(a)) for a in np.linspace(0, math.pi, 48)]
    shell = mask_of(stage, _scaled([Polygon([*arc, (-0.235, -0.015), (0.235, -0.015)])]), x, y, size, soft_px=0.8)
    stand(light, shell, (0.085, 0.050, 0.036), rim=(1.3, 0.72, 0.28), rim_from=(2.2 * stage.scale, -1.6 * stage.scale))
    # The dome holds the whole evening: a bright band where the sun is, a dark one where the land is.
    mask, x0, y0 = shell
    rows, columns = mask.shape
    top, left = max(0, -y0), max(0, -x0)
    bottom, right = min(rows, stage.height - y0), min(columns, stage.width - x0)
    cut = mask[top:bottom, left:right]
    px, py = stage.at(x, y)
    du = (np.arange(x0 + left, x0 + right) - px)[None, :] / (size * _DRAWN * stage.height)
    dv = (np.arange(y0 + top, y0 + bottom) - py)[:, None] / (size * _DRAWN * stage.height)
    sheen = np.exp(-(((dv + 0.20 - 0.35 * du**2) / 0.045) ** 2)) * 0.5 + np.exp(-(((dv + 0.085) / 0.020) ** 2)) * 0.22
    star = np.exp(-(((du - 0.105) / 0.020) ** 2) - ((dv + 0.195) / 0.022) ** 2) * (2.6 + 2.2 * min(1.5, loud))
    side = np.clip(0.5 + du * 2.2, 0, 1)
    region = light[y0 + top : y0 + bottom, x0 + left : x0 + right]
    lighten(region, cut * (sheen * side), (1.2, 0.62, 0.24))
    lighten(region, cut * star, (1.4, 1.1, 0.7))
    below = [
        Polygon([(-0.255, -0.02), (0.255, -0.02), (0.245, 0.02), (-0.245, 0.02)]),
        Ellipse((0, -0.285), 0.022, 0.018),
        Limb([(0, 0.0), (0, 0.09)], [0.06, 0.05]),
    ]
    foot = mask_of(stage, _scaled(below), x, y, size, soft_px=0.7)
    stand(light, foot, (0.030, 0.020, 0.020), rim=(0.9, 0.46, 0.18), rim_from=(1.4 * stage.scale, -1.8 * stage.scale))
    along, up = 0.105 * size * _DRAWN / stage.aspect, 0.195 * size * _DRAWN
    glow(light, stage, x + along, y - up, 40, (0.9, 0.6, 0.3), 0.35 + 0.5 * min(1.5, loud))


def _thumb(light: Array, stage: Stage, view: View, pressed: float, v: Variation) -> None:
    """The hand comes from the right, round the grip; the thumb lies on the lever."""
    x, y = view.place(_BELL[0] + 0.03, _BELL[1])
    size = _REACH * view.zoom
    tip = (0.235 - 0.055 * pressed, -0.045 + 0.055 * pressed)
    lever = [Limb([(0.12, 0.01), (tip[0] - 0.005, tip[1] + 0.035)], [0.018, 0.022])]
    hand = [
        *lever,
        Limb([(0.62, 0.13), (0.45, 0.035), tip], [0.085, 0.058, 0.038]),
        Limb([(0.40, 0.10), (0.50, 0.20), (0.46, 0.27)], [0.055, 0.052, 0.045]),
        Limb([(0.50, 0.12), (0.60, 0.22), (0.55, 0.30)], [0.055, 0.052, 0.045]),
        Limb([(0.60, 0.14), (0.70, 0.24), (0.64, 0.32)], [0.055, 0.050, 0.042]),
        Limb([(0.62, 0.14), (0.95, 0.22), (1.3, 0.38), (1.7, 0.62)], [0.115, 0.105, 0.125, 0.14]),
    ]
    if v.third_hand:
        hand += [Limb([(0.52, 0.00), (0.36, -0.16), (0.20, -0.22)], [0.050, 0.044, 0.032]),
                 Limb([(0.60, 0.02), (0.48, -0.22), (0.34, -0.34)], [0.050, 0.044, 0.030])]  # fmt: skip
    body = mask_of(stage, _scaled(hand), x, y, size, soft_px=0.9)
    stand(light, body, (0.030, 0.018, 0.016), rim=(1.05, 0.46, 0.16), rim_from=(2.4 * stage.scale, -3.0 * stage.scale))


def _scaled(shapes: Sequence[Shape]) -> list[Shape]:
    """The drawing, made as small as its patch needs it."""
    out: list[Shape] = []
    for shape in shapes:
        if isinstance(shape, Polygon):
            out.append(Polygon([(x * _DRAWN, y * _DRAWN) for x, y in shape.points]))
        elif isinstance(shape, Ellipse):
            x, y = shape.centre
            out.append(Ellipse((x * _DRAWN, y * _DRAWN), shape.rx * _DRAWN, shape.ry * _DRAWN))
        else:
            # A limb is a row of discs: more joints, or a long tube looks like a rope.
            steps = np.linspace(0, len(shape.joints) - 1, 6 * len(shape.joints))
            columns = [np.interp(steps, range(len(shape.joints)), [joint[k] for joint in shape.joints]) for k in (0, 1)]
            thick = np.interp(steps, range(len(shape.joints)), shape.thick) * _DRAWN
            joints = [(float(x) * _DRAWN, float(y) * _DRAWN) for x, y in zip(*columns, strict=True)]
            out.append(Limb(joints, [float(each) for each in thick]))
    return out


def _lamps(stage: Stage) -> Array:
    """Discs of light out of focus: puddles, far windows."""
    dice, light = chance(355), stage.empty()
    v, u = stage.v, stage.u
    for x, y, size in dice.random((24, 3)):
        r = (0.018 + 0.030 * size) * 1.0
        away = np.hypot((u - x) * stage.aspect, v - (0.50 + 0.42 * y))
        disc = np.clip((r - away) * stage.height / 3, 0, 1) * (0.5 + 0.5 * np.clip(away / r, 0, 1) ** 3)
        lighten(light, disc * (0.4 + 0.8 * dice.random()), (0.42, 0.20, 0.07))
    return light.astype(np.float32)
