"""SQ01-0010: dusk runs into night over the observatory; the stars begin to wheel; the title is written in light."""

from __future__ import annotations

import numpy as np

from sample.camera import Drift, Layer, Move, View
from sample.figures import dome, mask_of
from sample.lettering import as_mask, width_of, written
from sample.lightcone.heaven import Stars, milky_way
from sample.lightcone.variation import Variation
from sample.paint import Array, Stage, cover, dim, glow, gradient, lighten, noise, ridge, smooth, splat
from sample.render import Frames

_DOME = (0.62, 0.80, 0.15)


def wheel(stage: Stage, frames: int, v: Variation) -> Frames:
    wide = stage.wide(0.12)
    move = Move(View(0, 0.045 * v.camera, 1.02), View(0, -0.03 * v.camera, 1.06))
    stars = Stars(wide, (0.36, 0.24), 1500, 3 + v.seed)
    milk = milky_way(wide, 21 + v.seed)
    cloud = noise(wide, 31 + v.seed, 3, 5, 3.2)
    far = Layer(wide, ridge(wide, 5, 0.84, 0.20), 0.45)
    middle = Layer(wide, ridge(wide, 8, 0.90, 0.13), 0.65)
    near = Layer(wide, _near(wide), 1.0)
    fog = Drift(stage, 41, 4)
    band = np.exp(-(((stage.v - 0.80) / 0.10) ** 2)).astype(np.float32)
    title = _title(stage)
    # The stars step back behind the title, or it could not be read.
    shade = np.exp(-(((stage.u - 0.5) / 0.34) ** 4) - ((stage.v - 0.445) / 0.12) ** 4).astype(np.float32)

    def frame(i: int) -> Array:
        t = i / max(1, frames - 1)
        night = smooth(-0.15, 0.62, t)
        sky = stars.turn(0.0052 + 0.004 * t, gain=0.04 + 1.15 * night) + milk * (night * 1.5)
        sky += _sky(wide, night)
        lighten(sky, (cloud - 0.5) * np.clip(wide.v - 0.1, 0, 1) * (1 - night), (0.16, 0.07, 0.08))
        for n in range(v.moons - 1 if v.moons > 1 else 0):
            glow(sky, wide, 0.72 + 0.13 * n, 0.30 - 0.07 * n, 70, (0.5, 0.55, 0.65), 0.5)
            glow(sky, wide, 0.72 + 0.13 * n, 0.30 - 0.07 * n, 24 - 5 * n, (1.4, 1.4, 1.3), 1.6)
        view = move.at(t)
        light = Layer(wide, np.maximum(sky, 0), 0.25).seen(view)
        _meteor(light, stage, t)
        horizon = np.array([0.26, 0.13, 0.12]) * (1 - night) + np.array([0.022, 0.034, 0.06]) * night
        cover(light, far.seen(view), horizon * 0.62)
        lighten(light, band * fog.at(0.02 + t * 0.10), horizon * 0.55)
        cover(light, middle.seen(view), horizon * 0.26)
        lighten(light, np.roll(band, int(0.06 * stage.height), 0) * fog.at(0.7 + t * 0.17), horizon * 0.42)
        cover(light, near.seen(view), horizon * 0.07)
        lamp = smooth(0.22, 0.27, t) * (0.92 + 0.08 * np.sin(i * 0.9))
        x, y = view.place(_DOME[0] + 0.05, 0.766)
        glow(light, stage, x, y, 3.4, (1.9, 1.05, 0.42), 2.0 * lamp)
        glow(light, stage, x, y, 30, (0.5, 0.24, 0.09), 0.5 * lamp)
        shown = smooth(0.42, 0.74, t)
        if shown and v.edited:
            dim(light, 0.55 * shade * shown)
            lighten(light, (_written(stage, title, shown)) * (1 - smooth(0.94, 1.0, t)), (0.9, 1.05, 1.35))
        return light

    return frame


def _near(wide: Stage) -> Array:
    ground = ridge(wide, 13, 0.865, 0.075, rough=2)
    ground = np.maximum(ground, ridge(wide, 19, 1.03, 0.10, rough=5, soft_px=2))
    patch, x0, y0 = mask_of(wide, dome(), _DOME[0], _DOME[1] + 0.02, _DOME[2])
    region = ground[y0 : y0 + patch.shape[0], x0 : x0 + patch.shape[1]]
    np.maximum(region, patch[: region.shape[0], : region.shape[1]], out=region)
    return ground


def _sky(wide: Stage, night: float) -> Array:
    dusk = gradient(
        wide,
        (0, (0.035, 0.05, 0.14)),
        (0.4, (0.13, 0.10, 0.20)),
        (0.66, (0.62, 0.25, 0.17)),
        (0.80, (1.15, 0.55, 0.22)),
        (1, (0.4, 0.2, 0.12)),
    )
    dark = gradient(
        wide,
        (0, (0.004, 0.007, 0.022)),
        (0.5, (0.012, 0.02, 0.052)),
        (0.8, (0.035, 0.05, 0.09)),
        (1, (0.03, 0.035, 0.06)),
    )
    # Along a row it is the same everywhere.
    return np.asarray(dusk[:, :1] * (1 - night) ** 1.6 + dark[:, :1] * night)


def _meteor(light: Array, stage: Stage, t: float) -> None:
    """A meteor on the beat where the title begins."""
    run = (t - 0.40) / 0.045
    if 0 < run < 1.6:
        s = np.linspace(max(0.0, run - 0.6), min(1.0, run), 140)
        fade = np.linspace(0, 1, 140) ** 2 * (1 - smooth(1.0, 1.6, run))
        splat(light, stage, 0.86 - 0.24 * s, 0.08 + 0.17 * s, fade[:, None] * np.array([0.75, 0.85, 1.0]), 0.9)


def _title(stage: Stage) -> list[list[tuple[float, float]]]:
    height, spacing = stage.height * 0.085, 5.2
    x = (stage.width - width_of("LIGHTCONE", height, spacing)) / 2
    return list(written("LIGHTCONE", x, stage.height * 0.40, height, spacing=spacing))


def _written(stage: Stage, strokes: list[list[tuple[float, float]]], shown: float) -> Array:
    return as_mask(
        (stage.width, stage.height), strokes, 1.9 * stage.scale, shown=shown, soft_px=0.5 * stage.scale
    ) * np.float32(1.15)
