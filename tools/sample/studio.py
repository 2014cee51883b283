"""Makes every file of a film: first the pieces, then what is joined from them. Each is a job of its own."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Hashable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import numpy as np
from PIL import Image, ImageFilter

from sample.encode import clip, part_of, write_film, write_reel, write_sound, write_still
from sample.films import FILMS
from sample.lens import Picture
from sample.lettering import as_mask, written
from sample.planning import Film, Take

LABEL_FRAMES = 48

Job = Callable[[], None]
"""Names its film by the slug: a plan, with its faults, does not travel from process to process."""


def make(slug: str, target: Path, workers: int = 2) -> None:
    """Writes all media under `target`, the film's folder. The reels need some 2 GB of scratch space for a while."""
    film = FILMS[slug]
    with tempfile.TemporaryDirectory() as scratch, ProcessPoolExecutor(workers) as pool:
        reels = Path(scratch)
        _wait([pool.submit(job) for job in _reels(film, reels)])
        # One process encodes the film, which cannot be shared, while the others paint takes and boards.
        late = [pool.submit(job) for job in _masters(film, target, reels)]
        _wait([pool.submit(job) for job in _pieces(film, target)])
        _wait([*late, *(pool.submit(job) for job in _cuts(film, target, reels))])


def _wait(jobs: Sequence[Future[None]]) -> None:
    for waiting in jobs:
        waiting.result()


def _reels(film: Film, reels: Path) -> list[Job]:
    # The longest first, so that no worker ends alone with one of them.
    shots = sorted(film.plan.shots, key=lambda shot: -shot.frames)
    return [
        *(partial(reel, film.slug, shot.code, reels) for shot in shots),
        *(partial(_tall_reel, film.slug, number, reels) for number in range(len(film.teaser))),
        partial(_sounds, film.slug, reels),
    ]


def _masters(film: Film, target: Path, reels: Path) -> list[Job]:
    return [
        partial(_film, film.slug, target, reels),
        *([partial(_teaser, film.slug, target, reels)] if film.teaser else []),
    ]


def _pieces(film: Film, target: Path) -> list[Job]:
    return [
        *(partial(takes, film.slug, ids, target) for ids in _alike(film)),
        *(partial(_camera, film.slug, number, target) for number in range(len(film.plan.footage))),
        *(partial(_boards, film.slug, code, target) for code in film.boards),
    ]


def _cuts(film: Film, target: Path, reels: Path) -> list[Job]:
    return [partial(job, film.slug, target, reels) for job in (_animatic, _rough_cut, _sounds_and_stills)]


def reel(slug: str, code: str, reels: Path) -> None:
    """A shot of the film, every value kept, as long as it stands in the film."""
    film = FILMS[slug]
    shot, (width, height, _) = film.plan.shot_of(code), film.sizes.film
    shown = film.brush.of_the_film(shot)
    if shot is film.plan.shots[0]:
        shown = _labelled(shown, width, height)
    stills = {number for _, source, number in film.stills if source == code}
    write_reel(reels / f"{code}.yuv", _with_stills(shown, stills, reels / code), (width, height))


def _with_stills(shown: Iterator[Picture], stills: set[int], name: Path) -> Iterator[Picture]:
    """Keeps the frames that are wanted as stills, in all their colours."""
    for i, picture in enumerate(shown):
        if i in stills:
            Image.fromarray(picture).save(name.with_name(f"{name.name}_{i}.png"))
        yield picture


def _tall_reel(slug: str, number: int, reels: Path) -> None:
    film = FILMS[slug]
    shot = film.teaser[number]
    write_reel(reels / f"tall_{shot.code}.yuv", film.brush.of_the_teaser(shot), film.sizes.teaser[:2])


def _sounds(slug: str, reels: Path) -> None:
    # One after the other: most of what the mix plays is in the music too, and is remembered.
    film = FILMS[slug]
    for name, sound in film.sounds.items():
        sound().written(reels / f"{name}.wav", film.peak if name in ("mix", "music", "teaser") else 0.6)


def takes(slug: str, ids: Sequence[str], target: Path) -> None:
    """Takes that are alike, smaller than the film."""
    film = FILMS[slug]
    width, height, coarse = film.sizes.take
    with ExitStack() as open_clips:
        clips = [
            clip(target / "takes" / f"{id_}.mp4", (width, height), film.sizes.finer.get(id_, coarse), film.tune)
            for id_ in ids
        ]
        writers = [open_clips.enter_context(each) for each in clips]
        for number, picture in film.brush.of_takes([film.plan.take_of(id_) for id_ in ids]):
            writers[number](picture)


def _alike(film: Film) -> list[list[str]]:
    """The takes, those together that are painted together; who has the most frames comes first."""
    groups: dict[Hashable, list[Take]] = {}
    for take in film.plan.takes:
        groups.setdefault(film.brush.alike(take), []).append(take)
    longest = sorted(groups.values(), key=lambda group: -sum(film.plan.length_of(take) for take in group))
    return [[take.id for take in group] for group in longest]


def _camera(slug: str, number: int, target: Path) -> None:
    film = FILMS[slug]
    filmed, (width, height, crf) = film.plan.footage[number], film.sizes.camera
    size = (height, width) if filmed.tall else (width, height)
    with clip(target / "footage" / filmed.file, size, crf, film.tune) as write:
        for picture in film.brush.of_the_camera(filmed):
            write(picture)


