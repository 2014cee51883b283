"""Bodies in relief under one lamp: rods, limbs with skin over them, boards, faces of blocks.

Everything is kept as one height for each pixel; light, cast shadows and the dark in the corners are reckoned from the
heights. Places are in frame heights, (0, 0) top left of the frame as it was composed, z towards the camera.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from PIL import Image

from sample.camera import View
from sample.paint import Array, Colour, Stage, blank

Mask = npt.NDArray[np.bool_]

_BAND_ROWS = 48
_SMALL = 3000
"""Pixels of a window up to which many are reckoned together."""

Place = tuple[float, float, float]
"""x, y, z in frame heights."""


@dataclass(frozen=True)
class Stuff:
    """What a body is made of. `grain` is a texture of the stage's own density; without it, plain `colour`."""

    colour: Colour = (0.5, 0.5, 0.5)
    gloss: float = 0.1
    metal: bool = False
    grain: Array | None = None


BRASS = Stuff((0.62, 0.40, 0.13), 1.0, True)
STEEL = Stuff((0.36, 0.37, 0.38), 0.9, True)


@dataclass(frozen=True)
class Rod:
    """A round rod or limb between two places, thicker or thinner at its end."""

    start: Place
    end: Place
    thick: float
    thin: float


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


class Relief:
    """Heights, colours and gloss of what the camera sees; made new for each frame."""

    def __init__(self, stage: Stage, view: View, ground: Array | Colour = (0.0, 0.0, 0.0)) -> None:
        rows, columns = stage.height, stage.width
        self._stage, self._view = stage, view
        self.z: Array = np.zeros((rows, columns), np.float32)
        self.colour: Array = blank(rows, columns)
        self.colour[:] = ground
        self.gloss: Array = np.full((rows, columns), 0.04, np.float32)
        self.metal: Array = np.zeros((rows, columns), np.float32)

    @property
    def px(self) -> float:
        """Pixels in one frame height, as the camera stands."""
        return self._stage.height * self._view.zoom

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Pixel of a place on the ground."""
        stage, view = self._stage, self._view
        cx, cy = (0.5 + view.x) * stage.aspect, 0.5 + view.y
        return (x - cx) * self.px + stage.width / 2, (y - cy) * self.px + stage.height / 2

    def _pixels(self, x0: float, y0: float, x1: float, y1: float) -> tuple[int, int, int, int] | None:
        """Left, right, top and bottom of the pixels between two places."""
        left, top = self.at(x0, y0)
        right, bottom = self.at(x1, y1)
        a, b = max(0, int(left) - 2), min(self._stage.width, int(right) + 3)
        c, d = max(0, int(top) - 2), min(self._stage.height, int(bottom) + 3)
        return None if a >= b or c >= d else (a, b, c, d)

    def _window(self, x0: float, y0: float, x1: float, y1: float) -> tuple[slice, slice, Array, Array] | None:
        """The pixels between two places, and their places."""
        found = self._pixels(x0, y0, x1, y1)
        if found is None:
            return None
        a, b, c, d = found
        ox, oy = self.at(0, 0)
        xs = ((np.arange(a, b, dtype=np.float32) - np.float32(ox)) / np.float32(self.px))[None, :]
        ys = ((np.arange(c, d, dtype=np.float32) - np.float32(oy)) / np.float32(self.px))[:, None]
        return slice(c, d), slice(a, b), xs, ys

    def _put(
        self,
        rows: slice,
        columns: slice,
        mask: Mask,
        height: Array,
        stuff: Stuff,
        along: Array | None = None,
        across: Array | None = None,
    ) -> None:
        """Keeps what lies above what was there; `along` and `across` are each pixel's place in the stuff's grain."""
        above = mask & (height > self.z[rows, columns])
        if not above.any():
            return
        np.copyto(self.z[rows, columns], height, where=above)
        np.copyto(self.gloss[rows, columns], np.float32(stuff.gloss), where=above)
        np.copyto(self.metal[rows, columns], np.float32(stuff.metal), where=above)
        target = self.colour[rows, columns]
        if stuff.grain is None or along is None or across is None:
            for c in range(3):
                np.copyto(target[..., c], np.float32(stuff.colour[c]), where=above)
        else:
            seen = np.nonzero(above)
            target[seen] = self._grain(
                stuff.grain, np.broadcast_to(along, above.shape)[seen], np.broadcast_to(across, above.shape)[seen]
            )

    def rod(self, rod: Rod, stuff: Stuff) -> None:
        """A round rod; a wooden one has its grain along it."""
        found = self._window(*_bounds([rod]))
        if found is None:
            return
        rows, columns, xs, ys = found
        away, along, thick, middle = _near(rod, xs, ys)
        mask = away < thick
        height = middle + np.sqrt(np.maximum(thick**2 - away**2, 0))
        if stuff.grain is None:
            self._put(rows, columns, mask, height, stuff)
        else:
            side = (xs - rod.start[0]) * (rod.end[1] - rod.start[1]) - (ys - rod.start[1]) * (rod.end[0] - rod.start[0])
            length = max(1e-4, float(np.hypot(rod.end[0] - rod.start[0], rod.end[1] - rod.start[1])))
            self._put(rows, columns, mask, height, stuff, along * length + rod.start[0], side / length + 0.3)

    def rods(self, rods: Sequence[Rod], stuff: Stuff) -> None:
        """Many round rods of one stuff without grain, in any order: what lies highest is seen."""
        by_size: dict[tuple[int, int], list[tuple[Rod, int, int]]] = {}
        for rod in rods:
            found = self._pixels(*_bounds([rod]))
            if found is None:
                continue
            left, right, top, bottom = found
            if (right - left) * (bottom - top) > _SMALL:
                self.rod(rod, stuff)
                continue
            # Windows of one size can be reckoned together: rounded up, there are few sizes.
            size = -(-(right - left) // 8) * 8, -(-(bottom - top) // 8) * 8
            by_size.setdefault(size, []).append((rod, left, top))
        raised = [self._raised(group, wide, high) for (wide, high), group in by_size.items()]
        if not raised:
            return
        place, height = (np.concatenate(each) for each in zip(*raised, strict=True))
        heights = self.z.reshape(-1)
        before = heights[place]
        np.maximum.at(heights, place, height)
        above = place[heights[place] > before]
        self.gloss.reshape(-1)[above] = np.float32(stuff.gloss)
        self.metal.reshape(-1)[above] = np.float32(stuff.metal)
        for c in range(3):
            self.colour[..., c].reshape(-1)[above] = np.float32(stuff.colour[c])

    def _raised(self, group: Sequence[tuple[Rod, int, int]], wide: int, high: int) -> tuple[Array, Array]:
        """Pixels and heights of rods whose windows are of one size, each with its window's left and top."""
        lefts, tops = (np.array([each[n] for each in group])[:, None] for n in (1, 2))
        columns, rows = lefts + np.arange(wide), tops + np.arange(high)
        ox, oy = self.at(0, 0)
        xs = ((columns.astype(np.float32) - np.float32(ox)) / np.float32(self.px))[:, None, :]
        ys = ((rows.astype(np.float32) - np.float32(oy)) / np.float32(self.px))[:, :, None]
        away, _, thick, middle = _near([rod for rod, _, _ in group], xs, ys)
        inside = (columns < self._stage.width)[:, None, :] & (rows < self._stage.height)[:, :, None]
        seen = inside & (away < thick)
        height = middle[seen] + np.sqrt(np.maximum(thick[seen] ** 2 - away[seen] ** 2, 0))
        return (rows[:, :, None] * self._stage.width + columns[:, None, :])[seen], height

    def skin(self, rods: Sequence[Rod], stuff: Stuff, soft: float) -> None:
        """One skin over many rods; `soft` is how far they run into each other, in frame heights."""
        whole = _bounds(rods)
        found = self._window(*whole)
        if found is None:
            return
        rows, columns, xs, ys = found
        inside = np.zeros((ys.shape[0], xs.shape[1]), np.float32)
        heights = np.zeros_like(inside)
        k = np.float32(1 / soft)
        for rod in rods:
            # Ten times as far out as it is soft, a limb no longer counts.
            left, top, right, bottom = _bounds([rod], 10 * soft)
            reached = self._window(max(left, whole[0]), max(top, whole[1]), min(right, whole[2]), min(bottom, whole[3]))
            if reached is None:
                continue
            here = tuple(
                slice(near.start - all_of_it.start, near.stop - all_of_it.start)
                for near, all_of_it in zip(reached[:2], (rows, columns), strict=True)
            )
            away, _, thick, middle = _near(rod, *reached[2:])
            out = away - thick
            inside[here] += np.exp(np.clip(out * -k, -30, 30))
            np.maximum(out, 0, out=out)
            body = np.sqrt(np.maximum(thick * thick - away * away, 0))
            heights[here] += np.exp(np.clip((middle + body - 3 * out) * k, -30, 60))
        height = np.log(np.maximum(heights, 1e-20)) / k
        self._put(rows, columns, inside > 1, height, stuff, xs, ys)

    def slab(
        self,
        middle: tuple[float, float],
        size: tuple[float, float],
        top: float,
        stuff: Stuff,
        *,
        angle: float = 0.0,
        bevel: float = 0.006,
        notches: Sequence[tuple[float, float, float, float]] = (),
        turn_grain: bool = False,
        slide: tuple[float, float] = (0.0, 0.0),
    ) -> None:
        """A board lying at height `top`. `notches` are openings cut through it: x, y, half width, half height."""
        reach = float(np.hypot(*size)) / 2 + 0.01
        found = self._window(middle[0] - reach, middle[1] - reach, middle[0] + reach, middle[1] + reach)
        if found is None:
            return
        rows, columns, xs, ys = found
        cos, sin = np.float32(np.cos(angle)), np.float32(np.sin(angle))
        u = (xs - middle[0]) * cos + (ys - middle[1]) * sin
        v = (ys - middle[1]) * cos - (xs - middle[0]) * sin
        edge = np.minimum(size[0] / 2 - np.abs(u), size[1] / 2 - np.abs(v))
        for x, y, wide, high in notches:
            edge = np.minimum(edge, np.maximum(np.abs(u - x) - wide, np.abs(v - y) - high))
        height = top - np.maximum(bevel - edge, 0) ** 2 / max(bevel, 1e-4)
        a, b = (v, u) if turn_grain else (u, v)
        self._put(rows, columns, edge > 0, height, stuff, a + slide[0], b + slide[1])

    def face(self, corner: Place, along: Place, down: Place, stuff: Stuff, slide: tuple[float, float]) -> None:
        """A flat face: the parallelogram that `along` and `down` span from `corner`."""
        xs_all = [corner[0] + a * along[0] + b * down[0] for a in (0, 1) for b in (0, 1)]
        ys_all = [corner[1] + a * along[1] + b * down[1] for a in (0, 1) for b in (0, 1)]
        found = self._window(min(xs_all), min(ys_all), max(xs_all), max(ys_all))
        area = along[0] * down[1] - along[1] * down[0]
        if found is None or abs(area) < 1e-7:
            return
        rows, columns, xs, ys = found
        dx, dy = xs - corner[0], ys - corner[1]
        s, t = (dx * down[1] - dy * down[0]) / area, (dy * along[0] - dx * along[1]) / area
        mask = (s >= -1e-3) & (s <= 1.001) & (t >= -1e-3) & (t <= 1.001)
        height = corner[2] + s * along[2] + t * down[2]
        long, wide = float(np.linalg.norm(along)), float(np.linalg.norm(down))
        self._put(rows, columns, mask, height, stuff, s * long + slide[0], t * wide + slide[1])

    def cut(self, line: Sequence[tuple[float, float]], wide: float, deep: float) -> None:
        """A crack along a line, as dark as it is deep."""
        for (x0, y0), (x1, y1) in pairwise(line):
            rod = Rod((x0, y0, 0.0), (x1, y1, 0.0), wide, wide)
            found = self._window(*_bounds([rod]))
            if found is None:
                continue
            rows, columns, xs, ys = found
            away, _, _, _ = _near(rod, xs, ys)
            open_ = away < wide
            self.z[rows, columns][open_] -= np.float32(deep)
            self.colour[rows, columns][open_] *= np.float32(0.25)

    def heave(self, rise: Array, only_above: float = 0.0) -> None:
        """Adds to the heights of what stands above `only_above`."""
        self.z += np.where(self.z > only_above, rise, 0).astype(np.float32)

    def _grain(self, grain: Array, along: Array, across: Array) -> Array:
        rows, columns = grain.shape[:2]
        density = self._stage.height
        return np.asarray(grain[_folded(across * density, rows), _folded(along * density, columns)])

    def lit(self, lamp: Lamp, *, bump: float = 0.010, shadow: float = 1.0) -> Array:
        """The scene light of the whole frame under the lamp."""
        px = np.float32(self.px)
        height = self.z * px
        rough = self.colour[..., 0] + self.colour[..., 1] + self.colour[..., 2]
        rough *= np.float32(bump / 3) * px
        rough += height
        slopes = -_slope(rough, 1), -_slope(rough, 0)
        ox, oy = self.at(lamp.x, lamp.y)
        open_sky = self._unshaded(height, (ox, oy), lamp.z * float(px), shadow)
        light = np.empty_like(self.colour)
        # Some rows at a time, so that what is reckoned with stays near the processor.
        for top in range(0, len(height), _BAND_ROWS):
            rows = slice(top, top + _BAND_ROWS)
            lx = (np.float32(ox) - np.arange(height.shape[1], dtype=np.float32))[None, :]
            ly = (np.float32(oy) - np.arange(top, min(top + _BAND_ROWS, len(height)), dtype=np.float32))[:, None]
            lz = np.float32(lamp.z) * px - height[rows]
            self._light_rows(light[rows], rows, (slopes[0][rows], slopes[1][rows]), (lx, ly, lz), open_sky[rows], lamp)
        _soften_stairs(light, height, 0.012 * float(px))
        return light

    def _light_rows(
        self,
        light: Array,
        rows: slice,
        slopes: tuple[Array, Array],
        to_lamp: tuple[Array, Array, Array],
        open_sky: Array,
        lamp: Lamp,
    ) -> None:
        (nx, ny), (lx, ly, lz) = slopes, to_lamp
        metal, colour = self.metal[rows], self.colour[rows]
        steep = 1 / np.sqrt(nx * nx + ny * ny + 1)
        far = lx * lx + ly * ly + lz * lz
        near = 1 / np.sqrt(far)
        facing = np.maximum((nx * lx + ny * ly + lz) * (steep * near), 0)
        falloff = 1 / (1 + far / np.float32((lamp.reach * self.px) ** 2))
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
        glint = (sixteen * two * np.float32(0.55) + point * np.float32(1.2)) * self.gloss[rows] * reached
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

    def _unshaded(self, height: Array, lamp: tuple[float, float], lamp_z: float, strength: float) -> Array:
        """How much of the lamp each point sees, 0 to 1; reckoned at a third of the size, so its edges are soft."""
        step = 3
        small = np.ascontiguousarray(height[::step, ::step])
        rows, columns = small.shape
        v, u = np.mgrid[0:rows, 0:columns].astype(np.float32) * step
        lx, ly, lz = lamp[0] - u, lamp[1] - v, lamp_z - small
        away = np.sqrt(lx * lx + ly * ly) + 1
        hidden = np.zeros_like(small)
        for n in range(1, 15):
            walked = self.px * 0.0065 * n**1.28
            share = walked / away
            i = np.clip((v + ly * share) / step, 0, rows - 1).astype(np.int32)
            j = np.clip((u + lx * share) / step, 0, columns - 1).astype(np.int32)
            over = small.reshape(-1)[i * columns + j] - (small + lz * share)
            hidden = np.maximum(hidden, np.clip(over / (1.2 + 0.10 * walked), 0, 1) * (share < 1))
        image = Image.fromarray(1 - strength * hidden.astype(np.float32))
        size = (columns * step, rows * step)
        full = np.asarray(image.resize(size, Image.Resampling.BICUBIC), np.float32)
        return np.clip(full[: height.shape[0], : height.shape[1]], 0, 1)


