"""SQ01-0020 and SQ03-0010: inside the dome. A beam through the slit, dust in the beam, the keeper and the telescope."""

from __future__ import annotations

import numpy as np

from sample.camera import Drift, Layer, Move, View
from sample.figures import Ellipse, Limb, Polygon, Shape, mask_of, person, stand
from sample.lightcone.heaven import Stars, milky_way
from sample.lightcone.variation import Variation
from sample.paint import Array, Stage, chance, cover, glow, laid_out, lighten, noise, smooth, splat
from sample.render import Frames

_FLOOR = 0.84


def closing(stage: Stage, frames: int, v: Variation) -> Frames:
    """The keeper walks to the telescope, [Push in]; the beam comes from the upper left."""
    wide = stage.wide(0.12)
    move = Move(View(-0.012, 0.0, 1.0), View(0.02, 0.015, 1.13))
    move = move if v.camera > 0 else move.reversed() if v.camera < 0 else Move(View(), View())
    shell = Layer(wide, _shell(wide, 0.62), 0.5)
    beam = Layer(wide, _beam(wide, 0.30, 0.52, 0.040, 0.150), 0.6)
    tube = Layer(wide, _telescope(wide), 0.85)
    rail = Layer(wide, _railing(wide), 1.5)
    haze = Drift(stage, 51, 5, 1.2)
    dust = _Dust(320, 7 + v.seed, 0.30, 0.52, 0.035, 0.13, rises=v.dust_rises)

    def frame(i: int) -> Array:
        t = i / max(1, frames - 1)
        view = move.at(t)
        light = shell.seen(view)
        lit = beam.seen(view)
        shimmer = 0.62 + 0.76 * haze.at(t * 0.22 + 0.1)
        lighten(light, lit * shimmer, (0.30, 0.46, 0.66))
        fx, fy = view.place(0.535, 0.865, 0.7)
        glow(light, stage, fx, fy, 150, (0.20, 0.31, 0.44), 0.85, 0.16)
        if v.tube:
            cover(light, tube.seen(view), (0.010, 0.014, 0.024))
        for n in range(v.figures):
            x, y = view.place(0.33 + 0.13 * t + 0.10 * n, 0.885, 0.9)
            body = mask_of(stage, person(walk=t * 13 + n), x, y, 0.40 * view.zoom)
            stand(
                light,
                body,
                (0.008, 0.010, 0.018),
                rim=(0.30, 0.44, 0.62),
                rim_from=(-2.2 * stage.scale, -1.6 * stage.scale),
            )
        dust.fall(light, stage, view, i)
        lamp = view.place(0.775, 0.60, 0.85)
        glow(light, stage, *lamp, 3.0, (1.7, 0.35, 0.15), 1.4)
        glow(light, stage, *lamp, 22, (0.5, 0.10, 0.05), 0.28)
        cover(light, rail.seen(view), (0.004, 0.005, 0.009))
        return light

    return frame


