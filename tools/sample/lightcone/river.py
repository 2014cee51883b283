"""SQ02-0030: the river, forty years ago. Lanterns on black water, a mother and a child, one lamp held high."""

from __future__ import annotations

import numpy as np

from sample import morse
from sample.camera import Drift, Layer, Move, View
from sample.figures import mask_of, person, stand
from sample.lightcone.spelling import lit_units
from sample.lightcone.variation import Variation
from sample.paint import Array, Stage, chance, cover, glow, gradient, lighten, noise, ridge, smooth
from sample.render import Frames

_SHORE = 0.575
WARM, COLD = (1.35, 0.62, 0.20), (0.30, 0.72, 1.35)


def river(stage: Stage, frames: int, v: Variation) -> Frames:
    wide = stage.wide(0.14)
    move = travel(v)
    sky = gradient(
        wide,
        (0, (0.010, 0.020, 0.060)),
        (0.35, (0.030, 0.055, 0.115)),
        (0.56, (0.085, 0.120, 0.165)),
        (1, (0.06, 0.08, 0.11)),
    )
    sky += (noise(wide, 111, 3, 5, 2.4) - 0.5)[..., None] * np.array([0.030, 0.040, 0.055])
    for n in range(v.moons):
        glow(sky, wide, 0.75 - 0.17 * n, 0.17 + 0.06 * n, 120, (0.16, 0.19, 0.24), 0.7)
        glow(sky, wide, 0.75 - 0.17 * n, 0.17 + 0.06 * n, 17, (1.5, 1.42, 1.2), 1.6)
    far_sky = Layer(wide, sky.astype(np.float32), 0.15)
    mountains = [
        Layer(wide, ridge(wide, 115, 0.56, 0.27), 0.3),
        Layer(wide, ridge(wide, 118, 0.585, 0.13, rough=4), 0.5),
    ]
    bank = Layer(wide, _bank(wide), 1.25)
    fog = Drift(stage, 121, 4)
    ripple = noise(stage, 123, 70, 3, 0.10)
    fleet = Fleet(v)
    colour = COLD if v.lantern_blue else WARM
    lit = lit_units(v, "HOME")

    def frame(i: int) -> Array:
        t = i / max(1, frames - 1)
        view = move.at(t)
        light = far_sky.seen(view)
        cover(light, mountains[0].seen(view), (0.030, 0.050, 0.082))
        cover(light, mountains[1].seen(view), (0.013, 0.023, 0.040))
        band = np.exp(-(((stage.v - _SHORE + 0.015) / 0.055) ** 2)) * fog.at(t * 0.12)
        lighten(light, band, (0.055, 0.075, 0.095))
        _water(light, stage, ripple, i, far=0.46)
        for n in range(v.lanterns):
            flame = 0.85 + 0.15 * np.sin(i * 0.37 + fleet.phase[n] * 3) * np.sin(i * 0.21 + fleet.phase[n])
            size, beat = 0.30 + 1.0 * float(fleet.far[n]), i + float(fleet.phase[n])
            _lantern(light, stage, *fleet.place(n, i, t, view), size, float(flame), colour, beat, v.reflections)
        _people(light, stage, view, v, i, t, lit)
        cover(light, bank.seen(view), (0.004, 0.005, 0.008))
        if v.edited:
            # The flight's white dies down over the first frames of the river.
            light += np.float32(1.2 * (1 - smooth(0.0, 0.05, t))) * np.array([1.0, 0.9, 0.74], np.float32)
        return light

    return frame


def travel(v: Variation) -> Move:
    """[Truck right] along the bank."""
    return Move(View(-0.075 * v.camera, 0.0, 1.03), View(0.075 * v.camera, 0.0, 1.07))


class Fleet:
    """The lanterns that are afloat, the farthest first; `far` is 0 at the other shore and 1 at this one."""

    def __init__(self, v: Variation) -> None:
        dice = chance(131 + v.seed)
        self.far = np.sort(dice.random(v.lanterns) ** 1.25)
        self._across = dice.permutation((np.arange(v.lanterns) + 0.3 + 0.4 * dice.random(v.lanterns)) / v.lanterns)
        self.phase, self._pace = dice.random(v.lanterns) * 6.283, 0.6 + 0.8 * dice.random(v.lanterns)

    def place(self, n: int, i: int, t: float, view: View) -> tuple[float, float]:
        """Where a lantern is seen in frame `i`, `t` of the way through the shot, in fractions of the frame."""
        # None leaves the frame or passes behind the two, or who counts them would not find the same number twice.
        x = 0.345 + 0.525 * float(self._across[n]) + 0.060 * t * float(self._pace[n])
        y = _SHORE + 0.030 + 0.33 * float(self.far[n]) + 0.003 * float(np.sin(i * 0.08 + self.phase[n]))
        return view.place(x, y, 0.35 + 0.75 * float(self.far[n]))


def _water(light: Array, stage: Stage, ripple: Array, i: int, far: float) -> None:
    """Mirrors what stands above the shore, torn sideways by ripples that grow towards the lens."""
    top = round(_SHORE * stage.height)
    depth = np.arange(stage.height - top)
    source = np.clip(top - 1 - (depth * 0.92).astype(int), 0, top - 1)
    near = depth / max(1, len(depth) - 1)
    slide = (
        np.sin(depth * 0.42 / stage.scale - i * 0.16) * (1.5 + 9 * near) * stage.scale
        + np.sin(depth * 0.13 / stage.scale + i * 0.09) * 5 * near * stage.scale
    )
    columns = np.clip(
        np.arange(stage.width)[None, :]
        + slide[:, None].astype(int)
        + ((ripple[top:] - 0.5) * 34 * near[:, None] * stage.scale).astype(int),
        0,
        stage.width - 1,
    )
    mirrored = light[source[:, None], columns]
    shade = (far * (1 - 0.62 * near))[:, None, None]
    light[top:] = mirrored * shade + np.array([0.006, 0.010, 0.020]) + (ripple[top:] - 0.5)[..., None] * 0.030 * shade
    light[top : top + 2] += 0.012


