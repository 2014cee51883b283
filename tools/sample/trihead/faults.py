"""Faults that only cut paper can suffer: varnish on it, and a lamp that was on the mains."""

from __future__ import annotations

import numpy as np

from sample.defects import Fault
from sample.lens import Picture
from sample.paint import Array
from sample.trihead.paper import Size


def varnished(strength: float = 1.0, lamps: int = 3) -> Fault:
    """Every flat piece bulges and shines like a toy: shading from its edges, and highlights that wander."""

    def fault(picture: Picture, i: int, n: int) -> Picture:
        rows, columns = picture.shape[:2]
        values = picture.astype(np.float32)
        grey = values.mean(-1)
        wide = _smeared(grey, max(3, rows // 36))
        light = np.roll(wide, (rows // 60, rows // 60), (0, 1)) - np.roll(wide, (-rows // 60, -rows // 60), (0, 1))
        shine = np.zeros_like(grey)
        v, u = np.mgrid[0:rows, 0:columns].astype(np.float32)
        for k in range(lamps):
            x = columns * (0.34 + 0.16 * k + 0.03 * np.sin(i * 0.09 + k))
            y = rows * (0.30 + 0.13 * (k % 2) + 0.02 * np.cos(i * 0.07 + k))
            shine += np.exp(-(((u - x) / (rows * 0.055)) ** 2) - ((v - y) / (rows * 0.10)) ** 2)
        out = values * 0.80 + (-1.5 * strength * light + 150 * strength * shine)[..., None]
        return np.asarray(np.clip(out, 0, 255), np.uint8)

    return fault


def _smeared(plane: Array, reach: int) -> Array:
    """The mean of a square round each pixel."""
    shifts = range(-reach, reach + 1)
    down = np.mean([np.roll(plane, k, 0) for k in shifts], axis=0)
    return np.asarray(np.mean([np.roll(down, k, 1) for k in shifts], axis=0), np.float32)


def filmed(size: Size, grain: float = 5.0) -> Fault:
    """As a camera records it before grading: grey blacks, less colour, grain, a hand that is not a tripod."""

    def fault(picture: Picture, i: int, n: int) -> Picture:
        dx = round(size.width * 0.0022 * np.sin(i * 0.31) * np.sin(i * 0.11))
        dy = round(size.height * 0.0022 * np.sin(i * 0.23 + 1))
        values = np.roll(picture, (dy, dx), (0, 1)).astype(np.float32)
        soft = (values + np.roll(values, 1, 0) + np.roll(values, 1, 1) + np.roll(values, (1, 1), (0, 1))) / 4
        grey = soft.mean(-1, keepdims=True)
        noise = np.random.default_rng([i, 88]).normal(0, grain, values.shape[:2])[..., None]
        return np.asarray(np.clip(34 + (grey + (soft - grey) * 0.72) * 0.76 + noise, 0, 255), np.uint8)

    return fault
