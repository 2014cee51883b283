"""Children on bicycles, as silhouettes: wheels that turn, spokes, pedals with feet on them.

The measure is the rider's own: the wheels stand at (0, 0), the top of the head is at -1, x to the right.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
from PIL import Image, ImageDraw

from sample.figures import Point, softened, within
from sample.paint import Array, Stage

_FINE = 3
_STEPS: Sequence[float] = np.linspace(0, 1, 16).tolist()
RADIUS = 0.185
"""Of a wheel, where the rider is 1 high."""
_REAR, _FRONT, _CRANK, _SADDLE, _GRIP = (
    (-0.30, -RADIUS),
    (0.30, -RADIUS),
    (-0.04, -0.20),
    (-0.14, -0.46),
    (0.18, -0.565),
)


@dataclass(frozen=True)
class Rider:
    """One child on one bicycle. `turned` is how far the wheels have rolled, in radians; the pedals follow."""

    turned: float = 0.0
    pedals: float | None = None
    """Radians; None: geared to the wheels."""
    hat: str = ""
    """helmet, straw, tail (a plait that flies), or nothing."""
    scarf: bool = False
    hand: Point | None = None
    """Where the near hand is, if not on the grip."""
    standing: bool = False
    """One foot on the ground."""
    wheels: int = 2
    lean: float = 0.0
    spokes: int = 11
    flutter: float = field(default=0.0)
    """Phase of what flies in the wind."""


class _Pen:
    """Draws strokes of the rider's measure into a patch of pixels, three times too large."""

    def __init__(self, draw: ImageDraw.ImageDraw, place: Callable[[Point], Point], size: float) -> None:
        self._draw, self._place, self._size = draw, place, size

    def line(self, points: Sequence[Point], thick: float) -> None:
        placed = [self._place(point) for point in points]
        self._draw.line(placed, fill=255, width=max(1, round(2 * thick * self._size)), joint="curve")
        for end in (placed[0], placed[-1]):
            self._dot(end, thick * self._size)

    def limb(self, joints: Sequence[Point], thick: Sequence[float]) -> None:
        placed = [self._place(joint) for joint in joints]
        for start, end, near, far in zip(placed, placed[1:], thick, thick[1:], strict=False):
            for t in _STEPS:
                self._dot(
                    (start[0] + (end[0] - start[0]) * t, start[1] + (end[1] - start[1]) * t),
                    (near + (far - near) * t) * self._size,
                )

    def disc(self, centre: Point, rx: float, ry: float) -> None:
        x, y = self._place(centre)
        self._draw.ellipse(
            [x - rx * self._size, y - ry * self._size, x + rx * self._size, y + ry * self._size], fill=255
        )

    def ring(self, centre: Point, rx: float, ry: float, thick: float) -> None:
        x, y = self._place(centre)
        box = [x - rx * self._size, y - ry * self._size, x + rx * self._size, y + ry * self._size]
        self._draw.ellipse(box, outline=255, width=max(1, round(thick * self._size)))

    def polygon(self, points: Sequence[Point]) -> None:
        self._draw.polygon([self._place(point) for point in points], fill=255)

    def _dot(self, at: Point, r: float) -> None:
        self._draw.ellipse([at[0] - r, at[1] - r, at[0] + r, at[1] + r], fill=255)


@lru_cache(maxsize=12)
def from_the_side(
    stage: Stage, rider: Rider, x: float, y: float, height: float, *, flip: bool = False, soft_px: float = 0.5
) -> tuple[Array, int, int]:
    """Coverage of a rider whose wheels stand at (`x`, `y`): a patch and its top left pixel, for `figures.stand`.

    Who is seen twice in a frame, on the road and in what the road mirrors, is drawn once.
    """
    return _patch(stage, x, y, height, flip, soft_px, lambda pen: _side(pen, rider))


