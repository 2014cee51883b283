"""From a scene's light to pictures: the part that is shown, the look it is developed in, the fault it suffers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from sample.defects import Clock, Fault
from sample.lens import Look, Picture, exposed, grained
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

    def moments(self, last: int | None = None) -> list[int]:
        """The scene's frames that are shown; a clock leads to none after the `last`."""
        own = range(self.start, self.start + self.frames)
        if not self.clock:
            return list(own)
        told = [self.clock(moment) for moment in own]
        return told if last is None else [min(last, moment) for moment in told]


def pictures(frame: Frames, part: Part, look: Look, *, last: int, seed: int) -> Iterator[Picture]:
    """The pictures of a part of a scene whose last frame is `last`; `seed` decides the grain."""
    return (picture for _, picture in together(frame, [part], look, last=last, seed=seed))


def together(
    frame: Frames, parts: Sequence[Part], look: Look, *, last: int, seed: int
) -> Iterator[tuple[int, Picture]]:
    """Pictures of several parts of one scene, each with the number of its part; each moment is painted once."""
    painted = -1
    for moment, shown_in in in_step([part.moments(last) for part in parts]):
        while any(part.remembers for part in parts) and painted < moment - 1:
            painted += 1
            frame(painted)
        shown, painted = exposed(frame(moment), look), moment
        for n, i in shown_in:
            picture, fault = grained(shown, look, seed, i), parts[n].fault
            yield n, fault(picture, i, parts[n].frames) if fault else picture


def in_step(clips: Sequence[Sequence[int]]) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """Each moment that some clip shows, in order, and where: (number of the clip, its frame).

    A clip is the moments that it shows; none goes back in time.
    """
    shown: dict[int, list[tuple[int, int]]] = {}
    for n, moments in enumerate(clips):
        for i, moment in enumerate(moments):
            shown.setdefault(moment, []).append((n, i))
    for moment in sorted(shown):
        yield moment, shown[moment]


def clean(look: Look) -> Look:
    """As a model delivers it: without grain, which is added when the film is finished."""
    return replace(look, grain=0.8)
