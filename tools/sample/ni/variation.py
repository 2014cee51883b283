"""What can be different from the kept picture: each field at its default is the film, each other value a mistake."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Variation:
    figures: int = 1
    hands: int = 1
    """The old hands in the picture."""
    fingers: int = 4
    """Fingers of a hand, without its thumb."""
    camera: float = 1.0
    """1 as boarded, -1 the other way, 0 a camera that stands."""
    lamp_side: float = 1.0
    """-1: the light comes from the other side than in the neighbouring shots."""
    glue: bool = False
    nails: int = 0
    shavings: int = 1
    shaving_flies: bool = False
    """The shaving leaves the plane and floats."""
    grain_across: bool = False
    """The piece's grain runs across it, as no joiner would cut it."""
    gap: float = 0.0
    """What the joint lacks to be closed, in frame heights."""
    gears_slip: bool = False
    """Wheels that touch turn the same way."""
    rings_spiral: bool = False
    """Years that are one spiral, like a groove."""
    knock_seed: int = 0
    """Above 0: knocks at random moments."""
    steady_machine: bool = False
    """The machine hand does not tremble with the old one."""
    dust_rises: bool = False
    pattern: int = 0
    """0 the window lattice that was drawn; 1 another one."""
    seed: int = 0
    edited: bool = False
    """With what the edit adds: title, end card. Takes are without."""


AS_BOARDED = Variation()