@lru_cache(maxsize=12)
def from_behind(
    stage: Stage, rider: Rider, x: float, y: float, height: float, *, soft_px: float = 0.5
) -> tuple[Array, int, int]:
    """The same, riding away from us, swaying over the pedals."""
    return _patch(stage, x, y, height, False, soft_px, lambda pen: _back(pen, rider))


def _patch(
    stage: Stage, x: float, y: float, height: float, flip: bool, soft_px: float, drawn: Callable[[_Pen], None]
) -> tuple[Array, int, int]:
    size = height * stage.height
    cx, cy = stage.at(x, y)
    x0, y0, wide, high = within(stage, cx - 0.85 * size, cy - 1.28 * size, 1.7 * size, 1.36 * size)
    image = Image.new("L", (wide * _FINE, high * _FINE), 0)
    side = -1 if flip else 1

    def place(point: Point) -> Point:
        return (cx + side * point[0] * size - x0) * _FINE, (cy + point[1] * size - y0) * _FINE

    drawn(_Pen(ImageDraw.Draw(image), place, size * _FINE))
    small, left, top = softened(stage, image.reduce(_FINE), soft_px)
    return np.asarray(small, np.float32) / 255, x0 + left, y0 + top


def wheel(pen: _Pen, centre: Point, radius: float, turned: float, spokes: int) -> None:
    """A wheel seen from the side."""
    pen.ring(centre, radius, radius, 0.022)
    pen.disc(centre, 0.018, 0.018)
    for n in range(spokes):
        a = turned + 2 * math.pi * n / spokes
        rim = (centre[0] + radius * math.cos(a), centre[1] + radius * math.sin(a))
        pen.line([centre, rim], 0.0028)


def _side(pen: _Pen, rider: Rider) -> None:
    for n in range(rider.wheels):
        # A third wheel goes where no frame holds it.
        centre = (_REAR, _FRONT, (0.68, -RADIUS))[n]
        wheel(pen, centre, RADIUS, rider.turned, rider.spokes)
    neck = (0.20, -0.49)
    for tube in (
        [_REAR, _CRANK, _SADDLE, _REAR], [_SADDLE, (neck[0] - 0.01, neck[1] + 0.03), _CRANK],
        [_FRONT, (0.245, -0.32), neck, _GRIP], [_GRIP, (0.245, -0.575)], [(-0.20, -0.47), (-0.08, -0.47)],
    ):  # fmt: skip
        pen.line(tube, 0.011)
    pen.line([(-0.48, -0.30), (-0.40, -0.385), (-0.30, -0.40)], 0.007)
    pedals = rider.turned * 0.42 if rider.pedals is None else rider.pedals
    lean, hip = rider.lean, (-0.125 + rider.lean * 0.3, -0.50)
    shoulder = (0.035 + lean, -0.765)
    for phase in (pedals, pedals + math.pi):
        foot = (_CRANK[0] + 0.085 * math.cos(phase), _CRANK[1] + 0.085 * math.sin(phase))
        if rider.standing and phase != pedals:
            foot = (0.02, -0.015)
        pen.line([_CRANK, foot], 0.008)
        knee = _knee(hip, foot)
        pen.limb([hip, knee, (foot[0] - 0.01, foot[1] - 0.02)], [0.052, 0.038, 0.024])
        pen.limb([(foot[0] - 0.03, foot[1]), (foot[0] + 0.055, foot[1] + 0.004)], [0.02, 0.014])
    pen.limb([hip, ((hip[0] + shoulder[0]) / 2 - 0.02, -0.64), shoulder], [0.066, 0.072, 0.060])
    for hand in (_GRIP, rider.hand or _GRIP):
        elbow = ((shoulder[0] + hand[0]) / 2 + 0.01, (shoulder[1] + hand[1]) / 2 + 0.045)
        pen.limb([shoulder, elbow, hand], [0.036, 0.027, 0.021])
    _head(pen, (0.075 + lean * 1.2, -0.885), rider)


