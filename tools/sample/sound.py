"""Instruments without samples: pads, plucks, bells, wind, water, relays and a room to play them in.

A sound is an array (samples, 2) at 48 kHz; `Tape` is where sounds are laid at their seconds.
"""

from __future__ import annotations

import wave
from collections.abc import Callable, Sequence
from functools import lru_cache, wraps
from pathlib import Path
from typing import Any, ParamSpec

import numpy as np
import numpy.typing as npt

RATE = 48_000
Sound = npt.NDArray[np.float64]
P = ParamSpec("P")


def pitch(note: str) -> float:
    """Hertz of a note such as `A4` or `F#3`."""
    steps = {"C": -9, "D": -7, "E": -5, "F": -4, "G": -2, "A": 0, "B": 2}[note[0]]
    steps += note.count("#") - note.count("b")
    return float(440 * 2 ** ((steps + 12 * (int(note[-1]) - 4)) / 12))


def remembered(instrument: Callable[P, Sound]) -> Callable[P, Sound]:
    """The instrument, which does not reckon again what it has played before. Its sounds cannot be changed in place."""

    @lru_cache(maxsize=64)
    def played(*call: Any) -> Sound:
        args, named = call
        sound = instrument(*args, **dict(named))
        sound.setflags(write=False)
        return sound

    @wraps(instrument)
    def play(*args: P.args, **named: P.kwargs) -> Sound:
        return played(tuple(tuple(a) if isinstance(a, list) else a for a in args), tuple(sorted(named.items())))

    return play


class Tape:
    """A length of silence on which sounds are laid."""

    def __init__(self, seconds: float) -> None:
        self.samples: Sound = np.zeros((round(seconds * RATE), 2))

    def lay(self, sound: Sound, at: float, gain: float = 1.0, pan: float = 0.0) -> None:
        """Adds `sound` from second `at`; `pan` from -1 (left) to 1 (right)."""
        start = round(at * RATE)
        if sound.ndim == 1:
            sound = np.stack([sound, sound], -1)
        sound = sound[max(0, -start) : max(0, len(self.samples) - start)]
        start = max(0, start)
        sides = np.array([np.cos((pan + 1) * np.pi / 4), np.sin((pan + 1) * np.pi / 4)]) * 1.414
        self.samples[start : start + len(sound)] += sound * (gain * sides)

    def in_a_room(self, seconds: float, wet: float, seed: int, dark: float = 0.5) -> None:
        """Plays the whole tape in a reverberant room."""
        length = round(seconds * RATE)
        dice = np.random.default_rng(seed)
        time = np.arange(length) / RATE
        for side in range(2):
            answer = _low_passed(dice.normal(0, 1, length), 1 - dark) * np.exp(-time * 6.9 / seconds)
            answer[: round(0.012 * RATE)] *= 0.2
            answer /= np.sqrt((answer**2).sum())
            self.samples[:, side] += wet * _convolved(self.samples[:, side], answer)[: len(self.samples)]

    def fade_out(self, seconds: float) -> None:
        """Lets the end of the tape go silent."""
        count = round(seconds * RATE)
        self.samples[-count:] *= (np.cos(np.linspace(0, np.pi, count)) * 0.5 + 0.5)[:, None]

    def written(self, target: Path, peak: float = 0.6) -> None:
        """Writes a 16-bit wave file, gently limited."""
        shaped = np.tanh(self.samples / np.abs(self.samples).max() * 1.35) / np.tanh(1.35) * peak
        target.parent.mkdir(parents=True, exist_ok=True)
        with wave.open(str(target), "wb") as file:
            file.setnchannels(2)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes((shaped * 32767).astype("<i2").tobytes())


def shaped(seconds: float, attack: float, release: float) -> npt.NDArray[np.float64]:
    """A rise and a fall, with level between."""
    time = np.arange(round(seconds * RATE)) / RATE
    rise = np.clip(time / max(attack, 1e-4), 0, 1)
    fall = np.clip((seconds - time) / max(release, 1e-4), 0, 1)
    return np.asarray(np.sin(rise * np.pi / 2) ** 2 * np.sin(fall * np.pi / 2) ** 2)


@remembered
def pad(notes: Sequence[str], seconds: float, attack: float = 1.5, release: float = 2.0, bright: float = 0.4) -> Sound:
    """Slow voices, each a little out of tune with itself."""
    time = np.arange(round(seconds * RATE)) / RATE
    out = np.zeros((len(time), 2))
    for index, note in enumerate(notes):
        for voice, cents in enumerate((-6, 0, 5)):
            f = pitch(note) * 2 ** (cents / 1200)
            swell = 1 + 0.25 * np.sin(2 * np.pi * (0.07 + 0.03 * voice) * time + index + voice)
            tone = sum(
                (bright**h) / (h + 1) * np.sin(2 * np.pi * f * (h + 1) * time + voice * 1.7 + h) for h in range(6)
            )
            side = 0.5 + 0.35 * (voice - 1)
            out += np.stack([tone * swell * (1 - side), tone * swell * side], -1)
    return out * shaped(seconds, attack, release)[:, None] / (2.2 * len(notes))


