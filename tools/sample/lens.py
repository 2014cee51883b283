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
    rows, columns = light.shape[:2]
    if not look.flat:
        light = light + _halo(light, look)
    shown = 1 - np.exp(-light * (1.35 * look.exposure))
    if look.saturation != 1:
        grey = shown.mean(-1, keepdims=True)
        shown = grey + (shown - grey) * look.saturation
    shown = shown * np.asarray(look.tint, np.float32) + np.asarray(look.lift, np.float32)
    if look.flat:
        shown = 0.16 + shown * 0.62
    shown *= _vignette(rows, columns, look.vignette)[..., None]
    shown *= 255
    # A picture without noise shows bands in dark skies; half a step of it is below what anyone sees.
    shown += _grain(rows, columns, seed, number)[..., None] * max(look.grain, 0.5)
    return np.asarray(np.clip(shown + 0.5, 0, 255), np.uint8)


def _halo(light: Array, look: Look) -> Array:
    """The light that lamps throw into the lens: near bloom, wide bloom, and an anamorphic streak."""
    rows, columns = light.shape[:2]
    small_rows = round(_SMALL_WIDTH * rows / columns)
    out = np.empty_like(light)
    for c in range(3):
        bright = np.maximum(light[..., c] - 0.55, 0)
        small = np.asarray(Image.fromarray(bright).resize((_SMALL_WIDTH, small_rows), Image.Resampling.BOX), np.float32)
        near = _blur(small, 1.6, 1.6) * 0.34
        wide = _blur(small, 11, 11) * 0.30
        streak = _blur(small, 46, 0.7) * (0.16, 0.26, 0.42)[c]
        total = (near + wide) * look.bloom + streak * look.streak
        image = Image.fromarray(total.astype(np.float32)).resize((columns, rows), Image.Resampling.BICUBIC)
        out[..., c] = np.asarray(image, np.float32)
    return np.maximum(out, 0)


def _blur(plane: Array, across: float, down: float) -> Array:
    return _spread(plane.shape[0], down) @ plane @ _spread(plane.shape[1], across).T


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
