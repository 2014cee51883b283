"""More instruments without samples: a reed organ with bellows, bicycle bells, a card in the spokes, a freewheel."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from sample.sound import RATE, Sound, pitch, remembered, shaped


@remembered
def reed(notes: Sequence[str], seconds: float, drawing: bool, bright: float = 0.5) -> Sound:
    """Free reeds, two to a note and not quite in tune; louder as the bellows are drawn or pressed."""
    time = np.arange(round(seconds * RATE)) / RATE
    along = time / seconds
    pressure = 0.72 + 0.28 * (along if drawing else 1 - along) + 0.03 * np.sin(2 * np.pi * 5.1 * time)
    out = np.zeros((len(time), 2))
    for index, note in enumerate(notes):
        for voice, cents in enumerate((-4.0, 5.5)):
            f = pitch(note) * 2 ** (cents / 1200)
            tone = np.zeros(len(time))
            for h in range(1, 10):
                # A reed is rich in odd partials; the fifth and seventh give it its nose.
                weight = bright ** (h - 1) * (1.0 if h % 2 else 0.62) * (1.25 if h in (5, 7) else 1.0)
                tone += weight * np.sin(2 * np.pi * f * h * time + 0.7 * index + h)
            side = 0.5 + 0.22 * (2 * voice - 1)
            out += np.stack([tone * (1 - side), tone * side], -1)
    return np.asarray(out * (pressure * shaped(seconds, 0.07, 0.16))[:, None] / (1.6 * len(notes)))


@remembered
def bicycle_bell(note: str, seconds: float = 3.2) -> Sound:
    """A steel dome struck twice by its clapper: ding, and the smaller ding that comes back."""
    time = np.arange(round(seconds * RATE)) / RATE
    f = pitch(note)
    out = np.zeros(len(time))
    for delay, gain in ((0.0, 1.0), (0.062, 0.55)):
        t = np.clip(time - delay, 0, None)
        struck = sum(
            weight * np.sin(2 * np.pi * f * ratio * t) * np.exp(-t * decay)
            for ratio, weight, decay in (
                (1.0, 1.0, 2.1),
                (1.006, 0.7, 2.3),
                (2.41, 0.5, 4.2),
                (3.9, 0.3, 7.5),
                (5.4, 0.18, 14),
            )
        )
        click = np.sin(2 * np.pi * 6100 * t) * np.exp(-t * 240) * 0.4
        out += (struck + click) * gain * (time >= delay)
    return np.asarray(out * np.minimum(1, time / 0.001) * shaped(seconds, 0.001, 0.25))


def card_in_spokes(seconds: float, each_second: float, seed: int) -> Sound:
    """A playing card that is thrown from spoke to spoke, `each_second` times a second and never quite evenly."""
    dice = np.random.default_rng(seed)
    out = np.zeros(round(seconds * RATE))
    length = round(0.05 * RATE)
    t = np.arange(length) / RATE
    at = 0.0
    while at < seconds - 0.06:
        clack = dice.normal(0, 1, length) * np.exp(-t * 210) + np.sin(
            2 * np.pi * (640 + 60 * dice.random()) * t
        ) * np.exp(-t * 120)
        start = round(at * RATE)
        out[start : start + length] += clack * (0.6 + 0.4 * dice.random())
        at += (1 + 0.06 * (dice.random() - 0.5)) / each_second
    return out * shaped(seconds, 0.2, 0.3)


def freewheel(seconds: float, seed: int) -> Sound:
    """A freewheel that ticks faster and slower, and tyres on a wet road under it."""
    dice = np.random.default_rng(seed)
    count = round(seconds * RATE)
    time = np.arange(count) / RATE
    phase = np.cumsum(17 + 5 * np.sin(2 * np.pi * 0.35 * time + seed)) / RATE
    tick = np.exp(-((phase % 1.0) * 26)) * np.sin(2 * np.pi * 3100 * time)
    spectrum = np.fft.rfft(dice.normal(0, 1, count))
    hertz = np.fft.rfftfreq(count, 1 / RATE)
    tyre = np.fft.irfft(spectrum * np.exp(-((np.log((hertz + 1) / 900) / 1.1) ** 2)), count)
    return np.asarray((0.5 * tick + 0.7 * tyre / np.abs(tyre).max()) * shaped(seconds, 0.25, 0.4))