def _head(pen: _Pen, centre: Point, rider: Rider) -> None:
    x, y = centre
    pen.limb([(x - 0.03, y + 0.11), (x - 0.01, y + 0.05)], [0.036, 0.034])
    pen.disc(centre, 0.070, 0.080)
    wave = math.sin(rider.flutter)
    if rider.hat == "helmet":
        pen.polygon([(x - 0.10, y - 0.02), (x - 0.085, y - 0.075), (x - 0.02, y - 0.115), (x + 0.05, y - 0.105),
                     (x + 0.10, y - 0.055), (x + 0.115, y - 0.03)])  # fmt: skip
    elif rider.hat == "straw":
        pen.polygon([(x - 0.16, y - 0.045), (x - 0.07, y - 0.065), (x, y - 0.115), (x + 0.07, y - 0.065),
                     (x + 0.16, y - 0.040), (x, y - 0.03)])  # fmt: skip
    elif rider.hat == "tail":
        pen.limb([(x - 0.05, y - 0.03), (x - 0.13, y + 0.01 + 0.02 * wave), (x - 0.21, y + 0.02 - 0.03 * wave)],
                 [0.026, 0.024, 0.010])  # fmt: skip
    if rider.scarf:
        ends = [(x - 0.04, y + 0.09), (x - 0.14, y + 0.07 - 0.03 * wave), (x - 0.24, y + 0.09 + 0.04 * wave)]
        pen.limb(ends, [0.026, 0.022, 0.014])


def _knee(hip: Point, foot: Point) -> Point:
    """Two bones of equal length between hip and foot, the knee in front."""
    bone = 0.215
    dx, dy = foot[0] - hip[0], foot[1] - hip[1]
    reach = min(math.hypot(dx, dy), 2 * bone - 1e-3)
    out = math.sqrt(bone**2 - (reach / 2) ** 2)
    return (hip[0] + foot[0]) / 2 + out * dy / reach, (hip[1] + foot[1]) / 2 - out * dx / reach


def _back(pen: _Pen, rider: Rider) -> None:
    pedals = rider.turned * 0.42 if rider.pedals is None else rider.pedals
    tilt = 0.05 * math.sin(pedals) + rider.lean

    def at(x: float, y: float) -> Point:
        return x - y * tilt, y

    for n in range(rider.wheels - 1):
        pen.disc(at(0.13 * n, -RADIUS), 0.020, RADIUS)
    pen.polygon([at(-0.035, -0.40), at(0.035, -0.40), at(0.022, -0.30), at(-0.022, -0.30)])
    for side in (-1, 1):
        drop = 0.075 * math.sin(pedals) * side
        pen.limb([at(0.045 * side, -0.50), at(0.085 * side, -0.33 + drop * 0.6), at(0.062 * side, -0.135 + drop)],
                 [0.050, 0.038, 0.026])  # fmt: skip
        pen.limb([at(0.10 * side, -0.76), at(0.175 * side, -0.66), at(0.165 * side, -0.575)], [0.034, 0.028, 0.02])
    pen.line([at(-0.18, -0.575), at(0.18, -0.575)], 0.010)
    pen.polygon([at(-0.085, -0.48), at(0.085, -0.48), at(0.115, -0.76), at(0.05, -0.81), at(-0.05, -0.81),
                 at(-0.115, -0.76)])  # fmt: skip
    pen.disc(at(0, -0.885), 0.068, 0.080)
    if rider.hat == "helmet":
        pen.polygon([at(-0.095, -0.90), at(-0.07, -0.975), at(0, -1.0), at(0.07, -0.975), at(0.095, -0.90)])
    elif rider.hat == "straw":
        pen.disc(at(0, -0.925), 0.155, 0.028)
        pen.polygon([at(-0.07, -0.93), at(0, -1.0), at(0.07, -0.93)])
    elif rider.hat == "tail":
        pen.limb([at(0, -0.86), at(0.03 * math.sin(rider.flutter), -0.70)], [0.024, 0.012])
