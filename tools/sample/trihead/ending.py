"""The last shot, on which all three agree: three faces in one disc, two eyes for each, three eyes in all."""

from __future__ import annotations

import math
from collections.abc import Callable

from sample.lens import Picture
from sample.lettering import width_of, written
from sample.trihead.clock import beat_of, eased, held, kick
from sample.trihead.creature import perched, shade, trembling
from sample.trihead.heads import Face, eye
from sample.trihead.palette import (
    CORAL,
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
from sample.trihead.paper import Sheet, Size
from sample.trihead.shapes import Cut, Ink, both, crescent, disc, halved, petal, placed, rays, ribbon, sharp, teeth
from sample.trihead.variation import Drawings, Variation

EYE_AT = 0.235
"""Where the shared eyes sit: how far from the middle of the disc."""
R = 0.44

TURNS = (2.0, 5.0, 8.0)
"""Beats on which the disc goes on by a third."""
LOOK = 11.0
"""The beat on which all three eyes look at us."""
SHUT = 14.0


def three_eyes(size: Size, frames: int, v: Variation) -> Drawings:
    """The disc turns by thirds, so that each face stands upright once; then its three eyes look at us, and close."""

    def frame(i: int) -> Picture:
        beat = beat_of(i) - v.off_beat
        sheet = Sheet(size, v.ground or NIGHT)
        arrived = eased((beat + 0.3) / 1.2)
        glow = (58, 22, 26) if beat < LOOK else (126, 54, 24)
        sheet.lay(rays(0, 0, 0.2, 1.6, 24, 0.03 * beat * v.camera, glow), None)
        turn = -sum(eased((beat - at) / 1.1) for at in TURNS) * 2 * math.pi / 3 * v.camera
        pulse = sum(kick(beat - at, 1.0) for at in (0.0, *TURNS, LOOK, SHUT) if beat >= at)
        r = (0.86 + 0.14 * arrived) * (1 + 0.025 * pulse)
        sheet.lay(_rim(beat, pulse), shade(v, 2))
        heads = max(2, v.heads)
        disc_cuts = [
            cut for n in range(heads) for cut in placed(_sector(n, heads, beat, v), turn=2 * math.pi * n / heads)
        ]
        sheet.lay(trembling(placed(disc_cuts, 0, 0, r, turn), v, i), shade(v), 0.012 if v.soft_light else 0)
        sheet.lay(placed(_eyes(beat, turn, heads, v), 0, 0, r, turn), shade(v, 0.6))
        sheet.lay([disc(0, 0, 0.118, INK), disc(0, 0, 0.108, GOLD), disc(0, 0, 0.098, NIGHT)], shade(v, 0.8))
        for n in range(v.birds):
            small = placed(
                perched(GOLD, PALE_GOLD, nod=0.4 * math.sin(beat * math.pi / 2)),
                -0.008 + 0.12 * n,
                0.006,
                0.26,
                flip=beat > LOOK,
            )
            sheet.lay(small, None)
        if v.edited:
            _end(sheet, beat)
        return sheet.shown()

    return held(frame, 2)


def _rim(beat: float, pulse: float) -> list[Cut]:
    cuts = [disc(0, 0, R + 0.045 + 0.01 * pulse, GOLD, sides=80)]
    for n in range(36):
        a = 2 * math.pi * n / 36 + 0.02 * beat
        colour = (VERMILION, MALACHITE, INK)[n % 3]
        cuts.append(disc((R + 0.026) * math.cos(a), (R + 0.026) * math.sin(a), 0.015 + 0.004 * pulse, colour, sides=14))
    return cuts


def _wedge(half: float, r: float, colour: Ink) -> Cut:
    rim = [math.pi / 2 - half + 2 * half * k / 24 for k in range(25)]
    return sharp([(0, 0), *((r * math.cos(a), r * math.sin(a)) for a in rim)], colour)


def _sector(n: int, heads: int, beat: float, v: Variation) -> list[Cut]:
    """One face without eyes, upright, its brow in the middle of the disc and its chin at the rim."""
    name = HEADS[n % 3]
    if v.swapped and name != "ink":
        name = "green" if name == "red" else "red"
    first, last = max(0.0, 1 - abs(beat - 0.3) / 1.0), max(0.0, 1 - abs(beat - LOOK - 0.5) / 1.6)
    return _FACES[name](math.pi / heads, min(1.0, 0.9 * first + 0.75 * last))


def _red_face(half: float, mouth: float) -> list[Cut]:
    cuts = [_wedge(half, R, VERMILION)]
    cuts += [
        petal(0, 0.10 + 0.01 * k, 0.20 - 0.07 * k, 0.085 - 0.055 * k, math.pi / 2, (PAPER, VERMILION)[k])
        for k in (0, 1)
    ]
    cuts += both(
        [
            ribbon([(0.07, 0.085), (0.14, 0.02), (0.235, 0.005)], [0.01, 0.042, 0.004], INK),
            ribbon([(0.025, 0.20), (0.045, 0.255), (0.075, 0.275), (0.055, 0.292)], [0.006, 0.02, 0.026, 0.004], INK),
            crescent(0.165, 0.285, 0.075, 0.036, 0.5, PAPER),
            crescent(0.165, 0.285, 0.045, 0.02, 0.5, INK),
        ]
    )
    lip = 0.03 + 0.06 * mouth
    return [
        *cuts,
        halved([(0, 0.318), (0.08, 0.326), (0.135, 0.300), (0.10, 0.34 + lip * 0.4), (0, 0.335 + lip)], INK),
        halved([(0, 0.326), (0.07, 0.334), (0.10, 0.326), (0.07, 0.346), (0, 0.35)], PAPER),
    ]


def _green_face(half: float, mouth: float) -> list[Cut]:
    fan = (petal(0, 0, 0.24 - 0.02 * abs(k), 0.045, math.pi / 2 + 0.22 * k, PAPER, 0.75) for k in range(-2, 3))
    cuts = [_wedge(half, R, MALACHITE), *fan]
    cuts += both(
        [
            *(crescent(0.205, 0.13, 0.125 - 0.03 * k, 0.014, -math.pi / 2 - 0.3, PAPER, 0.8) for k in range(2)),
            *(petal(0.185, 0.29, 0.05, 0.03, 1.05 * k, PAPER, 0.6) for k in range(6)),
            disc(0.185, 0.29, 0.014, CORAL),
            *teeth((0.235, 0.245), (0.12, 0.40), 6, -0.035, PAPER),
            ribbon([(0.012, 0.20), (0.026, 0.245), (0.038, 0.272), (0.012, 0.285)], [0.005, 0.01, 0.014, 0.006], PAPER),
        ]
    )
    lip = 0.012 + 0.06 * mouth
    inner, low = 0.33 + lip * 0.4, 0.33 + lip * 0.6
    return [
        *cuts,
        halved([(0, 0.322), (0.03, 0.312), (0.09, 0.302), (0.055, 0.33 + lip * 0.7), (0, 0.336 + lip)], PAPER),
        halved([(0, 0.332), (0.035, 0.322), (0.06, 0.318), (0.035, inner), (0, low)], CORAL),
    ]


def _ink_face(half: float, mouth: float) -> list[Cut]:
    lines = [[(0.02 + 0.016 * k, 0.105 + 0.004 * k), (0.035 + 0.026 * k, 0.165 - 0.012 * k)] for k in range(1, 4)]
    cuts = [_wedge(half, R, (34, 33, 46)), petal(0, 0.10, 0.11, 0.02, math.pi / 2, PAPER, 0.5)]
    cuts += both(
        [
            *(ribbon(line, [0.006, 0.002], PAPER) for line in lines),
            ribbon([(0.075, 0.08), (0.15, 0.035), (0.235, 0.05)], [0.004, 0.016, 0.002], PAPER),
            ribbon([(0.016, 0.19), (0.022, 0.25), (0.046, 0.285), (0.012, 0.297)], [0.004, 0.008, 0.014, 0.004], PAPER),
            ribbon([(0.155, 0.22), (0.14, 0.30), (0.085, 0.385)], [0.002, 0.014, 0.002], PAPER),
            ribbon([(0.205, 0.215), (0.185, 0.30), (0.12, 0.40)], [0.002, 0.009, 0.002], PAPER),
        ]
    )
    o = 0.008 + 0.04 * mouth
    return [*cuts, halved([(0, 0.345 - o * 0.4), (0.04, 0.35), (0, 0.355 + o)], PAPER)]


_FACES: dict[str, Callable[[float, float], list[Cut]]] = {"red": _red_face, "green": _green_face, "ink": _ink_face}


def _eyes(beat: float, turn: float, heads: int, v: Variation) -> list[Cut]:
    """The shared eyes, on the lines between the faces; at last they look straight out."""
    cuts: list[Cut] = []
    shut = eased((beat - SHUT) / 0.5) if beat > SHUT else 0.0
    count = heads if v.eyes < 3 else heads * 2
    for n in range(count):
        a = math.pi / 2 + math.pi / heads + 2 * math.pi * n / count
        x, y = EYE_AT * math.cos(a), EYE_AT * math.sin(a)
        wander = (0.9 * math.sin(beat * 0.8 + n * 2.1), 0.5) if beat < LOOK else (0.0, 0.0)
        face = Face(shut=max(shut, 1.0 if LOOK - 0.45 < beat < LOOK - 0.1 else 0.0), look=wander)
        ring = disc(x, y, 0.090, GOLD)
        cuts += [
            disc(x, y, 0.096, INK),
            ring,
            *placed(eye(0.125, face, rim=INK_BLUE if n % 3 == 2 else INK), x, y, turn=-turn),
        ]
    return cuts


def _end(sheet: Sheet, beat: float) -> None:
    """The end card: the disc has closed its eyes, and says what this was."""
    dark = min(1.0, max(0.0, (beat - SHUT - 0.8) / 0.8))
    if dark <= 0:
        return
    sheet.veil([sharp([(-0.7, -0.5), (0.7, -0.5), (0.7, 0.5), (-0.7, 0.5)], NIGHT)], 0.93 * dark)
    lines = (("A SPECIMEN FILM", 0.046, -0.045), ("DRAWN BY A PROGRAM. NO MODEL WAS RUN", 0.023, 0.045))
    for text, high, y in lines:
        x = -width_of(text, high, 3.0) / 2
        cuts = [
            ribbon(stroke, [high * 0.15], PALE_GOLD)
            for stroke in written(text, x, y, high, spacing=3.0)
            if len(stroke) > 1
        ]
        sheet.veil(cuts, dark)
