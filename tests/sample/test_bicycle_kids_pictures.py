"""What the clips of Bicycle Kids show is what its records say."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import av
import pytest
from PIL import Image, ImageChops

from glassbox.loading import Loaded
from glassbox.records.archive import FilmFolder
from glassbox.records.terms import Status

plan = pytest.importorskip("sample.bicycle_kids.plan", reason="the sample's makers need numpy")

from sample.bicycle_kids.variation import AS_BOARDED, Variation  # noqa: E402

pytestmark = pytest.mark.ffmpeg

FOLDER = Path(__file__).resolve().parents[2] / "content" / "films" / "bicycle-kids"
STEP = 20
"""A pixel counts as changed where a channel differs by more than this many steps of 255."""
VISIBLE = 0.004
"""The share of changed pixels, in the frame where most are, from which a viewer sees the reason."""
MOMENTS = (12, 30, 46)
"""Frames of a rejected clip that are looked at."""


@pytest.fixture(scope="module")
def bicycle_kids(loaded: Loaded) -> FilmFolder:
    return next(folder for folder in loaded.archive.films if folder.film.slug == "bicycle-kids")


def _frames(file: Path, wanted: Sequence[int]) -> list[Image.Image]:
    """The frames with these numbers, counted in order of showing."""
    found: dict[int, Image.Image] = {}
    with av.open(str(file)) as clip:
        for number, frame in enumerate(clip.decode(video=0)):
            if number in wanted:
                found[number] = frame.to_image(width=640, height=360)  # type: ignore[no-untyped-call]
            if number >= max(wanted):
                break
    return [found[number] for number in wanted]


def _changed(one: Image.Image, other: Image.Image) -> float:
    """The share of pixels that differ visibly."""
    bands = ImageChops.difference(one, other).split()
    counts = ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2]).histogram()
    return sum(counts[STEP + 1 :]) / sum(counts)


def _painted(code: str, scene_frames: Sequence[int]) -> dict[int, Image.Image]:
    """Frames of a shot's scene straight from the brush, without a fault and without a codec."""
    from sample.bicycle_kids.clips import TAKE
    from sample.render import Part, clean, pictures

    shot = plan.shot_of(code)
    frame, last = shot.scene(TAKE, shot.clip_frames, AS_BOARDED), shot.clip_frames - 1
    return {
        number: Image.fromarray(picture)
        for number in scene_frames
        for picture in pictures(frame, Part(number, 1), clean(shot.look), last=last, seed=1)
    }


def _rejected() -> list[str]:
    return [take.id for take in plan.TAKES if take.frames == plan.REJECTED_FRAMES]


def test_the_plan_and_the_records_name_the_same_takes(bicycle_kids: FilmFolder) -> None:
    assert [take.id for take in plan.TAKES] == [take.id for take in bicycle_kids.takes]
    assert _rejected() == [take.id for take in bicycle_kids.takes if take.status is Status.REJECTED]
    for planned, recorded in zip(plan.TAKES, bicycle_kids.takes, strict=True):
        assert recorded.shots == (planned.shot,), planned.id


def test_the_plan_and_the_records_cut_the_film_alike(bicycle_kids: FilmFolder) -> None:
    for planned, recorded in zip(plan.SHOTS, bicycle_kids.shots, strict=True):
        assert planned.code == recorded.code
        assert recorded.cut_in == plan.first_frame(planned.code)
        assert recorded.cut_out == plan.first_frame(planned.code) + planned.frames - 1
        assert (recorded.head, recorded.tail) == (plan.HANDLE, plan.HANDLE)


def test_the_rough_cut_holds_only_takes_that_were_there(bicycle_kids: FilmFolder) -> None:
    takes = {take.id: take for take in bicycle_kids.takes}
    cut = next(version for version in bicycle_kids.versions if version.id == "BK-V008")
    for name, first, frames in plan.ROUGH_CUT:
        planned = plan.take_of(name)
        assert first + frames <= (planned.frames or plan.shot_of(planned.shot).clip_frames), name
        generation = takes[name].generation
        if generation and generation.at:
            assert str(generation.at)[:10] <= str(cut.at), name


