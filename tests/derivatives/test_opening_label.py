"""The words "AI-generated" at the beginning of a generated clip."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import av
import pytest
from PIL import Image, ImageChops

from glassbox.derivatives import Made, Source, Store, Use, make_all
from glassbox.derivatives.badge import LEAST_SHARE, badge

Clip = Callable[..., Path]
Sources = Callable[..., Source]


def letters(plate: Image.Image) -> tuple[int, int]:
    """First and last row that hold ink."""
    box = plate.convert("L").point(lambda value: 255 if value > 128 else 0).getbbox()
    assert box is not None
    return box[1], box[3]


@pytest.mark.parametrize("short_px", [90, 240, 360, 480, 719, 720, 1080])
def test_the_letters_are_as_large_as_the_rule_asks_and_fit_an_upright_clip(short_px: int) -> None:
    plate = badge(short_px)
    top, bottom = letters(plate)
    assert bottom - top >= LEAST_SHARE * short_px
    assert plate.width + plate.height <= short_px
    assert plate.width % 2 == plate.height % 2 == 0


def frames(made: Made) -> dict[float, Image.Image]:
    (file,) = made.of("playable")
    with av.open(str(file.path)) as container:
        return {float(frame.time or 0): frame.to_image() for frame in container.decode(video=0)}


@pytest.mark.ffmpeg
@pytest.mark.parametrize("size", ["640x360", "360x640"])
def test_a_generated_clip_begins_with_the_words_for_two_seconds(
    clip: Clip, source: Sources, store: Store, size: str
) -> None:
    take = replace(source(clip(picture="color=blue", seconds=3, size=size), Use.CLIP), says_ai=True)
    made, plain = make_all([take, replace(take, says_ai=False, record="RN-T002")], store, jobs=2)
    assert not made.problems
    shown, bare = frames(made), frames(plain)
    plate = badge(360)
    corner = (plate.height // 4 * 2, plate.height // 4 * 2)
    box = (*corner, corner[0] + plate.width, corner[1] + plate.height)
    for time, frame in shown.items():
        if time < 2:
            assert difference(frame.crop(box), plate) < 12
        else:
            assert difference(frame, bare[time]) < 3
    assert difference(shown[0.0].crop(box), bare[0.0].crop(box)) > 30


def difference(one: Image.Image, other: Image.Image) -> float:
    grey: Any = ImageChops.difference(one.convert("L"), other.convert("L"))
    histogram = grey.histogram()
    return sum(value * count for value, count in enumerate(histogram)) / sum(histogram)


@pytest.mark.ffmpeg
def test_a_film_is_not_written_into(clip: Clip, source: Sources, store: Store) -> None:
    film = source(clip("film.mp4"), Use.FILM)
    (made,) = make_all([replace(film, says_ai=True)], store, jobs=2)
    (again,) = make_all([film], store, jobs=2)
    assert not again.fresh
    assert [file.path for file in made.files] == [file.path for file in again.files]
