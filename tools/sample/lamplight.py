"""What one lamp makes of a surface of heights: light, cast shadows, shine, the dark in the corners."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PIL import Image

from sample.paint import Array, Colour

_BAND_ROWS = 48


@dataclass(frozen=True)
class Lamp:
    """The one lamp, and what the room gives back."""

    x: float
    y: float
    z: float = 0.9
    colour: Colour = (2.5, 1.62, 0.80)
    reach: float = 0.95
    ambient: Colour = (0.030, 0.022, 0.018)
    fill: Colour = (0.020, 0.040, 0.066)
    fill_from: tuple[float, float, float] = (0.75, 0.25, 0.6)


@dataclass(frozen=True)
class Surface:
    """A height, a colour, a gloss and a share of metal for each pixel; `px` is how many make one frame height."""

    z: Array
    colour: Array
    gloss: Array
    metal: Array
    px: float


def lamplit(surface: Surface, lamp: Lamp, at: tuple[float, float], *, bump: float, shadow: float) -> Array:
    """The scene light of the whole frame under the lamp, which hangs over the pixel `at`."""
    px = np.float32(surface.px)
    height = surface.z * px
    rough = surface.colour[..., 0] + surface.colour[..., 1] + surface.colour[..., 2]
    rough *= np.float32(bump / 3) * px
    rough += height
    slopes = -_slope(rough, 1), -_slope(rough, 0)
    ox, oy = at
    open_sky = _unshaded(surface, height, at, lamp.z * float(px), shadow)
    light = np.empty_like(surface.colour)
    # Some rows at a time, so that what is reckoned with stays near the processor.
    for top in range(0, len(height), _BAND_ROWS):
        rows = slice(top, top + _BAND_ROWS)
        lx = (np.float32(ox) - np.arange(height.shape[1], dtype=np.float32))[None, :]
        ly = (np.float32(oy) - np.arange(top, min(top + _BAND_ROWS, len(height)), dtype=np.float32))[:, None]
        lz = np.float32(lamp.z) * px - height[rows]
        _light_rows(surface, light[rows], rows, (slopes[0][rows], slopes[1][rows]), (lx, ly, lz), open_sky[rows], lamp)
    _soften_stairs(light, height, 0.012 * float(px))
    return light


def _light_rows(
    surface: Surface,
    light: Array,
    rows: slice,
    slopes: tuple[Array, Array],
    to_lamp: tuple[Array, Array, Array],
    open_sky: Array,
    lamp: Lamp,
) -> None:
    (nx, ny), (lx, ly, lz) = slopes, to_lamp
    metal, colour = surface.metal[rows], surface.colour[rows]
    steep = 1 / np.sqrt(nx * nx + ny * ny + 1)
    far = lx * lx + ly * ly + lz * lz
    near = 1 / np.sqrt(far)
    facing = np.maximum((nx * lx + ny * ly + lz) * (steep * near), 0)
    falloff = 1 / (1 + far / np.float32((lamp.reach * surface.px) ** 2))
    falloff *= np.sqrt(falloff)
    reached = falloff * open_sky
    fx, fy, fz = np.asarray(lamp.fill_from, np.float32) / np.float32(np.linalg.norm(lamp.fill_from))
    fill = np.maximum((nx * fx + ny * fy + fz) * steep, 0)
    # Half way between the lamp and the eye, which is straight above.
    hz = lz * near + 1
    half = 1 / np.sqrt((lx * lx + ly * ly) * near * near + hz * hz)
    shine = np.maximum((nx * lx * near + ny * ly * near + hz) * (steep * half), 0)
    # Powers by squaring: 18 for the broad shine, 82 for the point of it.
    two = shine * shine
    sixteen = np.square(np.square(np.square(two)))
    point = np.square(np.square(sixteen)) * sixteen * two
    glint = (sixteen * two * np.float32(0.55) + point * np.float32(1.2)) * surface.gloss[rows] * reached
    direct = facing * reached * (1 - np.float32(0.62) * metal)
    # Metal mirrors the dark room: bright only where it leans to the lamp or to the window.
    direct += metal * (np.float32(0.16) * two * shine * falloff + np.float32(0.10) * fill * fill)
    direct += metal * np.float32(1.5) * glint
    pale = (1 - metal) * np.float32(0.55) * glint
    for c in range(3):
        own = direct * np.float32(lamp.colour[c])
        own += fill * np.float32(3 * lamp.fill[c])
        own += np.float32(1.6 * lamp.ambient[c])
        own *= colour[..., c]
        own += pale * np.float32(lamp.colour[c])
        light[..., c] = own


def _unshaded(surface: Surface, height: Array, lamp: tuple[float, float], lamp_z: float, strength: float) -> Array:
    """How much of the lamp each point sees, 0 to 1; reckoned at a third of the size, so its edges are soft."""
    step = 3
    small = np.ascontiguousarray(height[::step, ::step])
    rows, columns = small.shape
    v, u = np.mgrid[0:rows, 0:columns].astype(np.float32) * step
    lx, ly, lz = lamp[0] - u, lamp[1] - v, lamp_z - small
    away = np.sqrt(lx * lx + ly * ly) + 1
    hidden = np.zeros_like(small)
    for n in range(1, 15):
        walked = surface.px * 0.0065 * n**1.28
        share = walked / away
        i = np.clip((v + ly * share) / step, 0, rows - 1).astype(np.int32)
        j = np.clip((u + lx * share) / step, 0, columns - 1).astype(np.int32)
        over = small.reshape(-1)[i * columns + j] - (small + lz * share)
        hidden = np.maximum(hidden, np.clip(over / (1.2 + 0.10 * walked), 0, 1) * (share < 1))
    image = Image.fromarray(1 - strength * hidden.astype(np.float32))
    size = (columns * step, rows * step)
    full = np.asarray(image.resize(size, Image.Resampling.BICUBIC), np.float32)
    return np.clip(full[: height.shape[0], : height.shape[1]], 0, 1)


def _slope(height: Array, axis: int) -> Array:
    """Rise of the height along an axis, pixel to pixel, without the cliffs between bodies."""
    out = np.zeros_like(height)
    if axis:
        out[:, 1:-1] = (height[:, 2:] - height[:, :-2]) * 0.5
    else:
        out[1:-1] = (height[2:] - height[:-2]) * 0.5
    return np.clip(out, -4, 4)


def _soften_stairs(light: Array, height: Array, cliff_px: float) -> None:
    """Softens the one-pixel stairs where one body ends before another, in place."""
    cliff = np.zeros_like(height)
    down = np.abs(height[1:] - height[:-1])
    cliff[1:] = down
    cliff[:-1] = np.maximum(cliff[:-1], down)
    across = np.abs(height[:, 1:] - height[:, :-1])
    cliff[:, 1:] = np.maximum(cliff[:, 1:], across)
    cliff[:, :-1] = np.maximum(cliff[:, :-1], across)
    rows, columns = np.nonzero(cliff > max(1.2, cliff_px * 0.4))
    high, wide = height.shape
    here = rows * wide + columns
    above, below = np.maximum(rows - 1, 0) * wide + columns, np.minimum(rows + 1, high - 1) * wide + columns
    left, right = rows * wide + np.maximum(columns - 1, 0), rows * wide + np.minimum(columns + 1, wide - 1)
    for c in range(3):
        plane = light[..., c].reshape(-1)
        around = plane[above] + plane[below] + plane[left] + plane[right]
        plane[here] = 0.34 * plane[here] + 0.165 * around