def _folded(place: Array, size: int) -> Array:
    """Index into a texture that is mirrored at its ends, so that it has no seam."""
    index = np.mod(place.astype(np.int32), 2 * size)
    return np.where(index < size, index, 2 * size - 1 - index)


def _bounds(rods: Sequence[Rod], reach: float = 0.01) -> tuple[float, float, float, float]:
    wide = max(max(rod.thick, rod.thin) for rod in rods) + reach
    xs = [place[0] for rod in rods for place in (rod.start, rod.end)]
    ys = [place[1] for rod in rods for place in (rod.start, rod.end)]
    return min(xs) - wide, min(ys) - wide, max(xs) + wide, max(ys) + wide


def _near(rods: Rod | Sequence[Rod], xs: Array, ys: Array) -> tuple[Array, Array, Array, Array]:
    """For each place: the distance from the rod's line, how far along (0 to 1), and there its radius and height.

    Of many rods the places have a first axis, one for each.
    """
    if isinstance(rods, Rod):
        x0, y0, z0, ex, ey, rise, dx, dy, thick, thinner = _measures(rods)
    else:
        measured = np.array([_measures(rod) for rod in rods]).T.astype(np.float32)[:, :, None, None]
        x0, y0, z0, ex, ey, rise, dx, dy, thick, thinner = measured
    along = np.clip((xs - x0) * ex + (ys - y0) * ey, 0, 1)
    away = np.sqrt(np.square(xs - x0 - along * dx) + np.square(ys - y0 - along * dy))
    return away, along, thick + thinner * along, z0 + rise * along


