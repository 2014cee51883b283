"""The music of Lightcone: 72 beats a minute, twenty frames a beat, and the rhythm of a word.

D minor until the river, where the mother's word is first played in D major; the keeper's answer closes the circle.
"""

from __future__ import annotations

from sample import morse
from sample.lightcone import answer, eyepiece, lantern, panel
from sample.lightcone.plan import PLAN
from sample.planning import HANDLE
from sample.sound import Tape, bell, boom, breath, crickets, pad, pluck, relay, rise, shaped, tone

FPS = 24
_BEAT = 20 / FPS


def seconds_of(code: str, frame: float = 0) -> float:
    """When frame `frame` of a shot's scene is heard in the film."""
    return (PLAN.first_frame(code) + frame - HANDLE) / FPS


def full_mix() -> Tape:
    """Music and sound together, as long as the film."""
    tape = music()
    effects = Tape(PLAN.frames / FPS)
    _signals(effects)
    _places(effects)
    effects.in_a_room(1.6, 0.28, 5)
    tape.samples += effects.samples
    tape.fade_out(2.2)
    return tape


def music() -> Tape:
    """The music alone."""
    tape = Tape(PLAN.frames / FPS)
    chords = (
        ("SQ01-0010", ["D2", "A2", "D3", "F3", "E4"], 0.9), ("SQ01-0020", ["Bb1", "F2", "D3", "A3"], 0.8),
        ("SQ01-0030", ["G1", "D2", "Bb2"], 0.55), ("SQ02-0010", ["D2", "A2", "E3"], 0.5),
        ("SQ02-0020", ["F2", "C3", "A3", "G4"], 0.85), ("SQ02-0030", ["D2", "A2", "F#3", "C#4"], 0.62),
        ("SQ02-0040", ["G2", "B2", "F#3", "D4"], 0.6), ("SQ03-0010", ["Bb1", "F2", "D3", "A3", "C4"], 0.95),
        ("SQ03-0020", ["G1", "D2", "B2", "A3", "F#4"], 1.0), ("SQ03-0030", ["D2", "A2", "D3", "F#3", "E4", "A4"], 1.05),
    )  # fmt: skip
    lengths = {shot.code: shot.frames / FPS for shot in PLAN.shots}
    for code, notes, gain in chords:
        # The flight breaks off into silence; the river waits two beats before it has a chord.
        breaks, waits = code == "SQ02-0020", code == "SQ02-0030"
        begins = max(0.0, seconds_of(code, HANDLE) + (2 * _BEAT if waits else -0.5))
        ends = seconds_of(code, HANDLE) + lengths[code] + (0.05 if breaks else 1.9)
        tape.lay(pad(notes, ends - begins, 1.2, 0.3 if breaks else 2.4), begins, gain * 0.5)
    _melody(tape)
    tape.lay(boom(), seconds_of("SQ01-0010", HANDLE + 68), 0.26)
    tape.lay(rise(lengths["SQ02-0020"], 7), seconds_of("SQ02-0020", HANDLE), 0.42)
    tape.lay(boom(4.5), seconds_of("SQ02-0030", HANDLE), 0.24)
    tape.lay(boom(), seconds_of("SQ03-0020", answer.START), 0.24)
    tape.in_a_room(3.4, 0.55, 3)
    tape.fade_out(2.2)
    return tape


def sketch() -> Tape:
    """The first idea for the music: the word alone, on one string."""
    tape = Tape(16)
    _spelled(tape, "HOME", 0.6, 5 / FPS, "D4")
    _spelled(tape, "HERE", 9.2, 5 / FPS, "A3")
    tape.in_a_room(1.8, 0.4, 11)
    return tape


def signal_test() -> Tape:
    """The star's signal at three speeds, to hear which can still be read."""
    tape = Tape(17)
    at = 0.4
    for frames in (2, 3, 5):
        at += _beeped(tape, "HOME", at, frames / FPS, 660, 0.6) + 0.9
    return tape


