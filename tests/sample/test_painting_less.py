"""What the studio does not do twice: the pictures and sounds are those that they would be one by one."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

films = pytest.importorskip("sample.films", reason="the sample's makers need numpy")

import numpy as np  # noqa: E402

from sample.camera import View  # noqa: E402
from sample.figures import Ellipse, mask_of  # noqa: E402
from sample.paint import Stage, gradient, laid_out  # noqa: E402
from sample.relief import BRASS, Relief  # noqa: E402
from sample.render import Part, in_step  # noqa: E402
from sample.rods import Rod  # noqa: E402
from sample.sound import bell, pad  # noqa: E402

STAGE = Stage(160, 90)


def _rods() -> list[Rod]:
    dice = np.random.default_rng(3)
    places = [[float(x) for x in dice.random(6) * (1.9, 1.1, 0.2, 1.9, 1.1, 0.2) - 0.05] for _ in range(12)]
    long = [Rod((a, b, c), (d, e, f), 0.03, 0.01) for a, b, c, d, e, f in places]
    return [*long, *(Rod(rod.start, rod.start, 0.02, 0.01) for rod in long)]


def test_rods_that_are_reckoned_together_lie_as_if_laid_one_by_one() -> None:
    together, one_by_one = (Relief(STAGE, View(0.02, -0.01, 1.1), (0.2, 0.3, 0.4)) for _ in range(2))
    together.rods(_rods(), BRASS)
    for rod in _rods():
        one_by_one.rod(rod, BRASS)
    assert together.z.max() > 0
    for name in ("z", "colour", "gloss", "metal"):
        assert np.array_equal(getattr(together, name), getattr(one_by_one, name)), name


def test_takes_that_are_painted_in_step_are_what_each_is_alone() -> None:
    film = films.FILMS["ni"]
    small = replace(film.brush, take=STAGE)
    takes = [
        replace(film.plan.take_of(name), frames=3, start=start) for name, start in (("NI-T024", 20), ("NI-T025", 21))
    ]
    assert small.alike(takes[0]) == small.alike(takes[1])
    shown: dict[int, list[Any]] = {0: [], 1: []}
    for number, picture in small.of_takes(takes):
        shown[number].append(picture)
    for number, take in enumerate(takes):
        alone = [picture for _, picture in small.of_takes([take])]
        assert len(alone) == 3
        assert np.array_equal(alone, shown[number]), take.id


def test_each_moment_comes_once_with_every_clip_that_shows_it() -> None:
    frozen, running = Part(4, 3, clock=lambda i: 5), Part(4, 3)
    steps = list(in_step([frozen.moments(), running.moments()]))
    assert steps == [(4, [(1, 0)]), (5, [(0, 0), (0, 1), (0, 2), (1, 1)]), (6, [(1, 2)])]


def test_light_lies_colour_by_colour_and_is_the_same_light() -> None:
    light = gradient(STAGE, (0, (0.1, 0.2, 0.3)), (1, (0.4, 0.5, 0.9)))
    assert all(light[..., c].flags.c_contiguous for c in range(3))
    mixed = np.ascontiguousarray(light)
    assert not mixed[..., 0].flags.c_contiguous
    assert np.array_equal(laid_out(mixed), light)


def test_a_silhouette_keeps_its_place_when_the_empty_space_round_it_is_left_out() -> None:
    soft, x0, y0 = mask_of(STAGE, [Ellipse((0, -0.5), 0.1, 0.1)], 0.5, 0.9, 0.6)
    hard, hard_x0, hard_y0 = mask_of(STAGE, [Ellipse((0, -0.5), 0.1, 0.1)], 0.5, 0.9, 0.6, soft_px=0)
    assert soft.size < hard.size
    middles = [
        [
            float((mask * np.indices(mask.shape)[axis]).sum() / mask.sum()) + start
            for axis, start in ((0, top), (1, left))
        ]
        for mask, left, top in ((soft, x0, y0), (hard, hard_x0, hard_y0))
    ]
    assert np.allclose(*middles, atol=0.1)


def test_an_instrument_remembers_what_it_has_played_and_nobody_can_spoil_it() -> None:
    assert bell("A4", 0.2) is bell("A4", 0.2)
    assert bell("A4", 0.2) is not bell("E4", 0.2)
    assert pad(["E2", "B2"], 0.3) is pad(["E2", "B2"], 0.3)
    with pytest.raises(ValueError, match="read-only"):
        bell("A4", 0.2)[0] = 1.0
