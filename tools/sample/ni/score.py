"""The music of N.I.: ninety beats a minute, sixteen frames a beat, and what wood says when it is knocked.

The clockwork keeps to the beat until the wood splits; after the three knocks it learns to wait.
"""

from __future__ import annotations

from sample.ni import forcing, grain, timing, together, waking
from sample.ni.plan import PLAN
from sample.planning import HANDLE
from sample.sound import Tape, boom, breath, pad, shaped
from sample.wooden import crack, creak, knock, string, stroke, tick

FPS = 24
_BEAT = timing.BEAT / FPS
FITS, TIGHT = 196.0, 330.0
"""What a joint says when it is right, and when it is too tight, in hertz."""


def seconds_of(code: str, frame: float = 0) -> float:
    """When frame `frame` of a shot's scene is heard in the film."""
    return (PLAN.first_frame(code) + frame - HANDLE) / FPS


def begins(code: str) -> float:
    return seconds_of(code, HANDLE)


def full_mix() -> Tape:
    """Music and sound together, as long as the film."""
    tape = music()
    effects = Tape(PLAN.frames / FPS)
    _places(effects)
    _knocks(effects)
    effects.in_a_room(0.9, 0.30, 5)
    tape.samples += effects.samples
    tape.fade_out(1.6)
    return tape


def music() -> Tape:
    """The music alone."""
    tape = Tape(PLAN.frames / FPS)
    chords = (
        ("SQ01-0010", ["E2", "B2", "G3"], 0.55), ("SQ01-0020", ["E2", "B2", "D3"], 0.45),
        ("SQ01-0030", ["C2", "G2", "E3"], 0.65), ("SQ02-0010", ["A1", "E2", "C3", "G3"], 0.70),
        ("SQ02-0020", ["F#1", "C2", "F#2"], 0.60), ("SQ02-0040", ["E1", "B1", "E2", "B2"], 0.75),
        ("SQ03-0010", ["C2", "G2", "D3", "E3"], 0.70), ("SQ03-0020", ["A1", "E2", "B2", "E3"], 0.60),
        ("SQ03-0030", ["E2", "B2", "G#3", "E3"], 0.75),
    )  # fmt: skip
    lengths = {shot.code: shot.frames / FPS for shot in PLAN.shots}
    for code, notes, gain in chords:
        # Where the wood splits, everything stops; nothing plays while he knocks.
        long = (forcing.SPLITS - HANDLE) / FPS if code == "SQ02-0020" else lengths[code] + 1.2
        tape.lay(pad(notes, long, 0.9, 0.08 if code == "SQ02-0020" else 1.6, 0.3), begins(code), gain * 0.42)
    _clockwork(tape)
    _strings(tape)
    tape.lay(boom(4.0), begins("SQ02-0040"), 0.34)
    tape.lay(boom(3.0), begins("SQ01-0010") + 44 / FPS, 0.22)
    tape.lay(boom(3.5), seconds_of("SQ03-0020", together.CLOSES), 0.30)
    tape.in_a_room(2.2, 0.42, 3)
    tape.fade_out(1.6)
    return tape


def sketch() -> Tape:
    """The first idea for the music: a clock, and a string that will not keep time with it."""
    tape = Tape(14)
    for n in range(30):
        tape.lay(tick(n % 4, 0.2), 0.5 + n * _BEAT * 0.6, 0.5)
    for n, note in enumerate(("E3", "G3", "B3", "A3", "E3", "D3", "B2", "E3")):
        tape.lay(string(note), 1.0 + n * 1.37, 0.5)
    tape.in_a_room(1.2, 0.3, 11)
    return tape


def knock_test() -> Tape:
    """Three knocks on three pieces: too tight, too loose, right. Which is which can be heard."""
    tape = Tape(11)
    for group, (hertz, hollow) in enumerate(((TIGHT, 0.05), (126.0, 0.95), (FITS, 0.6))):
        for n in range(3):
            tape.lay(knock(hertz, 0.9, hollow, n), 0.5 + group * 3.4 + n * _BEAT, 0.9)
    tape.in_a_room(0.7, 0.25, 13)
    return tape