def _melody(tape: Tape) -> None:
    opening = ("A4", "D5", "E5", "F5", "E5", "A4", "C5", "D5")
    for n, note in enumerate(opening):
        tape.lay(bell(note, 3.2, 0.7), n * _BEAT, 0.10 + 0.012 * n, pan=0.5 * (-1) ** n)
    for n, note in enumerate(("D3", "F3", "A3", "E4", "D4", "A3") * 2):
        tape.lay(pluck(note), seconds_of("SQ01-0020", HANDLE) + n * _BEAT / 2, 0.16, pan=-0.3)
    _spelled(tape, "HOME", seconds_of("SQ02-0010", eyepiece.START), eyepiece.FRAMES_A_UNIT / FPS, "A4", gain=0.10)
    for n, note in enumerate(("D4", "A3", "F#4", "E4", "A4", "D4")):
        tape.lay(
            pluck(note, 3.2, 0.42), seconds_of("SQ02-0030", HANDLE) + (n + 2.02) * _BEAT, 0.21, pan=0.25 * (-1) ** n
        )
    _spelled(tape, "HOME", seconds_of("SQ02-0040", lantern.START), lantern.FRAMES_A_UNIT / FPS, "F#4", gain=0.14)
    for n, note in enumerate(("D5", "F5", "A5", "C6", "A5", "E5", "F5")):
        tape.lay(bell(note, 4.0, 0.6), seconds_of("SQ03-0010", HANDLE) + n * _BEAT, 0.12, pan=0.6 * (-1) ** n)
    _spelled(tape, "HERE", seconds_of("SQ03-0020", answer.START), answer.FRAMES_A_UNIT / FPS, "D4", gain=0.20)
    for n, note in enumerate(("F#5", "E5", "D5", "A4", "F#5", "A5")):
        tape.lay(bell(note, 4.5, 0.5), seconds_of("SQ03-0030", HANDLE) + n * _BEAT, 0.13, pan=0.4 * (-1) ** n)


def _spelled(tape: Tape, word: str, at: float, unit: float, note: str, gain: float = 0.3) -> None:
    """The word's rhythm as struck notes; a dash rings an octave below as well."""
    for start, length in _marks(word):
        tape.lay(pluck(note, 2.4), at + start * unit, gain)
        if length > 1:
            tape.lay(pluck(note[:-1] + str(int(note[-1]) - 1), 2.8), at + start * unit, gain * 0.8)


def _beeped(tape: Tape, word: str, at: float, unit: float, hertz: float, gain: float) -> float:
    """The word as a signal; how many seconds it took."""
    for start, length in _marks(word):
        tape.lay(tone(hertz, length * unit), at + start * unit, gain)
    return len(morse.units(word)) * unit


def _marks(word: str) -> list[tuple[int, int]]:
    """Start and length, in units, of each dot and dash."""
    marks: list[tuple[int, int]] = []
    for index, lit in enumerate(morse.units(word)):
        if lit and marks and sum(marks[-1]) == index:
            marks[-1] = (marks[-1][0], marks[-1][1] + 1)
        elif lit:
            marks.append((index, 1))
    return marks


def _signals(tape: Tape) -> None:
    unit = eyepiece.FRAMES_A_UNIT / FPS
    _beeped(tape, "HOME", seconds_of("SQ02-0010", eyepiece.START), unit, 880, 0.055)
    for start, _ in _marks("HOME"):
        tape.lay(relay(40 + start)[: 48 * 90], seconds_of("SQ02-0040", lantern.START) + start * unit, 0.10)
    for start, _ in _marks("HERE"):
        tape.lay(
            relay(60 + start)[: 48 * 120],
            seconds_of("SQ03-0020", answer.START) + start * answer.FRAMES_A_UNIT / FPS,
            0.07,
        )


def _places(tape: Tape) -> None:
    wind = breath(14, 21, 180, 900)
    tape.lay(wind * shaped(14, 2.0, 3.0)[:, None], 0, 0.10)
    steps = seconds_of("SQ01-0020", HANDLE)
    for n in range(8):
        tape.lay(relay(80 + n)[: 48 * 160], steps + 0.25 + n * 0.58, 0.055, pan=-0.4 + 0.06 * n)
    for n in range(panel.LAMPS):
        tape.lay(
            relay(n), seconds_of("SQ01-0030", panel.FIRST_FRAME + panel.FRAMES_A_LAMP * n), 0.42, pan=-0.6 + 0.17 * n
        )
    night = 280 / FPS
    at = seconds_of("SQ02-0030", HANDLE)
    tape.lay(crickets(night, 3) * shaped(night, 1.5, 1.5)[:, None], at, 0.022)
    tape.lay(breath(night, 31, 300, 1600, 0.4) * shaped(night, 1.0, 1.5)[:, None], at, 0.07)
    high = 420 / FPS
    tape.lay(breath(high, 33, 200, 1100) * shaped(high, 3.0, 4.0)[:, None], seconds_of("SQ03-0010", HANDLE), 0.08)
