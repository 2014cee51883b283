"""Strips of land without end: painted some frames wide, scrolled past the camera, leaning in the wind.

Also what a wet road gives back of the sky.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from sample.paint import Array, Colour, Stage, chance, cover

_FINE = 2


class Strip:
    """A mask `frames` frame widths long whose end meets its beginning, between the heights `top` and `bottom`."""

    def __init__(self, stage: Stage, painted: Image.Image, top: float) -> None:
        self._stage = stage
        self._length = painted.width
        self._first = round(top * stage.height)
        whole = Image.new("L", (painted.width + 3 * stage.width, painted.height))
        whole.paste(painted, (0, 0))
        for start in range(painted.width, whole.width, painted.width):
            whole.paste(painted, (start, 0))
        self._image = whole

    def cover(
        self,
        light: Array,
        offset: float,
        colour: Colour | Array,
        *,
        lean: float = 0.0,
        drop: float = 0.0,
        opacity: float = 1.0,
    ) -> None:
        """Paints the strip over `light`, in place, moved on by `offset` frame widths and down by `drop` heights.

        `lean` bends its upper edge sideways, in frame widths; the lower edge stays. A colour may be a picture.
        """
        stage = self._stage
        first = self._first + round(drop * stage.height)
        top, bottom = max(0, first), min(stage.height, first + self._image.height)
        if bottom <= top:
            return
        start = (offset * stage.width) % self._length
        slope = lean * stage.width / max(1, self._image.height)
        # The lowest row keeps its place. A leaning strip begins one round later, so that nothing is missing.
        start += self._length if start < stage.width else 0.0
        affine = (1.0, slope, start - slope * (self._image.height - (top - first)), 0.0, 1.0, float(top - first))
        size = (stage.width, bottom - top)
        seen = self._image.transform(size, Image.Transform.AFFINE, affine, Image.Resampling.BILINEAR)
        paint = np.asarray(colour, np.float32)
        mask = np.asarray(seen, np.float32) * np.float32(opacity / 255)
        cover(light[top:bottom], mask, paint[top:bottom] if paint.ndim == 3 else paint)


Brush = Callable[[ImageDraw.ImageDraw, float, float, float, int], None]
"""Draws one thing at pixel x with its foot at pixel y; then pixels in one frame height, and its number."""


def strip_of(
    stage: Stage,
    frames: float,
    top: float,
    bottom: float,
    paint: Brush,
    places: list[tuple[float, float]],
    soft_px: float,
) -> Strip:
    """A strip with one thing at each of `places` (along: frame widths, foot: a height of the frame)."""
    wide, high = round(frames * stage.width), round((bottom - top) * stage.height)
    image = Image.new("L", (wide * _FINE, high * _FINE), 0)
    draw = ImageDraw.Draw(image)
    unit = stage.height * _FINE
    for number, (along, foot) in enumerate(places):
        for wrap in (-frames, 0.0, frames):
            x = (along + wrap) * stage.width * _FINE
            if -0.5 * unit < x < wide * _FINE + 0.5 * unit:
                paint(draw, x, (foot - top) * unit, unit, number)
    small = image.reduce(_FINE)
    if soft_px:
        small = small.filter(ImageFilter.GaussianBlur(soft_px * stage.scale))
    return Strip(stage, small, top)


def reeds(
    stage: Stage,
    seed: int,
    *,
    frames: float,
    foot: float,
    tall: float,
    count: int,
    soft_px: float = 0.6,
    plumes: bool = True,
) -> Strip:
    """A bank of reeds up to `tall` frame heights high, with plumes that all hang to the lee."""
    dice = chance(seed, 61)
    clumps = dice.random((max(3, count // 16), 2))
    places = []
    for _ in range(count):
        clump = clumps[int(dice.integers(len(clumps)))]
        places.append((float(clump[0] * frames + dice.normal(0, 0.05)) % frames, foot + 0.01))

    def blade(draw: ImageDraw.ImageDraw, x: float, y: float, unit: float, number: int) -> None:
        own = chance(seed, number, 64)
        high = tall * unit * (0.45 + 0.55 * own.random())
        bow = high * (0.05 + 0.22 * own.random())
        thick = max(1.0, unit * 0.0028 * (0.6 + own.random()) * (tall / 0.3) ** 0.6)
        points = [(x + bow * t**2, y - high * t) for t in np.linspace(0, 1, 9)]
        draw.line(points, fill=255, width=max(1, round(thick)), joint="curve")
        if own.random() < 0.45:
            t = 0.25 + 0.4 * own.random()
            start = (x + bow * t**2, y - high * t)
            side = 1 if own.random() < 0.7 else -1
            tip = (start[0] + side * high * 0.22, start[1] - high * (0.06 + 0.12 * own.random()))
            draw.line(
                [start, ((start[0] + tip[0]) / 2, min(start[1], tip[1]) - high * 0.03), tip],
                fill=235,
                width=max(1, round(thick)),
            )
        if plumes and own.random() < 0.5:
            tip = points[-1]
            for k in range(9):
                s = k / 8
                reach = unit * 0.020 * (tall / 0.3) ** 0.45 * (0.4 + np.sin(np.pi * min(1, s + 0.15)))
                py = tip[1] + s * high * (0.16 if tall < 0.4 else 0.11)
                draw.line(
                    [(tip[0] - bow * 0.03 * s, py), (tip[0] + reach, py + reach * 0.7)],
                    fill=215,
                    width=max(1, round(thick * 1.3)),
                )

    return strip_of(stage, frames, max(-0.2, foot - tall * 1.05), foot + 0.02, blade, places, soft_px)


def grass(
    stage: Stage, seed: int, *, frames: float, foot: float, tall: float, count: int, soft_px: float = 0.8
) -> Strip:
    """Short grass on an edge: many thin bent lines."""
    dice = chance(seed, 62)
    places = [(float(dice.random() * frames), foot + 0.01) for _ in range(count)]

    def blade(draw: ImageDraw.ImageDraw, x: float, y: float, unit: float, number: int) -> None:
        own = chance(seed, number, 64)
        high, bow = tall * unit * (0.3 + 0.7 * own.random()), tall * unit * (own.random() * 0.9 - 0.2)
        draw.line(
            [(x, y), (x + bow * 0.3, y - high * 0.6), (x + bow, y - high)], fill=255, width=max(1, round(unit * 0.003))
        )

    return strip_of(stage, frames, foot - tall * 1.05, foot + 0.02, blade, places, soft_px)


def wires(
    stage: Stage,
    *,
    frames: float,
    every: float,
    top: float,
    foot: float,
    lines: int = 4,
    soft_px: float = 0.4,
    birds: int = 0,
    seed: int = 1,
) -> Strip:
    """Telegraph poles `every` frame widths, their wires sagging between, and birds that sit on them."""
    high = foot - top
    wide, rows = round(frames * stage.width), round((high + 0.06) * stage.height)
    image = Image.new("L", (wide * _FINE, rows * _FINE), 0)
    draw = ImageDraw.Draw(image)
    unit, span = stage.height * _FINE, every * stage.width * _FINE
    thin = max(1, round(unit * 0.0022))
    for n in range(-1, round(frames / every) + 1):
        x = n * span + span * 0.5
        draw.polygon(
            [
                (x - unit * 0.008, rows * _FINE),
                (x + unit * 0.008, rows * _FINE),
                (x + unit * 0.005, 0.02 * unit),
                (x - unit * 0.005, 0.02 * unit),
            ],
            fill=255,
        )
        for arm in range((lines + 1) // 2):
            y = (0.055 + 0.05 * arm) * unit
            draw.line([(x - unit * 0.05, y), (x + unit * 0.05, y)], fill=255, width=max(1, round(unit * 0.006)))
            for side in (-1, 1):
                draw.line(
                    [(x + side * unit * 0.043, y), (x + side * unit * 0.043, y - unit * 0.014)],
                    fill=255,
                    width=max(1, round(unit * 0.007)),
                )
        for line in range(lines):
            side, y = (-1, 1)[line % 2], (0.041 + 0.05 * (line // 2)) * unit
            points = [(x + side * unit * 0.043 + span * t, y + sag(t) * unit) for t in np.linspace(0, 1, 40)]
            draw.line(points, fill=230, width=thin)
    dice = chance(seed, 63)
    for _ in range(birds):
        n, t, line = int(dice.integers(round(frames / every))), 0.12 + 0.76 * dice.random(), int(dice.integers(lines))
        x = n * span + span * 0.5 + (-1, 1)[line % 2] * unit * 0.043 + span * t
        y = (0.041 + 0.05 * (line // 2) + sag(t)) * unit
        r = unit * 0.009
        draw.ellipse([x - r, y - 2.3 * r, x + r, y], fill=255)
        draw.ellipse([x - 0.2 * r, y - 3.3 * r, x + 1.1 * r, y - 2.0 * r], fill=255)
        draw.line([(x - 0.4 * r, y - 0.6 * r), (x - 1.6 * r, y + 1.4 * r)], fill=255, width=max(1, round(r * 0.7)))
    small = image.reduce(_FINE)
    if soft_px:
        small = small.filter(ImageFilter.GaussianBlur(soft_px * stage.scale))
    return Strip(stage, small, top)


def sag(t: float, depth: float = 0.055) -> float:
    """How far a wire hangs, in frame heights, at `t` of the way between two poles."""
    return depth * (1 - (2 * t - 1) ** 2)


class WetGround:
    """Mirrors what stands above a horizon into the ground below it, streaked as on wet asphalt."""

    def __init__(self, stage: Stage, horizon: float, seed: int, *, stretch: float = 1.0, rough: float = 1.0) -> None:
        from sample.paint import noise

        self._line = round(horizon * stage.height)
        rows = stage.height - self._line
        down = np.arange(rows)
        self._source = [
            np.clip(
                self._line - 1 - (down / stretch + shift * rough * (2 + down * 0.05) * stage.scale), 0, self._line - 1
            ).astype(int)
            for shift in (-1.6, -0.5, 0.5, 1.6)
        ]
        wide = noise(Stage(stage.width, stage.height), seed, 5, 5, 9.0)[self._line :]
        fine = noise(Stage(stage.width, stage.height), seed + 1, 60, 3, 4.0)[self._line :]
        shown = np.clip((wide - 0.42) * 3.2, 0, 1) * 0.85 + 0.15
        self._wet = (shown * (0.55 + 0.9 * fine)).astype(np.float32)
        self._dry = (0.6 + 0.8 * fine).astype(np.float32)

    def lay(self, light: Array, colour: Colour | Array, strength: float = 0.8) -> None:
        """Fills everything below the horizon, in place."""
        paint = np.asarray(colour, np.float32)
        for c in range(3):
            plane = np.ascontiguousarray(light[..., c])
            mirrored = sum(plane[rows] for rows in self._source) * np.float32(strength / len(self._source))
            light[self._line :, :, c] = mirrored * self._wet + paint[..., c] * self._dry
