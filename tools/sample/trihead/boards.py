"""The storyboards of Tri-Head: what was drawn for each shot, and what the writer wrote beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sample.panels import Arrow, Panel

BOARDS: Mapping[str, Sequence[Panel]] = {
    "SQ01-0010": (
        Panel(
            70,
            "SQ01-0010   CURTAIN   9 BEATS",
            (
                "THE TITLE HANGS IN FRONT. THREE STROKES, THREE COLOURS, ONE A BEAT.",
                "WE LETTER IT OURSELVES.",
                "> BANNER UP ON 7. CURTAIN WITH THE GONG",
                "BEHIND IT A SUN AND NOBODY. LATE, ALL OF THEM.",
            ),
            (Arrow((0.44, 0.72), (0.12, 0.74)), Arrow((0.56, 0.72), (0.88, 0.74))),
            ((0.5, 0.48, 0.16),),
            beats=9,
            marked=(1, 2, 3, 4, 5, 7),
        ),
    ),
    "SQ01-0020": (
        Panel(
            22,
            "SQ01-0020   ROLL CALL  1/2   9 BEATS",
            (
                "3 BEATS EACH. WHO SPEAKS HAS COLOUR. THE OTHERS ARE HOLES IN THE LIGHT.",
                "RED: AAA!  IT THINKS IT IS ALONE.",
                "> STATIC. THE GROUND CHANGES, NOT THE CAMERA",
            ),
            (),
            ((0.215, 0.49, 0.24),),
            beats=9,
            marked=(0, 3, 6),
        ),
        Panel(
            112,
            "SQ01-0020   ROLL CALL  2/2",
            (
                "BEAT 8: ALL THREE AT ONCE, AND ONE BODY.",
                "RED LEFT, GREEN MIDDLE, INK RIGHT. FOR EVER!",
                "THE GONG IS ITS BELLY. REMEMBER IT.",
            ),
            (Arrow((0.86, 0.94), (0.58, 0.87), 0.2),),
            ((0.5, 0.83, 0.12),),
            beats=9,
            marked=(8,),
        ),
    ),
    "SQ01-0030": (
        Panel(
            46,
            "SQ01-0030   IT CAME   6 BEATS",
            (
                "THE ONE THING THAT HAPPENED. GOLD, SMALL, 3 SECONDS.",
                "SIX EYES. THEY OPEN ONE PAIR AFTER THE OTHER.",
                "> BIRD LEFT TO RIGHT. EYES FOLLOW, WE DO NOT",
                "NOBODY KNOWS WHAT IT WAS. THAT IS THE FILM.",
            ),
            (Arrow((0.10, 0.40), (0.86, 0.30), 0.12),),
            ((0.56, 0.26, 0.15),),
            beats=6,
            marked=(),
        ),
    ),
    "SQ02-0010": (
        Panel(
            36,
            "SQ02-0010   RED TELLS   9 BEATS",
            (
                "AN ENEMY CAME!  EVERY THIRD BEAT.",
                "FOUR FLAGS. NOT TWELVE.",
                "> THE WORLD JUMPS TOWARDS US ON 1 - 4 - 7",
                "DRAWINGS STAND 2 FRAMES. NERVOUS.",
            ),
            (Arrow((0.10, 0.90), (0.24, 0.70)), Arrow((0.90, 0.90), (0.76, 0.70))),
            ((0.58, 0.17, 0.14),),
            beats=9,
            marked=(0, 3, 6),
        ),
    ),
    "SQ02-0020": (
        Panel(
            52,
            "SQ02-0020   GREEN TELLS   8 BEATS",
            (
                "A GUEST CAME.  EVERY FOURTH BEAT.",
                "ONE SHEET, FOLDED IN SIX. CUT ONCE. IT OPENS RING BY RING.",
                "> ROTATES. INNER RING THE OTHER WAY",
                "DRAWINGS STAND 3 FRAMES. PATIENT.",
            ),
            (Arrow((0.16, 0.28), (0.42, 0.07), -0.25), Arrow((0.84, 0.74), (0.58, 0.94), -0.25)),
            (),
            beats=8,
            marked=(0, 4),
        ),
    ),
    "SQ02-0030": (
        Panel(
            66,
            "SQ02-0030   INK TELLS   LIVE   10 BEATS",
            (
                "IT HAD ALREADY LEFT.  EVERY FIFTH BEAT.",
                "REAL CLOTH, REAL FLAME. PUPPET ON A WIRE. NO MODEL CAN BE LATE LIKE A HAND.",
                "> BIRD GETS SMALLER. HEAD STAYS",
                "24 DRAWINGS A SECOND, BECAUSE NOBODY DRAWS.",
            ),
            (Arrow((0.56, 0.50), (0.86, 0.22)),),
            ((0.30, 0.54, 0.10),),
            beats=10,
            marked=(0, 5),
        ),
    ),
    "SQ02-0040": (
        Panel(
            44,
            "SQ02-0040   SPLIT IN THREE   9 BEATS",
            (
                "ALL TELL AT ONCE. WHO SPEAKS TAKES ROOM.",
                "> THE LINES ARE PUSHED, NOT CUT",
                "COUNT: 3 / 4 / 5. THEY NEVER MEET IN THIS SHOT.",
            ),
            (Arrow((0.38, 0.12), (0.52, 0.12)), Arrow((0.68, 0.88), (0.56, 0.88))),
            (),
            beats=9,
            marked=(0, 1, 3, 5, 6, 8),
        ),
    ),
    "SQ02-0050": (
        Panel(
            20,
            "SQ02-0050   ONE FACE  1/2   8 BEATS",
            (
                "BROW, EYES, MOUTH FROM DIFFERENT HEADS. A GAME OF FOLDED PAPER.",
                "> HARD CUT ON EVERY BEAT. STRIPS SLIP SIDEWAYS",
                "WHO IS SPEAKING NOW?",
            ),
            (Arrow((0.90, 0.20), (0.72, 0.20)), Arrow((0.10, 0.50), (0.28, 0.50)), Arrow((0.90, 0.82), (0.72, 0.82))),
            (),
            beats=8,
            marked=range(8),
        ),
        Panel(
            68,
            "SQ02-0050   ONE FACE  2/2",
            ("IT ALMOST WORKS. THAT IS THE HORROR AND THE HOPE.", "NO ROW TWICE."),
            (),
            ((0.5, 0.49, 0.26),),
            beats=8,
            marked=range(8),
        ),
    ),
    "SQ02-0060": (
        Panel(
            42,
            "SQ02-0060   THE BODY  1/2   8 BEATS",
            (
                "DOWN FROM THE SHOUTING. THE BELLY IS A GONG.",
                "> PUSH IN AND DOWN, THEN NOTHING MOVES",
                "STRUCK ON BEAT 3. ONCE. ALL LAMPS OUT. A FULL BEAT OF BLACK.",
            ),
            (Arrow((0.92, 0.88), (0.72, 0.66)),),
            ((0.5, 0.5, 0.14),),
            beats=8,
            marked=(3,),
        ),
        Panel(
            94,
            "SQ02-0060   THE BODY  2/2   LIVE HAND",
            (
                "THE BODY NEVER SAYS A WORD. IT OPENS ITS HAND.",
                "THE THING IS SMALL. IT SITS. IT TURNS ITS HEAD.",
                "HAND FILMED, PAPER BALL FOR THE BIRD.",
            ),
            (Arrow((0.08, 0.60), (0.30, 0.62)),),
            ((0.56, 0.50, 0.20),),
            beats=8,
            marked=(5,),
        ),
    ),
    "SQ02-0070": (
        Panel(
            44,
            "SQ02-0070   THIRDS   8 BEATS",
            (
                "SAME HAND, SAME BIRD, THREE MANNERS. AT FIRST NOTHING FITS.",
                "> ONE THIRD MOVES ON EACH STROKE UNTIL IT IS ONE BIRD",
                "NOBODY GIVES UP ITS MANNER. THEY GIVE UP THEIR PLACE.",
            ),
            (Arrow((0.50, 0.92), (0.50, 0.74)), Arrow((0.84, 0.10), (0.84, 0.28))),
            (),
            beats=8,
            marked=(1, 2, 4),
        ),
    ),
    "SQ03-0010": (
        Panel(
            100,
            "SQ03-0010   THREE EYES  1/2   16 BEATS",
            (
                "BEAT 60. 3, 4 AND 5 FALL TOGETHER. ONE STROKE.",
                "EACH FACE HAS TWO EYES. THERE ARE ONLY THREE.",
                "> TURNS BY A THIRD ON 2, 5, 8. EACH STANDS UPRIGHT ONCE",
            ),
            (Arrow((0.86, 0.30), (0.86, 0.70), -0.3),),
            ((0.5, 0.26, 0.12), (0.345, 0.62, 0.12), (0.655, 0.62, 0.12)),
            beats=16,
            marked=(0, 2, 5, 8),
        ),
        Panel(
            152,
            "SQ03-0010   THREE EYES  2/2",
            (
                "BEAT 11: ALL EYES STOP. THEY LOOK AT US.",
                "IT LOOKED AT US. - THE ONLY LINE ALL THREE SAY.",
                "BEAT 14: SHUT. WOODBLOCK. END.",
            ),
            (),
            ((0.5, 0.5, 0.42),),
            beats=16,
            marked=(11, 14),
        ),
    ),
}
"""The panels of each shot, in order; the second one's file is `<code>_2.png`."""
