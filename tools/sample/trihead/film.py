"""Tri-Head, as its studio makes it: 4:3, cut paper, boards in crayon, voices as a track of their own."""

from __future__ import annotations

from sample.planning import Film, Sizes
from sample.trihead import score
from sample.trihead.boards import BOARDS
from sample.trihead.brush import Paper
from sample.trihead.paper import Size
from sample.trihead.plan import PLAN

LONGER = {"SQ02-0020": 48, "SQ02-0030": -24, "SQ03-0010": -72}
"""Frames by which a shot was hoped to be longer when only its boards were there."""

FILM = Film(
    slug="tri-head",
    mark="TH",
    plan=PLAN,
    brush=Paper(PLAN, film=Size(960, 720), take=Size(640, 480), camera=Size(640, 480)),
    # The split screen has three times the edges of any other shot.
    sizes=Sizes((960, 720, 31), (640, 480, 32), (640, 480, 33), (400, 300, 38), finer={"TH-T037": 30}),
    tune="animation",
    boards=BOARDS,
    animatic=("TH-V009_animatic", {code: PLAN.shot_of(code).frames + LONGER.get(code, 0) for code in BOARDS}),
    rough="TH-V010_rough-cut",
    sounds={"mix": score.full_mix, "music": score.music, "sketch": score.sketch, "voices": score.voices},
    documents={
        "TH-V012_count-sketch": "sketch",
        "TH-V013_music": "music",
        "TH-V014_voices": "voices",
        "TH-V015_mix": "mix",
    },
    stills=(
        ("TH-A006_open-sheet", "TH-T033", 96),
        ("TH-A007_three-on-card", "TH-T018", 20),
        ("TH-A008_red", "TH-T004", 20),
        ("TH-A009_green", "TH-T008", 20),
        ("TH-A010_ink", "TH-T012", 20),
        ("TH-A011_three-eyes", "SQ03-0010", 20),
        ("TH-A012_poster", "SQ01-0020", 100),
        ("TH-A013_still-one-face", "SQ02-0050", 14),
        ("TH-A014_still-split", "SQ02-0040", 40),
        ("TH-A015_still-feast", "SQ02-0020", 60),
    ),
    peak=0.7,
    rate="96k",
    low_rate="36k",
)
