"""What a board's panel says, whatever it is drawn with: which frame it is drawn after, and what is written on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Arrow:
    """A movement, drawn over the panel: from and to are fractions of it."""

    start: tuple[float, float]
    end: tuple[float, float]
    bend: float = 0.0


@dataclass(frozen=True)
class Panel:
    frame: int
    """Frame of the scene after which it is drawn."""
    head: str
    notes: Sequence[str]
    """Lines of writing; in the margin of a crayon's board one that begins with `>` is about movement and is red."""
    arrows: Sequence[Arrow] = ()
    rings: Sequence[tuple[float, float, float]] = ()
    """Things to look at: x and y in fractions of the panel, radius in its heights."""
    lines: Sequence[Sequence[tuple[float, float]]] = ()
    """What is not in the picture yet and was only drawn: polylines in fractions of the panel. Pencil only."""
    beats: int = 0
    """Ticks under the panel, one a beat. Crayons only."""
    marked: Sequence[int] = ()
    """The beats whose ticks are long and red. Crayons only."""
