"""What is put together from the pieces of Tri-Head: the film, its two earlier cuts, sound files, stills."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from PIL import Image

from sample.encode import part_of, write_film, write_reel, write_sound, write_still
from sample.lens import Picture
from sample.trihead.boards import BOARDS
from sample.trihead.clips import panel_name
from sample.trihead.plan import ROUGH_CUT, SHOTS, shot_of

SMALL = (400, 300)
FILM_CRF, CUT_CRF = 30, 37
LONGER = {"SQ02-0020": 48, "SQ02-0030": -24, "SQ03-0010": -72}
"""Frames by which a shot was hoped to be longer when only its boards were there."""

STILLS = (
    ("TH-A011_three-eyes", "SQ03-0010", 20),
    ("TH-A012_poster", "SQ01-0020", 100),
    ("TH-A013_still-one-face", "SQ02-0050", 14),
    ("TH-A014_still-split", "SQ02-0040", 40),
    ("TH-A015_still-feast", "SQ02-0020", 60),
)

FROM_TAKES = (
    ("TH-A006_open-sheet", "TH-T033", 96),
    ("TH-A007_three-on-card", "TH-T018", 20),
    ("TH-A008_red", "TH-T004", 20),
    ("TH-A009_green", "TH-T008", 20),
    ("TH-A010_ink", "TH-T012", 20),
)


def film(target: Path, reels: Path) -> None:
    label = {
        "Label": "1",
        "ContentProducer": "specimen",
        "ProduceID": "TH-MASTER",
        "ContentPropagator": "specimen",
        "PropagateID": "TH-MASTER",
    }
    order = [reels / f"{shot.code}.mp4" for shot in SHOTS]
    written = json.dumps(label, separators=(",", ":"))
    write_film(target / "tri-head.mp4", order, reels / "mix.wav", FILM_CRF, label=written)


def animatic(target: Path, reels: Path) -> None:
    """The first cut: the boards under the music."""
    write_reel(reels / "animatic.mp4", _held_boards(target / "storyboards"), SMALL)
    cut = target / "cuts" / "TH-V009_animatic.mp4"
    write_film(cut, [reels / "animatic.mp4"], reels / "music.wav", CUT_CRF, rate="32k")


def _held_boards(folder: Path) -> Iterator[Picture]:
    for code, panels in BOARDS.items():
        frames = shot_of(code).frames + LONGER.get(code, 0)
        for number in range(1, len(panels) + 1):
            board = Image.open(folder / panel_name(code, number)).convert("RGB")
            high = round(board.height * SMALL[0] / board.width)
            sheet = Image.new("RGB", SMALL, (24, 24, 26))
            sheet.paste(board.resize((SMALL[0], high), Image.Resampling.LANCZOS), (0, (SMALL[1] - high) // 2))
            yield from [np.asarray(sheet)] * (frames // len(panels))


def rough_cut(target: Path, reels: Path) -> None:
    """The second cut: takes in place of boards."""
    parts = []
    for number, (take_id, first, frames) in enumerate(ROUGH_CUT):
        parts.append(reels / f"rough_{number}.mp4")
        part_of(target / "takes" / f"{take_id}.mp4", parts[-1], first, frames, SMALL)
    write_film(target / "cuts" / "TH-V010_rough-cut.mp4", parts, reels / "music.wav", CUT_CRF, rate="32k")


def sounds_and_stills(target: Path, reels: Path) -> None:
    """Sound files of the trail, the poster, press stills and the pictures that prompts were given."""
    write_sound(target / "documents" / "TH-V012_count-sketch.m4a", reels / "sketch.wav", "32k")
    write_sound(target / "documents" / "TH-V013_music.m4a", reels / "music.wav", "36k")
    write_sound(target / "documents" / "TH-V014_voices.m4a", reels / "voices.wav", "32k")
    write_sound(target / "documents" / "TH-V015_mix.m4a", reels / "mix.wav", "40k")
    for name, take_id, number in FROM_TAKES:
        write_still(target / "refs" / f"{name}.jpg", target / "takes" / f"{take_id}.mp4", number)
    for name, code, number in STILLS:
        write_still(target / "refs" / f"{name}.jpg", reels / f"{code}.mp4", number)
