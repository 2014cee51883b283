"""The pieces of Tri-Head, each a job of its own: reels of the film, takes, camera footage, boards, sounds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from sample.encode import write_clip, write_reel
from sample.lens import Picture
from sample.lettering import as_mask, written
from sample.slate import slate
from sample.trihead import score
from sample.trihead.boards import BOARDS
from sample.trihead.clock import HANDLE
from sample.trihead.crayons import PANEL, drawn
from sample.trihead.faults import filmed
from sample.trihead.paper import Size
from sample.trihead.plan import FOOTAGE, SHOTS, Take, shot_of, take_of
from sample.trihead.variation import AS_BOARDED, Variation

FILM, TAKE, CAMERA = Size(960, 720), Size(640, 480), Size(640, 480)
TAKE_CRF, CAMERA_CRF = 33, 33
LABEL_FRAMES = 48


def reel(code: str, reels: Path) -> None:
    """A shot of the film, every value kept, as long as it stands in the film."""
    shot = shot_of(code)
    frame = shot.scene(FILM, shot.clip_frames, Variation(edited=True))
    shown = (frame(HANDLE + i) for i in range(shot.frames))
    write_reel(reels / f"{code}.mp4", _labelled(shown) if shot is SHOTS[0] else shown, (FILM.width, FILM.height))


def pictures(take: Take, size: Size) -> Iterator[Picture]:
    """A take's pictures, faults and all."""
    frame = take.scene(size, take.length, take.variation)
    camera = filmed(size) if take.filmed else None
    for i in range(take.length):
        wanted = take.start + i
        picture = frame(take.clock(wanted) if take.clock else wanted)
        if camera:
            picture = camera(picture, i, take.length)
        yield take.fault(picture, i, take.length) if take.fault else picture


def take(take_id: str, target: Path) -> None:
    """One take, two thirds of the film's size, as a model or a camera delivered it."""
    shown = pictures(take_of(take_id), TAKE)
    write_clip(target / "takes" / f"{take_id}.mp4", shown, (TAKE.width, TAKE.height), TAKE_CRF)


def camera(number: int, target: Path) -> None:
    """One clip of footage with its slate."""
    clip = FOOTAGE[number]
    frame = clip.scene(CAMERA, clip.frames, AS_BOARDED)
    record, board = filmed(CAMERA), slate(clip.slate)
    shown = (record(board(frame(i), i, clip.frames), i, clip.frames) for i in range(clip.frames))
    write_clip(target / "footage" / clip.file, shown, (CAMERA.width, CAMERA.height), CAMERA_CRF)


def boards(code: str, target: Path) -> None:
    """The panels of one shot."""
    shot = shot_of(code)
    for number, panel in enumerate(BOARDS[code], 1):
        # The title is ours, so it is on the board; the end card came later.
        frame = shot.scene(PANEL, shot.clip_frames, Variation(edited=shot is SHOTS[0]))
        file = target / "storyboards" / panel_name(code, number)
        file.parent.mkdir(parents=True, exist_ok=True)
        drawn(frame(panel.frame), panel, seed=10 * SHOTS.index(shot) + number).save(file, optimize=True)


def panel_name(code: str, number: int) -> str:
    return f"{code}.png" if number == 1 else f"{code}_{number}.png"


def sounds(reels: Path) -> None:
    """The mix, the music alone, and what came before them."""
    score.full_mix().written(reels / "mix.wav", 0.7)
    score.music().written(reels / "music.wav", 0.7)
    score.sketch().written(reels / "sketch.wav")
    score.voices().written(reels / "voices.wav")


def _labelled(shown: Iterator[Picture]) -> Iterator[Picture]:
    """The label that China's rules ask for, in the first two seconds, more than a twentieth of the shorter side."""
    high, y = FILM.height * 0.052, FILM.height - 66
    strokes = [
        *written("AI", 40, y, high, spacing=1.6),
        *written("生成", 40 + high * 1.9, y, high, spacing=2.2),
        *written("/ AI-GENERATED", 40 + high * 4.4, y, high, spacing=1.6),
    ]
    mask = as_mask((FILM.width, FILM.height), strokes, 3.0)[..., None]
    for i, picture in enumerate(shown):
        if i < LABEL_FRAMES:
            picture = np.clip(picture * (1 - 0.9 * mask) + 226 * mask, 0, 255).astype(np.uint8)
        yield picture
