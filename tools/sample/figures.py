"""Silhouettes: people, a dome, a lantern frame; drawn from a few shapes with a rim of light.

Shapes are in the figure's own measure: feet at (0, 0), the top of the head at -1, x to the right.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from sample.paint import Array, Colour, Stage, cover, lighten

Point = tuple[float, float]
_FINE = 3
_STEPS: Sequence[float] = np.linspace(0, 1, 14).tolist()


@dataclass(frozen=True)
class Polygon:
    points: Sequence[Point]


@dataclass(frozen=True)
class Ellipse:
    centre: Point
    rx: float
    ry: float


@dataclass(frozen=True)
class Limb:
    """A line with a thickness that may change from joint to joint, round at the joints."""

    joints: Sequence[Point]
    thick: Sequence[float]


Shape = Polygon | Ellipse | Limb


def person(
    *,
    walk: float = 0.0,
    arm: Point | None = None,
    lean: float = 0.0,
    second_arm: Point | None = None,
    third_arm: Point | None = None,
    child: bool = False,
) -> list[Shape]:
    """A figure in a long coat. `walk` is the phase of the step (radians), `arm` where the right hand is."""
    swing = math.sin(walk) * 0.07
    head = 0.085 if child else 0.062
    shapes: list[Shape] = [
        Limb([(-0.03, -0.42), (-0.035 - swing * 0.6, -0.2), (-0.045 - swing, -0.01)], [0.05, 0.04, 0.03]),
        Limb([(0.03, -0.42), (0.035 + swing * 0.6, -0.2), (0.045 + swing, -0.01)], [0.05, 0.04, 0.03]),
        Limb([(-0.045 - swing, -0.012), (-0.005 - swing, -0.008)], [0.024, 0.014]),
        Limb([(0.045 + swing, -0.012), (0.085 + swing, -0.008)], [0.024, 0.014]),
        Polygon([
            (-0.095 + lean, -0.83), (-0.04 + lean, -0.87), (0.04 + lean, -0.87), (0.095 + lean, -0.83),
            (0.10 + lean * 0.5, -0.55), (0.135 + swing * 0.4, -0.23), (0.02, -0.21),
            (-0.13 - swing * 0.5, -0.235), (-0.10 + lean * 0.5, -0.55),
        ]),
        Ellipse((lean * 1.1, -0.935), head * 0.86, head),
        Ellipse((lean * 1.1 - 0.045, -0.955), head * 0.52, head * 0.5),
        Limb([(lean, -0.9), (lean, -0.84)], [0.03, 0.045]),
    ]  # fmt: skip
    hands = [arm or (0.125 + lean - swing, -0.47), second_arm or (-0.125 + lean + swing, -0.47)]
    for hand, side in zip(hands, (1, -1), strict=True):
        shapes.append(_arm(hand, side, lean))
    if third_arm:
        shapes.append(_arm(third_arm, -1, lean))
    return shapes


def _arm(hand: Point, side: int, lean: float) -> Limb:
    shoulder = (0.075 * side + lean, -0.81)
    elbow = ((shoulder[0] + hand[0]) / 2 + 0.035 * side, (shoulder[1] + hand[1]) / 2 + 0.03)
    return Limb([shoulder, elbow, hand], [0.036, 0.029, 0.02])


def dome(slit: float = 0.0) -> list[Shape]:
    """An observatory, one unit wide: drum, hemisphere, gallery; `slit` leans its opening."""
    arc = [(0.5 * math.cos(a), -0.34 - 0.5 * math.sin(a)) for a in np.linspace(0, math.pi, 40)]
    return [
        Polygon([*arc, (-0.5, 0.4), (0.5, 0.4)]),
        Polygon([(-0.56, -0.36), (0.56, -0.36), (0.56, -0.31), (-0.56, -0.31)]),
        Limb([(0.02 + slit, -0.86), (0.12 + slit, -0.93)], [0.03, 0.03]),
        Polygon([(0.5, -0.12), (1.05, -0.12), (1.05, 0.4), (0.5, 0.4)]),
        Limb([(0.94, -0.12), (0.94, -0.42)], [0.012, 0.008]),
    ]


def mask_of(
    stage: Stage,
    shapes: Iterable[Shape],
    x: float,
    y: float,
    height: float,
    *,
    flip: bool = False,
    soft_px: float = 0.5,
) -> tuple[Array, int, int]:
    """Coverage of the shapes standing at (`x`, `y`), `height` of the frame high: a patch and its top left pixel."""
    size = height * stage.height
    cx, cy = stage.at(x, y)
    x0, y0, wide, high = within(stage, cx - 1.1 * size, cy - 1.25 * size, 2.2 * size, 1.7 * size)
    patch = Image.new("L", (wide * _FINE, high * _FINE), 0)
    draw = ImageDraw.Draw(patch)

    def pixel(point: Point) -> tuple[float, float]:
        along = -point[0] if flip else point[0]
        return (cx + along * size - x0) * _FINE, (cy + point[1] * size - y0) * _FINE

    for shape in shapes:
        _draw(draw, shape, pixel, size * _FINE)
    small, left, top = softened(stage, patch.reduce(_FINE), soft_px)
    return np.asarray(small, np.float32) / 255, x0 + left, y0 + top


def softened(stage: Stage, patch: Image.Image, soft_px: float) -> tuple[Image.Image, int, int]:
    """The patch with soft edges, without the empty space round it, and how much of that went left and above.

    What is left round the shapes is as wide as the blur reaches and as any rim of light is moved.
    """
    box = patch.getbbox()
    if not soft_px or box is None:
        return patch, 0, 0
    blur = soft_px * stage.scale
    spare = math.ceil(3 * (blur + 2) + 14 * stage.scale)
    left, top = max(0, box[0] - spare), max(0, box[1] - spare)
    right, bottom = min(patch.width, box[2] + spare), min(patch.height, box[3] + spare)
    return patch.crop((left, top, right, bottom)).filter(ImageFilter.GaussianBlur(blur)), left, top


def within(stage: Stage, left: float, top: float, wide: float, high: float) -> tuple[int, int, int, int]:
    """A patch's first column and row and its size in pixels, without what lies far outside the frame."""
    spare = round(24 * stage.scale) + 8
    x0, y0 = max(math.floor(left), -spare), max(math.floor(top), -spare)
    x1, y1 = (
        min(math.floor(left + wide) + 4, stage.columns + spare),
        min(math.floor(top + high) + 4, stage.rows + spare),
    )
    return x0, y0, max(1, x1 - x0), max(1, y1 - y0)


