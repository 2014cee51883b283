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

from sample.camera import View
from sample.lamplight import Lamp, Surface, lamplit
from sample.paint import Array, Colour, Stage, blank
from sample.rods import Place, Rod, bounds, near

Mask = npt.NDArray[np.bool_]

_SMALL = 3000
"""Pixels of a window up to which many are reckoned together."""


@dataclass(frozen=True)
class Stuff:
    """What a body is made of. `grain` is a texture of the stage's own density; without it, plain `colour`."""

    colour: Colour = (0.5, 0.5, 0.5)
    gloss: float = 0.1
    metal: bool = False
    grain: Array | None = None


BRASS = Stuff((0.62, 0.40, 0.13), 1.0, True)
STEEL = Stuff((0.36, 0.37, 0.38), 0.9, True)


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
        found = self._window(*bounds([rod]))
        if found is None:
            return
        rows, columns, xs, ys = found
        away, along, thick, middle = near(rod, xs, ys)
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
            found = self._pixels(*bounds([rod]))
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
        away, _, thick, middle = near([rod for rod, _, _ in group], xs, ys)
        inside = (columns < self._stage.width)[:, None, :] & (rows < self._stage.height)[:, :, None]
        seen = inside & (away < thick)
        height = middle[seen] + np.sqrt(np.maximum(thick[seen] ** 2 - away[seen] ** 2, 0))
        return (rows[:, :, None] * self._stage.width + columns[:, None, :])[seen], height

    def skin(self, rods: Sequence[Rod], stuff: Stuff, soft: float) -> None:
        """One skin over many rods; `soft` is how far they run into each other, in frame heights."""
        whole = bounds(rods)
        found = self._window(*whole)
        if found is None:
            return
        rows, columns, xs, ys = found
        inside = np.zeros((ys.shape[0], xs.shape[1]), np.float32)
        heights = np.zeros_like(inside)
        k = np.float32(1 / soft)
        for rod in rods:
            # Ten times as far out as it is soft, a limb no longer counts.
            left, top, right, bottom = bounds([rod], 10 * soft)
            reached = self._window(max(left, whole[0]), max(top, whole[1]), min(right, whole[2]), min(bottom, whole[3]))
            if reached is None:
                continue
            here = tuple(
                slice(small.start - all_of_it.start, small.stop - all_of_it.start)
                for small, all_of_it in zip(reached[:2], (rows, columns), strict=True)
            )
            away, _, thick, middle = near(rod, *reached[2:])
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
            found = self._window(*bounds([rod]))
            if found is None:
                continue
            rows, columns, xs, ys = found
            away, _, _, _ = near(rod, xs, ys)
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
        surface = Surface(self.z, self.colour, self.gloss, self.metal, self.px)
        return lamplit(surface, lamp, self.at(lamp.x, lamp.y), bump=bump, shadow=shadow)


def _folded(place: Array, size: int) -> Array:
    """Index into a texture that is mirrored at its ends, so that it has no seam."""
    index = np.mod(place.astype(np.int32), 2 * size)
    return np.where(index < size, index, 2 * size - 1 - index)
