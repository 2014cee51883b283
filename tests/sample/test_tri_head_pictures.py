"""What the clips of Tri-Head show is what its records say."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import av
import pytest
from PIL import Image, ImageChops

from glassbox.loading import Loaded
from glassbox.records.archive import FilmFolder
from glassbox.records.terms import Status

plan = pytest.importorskip("sample.trihead.plan", reason="the sample's makers need numpy")

from sample.trihead.clips import TAKE, pictures  # noqa: E402
from sample.trihead.clock import BEAT, EVERY, HANDLE, ROUND, voice  # noqa: E402
from sample.trihead.paper import Size  # noqa: E402
from sample.trihead.variation import AS_BOARDED, Variation  # noqa: E402

pytestmark = pytest.mark.ffmpeg

ROOT = Path(__file__).resolve().parents[2]
STEP = 24
"""A pixel counts as changed where a channel differs by more than this many steps of 255."""
VISIBLE = 0.006
"""The share of changed pixels, in the frame where most are, from which a viewer sees the reason."""
MOMENTS = (8, 20, 30, 44, 56)
"""Frames of a rejected clip that are looked at."""


@pytest.fixture(scope="module")
def film(loaded: Loaded) -> FilmFolder:
    return next(folder for folder in loaded.archive.films if folder.film.slug == "tri-head")


@pytest.fixture(scope="module")
def media() -> Path:
    return ROOT / "content" / "films" / "tri-head"


def _frames(file: Path, wanted: Sequence[int]) -> list[Image.Image]:
    """The frames with these numbers, counted in order of showing."""
    found: dict[int, Image.Image] = {}
    with av.open(str(file)) as clip:
        for number, frame in enumerate(clip.decode(video=0)):
            if number in wanted:
                found[number] = frame.to_image(width=TAKE.width, height=TAKE.height)  # type: ignore[no-untyped-call]
            if number >= max(wanted):
                break
    return [found[number] for number in wanted]


def _changed(one: Image.Image, other: Image.Image) -> float:
    """The share of pixels that differ visibly, seen from a step back.

    A codec keeps colour at half the size, so the edge of red against green is never where it was; four pixels in
    one, nobody sees that, and a mistake is still a mistake.
    """
    bands = ImageChops.difference(one.reduce(4), other.reduce(4)).split()
    worst = ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2])
    counts = worst.histogram()
    return sum(counts[STEP + 1 :]) / sum(counts)


def _as_boarded(take: object, moments: Sequence[int]) -> list[Image.Image]:
    """The same moments of the same scene without the mistake, straight from the scissors, without a codec."""
    frame = take.scene(TAKE, take.length, AS_BOARDED)  # type: ignore[attr-defined]
    return [Image.fromarray(frame(take.start + moment)) for moment in moments]  # type: ignore[attr-defined]


REJECTED = [take for take in plan.TAKES if take.rejected]


def test_the_plan_and_the_records_name_the_same_takes(film: FilmFolder) -> None:
    assert [take.id for take in plan.TAKES] == [take.id for take in film.takes]
    for planned, recorded in zip(plan.TAKES, film.takes, strict=True):
        assert planned.rejected == (recorded.status is Status.REJECTED), planned.id
        assert recorded.shots == ((planned.shot,) if planned.shot else ()), planned.id


def test_the_plan_and_the_records_cut_the_film_alike(film: FilmFolder) -> None:
    for planned, recorded in zip(plan.SHOTS, film.shots, strict=True):
        assert planned.code == recorded.code
        assert recorded.cut_in == plan.first_frame(planned.code)
        assert recorded.cut_out == plan.first_frame(planned.code) + planned.frames - 1
        assert (recorded.head, recorded.tail) == (HANDLE, HANDLE)


def test_the_rough_cut_holds_only_takes_that_were_there(film: FilmFolder) -> None:
    takes = {take.id: take for take in film.takes}
    cut = next(version for version in film.versions if version.id == "TH-V010")
    for name, first, frames in plan.ROUGH_CUT:
        generation = takes[name].generation
        if generation and generation.at:
            assert str(generation.at)[:10] <= str(cut.at), name
        assert first + frames <= plan.take_of(name).length, name


@pytest.mark.parametrize("take", REJECTED, ids=lambda take: take.id)
def test_each_rejected_take_shows_its_reason(media: Path, take: object) -> None:
    clip = _frames(media / "takes" / f"{take.id}.mp4", MOMENTS)  # type: ignore[attr-defined]
    changes = [_changed(one, two) for one, two in zip(clip, _as_boarded(take, MOMENTS), strict=True)]
    assert max(changes) > VISIBLE, changes


def test_a_kept_take_is_as_long_as_its_shot_and_its_handles(media: Path) -> None:
    for take in plan.TAKES:
        with av.open(str(media / "takes" / f"{take.id}.mp4")) as clip:
            assert sum(1 for _ in clip.decode(video=0)) == take.length, take.id


def test_the_film_is_as_long_and_as_large_as_its_record_says(film: FilmFolder, media: Path) -> None:
    record = film.film
    with av.open(str(media / str(record.master))) as clip:
        video, audio = clip.streams.video[0], clip.streams.audio[0]
        assert f"{video.width}x{video.height}" == record.resolution
        assert video.average_rate == record.fps
        assert (video.codec_context.name, video.codec_context.pix_fmt) == ("h264", "yuv420p")
        assert audio.codec_context.name == "aac"
        frames = sum(1 for _ in clip.decode(video=0))
    assert frames == float(record.duration or 0) * float(record.fps)


def test_the_film_is_loud_on_the_gong_and_silent_after_it(film: FilmFolder, media: Path) -> None:
    """The body strikes on its third beat; before it opens its hand the hall has gone quiet."""
    struck = (plan.first_frame("SQ02-0060") + 3 * BEAT) / 24
    loud: dict[str, float] = {"stroke": 0.0, "quiet": 0.0}
    with av.open(str(media / str(film.film.master))) as clip:
        for frame in clip.decode(audio=0):
            level = float(abs(frame.to_ndarray()).mean())
            if struck <= frame.time < struck + 0.3:
                loud["stroke"] = max(loud["stroke"], level)
            if struck + 1.6 <= frame.time < struck + 2.0:
                loud["quiet"] = max(loud["quiet"], level)
    assert loud["stroke"] > 0.05
    assert loud["quiet"] < loud["stroke"] / 2


def test_all_mouths_are_open_on_the_sixtieth_beat_and_never_all_before() -> None:
    assert ROUND == 60
    together = [beat for beat in range(1, ROUND + 1) if all(voice(head, beat) > 0.2 for head in EVERY)]
    spoken = [beat for beat in range(1, ROUND + 1) if all(beat % every == 0 for every in EVERY.values())]
    assert spoken == [ROUND]
    assert ROUND in together


def test_a_picture_is_cut_alike_each_time_and_a_mistake_changes_it() -> None:
    shot = plan.shot_of("SQ03-0010")

    def cut(variation: Variation) -> list[bytes]:
        frame = shot.scene(Size(160, 120), 24, variation)
        return [frame(number).tobytes() for number in (6, 7, 18)]

    assert cut(AS_BOARDED) == cut(AS_BOARDED)
    assert cut(AS_BOARDED) != cut(Variation(eyes=3))


def test_pictures_of_a_take_do_not_depend_on_the_ones_before() -> None:
    take = plan.take_of("TH-T003")
    size = Size(160, 120)
    all_of_it = list(pictures(take, size))
    assert all_of_it[40].tobytes() == take.scene(size, take.length, take.variation)(40).tobytes()