def _draw(draw: ImageDraw.ImageDraw, shape: Shape, pixel, size: float) -> None:  # type: ignore[no-untyped-def]
    if isinstance(shape, Polygon):
        draw.polygon([pixel(point) for point in shape.points], fill=255)
    elif isinstance(shape, Ellipse):
        x, y = pixel(shape.centre)
        draw.ellipse([x - shape.rx * size, y - shape.ry * size, x + shape.rx * size, y + shape.ry * size], fill=255)
    else:
        joints = [pixel(joint) for joint in shape.joints]
        for start, end, near, far in zip(joints, joints[1:], shape.thick, shape.thick[1:], strict=False):
            for t in _STEPS:
                x, y = start[0] + (end[0] - start[0]) * t, start[1] + (end[1] - start[1]) * t
                r = (near + (far - near) * t) * size
                draw.ellipse([x - r, y - r, x + r, y + r], fill=255)


def stand(
    light: Array,
    patch: tuple[Array, int, int],
    colour: Colour,
    *,
    rim: Colour = (0, 0, 0),
    rim_from: Point = (0, 0),
    opacity: float = 1.0,
) -> None:
    """Puts a silhouette into the light, in place, with a rim of light from the side of `rim_from` (pixels)."""
    mask, x0, y0 = patch
    rows, columns = light.shape[:2]
    top, left = max(0, -y0), max(0, -x0)
    bottom, right = min(mask.shape[0], rows - y0), min(mask.shape[1], columns - x0)
    if bottom <= top or right <= left:
        return
    cut = mask[top:bottom, left:right] * np.float32(opacity)
    region = light[y0 + top : y0 + bottom, x0 + left : x0 + right]
    cover(region, cut, colour)
    if any(rim):
        moved = np.roll(mask, (-round(rim_from[1]), -round(rim_from[0])), (0, 1))[top:bottom, left:right]
        lighten(region, np.clip(cut - moved, 0, 1), rim)
