"""The storyboards of Lightcone: what was drawn for each shot before anything was filmed or generated."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np

from sample.lettering import width_of, written
from sample.panels import Arrow, Panel
from sample.pencil import PANEL


def _title() -> list[list[tuple[float, float]]]:
    """The title where it will be written, as a hand would letter it."""
    left = (1 - width_of("LIGHTCONE", 0.085, 5.2) / PANEL.aspect) / 2
    strokes = written("LIGHTCONE", left * PANEL.aspect, 0.40, 0.085, spacing=5.2, wobble=0.3, seed=4)
    return [[(x / PANEL.aspect, y) for x, y in stroke] for stroke in strokes]


def _lanterns() -> list[list[tuple[float, float]]]:
    """Thirteen, counted."""
    places = (
        (0.36, 0.66),
        (0.41, 0.78),
        (0.47, 0.63),
        (0.50, 0.86),
        (0.55, 0.71),
        (0.60, 0.62),
        (0.64, 0.80),
        (0.70, 0.68),
        (0.75, 0.88),
        (0.79, 0.64),
        (0.85, 0.76),
        (0.91, 0.66),
        (0.95, 0.84),
    )
    drawn = []
    for x, y in places:
        r = 0.006 + 0.022 * (y - 0.58)
        drawn.append([(x + r * math.cos(a) * 0.8, y - 0.02 + r * 2.9 * math.sin(a)) for a in np.linspace(0, 6.6, 18)])
        drawn.append([(x - r * 0.7, y + 0.03 + 2.4 * r), (x + r * 0.7, y + 0.03 + 2.4 * r)])
    return drawn


def _cone() -> list[list[tuple[float, float]]]:
    """The cone above the lamp, and the shells that climb in it."""
    x, y = 0.462, 0.64
    drawn = [[(x, y), (x - 0.16, 0.02)], [(x, y), (x + 0.16, 0.02)]]
    turns = np.linspace(-0.60, 0.60, 16)
    shells = [[(x + r * math.sin(a) * 0.42, y - r * math.cos(a)) for a in turns] for r in (0.14, 0.26, 0.40, 0.54)]
    return [*drawn, *shells]


BOARDS: Mapping[str, Sequence[Panel]] = {
    "SQ01-0010": (
        Panel(
            44,
            "SQ01-0010  1/2   WIDE   8 BEATS",
            ("DUSK TO NIGHT IN ONE BREATH. POLE LEFT OF CENTRE.", "> TILT UP, SLOW. LAMP GOES ON AT BEAT 2"),
            (Arrow((0.93, 0.72), (0.93, 0.28)), Arrow((0.22, 0.42), (0.50, 0.12), 0.35)),
            ((0.63, 0.80, 0.13),),
        ),
        Panel(
            132,
            "SQ01-0010  2/2   TITLE",
            ("TITLE WRITTEN BY THE STARS - OUR OWN STROKES, NO MODEL", "> HOLD. CUT ON BEAT 8"),
            lines=_title(),
        ),
    ),
    "SQ01-0020": (
        Panel(
            72,
            "SQ01-0020   INT. DOME   6 BEATS",
            ("KEEPER CROSSES INTO THE BEAM. BACK TO US. NEVER A FACE.", "> PUSH IN. RAIL IN FRONT STAYS SOFT"),
            (Arrow((0.30, 0.93), (0.52, 0.93)), Arrow((0.06, 0.92), (0.20, 0.76)), Arrow((0.94, 0.92), (0.80, 0.76))),
        ),
    ),
    "SQ01-0030": (
        Panel(
            38,
            "SQ01-0030   INSERT   LIVE   4 BEATS",
            (
                "EIGHT LAMPS, EIGHT HALF BEATS. NAMES ABOVE. DOME FIRST, MAIN LAST.",
                "> TRUCK RIGHT WITH THE HAND. REAL SWITCHES, REAL CLICKS",
            ),
            (Arrow((0.34, 0.90), (0.72, 0.90)),),
            ((0.45, 0.36, 0.15),),
        ),
    ),
    "SQ02-0010": (
        Panel(
            60,
            "SQ02-0010   EYEPIECE   6 BEATS",
            ("ONE STAR SPELLS   .... --- -- .   THREE FRAMES A DOT", "> STATIC. THE AIR MOVES, WE DO NOT"),
            (),
            ((0.5, 0.5, 0.18),),
        ),
    ),
    "SQ02-0020": (
        Panel(
            40,
            "SQ02-0020  1/2   THE CONE   7 BEATS",
            ("BACK ALONG THE LIGHT. RINGS = YEARS. 2026 ...", "> FORWARD, FASTER AND FASTER"),
            (Arrow((0.08, 0.90), (0.36, 0.62)), Arrow((0.92, 0.10), (0.64, 0.38))),
        ),
        Panel(
            128,
            "SQ02-0020  2/2",
            ("... 1986. WHITE. CUT INTO SILENCE.", "> LAST FRAME = FIRST FRAME OF THE RIVER"),
            (),
            ((0.5, 0.5, 0.22),),
        ),
    ),
    "SQ02-0030": (
        Panel(
            60,
            "SQ02-0030   RIVER   8 BEATS",
            (
                "THIRTEEN LANTERNS - YOU MUST BE ABLE TO COUNT THEM",
                "> TRUCK LEFT. MOTHER AND CHILD STAY, THE WORLD SLIDES",
            ),
            (Arrow((0.80, 0.95), (0.46, 0.95)),),
            ((0.24, 0.62, 0.24),),
            _lanterns(),
        ),
    ),
    "SQ02-0040": (
        Panel(
            40,
            "SQ02-0040   CLOSE   LIVE HAND   6 BEATS",
            (
                "A BOARD BEFORE THE FLAME. SAME WORD, HER TIME, NOT A MACHINE'S",
                "> HANDHELD, 1 PERCENT. MOTH IF WE ARE LUCKY",
            ),
            (Arrow((0.36, 0.88), (0.42, 0.62), 0.2),),
        ),
    ),
    "SQ03-0010": (
        Panel(
            30,
            "SQ03-0010  1/2   INT. DOME   7 BEATS",
            ("SHE STANDS WHERE THE BEAM FALLS. DUST COMES DOWN.", "> TILT UP STARTS ON BEAT 2"),
            (Arrow((0.93, 0.80), (0.93, 0.30)),),
        ),
        Panel(
            124,
            "SQ03-0010  2/2",
            ("DUST = STARS. THE WALL LETS THE SKY IN, IT DOES NOT BREAK.", "> HAND UP. ONE MOTE STAYS ON IT"),
            (),
            ((0.53, 0.47, 0.12),),
        ),
    ),
    "SQ03-0020": (
        Panel(
            100,
            "SQ03-0020   RIDGE   7 BEATS",
            (
                "HERE   .... . .-. .   EVERY FLASH SENDS A SHELL UP THE CONE",
                "> TILT UP WITH THE FIRST SHELL. LAMP IS LIVE, SKY IS NOT",
            ),
            (Arrow((0.24, 0.70), (0.24, 0.18)),),
            ((0.46, 0.74, 0.14),),
            _cone(),
        ),
    ),
    "SQ03-0030": (
        Panel(
            70,
            "SQ03-0030   DAWN   7 BEATS",
            (
                "SEA OF CLOUD. ONE STAR LEFT, THEN NONE. SHE WALKS DOWN.",
                "> TRUCK LEFT, VERY SLOW. BIRDS GO THE OTHER WAY",
            ),
            (Arrow((0.62, 0.93), (0.36, 0.93)), Arrow((0.10, 0.22), (0.24, 0.18))),
        ),
    ),
}
"""The panels of each shot, in order; the second one's file is `<code>_2.png`."""
