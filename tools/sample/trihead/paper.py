"""A sheet on which pieces are laid, each throwing a flat shadow: from outlines to a picture."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from sample.lens import Picture
from sample.paint import Array, chance, noise
from sample.paint import Stage as Grid
from sample.trihead.shapes import Cut, Ink

_FINE = 2
_TILE = 120
_BAND = 48
SHADE = 0.42
"""How dark a shadow is on what lies below it."""


@dataclass(frozen=True)
class Size:
    """A frame's size in pixels."""

    width: int
    height: int

    @property
    def half(self) -> float:
        """Half the frame's width, in heights."""
        return self.width / self.height / 2


class Sheet:
    """Paper of one colour; what is laid last lies on top."""

    def __init__(self, size: Size, ground: Ink | Sheet) -> None:
        """Fresh paper of one colour, or another sheet with all that lies on it."""
        self.size = size
        self._wide, self._high = size.width * _FINE, size.height * _FINE
        if isinstance(ground, Sheet):
            self._image = ground._image.copy()
        else:
            self._image = Image.new("RGB", (self._wide, self._high), ground)

    def lay(self, cuts: Iterable[Cut], shadow: tuple[float, float] | None = (0.008, 0.012), soft: float = 0.0) -> None:
        """Lays the pieces as one layer; `shadow` is how far its shadow falls, in heights, `soft` how blurred."""
        pieces = [(self._pixels(cut), cut.colour) for cut in cuts]
        if shadow and pieces:
            self._shade([points for points, _ in pieces], shadow, soft)
        draw = ImageDraw.Draw(self._image)
        for points, colour in pieces:
            draw.polygon(points.ravel().tolist(), fill=colour)

    def fill(self, colour: Ink) -> None:
        self._image.paste(colour, (0, 0, self._wide, self._high))

    def veil(self, cuts: Iterable[Cut], strength: float, soft: float = 0.0) -> None:
        """Blends the pieces over what is there: 1 covers, 0 leaves."""
        by_colour: dict[Ink, list[Array]] = {}
        for cut in cuts:
            by_colour.setdefault(cut.colour, []).append(self._pixels(cut))
        for colour, pieces in by_colour.items():
            self._stain(pieces, colour, strength, soft)

    def shown(self, tooth: float = 1.0) -> Picture:
        """The picture: reduced, on paper with a tooth, which lies still, as paper does under a camera."""
        small = np.asarray(self._image.reduce(_FINE))
        sheet = _tooth(self.size, tooth)
        picture = np.empty_like(small)
        for c in range(3):
            picture[..., c] = np.clip(small[..., c] * sheet + np.float32(0.5), 0, 255)
        return picture

    def _pixels(self, cut: Cut) -> Array:
        return np.asarray(cut.points * self._high + (self._wide / 2, self._high / 2))

    def _shade(self, pieces: Sequence[Array], shadow: tuple[float, float], soft: float) -> None:
        moved = np.array([shadow[0] * self._high, shadow[1] * self._high])
        self._stain([points + moved for points in pieces], (6, 4, 10), SHADE, soft)

    def _stain(self, pieces: Sequence[Array], colour: Ink, strength: float, soft: float) -> None:
        """Blends a colour over where the pieces lie, touching no more of the sheet than they reach."""
        reach = 3 * soft * self._high + 2
        everything = np.concatenate(pieces)
        (low_x, low_y), (high_x, high_y) = everything.min(0), everything.max(0)
        # In steps of the blur's own pixels, so that a soft edge is the same wherever the piece lies.
        left, top = (max(0, int(low - reach) // _TILE * _TILE) for low in (low_x, low_y))
        right, bottom = min(self._wide, int(high_x + reach) + 1), min(self._high, int(high_y + reach) + 1)
        if left >= right or top >= bottom:
            return
        mask = Image.new("L", (right - left, bottom - top), 0)
        draw = ImageDraw.Draw(mask)
        for points in pieces:
            draw.polygon((points - (left, top)).ravel().tolist(), fill=round(255 * strength))
        if soft:
            mask = _blurred(mask, soft * self._high)
        for row in range(0, mask.height, _BAND):
            # Between pieces lies much that no piece covers: of each band only what is covered is blended.
            band = mask.crop((0, row, mask.width, min(row + _BAND, mask.height)))
            covered = band.getbbox()
            if covered:
                place = (left + covered[0], top + row + covered[1], left + covered[2], top + row + covered[3])
                self._image.paste(colour, place, band.crop(covered))


def _blurred(mask: Image.Image, radius: float) -> Image.Image:
    """A blur that is made small, because nobody sees the pixels of a soft edge."""
    step = max(1, int(radius / 3))
    small = mask.reduce(step).filter(ImageFilter.GaussianBlur(radius / step))
    return small.resize(mask.size, Image.Resampling.BILINEAR)


@lru_cache(maxsize=16)
def _tooth(size: Size, strength: float) -> Array:
    """Fibre and cloud of the paper, round 1."""
    grid = Grid(size.width, size.height)
    fibre = chance(0, 5).normal(0, 0.016, (size.height, size.width)).astype(np.float32)
    cloud = (noise(grid, 71, 3, 4) - 0.5) * 0.07 + (noise(grid, 73, 120, 1, 3.0) - 0.5) * 0.035
    edge = 1 - 0.16 * (((grid.u - 0.5) * 1.6) ** 4 + ((grid.v - 0.5) * 1.6) ** 4)
    return np.asarray(edge * (1 + strength * (fibre + cloud)), np.float32)


def side_by_side(parts: Sequence[tuple[Picture, Array]], gap_px: int, gap: Ink) -> Picture:
    """Pictures of one size, each seen in its own polygon (pixels), with the gaps between them in one colour."""
    rows, columns = parts[0][0].shape[:2]
    sheet = Image.new("RGB", (columns, rows), gap)
    for picture, outline in parts:
        mask = Image.new("L", (columns * _FINE, rows * _FINE), 0)
        draw = ImageDraw.Draw(mask)
        points = [(float(x) * _FINE, float(y) * _FINE) for x, y in outline]
        draw.polygon(points, fill=255)
        draw.line([*points, points[0]], fill=0, width=gap_px * _FINE)
        sheet.paste(Image.fromarray(picture), (0, 0), mask.reduce(_FINE))
    return np.asarray(sheet)
