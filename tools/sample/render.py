"""From a scene's light to pictures: the part that is shown, the look it is developed in, the fault it suffers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from sample.defects import Clock, Fault
from sample.lens import Look, Picture, developed
from sample.paint import Array

Frames = Callable[[int], Array]
"""Gives the scene light of frame n."""


@dataclass(frozen=True)
class Part:
    """Which part of a scene a clip shows, and what goes wrong in it."""

    start: int
    frames: int
    fault: Fault | None = None
    clock: Clock | None = None
    remembers: bool = False
    """The scene's frames depend on the ones before (star trails), so they are painted in order from the first."""


def pictures(frame: Frames, part: Part, look: Look, *, last: int, seed: int) -> Iterator[Picture]:
    """The pictures of a part of a scene whose last frame is `last`; `seed` decides the grain."""
    painted = -1
    for i in range(part.frames):
        wanted = part.start + i
        if part.clock:
            wanted = min(last, part.clock(wanted))
        while part.remembers and painted < wanted - 1:
            painted += 1
            frame(painted)
        picture = developed(frame(wanted), look, seed, i)
        painted = wanted
        yield part.fault(picture, i, part.frames) if part.fault else picture


def clean(look: Look) -> Look:
    """As a model delivers it: without grain, which is added when the film is finished."""
    return replace(look, grain=0.8)
