"""The storyboards of N.I.: what was drawn for each shot before anything was filmed or generated."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sample.ni import title
from sample.panels import Arrow, Panel

Line = list[tuple[float, float]]


def _window(shift: float = 0.0) -> list[Line]:
    """The window's nine panes, eight of them with lattice; `shift` follows the camera."""
    left, top, right, bottom = 0.045 + shift, 0.10, 0.325 + shift, 0.60
    xs = [left + (right - left) * n / 3 for n in range(4)]
    ys = [top + (bottom - top) * n / 3 for n in range(4)]
    lines: list[Line] = [[(x, top), (x, bottom)] for x in xs] + [[(left, y), (right, y)] for y in ys]
    for column in range(3):
        for row in range(3):
            if (column, row) != (1, 1):
                lines += _ice(xs[column], ys[row], xs[1] - xs[0], ys[1] - ys[0])
    return lines


def _ice(x: float, y: float, wide: float, high: float) -> list[Line]:
    """One pane of cracked-ice lattice."""
    cracks = (
        ((0.0, 0.7), (1.0, 0.25)),
        ((0.2, 0.0), (0.62, 1.0)),
        ((0.0, 0.25), (0.5, 0.48)),
        ((0.75, 0.0), (1.0, 0.6)),
    )
    return [[(x + a * wide, y + b * high) for a, b in crack] for crack in cracks]


def _title() -> list[Line]:
    """The title where it will be cut, as a hand would letter it."""
    wide, high = 800.0, 450.0
    return [
        [(x / wide, y / high) for x, y in stroke] for stroke in title.strokes(wide * 0.475, high * 0.115, high * 0.105)
    ]


def _tongue() -> list[Line]:
    """What one cannot see yet: how far the tongue is in the mortise, and what is missing."""
    return [[(0.400, 0.385), (0.520, 0.385)], [(0.400, 0.585), (0.520, 0.585)], [(0.412, 0.385), (0.412, 0.585)],
            [(0.490, 0.385), (0.470, 0.435), (0.490, 0.485), (0.470, 0.535), (0.490, 0.585)]]  # fmt: skip