def _lantern(
    light: Array,
    stage: Stage,
    x: float,
    y: float,
    size: float,
    flame: float,
    colour: tuple[float, float, float],
    beat: float,
    mirrored: bool,
) -> None:
    glow(light, stage, x, y, 62 * size, colour, 0.13 * flame)
    glow(light, stage, x, y - 0.012 * size, 17 * size, colour, 0.75 * flame, 1.15)
    glow(
        light,
        stage,
        x,
        y - 0.008 * size,
        8 * size,
        (1.5, 1.25, 0.95) if colour == WARM else (0.95, 1.25, 1.5),
        1.1 * flame,
        1.25,
    )
    _paper_box(light, stage, x, y - 0.010 * size, size, flame, colour)
    if mirrored:
        for step in range(7):
            sway = 0.0045 * size * np.sin(beat * 0.22 + step * 1.7)
            glow(
                light,
                stage,
                x + sway,
                y + (0.034 + 0.024 * step) * size,
                (12 - 1.2 * step) * size,
                colour,
                0.34 * flame * (1 - step / 7.5),
                0.34,
            )


def _paper_box(
    light: Array, stage: Stage, x: float, y: float, size: float, flame: float, colour: tuple[float, float, float]
) -> None:
    """The paper round the flame: a soft box, darker at its frame, so that a lantern is no mere point."""
    cx, cy = stage.at(x, y)
    rx, ry = 8.5 * size * stage.scale, 12 * size * stage.scale
    x0, x1 = max(0, int(cx - 2 * rx)), min(stage.columns, int(cx + 2 * rx) + 1)
    y0, y1 = max(0, int(cy - 2 * ry)), min(stage.rows, int(cy + 2 * ry) + 1)
    if x0 >= x1 or y0 >= y1:
        return
    dx, dy = (np.arange(x0, x1) - cx)[None, :] / rx, (np.arange(y0, y1) - cy)[:, None] / ry
    paper = np.exp(-(np.abs(dx) ** 5) - np.abs(dy) ** 5)
    frame = 1 - 0.75 * np.exp(-(((np.abs(dy) - 0.92) / 0.14) ** 2)) - 0.25 * np.exp(-((dx / 0.10) ** 2))
    inner = 0.45 + 0.9 * np.exp(-(dx**2) * 1.5 - (dy - 0.25) ** 2 * 1.5)
    shade = (paper * frame * inner * flame)[..., None] * np.asarray(colour) * 0.75
    light[y0:y1, x0:x1] = light[y0:y1, x0:x1] * (1 - 0.6 * paper[..., None]) + shade


def _people(light: Array, stage: Stage, view: View, v: Variation, i: int, t: float, lit: list[bool]) -> None:
    """Mother and child on the near bank; her lamp spells towards the mountain."""
    x, y = view.place(0.205, 0.885, 1.2)
    size = 0.37 * view.zoom
    hand = (0.19, -0.93)
    tip = (x + hand[0] * size / stage.aspect, y + (hand[1] - 0.02) * size)
    on = morse.brightness(lit, i, 24, 3)
    glow(light, stage, *tip, 120, (0.50, 0.24, 0.08), 0.25 + 0.55 * on)
    warm = (0.10 + 0.75 * on, 0.05 + 0.36 * on, 0.02 + 0.12 * on)
    stand(
        light,
        mask_of(stage, person(arm=hand), x, y, size),
        (0.010, 0.009, 0.012),
        rim=warm,
        rim_from=(2.4 * stage.scale, -1.4 * stage.scale),
    )
    for n in range(v.figures):
        cx, cy = view.place(0.262 + 0.055 * n, 0.895, 1.2)
        body = mask_of(stage, person(child=True, walk=0.3 * np.sin(i * 0.1)), cx, cy, 0.225 * view.zoom)
        stand(light, body, (0.009, 0.008, 0.011), rim=warm, rim_from=(-1.2 * stage.scale, -2.2 * stage.scale))
    glow(light, stage, *tip, 6, (1.7, 1.2, 0.65), 0.25 + 1.5 * on)
    glow(light, stage, *tip, 17, (1.2, 0.55, 0.18), 0.2 + 0.9 * on)


def _bank(wide: Stage) -> Array:
    """The near bank with reeds."""
    edge = 0.875 + 0.20 * np.clip((wide.u - 0.10) * 1.5, -0.10, 1) + 0.012 * (noise(wide, 133, 14, 3)[:1] - 0.5)
    mask = np.clip((wide.v - edge) * wide.height / 3, 0, 1)
    dice = chance(137)
    for _ in range(150):
        x, high, lean = dice.random() * 0.62 - 0.14, 0.03 + 0.11 * dice.random() ** 2, (dice.random() - 0.4) * 0.03
        foot = 0.885 + 0.20 * max(-0.10, (x - 0.10) * 1.5)
        up = np.clip((foot - wide.v[:, 0]) / high, 0, 1)
        reed = x + lean * up**2
        rows = np.nonzero((wide.v[:, 0] > foot - high) & (wide.v[:, 0] < foot + 0.02))[0]
        columns = ((reed[rows] + wide.margin) * wide.width).astype(int)
        inside = (columns >= 0) & (columns < wide.columns - 1)
        mask[rows[inside], columns[inside]] = 1
        if wide.scale > 0.7:
            mask[rows[inside], columns[inside] + 1] = 0.8
    return np.asarray(mask, np.float32)
