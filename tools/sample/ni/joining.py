"""What is put together from the pieces of N.I.: the film, its two earlier cuts, sound files, stills."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from PIL import Image

from sample.encode import part_of, write_film, write_reel, write_sound, write_still
from sample.lens import Picture
from sample.ni.boards import BOARDS
from sample.ni.clips import panel_name
from sample.ni.plan import ROUGH_CUT, SHOTS

SMALL = (426, 240)
FILM_CRF, CUT_CRF = 34, 41
HOPED_FOR = {
    "SQ01-0010": 160, "SQ01-0020": 112, "SQ01-0030": 128, "SQ02-0010": 160, "SQ02-0020": 112, "SQ02-0030": 128,
    "SQ03-0010": 144, "SQ03-0020": 96, "SQ03-0030": 256,
}  # fmt: skip
"""Frames of a shot in the animatic, as the third draft has them; nobody had thought of a look into the wood."""

STILLS = (
    ("NI-A011_open-hand", "SQ01-0030", 118),
    ("NI-A012_poster", "SQ03-0010", 118),
    ("NI-A013_still-lattice", "SQ03-0030", 70),
    ("NI-A014_still-knock", "SQ02-0030", 48),
    ("NI-A016_stile-first-frame", "SQ02-0020", 6),
)


def film(target: Path, reels: Path) -> None:
    label = {
        "Label": "1",
        "ContentProducer": "specimen",
        "ProduceID": "NI-MASTER",
        "ContentPropagator": "specimen",
        "PropagateID": "NI-MASTER",
    }
    order = [reels / f"{shot.code}.mp4" for shot in SHOTS]
    written = json.dumps(label, separators=(",", ":"))
    write_film(target / "ni.mp4", order, reels / "mix.wav", FILM_CRF, rate="64k", label=written)


def animatic(target: Path, reels: Path) -> None:
    """The first cut: the boards, each as long as it was hoped to be, under the music."""
    write_reel(reels / "animatic.mp4", _held_boards(target / "storyboards"), SMALL)
    cut = target / "cuts" / "NI-V007_animatic.mp4"
    write_film(cut, [reels / "animatic.mp4"], reels / "music.wav", CUT_CRF, rate="32k")


def _held_boards(folder: Path) -> Iterator[Picture]:
    for code, hoped in HOPED_FOR.items():
        panels = BOARDS[code]
        for number in range(1, len(panels) + 1):
            board = Image.open(folder / panel_name(code, number)).convert("RGB")
            wide = round(board.width * SMALL[1] / board.height)
            sheet = Image.new("RGB", SMALL, (24, 24, 26))
            sheet.paste(board.resize((wide, SMALL[1]), Image.Resampling.LANCZOS), ((SMALL[0] - wide) // 2, 0))
            yield from [np.asarray(sheet)] * (hoped // len(panels))


def rough_cut(target: Path, reels: Path) -> None:
    """The second cut: takes in place of boards."""
    parts = []
    for take_id, first, frames in ROUGH_CUT:
        parts.append(reels / f"rough_{take_id}.mp4")
        part_of(target / "takes" / f"{take_id}.mp4", parts[-1], first, frames, SMALL)
    write_film(target / "cuts" / "NI-V008_rough-cut.mp4", parts, reels / "music.wav", CUT_CRF, rate="32k")


def sounds_and_stills(target: Path, reels: Path) -> None:
    """Sound files of the trail, the poster, press stills and the pictures that prompts were given."""
    write_sound(target / "documents" / "NI-V011_knock-test.m4a", reels / "knocks.wav", "24k")
    write_sound(target / "documents" / "NI-V012_sound.m4a", reels / "mix.wav", "24k")
    write_sound(target / "documents" / "NI-V013_music-sketch.m4a", reels / "sketch.wav", "24k")
    write_sound(target / "documents" / "NI-V014_music.m4a", reels / "music.wav", "24k")
    write_still(target / "refs" / "NI-A010_three-fingers.jpg", target / "takes" / "NI-T044.mp4", 60)
    for name, code, number in STILLS:
        write_still(target / "refs" / f"{name}.jpg", reels / f"{code}.mp4", number)
