"""The clapperboard in front of camera footage."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PIL import Image, ImageDraw

from sample.defects import Fault
from sample.lens import Picture
from sample.lettering import written

CLAP, GONE = 9, 16


def slate(lines: Sequence[str]) -> Fault:
    """Holds the board into the first frames; it claps on frame `CLAP` and leaves by frame `GONE`."""

    def shown(picture: Picture, i: int, n: int) -> Picture:
        if i >= GONE:
            return picture
        rows, columns = picture.shape[:2]
        image = Image.fromarray(picture)
        draw = ImageDraw.Draw(image)
        drop = max(0, i - CLAP - 2) / (GONE - CLAP - 2) * rows
        left, top, wide, high = columns * 0.30, rows * 0.36 + drop, columns * 0.40, rows * 0.44
        draw.rectangle([left, top, left + wide, top + high], fill=(44, 46, 48), outline=(180, 180, 176), width=2)
        _stick(draw, left, top - 4, wide, rows * 0.07, 0.0)
        _stick(draw, left, top - 6, wide, rows * 0.07, max(0.0, (CLAP - i) / CLAP) * 0.30)
        for number, line in enumerate(lines):
            for stroke in written(
                line,
                left + wide * 0.08,
                top + high * (0.18 + 0.40 * number),
                high * 0.24,
                spacing=2,
                wobble=0.2,
                seed=number + 3,
            ):
                draw.line(stroke, fill=(226, 226, 220), width=4, joint="curve")
        return np.asarray(image)

    return shown


def _stick(draw: ImageDraw.ImageDraw, x: float, y: float, wide: float, high: float, angle: float) -> None:
    """A striped stick hinged at its left end."""
    stripes = 7
    cos, sin = float(np.cos(angle)), float(np.sin(angle))

    def turned(along: float, up: float) -> tuple[float, float]:
        return x + along * cos - up * sin, y - along * sin - up * cos

    for n in range(stripes):
        a, b = wide * n / stripes, wide * (n + 1) / stripes
        lean = high * 0.5
        colour = (222, 222, 216) if n % 2 else (36, 38, 40)
        draw.polygon(
            [turned(a, 0), turned(b, 0), turned(min(wide, b + lean), high), turned(min(wide, a + lean), high)],
            fill=colour,
        )
