"""The music of Bicycle Kids: a reed organ that breathes, a walking pulse in three, and two bells a fifth apart.

Ninety beats a minute. The delta plays in G, the dyke in D; the last bar holds what both have in common.
"""

from __future__ import annotations

import math

import numpy as np

from sample.bellows import bicycle_bell, card_in_spokes, freewheel, reed
from sample.bicycle_kids import bell as east_bell
from sample.bicycle_kids import dyke, onesun
from sample.bicycle_kids.dusk import BEAT
from sample.bicycle_kids.plan import PLAN
from sample.planning import HANDLE
from sample.sound import Tape, breath, crickets, pluck, shaped

FPS = 24
_BEAT = BEAT / FPS
_BAR = 3 * _BEAT

EAST, WEST = "B5", "F#6"
"""What the two bells ring."""

_CHORDS: tuple[tuple[str, tuple[str, ...], str], ...] = (
    # one a bar: bass, chord, tune of the bar (a note a beat, - holds, . rests)
    ("G2", ("D3", "G3", "B3"), ". . D4"), ("G2", ("D3", "G3", "B3"), "G4 - A4"), ("C3", ("E3", "G3", "C4"), "B4 - G4"),
    ("G2", ("D3", "G3", "B3"), "A4 - -"), ("E2", ("E3", "G3", "B3"), ". . ."),
    ("C3", ("E3", "G3", "C4"), "E4 G4 A4"), ("D3", ("D3", "F#3", "A3"), "B4 - A4"),
    ("G2", ("D3", "G3", "B3"), ". . ."), ("G2", ("D3", "G3"), ". . ."),
    ("E2", ("B2", "E3"), ". . B4"), ("A2", ("E3", "A3"), "- - A4"), ("D3", ("A3", "D4"), "- F#4 -"),
    ("D3", ("F#3", "A3", "D4"), "A4 - D5"), ("B2", ("F#3", "B3", "D4"), "C#5 - A4"),
    ("D3", ("F#3", "A3", "D4"), ". . ."),
    ("G2", ("D3", "G3", "B3"), "D5 C#5 B4"), ("A2", ("E3", "A3", "C#4"), "A4 B4 C#5"),
    ("B2", ("F#3", "B3", "D4"), "D5 - B4"), ("G2", ("D3", "G3", "B3"), "A4 - -"),
    ("C3", ("E3", "G3", "C4"), ". G4 A4"), ("G2", ("D3", "G3", "B3"), "B4 - A4"), ("A2", ("E3", "A3", "C4"), "G4 - E4"),
    ("D3", ("A3", "D4", "F#4"), "F#4 - A4"), ("G2", ("D3", "G3", "B3"), "D5 - B4"), ("D3", ("A3", "D4"), ". . ."),
    ("D3", ("A3", "D4"), "D5 - -"),
)  # fmt: skip


def seconds_of(code: str, frame: float = 0) -> float:
    """When frame `frame` of a shot's scene is heard in the film."""
    return (PLAN.first_frame(code) + frame - HANDLE) / FPS


def full_mix() -> Tape:
    """Music and sound together, as long as the film."""
    tape = music()
    effects = Tape(PLAN.frames / FPS)
    _bells(effects)
    _wheels(effects)
    _places(effects)
    effects.in_a_room(1.3, 0.22, 5)
    tape.samples += effects.samples
    tape.fade_out(1.6)
    return tape


def music(bars: int = len(_CHORDS), first: int = 0) -> Tape:
    """The music alone: organ, tune and the walking bass."""
    tape = Tape(bars * _BAR)
    for n, (bass, chord, tune) in enumerate(_CHORDS[first : first + bars]):
        at = n * _BAR
        # The bellows turn with each bar: a breath in, a breath out.
        tape.lay(reed(list(chord), _BAR + 0.25, n % 2 == 0), at - 0.05, 0.17)
        tape.lay(pluck(bass, 1.8, 0.35), at, 0.34, pan=-0.1)
        for beat in (1, 2):
            tape.lay(pluck(chord[beat % len(chord)], 0.9, 0.3), at + beat * _BEAT, 0.10, pan=0.15)
        _tune(tape, tune.split(), at)
    tape.in_a_room(2.2, 0.34, 3)
    tape.fade_out(1.6)
    return tape


def sketch() -> Tape:
    """The first idea: eight bars of the tune, hummed on one reed."""
    tape = Tape(8 * _BAR)
    for n, (_, _, tune) in enumerate((*_CHORDS[:4], *_CHORDS[5:7], *_CHORDS[12:14])):
        _tune(tape, tune.split(), n * _BAR, 1.5)
    tape.in_a_room(1.4, 0.3, 11)
    return tape


