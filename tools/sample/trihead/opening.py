"""The first sequence: a curtain with the title, the roll call of the heads, and the one thing that happened."""

from __future__ import annotations

import math

import numpy as np

from sample.lens import Picture
from sample.trihead.clock import beat_of, eased, held, kick
from sample.trihead.creature import bird, creature, face_at, shade, trembling
from sample.trihead.heads import Face, eye
from sample.trihead.palette import (
    DEEP_VERMILION,
    GOLD,
    HEADS,
    INK_BLUE,
    MALACHITE,
    NIGHT,
    PALE_GOLD,
    PAPER,
    VERMILION,
)
from sample.trihead.paper import Sheet, Size
from sample.trihead.shapes import Cut, Ink, crescent, disc, placed, rays, ribbon
from sample.trihead.stage import banner, boards, curtain, sun, valance
from sample.trihead.variation import Drawings, Variation


def curtain_up(size: Size, frames: int, v: Variation) -> Drawings:
    """A banner drops, its strokes fall on the beats, the curtain opens on a sun."""

    def frame(i: int) -> Picture:
        beat = beat_of(i) - v.off_beat
        sheet = Sheet(size, v.ground or NIGHT)
        opening = eased((beat - 7.0) / 1.6)
        if opening > 0:
            sheet.fill(MALACHITE)
            sheet.lay(sun(0, 0.05, 0.30, beat * 0.05, GOLD, PALE_GOLD), None)
            sheet.lay(boards(), None)
        sheet.lay(curtain(opening, beat * 0.8), shade(v, 3))
        sheet.lay(valance(), shade(v, 1.6))
        _lamp(sheet, 0.0, 0.05, 0.62)
        if v.edited:
            drop = eased(beat / 0.9) if beat < 6.9 else 1 - eased((beat - 6.9) / 0.8)
            strokes = max(0, min(5, int(beat))) if beat >= 1 else 0
            sheet.lay(banner(drop, strokes, min(1.0, max(0.0, (beat - 5.0) / 0.8))), (0.014, 0.02))
        return sheet.shown()

    return held(frame, 2)


def _lamp(sheet: Sheet, x: float, y: float, r: float) -> None:
    """Darkness round a spot: the corners of the stage are for those who wait."""
    outer, inner = disc(x, y, r * 2.6, NIGHT).points, disc(x, y, r, NIGHT).points
    ring = np.concatenate([outer, outer[:1], inner[:1], inner[::-1], outer[:1]])
    sheet.veil([Cut(ring, NIGHT)], 0.62, 0.09)


CALL = (("red", 0.0), ("green", 3.0), ("ink", 6.0))
"""Who is called on which beat."""


def roll_call(size: Size, frames: int, v: Variation) -> Drawings:
    """Three beats for each head: it alone has colour, the others wait as shadows; in the last beat all three."""

    def frame(i: int) -> Picture:
        beat = beat_of(i) - v.off_beat
        name, since = [call for call in CALL if call[1] <= max(0, beat)][-1]
        grounds = {"red": (GOLD, PALE_GOLD), "green": (PALE_GOLD, PAPER), "ink": (VERMILION, (236, 84, 52))}[name]
        together = beat >= 8
        light, dark = ((246, 190, 70), GOLD) if together else grounds
        sheet = Sheet(size, v.ground or light)
        sheet.lay(sun(0, -0.06, 0.38, beat * 0.12, v.ground or light, dark, 24 * v.crowd), None)
        sheet.lay(_sun_rays(beat, v.ground or light, dark, v), None)
        waiting: Ink = (118, 74, 26) if name == "red" else (176, 150, 96) if name == "green" else DEEP_VERMILION
        silent = {} if together else {each: waiting for each in HEADS if each != name}
        said = max(0.0, 1 - abs((beat - since) % 3 - 1.0) / 0.9) if not together else 1 - (beat - 8) * 0.8
        faces = {each: face_at(each, said if each == name or together else 0.0, beat, hole=PAPER) for each in HEADS}
        creature(sheet, faces, v, breath=math.sin(beat * 2), silent=silent)
        sheet.lay(boards(), None)
        return sheet.shown()

    return held(frame, 2)


def _sun_rays(beat: float, light: Ink, dark: Ink, v: Variation) -> list[Cut]:
    push = kick(max(0.0, beat % 3), 1.0)
    return rays(0, -0.06, 0.44 + 0.05 * push, 1.7, 24 * v.crowd, beat * 0.06 * v.camera, dark)


LOOKERS = {
    "red": (-0.40, 0.27, 0.175, VERMILION),
    "green": (0.0, 0.10, 0.185, MALACHITE),
    "ink": (0.40, 0.27, 0.175, INK_BLUE),
}
"""Where each pair of eyes waits: place, width, rim."""


def it_came(size: Size, frames: int, v: Variation) -> Drawings:
    """A dark stage; a gold bird crosses it, and six eyes go with it."""

    def frame(i: int) -> Picture:
        beat = beat_of(i) - v.off_beat
        sheet = Sheet(size, v.ground or NIGHT)
        sheet.lay([crescent(0.44, -0.30, 0.13, 0.05, 2.4, (40, 36, 52), 1.5)], None)
        way = beat / 6
        at = [(_path(way - 0.33 * n), n) for n in range(v.birds)]
        for name in HEADS:
            _lookers(sheet, name, at[0][0], beat, v)
        for (x, y), n in at:
            trail = [_path(way - 0.33 * n - 0.012 * step) for step in range(1, 26)]
            sheet.veil([disc(x, y, 0.20, GOLD)], 0.30, 0.09)
            sheet.lay([ribbon(trail[::3], [0.020, 0.0], (170, 110, 30))], None)
            sheet.lay(
                [
                    disc(tx, ty + 0.02 * math.sin(k * 9.1), 0.009 - 0.0003 * k, PALE_GOLD, sides=8)
                    for k, (tx, ty) in enumerate(trail)
                    if k % 2
                ],
                None,
            )
            flap = math.sin(beat * math.pi * 1.5 + n)
            sheet.lay(trembling(placed(bird(flap, GOLD, PALE_GOLD), x, y, 0.36, -0.25 + 0.5 * way), v, i), None)
        return sheet.shown()

    return held(frame, 2)


def _path(t: float) -> tuple[float, float]:
    return -0.85 + 1.75 * t, -0.16 - 0.14 * math.sin(t * math.pi * 1.1)


def _lookers(sheet: Sheet, name: str, to: tuple[float, float], beat: float, v: Variation) -> None:
    """A pair of eyes that follows the bird; each pair opens on its own beat."""
    x, y, width, rim = LOOKERS[name]
    first = {"red": 0.3, "green": 1.0, "ink": 1.7}[name]
    shut = 1 - eased((beat - first) * 2)
    if beat < first:
        return
    if 4.35 < beat - first / 3 < 4.6:
        shut = 1.0
    dx, dy = to[0] - x, to[1] - y
    far = max(0.2, math.hypot(dx, dy))
    look = (max(-1.0, min(1.0, 1.5 * dx / far)), max(-1.0, min(1.0, dy / far)))
    face = Face(shut=min(1.0, max(0.0, shut)), look=look)
    for side in (-1, 1):
        sheet.lay(placed(eye(width, face, rim=rim), x + side * width * 0.72, y, turn=0.12 * side), None)
    if v.eyes > 2:
        sheet.lay(placed(eye(width * 0.8, face, rim=rim), x, y - width * 0.9), None)
