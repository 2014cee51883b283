"""What visitors read in the revision trail."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from glassbox.pages.trail import Kind
from glassbox.pages.views.versions import Group, in_succession, predecessors
from glassbox.records.process import Version

Pages = Mapping[str, Any]


def _groups(pages: Pages) -> list[Group]:
    return list(pages["films/lightcone/trail/"].page.shows["groups"])


def test_versions_are_grouped_and_each_follows_the_one_it_grew_from(english: Pages) -> None:
    told = [(group.name, [version.head.id for version in group.versions]) for group in _groups(english)]
    assert told == [("script", ["LC-V001", "LC-V002"]), ("storyboard", ["LC-V003", "LC-V004"])]


def test_a_text_is_compared_with_the_one_before_and_shown_in_full(english: Pages) -> None:
    first, second = _groups(english)[0].versions
    assert first.difference is None
    assert second.difference is not None
    assert "".join(run.text for run in second.difference if run.kind is not Kind.NEW).startswith("She looks up. Why")
    assert second.enclosure is not None
    assert second.enclosure.document is not None
    assert second.enclosure.document.text == "She looks up. She does not ask."
    html = english["films/lightcone/trail/"].html
    assert "<del>" in html
    assert "<ins>" in html


def test_two_pictures_stand_side_by_side(english: Pages) -> None:
    boards, pushed = _groups(english)[1].versions
    assert boards.before_enclosure is None
    assert pushed.before_enclosure is not None
    assert 'class="side-by-side"' in english["films/lightcone/trail/"].html


def test_a_version_names_its_day_its_makers_its_shots_and_its_decision(chinese: Pages) -> None:
    text = chinese["films/lightcone/trail/"].read.text
    assert "2026-05-11 LC-V001 导演" in text
    assert "镜头 SQ01-0010 River" in text
    assert "LC-D002 几盏灯" in text


def _version(number: int, previous: int | None = None) -> Version:
    said = {"id": f"LC-V{number:03}", "of": "edit", "number": str(number), "change": "x"}
    return Version.model_validate({**said, **({"previous": f"LC-V{previous:03}"} if previous else {})})


def test_versions_in_a_circle_are_all_told_once() -> None:
    told = in_succession([_version(1, previous=3), _version(2, previous=1), _version(3, previous=2)])
    assert sorted(version.id for version in told) == ["LC-V001", "LC-V002", "LC-V003"]


def test_a_version_that_names_none_follows_the_one_listed_before_it() -> None:
    told = in_succession([_version(1), _version(2), _version(3, previous=1)])
    assert [version.id for version in told] == ["LC-V001", "LC-V002", "LC-V003"]
    before = {after: version.id for after, version in predecessors(told).items()}
    assert before == {"LC-V002": "LC-V001", "LC-V003": "LC-V001"}
