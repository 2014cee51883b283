"""The second sequence, second third: three tell at once, and then through one and the same face."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from sample.lens import Picture
from sample.trihead.clock import after_stroke, beat_of, held, kick, voice
from sample.trihead.creature import face_at, head, shade, trembling
from sample.trihead.palette import (
    GOLD,
    HEADS,
    NIGHT,
    PALE_GOLD,
    PAPER,
    VERMILION,
)
from sample.trihead.paper import Sheet, Size, side_by_side
from sample.trihead.shapes import Ink, placed, rays
from sample.trihead.tellings import battle, feast, gone
from sample.trihead.variation import Drawings, Variation

SPLIT_FROM, FACE_FROM = 27, 36
"""Beats into the argument at which each shot begins."""

GAP = 10
"""Width of the gap between parts of a split screen, in pixels of a frame 720 lines high."""


def split(size: Size, frames: int, v: Variation) -> Drawings:
    """All three tell at once; who speaks takes room from the others."""
    tellings = (
        battle(size, frames, v, SPLIT_FROM - 3),
        feast(size, frames, v, SPLIT_FROM - 6),
        gone(size, frames, v, SPLIT_FROM - 5),
    )
    centres = (0.0, 0.0, -0.20)

    def frame(i: int) -> Picture:
        beat = beat_of(i, SPLIT_FROM)
        weights = [1.0 + 1.7 * kick(after_stroke(name, beat, -v.off_beat), 2.2) for name in HEADS]
        edges = np.concatenate([[0.0], np.cumsum(weights) / sum(weights)]) * size.width
        parts, order = [], (1, 0, 2) if v.mirrored else (0, 1, 2)
        for place, which in enumerate(order[: v.heads]):
            left, right = float(edges[place]), float(edges[place + 1])
            if v.heads < 3 and place == v.heads - 1:
                right = float(size.width)
            middle = (left + right) / 2 + centres[which] * -size.height
            picture = np.roll(tellings[which](i), round(middle - size.width / 2), 1)
            lean = 0.05 * size.width
            top = (left + (lean if place else 0), right + (lean if place < 2 else 0))
            low = (left - (lean if place else 0), right - (lean if place < 2 else 0))
            outline = np.array([(top[0], 0), (top[1], 0), (low[1], size.height), (low[0], size.height)])
            parts.append((picture, outline))
        return side_by_side(parts, max(2, GAP * size.height // 720), NIGHT)

    return held(frame, 1)


ROWS = (
    ("red", "green", "ink"), ("green", "green", "red"), ("ink", "red", "green"), ("red", "ink", "ink"),
    ("green", "red", "red"), ("ink", "green", "ink"), ("red", "red", "ink"), ("green", "ink", "red"),
)  # fmt: skip
"""Whose brow, eyes and mouth make the one face, beat by beat."""
_GROUNDS: dict[str, Ink] = {"red": GOLD, "green": PAPER, "ink": VERMILION}


def one_face(size: Size, frames: int, v: Variation) -> Drawings:
    """One face of three strips; on each beat another strip changes owner: nobody can finish a sentence."""

    def whole(name: str, i: int, beat: float) -> Picture:
        sheet = Sheet(size, v.ground or _GROUNDS[name])
        tone = {"red": PALE_GOLD, "green": (236, 214, 170), "ink": (196, 38, 28)}[name]
        sheet.lay(rays(0, 0.05, 0.1, 1.6, 12, 0.05 * beat * v.camera, tone), None)
        face = face_at(
            name, max(voice(name, beat, -v.off_beat), 0.55 * (beat % 1 < 0.5)), beat, hole=v.ground or _GROUNDS[name]
        )
        turned = head(name, replace(face, shut=0.0), v)
        sheet.lay(trembling(placed(turned, 0, 0.02, 1.06), v, i), shade(v, 1.6), 0.012 if v.soft_light else 0)
        return sheet.shown()

    def frame(i: int) -> Picture:
        beat = beat_of(i, FACE_FROM)
        row = ROWS[int(max(0.0, beat_of(i) - v.off_beat)) % len(ROWS)]
        if v.heads == 1:
            row = ("red", "red", "red")
        drawn = {name: whole(name, i, beat) for name in set(row)}
        out = np.empty((size.height, size.width, 3), np.uint8)
        edges = (0, round(size.height * 0.36), round(size.height * 0.665), size.height)
        slip = (0.05, -0.07, 0.04)
        for n, name in enumerate(row):
            away = round(size.width * slip[n] * kick(beat % 1, 0.6) * (1 if int(beat) % 2 else -1))
            out[edges[n] : edges[n + 1]] = np.roll(drawn[name], away, 1)[edges[n] : edges[n + 1]]
        gap = max(1, GAP * size.height // 1440)
        for edge in edges[1:3]:
            out[edge - gap : edge + gap] = NIGHT
        return out

    return held(frame, 2)
