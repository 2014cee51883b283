"""When things happen: ninety beats a minute, sixteen frames a beat, and three knocks."""

from __future__ import annotations

from sample.paint import chance, smooth

BEAT = 16
KNOCKS = (40, 56, 72)
"""Frames of the knocking scene on which the knuckle meets the wood; the same three are heard wherever one knocks."""

ANSWER = (96, 104, 112)
"""Frames of the last scene on which the machine knocks: twice as fast, because it has learnt that one may."""


def knocks(seed: int, count: int = 3, first: int = 40, last: int = 110) -> tuple[int, ...]:
    """The moments of the knocks, or others where the take's hand never listened."""
    if not seed:
        return KNOCKS
    return tuple(sorted(int(frame) for frame in chance(seed, 43).integers(first - 26, last, count + 2)))


def tapped(frame: float, moments: tuple[int, ...]) -> float:
    """How close a hand is to the wood, 0 lifted to 1 touching: it falls in four frames and springs back in nine."""
    return max((smooth(-5, 0, frame - m) * (1 - smooth(0, 9, frame - m)) for m in moments), default=0.0)


def rung(frame: float, moments: tuple[int, ...], frames: float = 34) -> list[tuple[float, float]]:
    """The waves that run just now: how old each is in frames, and how strong."""
    return [(frame - m, max(0.0, 1 - (frame - m) / frames)) for m in moments if 0 <= frame - m < frames]


def eased(frame: float, first: float, last: float) -> float:
    return smooth(first, last, frame)
