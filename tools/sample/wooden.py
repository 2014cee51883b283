"""Instruments of a workshop: knocks on wood, strings, clockwork, a plane's stroke, a crack."""

from __future__ import annotations

import numpy as np

from sample.sound import RATE, Sound, breath, pitch, remembered, shaped


@remembered
def knock(hertz: float, seconds: float = 0.7, hollow: float = 0.5, seed: int = 1) -> Sound:
    """A knuckle on wood: `hertz` is what the wood says, `hollow` from 0 (tight, short) to 1 (open, long)."""
    time = np.arange(round(seconds * RATE)) / RATE
    dice = np.random.default_rng(seed)
    dies = 34 - 24 * hollow
    body = sum(
        share * np.sin(2 * np.pi * hertz * ratio * time + n) * np.exp(-time * dies * (1 + 0.7 * n))
        for n, (ratio, share) in enumerate(((1.0, 1.0), (1.58, 0.55), (2.24, 0.35), (2.92, 0.18), (0.5, 0.35 * hollow)))
    )
    skin = dice.normal(0, 1, len(time)) * np.exp(-time * 420) * 0.35
    return np.asarray((body + skin) * np.minimum(1, time / 0.0012))


@remembered
def string(note: str, seconds: float = 2.8, hard: float = 0.6) -> Sound:
    """A silk string plucked near its bridge, with a slow bend that settles."""
    time = np.arange(round(seconds * RATE)) / RATE
    bend = 1 + 0.006 * np.exp(-time * 9) + 0.0016 * np.sin(2 * np.pi * 4.6 * time) * (1 - np.exp(-time * 1.5))
    phase = 2 * np.pi * pitch(note) * np.cumsum(bend) / RATE
    tone = sum(
        np.sin(phase * h * np.sqrt(1 + 0.00035 * h * h)) * np.exp(-time * (0.9 + 0.55 * h**1.25))
        * abs(np.sin(h * np.pi * 0.13)) * hard ** (0.35 * h) / h**0.35
        for h in range(1, 14)
    )  # fmt: skip
    nail = np.random.default_rng(7).normal(0, 1, len(time)) * np.exp(-time * 700) * 0.12
    return np.asarray((tone + nail) * np.minimum(1, time / 0.0015))


def tick(seed: int, heavy: float = 0.0) -> Sound:
    """A tooth of a wheel falls; `heavy` from 0 (a watch) to 1 (a tower clock)."""
    time = np.arange(round(0.16 * RATE)) / RATE
    dice = np.random.default_rng(seed)
    ring = np.sin(2 * np.pi * (3900 - 2500 * heavy) * time) * np.exp(-time * 150)
    click = dice.normal(0, 1, len(time)) * np.exp(-time * 600)
    case = np.sin(2 * np.pi * (520 - 300 * heavy) * time) * np.exp(-time * 70) * (0.3 + heavy)
    return np.asarray(ring * 0.35 + click * 0.5 + case)


@remembered
def stroke(seconds: float, seed: int) -> Sound:
    """A plane's stroke: it bites, sings and lets go."""
    air = breath(seconds, seed, 900, 5200, 0.9)
    time = np.arange(len(air)) / RATE
    along = time / seconds
    sing = np.sin(2 * np.pi * np.cumsum(310 + 90 * along) / RATE) * 0.10
    return np.asarray((air * (0.5 + 0.5 * along[:, None]) + sing[:, None]) * shaped(seconds, 0.10, 0.16)[:, None])


@remembered
def creak(seconds: float, seed: int, low: float = 60.0, high: float = 190.0) -> Sound:
    """Wood under force: grains that slip, faster and faster."""
    time = np.arange(round(seconds * RATE)) / RATE
    along = time / seconds
    slips = np.mod(np.cumsum(low * (high / low) ** (along**2)) / RATE, 1)
    rough = np.random.default_rng(seed).normal(0, 1, len(time))
    tone = np.exp(-slips * 9) * (0.5 + 0.5 * np.sin(2 * np.pi * 640 * time)) + 0.06 * rough * np.exp(-slips * 14)
    return np.asarray(tone * along**1.5 * np.minimum(1, (seconds - time) / 0.01))


def crack(seed: int) -> Sound:
    """Fibres that tear one after the other, and the board that falls silent."""
    time = np.arange(round(1.1 * RATE)) / RATE
    dice = np.random.default_rng(seed)
    out = dice.normal(0, 1, len(time)) * np.exp(-time * 60)
    for _ in range(16):
        at, loud = dice.random() ** 2 * 0.42, dice.random()
        after = np.maximum(time - at, 0)
        out += loud * dice.normal(0, 1, len(time)) * np.exp(-after * 240) * (time >= at)
    return np.asarray(out * 0.6 + np.sin(2 * np.pi * (84 - 30 * time) * time) * np.exp(-time * 11))
