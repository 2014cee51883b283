"""What can be different from the kept picture: each field at its default is the film, each other value a mistake."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Variation:
    suns: int = 1
    riders: int = 3
    wheels: int = 2
    """Of one bicycle."""
    rolling: float = 1.0
    """Which way the wheels turn: 1 forwards, -1 backwards, 0 not at all while the bicycle goes."""
    pedalling: bool = True
    shadows: bool = True
    sun_side: int = 1
    """-1: shadows and rims fall towards the sun."""
    reflections: bool = True
    camera: float = 1.0
    """1 as boarded, -1 the other way, 0 a camera that stands."""
    hour: float = 0.0
    """How much later (or earlier) it is than boarded: 1 is from gold to blue night."""
    noon: float = 0.0
    """How much daylight has got into the evening."""
    fireflies: int = 26
    fireflies_blue: bool = False
    birds: int = 9
    rings_at: tuple[int, ...] = ()
    """Frames on which the bell rings; empty: the shot's own."""
    grown: float = 1.0
    """How tall the children are."""
    hats: bool = True
    rain: bool = False
    reeds_on: str = "delta"
    """Where the reeds grow: delta, or both."""
    third_hand: bool = False
    splash: bool = True
    lamps: bool = True
    seed: int = 0
    edited: bool = False
    """With what the edit adds: title, clocks, end card. Takes are without."""


AS_BOARDED = Variation()
