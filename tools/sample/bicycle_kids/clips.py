"""The pieces of Bicycle Kids, each a job of its own: reels of film and teaser, takes, footage, boards, sounds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from sample.bicycle_kids import score
from sample.bicycle_kids.boards import BOARDS, PANEL_16_9
from sample.bicycle_kids.plan import FOOTAGE, HANDLE, PLATE_LOOK, SHOTS, TEASER, Shot, shot_of, take_of
from sample.bicycle_kids.variation import AS_BOARDED, Variation
from sample.encode import write_clip, write_reel
from sample.lens import Look, Picture, developed
from sample.lettering import as_mask, written
from sample.paint import Stage
from sample.pencil import drawn
from sample.render import Part, clean, pictures
from sample.slate import slate

FILM, TAKE, CAMERA = Stage(1280, 720), Stage(640, 360), Stage(640, 360)
TALL, CAMERA_UPRIGHT = Stage(540, 960), Stage(360, 640)
TAKE_CRF, CAMERA_CRF = 34, 36
FINE_CRF, FINE = 29, ("BK-T024", "BK-T030", "BK-T034")
"""Kept takes full of spokes, ripples and grass, which a coarse clip would smear as much as a fault does."""
LABEL_FRAMES = 48


def reel(code: str, reels: Path) -> None:
    """A shot of the film, every value kept, as long as it stands in the film."""
    shot = shot_of(code)
    frame = shot.scene(FILM, shot.clip_frames, Variation(edited=True))
    shown = pictures(frame, Part(HANDLE, shot.frames), shot.look, last=shot.clip_frames - 1, seed=_number(shot))
    write_reel(reels / f"{code}.mp4", _labelled(shown) if shot is SHOTS[0] else shown, (FILM.width, FILM.height))


def tall_reel(number: int, reels: Path) -> None:
    """A picture of the vertical teaser."""
    shot = TEASER[number]
    frame = shot.scene(TALL, shot.frames, Variation(edited=True))
    shown = pictures(frame, Part(0, shot.frames), shot.look, last=shot.frames - 1, seed=70 + number)
    write_reel(reels / f"tall_{shot.code}.mp4", shown, (TALL.width, TALL.height))


def take(take_id: str, target: Path) -> None:
    """One take, half the film's size, as a model or a camera delivered it."""
    planned = take_of(take_id)
    shot = shot_of(planned.shot)
    part = Part(planned.start, planned.frames or shot.clip_frames, planned.fault, planned.clock)
    frame = (planned.scene or shot.scene)(TAKE, shot.clip_frames, planned.variation)
    look = planned.look or clean(shot.look)
    shown = pictures(frame, part, look, last=shot.clip_frames - 1, seed=20 + _number(shot))
    crf = FINE_CRF if take_id in FINE else TAKE_CRF
    write_clip(target / "takes" / f"{take_id}.mp4", shown, (TAKE.width, TAKE.height), crf)


def camera(number: int, target: Path) -> None:
    """One clip of footage with its slate."""
    clip = FOOTAGE[number]
    stage = CAMERA_UPRIGHT if clip.tall else CAMERA
    frame = clip.scene(stage, clip.frames, AS_BOARDED)
    shown = pictures(frame, Part(0, clip.frames, slate(clip.slate)), PLATE_LOOK, last=clip.frames - 1, seed=50)
    write_clip(target / "footage" / clip.file, shown, (stage.width, stage.height), CAMERA_CRF)


def boards(code: str, target: Path) -> None:
    """The panels of one shot."""
    shot = shot_of(code)
    for number, panel in enumerate(BOARDS[code], 1):
        frame = shot.scene(PANEL_16_9, shot.clip_frames, AS_BOARDED)
        picture = developed(frame(panel.frame), Look(grain=0), 1, 1)
        file = target / "storyboards" / panel_name(code, number)
        file.parent.mkdir(parents=True, exist_ok=True)
        drawn(picture, panel, 10 * _number(shot) + number, PANEL_16_9).save(file, optimize=True)


def panel_name(code: str, number: int) -> str:
    return f"{code}.png" if number == 1 else f"{code}_{number}.png"


def sounds(reels: Path) -> None:
    """The mix, the music alone, what came before them, and the teaser's ten seconds."""
    score.full_mix().written(reels / "mix.wav")
    score.music().written(reels / "music.wav")
    score.sketch().written(reels / "sketch.wav")
    score.two_bells().written(reels / "bells.wav")
    score.teaser().written(reels / "teaser.wav")


def _number(shot: Shot) -> int:
    return SHOTS.index(shot) + 1


def _labelled(shown: Iterator[Picture]) -> Iterator[Picture]:
    """The label that China's rules ask for, in the first two seconds, more than a twentieth of the height."""
    high, y = FILM.height * 0.052, FILM.height - 74
    strokes = [
        *written("AI", 40, y, high, spacing=1.6),
        *written("生成", 40 + high * 1.5, y, high, spacing=2.2),
        *written("/ AI-GENERATED", 40 + high * 4.0, y, high, spacing=1.6),
    ]
    mask = as_mask((FILM.width, FILM.height), strokes, 2.4)[..., None]
    for i, picture in enumerate(shown):
        if i < LABEL_FRAMES:
            picture = np.clip(picture * (1 - 0.8 * mask) + 205 * mask, 0, 255).astype(np.uint8)
        yield picture
