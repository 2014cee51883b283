"""What can be different from the kept picture: each field at its default is the film, each other value a mistake."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sample.lens import Picture

Drawings = Callable[[int], Picture]
"""Gives the picture of frame n."""


@dataclass(frozen=True)
class Variation:
    heads: int = 3
    eyes: int = 2
    birds: int = 1
    fingers: int = 4
    skew: float = 0.0
    """How far the left half of a face has slipped: paper that was not folded."""
    swapped: bool = False
    """The red and the green head have changed colours."""
    mirrored: bool = False
    """Right is left."""
    borrowed: bool = False
    """Every head is cut in the manner of the green one."""
    off_beat: float = 0.0
    """Beats by which mouths and cuts are late."""
    shadow: float = 1.0
    """1 away from the lamp, -1 towards it, 0 none at all."""
    boil: float = 0.0
    """How far every outline trembles from frame to frame, in heights."""
    crowd: int = 1
    """How many times more of it: flags, flowers, fish."""
    camera: float = 1.0
    """1 as boarded, -1 the other way, 0 a camera that stands."""
    ground: tuple[int, int, int] | None = None
    """Another colour behind it all."""
    soft_light: bool = False
    """Shadows with soft edges, as under an overcast sky: nothing is cut any more."""
    folds: int = 6
    edited: bool = False
    """With what the edit adds: title, end card. Takes are without."""


AS_BOARDED = Variation()
