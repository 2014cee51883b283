"""The frame that stands for a film."""

from __future__ import annotations

import random

import pytest
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter

from glassbox.derivatives.poster import poster_of
from glassbox.derivatives.saving import colour_of


def scene(seed: int) -> Image.Image:
    """A lit room with things in it, each seed a little different."""
    chance = random.Random(seed)
    picture = Image.linear_gradient("L").resize((640, 360)).convert("RGB")
    pen = ImageDraw.Draw(picture)
    for _ in range(60):
        left, top = chance.randrange(600), chance.randrange(340)
        colour = tuple(chance.randrange(256) for _ in range(3))
        pen.rectangle((left, top, left + chance.randrange(8, 90), top + chance.randrange(8, 60)), fill=colour)
    return picture


def fade(picture: Image.Image, share: float) -> Image.Image:
    return Image.blend(Image.new("RGB", picture.size), picture, share)


SCENES = [scene(seed) for seed in range(6)]
POOR = {
    "black": Image.new("RGB", (640, 360)),
    "white": Image.new("RGB", (640, 360), (250, 250, 250)),
    "fading in": fade(SCENES[0], 0.25),
    "half faded": fade(SCENES[0], 0.5),
    "blurred": SCENES[1].filter(ImageFilter.GaussianBlur(6)),
    "washed out": ImageEnhance.Contrast(SCENES[2]).enhance(0.3),
    "one colour": Image.new("RGB", (640, 360), (120, 130, 140)),
}


@pytest.mark.parametrize("kind", POOR)
@pytest.mark.parametrize("count", [1, 2])
def test_the_poster_is_not(kind: str, count: int) -> None:
    for place in range(len(SCENES)):
        frames = [*SCENES[:place], *[POOR[kind]] * count, *SCENES[place:]]
        assert poster_of(frames) in SCENES


def test_the_poster_is_of_the_kind_that_most_of_the_film_is() -> None:
    night = [ImageEnhance.Brightness(one).enhance(0.35) for one in SCENES]
    assert poster_of([*night, SCENES[0]]) in night


def test_a_film_of_black_is_shown_black_and_no_frames_give_none() -> None:
    assert poster_of([POOR["black"]] * 3) == POOR["black"]
    assert poster_of([]) is None


@pytest.mark.parametrize(("colour", "name"), [((210, 40, 30), "#d2281e"), ((20, 90, 200), "#145ac8")])
def test_the_colour_of_a_picture_is_what_stands_out_and_not_its_grey(colour: tuple[int, int, int], name: str) -> None:
    picture = Image.new("RGB", (400, 300), (96, 96, 96))
    picture.paste(colour, (0, 0, 160, 300))
    assert colour_of(picture) == name