@remembered
def bell(note: str, seconds: float = 3.0, hard: float = 1.0) -> Sound:
    """A struck glass: two carriers, each bent by a partial that dies first."""
    time = np.arange(round(seconds * RATE)) / RATE
    f = pitch(note)
    bend = 2.2 * hard * np.exp(-time * 5) * np.sin(2 * np.pi * f * 3.51 * time)
    tone = np.sin(2 * np.pi * f * time + bend) * np.exp(-time * 2.3) + 0.35 * np.sin(
        2 * np.pi * f * 2.003 * time
    ) * np.exp(-time * 3.4)
    return np.asarray(tone * np.minimum(1, time / 0.002))


@remembered
def pluck(note: str, seconds: float = 2.2, soft: float = 0.5) -> Sound:
    """A plucked string, by its partials: the high ones die first."""
    time = np.arange(round(seconds * RATE)) / RATE
    f = pitch(note)
    tone = sum(
        np.sin(2 * np.pi * f * h * np.sqrt(1 + 0.0002 * h * h) * time)
        * np.exp(-time * (1.3 + 0.9 * h))
        * soft ** (h - 1)
        / h**0.6
        for h in range(1, 9)
    )
    return np.asarray(tone * np.minimum(1, time / 0.003))


def tone(hertz: float, seconds: float, edge: float = 0.012) -> Sound:
    """A plain signal with soft ends."""
    time = np.arange(round(seconds * RATE)) / RATE
    return np.asarray(np.sin(2 * np.pi * hertz * time) * shaped(seconds, edge, edge))


@remembered
def breath(seconds: float, seed: int, low: float, high: float, waves: float = 0.15) -> Sound:
    """Wind or water: noise between two frequencies that swells."""
    count = round(seconds * RATE)
    out = np.zeros((count, 2))
    time = np.arange(count) / RATE
    dice = np.random.default_rng(seed)
    for side in range(2):
        spectrum = np.fft.rfft(dice.normal(0, 1, count))
        hertz = np.fft.rfftfreq(count, 1 / RATE)
        band = np.exp(-((np.log((hertz + 1) / np.sqrt(low * high)) / np.log(high / low) * 1.7) ** 2))
        swell = 0.6 + 0.4 * np.sin(2 * np.pi * waves * time + seed + side) * np.sin(
            2 * np.pi * waves * 0.37 * time + 1.3
        )
        side_sound = np.fft.irfft(spectrum * band, count)
        out[:, side] = side_sound / np.abs(side_sound).max() * swell
    return out


def relay(seed: int) -> Sound:
    """A heavy switch: a click, a clack, and the box it sits in."""
    dice = np.random.default_rng(seed)
    time = np.arange(round(0.5 * RATE)) / RATE
    click = dice.normal(0, 1, len(time)) * np.exp(-time * 260)
    clack = np.roll(dice.normal(0, 1, len(time)) * np.exp(-time * 170), round(0.028 * RATE)) * 0.6
    box = np.sin(2 * np.pi * (92 - 50 * time) * time) * np.exp(-time * 17)
    hum = np.sin(2 * np.pi * 540 * time) * np.exp(-time * 40) * 0.25
    return np.asarray(click * 0.5 + clack * 0.5 + box * 1.1 + hum)


def rise(seconds: float, seed: int) -> Sound:
    """Air and tone that climb until they are cut off."""
    time = np.arange(round(seconds * RATE)) / RATE
    along = time / seconds
    air = breath(seconds, seed, 500, 6000)
    tone_up = sum(np.sin(2 * np.pi * np.cumsum(f * 2 ** (along**2 * 1.5)) / RATE) for f in (73.4, 110.0, 146.8, 220.0))
    return np.asarray(air * (along**2.2)[:, None] * 0.7 + (tone_up * along**1.6 * 0.22)[:, None])


def boom(seconds: float = 3.5) -> Sound:
    """A low drop."""
    time = np.arange(round(seconds * RATE)) / RATE
    return np.asarray(
        np.sin(2 * np.pi * (38 * time + 16 * (1 - np.exp(-time * 5))))
        * np.exp(-time * 1.5)
        * np.minimum(1, time / 0.004)
    )


def crickets(seconds: float, seed: int) -> Sound:
    time = np.arange(round(seconds * RATE)) / RATE
    out = np.zeros((len(time), 2))
    for voice, (hertz, beat) in enumerate(((4150, 2.1), (4480, 1.7), (3900, 2.6))):
        chirp = np.clip(np.sin(2 * np.pi * 31 * time + voice), 0, 1) * np.clip(
            np.sin(2 * np.pi * beat * time + seed + voice * 2) * 1.6 - 0.3, 0, 1
        )
        out[:, voice % 2] += np.sin(2 * np.pi * hertz * time) * chirp
        out[:, (voice + 1) % 2] += 0.35 * np.sin(2 * np.pi * hertz * time) * chirp
    return out


def _low_passed(noise: npt.NDArray[np.float64], openness: float) -> npt.NDArray[np.float64]:
    spectrum = np.fft.rfft(noise)
    hertz = np.fft.rfftfreq(len(noise), 1 / RATE)
    return np.fft.irfft(spectrum / (1 + (hertz / (600 + 7000 * openness)) ** 2), len(noise))


def _convolved(a: npt.NDArray[np.float64], b: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    size = 1 << int(np.ceil(np.log2(len(a) + len(b))))
    return np.fft.irfft(np.fft.rfft(a, size) * np.fft.rfft(b, size), size)