def _clockwork(tape: Tape) -> None:
    """A tooth every half beat while the machine is at work, heavier on the beat; then slower than the beat."""
    for code, gain in (("SQ01-0030", 0.20), ("SQ02-0010", 0.26), ("SQ02-0020", 0.26)):
        shot = PLAN.shot_of(code)
        last = forcing.SPLITS - HANDLE if code == "SQ02-0020" else shot.frames
        for n, frame in enumerate(range(0, last, 8)):
            heavy = 0.8 if n % 2 == 0 else 0.15
            tape.lay(
                tick(n % 5, heavy), begins(code) + frame / FPS, gain * (1.0 if n % 2 == 0 else 0.6), 0.4 * (-1) ** n
            )
    for code, step in (("SQ02-0040", 16), ("SQ03-0010", 16), ("SQ03-0030", 32)):
        shot = PLAN.shot_of(code)
        for n, frame in enumerate(range(step, shot.frames, step)):
            tape.lay(tick(n % 5, 0.9), begins(code) + frame / FPS, 0.13, 0.3 * (-1) ** n)
    for n in range(4):
        tape.lay(knock(392 * 2 ** (n / 12 * 2), 0.5, 0.3, n), seconds_of("SQ01-0030", waking.FIRST + 16 * n + 12), 0.20)


def _strings(tape: Tape) -> None:
    lines = (
        ("SQ01-0010", ("E3", "B3", "A3", "G3", "E3", "D3", "E3", "G3", "B3", "E4"), 1.0, 0.24),
        ("SQ01-0020", ("B3", "A3", "G3", "E3", "G3", "A3", "B3"), 1.0, 0.20),
        ("SQ01-0030", ("C3", "G3", "C4", "E4", "G4", "E4", "C4", "G3"), 1.0, 0.20),
        ("SQ02-0010", ("A3", "C4", "E4", "A4", "G4", "E4", "C4", "B3") * 2, 0.5, 0.19),
        ("SQ02-0020", ("F#3", "F#3", "C4", "C4", "F#4", "F#4", "G4"), 0.5, 0.20),
        ("SQ02-0040", ("E2", "B2", "E3", "G3", "E2", "B2", "E3", "B3"), 1.0, 0.26),
        ("SQ03-0010", ("E3", "G3", "D4", "E4", "D4", "B3", "G3", "A3", "B3"), 1.0, 0.22),
        ("SQ03-0020", ("A3", "B3", "E4"), 1.0, 0.22),
        ("SQ03-0030", ("E4", "B3", "G#3", "E3", "B3", "E3"), 1.0, 0.26),
    )
    for code, notes, every, gain in lines:
        for n, note in enumerate(notes):
            # The old hand's strings come late and early by as much as it trembles; the machine's do not.
            late = 0.055 * ((n * 7) % 5 - 2) / 2 if code in ("SQ03-0010", "SQ01-0010") else 0.0
            tape.lay(string(note), begins(code) + n * every * _BEAT + late, gain, 0.3 * (-1) ** n)


def _knocks(tape: Tape) -> None:
    for n, frame in enumerate(timing.KNOCKS):
        tape.lay(knock(FITS, 1.2, 0.75, n), seconds_of("SQ02-0030", frame), 0.62, -0.1)
    for n, frame in enumerate(grain.PULSES):
        tape.lay(knock(FITS / 2, 1.6, 1.0, n), seconds_of("SQ02-0040", frame), 0.40 if n < 3 else 0.24)
    tape.lay(knock(TIGHT, 0.4, 0.05, 3), seconds_of("SQ02-0020", 34), 0.42)
    tape.lay(creak(26 / FPS, 5), seconds_of("SQ02-0020", 34), 0.26, 0.2)
    tape.lay(crack(3), seconds_of("SQ02-0020", forcing.SPLITS), 0.62)
    tape.lay(creak(2.2, 9, 34, 70), seconds_of("SQ03-0020", 8), 0.12)
    tape.lay(knock(FITS, 1.4, 0.8, 2), seconds_of("SQ03-0020", together.CLOSES), 0.66)
    tape.lay(knock(FITS, 1.2, 0.75, 1), seconds_of("SQ03-0030", 56), 0.50, -0.35)
    for n, frame in enumerate(timing.ANSWER):
        tape.lay(knock(FITS * 1.5, 0.9, 0.6, n), seconds_of("SQ03-0030", frame), 0.34, 0.4)


def _places(tape: Tape) -> None:
    for n in range(3):
        tape.lay(stroke(1.5, 30 + n), begins("SQ01-0010") + 0.5 + n * 2.0, 0.11, -0.2)
    tape.lay(stroke(4.1, 41), begins("SQ01-0020") + 0.25, 0.30)
    air = breath(54, 51, 160, 700, 0.08)
    tape.lay(air * shaped(54, 1.5, 2.5)[:, None], 0, 0.05)
    birds = breath(6.0, 53, 2400, 4600, 1.7)
    tape.lay(birds * shaped(6.0, 1.0, 2.0)[:, None], 0.2, 0.016, 0.6)
    for n in range(4):
        tape.lay(tick(20 + n, 0.5), begins("SQ01-0010") + 4.8 + n * 0.31, 0.08, 0.5)
