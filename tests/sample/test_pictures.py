"""What the clips of the sample films show is what their records say."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import av
import pytest
from PIL import Image, ImageChops

from glassbox.loading import Loaded
from glassbox.records.archive import FilmFolder
from glassbox.records.terms import Status

films = pytest.importorskip("sample.films", reason="the sample's makers need numpy")

from sample.encode import ffmpeg  # noqa: E402

pytestmark = pytest.mark.ffmpeg

FILMS = Path(__file__).resolve().parents[2] / "content" / "films"
STEP = 20
"""A pixel counts as changed where a channel differs by more than this many steps of 255."""
VISIBLE = 0.004
"""The share of changed pixels, in the frame where most are, from which a viewer sees the reason."""
UNSEEN = 0.03
"""The share that an encoder may change of what was painted."""
MOMENTS = (8, 20, 30, 46)
"""Frames of a rejected clip that are looked at."""
AT_MOST_BYTES = {"bicycle-kids": 8_500_000, "lightcone": 9_000_000, "ni": 8_500_000, "tri-head": 13_000_000}


@pytest.fixture(params=films.FILMS)
def made(request: pytest.FixtureRequest) -> Any:
    return films.FILMS[request.param]


@pytest.fixture
def recorded(made: Any, loaded: Loaded) -> FilmFolder:
    return next(folder for folder in loaded.archive.films if folder.film.slug == made.slug)


def _frames(file: Path, wanted: Iterable[int], size: tuple[int, int]) -> dict[int, Image.Image]:
    """The frames with these numbers, counted in order of showing."""
    numbers, found = set(wanted), {}
    with av.open(str(file)) as clip:
        for number, frame in enumerate(clip.decode(video=0)):
            if number in numbers:
                found[number] = frame.to_image(width=size[0], height=size[1])  # type: ignore[no-untyped-call]
            if number >= max(numbers):
                break
    return found


def _changed(one: Image.Image, other: Image.Image) -> float:
    """The share of the picture that differs visibly, seen from a step back.

    A codec keeps colour at half the size, and wood grain is finer than any reason: four pixels in one, nobody sees
    that, and a mistake is still a mistake.
    """
    bands = ImageChops.difference(one.reduce(4), other.reduce(4)).split()
    counts = ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2]).histogram()
    return sum(counts[STEP + 1 :]) / sum(counts)


def _video(file: Path) -> tuple[int, int, int]:
    """Width, height and frames."""
    with av.open(str(file)) as clip:
        video = clip.streams.video[0]
        return video.width, video.height, video.frames


def test_the_plan_and_the_records_name_the_same_takes(made: Any, recorded: FilmFolder) -> None:
    assert [take.id for take in made.plan.takes] == [take.id for take in recorded.takes]
    for planned, take in zip(made.plan.takes, recorded.takes, strict=True):
        assert planned.rejected == (take.status is Status.REJECTED), take.id
        assert take.shots in ((planned.shot,), ()), take.id


def test_the_plan_and_the_records_cut_the_film_alike(made: Any, recorded: FilmFolder) -> None:
    for planned, shot in zip(made.plan.shots, recorded.shots, strict=True):
        assert planned.code == shot.code
        assert shot.cut_in == made.plan.first_frame(planned.code)
        assert shot.cut_out == made.plan.first_frame(planned.code) + planned.frames - 1
        assert (shot.head, shot.tail) == (planned.handle, planned.handle)


def test_the_rough_cut_holds_only_takes_that_were_there(made: Any, recorded: FilmFolder) -> None:
    takes = {take.id: take for take in recorded.takes}
    cut = next(version for version in recorded.versions if version.id == made.rough.partition("_")[0])
    for name, first, frames in made.plan.rough_cut:
        assert first + frames <= made.plan.length_of(made.plan.take_of(name)), name
        generation = takes[name].generation
        if generation and generation.at:
            assert str(generation.at)[:10] <= str(cut.at), name


def test_every_take_is_as_long_and_as_large_as_it_was_planned(made: Any) -> None:
    for take in made.plan.takes:
        size = _video(FILMS / made.slug / "takes" / f"{take.id}.mp4")
        assert size == (*made.sizes.take[:2], made.plan.length_of(take)), take.id


def _scenes() -> list[Any]:
    """Each scene with its rejected takes: (film, the take that was kept of it, the rejected ones)."""
    found = []
    for film in films.FILMS.values():
        groups: dict[int, list[Any]] = {}
        for take in film.plan.takes:
            groups.setdefault(id(film.plan.scene_of(take)), []).append(take)
        for takes in groups.values():
            rejected = [take for take in takes if take.rejected]
            if rejected:
                kept = min((t for t in takes if not t.rejected), key=lambda t: (t.variation is not None, t.start))
                found.append(pytest.param(film, kept, rejected, id=kept.id))
    return found


@pytest.mark.parametrize(("film", "kept", "rejected"), _scenes())
def test_each_rejected_take_shows_its_reason_and_the_kept_one_does_not(
    film: Any, kept: Any, rejected: Sequence[Any]
) -> None:
    """Both are held against the scene as it was boarded; what the codec does to the kept take is the measure."""
    takes, size = FILMS / film.slug / "takes", film.sizes.take[:2]
    wanted = sorted({take.start + moment for take in rejected for moment in MOMENTS})
    boarded = _images(wanted, film.brush.painted(kept, wanted, boarded=True))
    own = boarded if kept.variation is None else _images(wanted, film.brush.painted(kept, wanted))
    shown = _frames(takes / f"{kept.id}.mp4", wanted, size)
    unnoticed = max(_changed(shown[number], own[number]) for number in wanted)
    assert unnoticed < UNSEEN, "an accepted take is as it was painted but for its codec"
    for take in rejected:
        clip = _frames(takes / f"{take.id}.mp4", MOMENTS, size)
        visible = max(_changed(clip[moment], boarded[take.start + moment]) for moment in MOMENTS)
        assert visible > max(VISIBLE, 1.5 * unnoticed), (take.id, visible, unnoticed)


def _images(numbers: Sequence[int], pictures: Sequence[Any]) -> dict[int, Image.Image]:
    return {number: Image.fromarray(picture) for number, picture in zip(numbers, pictures, strict=True)}


def test_no_rejected_take_is_without_one_that_was_kept() -> None:
    planned = {take.id for film in films.FILMS.values() for take in film.plan.takes if take.rejected}
    assert {take.id for scene in _scenes() for take in scene.values[2]} == planned


def test_a_picture_is_painted_alike_each_time_and_a_mistake_changes_it(made: Any) -> None:
    small = replace(made.brush, take=type(made.brush.take)(160, 160 * made.sizes.take[1] // made.sizes.take[0]))
    take = next(take for take in made.plan.takes if take.rejected and take.variation and take.shot)

    def painted(*, boarded: bool) -> list[bytes]:
        return [picture.tobytes() for picture in small.painted(take, (20, 21, 40), boarded=boarded)]

    assert painted(boarded=False) == painted(boarded=False)
    assert painted(boarded=False) != painted(boarded=True)


def test_a_board_is_drawn_again_as_it_lies_in_the_archive(made: Any) -> None:
    """Looked at a step back: another release of a drawing library may round a pixel elsewhere."""
    for code, panels in list(made.boards.items())[:2]:
        drawn = made.brush.board(made.plan.shot_of(code), panels[0], 1)
        with Image.open(FILMS / made.slug / "storyboards" / f"{code}.png") as kept:
            assert drawn.size == kept.size
            assert _changed(drawn.convert("RGB"), kept.convert("RGB")) < 0.001, code


def test_the_film_is_as_long_and_as_large_as_its_record_says(made: Any, recorded: FilmFolder) -> None:
    film = recorded.film
    with av.open(str(FILMS / made.slug / str(film.master))) as clip:
        video, audio = clip.streams.video[0], clip.streams.audio[0]
        assert f"{video.width}x{video.height}" == film.resolution
        assert video.average_rate == film.fps
        assert (video.codec_context.name, video.codec_context.pix_fmt) == ("h264", "yuv420p")
        assert audio.codec_context.name == "aac"
        frames = sum(1 for _ in clip.decode(video=0))
    assert frames == float(film.duration or 0) * float(film.fps) == made.plan.frames


def test_the_sound_is_neither_faint_nor_clipped_nor_gone(made: Any) -> None:
    for file in sorted((FILMS / made.slug).glob("*.mp4")):
        said = _measured(file, "ebur128=peak=true,silencedetect=noise=-50dB:duration=3")
        summary = said[said.rindex("Summary:") :]
        loudness = float(re.search(r"I:\s+(-?[\d.]+) LUFS", summary)[1])  # type: ignore[index]
        peak = float(re.search(r"Peak:\s+(-?[\d.]+) dBFS", summary)[1])  # type: ignore[index]
        assert -24 <= loudness <= -14, (file.name, loudness)
        assert peak < -1, (file.name, peak)
        assert "silence_start" not in said, file.name


def _measured(file: Path, filters: str) -> str:
    arguments = [ffmpeg(), "-hide_banner", "-nostats", "-i", str(file), "-vn", "-af", filters, "-f", "null", "-"]
    return subprocess.run(arguments, check=True, capture_output=True, text=True).stderr


def test_the_committed_media_of_a_film_stay_small(made: Any) -> None:
    files = (FILMS / made.slug).rglob("*")
    assert sum(file.stat().st_size for file in files if file.is_file()) <= AT_MOST_BYTES[made.slug]
