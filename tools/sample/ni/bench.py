"""The bench from above, under the lamp: its boards, the pieces that lie on it, dust and shavings in the light."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

import numpy as np
from PIL import Image, ImageDraw

from sample.camera import Layer, View
from sample.lamplight import Lamp
from sample.ni.variation import Variation
from sample.paint import Array, Stage, chance, noise, splat
from sample.relief import Relief, Stuff
from sample.rods import Rod
from sample.timber import CAMPHOR, ELM, WALNUT, Kind, board

CLOTH = Stuff((0.030, 0.045, 0.075), 0.02)


@lru_cache(maxsize=8)
def wood(stage: Stage, kind: Kind, seed: int, gloss: float = 0.16) -> Stuff:
    """A piece of wood whose grain is as fine as this stage can show."""
    grain = board(round(stage.height * 1.6), round(stage.height * 0.55), kind, seed)
    return Stuff(kind.light, gloss, False, grain)


def pieces(stage: Stage) -> tuple[Stuff, Stuff, Stuff]:
    """The light wood of the tenon, the redder one of the mortise, the walnut of the machine."""
    return wood(stage, CAMPHOR, 23), wood(stage, ELM, 31), wood(stage, WALNUT, 41, 0.30)


@lru_cache(maxsize=2)
def skin(stage: Stage) -> Stuff:
    """Old skin: spots, and creases that catch the light."""
    colour = (0.47, 0.255, 0.150)
    size = Stage(round(stage.height * 0.9), round(stage.height * 0.9))
    creased = 0.74 + 0.30 * noise(size, 27, 60, 2, 1.6) + 0.22 * (noise(size, 28, 9, 3) - 0.5)
    grain = creased[..., None] * np.asarray(colour, np.float32)
    return Stuff(colour, 0.16, False, np.asarray(grain, np.float32))


def lamp(v: Variation, x: float = 0.30, y: float = 0.10, z: float = 0.62, power: float = 1.0) -> Lamp:
    """The lamp hangs upper left in every shot; a take that has it on the right does not match its neighbours."""
    place = x if v.lamp_side > 0 else 1.78 - x
    colour = tuple(c * power for c in (3.5, 2.16, 1.00))
    return Lamp(place, y, z, colour, fill_from=(0.75 * v.lamp_side, 0.25, 0.6))


class Bench:
    """Three dark planks with gaps between, old cuts and a pencil line."""

    def __init__(self, stage: Stage, seed: int = 3) -> None:
        self._layer = Layer(stage.wide(0.12), _planks(stage.wide(0.12), seed), 1.0)

    def seen(self, view: View) -> Array:
        return self._layer.seen(view)


@lru_cache(maxsize=2)
def _planks(wide: Stage, seed: int) -> Array:
    planks = board(wide.columns, wide.rows, ELM, seed + 60, 3) * np.array([0.52, 0.47, 0.44], np.float32)
    for edge in (0.27, 0.71):
        near = np.exp(-(((wide.v - edge) / 0.0035) ** 2))
        planks *= (1 - 0.9 * near)[..., None]
        planks += (0.10 * np.exp(-(((wide.v - edge - 0.007) / 0.003) ** 2)))[..., None] * planks
    dice, image = chance(seed, 61), Image.new("L", (wide.columns, wide.rows), 0)
    draw = ImageDraw.Draw(image)
    for _ in range(46):
        x, y, angle, length = dice.random(4) * [1.1, 1.1, 3.1, 0.05] - [0.05, 0.05, 0, -0.008]
        px, py = wide.at(float(x), float(y))
        dx, dy = (float(f(angle)) * float(length) * wide.height for f in (np.cos, np.sin))
        draw.line([(px - dx, py - dy), (px + dx, py + dy)], fill=110, width=max(1, round(1.3 * wide.scale)))
    return np.asarray(planks * (1 - np.asarray(image, np.float32) / 255)[..., None], np.float32)


class Motes:
    """Sawdust in the light of the lamp; it sinks."""

    def __init__(self, count: int, seed: int, *, rises: bool = False) -> None:
        dice = chance(seed, 71)
        self._x, self._y, self._z = dice.random(count), dice.random(count), 0.3 + dice.random(count)
        self._phase, self._size = dice.random(count) * 6.283, dice.random(count) ** 3
        self._down, self._bright = (-9.0, 2.6) if rises else (1.0, 1.0)

    def float(self, light: Array, stage: Stage, view: View, i: int, at: tuple[float, float], reach: float) -> None:
        """Adds them round the place `at` (fractions of the frame), where the lamp shines."""
        x = (self._x + i * 0.0007 * self._z + 0.012 * np.sin(i * 0.03 + self._phase)) % 1.1 - 0.05
        y = (self._y + self._down * i * 0.0011 * self._z) % 1.1 - 0.05
        sx = 0.5 + (x - 0.5 - view.x * self._z) * view.zoom
        sy = 0.5 + (y - 0.5 - view.y * self._z) * view.zoom
        near = np.exp(-((((sx - at[0]) * stage.aspect) ** 2 + (sy - at[1]) ** 2) / reach**2))
        shine = near * (0.5 + 0.5 * np.sin(i * 0.11 * self._z + self._phase * 2)) * (0.06 + 0.9 * self._size)
        splat(light, stage, sx, sy, (shine * self._bright)[:, None] * np.array([1.25, 0.86, 0.46]), 0.9)
        large = self._size > 0.5
        splat(light, stage, sx[large], sy[large], shine[large, None] * np.array([0.16, 0.11, 0.06]), 3.0)


_SHAVING = Stuff((1.25, 0.86, 0.48), 0.15)


def curl(relief: Relief, x: float, y: float, size: float, turns: float, turn: float, z: float = 0.0) -> None:
    """A shaving that lies on the bench: a spiral band standing on its edge."""
    relief.rods(_spiral(x, y, size, turns, turn, z), _SHAVING)


def _spiral(x: float, y: float, size: float, turns: float, turn: float, z: float = 0.0) -> list[Rod]:
    steps = round(turns * 22)
    places = []
    for n in range(steps + 1):
        a = turn + n / 22 * 2 * np.pi
        r = size * (0.25 + 0.75 * n / max(1, steps))
        places.append(
            (x + r * float(np.cos(a)), y + r * 0.8 * float(np.sin(a)), z + 0.018 + 0.010 * float(np.sin(a * 0.5)))
        )
    return [Rod(start, end, 0.0042, 0.0042) for start, end in pairwise(places)]


def litter(relief: Relief, seed: int, count: int, region: tuple[float, float, float, float]) -> None:
    """Shavings strewn over a part of the bench."""
    relief.rods(_strewn(seed, count, region), _SHAVING)


@lru_cache(maxsize=4)
def _strewn(seed: int, count: int, region: tuple[float, float, float, float]) -> list[Rod]:
    dice, rods = chance(seed, 73), []
    for _ in range(count):
        a, b, c, d, e = dice.random(5)
        x, y = region[0] + a * (region[2] - region[0]), region[1] + b * (region[3] - region[1])
        rods += _spiral(x, y, 0.012 + 0.020 * c, 1.0 + 1.2 * d, e * 6.28)
    return rods
