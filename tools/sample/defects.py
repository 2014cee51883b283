"""What goes wrong in a take after its scene was painted: faults of exposure, time, shape and surface.

A fault is a function of a developed picture and its place in the clip; `clock` faults change which moment is shown.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from sample.lens import Picture
from sample.lettering import as_mask, gibberish, written
from sample.paint import chance, smooth

Fault = Callable[[Picture, int, int], Picture]
"""(picture, frame number, frames in the clip) -> picture"""

Clock = Callable[[int], int]
"""The scene's frame that should be shown -> the one that is."""


def _clipped(values: object) -> Picture:
    return np.clip(np.asarray(values) + 0.5, 0, 255).astype(np.uint8)


def flicker(strength: float = 0.45, seed: int = 1) -> Fault:
    """Exposure that jumps from frame to frame."""

    def fault(picture: Picture, i: int, n: int) -> Picture:
        return _clipped(picture * (1 + strength * (chance(seed, i).random() * 2 - 1)))

    return fault


def mains_bands(strength: float = 0.5, seed: int = 2) -> Fault:
    """Bars that roll through the picture: a lamp on 50 Hz filmed with the wrong shutter."""

    def fault(picture: Picture, i: int, n: int) -> Picture:
        rows = np.arange(picture.shape[0])[:, None, None] / picture.shape[0]
        return _clipped(picture * (1 - strength * (0.5 + 0.5 * np.sin(2 * np.pi * (rows * 2.6 + i * 0.17)))))

    return fault


def overexposed(gain: float = 3.4) -> Fault:
    """Light that runs away as the clip goes on."""

    def fault(picture: Picture, i: int, n: int) -> Picture:
        rise = 1 + (gain - 1) * smooth(0.0, 0.55, i / n)
        return _clipped(picture.astype(np.float32) * rise + 60 * (rise - 1))

    return fault


def underexposed(gain: float = 0.22) -> Fault:
    return lambda picture, i, n: _clipped(picture.astype(np.float32) * gain)


def colour_cast(red: float, green: float, blue: float) -> Fault:
    """A cast over everything, in the blacks too."""

    def fault(picture: Picture, i: int, n: int) -> Picture:
        gain = np.array([red, green, blue], np.float32)
        return _clipped(picture * gain + (gain - gain.min()) * 22)

    return fault


def melting(x: float, y: float, reach: float, strength: float) -> Fault:
    """The picture round (`x`, `y`) runs like wax, more from frame to frame."""

    def fault(picture: Picture, i: int, n: int) -> Picture:
        rows, columns = picture.shape[:2]
        v, u = np.mgrid[0:rows, 0:columns].astype(np.float32)
        near = np.exp(-(((u / columns - x) * columns / rows / reach) ** 2) - ((v / rows - y) / (reach * 1.3)) ** 2)
        grown = strength * rows * smooth(0.05, 0.8, i / n) * near
        du = grown * (np.sin(v / rows * 21 + i * 0.11) + 0.5 * np.sin(v / rows * 47 - i * 0.07))
        dv = -grown * (0.8 + 0.6 * np.sin(u / columns * 38 + i * 0.05))
        return np.asarray(
            picture[np.clip(v + dv, 0, rows - 1).astype(int), np.clip(u + du, 0, columns - 1).astype(int)]
        )

    return fault


