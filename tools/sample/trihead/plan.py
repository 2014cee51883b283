"""The plan of Tri-Head: which shot lasts how many beats, which take shows which fault, what the camera filmed."""

from __future__ import annotations

from collections.abc import Sequence

from sample import defects
from sample.defects import Clock, Fault
from sample.lens import Look
from sample.planning import CameraClip, Plan, Scene, Shot, Take
from sample.trihead import styles as style
from sample.trihead.clock import BEAT, HANDLE
from sample.trihead.ending import three_eyes
from sample.trihead.faults import varnished
from sample.trihead.opening import curtain_up, it_came, roll_call
from sample.trihead.plates import gong_plate, hand_plate, shadow_plate
from sample.trihead.quarrel import one_face, split
from sample.trihead.silence import the_body, thirds
from sample.trihead.tellings import battle, feast, gone
from sample.trihead.variation import Variation

REJECTED_FRAMES = 60
TEST_FRAMES = 60


def _shot(code: str, scene: Scene, beats: int) -> Shot:
    return Shot(code, scene, beats * BEAT, handle=HANDLE)


SHOTS: Sequence[Shot] = (
    _shot("SQ01-0010", curtain_up, 9),
    _shot("SQ01-0020", roll_call, 9),
    _shot("SQ01-0030", it_came, 6),
    _shot("SQ02-0010", battle, 9),
    _shot("SQ02-0020", feast, 8),
    _shot("SQ02-0030", gone, 10),
    _shot("SQ02-0040", split, 9),
    _shot("SQ02-0050", one_face, 8),
    _shot("SQ02-0060", the_body, 8),
    _shot("SQ02-0070", thirds, 8),
    _shot("SQ03-0010", three_eyes, 16),
)


def _test(
    number: int,
    scene: Scene,
    *,
    bad: bool = True,
    v: Variation | None = None,
    fault: Fault | None = None,
    clock: Clock | None = None,
) -> Take:
    return Take(f"TH-T{number:03}", "", v, fault, clock, 0, TEST_FRAMES, scene, rejected=bad)


def _bad(
    number: int,
    code: str,
    start: int,
    *,
    v: Variation | None = None,
    fault: Fault | None = None,
    clock: Clock | None = None,
) -> Take:
    return Take(f"TH-T{number:03}", code, v, fault, clock, start, REJECTED_FRAMES, rejected=True)


def _kept(number: int, code: str) -> Take:
    return Take(f"TH-T{number:03}", code)


TAKES: Sequence[Take] = (
    _test(1, style.red_alone, fault=varnished()),
    _test(2, style.red_alone, fault=defects.garbled_writing(0.66, 0.26, 0.14, 3, 7, (186, 30, 26))),
    _test(3, style.red_alone, v=Variation(boil=0.0055)),
    _test(4, style.red_alone, bad=False),
    _test(5, style.green_alone, v=Variation(skew=0.055)),
    _test(6, style.green_alone, v=Variation(soft_light=True), fault=defects.plastic(0.7)),
    _test(7, style.green_alone, clock=defects.frozen(14)),
    _test(8, style.green_alone, bad=False),
    _test(9, style.ink_alone, fault=defects.underexposed(0.30)),
    _test(10, style.ink_alone, fault=defects.stock_mark("PAPER STOCK", 4)),
    _test(11, style.ink_alone, fault=defects.hunting_focus()),
    _test(12, style.ink_alone, bad=False),
    _test(13, style.trio, v=Variation(borrowed=True)),
    _test(14, style.trio, v=Variation(heads=4)),
    _test(15, style.trio, v=Variation(heads=2)),
    _test(16, style.trio, v=Variation(swapped=True)),
    _test(17, style.trio, v=Variation(shadow=-1.0)),
    _test(18, style.trio, bad=False),
    _test(19, style.birds, v=Variation(birds=3)),
    _test(20, style.birds, bad=False),
    _test(21, style.eyes, v=Variation(eyes=3)),
    _test(22, style.eyes, bad=False),
    _bad(23, "SQ01-0010", 24, fault=defects.garbled_writing(0.20, 0.36, 0.17, 4, 5, (246, 232, 206))),
    _kept(24, "SQ01-0010"),
    _bad(25, "SQ01-0020", 50, v=Variation(mirrored=True)),
    _kept(26, "SQ01-0020"),
    _bad(27, "SQ01-0030", 14, v=Variation(birds=3)),
    _kept(28, "SQ01-0030"),
    _bad(29, "SQ02-0010", 6, v=Variation(off_beat=1.0)),
    _bad(30, "SQ02-0010", 20, v=Variation(crowd=3)),
    _kept(31, "SQ02-0010"),
    _bad(32, "SQ02-0020", 30, clock=defects.jump(54, 34)),
    _kept(33, "SQ02-0020"),
    _bad(34, "SQ02-0030", 12, fault=defects.mains_bands(0.62)),
    _kept(35, "SQ02-0030"),
    _bad(36, "SQ02-0040", 12, v=Variation(heads=2)),
    _kept(37, "SQ02-0040"),
    _bad(38, "SQ02-0050", 10, v=Variation(borrowed=True)),
    _kept(39, "SQ02-0050"),
    _bad(40, "SQ02-0060", 56, v=Variation(fingers=7)),
    _kept(41, "SQ02-0060"),
    Take("TH-T042", "SQ02-0060", scene=hand_plate, look=Look(flat=True)),
    _bad(43, "SQ02-0070", 36, v=Variation(mirrored=True)),
    _kept(44, "SQ02-0070"),
    _bad(45, "SQ03-0010", 40, v=Variation(camera=-1.0)),
    _bad(46, "SQ03-0010", 110, v=Variation(eyes=3)),
    _kept(47, "SQ03-0010"),
)


FOOTAGE: Sequence[CameraClip] = (
    CameraClip("TH-A001_shadow-cloth.mp4", shadow_plate, 120, ("TH 0230", "T 2")),
    CameraClip("TH-A002_gong.mp4", gong_plate, 84, ("TH 0260", "T 1")),
    CameraClip("TH-A003_hand.mp4", hand_plate, 96, ("TH 0260", "T 6")),
)

ROUGH_CUT: Sequence[tuple[str, int, int]] = (
    ("TH-T024", 0, 120), ("TH-T018", 0, 60), ("TH-T026", 0, 120), ("TH-T028", 0, 84), ("TH-T033", 0, 108),
    ("TH-T031", 0, 120), ("TH-T035", 0, 132), ("TH-T037", 0, 120), ("TH-T041", 0, 108), ("TH-T046", 0, 60),
)  # fmt: skip
"""The second cut: (take, first frame, frames): the feast still came first, and there were too many eyes."""

PLAN = Plan(SHOTS, TAKES, FOOTAGE, ROUGH_CUT)

ARGUMENT = PLAN.first_frame("SQ02-0010") // BEAT
"""The film's beat on which the three heads begin to count."""
