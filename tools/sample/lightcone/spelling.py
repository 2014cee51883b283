"""The film's three words in light: HOME from the star, HOME from the lantern, HERE from the keeper."""

from __future__ import annotations

from sample import morse
from sample.lightcone.variation import Variation
from sample.paint import chance


def lit_units(v: Variation, word: str) -> list[bool]:
    """The word's units, or as many at random where the take's light never learned to spell."""
    spelled = morse.units(v.message or word)
    if v.rhythm_seed:
        return [bool(b) for b in chance(v.rhythm_seed, 41).random(len(spelled)) > 0.45]
    return spelled