def _measures(rod: Rod) -> tuple[float, ...]:
    # Plain numbers: one of numpy's own would make every array here twice as large.
    x0, y0, z0, x1, y1, z1 = map(float, (*rod.start, *rod.end))
    dx, dy = x1 - x0, y1 - y0
    length = max(dx * dx + dy * dy, 1e-9)
    return x0, y0, z0, dx / length, dy / length, z1 - z0, dx, dy, rod.thick, rod.thin - rod.thick


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
    for moved in (height[1:] - height[:-1],):
        cliff[1:] = np.abs(moved)
        cliff[:-1] = np.maximum(cliff[:-1], np.abs(moved))
    across = np.abs(height[:, 1:] - height[:, :-1])
    cliff[:, 1:] = np.maximum(cliff[:, 1:], across)
    cliff[:, :-1] = np.maximum(cliff[:, :-1], across)
    rows, columns = np.nonzero(cliff > max(1.2, cliff_px * 0.4))
    high, wide = height.shape
    here = rows * wide + columns
    up, down = np.maximum(rows - 1, 0) * wide + columns, np.minimum(rows + 1, high - 1) * wide + columns
    left, right = rows * wide + np.maximum(columns - 1, 0), rows * wide + np.minimum(columns + 1, wide - 1)
    for c in range(3):
        plane = light[..., c].reshape(-1)
        around = plane[up] + plane[down] + plane[left] + plane[right]
        plane[here] = 0.34 * plane[here] + 0.165 * around
