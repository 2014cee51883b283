"""What the sample film's clips show is what its records say."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import av
import pytest
from PIL import Image, ImageChops

from glassbox.records.archive import FilmFolder
from glassbox.records.terms import Status

plan = pytest.importorskip("sample.lightcone.plan", reason="the sample's makers need numpy")

from sample.lightcone.variation import AS_BOARDED  # noqa: E402

pytestmark = pytest.mark.ffmpeg

STEP = 20
"""A pixel counts as changed where a channel differs by more than this many steps of 255."""
VISIBLE = 0.004
"""The share of changed pixels, in the frame where most are, from which a viewer sees the reason."""


def _frames(file: Path, wanted: Sequence[int], size: tuple[int, int] = (640, 268)) -> list[Image.Image]:
    """The frames with these numbers, counted in order of showing."""
    found: dict[int, Image.Image] = {}
    with av.open(str(file)) as clip:
        for number, frame in enumerate(clip.decode(video=0)):
            if number in wanted:
                found[number] = frame.to_image(width=size[0], height=size[1])  # type: ignore[no-untyped-call]
            if number >= max(wanted):
                break
    return [found[number] for number in wanted]


def _changed(one: Image.Image, other: Image.Image) -> float:
    """The share of pixels that differ visibly."""
    bands = ImageChops.difference(one, other).split()
    worst = ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2])
    counts = worst.histogram()
    return sum(counts[STEP + 1 :]) / sum(counts)


def _rejected() -> list[str]:
    return [take.id for take in plan.TAKES if take.frames == plan.REJECTED_FRAMES]


def test_the_plan_and_the_records_name_the_same_takes(lightcone: FilmFolder) -> None:
    assert [take.id for take in plan.TAKES] == [take.id for take in lightcone.takes]
    assert _rejected() == [take.id for take in lightcone.takes if take.status is Status.REJECTED]
    for planned, recorded in zip(plan.TAKES, lightcone.takes, strict=True):
        assert recorded.shots in ((planned.shot,), ()), planned.id


def test_the_plan_and_the_records_cut_the_film_alike(lightcone: FilmFolder) -> None:
    for planned, recorded in zip(plan.SHOTS, lightcone.shots, strict=True):
        assert planned.code == recorded.code
        assert recorded.cut_in == plan.first_frame(planned.code)
        assert recorded.cut_out == plan.first_frame(planned.code) + planned.frames - 1
        assert (recorded.head, recorded.tail) == (plan.HANDLE, plan.HANDLE)


def test_the_rough_cut_holds_only_takes_that_were_there(lightcone: FilmFolder) -> None:
    takes = {take.id: take for take in lightcone.takes}
    cut = next(version for version in lightcone.versions if version.id == "LC-V008")
    for name, _, _ in plan.ROUGH_CUT:
        generation = takes[name].generation
        if generation and generation.at:
            assert str(generation.at)[:10] <= str(cut.at), name


MOMENTS = (12, 30, 48)
"""Frames of a rejected clip that are looked at."""


def _painted(code: str, variation: object, scene_frames: Sequence[int]) -> dict[int, Image.Image]:
    """Frames of a shot's scene straight from the brush, without a fault and without a codec."""
    from sample.lightcone.clips import TAKE
    from sample.render import Part, clean, pictures

    shot = plan.shot_of(code)
    frame, last = shot.scene(TAKE, shot.clip_frames, variation), shot.clip_frames - 1
    found: dict[int, Image.Image] = {}
    for start in [0] if shot.remembers else sorted(scene_frames):
        count = max(scene_frames) + 1 if shot.remembers else 1
        part = Part(start, count, remembers=shot.remembers)
        for number, picture in enumerate(pictures(frame, part, clean(shot.look), last=last, seed=1), start):
            if number in scene_frames:
                found[number] = Image.fromarray(picture)
    return found


@pytest.mark.parametrize("code", [shot.code for shot in plan.SHOTS])
def test_each_rejected_take_shows_its_reason_and_the_kept_one_does_not(folder: Path, code: str) -> None:
    """Both are held against the scene as it was boarded; what the codec does to the kept take is the measure."""
    kept = next(take for take in plan.TAKES if take.shot == code and not take.frames)
    rejected = [take for take in plan.TAKES if take.shot == code and take.frames == plan.REJECTED_FRAMES]
    assert rejected
    wanted = sorted({take.start + moment for take in rejected for moment in MOMENTS})
    boarded = _painted(code, AS_BOARDED, wanted)
    own = boarded if kept.variation == AS_BOARDED else _painted(code, kept.variation, wanted)
    shown = dict(zip(wanted, _frames(folder / "takes" / f"{kept.id}.mp4", wanted), strict=True))
    unnoticed = max(_changed(shown[frame], own[frame]) for frame in wanted)
    for take in rejected:
        clip = _frames(folder / "takes" / f"{take.id}.mp4", MOMENTS)
        visible = max(
            _changed(picture, boarded[take.start + moment]) for moment, picture in zip(MOMENTS, clip, strict=True)
        )
        assert visible > max(VISIBLE, 1.5 * unnoticed), (take.id, visible, unnoticed)


def test_the_film_is_as_long_and_as_large_as_its_record_says(lightcone: FilmFolder, folder: Path) -> None:
    film = lightcone.film
    with av.open(str(folder / str(film.master))) as clip:
        video, audio = clip.streams.video[0], clip.streams.audio[0]
        assert f"{video.width}x{video.height}" == film.resolution
        assert video.average_rate == film.fps
        assert (video.codec_context.name, video.codec_context.pix_fmt) == ("h264", "yuv420p")
        assert audio.codec_context.name == "aac"
        frames = sum(1 for _ in clip.decode(video=0))
    assert frames == float(film.duration or 0) * float(film.fps)


def test_the_film_is_not_silent(lightcone: FilmFolder, folder: Path) -> None:
    with av.open(str(folder / str(lightcone.film.master))) as clip:
        loudest = [
            max(abs(float(frame.to_ndarray().max())), abs(float(frame.to_ndarray().min())))
            for frame in clip.decode(audio=0)
        ]
    half = len(loudest) // 2
    assert max(loudest[:half]) > 0.1
    assert max(loudest[half:]) > 0.1


def test_a_picture_is_painted_alike_each_time_and_a_fault_changes_it() -> None:
    from sample.lightcone.variation import Variation
    from sample.paint import Stage
    from sample.render import Part, pictures

    shot = plan.shot_of("SQ02-0030")

    def painted(variation: Variation) -> list[bytes]:
        frame = shot.scene(Stage(160, 68), 12, variation)
        return [picture.tobytes() for picture in pictures(frame, Part(0, 12), shot.look, last=11, seed=3)]

    assert painted(AS_BOARDED) == painted(AS_BOARDED)
    assert painted(AS_BOARDED) != painted(Variation(lanterns=58))


def test_the_committed_media_stay_small(folder: Path) -> None:
    assert sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) <= 9_000_000
