"""N.I., as its studio makes it: 1280 x 720, boards drawn after frames that are dark, a knock test."""

from __future__ import annotations

from sample.lens import Look
from sample.lit import Lit
from sample.ni import score
from sample.ni.boards import BOARDS
from sample.ni.plan import PLAN, PLATE_LOOK
from sample.ni.variation import AS_BOARDED, Variation
from sample.paint import Stage
from sample.planning import Film, Sizes

BRUSH = Lit(
    PLAN,
    AS_BOARDED,
    Variation(edited=True),
    film=Stage(1280, 720),
    take=Stage(640, 360),
    plate=PLATE_LOOK,
    panel=Stage(800, 450),
    pencil=Look(exposure=1.6, grain=0),
)

FILM = Film(
    slug="ni",
    mark="NI",
    plan=PLAN,
    brush=BRUSH,
    sizes=Sizes((1280, 720, 34), (640, 360, 32), (640, 360, 32), (426, 240, 41)),
    boards=BOARDS,
    animatic=(
        "NI-V007_animatic",
        # As the third draft has them; nobody had thought of a look into the wood.
        {
            "SQ01-0010": 160, "SQ01-0020": 112, "SQ01-0030": 128, "SQ02-0010": 160, "SQ02-0020": 112, "SQ02-0030": 128,
            "SQ03-0010": 144, "SQ03-0020": 96, "SQ03-0030": 256,
        },
    ),
    rough="NI-V008_rough-cut",
    sounds={"mix": score.full_mix, "music": score.music, "sketch": score.sketch, "knocks": score.knock_test},
    documents={
        "NI-V011_knock-test": "knocks",
        "NI-V012_sound": "mix",
        "NI-V013_music-sketch": "sketch",
        "NI-V014_music": "music",
    },
    stills=(
        ("NI-A010_three-fingers", "NI-T044", 60),
        ("NI-A011_open-hand", "SQ01-0030", 118),
        ("NI-A012_poster", "SQ03-0010", 118),
        ("NI-A013_still-lattice", "SQ03-0030", 70),
        ("NI-A014_still-knock", "SQ02-0030", 48),
        ("NI-A016_stile-first-frame", "SQ02-0020", 6),
    ),
)  # fmt: skip
