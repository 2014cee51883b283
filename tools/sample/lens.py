"""From scene light to a picture: bloom, streaks, film curve, vignette and grain."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from PIL import Image

from sample.paint import Array, Colour, chance

Picture = npt.NDArray[np.uint8]

_SMALL_WIDTH = 320
_BRIGHT = 0.55
"""From this light on the lens itself begins to glow."""


@dataclass(frozen=True)
class Look:
    """How a film is developed. `grain` is in steps of 255; the other figures are strengths around 1."""

    exposure: float = 1.2
    tint: Colour = (1.0, 1.0, 1.0)
    lift: Colour = (0.0, 0.0, 0.0)
    saturation: float = 1.0
    bloom: float = 1.0
    streak: float = 1.0
    vignette: float = 0.5
    grain: float = 2.2
    flat: bool = field(default=False)
    """Undeveloped, as a camera's log footage: grey blacks, no bloom."""


def developed(light: Array, look: Look, seed: int, number: int) -> Picture:
    """The picture of one frame, 8 bits a channel. The same seed and number give the same grain."""
    return grained(exposed(light, look), look, seed, number)


def exposed(light: Array, look: Look) -> Array:
    """The frame's three colours, one after the other, as they are before the grain: 0 to 255 and beyond."""
    rows, columns = light.shape[:2]
    shown = np.empty((3, rows, columns), np.float32)
    for c, plane in enumerate(shown):
        plane[:] = light[..., c]
        if not look.flat:
            _add_halo(plane, look, c)
        plane *= -1.35 * look.exposure
        np.subtract(1, np.exp(plane, out=plane), out=plane)
    if look.saturation != 1:
        grey = shown.mean(0)
        shown = grey + (shown - grey) * np.float32(look.saturation)
    edges = _vignette(rows, columns, look.vignette) * np.float32(255)
    for c, plane in enumerate(shown):
        plane *= look.tint[c]
        plane += look.lift[c]
        if look.flat:
            plane *= 0.62
            plane += 0.16
        plane *= edges
    return shown


def grained(shown: Array, look: Look, seed: int, number: int) -> Picture:
    """The picture of what was `exposed`, which stays as it is, with the grain of one frame."""
    _, rows, columns = shown.shape
    # A picture without noise shows bands in dark skies; half a step of it is below what anyone sees.
    grain = _grain(rows, columns, seed, number) * np.float32(max(look.grain, 0.5)) + np.float32(0.5)
    picture = np.empty((rows, columns, 3), np.uint8)
    values = np.empty((rows, columns), np.float32)
    for c, plane in enumerate(shown):
        np.add(plane, grain, out=values)
        picture[..., c] = np.clip(values, 0, 255, out=values)
    return picture


def _add_halo(plane: Array, look: Look, channel: int) -> None:
    """Adds the light that lamps throw into the lens: near bloom, wide bloom, and an anamorphic streak."""
    rows, columns = plane.shape
    if plane.max() <= _BRIGHT:
        return
    bright = Image.fromarray(np.maximum(plane - np.float32(_BRIGHT), 0))
    size = (_SMALL_WIDTH, round(_SMALL_WIDTH * rows / columns))
    small = np.asarray(bright.resize(size, Image.Resampling.BOX))
    near = _blur(small, 1.6, 1.6) * np.float32(0.34)
    wide = _blur(small, 11, 11) * np.float32(0.30)
    streak = _blur(small, 46, 0.7) * np.float32((0.16, 0.26, 0.42)[channel])
    total = Image.fromarray((near + wide) * np.float32(look.bloom) + streak * np.float32(look.streak))
    plane += np.maximum(np.asarray(total.resize((columns, rows), Image.Resampling.BICUBIC)), 0)


def _blur(plane: Array, across: float, down: float) -> Array:
    """The plane blurred; where the blur is wide it is reckoned on fewer samples, since nobody could tell."""
    fewer = max(1, int(across / 5)), max(1, int(down / 5))
    small = np.asarray(Image.fromarray(plane).reduce(fewer)) if max(fewer) > 1 else plane
    blurred = _spread(small.shape[0], down / fewer[1]) @ small @ _spread(small.shape[1], across / fewer[0]).T
    if max(fewer) == 1:
        return blurred
    return np.asarray(Image.fromarray(blurred).resize(plane.shape[::-1], Image.Resampling.BILINEAR))


@lru_cache(maxsize=32)
def _spread(size: int, sigma: float) -> Array:
    """The matrix that blurs a line of `size` samples."""
    index = np.arange(size)
    matrix = np.exp(-(((index[:, None] - index[None, :]) / sigma) ** 2) / 2)
    return np.asarray((matrix / matrix.sum(1, keepdims=True)), np.float32)


@lru_cache(maxsize=8)
def _vignette(rows: int, columns: int, strength: float) -> Array:
    y = (np.arange(rows) / rows - 0.5)[:, None]
    x = (np.arange(columns) / columns - 0.5)[None, :]
    return np.clip(1 - strength * ((x * 1.45) ** 2 + (y * 1.2) ** 2), 0, 1).astype(np.float32)


@lru_cache(maxsize=4)
def _grain_sheet(rows: int, columns: int, seed: int) -> Array:
    return chance(seed, 77).normal(0, 1, (rows + 64, columns + 64)).astype(np.float32)


def _grain(rows: int, columns: int, seed: int, number: int) -> Array:
    """Grain cut from one sheet at a place that changes every frame."""
    y, x = chance(seed, number, 78).integers(0, 64, 2)
    return _grain_sheet(rows, columns, seed)[y : y + rows, x : x + columns]
