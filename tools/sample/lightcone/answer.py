"""SQ03-0020: the keeper answers. Every flash sends a shell of light up a cone that forty years will carry."""

from __future__ import annotations

import numpy as np

from sample import morse
from sample.camera import Drift, Layer, Move, View
from sample.figures import dome, mask_of, person, stand
from sample.lightcone.heaven import Stars, milky_way
from sample.lightcone.spelling import lit_units
from sample.lightcone.variation import Variation
from sample.paint import Array, Stage, cover, glow, gradient, lighten, noise, ridge
from sample.render import Frames

START, FRAMES_A_UNIT = 14, 4
_LAMP = (0.455, 0.655)
_SPEED = 0.017
"""Frame heights that a shell of light climbs in one frame."""


def answer(stage: Stage, frames: int, v: Variation) -> Frames:
    wide = stage.wide(0.2)
    move = Move(View(0.0, 0.06, 1.10), View(0.0, -0.10 * v.camera, 1.0))
    stars, milk = Stars(wide, (0.62, -0.2), 1500, 13 + v.seed, 0.955), milky_way(wide, 161, 0.75)
    sky = gradient(
        wide,
        (0, (0.008, 0.014, 0.042)),
        (0.6, (0.020, 0.036, 0.085)),
        (0.86, (0.055, 0.080, 0.125)),
        (1.1, (0.05, 0.06, 0.09)),
    )
    far = Layer(wide, ridge(wide, 165, 0.90, 0.15), 0.5)
    near_mask = ridge(wide, 167, 0.955, 0.10, rough=2)
    patch, x0, y0 = mask_of(wide, dome(), 0.83, 0.90, 0.21)
    region = near_mask[y0 : y0 + patch.shape[0], x0 : x0 + patch.shape[1]]
    np.maximum(region, patch[: region.shape[0], : region.shape[1]], out=region)
    near = Layer(wide, near_mask, 1.0)
    fog = Drift(stage, 171, 4)
    silk = noise(stage, 173, 7, 5)
    lit = lit_units(v, "HERE")

    def frame(i: int) -> Array:
        t = i / max(1, frames - 1)
        view = move.at(t)
        light = Layer(wide, sky + stars.turn(0.0011, 2, 1.2) + milk * 1.7, 0.25).seen(view)
        x, y = view.place(*_LAMP)
        _shells(light, stage, x, y, view.zoom, lit, i, silk)
        cover(light, far.seen(view), (0.012, 0.020, 0.038))
        band = np.exp(-(((stage.v - view.place(0, 0.90, 0.7)[1]) / 0.07) ** 2)) * fog.at(t * 0.14)
        lighten(light, band, (0.035, 0.050, 0.072))
        on = morse.brightness(lit, i, START, FRAMES_A_UNIT)
        glow(light, stage, x, y + 0.14, 130, (0.34, 0.20, 0.09), 0.10 + 0.55 * on, 0.5)
        cover(light, near.seen(view), (0.005 + 0.012 * on, 0.006 + 0.007 * on, 0.010))
        _keeper(light, stage, view, v, on)
        glow(light, stage, x, y, 5.5, (1.8, 1.5, 1.0), 0.2 + 1.8 * on)
        glow(light, stage, x, y, 24, (0.9, 0.55, 0.24), 0.15 + 0.8 * on)
        return light

    return frame


def _keeper(light: Array, stage: Stage, view: View, v: Variation, on: float) -> None:
    size = 0.235 * view.zoom
    hand = (0.145, -0.99)
    x, y = view.place(_LAMP[0] - hand[0] * 0.235 / stage.aspect, _LAMP[1] + 0.985 * 0.235)
    for n in range(v.figures):
        shapes = person(
            arm=hand,
            third_arm=(-0.34, -1.06) if v.arms > 2 else None,
            second_arm=(-0.40, -0.66) if v.arms > 2 else None,
        )
        body = mask_of(stage, shapes, x - 0.075 * n, y, size)
        if v.arms > 2:
            glow(light, stage, x - 0.34 * size / stage.aspect, y - 1.08 * size, 13, (1.3, 0.9, 0.5), 0.5 + 0.9 * on)
        stand(
            light,
            body,
            (0.007, 0.008, 0.013),
            rim=(0.06 + 0.85 * on, 0.06 + 0.52 * on, 0.09 + 0.22 * on),
            rim_from=(1.6 * stage.scale, -1.8 * stage.scale),
        )


def _shells(light: Array, stage: Stage, x: float, y: float, zoom: float, lit: list[bool], i: int, silk: Array) -> None:
    """The word so far, climbing: shells of light inside a cone that opens upwards."""
    along, up = (stage.u - x) * stage.aspect / zoom, (y - stage.v) / zoom
    away = np.hypot(along, up)
    slope = np.abs(along) / np.maximum(up, 1e-3)
    inside = np.clip((0.47 - slope) * 7, 0, 1) ** 1.3 * (up > 0)
    edge = np.exp(-(((slope - 0.46) / 0.035) ** 2)) * (up > 0)
    samples = np.arange(480)
    # What the lamp did n frames ago stands n frames of travel away.
    history = np.array(
        [morse.brightness(lit, i - n, START, FRAMES_A_UNIT) if i - n >= 0 else 0.0 for n in range(160)], np.float32
    )
    profile = np.interp(
        samples / 480 * 1.6 / _SPEED, np.arange(160), np.convolve(history, [0.25, 0.5, 0.25], "same"), right=0
    ).astype(np.float32)
    shell = profile[np.clip((away + 0.03 * (silk - 0.5)) * (480 / 1.6), 0, 479).astype(np.int32)]
    front = np.exp(-(((away - (i - START) * _SPEED) / 0.016) ** 2)) if i > START else 0.0
    fade = np.exp(-away * 0.75) * np.clip(up * 14, 0, 1)
    body = (
        shell * inside * fade * (0.35 + 0.75 * silk) * 0.55
        + edge * fade * (0.03 + 0.20 * shell * silk)
        + front * inside * fade * 0.35
    )
    # Warm at the lamp, cold where it has been travelling for long.
    far = np.clip(away * 1.3, 0, 1)
    lighten(light, body * (1 - far), (1.0, 0.78, 0.48))
    lighten(light, body * far, (0.50, 0.74, 1.05))
    lighten(light, inside * fade, (0.015, 0.021, 0.03))
