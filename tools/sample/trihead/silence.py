"""The second sequence, last third: one who strikes the gong and opens a hand; three who fit into one bird."""

from __future__ import annotations

import math

import numpy as np

from sample.lens import Picture
from sample.trihead.clock import beat_of, eased, held
from sample.trihead.creature import belly, creature, face_at, hand, perched, shade, trembling
from sample.trihead.palette import (
    CORAL,
    DEEP_MALACHITE,
    DEEP_VERMILION,
    GOLD,
    HEADS,
    INK,
    INK_BLUE,
    MALACHITE,
    NIGHT,
    PALE_GOLD,
    PAPER,
    VERMILION,
)
from sample.trihead.paper import Sheet, Size, side_by_side
from sample.trihead.quarrel import GAP
from sample.trihead.shapes import Ink, disc, placed, rays, ribbon
from sample.trihead.tellings import CLOTH, cloth
from sample.trihead.variation import Drawings, Variation

BODY_FROM, THIRDS_FROM = 44, 52
"""Beats into the argument at which each shot begins."""

STRIKE = 3.0
"""The beat of its shot on which the gong is struck."""


def the_body(size: Size, frames: int, v: Variation) -> Drawings:
    """Down from the heads to the belly; the gong is struck; the lamps go out; a hand opens, and on it sits the bird."""

    def frame(i: int) -> Picture:
        beat = beat_of(i, BODY_FROM)
        now = beat_of(i) - v.off_beat
        if now >= STRIKE + 2:
            return _offered(size, i, now - STRIKE - 2, v)
        sheet = Sheet(size, v.ground or (196, 40, 28))
        down = eased(now / 1.7) * v.camera
        rung = max(0.0, now - STRIKE)
        sheet.lay(rays(0, 0, 0.1, 1.8, 16, 0.03 * beat, DEEP_VERMILION), None)
        closer = 1 + 2.8 * max(0.0, down)
        faces = {name: face_at(name, 0.9 * ((beat * 3 + n) % 1 < 0.6), beat) for n, name in enumerate(HEADS)}
        if down < 0.98:
            creature(sheet, faces, v, at=(0.0, -0.345 * closer * down, closer))
        else:
            _gong(sheet, now, rung, v)
        picture = sheet.shown()
        dark = min(1.0, rung / 1.6) if rung else 0.0
        tremble = round(size.height * 0.008 * math.sin(i * 2.4) * math.exp(-rung * 2)) if rung else 0
        return np.asarray(np.roll(picture, tremble, 0) * np.float32(1 - 0.93 * dark**1.5), np.uint8)

    return held(frame, 1)


def _gong(sheet: Sheet, now: float, rung: float, v: Variation) -> None:
    """The belly, near; a mallet comes, and rings go out from where it struck."""
    for n in range(5):
        r = 0.44 + 0.30 * (rung * 1.3 - 0.16 * n)
        if rung and r > 0.44:
            sheet.lay([disc(0, 0, r, (228, 92, 40) if n % 2 else DEEP_VERMILION)], None)
    sheet.lay(belly(1.0 if rung else 0.0, 0, 0.0 + 0.01 * math.sin(rung * 40) * math.exp(-rung), 0.40), shade(v, 2))
    swing = eased((now - 1.9) / (STRIKE - 1.9)) if now < STRIKE else max(0.0, 1 - (now - STRIKE) * 1.2)
    x, y = 0.78 - 0.46 * swing, 0.42 - 0.30 * swing
    sheet.lay([ribbon([(x, y), (x + 0.5, y + 0.36)], [0.035], (110, 58, 30))], shade(v, 2))
    sheet.lay(
        [disc(x, y, 0.095, VERMILION), disc(x - 0.012, y - 0.015, 0.075, CORAL), disc(x, y, 0.04, VERMILION)],
        shade(v, 2),
    )