def two_bells() -> Tape:
    """Which two bells can ask and answer: a second, a fourth, a fifth, an octave apart."""
    tape = Tape(13)
    for n, (ask, answer) in enumerate((("B5", "C6"), ("B5", "E6"), ("B5", "F#6"), ("B5", "B6"))):
        tape.lay(bicycle_bell(ask), 0.3 + n * 3.1, 0.5, pan=-0.5)
        tape.lay(bicycle_bell(answer), 0.3 + n * 3.1 + 2 * _BEAT, 0.5, pan=0.5)
    tape.in_a_room(1.2, 0.25, 13)
    return tape


def teaser() -> Tape:
    """Five bars for the vertical teaser."""
    tape = music(5, 15)
    for at, note, pan in ((5 * _BEAT, EAST, -0.4), (10 * _BEAT, EAST, -0.4), (11 * _BEAT, WEST, 0.4)):
        tape.lay(bicycle_bell(note), at, 0.20, pan=pan)
    tape.lay(card_in_spokes(4 * _BEAT, 7.6, 5), 0, 0.10)
    tape.fade_out(1.2)
    return tape


def _tune(tape: Tape, notes: list[str], at: float, gain: float = 1.0) -> None:
    """One bar of the tune, a note a beat; a hold lengthens the note before it."""
    for beat, note in enumerate(notes):
        if note in ".-":
            continue
        held = 1
        while beat + held < len(notes) and notes[beat + held] == "-":
            held += 1
        tape.lay(reed([note], held * _BEAT + 0.12, True, bright=0.62), at + beat * _BEAT, 0.16 * gain, pan=0.1)


def _bells(tape: Tape) -> None:
    """Every bell of the film on the frame on which it is seen."""
    for at in east_bell.STRUCK:
        tape.lay(bicycle_bell(EAST), seconds_of("SQ01-0040", at), 0.40, pan=-0.1)
    begins, ends = seconds_of("SQ02-0010", HANDLE), seconds_of("SQ02-0020", HANDLE)
    steps = round((ends - begins) / (_BEAT / 2))
    for n in range(steps):
        # The note on the wire: what is left of a bell when only its partials travel.
        quiet = 0.020 + 0.030 * math.sin(math.pi * n / steps)
        tape.lay(bicycle_bell(EAST, 0.8), begins + n * _BEAT / 2, quiet, pan=-0.8 + 1.6 * n / steps)
    for at in dyke.ANSWERS:
        tape.lay(bicycle_bell(WEST), seconds_of("SQ02-0020", at), 0.34, pan=0.1)
    for at, note, pan in zip(onesun.STRUCK, (EAST, WEST), (-0.6, 0.6), strict=True):
        tape.lay(bicycle_bell(note, 5.0), seconds_of("SQ03-0030", at), 0.34, pan=pan)


def _wheels(tape: Tape) -> None:
    lengths = {shot.code: shot.frames / FPS for shot in PLAN.shots}
    tape.lay(card_in_spokes(lengths["SQ01-0020"], 6.6, 5), seconds_of("SQ01-0020", HANDLE), 0.22)
    for code, gain, seed in (("SQ01-0030", 0.12, 7), ("SQ02-0030", 0.14, 8), ("SQ03-0020", 0.06, 9)):
        tape.lay(freewheel(lengths[code], seed), seconds_of(code, HANDLE), gain)
    for n, frame in enumerate((20, 36, 60)):
        at = seconds_of("SQ03-0010", frame)
        water = breath(1.1, 60 + n, 700, 5000) * np.exp(-np.arange(round(1.1 * 48000)) / 48000 * 5.5)[:, None]
        tape.lay(water, at, 0.30, pan=-0.1)


def _places(tape: Tape) -> None:
    east = 9 * _BAR
    tape.lay(breath(east, 21, 500, 3200, 0.3) * shaped(east, 1.5, 2.5)[:, None], 0, 0.045)
    west = 5 * _BAR
    tape.lay(breath(west, 23, 180, 1200, 0.4) * shaped(west, 1.5, 1.5)[:, None], seconds_of("SQ02-0020", HANDLE), 0.11)
    night = 5 * _BAR
    tape.lay(crickets(night, 4) * shaped(night, 2.0, 3.0)[:, None], seconds_of("SQ03-0020", HANDLE) - 1, 0.016)
