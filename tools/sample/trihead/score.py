"""The sound of Tri-Head: 120 beats a minute; three, four and five beats that meet after sixty.

The red head has the drum and an open A, the green the block and an I that slides up, the ink the large gong and an U.
"""

from __future__ import annotations

from sample.encode import FPS
from sample.sound import Tape, breath, pad, shaped
from sample.trihead.clock import BEAT, EVERY, ROUND
from sample.trihead.ending import LOOK, SHUT, TURNS
from sample.trihead.instruments import block, chirp, drum, gong, rattle, voice
from sample.trihead.palette import HEADS
from sample.trihead.plan import ARGUMENT, PLAN
from sample.trihead.quarrel import FACE_FROM, SPLIT_FROM
from sample.trihead.silence import BODY_FROM, STRIKE, THIRDS_FROM

SECONDS_A_BEAT = BEAT / FPS
_RED = (164.8, 196.0, 164.8, 220.0)
_GREEN = (329.6, 392.0, 440.0, 392.0)
_INK = (82.4, 73.4, 82.4, 98.0)


def at(beat: float) -> float:
    """When a beat of the film is heard, in seconds."""
    return beat * SECONDS_A_BEAT


def _shot(code: str) -> float:
    return PLAN.first_frame(code) / BEAT


def strike(tape: Tape, head: str, beat: float, gain: float, n: int, *, sung: float = 1.0) -> None:
    """One stroke of a head: its instrument, and its vowel as loud as `sung`."""
    if head == "red":
        tape.lay(drum(78 + 4 * (n % 3)), at(beat), 0.75 * gain, -0.35)
        tape.lay(block(520), at(beat), 0.16 * gain, -0.35)
        tape.lay(voice(_RED[n % 4], "a", 0.9, to="o"), at(beat), 0.34 * gain * sung, -0.4)
    elif head == "green":
        tape.lay(block(880 + 110 * (n % 3)), at(beat), 0.55 * gain, 0.0)
        tape.lay(gong(760, 1.3, 0.16, 2), at(beat), 0.18 * gain, 0.1)
        tape.lay(voice(_GREEN[n % 4], "i", 1.1, bend=0.12), at(beat), 0.36 * gain * sung, 0.05)
    else:
        tape.lay(gong(118, 3.2, -0.10, 4), at(beat), 0.24 * gain, 0.35)
        tape.lay(voice(_INK[n % 4], "u", 1.7, to="o", edge=0.2), at(beat), 0.42 * gain * sung, 0.4)


def _loudness(head: str, beat: float) -> float:
    """How loud a head's stroke is on this beat of the argument: who tells is heard, who waits only counts."""
    if beat < SPLIT_FROM:
        teller = "red" if beat < 9 else "green" if beat < 17 else "ink"
        return 1.0 if head == teller else 0.16
    if beat < BODY_FROM + STRIKE:
        return 0.85 if beat < FACE_FROM else 0.95
    if beat < THIRDS_FROM:
        return 0.0
    return 0.42 if beat >= THIRDS_FROM + 1.5 * HEADS.index(head) else 0.0


def counts(tape: Tape, *, sung: float = 1.0) -> None:
    """The sixty beats of the argument."""
    for head in HEADS:
        for n, beat in enumerate(range(0, ROUND, EVERY[head])):
            gain = _loudness(head, beat)
            if gain:
                strike(tape, head, ARGUMENT + beat, gain, n, sung=sung if gain > 0.3 else 0.0)
    for beat in range(FACE_FROM, BODY_FROM + int(STRIKE)):
        tape.lay(block(1250 + 90 * (beat % 3)), at(ARGUMENT + beat), 0.16, 0.2 * (-1) ** beat)
        tape.lay(block(1250), at(ARGUMENT + beat + 0.5), 0.09)


def full_mix() -> Tape:
    """Everything, as long as the film."""
    tape = music()
    places = Tape(PLAN.frames / FPS)
    came = _shot("SQ01-0030")
    places.lay(breath(3.6, 11, 300, 2600, 0.5) * shaped(3.6, 1.2, 1.2)[:, None], at(came), 0.05)
    for n in range(9):
        places.lay(
            breath(0.16, 40 + n, 900, 5000) * shaped(0.16, 0.03, 0.1)[:, None],
            at(came + 0.35 + 0.66 * n),
            0.07,
            -0.8 + 0.2 * n,
        )
    cloth = _shot("SQ02-0030")
    places.lay(breath(5.2, 13, 2500, 9000, 0.9) * shaped(5.2, 0.3, 0.6)[:, None], at(cloth), 0.018)
    hand = ARGUMENT + BODY_FROM + STRIKE + 2
    places.lay(chirp(3300, 3), at(hand + 1.1), 0.09, 0.1)
    places.lay(chirp(3500, 2, 12), at(hand + 2.1), 0.07, 0.1)
    end = _shot("SQ03-0010")
    places.lay(chirp(3100, 2, 15), at(end + LOOK - 0.9), 0.06)
    places.in_a_room(1.2, 0.2, 8)
    tape.samples += places.samples
    tape.fade_out(1.2)
    return tape


