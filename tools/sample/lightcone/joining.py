"""What is put together from the pieces of Lightcone: the film, its two earlier cuts, sound files, stills."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from PIL import Image

from sample.encode import part_of, write_film, write_reel, write_sound, write_still
from sample.lens import Picture
from sample.lightcone.boards import BOARDS
from sample.lightcone.clips import panel_name
from sample.lightcone.plan import ROUGH_CUT, SHOTS

SMALL = (480, 200)
FILM_CRF, CUT_CRF = 27, 36
HOPED_FOR = {"SQ01-0010": 120, "SQ02-0030": 120, "SQ03-0030": 160}
"""Frames of a shot in the animatic where it was not a hundred."""

STILLS = (
    ("LC-A011_river-first-frame", "SQ02-0030", 12),
    ("LC-A012_poster", "SQ03-0020", 112),
    ("LC-A013_still-river", "SQ02-0030", 100),
    ("LC-A014_still-dome", "SQ01-0020", 80),
)


def film(target: Path, reels: Path) -> None:
    label = {
        "Label": "1",
        "ContentProducer": "specimen",
        "ProduceID": "LC-MASTER",
        "ContentPropagator": "specimen",
        "PropagateID": "LC-MASTER",
    }
    order = [reels / f"{shot.code}.mp4" for shot in SHOTS]
    written = json.dumps(label, separators=(",", ":"))
    write_film(target / "lightcone.mp4", order, reels / "mix.wav", FILM_CRF, label=written)


def animatic(target: Path, reels: Path) -> None:
    """The first cut: the boards, each as long as it was hoped to be, under the music."""
    write_reel(reels / "animatic.mp4", _held_boards(target / "storyboards"), SMALL)
    cut = target / "cuts" / "LC-V007_animatic.mp4"
    write_film(cut, [reels / "animatic.mp4"], reels / "music.wav", CUT_CRF, rate="32k")


def _held_boards(folder: Path) -> Iterator[Picture]:
    for code, panels in BOARDS.items():
        for number in range(1, len(panels) + 1):
            board = Image.open(folder / panel_name(code, number)).convert("RGB")
            wide = round(board.width * SMALL[1] / board.height)
            sheet = Image.new("RGB", SMALL, (24, 24, 26))
            sheet.paste(board.resize((wide, SMALL[1]), Image.Resampling.LANCZOS), ((SMALL[0] - wide) // 2, 0))
            yield from [np.asarray(sheet)] * (HOPED_FOR.get(code, 100) // len(panels))


def rough_cut(target: Path, reels: Path) -> None:
    """The second cut: takes in place of boards."""
    parts = []
    for take_id, first, frames in ROUGH_CUT:
        parts.append(reels / f"rough_{take_id}.mp4")
        part_of(target / "takes" / f"{take_id}.mp4", parts[-1], first, frames, SMALL)
    write_film(target / "cuts" / "LC-V008_rough-cut.mp4", parts, reels / "music.wav", CUT_CRF, rate="32k")


def sounds_and_stills(target: Path, reels: Path) -> None:
    """Sound files of the trail, the poster, press stills and the pictures that prompts were given."""
    write_sound(target / "documents" / "LC-V010_signal-test.m4a", reels / "signals.wav", "40k")
    write_sound(target / "documents" / "LC-V011_sound.m4a", reels / "mix.wav", "40k")
    write_sound(target / "documents" / "LC-V012_music-sketch.m4a", reels / "sketch.wav", "40k")
    write_sound(target / "documents" / "LC-V013_music.m4a", reels / "music.wav", "40k")
    write_still(target / "refs" / "LC-A010_keeper.jpg", target / "takes" / "LC-T042.mp4", 18)
    for name, code, number in STILLS:
        write_still(target / "refs" / f"{name}.jpg", reels / f"{code}.mp4", number)