def _boards(slug: str, code: str, target: Path) -> None:
    film = FILMS[slug]
    for number, panel in enumerate(film.boards[code], 1):
        file = target / "storyboards" / _panel_name(code, number)
        file.parent.mkdir(parents=True, exist_ok=True)
        film.brush.board(film.plan.shot_of(code), panel, number).save(file, optimize=True)


def _panel_name(code: str, number: int) -> str:
    return f"{code}.png" if number == 1 else f"{code}_{number}.png"


def _film(slug: str, target: Path, reels: Path) -> None:
    film = FILMS[slug]
    order = [reels / f"{shot.code}.yuv" for shot in film.plan.shots]
    file, label, (width, height, crf) = target / f"{film.slug}.mp4", _label(f"{film.mark}-MASTER"), film.sizes.film
    write_film(file, order, (width, height), reels / "mix.wav", crf, rate=film.rate, label=label, tune=film.tune)


def _teaser(slug: str, target: Path, reels: Path) -> None:
    film = FILMS[slug]
    order = [reels / f"tall_{shot.code}.yuv" for shot in film.teaser]
    file, label = target / f"{film.slug}-teaser.mp4", _label(f"{film.mark}-TEASER")
    width, height, crf = film.sizes.teaser
    write_film(file, order, (width, height), reels / "teaser.wav", crf, rate=film.rate, label=label, tune=film.tune)


def _label(number: str) -> str:
    """The AIGC label that is kept in the file."""
    made_by = {"ContentProducer": "specimen", "ProduceID": number}
    shown_by = {"ContentPropagator": "specimen", "PropagateID": number}
    return json.dumps({"Label": "1", **made_by, **shown_by}, separators=(",", ":"))


def _animatic(slug: str, target: Path, reels: Path) -> None:
    """The first cut: the boards, each as long as it was hoped to be, under the music."""
    film = FILMS[slug]
    name, (width, height, crf) = film.animatic[0], film.sizes.cut
    boards, size = reels / "animatic.yuv", (width, height)
    write_reel(boards, _held_boards(film, target / "storyboards"), size)
    file = target / "cuts" / f"{name}.mp4"
    write_film(file, [boards], size, reels / "music.wav", crf, rate=film.low_rate, tune=film.tune)


def _held_boards(film: Film, folder: Path) -> Iterator[Picture]:
    wide, high = film.sizes.cut[:2]
    for code, frames in film.animatic[1].items():
        panels = len(film.boards[code])
        for number in range(1, panels + 1):
            board = Image.open(folder / _panel_name(code, number)).convert("RGB")
            share = min(wide / board.width, high / board.height)
            small = board.resize((round(board.width * share), round(board.height * share)), Image.Resampling.LANCZOS)
            sheet = Image.new("RGB", (wide, high), (24, 24, 26))
            sheet.paste(small, ((wide - small.width) // 2, (high - small.height) // 2))
            yield from [np.asarray(sheet)] * (frames // panels)


def _rough_cut(slug: str, target: Path, reels: Path) -> None:
    """The second cut: takes in place of boards."""
    film = FILMS[slug]
    (width, height, crf), parts = film.sizes.cut, []
    for number, (take_id, first, frames) in enumerate(film.plan.rough_cut):
        parts.append(reels / f"rough_{number}.yuv")
        part_of(target / "takes" / f"{take_id}.mp4", parts[-1], first, frames, (width, height))
    file = target / "cuts" / f"{film.rough}.mp4"
    write_film(file, parts, (width, height), reels / "music.wav", crf, rate=film.low_rate, tune=film.tune)


def _sounds_and_stills(slug: str, target: Path, reels: Path) -> None:
    film = FILMS[slug]
    for name, sound in film.documents.items():
        write_sound(target / "documents" / f"{name}.m4a", reels / f"{sound}.wav", film.low_rate)
    for name, source, number in film.stills:
        if source.startswith(f"{film.mark}-T"):
            write_still(target / "refs" / f"{name}.jpg", target / "takes" / f"{source}.mp4", number)
        else:
            write_still(target / "refs" / f"{name}.jpg", reels / f"{source}_{number}.png", 0)
    for name, painting in film.painted.items():
        file = target / "refs" / f"{name}.jpg"
        file.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(painting()).save(file, quality=86)


def _labelled(shown: Iterator[Picture], width: int, height: int) -> Iterator[Picture]:
    """The label that China's rules ask for, in the first two seconds, more than a twentieth of the shorter side."""
    high = min(width, height) * 0.052
    y = height - 1.9 * high
    strokes = [
        *written("AI", 40, y, high, spacing=1.6),
        *written("生成", 40 + high * 1.9, y, high, spacing=2.2),
        *written("/ AI-GENERATED", 40 + high * 4.4, y, high, spacing=1.6),
    ]
    mask = as_mask((width, height), strokes, high / 12)
    # The picture steps back round the letters, so that they are read on whatever is behind them.
    round_them = Image.fromarray((mask * 255).astype(np.uint8)).filter(ImageFilter.GaussianBlur(high / 3))
    shade = np.minimum(np.asarray(round_them, np.float32) / 255 * 4, 1) * 0.62
    for i, picture in enumerate(shown):
        if i < LABEL_FRAMES:
            dark = picture * ((1 - shade) * (1 - mask))[..., None]
            picture = np.clip(dark + 226 * mask[..., None], 0, 255).astype(np.uint8)
        yield picture
