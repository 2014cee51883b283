"""The pieces of N.I., each a job of its own: reels of the film, takes, camera footage, boards, sounds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from sample.encode import write_clip, write_reel
from sample.lens import Look, Picture, developed
from sample.lettering import as_mask, written
from sample.ni import score
from sample.ni.boards import BOARDS
from sample.ni.plan import FOOTAGE, HANDLE, PLATE_LOOK, SHOTS, Shot, shot_of, take_of
from sample.ni.variation import AS_BOARDED, Variation
from sample.paint import Stage
from sample.pencil import drawn
from sample.render import Part, clean, pictures
from sample.slate import slate

FILM, TAKE, CAMERA, PANEL = Stage(1280, 720), Stage(640, 360), Stage(640, 360), Stage(800, 450)
TAKE_CRF, CAMERA_CRF = 32, 32
LABEL_FRAMES = 48


def reel(code: str, reels: Path) -> None:
    """A shot of the film, every value kept, as long as it stands in the film."""
    shot = shot_of(code)
    frame = shot.scene(FILM, shot.clip_frames, Variation(edited=True))
    part = Part(HANDLE, shot.frames)
    shown = pictures(frame, part, shot.look, last=shot.clip_frames - 1, seed=_number(shot))
    write_reel(reels / f"{code}.mp4", _labelled(shown) if shot is SHOTS[0] else shown, (FILM.width, FILM.height))


def take(take_id: str, target: Path) -> None:
    """One take, half the film's size, as a model or a camera delivered it."""
    planned = take_of(take_id)
    shot = shot_of(planned.shot)
    scene = planned.scene or shot.scene
    frames = planned.frames or shot.clip_frames
    part = Part(planned.start, frames, planned.fault, planned.clock)
    look = planned.look or clean(shot.look)
    frame = scene(TAKE, shot.clip_frames, planned.variation)
    shown = pictures(frame, part, look, last=shot.clip_frames - 1, seed=20 + _number(shot))
    write_clip(target / "takes" / f"{take_id}.mp4", shown, (TAKE.width, TAKE.height), TAKE_CRF)


def camera(number: int, target: Path) -> None:
    """One clip of footage with its slate."""
    clip = FOOTAGE[number]
    part = Part(0, clip.frames, slate(clip.slate))
    frame = clip.scene(CAMERA, clip.frames, AS_BOARDED)
    shown = pictures(frame, part, PLATE_LOOK, last=clip.frames - 1, seed=50)
    write_clip(target / "footage" / clip.file, shown, (CAMERA.width, CAMERA.height), CAMERA_CRF)


def boards(code: str, target: Path) -> None:
    """The panels of one shot."""
    shot = shot_of(code)
    for number, panel in enumerate(BOARDS[code], 1):
        frame = shot.scene(PANEL, shot.clip_frames, AS_BOARDED)
        picture = developed(frame(panel.frame), Look(exposure=1.6, grain=0), 1, 1)
        file = target / "storyboards" / panel_name(code, number)
        file.parent.mkdir(parents=True, exist_ok=True)
        drawn(picture, panel, seed=10 * _number(shot) + number, stage=PANEL).save(file, optimize=True)


def panel_name(code: str, number: int) -> str:
    return f"{code}.png" if number == 1 else f"{code}_{number}.png"


def sounds(reels: Path) -> None:
    """The mix, the music alone, and what came before them."""
    score.full_mix().written(reels / "mix.wav")
    score.music().written(reels / "music.wav")
    score.sketch().written(reels / "sketch.wav")
    score.knock_test().written(reels / "knocks.wav")


def _number(shot: Shot) -> int:
    return SHOTS.index(shot) + 1


def _labelled(shown: Iterator[Picture]) -> Iterator[Picture]:
    """The label that China's rules ask for, in the first two seconds, more than a twentieth of the height."""
    high, y = FILM.height * 0.052, FILM.height - 62
    strokes = [
        *written("AI", 40, y, high, spacing=1.6),
        *written("生成", 40 + high * 1.5, y, high, spacing=2.2),
        *written("/ AI-GENERATED", 40 + high * 4.0, y, high, spacing=1.6),
    ]
    mask = as_mask((FILM.width, FILM.height), strokes, 2.0)[..., None]
    for i, picture in enumerate(shown):
        if i < LABEL_FRAMES:
            picture = np.clip(picture * (1 - 0.8 * mask) + 185 * mask, 0, 255).astype(np.uint8)
        yield picture
