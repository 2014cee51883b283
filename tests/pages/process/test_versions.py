"""What visitors read in the revision trail."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from glassbox.derivatives import Facts, Kind, Made, MadeFile, Source, Use
from glassbox.pages.exhibit import Exhibit
from glassbox.pages.gallery import Gallery
from glassbox.pages.trail import Kind as Change
from glassbox.pages.views.versions import Group, in_succession, predecessors
from glassbox.problems import Place, problem
from glassbox.problems.codes.media import MEDIUM_DAMAGED
from glassbox.records.archive import MediaKey
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
    assert "".join(run.text for run in second.difference if run.kind is not Change.NEW).startswith("She looks up. Why")
    assert second.enclosure is not None
    assert second.enclosure.document is not None
    assert second.enclosure.document.text == "She looks up. She does not ask."
    html = english["films/lightcone/trail/"].html
    assert "<del>" in html
    assert "<ins>" in html


def test_two_pictures_lie_over_each_other_with_a_handle_between_them(english: Pages, chinese: Pages) -> None:
    boards, pushed = _groups(english)[1].versions
    assert boards.wipe is None
    assert pushed.wipe is not None
    assert (pushed.wipe.before_name, pushed.wipe.after_name) == ("storyboard 1", "storyboard 2")
    html = english["films/lightcone/trail/"].html
    assert html.count("data-wipe>") == 1
    assert "Slide between “storyboard 1” and “storyboard 2”" in html
    assert "左右拉动，对比“分镜 1”与“分镜 2”" in chinese["films/lightcone/trail/"].html


def test_a_picture_with_faults_stands_beside_the_other_with_its_sentence(
    exhibit: Exhibit, rendered: Callable[..., Pages], exhibited: Callable[..., Exhibit]
) -> None:
    key = MediaKey("LC-V003", "file")
    told = problem(Place("a.png"), MEDIUM_DAMAGED, record="LC-V003", file="a.png", reason="cut off")
    faulty = replace(exhibit.gallery.made[key], problems=(told,))
    gallery = replace(exhibit.gallery, made={**exhibit.gallery.made, key: faulty})
    page = rendered(exhibited(exhibit.archive, gallery), "en")["films/lightcone/trail/"]
    assert "data-wipe>" not in page.html
    assert 'class="side-by-side"' in page.html
    assert "is damaged" in page.read.text


def _film(name: str, seconds: float) -> Made:
    source = Source(Path("/nowhere"), name, Place(name), Use.CLIP)
    file = MadeFile("playable", f"media/{name}.mp4", Path("/nowhere"), 900, "video/mp4", width=640, height=360)
    facts = Facts(Kind.VIDEO, 900, "0" * 64, "a" * 64, seconds=seconds, width=640, height=360)
    return Made(source, facts, (file,))


def test_two_cuts_in_succession_can_play_in_step_for_as_long_as_the_longer_lasts(
    exhibit: Exhibit, rendered: Callable[..., Pages], exhibited: Callable[..., Exhibit]
) -> None:
    cuts = (_version(1), _version(2), _version(3), _version(4))
    folder = replace(exhibit.archive.films[0], versions=cuts)
    films = {"LC-V001": 9.0, "LC-V002": 10.04, "LC-V004": 8.0}
    gallery = Gallery({MediaKey(name, "file"): _film(name, seconds) for name, seconds in films.items()})
    page = rendered(exhibited(replace(exhibit.archive, films=(folder,)), gallery), "en")["films/lightcone/trail/"]
    assert [version.in_step for version in _groups({"films/lightcone/trail/": page})[0].versions] == [
        "",
        "10.0",
        "",
        "",
    ]
    assert page.html.count("data-cuts>") == 0
    assert page.html.count("data-cuts role") == 1
    assert page.html.count("LC-V001.mp4") == 2, "at home, and beside the next"
    assert page.read.faults == []


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
