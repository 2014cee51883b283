"""Which of several frames stands for a film: a typical one, and none that is black, washed out, blurred or fading."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from PIL import Image, ImageFilter, ImageStat

_LOOKED_AT_PX = 320
_DARK, _BRIGHT = 20, 238  # mean brightness of 255; night scenes lie at 25 and more
_LEAST_OF_USUAL = 0.6  # a dissolve halves contrast, a pan or a missed focus halves the edges
_EDGES = ImageFilter.Kernel((3, 3), (0, 1, 0, 1, -4, 1, 0, 1, 0), scale=1, offset=128)


@dataclass(frozen=True)
class Look:
    """What is measured of one frame."""

    brightness: float
    contrast: float
    edges: float
    shares: tuple[float, ...]
    """Of each of 16 steps of each colour."""


def look_of(picture: Image.Image) -> Look:
    small = picture.convert("RGB")
    small.thumbnail((_LOOKED_AT_PX, _LOOKED_AT_PX), Image.Resampling.BOX)
    grey = small.convert("L")
    light, histogram = ImageStat.Stat(grey), small.histogram()
    count = small.width * small.height
    shares = tuple(sum(histogram[step : step + 16]) / count for step in range(0, 768, 16))
    return Look(light.mean[0], light.stddev[0], ImageStat.Stat(grey.filter(_EDGES)).stddev[0], shares)


def poster_of(pictures: Iterable[Image.Image]) -> Image.Image | None:
    """The picture to show; None where there is none. A film all of black is shown black."""
    found = [(picture, look_of(picture)) for picture in pictures]
    if not found:
        return None
    lit = [one for one in found if _DARK < one[1].brightness < _BRIGHT] or found
    contrast, edges = (median(getattr(look, name) for _, look in lit) for name in ("contrast", "edges"))
    clear = [
        one for one in lit if one[1].contrast >= _LEAST_OF_USUAL * contrast and one[1].edges >= _LEAST_OF_USUAL * edges
    ] or lit
    usual = [sum(column) / len(clear) for column in zip(*(look.shares for _, look in clear), strict=True)]
    return min(clear, key=lambda one: sum((a - b) ** 2 for a, b in zip(one[1].shares, usual, strict=True)))[0]
