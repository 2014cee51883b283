"""The title, cut stroke by stroke: four characters and two letters, each stroke a blow of the chisel."""

from __future__ import annotations

import numpy as np

from sample.lettering import Stroke, as_mask, width_of, written
from sample.ni.timing import eased
from sample.paint import Array, Stage

_CHARACTERS = {
    "能": "2.4,.3 .8,2.4 4.2,2.2|3.4,1.2 4.4,2.8|1,3.6 1,8.2 .6,9.6|1,3.6 4.2,3.6 4.2,9.5 3.5,9.2|1,5.4 4.2,5.4"
    "|1,7.2 4.2,7.2|9,.8 6,2.3|6,.3 6,3.9 9.2,3.9 9.3,3|9,5.5 6,7|6,5 6,9.3 9.3,9.3 9.5,8.3",
    "工": "1,1.6 9,1.6|5,1.6 5,9|.4,9 9.6,9",
    "智": "1.8,.3 .8,1.9|1.2,1.3 4.6,1.3|.4,2.9 5,2.9|2.8,1.3 2.5,3.4 .4,5.2|2.9,3.2 4.7,4.9|6,1.2 6,4.5"
    "|6,1.2 9,1.2 9,4.5|6,4.3 9,4.3|2.6,5.8 2.6,9.8|2.6,5.8 7.4,5.8 7.4,9.8|2.6,7.7 7.4,7.7|2.6,9.6 7.4,9.6",
    "人": "5,.5 4.6,4 3,7 .5,9.5|4.8,3.6 6.6,7 9.5,9.5",
}

FIRST, FRAMES_A_STROKE = 48, 2.2


def strokes(x: float, y: float, high: float) -> list[Stroke]:
    """The strokes of the four characters, `high` each, from (`x`, `y`) top left, in the unit of `high`."""
    out: list[Stroke] = []
    unit = high / 10
    for n, drawn in enumerate(_CHARACTERS.values()):
        left = x + n * high * 1.42
        for stroke in drawn.split("|"):
            points = (point.split(",") for point in stroke.split())
            out.append([(left + float(px) * unit, y + float(py) * unit) for px, py in points])
    return out


def carved(light: Array, stage: Stage, i: int) -> None:
    """Cuts the title into the dark of the wall, in place, as far as it is at frame `i`."""
    high = stage.height * 0.105
    wide = high * (1.42 * 3 + 1.0)
    x, y = stage.width * 0.655 - wide / 2, stage.height * 0.115
    cut = strokes(x, y, high)
    below, small = "N.I.  NENG GONG ZHI REN", stage.height * 0.0275
    left = stage.width * 0.655 - width_of(below, small, 2.6) / 2
    cut += list(written(below, left, y + high * 1.38, small, spacing=2.6))
    shown = (i - FIRST) / (FRAMES_A_STROKE * len(cut)) * 1.35
    if shown <= 0:
        return
    size = (stage.width, stage.height)
    mask = as_mask(size, cut, 3.0 * stage.scale, shown=min(1.0, shown))[..., None]
    depth = np.roll(mask, (-max(1, round(1.5 * stage.scale)), -max(1, round(1.5 * stage.scale))), (0, 1))
    light *= 1 - 0.75 * depth
    light += mask * np.array([0.95, 0.62, 0.30], np.float32) * (0.55 + 0.5 * (1 - eased(i, FIRST + 30, FIRST + 90)))
