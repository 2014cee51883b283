"""Percussion and three voices for Tri-Head: gongs that bend, blocks of wood, a drum, and vowels made of formants."""

from __future__ import annotations

import numpy as np

from sample.sound import RATE, Sound, remembered

VOWELS = {"a": (780, 1220, 2600), "i": (300, 2250, 3050), "u": (330, 760, 2300), "o": (480, 860, 2500)}
"""Hertz of the first three formants."""


def _time(seconds: float) -> Sound:
    return np.arange(round(seconds * RATE)) / RATE


@remembered
def gong(hertz: float, seconds: float, bend: float, seed: int = 1) -> Sound:
    """An opera gong; `bend` is the share by which its note rises (small gong) or falls (large gong) as it sounds."""
    time = _time(seconds)
    dice = np.random.default_rng(seed)
    glide = 1 + bend * (1 - np.exp(-time * 5))
    out = np.zeros(len(time))
    for n, ratio in enumerate((1.0, 1.48, 1.93, 2.55, 3.18, 4.1, 5.43, 6.8)):
        phase = 2 * np.pi * np.cumsum(hertz * ratio * (1 + dice.normal(0, 0.004)) * glide) / RATE
        bloom = 1 - 0.8 * np.exp(-time * (3 + 2 * n))
        out += np.sin(phase + dice.random() * 6) * np.exp(-time * (1.1 + 0.55 * n)) * bloom / (1 + 0.35 * n)
    shimmer = dice.normal(0, 1, len(time)) * np.exp(-time * 9) * 0.25
    return np.asarray((out + shimmer) * np.minimum(1, time / 0.003))


@remembered
def block(hertz: float, hard: float = 1.0) -> Sound:
    """A hollow block of wood, struck."""
    time = _time(0.28)
    body = np.sin(2 * np.pi * hertz * time) * np.exp(-time * 42) + 0.5 * np.sin(
        2 * np.pi * hertz * 2.71 * time
    ) * np.exp(-time * 70)
    click = np.random.default_rng(3).normal(0, 1, len(time)) * np.exp(-time * 400) * 0.3 * hard
    return np.asarray(body + click)


@remembered
def drum(hertz: float = 78, seconds: float = 0.9, seed: int = 5) -> Sound:
    """A skin over a barrel."""
    time = _time(seconds)
    fall = hertz * (1 + 1.1 * np.exp(-time * 26))
    skin = np.sin(2 * np.pi * np.cumsum(fall) / RATE) * np.exp(-time * 6.5)
    slap = np.random.default_rng(seed).normal(0, 1, len(time)) * np.exp(-time * 85) * 0.35
    return np.asarray(skin + slap)


def rattle(seconds: float, first_gap: float, last_gap: float) -> Sound:
    """A stick on the small drum, quicker and quicker: the call before a curtain."""
    out, at, n = np.zeros(round((seconds + 0.4) * RATE)), 0.0, 0
    while at < seconds:
        hit = block(1450 + 40 * (n % 2), 1.4) * (0.35 + 0.65 * at / seconds)
        start = round(at * RATE)
        out[start : start + len(hit)] += hit[: len(out) - start]
        at += first_gap + (last_gap - first_gap) * at / seconds
        n += 1
    return out


@remembered
def voice(hertz: float, vowel: str, seconds: float, *, to: str = "", bend: float = 0.0, edge: float = 0.05) -> Sound:
    """A sung vowel that may glide `to` another; `bend` is the share by which its note slides up (or down)."""
    time = _time(seconds)
    along = time / seconds
    vibrato = 1 + 0.012 * np.sin(2 * np.pi * 5.6 * time) * np.clip((time - 0.12) * 5, 0, 1)
    note = hertz * (1 + bend * np.sin(along * np.pi / 2)) * vibrato
    phase = 2 * np.pi * np.cumsum(note) / RATE
    starts, ends = VOWELS[vowel], VOWELS[to or vowel]
    out = np.zeros(len(time))
    for k in range(1, min(48, int(5200 / hertz)) + 1):
        loud = np.zeros(len(time))
        for n, (f0, f1) in enumerate(zip(starts, ends, strict=True)):
            formant = f0 + (f1 - f0) * along
            loud += np.exp(-(((note * k - formant) / (70 + 55 * n)) ** 2) / 2) / (1 + 0.7 * n)
        out += np.sin(phase * k) * (loud + 0.012) / k**0.35
    shape = np.minimum(1, time / edge) * np.clip((seconds - time) / (0.35 * seconds), 0, 1) ** 0.7
    return np.asarray(out * shape / max(1e-6, float(np.abs(out).max())))


def chirp(hertz: float, notes: int = 3, seed: int = 9) -> Sound:
    """What the bird says: a few quick falling whistles."""
    dice = np.random.default_rng(seed)
    parts = []
    for _ in range(notes):
        time = _time(0.07 + 0.05 * float(dice.random()))
        sweep = hertz * (1.25 - 0.9 * time / time[-1] * 0.3 + 0.1 * float(dice.random()))
        parts += [
            np.sin(2 * np.pi * np.cumsum(sweep) / RATE) * np.sin(np.pi * time / time[-1]) ** 2,
            np.zeros(round(0.05 * RATE)),
        ]
    return np.concatenate(parts)