BOARDS: Mapping[str, Sequence[Panel]] = {
    "SQ01-0010": (
        Panel(
            20,
            "SQ01-0010  1/2   WORKSHOP   10 BEATS",
            (
                "MORNING. ONE PANE HAS NO LATTICE YET - LIGHT FALLS THROUGH",
                "> TRUCK RIGHT, SLOW. HE PLANES ON EVERY THIRD BEAT",
            ),
            (Arrow((0.20, 0.93), (0.46, 0.93)), Arrow((0.30, 0.30), (0.50, 0.62))),
            ((0.185, 0.35, 0.12),),
            _window(),
        ),
        Panel(
            152,
            "SQ01-0010  2/2   TITLE",
            ("TITLE IS CUT, STROKE BY STROKE - OUR OWN CHISEL, NO MODEL", "> ARM HANGS. IT HAS NOT LOOKED UP YET"),
            (),
            ((0.83, 0.45, 0.20),),
            _title(),
        ),
    ),
    "SQ01-0020": (
        Panel(
            78,
            "SQ01-0020   TOP VIEW   LIVE   7 BEATS",
            ("ONE STROKE, ONE SHAVING, AS LONG AS THE BOARD", "> HANDHELD WITH THE PLANE. LAMP UPPER LEFT, ALWAYS"),
            (Arrow((0.30, 0.30), (0.66, 0.30)),),
            ((0.70, 0.44, 0.13),),
        ),
    ),
    "SQ01-0030": (
        Panel(
            60,
            "SQ01-0030   THE HAND WAKES   8 BEATS",
            ("WALNUT, BRASS. FOUR FINGERS AND A THUMB - COUNT THEM", "> PUSH IN. ONE FINGER A BEAT, IT GOES AND RESTS"),
            (Arrow((0.58, 0.44), (0.74, 0.30), 0.3), Arrow((0.62, 0.78), (0.80, 0.74), -0.2)),
        ),
    ),
    "SQ02-0010": (
        Panel(
            14,
            "SQ02-0010  1/2   GEOMETRY   8 BEATS",
            ("WHAT THE MACHINE SEES. THREE RAILS, ONE POST, ONE PEG", "> TURNS ALL THE TIME. DRAWN WITH A RULER FIRST"),
            (Arrow((0.22, 0.60), (0.40, 0.54)), Arrow((0.80, 0.34), (0.62, 0.44)), Arrow((0.80, 0.86), (0.64, 0.72))),
        ),
        Panel(
            112,
            "SQ02-0010  2/2",
            ("CLOSED. EXACT. NO AIR IN IT ANYWHERE.", "> CUT ON THE PEG"),
            (),
            ((0.5, 0.42, 0.22),),
        ),
    ),
    "SQ02-0020": (
        Panel(
            42,
            "SQ02-0020  1/2   FORCED   7 BEATS",
            ("IT FITS ON PAPER. THE MACHINE PUSHES.", "> PUSH IN WITH IT. BEAT 3 IT STICKS"),
            (Arrow((0.90, 0.80), (0.62, 0.80)),),
            (),
            _tongue(),
        ),
        Panel(
            76,
            "SQ02-0020  2/2   THE CRACK",
            ("SPLITS FROM THE CORNER OF THE MORTISE, UPWARDS", "> EVERYTHING STOPS. THE CLOCK TOO"),
            (),
            ((0.42, 0.28, 0.20),),
        ),
    ),
    "SQ02-0030": (
        Panel(
            50,
            "SQ02-0030   THREE KNOCKS   LIVE HAND   8 BEATS",
            ("HE DOES NOT MEASURE. HE ASKS. 40 - 56 - 72", "> STATIC, BREATHING. WAVES RUN WITH THE GRAIN"),
            (Arrow((0.56, 0.42), (0.88, 0.40)), Arrow((0.48, 0.42), (0.16, 0.40))),
            ((0.53, 0.50, 0.10),),
        ),
    ),
    "SQ02-0040": (
        Panel(
            70,
            "SQ02-0040   INSIDE THE WOOD   8 BEATS",
            ("YEARS = WHEELS. EVERY THIRD YEAR HAS TEETH", "> PUSH IN. NEIGHBOURS TURN AGAINST EACH OTHER"),
            (Arrow((0.66, 0.24), (0.76, 0.60), 0.3), Arrow((0.26, 0.74), (0.22, 0.36), 0.3)),
            ((0.44, 0.50, 0.10),),
        ),
    ),
    "SQ03-0010": (
        Panel(
            30,
            "SQ03-0010  1/2   TREMOR   9 BEATS",
            ("HIS HAND SHAKES. THE STILE STANDS STILL. IT CANNOT GO IN", "> PUSH IN, VERY SLOW"),
            (Arrow((0.36, 0.62), (0.36, 0.42)), Arrow((0.36, 0.42), (0.36, 0.62))),
        ),
        Panel(
            124,
            "SQ03-0010  2/2",
            ("THE MACHINE SHAKES WITH HIM. BETWEEN THEM NOTHING MOVES", "> THIS IS THE FILM. DO NOT CUT AWAY"),
            (Arrow((0.62, 0.76), (0.62, 0.90)), Arrow((0.62, 0.90), (0.62, 0.76))),
            ((0.46, 0.50, 0.14),),
        ),
    ),
    "SQ03-0020": (
        Panel(
            40,
            "SQ03-0020   CLOSE   6 BEATS",
            (
                "GAP - HAIRLINE - NOTHING. AIR COMES OUT, DUST WITH IT",
                "> PUSH IN. NO GLUE, NO NAIL, NO MUSIC ON FRAME 62",
            ),
            (Arrow((0.20, 0.86), (0.44, 0.86)),),
            ((0.50, 0.50, 0.16),),
        ),
    ),
    "SQ03-0030": (
        Panel(
            96,
            "SQ03-0030   EVENING   10 BEATS",
            ("THE PANE IS CLOSED. LIGHT HAS A SHAPE NOW", "> PULL OUT. HE KNOCKS ONCE, IT ANSWERS THREE TIMES"),
            (Arrow((0.44, 0.60), (0.30, 0.76)), Arrow((0.62, 0.60), (0.76, 0.76))),
            ((0.185, 0.35, 0.12),),
            [*_window(0.005), *_ice(0.143, 0.267, 0.093, 0.167)],
        ),
    ),
}
"""The panels of each shot, in order; the second one's file is `<code>_2.png`."""
