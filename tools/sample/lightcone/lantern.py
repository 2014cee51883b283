"""SQ02-0040: the lantern, close. A board slides before the flame: HOME, in a hand's time. A moth takes no notice."""

from __future__ import annotations

import numpy as np

from sample import morse
from sample.camera import Move, View
from sample.figures import Ellipse, Limb, Polygon, Shape, mask_of, stand
from sample.lightcone.spelling import lit_units
from sample.lightcone.variation import Variation
from sample.paint import Array, Stage, chance, cover, dim, glow, lighten, noise, smooth
from sample.render import Frames

START, FRAMES_A_UNIT = 8, 3


def lantern(stage: Stage, frames: int, v: Variation) -> Frames:
    move = Move(View(0.004, 0.0, 1.0), View(-0.006 * v.camera, 0.0, 1.08), shake=1.6, seed=8)
    dice = chance(151 + v.seed)
    discs = [(float(a), float(b), 10 + 32 * float(c), float(d)) for a, b, c, d in dice.random((46, 4))]
    lit = lit_units(v, "HOME")
    paper = noise(stage, 153, 26, 4)
    base = np.repeat((0.010 + 0.014 * stage.v)[..., None], stage.width, 1) * np.array([1.1, 0.75, 0.75])
    cold = (0.35, 0.7, 1.3)

    def frame(i: int) -> Array:
        t = i / max(1, frames - 1)
        view = move.at(t)
        on = morse.brightness(lit, i, START, FRAMES_A_UNIT)
        flame = (0.10 + 0.90 * on) * (0.93 + 0.07 * np.sin(i * 0.8) * np.sin(i * 0.33))
        light = base.astype(np.float32)
        for x, y, size, kind in discs:
            _disc(light, stage, *view.place(x + 0.006 * np.sin(i * 0.02 + kind * 9), y, 0.35), size, kind, i)
        for n in range(v.figures):
            x, y = view.place(0.60 - 0.26 * n, 0.47)
            colour = cold if v.lantern_blue else (1.35, 0.60, 0.17)
            _paper(light, stage, x, y, view.zoom, flame, colour, paper, n)
        board_y = 0.56 + 0.55 * (1 - on)
        hand_x, hand_y = view.place(0.475, 0.80 + 0.10 * on, 1.2)
        rim = (0.8 * flame, 0.36 * flame, 0.10 * flame)
        stand(
            light,
            mask_of(stage, _HAND, hand_x, hand_y + 0.30, 0.62, soft_px=1.6),
            (0.018, 0.011, 0.009),
            rim=rim,
            rim_from=(4 * stage.scale, -3 * stage.scale),
        )
        _moth(light, stage, view, i, flame)
        light *= 0.97 + 0.03 * board_y
        return np.asarray(light * smooth(-0.03, 0.04, t) if v.edited else light)

    return frame


def _disc(light: Array, stage: Stage, x: float, y: float, r_px: float, kind: float, i: int) -> None:
    """A far light out of focus: a disc with a brighter edge."""
    r = r_px * stage.scale
    cx, cy = stage.at(x, y)
    x0, x1, y0, y1 = (
        max(0, int(cx - r - 3)),
        min(stage.columns, int(cx + r + 4)),
        max(0, int(cy - r - 3)),
        min(stage.rows, int(cy + r + 4)),
    )
    if x0 >= x1 or y0 >= y1:
        return
    away = np.hypot(np.arange(x0, x1)[None, :] - cx, np.arange(y0, y1)[:, None] - cy)
    shape = np.clip((r - away) / (1.5 * stage.scale) + 0.5, 0, 1) * (0.55 + 0.45 * (away / r) ** 4)
    colour = (0.62, 0.24, 0.06) if kind > 0.3 else (0.20, 0.26, 0.36)
    light[y0:y1, x0:x1] += (
        shape[..., None]
        * np.asarray(colour, np.float32)
        * np.float32(0.24 * (0.25 + kind) * (0.9 + 0.1 * np.sin(i * 0.2 + kind * 40)))
    )


def _paper(
    light: Array,
    stage: Stage,
    x: float,
    y: float,
    zoom: float,
    flame: float,
    colour: tuple[float, float, float],
    paper: Array,
    n: int,
) -> None:
    dx, dy = (stage.u - x) * stage.aspect / zoom, (stage.v - y) / zoom
    swell = np.sqrt(np.clip(1 - (dy / 0.35) ** 2, 0, 1))
    body = np.clip((0.235 * swell - np.abs(dx)) * stage.height / 2.5, 0, 1)
    ribs = 0.72 + 0.28 * np.abs(np.sin(dy * 46)) ** 0.6
    core = np.exp(-((dx / 0.115) ** 2) - ((dy - 0.05) / 0.16) ** 2)
    rounding = np.sqrt(np.clip(1 - (dx / 0.25) ** 2, 0, 1)) * (0.8 + 0.35 * paper)
    glow(light, stage, x, y, 330, colour, 0.15 * flame)
    shade = (0.10 + (0.55 * rounding + 1.25 * core) * flame) * ribs
    dim(light, body)
    lighten(light, shade * body, colour)
    lighten(light, core * body * (0.9 * flame), (0.9, 0.75, 0.5))
    for cap in (-0.352, 0.352):
        rim = np.exp(-(np.abs((dx) / 0.085) ** 8) - np.abs((dy - cap) / 0.017) ** 6)
        cover(light, rim.astype(np.float32), (0.030, 0.016, 0.010))
    cord = np.exp(-((dx / 0.004) ** 2)) * (dy < -0.355)
    cover(light, cord.astype(np.float32), (0.02, 0.012, 0.01))


def _moth(light: Array, stage: Stage, view: View, i: int, flame: float) -> None:
    a = i * 0.085
    x, y = view.place(0.60 + 0.155 * np.cos(a) + 0.025 * np.sin(a * 3.3), 0.43 + 0.24 * np.sin(a * 1.27), 1.1)
    flap = 0.35 + 0.65 * abs(np.sin(i * 1.9))
    shapes: list[Shape] = [Limb([(0, -0.38), (0.03, -0.62)], [0.05, 0.035])]
    for side in (-1, 1):
        shapes.append(
            Polygon([(0, -0.58), (side * 0.42 * flap, -0.92), (side * 0.50 * flap, -0.62), (side * 0.22 * flap, -0.42)])
        )
        shapes.append(Ellipse((side * 0.17 * flap, -0.36), 0.15 * flap, 0.12))
    stand(light, mask_of(stage, shapes, x, y, 0.052), (0.05 + 0.10 * flame, 0.028 + 0.05 * flame, 0.014), opacity=0.92)


_HAND: list[Shape] = [
    Limb([(0.10, -0.86), (0.03, -0.74), (-0.04, -0.58)], [0.040, 0.050, 0.062]),
    Limb([(0.14, -0.76), (0.06, -0.65), (-0.02, -0.52)], [0.040, 0.050, 0.062]),
    Limb([(0.15, -0.66), (0.08, -0.56), (0.0, -0.46)], [0.038, 0.048, 0.060]),
    Limb([(0.13, -0.56), (0.08, -0.48), (0.0, -0.40)], [0.034, 0.044, 0.056]),
    Polygon(
        [(-0.10, -0.62), (0.02, -0.66), (0.06, -0.42), (-0.06, -0.20), (-0.22, 0.12), (-0.52, 0.12), (-0.24, -0.30)]
    ),
]
