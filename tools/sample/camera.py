"""Camera moves over layers: what is near slides faster than what is far.

A `View` is where the camera looks; a `Layer` is painted once, larger than the frame, and sampled for each frame.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PIL import Image

from sample.paint import Array, Stage, chance


@dataclass(frozen=True)
class View:
    """The camera: `x` and `y` are its travel in fractions of the frame, `zoom` 1 is the frame as painted."""

    x: float = 0.0
    y: float = 0.0
    zoom: float = 1.0

    def place(self, x: float, y: float, depth: float = 1.0) -> tuple[float, float]:
        """Where a point of the scene at `depth` (0 far, 1 near) stands in the frame."""
        zoom = 1 + (self.zoom - 1) * depth
        return 0.5 + (x - 0.5 - self.x * depth) * zoom, 0.5 + (y - 0.5 - self.y * depth) * zoom


@dataclass(frozen=True)
class Move:
    """A move from one view to another, with an optional handheld `shake` in thousandths of the frame."""

    start: View
    end: View
    shake: float = 0.0
    seed: int = 1

    def at(self, t: float) -> View:
        """The view at `t` from 0 to 1; it eases in and out."""
        s = t * t * (3 - 2 * t) * 0.5 + t * 0.5
        return View(
            self.start.x + (self.end.x - self.start.x) * s + self._wobble(t, 0),
            self.start.y + (self.end.y - self.start.y) * s + self._wobble(t, 1),
            self.start.zoom + (self.end.zoom - self.start.zoom) * s,
        )

    def reversed(self) -> Move:
        return Move(self.end, self.start, self.shake, self.seed)

    def _wobble(self, t: float, axis: int) -> float:
        if not self.shake:
            return 0.0
        phases = chance(self.seed, axis).random(4) * 6.283
        waves = sum(np.sin(t * f + p) / (1 + n) for n, (f, p) in enumerate(zip((7, 13, 23, 41), phases, strict=True)))
        return float(waves) * self.shake / 1000


class Layer:
    """A painted picture or mask, kept with a margin, that a view samples."""

    def __init__(self, stage: Stage, painted: Array, depth: float) -> None:
        self._stage, self._depth = stage, depth
        planes = [painted] if painted.ndim == 2 else [painted[..., c] for c in range(painted.shape[2])]
        self._planes = [Image.fromarray(np.ascontiguousarray(plane, np.float32)) for plane in planes]
        self._flat = painted.ndim == 2

    def seen(self, view: View) -> Array:
        """The layer through the camera: a frame without margin."""
        stage = self._stage
        zoom = 1 + (view.zoom - 1) * self._depth
        step = 1 / zoom
        x0 = (0.5 + view.x * self._depth - 0.5 * step + stage.margin) * stage.width
        y0 = (0.5 + view.y * self._depth - 0.5 * step + stage.margin) * stage.height
        window = (x0, y0, x0 + step * stage.width, y0 + step * stage.height)
        if self._flat:
            return np.array(self._cut(self._planes[0], window))
        out = np.empty((len(self._planes), stage.height, stage.width), np.float32).transpose(1, 2, 0)
        for c, plane in enumerate(self._planes):
            out[..., c] = self._cut(plane, window)
        return out

    def _cut(self, plane: Image.Image, window: tuple[float, float, float, float]) -> Array:
        size, (x0, y0, x1, y1) = (self._stage.width, self._stage.height), window
        if x0 >= 0 and y0 >= 0 and x1 <= plane.width and y1 <= plane.height:
            # The same picture as below in a third of the time, where the window lies inside the painting.
            return np.asarray(plane.resize(size, Image.Resampling.BILINEAR, window))
        affine = ((x1 - x0) / size[0], 0.0, x0, 0.0, (y1 - y0) / size[1], y0)
        return np.asarray(plane.transform(size, Image.Transform.AFFINE, affine, Image.Resampling.BILINEAR))


class Drift:
    """A bank of fog or cloud that scrolls sideways for ever, folded so that its end meets its beginning."""

    def __init__(self, stage: Stage, seed: int, base: float, stretch: float = 2.5) -> None:
        from sample.paint import noise

        wide = noise(Stage(stage.width, stage.height), seed, base, 4, stretch)
        self._strip = np.concatenate([wide, wide[:, ::-1]], axis=1)
        self._width = stage.width

    def at(self, offset: float) -> Array:
        """The bank moved on by `offset` frame widths."""
        start = (offset * self._width) % (2 * self._width)
        whole, part = int(start), np.float32(start - int(start))
        columns = (np.arange(self._width + 1) + whole) % (2 * self._width)
        cut = self._strip[:, columns]
        return cut[:, :-1] * (1 - part) + cut[:, 1:] * part