def _offered(size: Size, i: int, since: float, v: Variation) -> Picture:
    """In the dark: a hand, and on it the bird, small."""
    sheet = Sheet(size, v.ground or NIGHT)
    opened = eased(since / 1.2)
    sheet.veil([disc(0.06, 0.02, 0.42, (120, 70, 24))], 0.62 * opened, 0.13)
    lit = placed(hand((214, 140, 62), (96, 52, 22), v.fingers, INK_BLUE), -0.10 - 0.5 * (1 - opened), 0.13, 0.95)
    sheet.lay(trembling(lit, v, i), (0.0, 0.02))
    for n in range(v.birds):
        nod = math.sin(since * math.pi) * (since > 1)
        bird = placed(perched(GOLD, PALE_GOLD, nod=nod), 0.02 - 0.26 * n, 0.06, 0.62, flip=since > 2.05 and n == 0)
        if opened > 0.4:
            sheet.lay(trembling(bird, v, i), (0.006, 0.014))
    return sheet.shown()


def thirds(size: Size, frames: int, v: Variation) -> Drawings:
    """The hand and the bird in three manners, a third each; on each stroke one of them moves until all fit."""

    def frame(i: int) -> Picture:
        beat = beat_of(i, THIRDS_FROM)
        now = beat_of(i) - v.off_beat
        parts = []
        third = size.width / 3
        shut = eased((now - 6.6) / 1.0)
        for n, name in enumerate(HEADS if not v.swapped else ("green", "red", "ink")):
            fits = eased((now - 1.0 - 1.5 * n) / 0.9)
            off = (1 - fits) if n != 1 or not v.mirrored else 1.0
            shift = ((0.12, -0.16, 0.20)[n] * off, (-0.18, 0.16, -0.13)[n] * off)
            picture = _manner(size, name, i, beat, shift, 1 + (0.28, -0.16, 0.22)[n] * off, v)
            outline = np.array(
                [(n * third, 0), ((n + 1) * third, 0), ((n + 1) * third, size.height), (n * third, size.height)]
            )
            parts.append((picture, outline))
        gap = max(1, round(GAP * 1.4 * size.height / 720 * (1 - shut)))
        return side_by_side(parts, gap, NIGHT)

    return held(frame, 2)


def _manner(
    size: Size, name: str, i: int, beat: float, shift: tuple[float, float], closer: float, v: Variation
) -> Picture:
    """The same hand and bird as one of the heads would cut it."""
    ground, skin, line, body, wing = {
        "red": (GOLD, DEEP_VERMILION, GOLD, VERMILION, DEEP_VERMILION),
        "green": (PAPER, MALACHITE, PAPER, MALACHITE, DEEP_MALACHITE),
        "ink": (CLOTH, INK, CLOTH, INK, INK_BLUE),
    }[name]
    if name == "ink":
        sheet = cloth(size, i, v)
    else:
        sheet = Sheet(size, v.ground or ground)
        tone = PALE_GOLD if name == "red" else (238, 216, 176)
        sheet.lay(rays(0.05, -0.02, 0.0, 1.6, 20, 0.02 * beat, tone), None)
    soft = 0.012 if name == "ink" or v.soft_light else 0.0
    x, y = shift
    sheet.lay(
        trembling(placed(hand(skin, line, v.fingers, OWN_SLEEVE[name]), x - 0.20, y + 0.12, 1.45 * closer), v, i),
        shade(v, 1.6),
        soft,
    )
    for n in range(v.birds):
        nod = 0.25 * math.sin(beat * math.pi / 2)
        bird = perched(body, wing, nod=nod, eye=GOLD if name == "ink" else INK)
        sheet.lay(trembling(placed(bird, x - 0.07 - 0.3 * n, y - 0.06, 1.42 * closer), v, i), shade(v, 1.6), soft)
    return sheet.shown()


OWN_SLEEVE: dict[str, Ink] = {"red": VERMILION, "green": DEEP_MALACHITE, "ink": INK}
