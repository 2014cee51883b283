"""The film's time: beats of twelve frames, and three heads that count them differently.

From the first telling on, the red head speaks on every third beat, the green on every fourth, the ink on every
fifth. Three, four and five meet again after sixty beats, and there the last shot begins.
"""

from __future__ import annotations

import math

from sample.lens import Picture
from sample.trihead.variation import Drawings

BEAT = 12
HANDLE = 6
"""Frames that a kept take has before and after the part that is in the film."""

EVERY = {"red": 3, "green": 4, "ink": 5}
"""Each head speaks on every so-many-th beat."""
HOLD = {"red": 2, "green": 3, "ink": 1}
"""Each head's drawings stand for so many frames: it is also in this that the heads differ."""
ROUND = math.lcm(*EVERY.values())


def beat_of(i: int, since: float = 0.0) -> float:
    """The beat of a scene's frame `i`, where the shot begins `since` beats into the argument."""
    return since + (i - HANDLE) / BEAT


def after_stroke(head: str, beat: float, shift: float = 0.0) -> float:
    """Beats since the head last spoke."""
    return (beat + shift) % EVERY[head]


def voice(head: str, beat: float, shift: float = 0.0) -> float:
    """How wide the head's mouth stands open, 0 to 1: wide on its stroke, closed a beat and a half later."""
    since = after_stroke(head, beat, shift)
    return max(0.0, min(1.0, 8 * since + 0.25) * math.exp(-((since / 0.95) ** 3)))


def kick(since: float, length: float = 0.5) -> float:
    """1 on the stroke, 0 after `length` beats."""
    return max(0.0, 1 - since / length) ** 2


def eased(x: float) -> float:
    """0 before 0, 1 after 1, a swing beyond its goal between, as card does that is pulled by a thread."""
    if x <= 0:
        return 0.0
    return 1.0 if x >= 1 else 1 - (1 - x) ** 3 * math.cos(4.2 * x)


def held(frame: Drawings, frames: int) -> Drawings:
    """The scene with each drawing standing for some frames."""
    last: dict[int, Picture] = {}

    def stood(i: int) -> Picture:
        drawing = i - i % frames
        if drawing not in last:
            last.clear()
            last[drawing] = frame(drawing)
        return last[drawing]

    return stood
