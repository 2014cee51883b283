"""The plan of Lightcone: which shot lasts how long, which take shows which fault, what the camera filmed."""

from __future__ import annotations

from collections.abc import Sequence

from sample import defects
from sample.defects import Clock, Fault
from sample.lens import Look
from sample.lightcone.answer import answer
from sample.lightcone.cone import cone
from sample.lightcone.dawn import dawn
from sample.lightcone.eyepiece import eyepiece
from sample.lightcone.lantern import lantern
from sample.lightcone.panel import panel
from sample.lightcone.plates import answering_plate, keeper_alone, walking_plate
from sample.lightcone.river import river
from sample.lightcone.room import arrival, closing
from sample.lightcone.variation import Variation
from sample.lightcone.wheel import wheel
from sample.planning import CameraClip, Plan, Shot, Take

REJECTED_FRAMES = 60

PLATE_LOOK = Look(flat=True, grain=3.4, vignette=0.25)
"""As the camera recorded it."""


SHOTS: Sequence[Shot] = (
    Shot("SQ01-0010", wheel, 160, Look(exposure=1.2, bloom=0.9), remembers=True),
    Shot("SQ01-0020", closing, 120, Look(exposure=1.55)),
    Shot("SQ01-0030", panel, 80, Look(exposure=1.55, grain=3.2, vignette=0.7)),
    Shot("SQ02-0010", eyepiece, 120, Look(exposure=1.25, vignette=0.2)),
    Shot("SQ02-0020", cone, 140, Look(exposure=1.25, saturation=1.1)),
    Shot("SQ02-0030", river, 160, Look(exposure=1.3, tint=(1.02, 1.0, 0.97))),
    Shot("SQ02-0040", lantern, 120, Look(exposure=1.25, grain=3.2)),
    Shot("SQ03-0010", arrival, 140, Look(exposure=1.25), remembers=True),
    Shot("SQ03-0020", answer, 140, Look(exposure=1.25), remembers=True),
    Shot("SQ03-0030", dawn, 140, Look(exposure=0.95, streak=0.6, bloom=0.8)),
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
    return Take(f"LC-T{number:03}", shot, v, fault, clock, start, REJECTED_FRAMES, rejected=True)


TAKES: Sequence[Take] = (
    _bad(1, "SQ01-0010", 34, v=Variation(moons=3)),
    _bad(2, "SQ01-0010", 60, fault=defects.garbled_writing(0.24, 0.36, 0.10, 7, 5)),
    Take("LC-T003", "SQ01-0010", Variation(camera=0, seed=4), start=30, frames=96),
    Take("LC-T004", "SQ01-0010"),
    _bad(5, "SQ01-0020", 20, v=Variation(figures=2)),
    _bad(6, "SQ01-0020", 30, fault=defects.melting(0.385, 0.68, 0.20, 0.045)),
    _bad(7, "SQ01-0020", 0, v=Variation(camera=-1)),
    Take("LC-T008", "SQ01-0020"),
    _bad(9, "SQ01-0030", 0, fault=defects.mains_bands()),
    _bad(10, "SQ01-0030", 10, v=Variation(lamps_at_random=True)),
    Take("LC-T011", "SQ01-0030"),
    _bad(12, "SQ02-0010", 12, fault=defects.colour_cast(0.75, 1.5, 0.8)),
    _bad(13, "SQ02-0010", 12, v=Variation(rhythm_seed=6)),
    Take("LC-T014", "SQ02-0010"),
    _bad(15, "SQ02-0020", 40, clock=defects.frozen(42)),
    _bad(16, "SQ02-0020", 50, fault=defects.overexposed()),
    _bad(17, "SQ02-0020", 30, clock=defects.jump(60, 42)),
    Take("LC-T018", "SQ02-0020"),
    _bad(19, "SQ02-0030", 30, v=Variation(lanterns=58)),
    _bad(20, "SQ02-0030", 30, v=Variation(lantern_blue=True)),
    _bad(21, "SQ02-0030", 40, v=Variation(reflections=False)),
    Take("LC-T022", "SQ02-0030", Variation(camera=0, seed=2), start=20, frames=96),
    _bad(23, "SQ02-0030", 30, v=Variation(moons=2)),
    Take("LC-T024", "SQ02-0030"),
    _bad(25, "SQ02-0040", 20, fault=defects.bent()),
    _bad(26, "SQ02-0040", 20, fault=defects.stock_mark("STOCK PIX", 3)),
    _bad(27, "SQ02-0040", 8, v=Variation(rhythm_seed=9)),
    Take("LC-T028", "SQ02-0040"),
    _bad(29, "SQ03-0010", 60, v=Variation(dust_rises=True)),
    _bad(30, "SQ03-0010", 50, v=Variation(figures=0)),
    _bad(31, "SQ03-0010", 60, fault=defects.flicker(0.7)),
    Take("LC-T032", "SQ03-0010"),
    _bad(33, "SQ03-0020", 20, v=Variation(arms=3)),
    _bad(34, "SQ03-0020", 30, fault=defects.underexposed()),
    _bad(35, "SQ03-0020", 30, fault=defects.hunting_focus()),
    Take("LC-T036", "SQ03-0020", Variation(figures=0)),
    Take("LC-T037", "SQ03-0020", scene=answering_plate, look=PLATE_LOOK),
    _bad(38, "SQ03-0030", 50, fault=defects.plastic()),
    _bad(39, "SQ03-0030", 50, v=Variation(suns=2)),
    _bad(40, "SQ03-0030", 60, v=Variation(camera=-1)),
    Take("LC-T041", "SQ03-0030"),
    Take("LC-T042", "SQ01-0020", scene=keeper_alone, frames=72),
)


FOOTAGE: Sequence[CameraClip] = (
    CameraClip("LC-A001_keeper-walk.mp4", walking_plate, 96, ("LC 0020", "T 3")),
    CameraClip("LC-A002_switchboard.mp4", panel, 88, ("LC 0030", "T 5")),
    CameraClip("LC-A003_lantern-board.mp4", lantern, 128, ("LC 0240", "T 2")),
    CameraClip("LC-A004_keeper-lamp.mp4", answering_plate, 120, ("LC 0320", "T 4")),
)

ROUGH_CUT: Sequence[tuple[str, int, int]] = (
    ("LC-T003", 0, 96), ("LC-T008", 0, 128), ("LC-T011", 0, 88), ("LC-T014", 0, 128), ("LC-T018", 0, 148),
    ("LC-T022", 0, 96), ("LC-T028", 0, 128), ("LC-T032", 0, 148), ("LC-T036", 0, 148), ("LC-T041", 0, 148),
)  # fmt: skip
"""The second cut: (take, first frame, frames), in the order of that day, before the lantern moved."""

PLAN = Plan(SHOTS, TAKES, FOOTAGE, ROUGH_CUT)
