"""Lightcone, as its studio makes it: 1280 x 536, graphite boards, a signal test before there was music."""

from __future__ import annotations

from sample.lens import Look, Picture, developed
from sample.lightcone import score
from sample.lightcone.boards import BOARDS
from sample.lightcone.plan import PLAN, PLATE_LOOK
from sample.lightcone.plates import keeper_still
from sample.lightcone.variation import AS_BOARDED, Variation
from sample.lit import Lit
from sample.paint import Stage
from sample.pencil import PANEL
from sample.planning import Film, Sizes

BRUSH = Lit(
    PLAN,
    AS_BOARDED,
    Variation(edited=True),
    film=Stage(1280, 536),
    take=Stage(640, 268),
    plate=PLATE_LOOK,
    panel=PANEL,
)


def keeper() -> Picture:
    """The picture model's still of the keeper."""
    return developed(keeper_still(BRUSH.film), Look(exposure=1.5, grain=0.8), 31, 1)


FILM = Film(
    slug="lightcone",
    mark="LC",
    plan=PLAN,
    brush=BRUSH,
    sizes=Sizes((1280, 536, 27), (640, 268, 28), (640, 360, 28), (480, 200, 36)),
    boards=BOARDS,
    animatic=(
        "LC-V007_animatic",
        {code: {"SQ01-0010": 120, "SQ02-0030": 120, "SQ03-0030": 160}.get(code, 100) for code in BOARDS},
    ),
    rough="LC-V008_rough-cut",
    sounds={
        "mix": score.full_mix,
        "music": score.music,
        "sketch": score.sketch,
        "signals": score.signal_test,
    },
    documents={
        "LC-V010_signal-test": "signals",
        "LC-V011_sound": "mix",
        "LC-V012_music-sketch": "sketch",
        "LC-V013_music": "music",
    },
    stills=(
        ("LC-A011_river-first-frame", "SQ02-0030", 12),
        ("LC-A012_poster", "SQ03-0020", 112),
        ("LC-A013_still-river", "SQ02-0030", 100),
        ("LC-A014_still-dome", "SQ01-0020", 80),
    ),
    painted={"LC-A010_keeper": keeper},
    rate="96k",
    low_rate="34k",
)
