"""What N.I.'s clips show is what its records say."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import av
import pytest
from PIL import Image, ImageChops

from glassbox.loading import Loaded
from glassbox.records.archive import FilmFolder
from glassbox.records.terms import Status

plan = pytest.importorskip("sample.ni.plan", reason="the sample's makers need numpy")

from sample.ni.variation import AS_BOARDED, Variation  # noqa: E402

pytestmark = pytest.mark.ffmpeg

FOLDER = Path(__file__).resolve().parents[2] / "content" / "films" / "ni"
STEP = 20
"""A pixel counts as changed where a channel differs by more than this many steps of 255."""
VISIBLE = 0.004
"""The share of changed pixels, in the frame where most are, from which a viewer sees the reason."""
MOMENTS = (12, 30, 46)
"""Frames of a rejected clip that are looked at."""


@pytest.fixture(scope="module")
def ni(loaded: Loaded) -> FilmFolder:
    return next(folder for folder in loaded.archive.films if folder.film.slug == "ni")


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
    """The share of the picture that differs visibly, by blocks of four pixels: wood grain is finer than any reason."""
    bands = ImageChops.difference(one.reduce(4), other.reduce(4)).split()
    counts = ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2]).histogram()
    return sum(counts[STEP + 1 :]) / sum(counts)


def _painted(code: str, scene_frames: Sequence[int]) -> dict[int, Image.Image]:
    """Frames of a shot's scene straight from the brush, without a fault and without a codec."""
    from sample.ni.clips import TAKE
    from sample.render import Part, clean, pictures

    shot = plan.shot_of(code)
    frame, last = shot.scene(TAKE, shot.clip_frames, AS_BOARDED), shot.clip_frames - 1
    return {
        number: Image.fromarray(next(pictures(frame, Part(number, 1), clean(shot.look), last=last, seed=1)))
        for number in scene_frames
    }


def test_the_plan_and_the_records_name_the_same_takes(ni: FilmFolder) -> None:
    assert [take.id for take in plan.TAKES] == [take.id for take in ni.takes]
    planned = [take.id for take in plan.TAKES if take.frames == plan.REJECTED_FRAMES]
    assert planned == [take.id for take in ni.takes if take.status is Status.REJECTED]
    for wanted, recorded in zip(plan.TAKES, ni.takes, strict=True):
        assert recorded.shots in ((wanted.shot,), ()), wanted.id


def test_the_plan_and_the_records_cut_the_film_alike(ni: FilmFolder) -> None:
    for planned, recorded in zip(plan.SHOTS, ni.shots, strict=True):
        assert planned.code == recorded.code
        assert recorded.cut_in == plan.first_frame(planned.code)
        assert recorded.cut_out == plan.first_frame(planned.code) + planned.frames - 1
        assert (recorded.head, recorded.tail) == (plan.HANDLE, plan.HANDLE)


def test_the_rough_cut_holds_only_takes_that_were_there_and_no_look_into_the_wood(ni: FilmFolder) -> None:
    takes = {take.id: take for take in ni.takes}
    cut = next(version for version in ni.versions if version.id == "NI-V008")
    for name, _, _ in plan.ROUGH_CUT:
        assert "SQ02-0040" not in takes[name].shots
        generation = takes[name].generation
        if generation and generation.at:
            assert str(generation.at)[:10] <= str(cut.at), name


@pytest.mark.parametrize("code", [shot.code for shot in plan.SHOTS])
def test_each_rejected_take_shows_its_reason_and_the_kept_one_does_not(code: str) -> None:
    """Both are held against the scene as it was boarded; what the codec does to the kept take is the measure."""
    kept = next(take for take in plan.TAKES if take.shot == code and not take.frames)
    rejected = [take for take in plan.TAKES if take.shot == code and take.frames == plan.REJECTED_FRAMES]
    assert len(rejected) >= 3
    assert kept.variation == AS_BOARDED
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


def test_the_film_is_as_long_and_as_large_as_its_record_says(ni: FilmFolder) -> None:
    film = ni.film
    with av.open(str(FOLDER / str(film.master))) as clip:
        video, audio = clip.streams.video[0], clip.streams.audio[0]
        assert f"{video.width}x{video.height}" == film.resolution
        assert video.average_rate == film.fps
        assert (video.codec_context.name, video.codec_context.pix_fmt) == ("h264", "yuv420p")
        assert audio.codec_context.name == "aac"
        assert sum(1 for _ in clip.decode(video=0)) == float(film.duration or 0) * float(film.fps)


def test_the_crack_is_loud_and_the_moment_before_the_knock_is_not(ni: FilmFolder) -> None:
    """Everything stops when the wood splits, so that one can hear the first knock."""
    loudness: dict[int, float] = {}
    with av.open(str(FOLDER / str(ni.film.master))) as clip:
        for frame in clip.decode(audio=0):
            tenth = int(float(frame.time or 0) * 10)
            loudness[tenth] = max(loudness.get(tenth, 0.0), float(abs(frame.to_ndarray()).max()))
    crack = (528 + 60 - plan.HANDLE) / 24
    knock = (640 + 40 - plan.HANDLE) / 24
    at_crack = max(loudness[round(crack * 10) + n] for n in range(3))
    before = max(loudness[round(knock * 10) - n] for n in (3, 4, 5))
    at_knock = max(loudness[round(knock * 10) + n] for n in range(3))
    assert at_crack > 2 * before
    assert at_knock > 2 * before


def test_a_picture_is_carved_alike_each_time_and_a_mistake_changes_it() -> None:
    from sample.paint import Stage
    from sample.render import Part, pictures

    shot = plan.shot_of("SQ03-0020")

    def painted(variation: Variation) -> list[bytes]:
        frame = shot.scene(Stage(160, 90), 60, variation)
        return [picture.tobytes() for picture in pictures(frame, Part(40, 3), shot.look, last=59, seed=3)]

    assert painted(AS_BOARDED) == painted(AS_BOARDED)
    assert painted(AS_BOARDED) != painted(Variation(glue=True))


def test_the_committed_media_of_ni_stay_small() -> None:
    assert sum(file.stat().st_size for file in FOLDER.rglob("*") if file.is_file()) <= 8_500_000
