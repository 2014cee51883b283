"""What the camera saw on its one day: a shadow figure behind cloth, a gong, a hand with a ball of paper in it."""

from __future__ import annotations

import math
from dataclasses import replace

from sample.lens import Picture
from sample.trihead.clock import HANDLE, beat_of, eased
from sample.trihead.creature import belly, hand, shade
from sample.trihead.palette import GOLD, INK, PALE_GOLD
from sample.trihead.paper import Sheet, Size
from sample.trihead.shapes import disc, loop, placed, ribbon, sharp
from sample.trihead.tellings import gone
from sample.trihead.variation import Drawings, Variation

_SKIN, _CREASE, _CUFF = (196, 142, 108), (120, 74, 52), (52, 54, 62)


def shadow_plate(size: Size, frames: int, v: Variation) -> Drawings:
    """The whole set-up: cloth in its frame, clips, the edge of the lamp's table, the puppeteer's arm."""
    inner = gone(size, frames, replace(v, birds=1))

    def frame(i: int) -> Picture:
        sheet = Sheet(size, (24, 22, 24))
        picture = inner(i).copy()
        rows, columns = picture.shape[:2]
        top, left = round(rows * 0.07), round(columns * 0.08)
        edge = sheet.shown()
        picture[:top], picture[-top:] = edge[:top], edge[-top:]
        picture[:, :left], picture[:, -left:] = edge[:, :left], edge[:, -left:]
        picture[top : top + 5, left:-left] = picture[-top - 5 : -top, left:-left] = (112, 84, 56)
        picture[top:-top, left : left + 5] = picture[top:-top, -left - 5 : -left] = (112, 84, 56)
        return picture

    return frame


def gong_plate(size: Size, frames: int, v: Variation) -> Drawings:
    """A gong on two cords, struck once, before a grey wall."""

    def frame(i: int) -> Picture:
        now = (i - HANDLE) / 12
        struck = 2.4
        rung = max(0.0, now - struck)
        sheet = Sheet(size, (118, 116, 112))
        sheet.lay([sharp([(-0.7, 0.34), (0.7, 0.34), (0.7, 0.52), (-0.7, 0.52)], (84, 80, 76))], None)
        sheet.lay([ribbon([(x, -0.5), (x, 0.46)], [0.045], (66, 44, 34)) for x in (-0.52, 0.52)], shade(v, 2))
        sheet.lay([ribbon([(-0.56, -0.42), (0.56, -0.42)], [0.05], (66, 44, 34))], shade(v, 2))
        swing = 0.03 * math.sin(rung * 5) * math.exp(-rung * 0.5)
        sheet.lay([ribbon([(x, -0.42), (x * 0.8 + swing, -0.2)], [0.010], (150, 40, 34)) for x in (-0.18, 0.18)], None)
        sheet.lay(belly(0.6 * math.exp(-rung) if rung else 0, swing, 0.04, 0.33), shade(v, 2), 0.01)
        came = eased((now - 1.3) / 1.1) if now < struck else max(0.0, 1 - rung)
        x, y = 0.80 - 0.50 * came, 0.44 - 0.30 * came
        sheet.lay([*placed(hand(_SKIN, _CREASE), x + 0.34, y + 0.30, 0.5, math.pi + 0.7)], shade(v, 2), 0.01)
        sheet.lay(
            [ribbon([(x, y), (x + 0.34, y + 0.26)], [0.03], (110, 70, 40)), disc(x, y, 0.075, (176, 52, 44))],
            shade(v, 2),
        )
        return sheet.shown()

    return frame


def _crumpled(x: float, y: float, r: float) -> list[tuple[float, float]]:
    """The outline of a ball of paper."""
    turns = [k * 2 * math.pi / 22 for k in range(22)]
    dents = [r * (1 + 0.16 * math.sin(7 * a) * math.cos(2 * a)) for a in turns]
    return [(x + dent * math.cos(a), y + dent * math.sin(a)) for a, dent in zip(turns, dents, strict=True)]


def hand_plate(size: Size, frames: int, v: Variation) -> Drawings:
    """An open hand against dark cloth; on it, for the bird, a ball of gold paper on a wire."""

    def frame(i: int) -> Picture:
        beat = beat_of(i)
        sheet = Sheet(size, (40, 40, 44))
        sheet.veil([disc(0.05, 0.0, 0.5, (92, 82, 72))], 0.5, 0.12)
        opened = eased((beat - 0.6) / 2.0)
        x = -0.10 - 0.42 * (1 - opened)
        sheet.lay(placed(hand(_SKIN, _CREASE, v.fingers, _CUFF), x, 0.13, 0.95), (0.0, 0.02), 0.008)
        ball = _crumpled(0.03, 0.20, 0.060)
        sheet.lay([ribbon([(0.34 + x, -0.5), (0.16 + x, 0.15)], [0.004], (150, 150, 150))], None)
        sheet.lay(
            placed(
                [loop(ball, GOLD), loop([(px * 0.6 + 0.005, (py - 0.2) * 0.5 + 0.19) for px, py in ball], PALE_GOLD)],
                x + 0.14,
                0.0,
            ),
            (0.004, 0.012),
            0.006,
        )
        if i < HANDLE + 60:
            sheet.lay([disc(0.56, -0.40, 0.012, INK)], None)
        return sheet.shown()

    return frame
