"""What visitors read on the pages of the whole exhibition."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import glassbox
from glassbox.pages.exhibit import Exhibit
from glassbox.pages.frame import frame, house_of
from glassbox.pages.views.everything import all_pages
from glassbox.pages.views.involvement import of_people, of_tools
from glassbox.pages.views.thrown_away import ReasonView
from glassbox.pages.writer import Shell
from glassbox.records.archive import Archive
from glassbox.records.exhibition import Retired, Site

Pages = Mapping[str, Any]


def _reasons(pages: Pages) -> dict[str, ReasonView]:
    return {one.anchor: one for one in pages["thrown-away/"].page.shows["reasons"]}


def test_what_was_thrown_away_stands_by_the_reason_why(chinese: Pages) -> None:
    reasons = _reasons(chinese)
    assert [take.id for take in reasons["flicker"].takes] == ["LC-T002", "LC-T003"]
    assert reasons["hands"].takes == ()
    assert reasons["flicker"].share == "100%"
    page = chinese["thrown-away/"]
    assert "4 个镜次，弃用 2 个" in page.read.text
    assert {"flicker", "hands"} <= set(page.read.ids)
    for said in ("光线跳动。", "太亮。", "影调测试", "SQ01-0010 River", "LC-P001@1 河灯"):
        assert said in page.read.text


def test_a_thrown_take_leads_to_its_place_on_the_wall(english: Pages) -> None:
    assert _reasons(english)["flicker"].takes[0].href == "../films/lightcone/takes/index.html#LC-T002"


def test_a_person_has_both_names_and_all_that_bears_them(chinese: Pages, english: Pages) -> None:
    page = chinese["people/director/"]
    assert "导演 Director director 个人" in page.read.text
    assert "She" not in page.read.text
    assert "她执导。" in page.read.text
    assert english["people/director/"].page.title == "Director"
    mentions = {m.name: m.count for film in english["people/director/"].page.shows["films"] for m in film.mentions}
    assert mentions == {
        "Prompts written": 1,
        "Decisions taken": 1,
        "Versions made": 1,
        "Steps of the workflow": 1,
    }
    assert "Day one" in english["people/director/"].read.text


def test_people_and_organisations_stand_apart(english: Pages) -> None:
    groups = english["people/"].page.shows["groups"]
    assert [(heading, [card.name for card in cards]) for heading, cards in groups] == [
        ("People", ["Director", "AI creator"]),
        ("Organisations", ["A school"]),
    ]
    assert "No record names them yet." in english["people/school/"].read.text


def test_whoever_wrote_one_revision_has_it_on_their_page(archive: Archive) -> None:
    people = of_people(archive)
    assert [p.id for p in people["director"].films["lightcone"].prompts] == ["LC-P001"]
    assert people["director"].films["lightcone"].revisions == 1
    assert people["creator"].films["lightcone"].revisions == 1


def test_tools_count_the_prompts_revisions_and_takes_that_ran_on_them(archive: Archive, english: Pages) -> None:
    used = of_tools(archive)
    assert [take.id for take in used["hailuo"].films["lightcone"].takes] == ["LC-T002"]
    assert [take.id for take in used["editor"].films["lightcone"].takes] == ["LC-T001"]
    tools = {tool.id: tool for tool in english["tools/"].page.shows["tools"]}
    assert tools["hailuo"].counts == ("1 prompt", "1 revision", "1 take")
    assert tools["idle"].counts == ()
    text = english["tools/"].read.text
    for said in ("Hailuo 02", "MiniMax", "video model", "on the spot", "No prompt ran on it."):
        assert said in text
    assert {"hailuo", "editor", "idle"} <= set(english["tools/"].read.ids)


def test_workshops_name_time_place_speakers_and_topics_and_topics_lead_back(english: Pages) -> None:
    walk = english["workshops/"].read
    assert {"day-one", "topic-best-take"} <= set(walk.ids)
    assert "2026-06-14 14:00 Open set day-one Day one Speakers Director Key topics The best of a thousand" in walk.text
    assert "How do you choose?" in walk.text
    assert "Decisions that answer it LC-D002 How many lanterns" in walk.text


def test_a_chapter_is_prose_that_leads_to_the_records_it_cites(english: Pages) -> None:
    page = english["report/who-is-the-author/"]
    assert '<a href="../../films/lightcone/decisions/index.html#LC-D002">' in page.html.replace("../../../", "../../")
    assert "When is a tool more?" in page.read.text
    assert "Records it cites LC-D002 How many lanterns LC-P001@2 Lanterns" in page.read.text
    assert "Who is the author?" in english["report/"].read.text


def test_beside_a_chapter_the_takes_that_it_speaks_of_are_seen(
    archive: Archive, exhibited: Callable[..., Exhibit]
) -> None:
    take = archive.films[0].takes[0]
    chapter = archive.report[0].model_copy(update={"records": (f"{take.id}",)})
    pages = all_pages(exhibited(replace(archive, report=(chapter,))), "en")
    shown = next(page for page in pages if page.address == f"report/{chapter.id}/").shows["takes"]
    assert [(one.id, one.status, one.href) for one in shown] == [  # type: ignore[attr-defined]
        (take.id, take.status, f"../../films/{archive.films[0].film.slug}/takes/index.html#{take.id}")
    ]


def test_pages_that_show_specimens_are_marked_and_others_are_not(english: Pages) -> None:
    assert english["people/creator/"].page.specimen
    assert not english["people/school/"].page.specimen
    assert english["report/who-is-the-author/"].page.specimen


def test_a_withdrawn_prompt_keeps_a_stone_at_its_address(chinese: Pages) -> None:
    page = chinese["prompts/LC-P009/"]
    assert "LC-P009 已撤下 2026-06-21 Asked for" in page.read.text
    assert "not yet translated" not in page.read.text


def test_a_withdrawn_take_keeps_a_stone_on_the_wall(archive: Archive, exhibited: Callable[..., Exhibit]) -> None:
    gone = Retired.model_validate({"id": "LC-T009", "reason": "Asked for", "date": "2026-06-21"})
    exhibit = exhibited(replace(archive, retired=(gone,)))
    wall = next(page for page in all_pages(exhibit, "en") if page.address == "films/lightcone/takes/")
    house = house_of(exhibit.archive, exhibit.addresses, [wall.address])
    shell = Shell(Path(glassbox.__file__).parents[2] / "overrides")
    html = shell.html(wall, frame(house, "en", wall.address, wall.title)).decode()
    assert 'id="LC-T009"' in html
    assert "Asked for" in html


def test_the_programme_s_questions_stand_beside_what_can_be_counted(english: Pages, chinese: Pages) -> None:
    asked = english["report/"].page.shows["questions"]
    money, choosing = asked[1], asked[2]
    assert choosing.words == "How do you choose the best take among a thousand variations?"
    assert [(one.figure, one.name) for one in choosing.figures] == [
        ("4", "takes made"),
        ("1", "of them kept"),
        ("1", "reasons for throwing one away"),
    ]
    assert [(one.figure, one.name) for one in money.figures] == [  # in CNY a line is open
        ("90 %", "of what was planned in EUR was spent")
    ]
    assert "档案不作回答" in chinese["report/"].read.text


def test_where_nothing_was_handed_in_no_question_is_asked(
    rendered: Callable[..., Pages], exhibited: Callable[..., Exhibit]
) -> None:
    site = Site.model_validate({"title": "Nothing", "languages": ("en", "zh")})
    assert rendered(exhibited(Archive(site=site)), "en")["report/"].page.shows["questions"] == ()
