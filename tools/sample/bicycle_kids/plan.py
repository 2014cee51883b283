"""The plan of Bicycle Kids: which shot lasts how long, which take shows which fault, what the camera filmed."""

from __future__ import annotations

from collections.abc import Sequence

from sample import defects
from sample.bicycle_kids.bell import bell
from sample.bicycle_kids.dusk import BEAT
from sample.bicycle_kids.dyke import call, dyke_ride
from sample.bicycle_kids.fireflies import fireflies
from sample.bicycle_kids.line import line
from sample.bicycle_kids.onesun import one_sun
from sample.bicycle_kids.puddle import puddle
from sample.bicycle_kids.road import road
from sample.bicycle_kids.shadows import shadows
from sample.bicycle_kids.spokes import spokes
from sample.bicycle_kids.teaser import tall_road, tall_shadow, tall_wires
from sample.bicycle_kids.variation import Variation
from sample.defects import Clock, Fault
from sample.lens import Look
from sample.planning import CameraClip, Plan, Shot, Take

REJECTED_FRAMES = 48

PLATE_LOOK = Look(flat=True, grain=2.6, vignette=0.25)
"""As the camera recorded it."""

_BAR = 3 * BEAT
"""The film walks in three: two seconds a bar."""


_EAST = Look(exposure=1.05, streak=0.30, bloom=0.8, grain=1.5, vignette=0.55)
_WEST = Look(
    exposure=1.05,
    streak=0.30,
    bloom=0.8,
    grain=1.5,
    vignette=0.5,
    tint=(0.95, 1.0, 1.05),
    lift=(0.0, 0.008, 0.022),
    saturation=0.92,
)

SHOTS: Sequence[Shot] = (
    Shot("SQ01-0010", road, 3 * _BAR, _EAST),
    Shot("SQ01-0020", spokes, 2 * _BAR, _EAST),
    Shot("SQ01-0030", shadows, 2 * _BAR, Look(exposure=1.15, streak=0.2, bloom=0.8, grain=1.5, vignette=0.6)),
    Shot("SQ01-0040", bell, 2 * _BAR, _EAST),
    Shot("SQ02-0010", line, 3 * _BAR, _EAST),
    Shot("SQ02-0020", call, 3 * _BAR, _WEST),
    Shot("SQ02-0030", dyke_ride, 2 * _BAR, _WEST),
    Shot("SQ03-0010", puddle, 2 * _BAR, _EAST),
    Shot("SQ03-0020", fireflies, 3 * _BAR, Look(exposure=1.6, streak=0.4, grain=1.5)),
    Shot("SQ03-0030", one_sun, 4 * _BAR, Look(exposure=1.1, streak=0.25, bloom=0.8, grain=1.5)),
)


def _bad(
    number: int,
    shot: str,
    start: int,
    *,
    v: Variation | None = None,
    fault: Fault | None = None,
    clock: Clock | None = None,
) -> Take:
    return Take(f"BK-T{number:03}", shot, v, fault, clock, start, REJECTED_FRAMES, rejected=True)