def arrival(stage: Stage, frames: int, v: Variation) -> Frames:
    """The keeper stands in the light; the dust becomes stars and the walls let the sky through. [Tilt up]."""
    wide = stage.wide(0.22)
    move = Move(View(0.0, 0.10, 1.10), View(0.0, -0.085 * v.camera, 1.0))
    shell_painted = laid_out(_shell(wide, 0.5))
    sky_stars, milk = Stars(wide, (0.5, -0.35), 1400, 9 + v.seed, 0.93), milky_way(wide, 61, -0.35)
    night = (milk * 1.9 + np.array([0.010, 0.018, 0.045])).astype(np.float32)
    open_wall = np.clip(
        1.3 - np.hypot((wide.u - 0.5) * 1.5, wide.v - 0.18) * 1.15 + 0.5 * (noise(wide, 63, 4) - 0.5), 0, 1
    )
    beam = Layer(wide, _beam(wide, 0.5, 0.5, 0.055, 0.205), 0.6)
    haze = Drift(stage, 53, 5, 1.2)
    dust = _Dust(520, 17 + v.seed, 0.5, 0.5, 0.05, 0.19, rises=v.dust_rises, spread=True)
    floor = np.clip((wide.v - _FLOOR) * 30, 0, 1)

    def frame(i: int) -> Array:
        t = i / max(1, frames - 1)
        view = move.at(t)
        opened = smooth(0.18, 0.78, t)
        window = np.clip(open_wall * 2.4 - 1.9 + 1.9 * opened, 0, 1) * (1 - floor)
        room = shell_painted.copy("K")
        cover(room, window, sky_stars.turn(0.0022, 2, 1.25) + night)
        light = Layer(wide, room, 0.6).seen(view)
        lit = beam.seen(view) * (0.60 + 0.85 * haze.at(t * 0.15)) * (1 - 0.45 * opened)
        lighten(light, lit, (0.34, 0.49, 0.66))
        fx, fy = view.place(0.5, 0.875, 0.8)
        glow(light, stage, fx, fy, 190, (0.26, 0.38, 0.52), 1.0, 0.15)
        for n in range(v.figures):
            x, y = view.place(0.5 + 0.17 * n, 0.90, 0.9)
            raised = smooth(0.42, 0.70, t)
            hand = (0.125 + 0.09 * raised, -0.47 - 0.42 * raised)
            body = mask_of(stage, person(arm=hand, lean=-0.01), x, y, 0.47 * view.zoom)
            stand(light, body, (0.010, 0.013, 0.022), rim=(0.42, 0.56, 0.72), rim_from=(0.4, -2.4 * stage.scale))
            tip = (x + hand[0] * 0.47 * view.zoom / stage.aspect, y + hand[1] * 0.47 * view.zoom - 0.012)
            glow(light, stage, *tip, 5, (1.1, 1.2, 1.35), 1.5 * smooth(0.62, 0.72, t))
        dust.fall(light, stage, view, i, growing=opened)
        return light

    return frame


class _Dust:
    """Motes that fall through a beam and are seen only inside it."""

    def __init__(
        self,
        count: int,
        seed: int,
        x_top: float,
        x_floor: float,
        half_top: float,
        half_floor: float,
        *,
        rises: bool,
        spread: bool = False,
    ) -> None:
        dice = chance(seed, 13)
        self._x, self._y = dice.random(count), dice.random(count) * 1.2
        self._depth = 0.45 + 0.75 * dice.random(count)
        self._size = dice.random(count) ** 3
        self._phase = dice.random(count) * 6.283
        self._beam = (x_top, x_floor, half_top, half_floor)
        # Dust that rises does it like sparks: faster, and it is the first thing one sees.
        self._down, self._bright = (-4.0, 3.0) if rises else (1.0, 1.0)
        self._spread = spread

    def fall(self, light: Array, stage: Stage, view: View, i: int, growing: float = 0.0) -> None:
        x_top, x_floor, half_top, half_floor = self._beam
        y = (self._y + self._down * i * 0.0030 * self._depth) % 1.2 - 0.1
        drop = np.clip(y / _FLOOR, 0, 1.2)
        middle, half = x_top + (x_floor - x_top) * drop, half_top + (half_floor - half_top) * drop
        reach = half * (1 + 2.2 * growing) if self._spread else half
        x = middle + (self._x * 2 - 1) * reach * 1.1 + 0.006 * np.sin(i * 0.05 + self._phase)
        inside = np.clip(1.25 - np.abs(x - middle) / reach, 0, 1) * (y < 0.93)
        twinkle = 0.55 + 0.45 * np.sin(i * 0.17 * self._depth + self._phase * 3)
        bright = inside * twinkle * (0.10 + 1.5 * self._size) * (0.8 + 0.8 * growing) * self._bright
        zoom = 1 + (view.zoom - 1) * self._depth
        sx = 0.5 + (x - 0.5 - view.x * self._depth) * zoom
        sy = 0.5 + (y - 0.5 - view.y * self._depth) * zoom
        splat(light, stage, sx, sy, bright[:, None] * np.array([0.75, 0.9, 1.1]), 0.85)
        large = self._size > 0.55
        splat(light, stage, sx[large], sy[large], bright[large, None] * np.array([0.10, 0.13, 0.17]), 2.6)


