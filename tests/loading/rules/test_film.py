"""Circles, cuts, takes and dates: what a film's records say of each other."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from glassbox.loading.rules.circles import circles
from glassbox.loading.rules.cuts import last_frame
from making.archives import archive, decision, film, prompt, shot, take, version


def test_a_circle_is_told_once_with_its_way(told: Any) -> None:
    ring = [prompt(1, parent="LC-P003"), prompt(2, parent="LC-P001@1"), prompt(3, parent="LC-P002@1"), prompt(4)]
    [line] = told(archive(film(prompts=ring)))
    assert "LC-P001 -> LC-P003 -> LC-P002 -> LC-P001" in line


def test_a_record_that_leads_to_itself_is_a_circle(told: Any) -> None:
    whole = archive(
        film(
            prompts=[prompt(parent="LC-P001@1")],
            versions=[version(previous="LC-V001")],
            decisions=[decision(superseded_by="LC-D002"), decision(2, superseded_by="LC-D001")],
        )
    )
    assert [line.split()[4] for line in told(whole)] == ["LC-P001", "LC-V001", "LC-D001"]


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh"), max_size=8))
def test_every_circle_is_found_and_nothing_else(links: dict[str, str]) -> None:
    def returns(start: str) -> bool:
        here = start
        for _ in links:
            here = links.get(here, "")
            if here == start:
                return True
        return False

    found = [each for circle in circles(links) for each in circle]
    assert sorted(found) == sorted(filter(returns, links))


def cut_shot(number: int, first: int, last: int, **more: Any) -> dict[str, Any]:
    return shot(number, cut_in=str(first), cut_out=str(last), **more)


def test_shots_lie_side_by_side(told: Any) -> None:
    assert told(archive(film(shots=[cut_shot(1, 0, 23), cut_shot(2, 24, 47)]))) == []
    [line] = told(archive(film(shots=[cut_shot(1, 0, 24), cut_shot(2, 24, 47)])))
    assert "LC-SQ01-0020 (frames 24 to 47) overlaps LC-SQ01-0010 (frames 0 to 24)" in line


def test_a_shot_inside_a_longer_one_overlaps_even_past_a_short_one(told: Any) -> None:
    lines = told(archive(film(shots=[cut_shot(1, 0, 99), cut_shot(2, 10, 19), cut_shot(3, 50, 59)])))
    assert len(lines) == 2


def test_an_omitted_shot_takes_no_room(told: Any) -> None:
    assert told(archive(film(shots=[cut_shot(1, 0, 24), cut_shot(2, 24, 47, status="omitted")]))) == []


def test_a_cut_ends_after_it_begins(told: Any) -> None:
    [line] = told(archive(film(shots=[cut_shot(1, 24, 23)])))
    assert line.endswith("[GB-E066]")


def test_a_shot_that_is_used_twice_lies_where_the_cut_says(told: Any) -> None:
    cuts = [
        {"order": "1", "shot": "SQ01-0010", "cut_in": "0", "cut_out": "11"},
        {"order": "2", "shot": "SQ01-0010", "cut_in": "24", "cut_out": "35"},
    ]
    assert told(archive(film(shots=[cut_shot(1, 0, 35), cut_shot(2, 12, 23)], cuts=cuts))) == []
    [line] = told(archive(film(shots=[cut_shot(1, 0, 35), cut_shot(2, 12, 24)], cuts=cuts)))
    assert line.startswith("content/films/lightcone/cut.yml:2:")


def test_a_shot_stays_in_the_film(told: Any) -> None:
    assert told(archive(film({"duration": "2.00"}, shots=[cut_shot(1, 0, 47)]))) == []
    [line] = told(archive(film({"duration": "2.00"}, shots=[cut_shot(1, 0, 60)])))
    assert "ends on frame 48" in line  # 2.00 may be 2.01 typed short
    assert line.endswith("[GB-E068]")


@given(st.integers(1, 10_000), st.sampled_from([Fraction(24), Fraction(24000, 1001), Fraction(25), Fraction(60)]))
def test_the_last_frame_of_a_film_is_in_it_however_its_duration_is_rounded(frames: int, fps: Fraction) -> None:
    seconds = frames / fps
    for digits in (0, 1, 2, 3):
        rounded = Decimal(round(seconds * 10**digits)).scaleb(-digits)
        assert last_frame(rounded, fps) >= frames - 1


def test_a_rejected_take_says_why(told: Any) -> None:
    [line] = told(archive(film(takes=[take(1, "rejected"), take(2, "rejected", reason="two-moons")])))
    assert "LC-T001 is rejected" in line
    assert "reasons.yml: two-moons." in line


def test_a_take_in_the_film_is_kept_and_of_its_shot(told: Any) -> None:
    takes = [
        take(1, "kept", shots=["SQ01-0010"]),
        take(2, "alternate", shots=["LC-SQ01-0010"]),
        take(3, "pending", shots=["SQ01-0010"]),
        take(4, "kept", shots=["SQ01-0020"]),
    ]
    shots = [shot(1, takes=["LC-T001", "LC-T002", "LC-T003", "LC-T004"]), shot(2, takes=["LC-T004"])]
    lines = told(archive(film(shots=shots, takes=takes)))
    assert [line[-8:-1] for line in lines] == ["GB-E071", "GB-E072"]
    assert "has LC-T003 in the film" in lines[0]
    assert "Add 'SQ01-0010'" in lines[1]


def test_another_films_take_is_none_of_this_shot(told: Any) -> None:
    other = film({"slug": "other", "code": "OT"}, takes=[{"id": "OT-T001", "status": "pending"}])
    lines = told(archive(film(shots=[shot(takes=["OT-T001"])]), other))
    assert [line[-8:-1] for line in lines] == ["GB-E071", "GB-E072"]


def test_the_cuts_takes_are_held_to_the_same(told: Any) -> None:
    cuts = [{"order": "1", "shot": "SQ01-0010", "cut_in": "0", "cut_out": "9", "take": "LC-T001"}]
    lines = told(archive(film(shots=[shot()], takes=[take(1, "pending")], cuts=cuts)))
    assert {line[-8:-1] for line in lines} == {"GB-E071", "GB-E072"}


def test_a_kept_take_that_its_shot_does_not_name_is_a_warning(told: Any) -> None:
    whole = archive(
        film(shots=[shot()], takes=[take(shots=["SQ01-0010"]), take(2, "alternate", shots=["SQ01-0010"]), take(3)])
    )
    [line] = told(whole)
    assert "LC-T001 is kept" in line
    assert line.endswith("[GB-W073]")


def test_a_day_outside_the_production_is_a_warning(told: Any) -> None:
    days = {"start_date": "2026-05-01", "end_date": "2026-05-31"}
    whole = archive(
        film(
            days,
            prompts=[prompt(revisions=[{"rev": "1", "text": "t", "at": "2026-06-01"}])],
            takes=[
                take(generation={"at": "2026-05-31T17:00Z"}),  # 1 June in Shanghai
                take(2, generation={"at": "2026-05-31T15:00Z"}),
                take(3, generation={"at": "2026-05-31T23:59"}),
            ],
            decisions=[decision(date="2026-05-12")],
            versions=[version(at="2026-04-30")],
        )
    )
    lines = told(whole)
    assert [line.split()[1] for line in lines] == ["LC-P001", "LC-T001", "LC-V001"]
    assert "(2026-05-01 to 2026-05-31)" in lines[0]


def test_a_film_without_days_has_no_outside(told: Any) -> None:
    assert told(archive(film(decisions=[decision(date="1999-01-01")]))) == []


def test_days_rise(told: Any) -> None:
    whole = archive(
        film({"start_date": "2026-05-31", "end_date": "2026-05-01"}, decisions=[decision()]),
        site={"dates": {"start": "2026-06-21", "end": "2026-06-12"}},
    )
    assert [line[-8:-1] for line in told(whole)] == ["GB-W075", "GB-W075"]
