"""What is put together from the pieces of Bicycle Kids: film, teaser, two earlier cuts, sound files, stills."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from PIL import Image

from sample.bicycle_kids.boards import BOARDS
from sample.bicycle_kids.clips import panel_name
from sample.bicycle_kids.plan import ROUGH_CUT, SHOTS, TEASER
from sample.encode import part_of, write_film, write_reel, write_sound, write_still
from sample.lens import Picture

SMALL = (384, 216)
FILM_CRF, TEASER_CRF, CUT_CRF = 35, 36, 43

STILLS = (
    ("BK-A010_seam-first-frame", "SQ03-0030", 2),
    ("BK-A013_poster", "SQ02-0030", 52),
    ("BK-A014_still-puddle", "SQ03-0010", 42),
    ("BK-A015_still-fireflies", "SQ03-0020", 70),
)


def film(target: Path, reels: Path) -> None:
    order = [reels / f"{shot.code}.mp4" for shot in SHOTS]
    write_film(target / "bicycle-kids.mp4", order, reels / "mix.wav", FILM_CRF, rate="72k", label=_label("BK-MASTER"))


def teaser(target: Path, reels: Path) -> None:
    order = [reels / f"tall_{shot.code}.mp4" for shot in TEASER]
    target_file = target / "bicycle-kids-teaser.mp4"
    write_film(target_file, order, reels / "teaser.wav", TEASER_CRF, rate="64k", label=_label("BK-TEASER"))


def _label(number: str) -> str:
    label = {
        "Label": "1",
        "ContentProducer": "specimen",
        "ProduceID": number,
        "ContentPropagator": "specimen",
        "PropagateID": number,
    }
    return json.dumps(label, separators=(",", ":"))


def animatic(target: Path, reels: Path) -> None:
    """The first cut: the boards, two bars each, under the music."""
    write_reel(reels / "animatic.mp4", _held_boards(target / "storyboards"), SMALL)
    cut = target / "cuts" / "BK-V007_animatic.mp4"
    write_film(cut, [reels / "animatic.mp4"], reels / "music.wav", CUT_CRF, rate="28k")


def _held_boards(folder: Path) -> Iterator[Picture]:
    for code, panels in BOARDS.items():
        for number in range(1, len(panels) + 1):
            board = Image.open(folder / panel_name(code, number)).convert("RGB")
            wide = round(board.width * SMALL[1] / board.height)
            sheet = Image.new("RGB", SMALL, (24, 24, 26))
            sheet.paste(board.resize((wide, SMALL[1]), Image.Resampling.LANCZOS), ((SMALL[0] - wide) // 2, 0))
            yield from [np.asarray(sheet)] * (96 // len(panels))


def rough_cut(target: Path, reels: Path) -> None:
    """The second cut: takes in place of boards."""
    parts = []
    for take_id, first, frames in ROUGH_CUT:
        parts.append(reels / f"rough_{take_id}.mp4")
        part_of(target / "takes" / f"{take_id}.mp4", parts[-1], first, frames, SMALL)
    write_film(target / "cuts" / "BK-V008_rough-cut.mp4", parts, reels / "music.wav", CUT_CRF, rate="28k")


def sounds_and_stills(target: Path, reels: Path) -> None:
    """Sound files of the trail, the poster, press stills and the pictures that prompts were given."""
    write_sound(target / "documents" / "BK-V010_two-bells.m4a", reels / "bells.wav", "28k")
    write_sound(target / "documents" / "BK-V011_sound.m4a", reels / "mix.wav", "28k")
    write_sound(target / "documents" / "BK-V012_music-sketch.m4a", reels / "sketch.wav", "28k")
    write_sound(target / "documents" / "BK-V013_music.m4a", reels / "music.wav", "28k")
    for name, code, number in STILLS:
        write_still(target / "refs" / f"{name}.jpg", reels / f"{code}.mp4", number)
