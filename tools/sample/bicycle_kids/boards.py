"""The storyboards of Bicycle Kids: drawn in one city, annotated in another, so that two hands write on each."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np

from sample.lettering import width_of, written
from sample.paint import Stage
from sample.panels import Arrow, Panel

PANEL_16_9 = Stage(800, 450)


def _title() -> list[list[tuple[float, float]]]:
    """The title, lettered by hand, in both scripts."""
    drawn = []
    for text, y, high, spacing in (("BICYCLE KIDS", 0.22, 0.068, 4.6), ("单车少年", 0.33, 0.055, 7.0)):
        left = (1 - width_of(text, high, spacing) / PANEL_16_9.aspect) / 2
        strokes = written(text, left * PANEL_16_9.aspect, y, high, spacing=spacing, wobble=0.3, seed=4)
        drawn += [[(x / PANEL_16_9.aspect, py) for x, py in stroke] for stroke in strokes]
    return drawn


def _shells(x: float, y: float) -> list[list[tuple[float, float]]]:
    """A bell, drawn as what it does to the air."""
    turns = np.linspace(-2.6, -0.5, 22)
    return [[(x + r * math.cos(a) / PANEL_16_9.aspect, y + r * math.sin(a)) for a in turns] for r in (0.10, 0.17, 0.25)]


def _sun(x: float, y: float, r: float) -> list[list[tuple[float, float]]]:
    """A sun and its rays: a pencil has no light, so light has to be drawn."""
    turns = np.linspace(0.3, 6.9, 30)
    rays = np.linspace(0, 2 * math.pi, 12, endpoint=False)

    def at(a: float, away: float) -> tuple[float, float]:
        return x + away * math.cos(a) / PANEL_16_9.aspect, y + away * math.sin(a)

    return [
        [at(a, r) for a in turns],
        *([at(a, r * 1.25), at(a, r * (1.5 + 0.25 * (n % 2)))] for n, a in enumerate(rays)),
    ]


def _wire(x0: float, y0: float, x1: float, y1: float, hang: float = 0.05) -> list[tuple[float, float]]:
    """One telegraph wire between two poles."""
    return [(x0 + (x1 - x0) * t, y0 + (y1 - y0) * t + hang * (1 - (2 * t - 1) ** 2)) for t in np.linspace(0, 1, 16)]


BOARDS: Mapping[str, Sequence[Panel]] = {
    "SQ01-0010": (
        Panel(
            60,
            "SQ01-0010  1/2   DELTA ROAD   3 BARS",
            ("AFTER RAIN. STRAW HAT, PLAIT, BARE HEAD", "> TRUCK RIGHT WITH THEM. REEDS CROSS THE LENS"),
            (Arrow((0.20, 0.90), (0.46, 0.90)),),
            ((0.34, 0.60, 0.14),),
            [*_sun(0.66, 0.575, 0.05), _wire(0, 0.15, 0.18, 0.125), _wire(0.18, 0.125, 0.78, 0.125)],
        ),
        Panel(
            90,
            "SQ01-0010  2/2   TITLE",
            ("TITLE IN TWO SCRIPTS, OWN STROKES. HANGS WHERE THE WIRES ARE", "> HOLD ONE BAR, OUT BEFORE THE CUT"),
            (),
            (),
            [*_title(), *_sun(0.65, 0.585, 0.05)],
        ),
    ),
    "SQ01-0020": (
        Panel(
            40,
            "SQ01-0020   INSERT   LIVE   2 BARS",
            ("A PLAYING CARD IN THE SPOKES: OUR METRONOME, 90 BPM", "> LOW, AGAINST THE SUN. WHEEL ONLY, NO CHILD"),
            (Arrow((0.60, 0.16), (0.70, 0.52), -0.3),),
            ((0.42, 0.24, 0.13),),
            _sun(0.72, 0.40, 0.085),
        ),
    ),
    "SQ01-0030": (
        Panel(
            40,
            "SQ01-0030   FROM ABOVE   LIVE   2 BARS",
            ("ONLY SHADOWS. GUARDIANS SAID YES TO THIS ONE FIRST", "> CAMERA ON A POLE. KEEP OUR OWN SHADOW OUT!"),
            (Arrow((0.16, 0.92), (0.42, 0.92)),),
        ),
    ),
    "SQ01-0040": (
        Panel(
            38,
            "SQ01-0040   CLOSE   2 BARS",
            ("BEAT 2 AND BEAT 3. NOT ON ONE - A BELL IS A QUESTION", "> PUSH IN 10 PERCENT. FOCUS ON THE DOME"),
            (Arrow((0.66, 0.40), (0.54, 0.52), 0.2),),
            ((0.44, 0.50, 0.20),),
            [*_shells(0.44, 0.46), *_sun(0.77, 0.36, 0.09)],
        ),
    ),
    "SQ02-0010": (
        Panel(
            18,
            "SQ02-0010  1/2   THE LINE   3 BARS",
            ("18:48 UTC+8. THE NOTE RUNS AHEAD OF US ON THE TOP WIRE", "> TRACK, CONSTANT. POLES ON THE BEAT"),
            (Arrow((0.28, 0.12), (0.70, 0.12)),),
            ((0.56, 0.23, 0.08),),
            [_wire(0.02, 0.20, 0.64, 0.20), _wire(0.64, 0.20, 1.0, 0.24), *_sun(0.80, 0.76, 0.06)],
        ),
        Panel(
            134,
            "SQ02-0010  2/2",
            ("21:28 UTC+2. SAME DAY, SAME SUN, OTHER EVENING", "> 8 H 40 IN SIX SECONDS. NIGHT IS ONE BAR LONG"),
            (),
            (),
            [_wire(0.0, 0.22, 0.42, 0.20), _wire(0.42, 0.20, 1.0, 0.21), *_sun(0.25, 0.76, 0.06)],
        ),
    ),
    "SQ02-0020": (
        Panel(
            96,
            "SQ02-0020   DYKE   3 BARS",
            ("ONE FOOT ON THE GROUND. LISTENS. ANSWERS ON BEATS 6 AND 7", "> PUSH IN, SLOW. SHEEP DO NOT CARE"),
            (Arrow((0.10, 0.90), (0.26, 0.80)), Arrow((0.90, 0.90), (0.74, 0.82))),
            ((0.37, 0.55, 0.18),),
            [*_shells(0.39, 0.50), *_sun(0.70, 0.60, 0.06)],
        ),
    ),
    "SQ02-0030": (
        Panel(
            40,
            "SQ02-0030   DYKE, RIDING   2 BARS",
            ("THREE HELMETS. NOBODY ASKED WHERE TO", "> BESIDE THEM, ON A HANDLEBAR: HANDHELD IS THE POINT"),
            (Arrow((0.16, 0.16), (0.44, 0.16)),),
            (),
            [*_sun(0.565, 0.48, 0.07), _wire(0.0, 0.09, 0.80, 0.06, 0.02)],
        ),
    ),
    "SQ03-0010": (
        Panel(
            34,
            "SQ03-0010   PUDDLE   2 BARS",
            ("THE WORLD ON ITS HEAD UNTIL A WHEEL COMES", "> STATIC, LENS ON THE ASPHALT. HITS: BEAT 1, 2, 3 1/2"),
            (Arrow((0.20, 0.12), (0.44, 0.12)),),
            ((0.46, 0.36, 0.15),),
            _sun(0.70, 0.59, 0.06),
        ),
    ),
    "SQ03-0020": (
        Panel(
            70,
            "SQ03-0020   BLUE HOUR   3 BARS",
            ("26 FIREFLIES. LAMPS ARE DYNAMOS: THEY BREATHE", "> TRUCK RIGHT, SLOWER THAN THE RIDERS - WE LET THEM GO"),
            (Arrow((0.30, 0.66), (0.60, 0.66)),),
            ((0.36, 0.36, 0.08), (0.62, 0.52, 0.07)),
        ),
    ),
    "SQ03-0030": (
        Panel(
            30,
            "SQ03-0030  1/2   ONE SUN   4 BARS",
            ("LEFT DELTA, RIGHT DYKE. THE SEAM RUNS INTO THE SUN", "> PUSH IN. THEY NEVER CROSS THE SEAM. SHADOWS DO"),
            (Arrow((0.24, 0.92), (0.36, 0.74)), Arrow((0.76, 0.92), (0.64, 0.74))),
            ((0.5, 0.47, 0.14),),
            [*_sun(0.5, 0.47, 0.07), [(0.5, 0.56), (0.5, 1.0)]],
        ),
        Panel(
            122,
            "SQ03-0030  2/2",
            ("LEFT RINGS. ONE BEAT. RIGHT RINGS. LAMPS ON, SUN OFF", "> CARD IN TWO SCRIPTS OVER BLUE"),
            (),
            (),
            [*_shells(0.30, 0.58), *_shells(0.70, 0.58), [(0.5, 0.52), (0.5, 1.0)]],
        ),
    ),
}
"""The panels of each shot, in order; the second one's file is `<code>_2.png`."""
