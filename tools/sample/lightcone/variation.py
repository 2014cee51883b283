"""What can be different from the kept picture: each field at its default is the film, each other value a mistake."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Variation:
    moons: int = 1
    suns: int = 1
    figures: int = 1
    arms: int = 1
    lanterns: int = 13
    lantern_blue: bool = False
    reflections: bool = True
    camera: float = 1.0
    """1 as boarded, -1 the other way, 0 a camera that stands."""
    message: str = ""
    """The word that the light spells; empty: the shot's own."""
    rhythm_seed: int = 0
    """Above 0: a light that blinks at random instead of spelling."""
    dust_rises: bool = False
    tube: bool = True
    lamps_at_random: bool = False
    seed: int = 0
    edited: bool = False
    """With what the edit adds: title, years, end card. Takes are without."""


AS_BOARDED = Variation()