def music() -> Tape:
    """Percussion and voices."""
    tape = Tape(PLAN.frames / FPS)
    _curtain(tape)
    _calls(tape)
    came = _shot("SQ01-0030")
    tape.lay(pad(["E2", "B2", "E3"], 3.6, 0.8, 0.8, 0.3), at(came), 0.20)
    for n in range(5):
        tape.lay(block(1900 - 60 * n, 0.5), at(came + 1 + n), 0.07, -0.6 + 0.3 * n)
    counts(tape)
    stroke = ARGUMENT + BODY_FROM + STRIKE
    tape.lay(gong(86, 5.5, -0.16, 7), at(stroke), 0.80)
    tape.lay(drum(52, 1.6), at(stroke), 0.7)
    for n in range(3):
        tape.lay(drum(46, 0.5), at(stroke + 2.4 + n), 0.22)
        tape.lay(drum(46, 0.5), at(stroke + 2.75 + n), 0.14)
    _agreement(tape)
    tape.in_a_room(1.7, 0.34, 3)
    tape.fade_out(1.4)
    return tape


def _curtain(tape: Tape) -> None:
    tape.lay(rattle(0.5, 0.09, 0.04), 0.0, 0.22)
    for n in range(1, 6):
        tape.lay(block((660, 740, 590, 880, 990)[n - 1]), at(n), 0.34, 0.15 * (n - 3))
        tape.lay(drum(70), at(n), 0.30)
    tape.lay(rattle(0.95, 0.11, 0.035), at(5.0), 0.24)
    tape.lay(gong(120, 4.0, -0.12, 6), at(7), 0.42)
    tape.lay(gong(700, 1.6, 0.18, 2), at(7), 0.16)


def _calls(tape: Tape) -> None:
    """Each head says its vowel once, with its own instrument; then all three, not together."""
    first = _shot("SQ01-0020")
    for n, head in enumerate(("red", "green", "ink")):
        strike(tape, head, first + 3 * n, 0.95, 0)
        tape.lay(block(1100), at(first + 3 * n + 2), 0.12)
        tape.lay(block(1100), at(first + 3 * n + 2.5), 0.12)
    for n, head in enumerate(("red", "green", "ink")):
        strike(tape, head, first + 8 + 0.25 * n, 0.5, 2)


def _agreement(tape: Tape) -> None:
    """The sixtieth beat: three strokes are one, and the vowels make a chord that opens."""
    first = _shot("SQ03-0010")
    for head in ("red", "green", "ink"):
        strike(tape, head, first, 0.9, 0, sung=0)
    tape.lay(gong(98, 5.0, -0.10, 9), at(first), 0.50)
    for hertz, vowel, pan, gain in ((164.8, "a", -0.4, 0.26), (246.9, "i", 0.1, 0.16), (82.4, "u", 0.4, 0.34)):
        tape.lay(voice(hertz, vowel, 3.0, edge=0.08), at(first), gain, pan)
    for n, beat in enumerate(TURNS):
        strike(tape, ("green", "ink", "red")[n], first + beat, 0.45, n, sung=0.7)
        tape.lay(gong(760, 1.2, 0.16, 2), at(first + beat), 0.06)
    for hertz, vowel, pan, gain in (
        (164.8, "o", -0.4, 0.24),
        (207.7, "o", 0.1, 0.20),
        (82.4, "o", 0.4, 0.34),
        (246.9, "o", 0.0, 0.14),
    ):
        tape.lay(voice(hertz, vowel, 2.4, to="a", edge=0.25), at(first + LOOK), gain, pan)
    tape.lay(drum(56, 1.4), at(first + LOOK), 0.55)
    tape.lay(gong(112, 3.5, -0.08, 6), at(first + LOOK), 0.30)
    tape.lay(block(620), at(first + SHUT), 0.40)
    tape.lay(block(620), at(first + SHUT + 0.5), 0.20)


def sketch() -> Tape:
    """Three, four and five on three blocks of wood, twice as fast, until they meet: the idea, and nothing else."""
    tape = Tape(17.0)
    for n, head in enumerate(HEADS):
        for beat in range(0, ROUND + 1, EVERY[head]):
            loud = 0.55 if beat in (0, ROUND) else 0.3
            tape.lay(block((520, 880, 330)[n]), 0.4 + beat * SECONDS_A_BEAT / 2, loud, (-0.5, 0.0, 0.5)[n])
    tape.in_a_room(1.0, 0.25, 11)
    return tape


def voices() -> Tape:
    """The three vowels alone, low, middle and high, to hear which belongs to whom."""
    tape = Tape(11.0)
    moment = 0.3
    for vowel, notes in (("a", (110.0, 164.8)), ("i", (220.0, 329.6)), ("u", (82.4, 123.5))):
        for hertz in notes:
            tape.lay(voice(hertz, vowel, 1.5), moment, 0.5)
            moment += 1.7
    tape.in_a_room(1.2, 0.25, 12)
    return tape