def garbled_writing(
    x: float, y: float, height: float, letters: int, seed: int, colour: tuple[int, int, int] = (232, 228, 214)
) -> Fault:
    """Writing that nobody can read, and that changes while one tries."""

    def fault(picture: Picture, i: int, n: int) -> Picture:
        rows, columns = picture.shape[:2]
        strokes = gibberish(seed + i // 9, x * columns, y * rows, height * rows, letters)
        mask = as_mask((columns, rows), strokes, height * rows * 0.11, soft_px=0.6)[..., None]
        return _clipped(picture * (1 - mask) + np.array(colour) * mask)

    return fault


def stock_mark(word: str, seed: int) -> Fault:
    """A watermark that the model learned from somebody's library."""

    def fault(picture: Picture, i: int, n: int) -> Picture:
        rows, columns = picture.shape[:2]
        strokes = []
        for line in range(3):
            for column in range(3):
                x, y = columns * (0.03 + 0.36 * column + 0.09 * (line % 2)), rows * (0.16 + 0.30 * line)
                strokes += list(written(word, x, y, rows * 0.075, wobble=0.35, seed=seed + line))
        mask = as_mask((columns, rows), strokes, rows * 0.010, soft_px=0.8)[..., None] * 0.55
        return _clipped(picture * (1 - mask) + 225 * mask)

    return fault


def plastic(strength: float = 1.0) -> Fault:
    """Smooth, sharp-edged and too colourful: the look of no camera."""

    def fault(picture: Picture, i: int, n: int) -> Picture:
        values = picture.astype(np.float32)
        grey = values.mean(-1, keepdims=True)
        vivid = grey + (values - grey) * (1 + 1.5 * strength)
        contrast = 255 / (1 + np.exp(-(vivid - 105) / 34))
        return _clipped(np.round(contrast / 42) * 42)

    return fault


def hunting_focus(seed: int = 3) -> Fault:
    """Focus that goes away and does not come back."""
    from PIL import Image, ImageFilter

    def fault(picture: Picture, i: int, n: int) -> Picture:
        radius = 9 * smooth(0.15, 0.6, i / n) * picture.shape[0] / 268
        return np.asarray(Image.fromarray(picture).filter(ImageFilter.GaussianBlur(radius)))

    return fault


def bent(strength: float = 0.05) -> Fault:
    """Straight lines that breathe: the whole picture bends."""

    def fault(picture: Picture, i: int, n: int) -> Picture:
        rows, columns = picture.shape[:2]
        v, u = np.mgrid[0:rows, 0:columns].astype(np.float32)
        swing = strength * rows * smooth(0.0, 0.4, i / n)
        du = swing * np.sin(v / rows * 9 + i * 0.13)
        dv = swing * np.sin(u / columns * 13 - i * 0.10)
        return np.asarray(
            picture[np.clip(v + dv, 0, rows - 1).astype(int), np.clip(u + du, 0, columns - 1).astype(int)]
        )

    return fault


def jump(at: int, by: int) -> Clock:
    """At the scene's frame `at` the picture leaps `by` frames on."""
    return lambda i: i + (by if i >= at else 0)


def frozen(at: int) -> Clock:
    """One moment for the whole clip: a photograph that calls itself a film."""
    return lambda i: at


def tiled(across: int = 4, strength: float = 0.16, seed: int = 4) -> Fault:
    """The squares in which an upscaler worked: each a little brighter or darker, and a little out of place."""

    def fault(picture: Picture, i: int, n: int) -> Picture:
        rows, columns = picture.shape[:2]
        side = columns // across
        out = picture.astype(np.float32)
        for number in range(across * (rows // side + 1)):
            top, left = number // across * side, number % across * side
            gain, dx, dy = chance(seed, number, i // 5).random(3) * 2 - 1
            part = np.roll(picture[top : top + side, left : left + side], (round(dy * 3), round(dx * 3)), (0, 1))
            out[top : top + side, left : left + side] = part * (1 + strength * gain)
        return _clipped(out)

    return fault


def ghosted(frames_late: int = 5, share: float = 0.55) -> Fault:
    """Two moments in one picture, as frame interpolation leaves them where something moved too far."""
    before: dict[int, Picture] = {}

    def fault(picture: Picture, i: int, n: int) -> Picture:
        before[i] = picture
        late = before[max(0, i - frames_late)]
        before.pop(i - frames_late - 1, None)
        return _clipped(picture * (1 - share) + late * share)

    return fault
