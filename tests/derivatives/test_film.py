"""What a finished film has beyond a take: pictures to find a place by, a share card, its sound as a picture."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageStat

from glassbox.derivatives import Made, Use
from glassbox.derivatives.programs import ffmpeg
from glassbox.derivatives.running import run
from glassbox.derivatives.saving import colour_of, share_card

pytestmark = pytest.mark.ffmpeg
Maker = Callable[..., Made]
Clip = Callable[..., Path]

RAMP = "geq=lum='16+2*N':cb=128:cr=128"  # each frame is of its own brightness


def cells_of(made: Made) -> list[tuple[float, float]]:
    """Moment and brightness of each cell of the sprite."""
    (sprite,) = made.of("sprite")
    rows = -(-len(sprite.moments) // sprite.columns)
    assert sprite.width is not None
    assert sprite.height is not None
    width, height = sprite.width // sprite.columns, sprite.height // rows
    with Image.open(sprite.path) as sheet:
        grey = sheet.convert("L")
    found = []
    for place, moment in enumerate(sprite.moments):
        left, top = place % sprite.columns * width, place // sprite.columns * height
        found.append(
            (moment, ImageStat.Stat(grey.crop((left + 2, top + 2, left + width - 2, top + height - 2))).mean[0])
        )
    return found


@pytest.mark.parametrize(("seconds", "keys", "cells"), [(9, 999, 9), (20, 10, 20), (20, 20, 10), (20, 999, 20)])
def test_the_sprite_of_a_film_shows_each_moment_in_its_cell(
    clip: Clip, made_of: Maker, seconds: int, keys: int, cells: int
) -> None:
    extra = ("-vf", RAMP.replace("2*N", "N"), "-g", str(keys), "-keyint_min", str(keys), "-sc_threshold", "0")
    film = clip("film.mp4", picture="color=black", seconds=seconds, fps="10", size="320x180", extra=extra)
    found = cells_of(made_of(film, Use.FILM))
    assert len(found) == cells
    assert [moment for moment, _ in found] == sorted({moment for moment, _ in found})
    for moment, brightness in found:
        assert brightness == pytest.approx(moment * 10 * 255 / 219, abs=4)


def test_a_long_film_has_no_more_cells_than_a_finger_can_tell_apart(clip: Clip, made_of: Maker) -> None:
    made = made_of(clip("film.mp4", seconds=90, size="64x36", fps="5", extra=("-g", "5")), Use.FILM)
    (sprite,) = made.of("sprite")
    assert (len(sprite.moments), sprite.columns) == (60, 10)
    assert (sprite.width, sprite.height) == (640, 216)
    assert sprite.moments[0] < 2
    assert sprite.moments[-1] > 88


def test_a_film_has_a_card_for_links_that_are_passed_on(clip: Clip, made_of: Maker) -> None:
    (card,) = made_of(clip("film.mp4", size="1280x720"), Use.FILM).of("card")
    assert (card.width, card.height, card.mime) == (1200, 630, "image/jpeg")


def test_a_card_fills_its_shape_or_shows_the_whole_of_a_picture_of_another_shape() -> None:
    red = Image.new("RGB", (1920, 1080), (200, 20, 20))
    assert share_card(red, colour_of(red)).getpixel((0, 0)) == (200, 20, 20)
    upright = Image.new("RGB", (1080, 1920), (200, 20, 20))
    card = share_card(upright, colour_of(upright))
    assert card.size == (1200, 630)
    assert card.getpixel((600, 315)) == (200, 20, 20)
    assert card.getpixel((5, 315)) == (50, 5, 5)


def test_the_waveform_is_high_where_it_is_loud_and_flat_where_it_is_silent(made_of: Maker, tmp_path: Path) -> None:
    loud_then_silent = "sine=frequency=440:duration=2,volume=4,apad=whole_dur=4"
    run(ffmpeg(), ["-f", "lavfi", "-i", loud_then_silent, "voice.wav"], tmp_path)
    made = made_of(tmp_path / "voice.wav", Use.AUDIO)
    assert not made.problems
    (wave,) = made.of("waveform")
    assert (wave.width, wave.height) == (1200, 120)
    with Image.open(wave.path) as picture:
        grey = picture.convert("L")
    loud, silent = (ImageStat.Stat(grey.crop((left, 0, left + 400, 120))).mean[0] for left in (100, 700))
    assert loud > silent + 40


@pytest.mark.parametrize(("sound", "count"), [(True, 1), (False, 0)])
def test_a_film_has_a_waveform_where_it_has_sound(clip: Clip, made_of: Maker, sound: bool, count: int) -> None:
    made = made_of(clip("film.mp4", sound=sound), Use.FILM)
    assert not made.problems
    assert len(made.of("waveform")) == count
