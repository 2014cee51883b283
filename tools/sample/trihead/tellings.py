"""The second sequence, first third: the same minute as a battle, as a feast, and as something that is over."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np

from sample.lens import Picture
from sample.paint import chance
from sample.trihead.clock import after_stroke, beat_of, eased, held, kick, voice
from sample.trihead.creature import bird, face_at, head, shade, trembling
from sample.trihead.palette import (
    CORAL,
    DEEP_MALACHITE,
    DEEP_VERMILION,
    GOLD,
    INK,
    MALACHITE,
    PALE_GOLD,
    PAPER,
    VERMILION,
)
from sample.trihead.paper import Sheet, Size
from sample.trihead.shapes import Cut, Ink, disc, in_one, petal, placed, rays, ribbon, sharp
from sample.trihead.stage import flag
from sample.trihead.variation import Drawings, Variation

RED_FROM, GREEN_FROM, INK_FROM = 0, 9, 17
"""Beats into the argument at which each telling begins."""

CLOTH = (238, 176, 96)
"""Lamp light on the shadow cloth."""


def battle(size: Size, frames: int, v: Variation, since: float = RED_FROM) -> Drawings:
    """The red head tells: spears, flags, an enemy with claws; the world jumps on every third beat."""

    def frame(i: int) -> Picture:
        beat = beat_of(i, since)
        stroke = after_stroke("red", beat, -v.off_beat)
        hit = kick(stroke, 0.8)
        sheet = Sheet(size, v.ground or DEEP_VERMILION)
        light = (176, 30, 26) if not v.ground else v.ground
        sheet.lay(rays(0, 0.02, 0.1, 1.6, 14, 0.07 * beat + 0.2 * hit, light), None)
        push = 1 + (0.10 * hit + 0.012 * stroke) * v.camera
        near = since == RED_FROM and 3 <= beat - v.off_beat < 6
        sheet.lay([disc(0, 0.0, 0.47 * push, GOLD), disc(0, 0.0, 0.445 * push, (226, 120, 36))], shade(v))
        flags: list[Cut] = []
        for n in range(4 * v.crowd):
            spread = (n - (4 * v.crowd - 1) / 2) / v.crowd
            wave = math.sin(beat * 3 + n)
            flags += placed(flag(0, 0, 0.62, -math.pi / 2 + 0.36 * spread + 0.03 * wave, wave), 0.06 * spread, 0.10)
        if not near:
            sheet.lay(flags, shade(v, 1.3), 0.006 if v.soft_light else 0)
        for side in () if near else (-1, 1):
            thrust = eased(1 - hit) * 0.12
            x = -0.62 * side
            spear = [ribbon([(x - 0.3 * side, 0.62), (x + (0.78 - thrust) * side, -0.36)], [0.020], INK)]
            tip = (x + (0.78 - thrust) * side, -0.36)
            a = math.atan2(-0.98, (1.08 - thrust) * side)
            spear += [petal(*tip, 0.17, 0.07, a, PALE_GOLD, 0.4), disc(*tip, 0.028, VERMILION)]
            sheet.lay(spear, shade(v, 1.4))
        face = face_at("red", voice("red", beat, -v.off_beat), beat, look=(0.5 * math.sin(beat), -0.6))
        sheet.lay(
            trembling(placed(head("red", face, v), 0, *((0.10, 1.22 * push) if near else (0.12, 0.68 * push))), v, i),
            shade(v, 1.6),
            0.012 if v.soft_light else 0,
        )
        for n in range(v.birds):
            dive = -0.33 + 0.05 * math.sin(beat * 2.1 + n) + 0.14 * hit
            x = 0.40 * math.sin(beat * 0.7 + 2.2 * n) - 0.02
            foe = bird(math.sin(beat * 6 + n), INK, DEEP_VERMILION, VERMILION, spikes=True)
            foe = placed(foe, x, dive, 0.62 if near else 0.46, 0.5, flip=math.cos(beat * 0.7 + 2.2 * n) < 0)
            sheet.lay(_edged(foe, 0.007), shade(v, 2.2))
        return sheet.shown()

    return held(frame, 2)


def _edged(cuts: list[Cut], width: float) -> list[Cut]:
    """The pieces on an edge of pale card, so that they stand out from what is behind."""
    ways = [(width * math.cos(a), width * math.sin(a)) for a in (k * math.pi / 4 for k in range(8))]
    return [*(Cut(cut.points + way, PALE_GOLD) for way in ways for cut in cuts), *cuts]


def feast(size: Size, frames: int, v: Variation, since: float = GREEN_FROM) -> Drawings:
    """The green head tells: a folded sheet opens on every fourth beat, ring after ring of guests."""

    def frame(i: int) -> Picture:
        beat = beat_of(i, since)
        in_shot = beat - since
        stroke = after_stroke("green", beat, -v.off_beat)
        ground = v.ground or PAPER
        sheet = Sheet(size, ground)
        sheet.lay(rays(0, 0, 0.2, 1.6, 24, 0.02 * beat, (250, 222, 186)), None)
        turn = 0.10 * beat * v.camera + 0.25 * eased(stroke * 1.5)
        for ring in (2, 1, 0):
            opened = eased((in_shot + 1.2 - 1.3 * ring) / 1.1)
            if opened > 0:
                wire = (0.345, 0.485, 0.64)[ring] * (0.55 + 0.45 * opened)
                sheet.lay(_hoop(wire, DEEP_MALACHITE if ring else MALACHITE, beat), shade(v, 0.7))
                for n in range(v.crowd):
                    cuts = _ring(ring, beat, turn * (1 if ring % 2 else -1) + 0.26 * n, v.folds, opened)
                    sheet.lay(trembling(cuts, v, i), shade(v, 1.0), 0.012 if v.soft_light else 0)
        face = face_at("green", voice("green", beat, -v.off_beat), beat, hole=ground)
        size_now = 0.50 + 0.05 * kick(stroke, 1.0)
        sheet.lay([disc(0, 0, 0.265, ground), disc(0, 0, 0.25, GOLD), disc(0, 0, 0.238, ground)], shade(v))
        sheet.lay(
            trembling(placed(head("green", face, v), 0, 0.03, size_now), v, i),
            shade(v, 1.6),
            0.012 if v.soft_light else 0,
        )
        return sheet.shown()

    return held(frame, 3)


def _hoop(r: float, colour: Ink, beat: float) -> list[Cut]:
    """What holds a ring together: a thin hoop with a saw-tooth edge, cut from the same sheet."""
    turn = [0.01 * beat + k * 2 * math.pi / 72 for k in range(73)]
    outer = [
        ((r + (0.016 if k % 2 else 0.0)) * math.cos(a), (r + (0.016 if k % 2 else 0.0)) * math.sin(a))
        for k, a in enumerate(turn)
    ]
    inner = [((r - 0.010) * math.cos(a), (r - 0.010) * math.sin(a)) for a in reversed(turn)]
    return [sharp([*outer, *inner], colour)]


def _ring(ring: int, beat: float, turn: float, folds: int, opened: float) -> list[Cut]:
    """One ring of a round paper-cut: flowers, guests, leaves; all its sectors are the same cut."""
    radius = (0.30, 0.44, 0.60)[ring] * (0.55 + 0.45 * opened)
    count = folds * (1, 1, 2)[ring]
    flap = math.sin(beat * math.pi / 2)
    cuts: list[Cut] = []
    for n in range(count):
        a = turn + 2 * math.pi * n / count * opened - math.pi / 2
        cos, sin = math.cos(a), math.sin(a)
        if ring == 0:
            piece = [petal(0.02, 0, 0.16, 0.13, 0, DEEP_MALACHITE, 0.6), petal(0.06, 0, 0.09, 0.05, 0, PAPER, 0.6)]
            piece += [petal(0.0, 0.0, 0.13, 0.035, s * 0.9, MALACHITE, 0.6) for s in (-1, 1)]
        elif ring == 1:
            guest = bird(flap * (1 if n % 2 else -1), MALACHITE, DEEP_MALACHITE, DEEP_MALACHITE)
            piece = placed([*guest, petal(0.04, -0.02, 0.20, 0.05, 2.8, PAPER, 0.4)], 0.03, 0, 0.36, math.pi / 2)
            piece += [disc(-0.045, 0, 0.022, CORAL, sides=16)]
        else:
            piece = [petal(-0.04, 0, 0.20, 0.09, s * 0.35, (MALACHITE, VERMILION)[n % 2], 0.5) for s in (-1, 0, 1)]
            piece += [petal(0.0, 0, 0.10, 0.02, s * 0.35, PAPER, 0.5) for s in (-1, 0, 1)] + [
                disc(-0.03, 0, 0.03, GOLD, sides=18)
            ]
        cuts += placed(piece, radius * cos, radius * sin, opened, a)
    return cuts


def gone(size: Size, frames: int, v: Variation, since: float = INK_FROM) -> Drawings:
    """The ink head tells, on a filmed cloth with a lamp behind: what came is already leaving, on every fifth beat."""

    def frame(i: int) -> Picture:
        beat = beat_of(i, since)
        in_shot = beat - since
        sheet = cloth(size, i, v)
        leaving = min(1.0, in_shot / 10.5)
        face = face_at("ink", voice("ink", beat, -v.off_beat), beat, hole=CLOTH, look=(0.8, -0.7))
        lean = 0.10 + 0.03 * math.sin(beat * 0.9)
        side = -1 if v.mirrored else 1
        if v.heads > 2:
            sheet.lay([ribbon([(-0.30 * side, 0.62), (-0.27 * side, 0.3)], [0.03, 0.02], INK)], (0.02, 0.008), 0.012)
            cuts = placed(head("ink", face, v), -0.26 * side, 0.10, 0.74, lean)
            sheet.lay(trembling(cuts, v, i), (0.030 * v.shadow, 0.012 * v.shadow), 0.016)
        for n in range(v.birds):
            x = (0.08 + 0.52 * leaving - 0.24 * n) * side
            y = 0.02 - 0.30 * leaving + 0.03 * math.sin(beat * 3 + n) + 0.15 * n
            away = 0.52 * (1 - 0.62 * leaving)
            sheet.lay([ribbon([(x, y), (x - 0.03, 0.30), (x - 0.02, 0.62)], [0.005, 0.008, 0.010], (58, 30, 18))], None)
            wing = math.sin(beat * math.pi)
            slits = [petal(0.02, -0.01, 0.20, 0.03, 2.9, CLOTH, 0.4), disc(0.245, -0.105, 0.018, CLOTH)]
            puppet = [*in_one(bird(wing), INK), *slits]
            sheet.lay(placed(puppet, x, y, away, -0.35), (0.03 * v.shadow, 0.012 * v.shadow), 0.02)
        return _lit(sheet.shown(1.4), i)

    return held(frame, 1)


def cloth(size: Size, i: int, v: Variation) -> Sheet:
    """A white cloth with a lamp behind it, hung a little loose."""
    sheet = Sheet(size, v.ground or _lamp_behind(size))
    for n in range(7):
        x = -0.6 + 0.2 * n + 0.01 * math.sin(i * 0.05 + n)
        sheet.veil(
            [ribbon([(x, -0.55), (x + 0.02, 0), (x - 0.01, 0.55)], [0.05, 0.02, 0.06], (120, 60, 26))], 0.16, 0.03
        )
    return sheet


@lru_cache(maxsize=2)
def _lamp_behind(size: Size) -> Sheet:
    sheet = Sheet(size, (116, 58, 26))
    for r, tone in ((0.74, (160, 88, 38)), (0.60, (204, 130, 60)), (0.46, CLOTH), (0.26, (250, 204, 132))):
        sheet.veil([disc(0.10, -0.02, r, tone)], 0.85, 0.07)
    return sheet


def _lit(picture: Picture, i: int) -> Picture:
    """The lamp is a flame, so the cloth is never quite as bright as before."""
    level = 0.965 + 0.035 * math.sin(i * 0.9) * math.sin(i * 0.37) + 0.012 * float(chance(i, 19).random())
    return np.asarray(np.clip(picture * np.float32(level), 0, 255), np.uint8)
