"""Where shots stand in the film, who made their pictures, and what is on record about them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from glassbox.derivatives import Made
from glassbox.pages.gallery import Gallery
from glassbox.pages.reader import Reader
from glassbox.pages.views.cut import cut_of, frames_of_film, still_of
from glassbox.pages.views.origin import in_percent, origin_of_film, origin_view
from glassbox.pages.views.relations import relations_of
from glassbox.pages.views.strip import moments_of, strip_of
from glassbox.records.archive import FilmFolder, MediaKey

Folder = Callable[..., FilmFolder]


def test_shots_stand_in_the_order_of_the_film(film_folder: Folder) -> None:
    placed = cut_of(film_folder())
    assert [(one.shot.code, one.first, one.count) for one in placed] == [("SQ01-0010", 0, 96), ("SQ01-0020", 96, 144)]


def test_a_shot_that_is_used_twice_stands_where_the_cut_list_says(film_folder: Folder) -> None:
    cuts: list[dict[str, Any]] = [
        {"order": "1", "shot": "SQ01-0010", "cut_in": "0", "cut_out": "9"},
        {"order": "3", "shot": "SQ01-0010", "cut_in": "240", "cut_out": "299", "take": "LC-T001"},
        {"order": "2", "shot": "NO-SUCH", "cut_in": "10", "cut_out": "19"},
    ]
    placed = cut_of(film_folder(cuts=cuts))
    assert [(one.shot.code, one.first) for one in placed] == [("SQ01-0010", 0), ("SQ01-0020", 96), ("SQ01-0010", 240)]


def test_the_film_is_as_long_as_it_was_measured_or_as_its_last_shot(
    film_folder: Folder, film_of: Callable[..., Made]
) -> None:
    folder, key = film_folder(), MediaKey("lightcone", "master")
    placed = cut_of(folder)
    assert frames_of_film(folder, placed, Gallery()) == 240
    assert frames_of_film(folder, placed, Gallery({key: film_of(12.5)})) == 300
    assert frames_of_film(folder, placed, Gallery({key: film_of(1.0)})) == 240
    assert frames_of_film(film_folder(film={"duration": "20"}), placed, Gallery()) == 480
    assert frames_of_film(film_folder(shots=()), (), Gallery()) == 0


def test_a_shots_frame_is_the_one_nearest_its_middle_and_never_anothers(
    film_folder: Folder, film_of: Callable[..., Made]
) -> None:
    folder = film_folder()
    first, second = cut_of(folder)
    gallery = Gallery({MediaKey("lightcone", "master"): film_of(10.0, (0.0, 1.9, 3.95, 4.0))})
    assert still_of(folder, first, gallery) == "media/at-1.9.webp"
    assert still_of(folder, second, gallery) == "media/at-4.webp"
    assert still_of(folder, second, Gallery({MediaKey("lightcone", "master"): film_of(10.0, (3.0,))})) == ""
    assert still_of(folder, first, Gallery()) == ""


def test_the_films_shares_are_its_shots_by_their_length(film_folder: Folder, reader: Reader) -> None:
    placed = cut_of(film_folder())
    found = origin_of_film(placed, 240, reader)
    assert found is not None
    assert [(share.letter, share.percent) for share in found.shares] == [("H", "24"), ("A", "76")]
    assert found.unknown == ""
    longer = origin_of_film(placed, 480, reader)
    assert longer is not None
    assert longer.unknown == "50 % not stated"


def test_shares_that_nobody_stated_are_not_invented(film_folder: Folder, reader: Reader) -> None:
    folder = film_folder(shots=({"code": "A", "order": "1", "cut_in": "0", "cut_out": "9"},))
    assert origin_of_film(cut_of(folder), 10, reader) is None
    assert origin_view(folder.shots[0].origin, reader) is None


def test_a_bars_shares_fill_it_without_a_gap(film_folder: Folder, reader: Reader) -> None:
    shares = {"human": "33.3", "hybrid": "33.3", "ai": "33.4"}
    shot = film_folder(shots=({"code": "A", "order": "1", "origin": shares},)).shots[0]
    found = origin_view(shot.origin, reader)
    assert found is not None
    ends = [float(share.x) + float(share.width) for share in found.shares]
    assert [float(share.x) for share in found.shares] == pytest.approx([0, *ends[:-1]])
    assert ends[-1] == pytest.approx(100)


def test_the_strip_and_the_players_moments_tell_the_same(film_folder: Folder, reader: Reader) -> None:
    folder = film_folder()
    placed = cut_of(folder)
    cells = strip_of(folder, placed, 240, reader, {})
    assert [(cell.x, cell.width) for cell in cells] == [("0.000", "40.000"), ("40.000", "60.000")]
    assert [cell.label for cell in cells] == ["SQ01-0010 Star trails, 0:00", "SQ01-0020, 0:04"]
    assert moments_of(folder, placed) == [
        {"anchor": "shot-SQ01-0010", "start": 0.0, "end": 4.0},
        {"anchor": "shot-SQ01-0020", "start": 4.0, "end": 10.0},
    ]
    assert [cell.seconds for cell in cells] == ["0.0000", "4.0000"]


def test_a_narrow_cell_bears_neither_name_nor_picture(film_folder: Folder, reader: Reader) -> None:
    cells = strip_of(film_folder(), cut_of(film_folder()), 24_000, reader, {"SQ01-0010": "a.webp"})
    assert [(cell.code, cell.picture) for cell in cells] == [("", ""), ("", "")]


def test_what_is_on_record_about_a_shot_is_found_by_both_its_names(film_folder: Folder) -> None:
    relations = relations_of(film_folder())
    assert [take.id for take in relations.takes["SQ01-0020"]] == ["LC-T002", "LC-T003"]
    assert [prompt.id for prompt in relations.prompts["SQ01-0020"]] == ["LC-P001"]
    assert [take.id for take in relations.made_by["LC-P001@2"]] == ["LC-T001", "LC-T003"]
    assert [decision.id for decision in relations.decisions_on(["LC-SQ01-0010", "LC-T001"])] == ["LC-D001"]
    assert relations.decisions_on(["LC-SQ01-0020"]) == []


def test_a_take_in_the_film_belongs_to_its_shot_even_where_it_was_made_for_another(film_folder: Folder) -> None:
    folder = film_folder()
    shots = (folder.shots[0], folder.shots[1].model_copy(update={"takes": ("LC-T001",)}))
    assert "LC-T001" in [take.id for take in relations_of(replace(folder, shots=shots)).takes["SQ01-0020"]]


def test_a_cell_shows_the_films_frame_or_else_the_picture_that_stands_for_the_shot(
    film_folder: Folder, reader: Reader
) -> None:
    folder = film_folder(shots=(*SHOTS_WITHOUT_STILL,))
    cells = strip_of(folder, cut_of(folder), 200, reader, {"A": "take.webp", "B": "take.webp"})
    assert [cell.picture for cell in cells] == ["../../../media/at-2.webp", "take.webp"]


SHOTS_WITHOUT_STILL: tuple[dict[str, Any], ...] = (
    {"code": "A", "order": "1", "cut_in": "0", "cut_out": "99"},
    {"code": "B", "order": "2", "cut_in": "100", "cut_out": "149"},
)


@pytest.mark.parametrize(
    ("shares", "told"),
    [
        (["20", "10", "70", "0"], ["20", "10", "70", "0"]),
        (["19.23", "11.72", "69.05", "0"], ["19.2", "11.7", "69.1", "0.0"]),
        (["33.333", "33.333", "33.333", "0"], ["33.4", "33.3", "33.3", "0.0"]),
        (["12.5", "0", "37.5", "50"], ["12.5", "0.0", "37.5", "50.0"]),
    ],
)
def test_shares_are_written_alike_and_add_up(shares: list[str], told: list[str]) -> None:
    found = in_percent([Decimal(share) for share in shares])
    assert found == told
    assert sum(map(Decimal, found)) == 100