def _shell(wide: Stage, slit_x: float) -> Array:
    """The inner wall of a dome: ribs that meet above, riveted bands, a floor that takes a little light."""
    x, y = (wide.u - 0.5) * wide.aspect, wide.v - 0.92
    radius = np.hypot(x / 1.22, y)
    angle = np.arctan2(-y, x / 1.22)
    wall = 0.030 + 0.045 * noise(wide, 71, 7, 5) * np.clip(1.3 - radius, 0, 1)
    ribs = np.exp(-((np.mod(angle * 14 / np.pi, 1) - 0.5) ** 2) / 0.0020) * 0.022
    bands = np.exp(-((np.mod(radius * 6.5, 1) - 0.5) ** 2) / 0.0016) * 0.016
    near_slit = np.exp(-(((wide.u - slit_x) / 0.24) ** 2) - ((wide.v - 0.05) / 0.5) ** 2)
    shade = (wall + ribs + bands) * (0.35 + 1.8 * near_slit)
    floor = np.clip((wide.v - _FLOOR) * wide.height / (2 * wide.scale), 0, 1)
    boards = 0.018 + 0.014 * noise(wide, 73, 60, 3, 0.10)
    shade = shade * (1 - floor) + boards * floor
    return np.asarray(shade[..., None].astype(np.float32) * np.array([0.62, 0.84, 1.15], np.float32))


def _beam(wide: Stage, x_top: float, x_floor: float, half_top: float, half_floor: float) -> Array:
    """Light that falls from the slit to the floor, wider below, softer at its edges."""
    drop = np.clip(wide.v / _FLOOR, -0.2, 1.05)
    middle, half = x_top + (x_floor - x_top) * drop, half_top + (half_floor - half_top) * drop
    body = np.exp(-(np.abs((wide.u - middle) / half) ** 3.2)) * (1.0 - 0.55 * np.clip(drop, 0, 1))
    streaks = 0.82 + 0.18 * np.sin((wide.u - middle) / half * 9) * np.sin((wide.u - middle) / half * 4.1 + 1)
    return np.asarray((body * streaks * (wide.v < _FLOOR + 0.06)), np.float32)


def _telescope(wide: Stage) -> Array:
    """A refractor on its pier, pointing at the slit."""
    shapes: list[Shape] = [
        Polygon([(-0.07, 0.02), (0.09, 0.02), (0.055, -0.46), (-0.035, -0.46)]),
        Polygon([(-0.10, 0.02), (0.12, 0.02), (0.12, -0.03), (-0.10, -0.03)]),
        Ellipse((0.01, -0.50), 0.075, 0.075),
        Limb([(0.26, -0.30), (0.14, -0.40), (-0.44, -0.86)], [0.026, 0.044, 0.070]),
        Limb([(-0.40, -0.83), (-0.50, -0.908)], [0.082, 0.082]),
        Limb([(0.24, -0.32), (0.31, -0.26)], [0.016, 0.016]),
        Limb([(0.20, -0.42), (-0.16, -0.70)], [0.011, 0.011]),
        Limb([(0.01, -0.50), (0.20, -0.62)], [0.026, 0.020]),
        Ellipse((0.215, -0.63), 0.055, 0.055),
        Limb([(-0.3, 0.0), (0.4, 0.0)], [0.01, 0.01]),
    ]
    mask = np.zeros((wide.rows, wide.columns), np.float32)
    patch, x0, y0 = mask_of(wide, shapes, 0.70, 0.90, 0.72)
    region = mask[max(0, y0) : y0 + patch.shape[0], x0 : x0 + patch.shape[1]]
    region += patch[max(0, -y0) :, :][: region.shape[0], : region.shape[1]]
    return mask


def _railing(wide: Stage) -> Array:
    """A rail near the lens, out of focus."""
    line = 0.965 + 0.03 * (wide.u - 0.5)
    bar = np.exp(-(((wide.v - line) / 0.016) ** 4))
    posts = np.exp(-((np.mod(wide.u * 5 + 0.3, 1) - 0.5) ** 2) / 0.0009) * (wide.v > line)
    low = np.clip((wide.v - 1.06) * 20, 0, 1)
    return np.asarray(np.clip(bar + posts + low, 0, 1), np.float32)
