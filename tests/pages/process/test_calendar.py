"""What visitors read in the calendar of the revision trail, and that it counts what the records count."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glassbox.pages.exhibit import Exhibit
from glassbox.pages.reader import Reader
from glassbox.pages.views.calendar import Calendar, Day, calendar_of
from glassbox.records.archive import FilmFolder
from glassbox.records.process import Decision, Version
from glassbox.records.prompts import Prompt
from glassbox.records.takes import Take

MONTH = date(2026, 5, 1)
_WHEN = st.none() | st.sampled_from(
    [
        *((MONTH + timedelta(days=days)).isoformat() for days in (0, 9, 10, 30, 31, 200)),
        "2026-05-10T23:30:00-04:00",  # the eleventh, by the exhibition's clock
        "2026-05-11T00:10:00+08:00",
        "2026-05-20T12:00",
    ]
)


def _folder(
    exhibit: Exhibit,
    versions: list[str | None] | None = None,
    decisions: list[str | None] | None = None,
    revisions: list[str | None] | None = None,
    takes: list[str | None] | None = None,
) -> FilmFolder:
    """The film with records of these moments; a decision always has its day."""
    of = ("script", "edit", "other")
    prompt = {"id": "LC-P001", "tool": "hailuo", "writer": ["creator"], "task": "text"}
    told = [{"rev": str(n), "text": "x", "at": at} for n, at in enumerate(revisions or [], 1)]
    return replace(
        exhibit.archive.films[0],
        versions=tuple(
            Version.model_validate({"id": f"LC-V{n:03}", "of": of[n % 3], "number": str(n), "change": "x", "at": at})
            for n, at in enumerate(versions or [], 1)
        ),
        decisions=tuple(
            Decision.model_validate({"id": f"LC-D{n:03}", "date": at or "2026-05-02", "title": "t", "why": "w"})
            for n, at in enumerate(decisions or [], 1)
        ),
        prompts=(Prompt.model_validate({**prompt, "revisions": told}),) if told else (),
        takes=tuple(
            Take.model_validate({"id": f"LC-T{n:03}", "status": "kept", **({"generation": {"at": at}} if at else {})})
            for n, at in enumerate(takes or [], 1)
        ),
    )


def _calendar(exhibit: Exhibit, folder: FilmFolder, lang: str = "en") -> Calendar:
    found = calendar_of(folder, Reader(exhibit, lang, "en/films/lightcone/trail/index.html", folder))
    assert found is not None
    return found


def _days(calendar: Calendar) -> dict[str, Day]:
    return {day.iso: day for week in calendar.weeks for day in week.days}


_MOMENTS = st.lists(_WHEN, max_size=5)


@given(_MOMENTS, _MOMENTS, _MOMENTS, _MOMENTS)
def test_every_record_stands_on_the_day_that_it_writes_and_nowhere_else(
    exhibit: Exhibit,
    versions: list[str | None],
    decisions: list[str | None],
    revisions: list[str | None],
    takes: list[str | None],
) -> None:
    folder = _folder(exhibit, versions, decisions, revisions, takes)
    reader = Reader(exhibit, "en", "en/films/lightcone/trail/index.html", folder)
    calendar = calendar_of(folder, reader)
    written = [*(at or "2026-05-02" for at in decisions), *(at for at in (*versions, *revisions, *takes) if at)]
    if not written:
        assert calendar is None
        return
    assert calendar is not None
    shown = Counter[str]()
    for iso, day in _days(calendar).items():
        assert day.is_empty == (not day.marks and not day.tallies)
        shown[iso] += len(day.marks)
        for tally in day.tallies:
            assert int(tally.words.split()[0]) == len(tally.links)
            shown[iso] += len(tally.links)
    assert +shown == Counter(at[:10] for at in written)
    undated = sum(map(int, re.findall(r"\d+", calendar.undated)))
    assert undated == sum(at is None for at in (*versions, *revisions, *takes))


@given(st.lists(st.integers(0, 400), min_size=1, max_size=6))
def test_weeks_are_whole_begin_on_monday_and_leave_out_no_day_without_saying_so(
    exhibit: Exhibit, offsets: list[int]
) -> None:
    written = [(MONTH + timedelta(days=n)).isoformat() for n in offsets]
    weeks = _calendar(exhibit, _folder(exhibit, versions=list(written))).weeks
    expected = date.fromisoformat(min(written)) - timedelta(days=date.fromisoformat(min(written)).weekday())
    for week in weeks:
        left_out = int(week.quiet.split()[0]) if week.quiet else 0
        assert left_out != 1
        expected += timedelta(weeks=left_out)
        assert [day.iso for day in week.days] == [(expected + timedelta(days=n)).isoformat() for n in range(7)]
        expected += timedelta(weeks=1)
    assert expected > date.fromisoformat(max(written))


def test_a_day_in_another_zone_is_the_day_that_the_record_says(exhibit: Exhibit) -> None:
    days = _days(_calendar(exhibit, _folder(exhibit, takes=["2026-05-10T23:30:00-04:00"])))
    assert [iso for iso, day in days.items() if day.tallies] == ["2026-05-10"]


def test_the_busiest_day_is_the_brightest(exhibit: Exhibit) -> None:
    takes: list[str | None] = ["2026-05-04"] * 8 + ["2026-05-05"] * 2 + ["2026-05-06"]
    days = _days(_calendar(exhibit, _folder(exhibit, versions=["2026-05-07"], takes=takes)))
    told = [(days[f"2026-05-0{n}"].heat, days[f"2026-05-0{n}"].bar) for n in (4, 5, 6, 7)]
    assert told == [(4, "100%"), (1, "25%"), (1, "12.5%"), (0, "")]


def test_a_day_of_very_many_takes_links_some_and_the_way_to_all(exhibit: Exhibit) -> None:
    (tally,) = _days(_calendar(exhibit, _folder(exhibit, takes=["2026-05-04"] * 200)))["2026-05-04"].tallies
    assert (tally.words, len(tally.links)) == ("200 takes", 24)
    assert tally.more is not None
    assert (tally.more.words, tally.more.href) == ("and 176 more", "../takes/index.html")


def test_quiet_months_take_one_line_and_a_new_month_is_named(exhibit: Exhibit) -> None:
    weeks = _calendar(exhibit, _folder(exhibit, versions=["2026-05-04", "2026-11-04"])).weeks
    assert [week.quiet for week in weeks] == ["", "25 weeks of which nothing is on record"]
    named = [(day.iso, day.month) for week in weeks for day in week.days if day.begins]
    assert named == [("2026-05-04", "May"), ("2026-11-04", "November")]


@pytest.mark.parametrize(
    ("lang", "span", "weekdays", "name", "kind"),
    [
        ("en", "4 May – 5 June 2026", "Mon Tue Wed Thu Fri Sat Sun", "Monday 4 May", "edit 1"),
        ("zh", "2026年5月4日至6月5日", "周一 周二 周三 周四 周五 周六 周日", "5月4日周一", "剪辑 1"),
    ],
)
def test_days_are_named_as_each_language_names_them(
    exhibit: Exhibit, lang: str, span: str, weekdays: str, name: str, kind: str
) -> None:
    calendar = _calendar(exhibit, _folder(exhibit, versions=["2026-05-04", "2026-06-05"]), lang)
    day = calendar.weeks[0].days[0]
    assert (calendar.span, " ".join(calendar.weekdays), day.name) == (span, weekdays, name)
    assert f"{day.marks[0].kind} {day.marks[0].number}" == kind


def test_a_span_within_one_day_and_over_new_year_reads_as_people_write_it(exhibit: Exhibit) -> None:
    def spans(*days: str) -> list[str]:
        return [_calendar(exhibit, _folder(exhibit, versions=list(days)), lang).span for lang in ("en", "zh")]

    assert spans("2026-05-04") == ["4 May 2026", "2026年5月4日"]
    assert spans("2025-12-30", "2026-01-02") == ["30 December 2025 – 2 January 2026", "2025年12月30日至2026年1月2日"]


def test_marks_lead_to_their_records_and_an_undated_one_is_told(
    english: Mapping[str, Any], chinese: Mapping[str, Any]
) -> None:
    page = english["films/lightcone/trail/"]
    assert "4 versions 2 decisions 2 revisions of prompts 4 takes" in page.read.text
    assert "No day is on record for 3 versions, 2 revisions of prompts, 4 takes." in page.read.text
    assert {"../decisions/index.html#LC-D002", "index.html#LC-V001"} <= set(page.read.hrefs)
    text = chinese["films/lightcone/trail/"].read.text
    assert "逐日 2026年5月11日至5月20日" in text
    assert "未注明日期：3 个版本、2 次提示词修订、4 个镜次。" in text


def test_a_film_without_a_day_on_record_has_no_calendar(
    exhibit: Exhibit, rendered: Callable[..., Mapping[str, Any]], exhibited: Callable[..., Exhibit]
) -> None:
    archive = replace(exhibit.archive, films=(_folder(exhibit, versions=[None]),))
    page = rendered(exhibited(archive), "en")["films/lightcone/trail/"]
    assert "Day by day" not in page.read.text
    assert page.read.faults == []