@pytest.mark.parametrize("code", [shot.code for shot in plan.SHOTS])
def test_each_rejected_take_shows_its_reason_and_the_kept_one_does_not(code: str) -> None:
    """Both are held against the scene as it was boarded; what the codec does to the kept take is the measure."""
    kept = next(take for take in plan.TAKES if take.shot == code and not take.frames)
    rejected = [take for take in plan.TAKES if take.shot == code and take.frames == plan.REJECTED_FRAMES]
    assert rejected
    wanted = sorted({take.start + moment for take in rejected for moment in MOMENTS})
    boarded = _painted(code, wanted)
    shown = dict(zip(wanted, _frames(FOLDER / "takes" / f"{kept.id}.mp4", wanted), strict=True))
    unnoticed = max(_changed(shown[frame], boarded[frame]) for frame in wanted)
    for take in rejected:
        clip = _frames(FOLDER / "takes" / f"{take.id}.mp4", MOMENTS)
        visible = max(
            _changed(picture, boarded[take.start + moment]) for moment, picture in zip(MOMENTS, clip, strict=True)
        )
        assert visible > max(VISIBLE, 1.5 * unnoticed), (take.id, visible, unnoticed)


def test_the_film_is_as_long_and_as_large_as_its_record_says(bicycle_kids: FilmFolder) -> None:
    film = bicycle_kids.film
    with av.open(str(FOLDER / str(film.master))) as clip:
        video, audio = clip.streams.video[0], clip.streams.audio[0]
        assert f"{video.width}x{video.height}" == film.resolution
        assert video.average_rate == film.fps
        assert (video.codec_context.name, video.codec_context.pix_fmt) == ("h264", "yuv420p")
        assert audio.codec_context.name == "aac"
        frames = sum(1 for _ in clip.decode(video=0))
    assert frames == float(film.duration or 0) * float(film.fps)


def test_the_teaser_stands_upright_and_lasts_ten_seconds(bicycle_kids: FilmFolder) -> None:
    with av.open(str(FOLDER / str(bicycle_kids.film.trailer))) as clip:
        video = clip.streams.video[0]
        assert (video.width, video.height) == (540, 960)
        frames = sum(1 for _ in clip.decode(video=0))
    assert frames == sum(shot.frames for shot in plan.TEASER)
    assert 8 * 24 <= frames <= 12 * 24


@pytest.mark.parametrize("medium", ["master", "trailer"])
def test_film_and_teaser_are_not_silent(bicycle_kids: FilmFolder, medium: str) -> None:
    with av.open(str(FOLDER / str(getattr(bicycle_kids.film, medium)))) as clip:
        loudest = [float(abs(frame.to_ndarray()).max()) for frame in clip.decode(audio=0)]
    half = len(loudest) // 2
    assert max(loudest[:half]) > 0.1
    assert max(loudest[half:]) > 0.1


def test_a_picture_is_painted_alike_each_time_and_a_fault_changes_it() -> None:
    from sample.paint import Stage
    from sample.render import Part, pictures

    shot = plan.shot_of("SQ02-0030")

    def painted(variation: Variation) -> list[bytes]:
        frame = shot.scene(Stage(160, 90), 12, variation)
        return [picture.tobytes() for picture in pictures(frame, Part(0, 12), shot.look, last=11, seed=3)]

    assert painted(AS_BOARDED) == painted(AS_BOARDED)
    assert painted(AS_BOARDED) != painted(Variation(wheels=3))


def test_the_committed_media_stay_small() -> None:
    assert sum(file.stat().st_size for file in FOLDER.rglob("*") if file.is_file()) <= 8_500_000
