"""Style tests: a head, a bird, an eye on plain card: what the tools do with a manner before there is a shot."""

from __future__ import annotations

import math
from functools import partial

from sample.lens import Picture
from sample.trihead.clock import beat_of, held, voice
from sample.trihead.creature import bird, face_at, head, perched, shade, trembling
from sample.trihead.heads import Face, eye
from sample.trihead.palette import (
    CORAL,
    DEEP_MALACHITE,
    DEEP_VERMILION,
    GOLD,
    HEADS,
    INK,
    INK_BLUE,
    MALACHITE,
    PAPER,
    VERMILION,
)
from sample.trihead.paper import Sheet, Size
from sample.trihead.shapes import Ink, disc, placed, sharp
from sample.trihead.variation import Drawings, Variation

CARD: Ink = (216, 202, 176)
_SOFT = 0.014


def _card(size: Size, v: Variation) -> Sheet:
    """Grey card with a strip of the five colours, as a printer would have it."""
    sheet = Sheet(size, v.ground or CARD)
    for n, colour in enumerate((VERMILION, MALACHITE, INK, GOLD, PAPER)):
        x = -0.64 + 0.062 * n
        sheet.lay([sharp([(x, 0.43), (x + 0.055, 0.43), (x + 0.055, 0.475), (x, 0.475)], colour)], None)
    return sheet


def _one(name: str, size: Size, frames: int, v: Variation) -> Drawings:
    def frame(i: int) -> Picture:
        beat = beat_of(i)
        sheet = _card(size, v)
        face = face_at(
            name, voice(name, beat, -v.off_beat), beat, hole=v.ground or CARD, look=(0.5 * math.sin(beat), 0)
        )
        where = [(0.0, 0.78)] if v.heads == 3 else [(-0.33, 0.56), (0.33, 0.56)]
        for x, tall in where:
            cuts = trembling(placed(head(name, face, v), x, 0.03, tall), v, i)
            sheet.lay(cuts, shade(v, 1.5), _SOFT if v.soft_light else 0)
        return sheet.shown()

    return held(frame, 2)


red_alone, green_alone, ink_alone = partial(_one, "red"), partial(_one, "green"), partial(_one, "ink")


def trio(size: Size, frames: int, v: Variation) -> Drawings:
    """The three heads in a row, one lamp for all."""

    def frame(i: int) -> Picture:
        beat = beat_of(i)
        sheet = _card(size, v)
        names = list(HEADS)[: v.heads] + ["green"] * (v.heads - 3)
        for n, name in enumerate(reversed(names) if v.mirrored else names):
            x = (n - (len(names) - 1) / 2) * (1.26 / max(3, len(names)))
            face = face_at(name, voice(name, beat, -v.off_beat), beat, hole=v.ground or CARD)
            cuts = trembling(placed(head(name, face, v), x, 0.0, 0.42), v, i)
            sheet.lay(cuts, shade(v, 1.5), _SOFT if v.soft_light else 0)
        return sheet.shown()

    return held(frame, 2)


def birds(size: Size, frames: int, v: Variation) -> Drawings:
    """The gold bird in flight, once as it came and once as each head would have it."""

    def frame(i: int) -> Picture:
        beat = beat_of(i)
        sheet = _card(size, v)
        for n in range(v.birds):
            x, y = -0.05 + 0.30 * (n % 2) - 0.42 * (n // 2), -0.14 + 0.16 * n
            flap = math.sin(beat * math.pi)
            sheet.lay(trembling(placed(bird(flap), x, y, 0.72 - 0.12 * n, -0.1), v, i), shade(v, 2))
        small = ((VERMILION, DEEP_VERMILION), (MALACHITE, DEEP_MALACHITE), (INK, INK_BLUE))
        for n, (body, wing) in enumerate(small):
            sheet.lay(
                placed(perched(body, wing, eye=GOLD if body == INK else INK), -0.36 + 0.40 * n, 0.26, 0.42), shade(v)
            )
        return sheet.shown()

    return held(frame, 2)


def eyes(size: Size, frames: int, v: Variation) -> Drawings:
    """One pair of eyes a row, all of one cut: what the heads will share."""

    def frame(i: int) -> Picture:
        beat = beat_of(i)
        sheet = _card(size, v)
        for n, (ground, rim) in enumerate(((VERMILION, INK), (MALACHITE, DEEP_MALACHITE), (INK, INK_BLUE))):
            y = -0.30 + 0.27 * n
            sheet.lay([sharp([(-0.5, y - 0.11), (0.5, y - 0.11), (0.5, y + 0.11), (-0.5, y + 0.11)], ground)], shade(v))
            face = Face(shut=1.0 if (beat + n) % 3 < 0.3 else 0.0, look=(math.sin(beat + n), 0.3))
            for k in range(v.eyes):
                x = (k - (v.eyes - 1) / 2) * 0.36
                sheet.lay([disc(x, y, 0.012, CORAL), *placed(eye(0.25, face, rim=rim), x, y)], shade(v, 0.6))
        return sheet.shown()

    return held(frame, 2)