TAKES: Sequence[Take] = (
    _bad(1, "SQ01-0010", 30, v=Variation(riders=10)),
    _bad(2, "SQ01-0010", 30, v=Variation(suns=2)),
    _bad(3, "SQ01-0010", 30, v=Variation(reflections=False)),
    Take("BK-T004", "SQ01-0010", Variation(camera=0, seed=3), start=30, frames=84),
    Take("BK-T005", "SQ01-0010"),
    _bad(6, "SQ01-0020", 10, fault=defects.overexposed(2.6)),
    _bad(7, "SQ01-0020", 20, fault=defects.mains_bands(0.45, 4)),
    Take("BK-T008", "SQ01-0020"),
    _bad(9, "SQ01-0030", 10, v=Variation(riders=6)),
    _bad(10, "SQ01-0030", 20, v=Variation(sun_side=-1)),
    Take("BK-T011", "SQ01-0030"),
    _bad(12, "SQ01-0040", 0, v=Variation(third_hand=True)),
    _bad(13, "SQ01-0040", 12, v=Variation(rings_at=(14, 19, 27, 33, 46, 52, 60, 69))),
    _bad(14, "SQ01-0040", 20, fault=defects.hunting_focus()),
    Take("BK-T015", "SQ01-0040"),
    _bad(16, "SQ02-0010", 10, v=Variation(noon=0.85)),
    _bad(17, "SQ02-0010", 50, clock=defects.frozen(52)),
    _bad(18, "SQ02-0010", 20, fault=defects.bent(0.06)),
    Take("BK-T019", "SQ02-0010"),
    _bad(20, "SQ02-0020", 20, v=Variation(reeds_on="both")),
    _bad(21, "SQ02-0020", 30, v=Variation(hats=False, grown=1.55)),
    _bad(22, "SQ02-0020", 30, v=Variation(riders=2)),
    Take("BK-T023", "SQ02-0020", Variation(camera=0, seed=5), start=40, frames=84),
    Take("BK-T024", "SQ02-0020"),
    _bad(25, "SQ02-0030", 10, v=Variation(rolling=0.0, pedalling=False)),
    _bad(26, "SQ02-0030", 20, v=Variation(wheels=3)),
    _bad(27, "SQ02-0030", 20, v=Variation(camera=-1)),
    _bad(28, "SQ02-0030", 10, fault=defects.flicker(0.6, 5)),
    _bad(29, "SQ02-0030", 20, fault=defects.plastic()),
    Take("BK-T030", "SQ02-0030"),
    _bad(31, "SQ03-0010", 10, v=Variation(splash=False, reflections=False)),
    _bad(32, "SQ03-0010", 20, clock=defects.jump(50, 40)),
    _bad(33, "SQ03-0010", 16, fault=defects.melting(0.46, 0.42, 0.30, 0.09)),
    Take("BK-T034", "SQ03-0010"),
    _bad(35, "SQ03-0020", 30, v=Variation(fireflies=420)),
    _bad(36, "SQ03-0020", 30, v=Variation(fireflies_blue=True)),
    _bad(37, "SQ03-0020", 40, fault=defects.underexposed(0.2)),
    _bad(38, "SQ03-0020", 40, fault=defects.stock_mark("STOCKREEL", 6)),
    Take("BK-T039", "SQ03-0020"),
    _bad(40, "SQ03-0030", 20, v=Variation(suns=3)),
    _bad(41, "SQ03-0030", 30, v=Variation(reeds_on="both")),
    _bad(42, "SQ03-0030", 30, v=Variation(shadows=False)),
    _bad(43, "SQ03-0030", 40, fault=defects.colour_cast(0.85, 0.8, 1.7)),
    Take("BK-T044", "SQ03-0030", Variation(camera=0, seed=7), start=40, frames=84),
    Take("BK-T045", "SQ03-0030"),
)


FOOTAGE: Sequence[CameraClip] = (
    CameraClip("BK-A001_wheel.mp4", spokes, 96, ("BK 0120", "T 4")),
    CameraClip("BK-A002_shadows.mp4", shadows, 96, ("BK 0130", "T 6")),
    CameraClip("BK-A003_one-shadow-upright.mp4", tall_shadow, 72, ("BK T01", "T 2"), tall=True),
)

ROUGH_CUT: Sequence[tuple[str, int, int]] = (
    ("BK-T004", 0, 84), ("BK-T008", 0, 104), ("BK-T011", 0, 104), ("BK-T015", 0, 104), ("BK-T019", 0, 120),
    ("BK-T023", 0, 84), ("BK-T030", 0, 104), ("BK-T034", 0, 104), ("BK-T039", 0, 140), ("BK-T044", 0, 84),
)  # fmt: skip
"""The second cut: (take, first frame, frames), with three cameras that still stand."""

PLAN = Plan(SHOTS, TAKES, FOOTAGE, ROUGH_CUT)

TEASER: Sequence[Shot] = (
    Shot("shadow", tall_shadow, 4 * BEAT, _EAST),
    Shot("wires", tall_wires, 4 * BEAT, _EAST),
    Shot("road", tall_road, 7 * BEAT, _EAST),
)
"""The vertical teaser, ten seconds: five bars."""
