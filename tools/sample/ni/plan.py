"""The plan of N.I.: which shot lasts how long, which take shows which fault, what the camera filmed."""

from __future__ import annotations

from collections.abc import Sequence

from sample import defects
from sample.defects import Clock, Fault
from sample.lens import Look
from sample.ni.forcing import forcing
from sample.ni.geometry import geometry
from sample.ni.grain import grain
from sample.ni.knocking import knocking, knocking_plate
from sample.ni.planing import planing
from sample.ni.together import fitting, tremor, tremor_plate
from sample.ni.variation import Variation
from sample.ni.waking import waking
from sample.ni.workshop import lattice, opening
from sample.planning import CameraClip, Plan, Shot, Take

REJECTED_FRAMES = 56

PLATE_LOOK = Look(exposure=1.6, flat=True, grain=3.0, vignette=0.2)
"""As the camera recorded it."""


def _look(exposure: float, **other: float) -> Look:
    return Look(exposure, grain=1.5, streak=0.12, vignette=other.pop("vignette", 0.55), **other)  # type: ignore[arg-type]


SHOTS: Sequence[Shot] = (
    Shot("SQ01-0010", opening, 160, _look(1.45)),
    Shot("SQ01-0020", planing, 112, _look(1.55)),
    Shot("SQ01-0030", waking, 128, _look(1.5, bloom=0.9)),
    Shot("SQ02-0010", geometry, 128, _look(1.5, saturation=0.94)),
    Shot("SQ02-0020", forcing, 112, _look(1.5)),
    Shot("SQ02-0030", knocking, 128, _look(1.5)),
    Shot("SQ02-0040", grain, 128, _look(1.55, bloom=0.9)),
    Shot("SQ03-0010", tremor, 144, _look(1.5)),
    Shot("SQ03-0020", fitting, 96, _look(1.5)),
    Shot("SQ03-0030", lattice, 160, _look(1.45)),
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
    return Take(f"NI-T{number:03}", shot, v, fault, clock, start, REJECTED_FRAMES, rejected=True)


TAKES: Sequence[Take] = (
    _bad(1, "SQ01-0010", 20, v=Variation(figures=2)),
    _bad(2, "SQ01-0010", 60, fault=defects.garbled_writing(0.46, 0.10, 0.16, 6, 4, (226, 160, 92))),
    _bad(3, "SQ01-0010", 30, v=Variation(lamp_side=-1)),
    Take("NI-T004", "SQ01-0010", Variation(camera=0), start=30, frames=96),
    Take("NI-T005", "SQ01-0010"),
    _bad(6, "SQ01-0020", 20, fault=defects.mains_bands(0.55)),
    _bad(7, "SQ01-0020", 50, v=Variation(shaving_flies=True)),
    _bad(8, "SQ01-0020", 50, v=Variation(shavings=10)),
    Take("NI-T009", "SQ01-0020"),
    _bad(10, "SQ01-0030", 70, v=Variation(fingers=6)),
    _bad(11, "SQ01-0030", 30, v=Variation(gears_slip=True)),
    _bad(12, "SQ01-0030", 60, fault=defects.tiled()),
    Take("NI-T013", "SQ01-0030"),
    _bad(14, "SQ02-0010", 76, v=Variation(gap=0.16)),
    _bad(15, "SQ02-0010", 40, fault=defects.bent()),
    _bad(16, "SQ02-0010", 60, fault=defects.plastic()),
    Take("NI-T017", "SQ02-0010"),
    _bad(18, "SQ02-0020", 30, v=Variation(nails=4)),
    _bad(19, "SQ02-0020", 30, clock=defects.frozen(20)),
    _bad(20, "SQ02-0020", 16, v=Variation(hands=2)),
    Take("NI-T021", "SQ02-0020"),
    _bad(22, "SQ02-0030", 24, v=Variation(knock_seed=4)),
    _bad(23, "SQ02-0030", 36, v=Variation(fingers=6)),
    _bad(24, "SQ02-0030", 30, fault=defects.ghosted()),
    Take("NI-T025", "SQ02-0030"),
    _bad(26, "SQ02-0040", 50, v=Variation(rings_spiral=True)),
    _bad(27, "SQ02-0040", 30, fault=defects.colour_cast(0.55, 1.05, 1.3)),
    _bad(28, "SQ02-0040", 60, fault=defects.overexposed(4.2)),
    Take("NI-T029", "SQ02-0040"),
    _bad(30, "SQ03-0010", 84, v=Variation(steady_machine=True)),
    _bad(31, "SQ03-0010", 60, v=Variation(hands=2)),
    _bad(32, "SQ03-0010", 70, fault=defects.melting(0.12, 0.55, 0.26, 0.05)),
    Take("NI-T033", "SQ03-0010", Variation(camera=0), start=40, frames=96),
    Take("NI-T034", "SQ03-0010"),
    _bad(35, "SQ03-0020", 30, v=Variation(glue=True)),
    _bad(36, "SQ03-0020", 46, v=Variation(gap=0.022)),
    _bad(37, "SQ03-0020", 30, fault=defects.hunting_focus()),
    _bad(38, "SQ03-0020", 20, v=Variation(grain_across=True)),
    Take("NI-T039", "SQ03-0020"),
    _bad(40, "SQ03-0030", 40, v=Variation(pattern=1)),
    _bad(41, "SQ03-0030", 60, v=Variation(figures=0)),
    _bad(42, "SQ03-0030", 50, fault=defects.flicker(0.7)),
    Take("NI-T043", "SQ03-0030"),
    Take("NI-T044", "SQ01-0030", Variation(fingers=3), start=36, frames=72),
)


FOOTAGE: Sequence[CameraClip] = (
    CameraClip("NI-A001_plane.mp4", planing, 104, ("NI 0020", "T 4")),
    CameraClip("NI-A002_three-knocks.mp4", knocking_plate, 112, ("NI 0230", "T 2")),
    CameraClip("NI-A003_old-hand.mp4", tremor_plate, 112, ("NI 0310", "T 9")),
)

ROUGH_CUT: Sequence[tuple[str, int, int]] = (
    ("NI-T004", 0, 96), ("NI-T009", 0, 120), ("NI-T013", 0, 136), ("NI-T021", 0, 120), ("NI-T017", 0, 136),
    ("NI-T025", 0, 136), ("NI-T033", 0, 96), ("NI-T039", 0, 104), ("NI-T043", 0, 168),
)  # fmt: skip
"""The second cut: (take, first frame, frames). The split came before the geometry, and nobody looked into the wood."""

PLAN = Plan(SHOTS, TAKES, FOOTAGE, ROUGH_CUT)
