"""Bicycle Kids, as its studio makes it: 1280 x 720, and an upright teaser of ten seconds."""

from __future__ import annotations

from sample.bicycle_kids import score
from sample.bicycle_kids.boards import BOARDS, PANEL_16_9
from sample.bicycle_kids.plan import PLAN, PLATE_LOOK, TEASER
from sample.bicycle_kids.variation import AS_BOARDED, Variation
from sample.lit import Lit
from sample.paint import Stage
from sample.planning import Film, Sizes

BRUSH = Lit(
    PLAN,
    AS_BOARDED,
    Variation(edited=True),
    film=Stage(1280, 720),
    take=Stage(640, 360),
    plate=PLATE_LOOK,
    panel=PANEL_16_9,
)

FILM = Film(
    slug="bicycle-kids",
    mark="BK",
    plan=PLAN,
    brush=BRUSH,
    sizes=Sizes(
        (1280, 720, 35),
        (640, 360, 34),
        (640, 360, 36),
        (384, 216, 43),
        teaser=(540, 960, 36),
        # Spokes, ripples and grass.
        finer={"BK-T024": 29, "BK-T030": 29, "BK-T034": 29},
    ),
    boards=BOARDS,
    animatic=("BK-V007_animatic", dict.fromkeys(BOARDS, 96)),
    rough="BK-V008_rough-cut",
    sounds={
        "mix": score.full_mix,
        "music": score.music,
        "sketch": score.sketch,
        "bells": score.two_bells,
        "teaser": score.teaser,
    },
    documents={
        "BK-V010_two-bells": "bells",
        "BK-V011_sound": "mix",
        "BK-V012_music-sketch": "sketch",
        "BK-V013_music": "music",
    },
    stills=(
        ("BK-A010_seam-first-frame", "SQ03-0030", 2),
        ("BK-A013_poster", "SQ02-0030", 52),
        ("BK-A014_still-puddle", "SQ03-0010", 42),
        ("BK-A015_still-fireflies", "SQ03-0020", 70),
    ),
    teaser=TEASER,
    rate="72k",
)
