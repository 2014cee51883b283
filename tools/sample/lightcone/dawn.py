"""SQ03-0030: dawn. A sea of cloud in the valleys, the dome closed, one star left; the keeper walks down."""

from __future__ import annotations

import numpy as np

from sample.camera import Drift, Layer, Move, View
from sample.figures import dome, mask_of, person, stand
from sample.lettering import as_mask, written
from sample.lightcone.variation import Variation
from sample.paint import Array, Stage, chance, cover, dim, glow, gradient, lighten, noise, ridge, smooth, splat
from sample.render import Frames

_SUN = (0.30, 0.63)


def dawn(stage: Stage, frames: int, v: Variation) -> Frames:
    wide = stage.wide(0.12)
    move = Move(View(0.035 * v.camera, 0.0, 1.08), View(-0.035 * v.camera, -0.012, 1.0))
    sky = gradient(
        wide,
        (0, (0.085, 0.130, 0.27)),
        (0.25, (0.21, 0.23, 0.37)),
        (0.46, (0.56, 0.40, 0.42)),
        (0.60, (1.05, 0.62, 0.38)),
        (0.70, (1.25, 0.86, 0.52)),
        (1, (0.7, 0.5, 0.4)),
    )
    cloud = noise(wide, 181 + v.seed, 3, 6, 4.5)
    sky += (np.clip(cloud - 0.45, 0, 1) * np.clip(1.1 - np.abs(wide.v - 0.36) * 2.4, 0, 1))[..., None] * np.array(
        [0.60, 0.28, 0.16]
    )
    back = Layer(wide, sky.astype(np.float32), 0.15)
    layers = [
        (Layer(wide, ridge(wide, 183, 0.70, 0.17), 0.3), (0.46, 0.31, 0.33)),
        (Layer(wide, ridge(wide, 186, 0.77, 0.16), 0.5), (0.25, 0.18, 0.23)),
        (Layer(wide, ridge(wide, 189, 0.85, 0.13), 0.7), (0.10, 0.080, 0.12)),
    ]
    seas = [Drift(stage, 191 + n, 4 + n, 3.5) for n in range(3)]
    near_mask = ridge(wide, 194, 0.97, 0.13, rough=2)
    path = _ground(near_mask, wide)
    patch, x0, y0 = mask_of(wide, dome(), 0.80, path(0.83) - 0.004, 0.24)
    region = near_mask[y0 : y0 + patch.shape[0], x0 : x0 + patch.shape[1]]
    np.maximum(region, patch[: region.shape[0], : region.shape[1]], out=region)
    near = Layer(wide, near_mask, 1.0)
    card = list(_card(stage))
    birds = chance(197).random((7, 3))

    def frame(i: int) -> Array:
        t = i / max(1, frames - 1)
        view = move.at(t)
        light = back.seen(view)
        star = view.place(0.585, 0.17, 0.15)
        last = 1 - smooth(0.55, 0.85, t)
        glow(light, stage, *star, 3.0, (1.1, 1.15, 1.2), 1.3 * last * (0.8 + 0.2 * np.sin(i * 0.6)))
        glow(light, stage, *star, 15, (0.3, 0.3, 0.34), 0.6 * last)
        for n in range(v.suns):
            _sun(light, stage, view.place(_SUN[0] + 0.25 * n, _SUN[1] - 0.035 * t - 0.03 * n, 0.15), 0.75 + 0.35 * t)
        for n, (layer, colour) in enumerate(layers):
            cover(light, layer.seen(view), np.asarray(colour, np.float32) * np.float32(0.9 + 0.25 * t))
            height = view.place(0, 0.715 + 0.085 * n, 0.3 + 0.2 * n)[1]
            band = np.exp(-(((stage.v - height) / (0.042 + 0.012 * n)) ** 2)) * np.clip(
                seas[n].at(t * (0.08 + 0.06 * n)) * 1.9 - 0.35, 0, 1
            )
            mist = np.array([0.95, 0.66, 0.50]) * (0.85 - 0.22 * n)
            dim(light, band * 0.75)
            lighten(light, band * 0.75, mist)
        _birds(light, stage, view, birds, i)
        rays = _rays(stage, view.place(*_SUN, 0.15), i)
        lighten(light, rays * (0.5 + 0.6 * t), (0.34, 0.20, 0.10))
        cover(light, near.seen(view), (0.020, 0.016, 0.024))
        for n in range(v.figures):
            wx = 0.70 - 0.10 * t + 0.035 * n
            x, y = view.place(wx, path(wx) + 0.008)
            body = mask_of(stage, person(walk=i * 0.30 + n), x, y, 0.135, flip=True)
            stand(
                light,
                body,
                (0.018, 0.014, 0.020),
                rim=(0.9, 0.50, 0.24),
                rim_from=(-1.3 * stage.scale, -0.8 * stage.scale),
            )
        shown = smooth(0.66, 0.80, t) * (1 - smooth(0.93, 0.99, t))
        if shown > 0 and v.edited:
            light += (as_mask((stage.width, stage.height), card, 1.3 * stage.scale) * shown)[..., None] * np.array(
                [0.9, 0.85, 0.8]
            )
        return light * (1 - smooth(0.93, 1.0, t)) ** 1.5 if v.edited else light

    return frame


