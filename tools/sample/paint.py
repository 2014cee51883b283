"""Light on a stage: the few strokes from which every sample picture is made.

A picture is an array (rows, columns, 3) of scene light: 0 is black, 1 is white paper in daylight, lamps go above.
In memory it lies colour by colour (`blank`), because almost everything that is done to it goes colour by colour.
Places are fractions of the frame, (0, 0) top left; radii are pixels of a frame 536 lines high, so that the same
scene can be made small (a take) or large (the film) and looks the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image

Array = npt.NDArray[np.floating[Any]]
Colour = Sequence[float]

REFERENCE_LINES = 536


@dataclass(frozen=True)
class Stage:
    """A frame's size, with a margin (a fraction of each side) for layers that a camera moves over."""

    width: int
    height: int
    margin: float = 0.0

    @property
    def columns(self) -> int:
        return round(self.width * (1 + 2 * self.margin))

    @property
    def rows(self) -> int:
        return round(self.height * (1 + 2 * self.margin))

    @property
    def scale(self) -> float:
        """Pixels of this frame in one pixel of the reference frame."""
        return self.height / REFERENCE_LINES

    @property
    def aspect(self) -> float:
        return self.width / self.height

    @cached_property
    def u(self) -> Array:
        """Fractions of the width, one row of all columns."""
        return (np.arange(self.columns, dtype=np.float32) / self.width - self.margin)[None, :]

    @cached_property
    def v(self) -> Array:
        """Fractions of the height, one column of all rows."""
        return (np.arange(self.rows, dtype=np.float32) / self.height - self.margin)[:, None]

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Pixel place of the fractions `x`, `y`."""
        return (x + self.margin) * self.width, (y + self.margin) * self.height

    def wide(self, margin: float) -> Stage:
        return Stage(self.width, self.height, margin)

    def empty(self) -> Array:
        light = blank(self.rows, self.columns)
        light.fill(0)
        return light


def blank(rows: int, columns: int) -> Array:
    """A picture with nothing in it yet, its colours one after the other in memory."""
    return np.empty((3, rows, columns), np.float32).transpose(1, 2, 0)


def laid_out(picture: Array) -> Array:
    """The same picture, its colours one after the other in memory."""
    light = blank(*picture.shape[:2])
    light[:] = picture
    return light


def chance(*seed: int) -> np.random.Generator:
    """Dice that fall the same way for the same seed."""
    return np.random.default_rng(list(seed))


def noise(stage: Stage, seed: int, base: float = 4, octaves: int = 5, stretch: float = 1.0) -> Array:
    """Cloudy noise from 0 to 1 over the stage, its largest features `1 / base` of the width."""
    dice, total, weight, sum_of_weights = chance(seed), np.zeros((stage.rows, stage.columns), np.float32), 1.0, 0.0
    for octave in range(octaves):
        across = base * 2**octave * (1 + 2 * stage.margin)
        grid = dice.random((max(2, int(across * stage.rows / stage.columns / stretch) + 2), max(2, int(across) + 2)))
        cell = Image.fromarray(grid.astype(np.float32)).resize((stage.columns, stage.rows), Image.Resampling.BICUBIC)
        total += np.asarray(cell, np.float32) * weight
        sum_of_weights += weight
        weight /= 2
    total /= sum_of_weights
    low, high = float(total.min()), float(total.max())
    return (total - low) / (high - low)


def gradient(stage: Stage, *stops: tuple[float, Colour]) -> Array:
    """A vertical run of colours, each at its height (a fraction)."""
    heights = [height for height, _ in stops]
    channels = [np.interp(stage.v[:, 0], heights, [colour[c] for _, colour in stops]) for c in range(3)]
    light = blank(stage.rows, stage.columns)
    for c, channel in enumerate(channels):
        light[..., c] = channel[:, None]
    return light


def ridge(stage: Stage, seed: int, height: float, amplitude: float, *, rough: int = 3, soft_px: float = 1.2) -> Array:
    """Coverage (0 to 1) of a mountain line that peaks `amplitude` above `height`."""
    dice, line, weight = chance(seed), np.zeros(stage.columns), 1.0
    for octave in range(7):
        points = dice.random(rough * 2**octave + 2)
        line += np.interp(np.linspace(0, len(points) - 1, stage.columns), np.arange(len(points)), points) * weight
        weight *= 0.48
    line = (line - line.min()) / np.ptp(line)
    edge = (height - amplitude * line).astype(np.float32)[None, :]
    return np.asarray(np.clip((stage.v - edge) * stage.height / (soft_px * stage.scale * 2) + 0.5, 0, 1), np.float32)


def cover(light: Array, mask: Array, colour: Colour | Array) -> None:
    """Paints `colour` over `light` where `mask` covers it, in place."""
    paint = np.asarray(colour, np.float32)
    dim(light, mask)
    for c in range(3):
        light[..., c] += mask * paint[..., c]


def dim(light: Array, share: Array) -> None:
    """Takes from the light the share (0 to 1) that each place loses, in place."""
    # Channel by channel: an array with a last axis of three is walked in steps of three, at a quarter of the pace.
    left = 1 - share
    for c in range(3):
        light[..., c] *= left


def lighten(light: Array, strength: Array, colour: Colour) -> None:
    """Adds light of one colour, as strong at each place as `strength` says, in place."""
    for c in range(3):
        light[..., c] += strength * np.float32(colour[c])


def glow(
    light: Array, stage: Stage, x: float, y: float, r_px: float, colour: Colour, k: float = 1.0, tall: float = 1.0
) -> None:
    """Adds a soft round light at (`x`, `y`), `tall` times as high as wide, in place."""
    cx, cy = stage.at(x, y)
    rx, ry = r_px * stage.scale, r_px * stage.scale * tall
    x0, x1 = max(0, int(cx - 3 * rx) - 1), min(stage.columns, int(cx + 3 * rx) + 2)
    y0, y1 = max(0, int(cy - 3 * ry) - 1), min(stage.rows, int(cy + 3 * ry) + 2)
    if x0 >= x1 or y0 >= y1 or k <= 0:
        return
    across = np.exp(-(((np.arange(x0, x1) - cx) / rx) ** 2)).astype(np.float32)
    down = np.exp(-(((np.arange(y0, y1) - cy) / ry) ** 2)).astype(np.float32)
    lighten(light[y0:y1, x0:x1], down[:, None] * across[None, :] * np.float32(k), colour)


def splat(light: Array, stage: Stage, xs: Array, ys: Array, colours: Array, r_px: float = 0.8) -> None:
    """Adds many small points of light at once, in place; `colours` has one row a point."""
    sigma = max(0.55, r_px * stage.scale)
    reach = max(1, int(2.2 * sigma))
    px, py = (xs + stage.margin) * stage.width, (ys + stage.margin) * stage.height
    ix, iy = np.floor(px).astype(np.int32), np.floor(py).astype(np.int32)
    dx, dy = (step.reshape(-1, 1) for step in np.meshgrid(*[np.arange(-reach, reach + 2, dtype=np.int32)] * 2))
    tx, ty = ix + dx, iy + dy
    inside = (tx >= 0) & (tx < stage.columns) & (ty >= 0) & (ty < stage.rows)
    weight = np.exp(-((tx - px) ** 2 + (ty - py) ** 2)[inside] / (sigma * sigma))
    first, point = (ty * stage.columns + tx)[inside], np.nonzero(inside)[1]
    for c in range(3):
        plane = light[..., c]
        if plane.flags.c_contiguous:
            np.add.at(plane.reshape(-1), first, (weight * colours[point, c]).astype(np.float32))
        else:
            np.add.at(plane, (ty[inside], tx[inside]), (weight * colours[point, c]).astype(np.float32))


def smooth(edge0: float, edge1: float, x: float) -> float:
    """0 before `edge0`, 1 after `edge1`, an S between."""
    t = min(1.0, max(0.0, (x - edge0) / (edge1 - edge0)))
    return t * t * (3 - 2 * t)
