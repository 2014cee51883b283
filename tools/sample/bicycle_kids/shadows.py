"""SQ01-0030: three shadows cross wet asphalt. Filmed from above: of the children nothing is seen but their shadows."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageFilter

from sample.bicycle import from_the_side
from sample.bicycle_kids.dusk import bob, child, rgb
from sample.bicycle_kids.variation import Variation
from sample.camera import Move, View
from sample.paint import Array, Stage, chance, dim, laid_out, lighten, noise
from sample.render import Frames
from sample.strips import Strip

_PLACES = (
    (0.30, 0.93, 1.0),
    (0.53, 0.80, 0.86),
    (0.76, 0.97, 0.94),
    (0.13, 0.76, 0.8),
    (0.9, 0.78, 0.8),
    (0.42, 0.99, 1.0),
)
_LONG = 2.35
"""How many times its height a shadow is at this hour, drawn up the frame."""
_SLANT = 1.15


def shadows(stage: Stage, frames: int, v: Variation) -> Frames:
    move = Move(View(0.02), View(-0.02), shake=3.4, seed=12)
    grain = _asphalt(stage, 341)
    puddles = _puddles(stage, 343)
    line = _line(stage)
    warm = rgb(0.92, 0.50, 0.22) * (1 - v.noon) + rgb(0.62, 0.60, 0.56) * v.noon
    fall = (1.18 - 0.75 * stage.v + 0.35 * (stage.u - 0.5))[..., None]
    road = laid_out((np.zeros((stage.height, stage.width, 3), np.float32) + warm) * fall * 0.72)
    paint = laid_out(rgb(1.0, 0.74, 0.42) * fall)
    water = laid_out(rgb(1.9, 0.98, 0.36) * (1.25 - 0.6 * stage.v)[..., None] * np.ones_like(stage.u)[..., None])

    def frame(i: int) -> Array:
        view = move.at(i / max(1, frames - 1))
        offset = 0.4 + 0.030 * i * v.camera + view.x
        light = road.copy("K")
        grain.cover(light, offset, (0.070, 0.050, 0.050), opacity=0.80)
        line.cover(light, offset, paint, opacity=0.75)
        puddles.cover(light, offset, water, opacity=0.75)
        if v.shadows:
            shade = _shade(stage, i, view, v)
            dim(light, shade * np.float32(0.90))
            lighten(light, shade, (0.012, 0.016, 0.034))
        return np.asarray(light, np.float32)

    return frame


def _shade(stage: Stage, i: int, view: View, v: Variation) -> Array:
    """All shadows together; the farther from the wheel, the softer."""
    total = Image.new("L", (stage.width, stage.height), 0)
    for n in range(v.riders):
        x, y, size = _PLACES[n % len(_PLACES)]
        rider = child(n, v, 0.052 * i, "delta")
        size *= 0.44 * (1.0 if n else v.grown)
        body, x0, y0 = from_the_side(stage, rider, x, y, size, soft_px=0.0)
        picture = Image.fromarray((body * 255).astype(np.uint8))
        foot_x, foot_y = stage.at(x - view.x + 0.010 * np.sin(i * 0.05 + n), y - view.y + bob(n, i, 0.004))
        anchor_x, anchor_y = stage.at(x, y)
        slant = -_SLANT * v.sun_side
        long = _LONG
        # From a place in the frame back to the upright rider: up the frame is along the shadow.
        affine = (
            1.0, -slant / long, anchor_x - x0 - foot_x + slant / long * foot_y,
            0.0, 1.0 / long, anchor_y - y0 - foot_y / long,
        )  # fmt: skip
        laid = picture.transform((stage.width, stage.height), Image.Transform.AFFINE, affine, Image.Resampling.BILINEAR)
        total.paste(255, (0, 0), laid)
    sharp = np.asarray(total.filter(ImageFilter.GaussianBlur(0.8 * stage.scale)), np.float32) / 255
    soft = np.asarray(total.filter(ImageFilter.GaussianBlur(3.4 * stage.scale)), np.float32) / 255
    far = np.clip((0.95 - stage.v) * 1.35, 0, 1)
    return np.asarray(sharp * (1 - far) + soft * far, np.float32)


def _endless(mask: Array) -> Image.Image:
    """The last eighth fades into the first, so that the strip has no seam."""
    across = mask.shape[1] // 8
    part = np.linspace(0, 1, across, dtype=np.float32)[None, :]
    folded = mask[:, :-across].copy()
    folded[:, :across] = folded[:, :across] * part + mask[:, -across:] * (1 - part)
    return Image.fromarray((folded * 255).astype(np.uint8))


def _asphalt(stage: Stage, seed: int) -> Strip:
    wide = Stage(stage.width * 2, stage.height)
    coarse = noise(wide, seed, 150, 3, 0.9)
    large = noise(wide, seed + 1, 5, 4)
    shade = np.clip(0.46 + (coarse - 0.5) * 1.0 + (large - 0.5) * 0.8, 0, 1)
    return Strip(stage, _endless(shade), 0.0)


def _puddles(stage: Stage, seed: int) -> Strip:
    wide = Stage(stage.width * 2, stage.height)
    shape = np.clip((noise(wide, seed, 6, 5, 0.30) - 0.70) * 9, 0, 1) ** 0.8 * 0.85
    # Every grain that happens to face the sun: points, not patches.
    facing = chance(seed, 65).random((wide.height, wide.width)).astype(np.float32)
    glint = np.clip((facing - 0.991) * 140, 0, 1) * (0.35 + 0.65 * noise(wide, seed + 2, 9, 3))
    return Strip(stage, _endless(np.maximum(shape, glint)), 0.0)


def _line(stage: Stage) -> Strip:
    """The painted line of the road, worn."""
    wide = Stage(stage.width * 2, stage.height)
    band = np.clip((0.020 - np.abs(wide.v - 0.20)) * 160, 0, 1)
    dashes = np.clip(8 * (np.abs(((wide.u * 1.0) % 0.5) - 0.25) * -1 + 0.15) * 4, 0, 1)
    worn = np.clip((noise(wide, 347, 70, 3) - 0.30) * 3, 0, 1)
    return Strip(stage, Image.fromarray((band * dashes * worn * 255).astype(np.uint8)), 0.0)