def _sun(light: Array, stage: Stage, place: tuple[float, float], power: float) -> None:
    glow(light, stage, *place, 300, (0.55, 0.28, 0.11), 0.55 * power)
    glow(light, stage, *place, 90, (0.8, 0.5, 0.24), 0.7 * power)
    glow(light, stage, *place, 25, (2.0, 1.7, 1.15), 1.5 * power)


def _rays(stage: Stage, sun: tuple[float, float], i: int) -> Array:
    """Shafts that fan out from the sun and turn slowly."""
    x, y = (stage.u - sun[0]) * stage.aspect, stage.v - sun[1]
    turn = np.arctan2(y, x)
    fan = 0.5 + 0.5 * np.sin(turn * 17 + i * 0.006) * np.sin(turn * 7.3 - i * 0.009 + 1)
    return np.asarray(
        np.clip(fan, 0, 1) ** 2 * np.exp(-np.hypot(x, y) * 1.5) * np.clip((0.72 - stage.v) * 8, 0, 1), np.float32
    )


def _birds(light: Array, stage: Stage, view: View, birds: Array, i: int) -> None:
    for a, b, c in birds:
        x0, y0 = 0.05 + 0.16 * float(a) + i * (0.0016 + 0.0004 * float(c)), 0.30 + 0.10 * float(b) - i * 0.0004
        flap = 0.011 * np.sin(i * 0.55 + float(c) * 9)
        s = np.linspace(-1, 1, 15)
        xs, ys = x0 + s * 0.0075, y0 + flap * (np.abs(s) ** 1.3) - 0.0055 * np.sin(np.pi * np.abs(s) ** 0.8)
        px = 0.5 + (xs - 0.5 - view.x * 0.4)
        splat(light, stage, px, ys, np.full((15, 3), -0.30), 0.75)
    np.maximum(light, 0, out=light)


def _ground(mask: Array, wide: Stage):  # type: ignore[no-untyped-def]
    """The height of the ground under a place, so that the walker's feet stand on it."""
    top = np.argmax(mask > 0.5, axis=0) / wide.height - wide.margin
    flat = np.convolve(np.pad(top, 12, "edge"), np.ones(25) / 25, "valid")

    def height(x: float) -> float:
        return float(flat[int(np.clip((x + wide.margin) * wide.width, 0, len(flat) - 1))])

    return height


def _card(stage: Stage) -> list[list[tuple[float, float]]]:
    height, text = stage.height * 0.030, "A SPECIMEN FILM"
    # Far from the walker: before his feet the card could not be read.
    x = stage.width * 0.045
    return list(written(text, x, stage.height * 0.91, height, spacing=4))
