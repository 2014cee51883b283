"""What visitors read on the page of decisions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from glassbox.pages.views.decisions import DecisionView

Pages = Mapping[str, Any]


def _decisions(pages: Pages) -> list[DecisionView]:
    return list(pages["films/lightcone/decisions/"].page.shows["decisions"])


def test_decisions_stand_in_the_order_of_their_dates(english: Pages) -> None:
    assert [one.head.id for one in _decisions(english)] == ["LC-D001", "LC-D002"]


def test_the_chosen_option_is_marked_by_its_number(english: Pages) -> None:
    lanterns = _decisions(english)[1]
    assert [option.is_chosen for option in lanterns.options] == [False, True]
    assert lanterns.choice is None
    assert "2 Thirteen" in english["films/lightcone/decisions/"].read.text


def test_a_choice_that_is_no_option_is_shown_in_its_words(chinese: Pages) -> None:
    cone = _decisions(chinese)[0]
    assert cone.choice is not None
    assert cone.choice.words == "都不选"
    assert "最终选择 都不选" in chinese["films/lightcone/decisions/"].read.text


def test_options_lead_to_their_take_prompt_and_version_and_say_what_became_of_the_take(english: Pages) -> None:
    many, thirteen = _decisions(english)[1].options
    assert [link.words for link in thirteen.links] == ["LC-T001", "LC-P001@2 Lanterns", "LC-V002"]
    assert [link.href for link in thirteen.links] == [
        "../takes/index.html#LC-T001",
        "../../../prompts/LC-P001/index.html#r2",
        "../trail/index.html#LC-V002",
    ]
    assert (many.became, thirteen.became) == ("thrown away", "kept")
    assert thirteen.picture is not None
    assert thirteen.picture.src.startswith("../../../../media/t1-")


def test_evidence_finds_a_shot_by_its_bare_code(english: Pages) -> None:
    about = _decisions(english)[1].about
    assert [one.words for one in about] == ["LC-P001@2 Lanterns", "SQ01-0010 River", "LC-V002"]
    assert about[1].href == "../shots/SQ01-0010/index.html"


def test_an_overturned_decision_names_what_came_after_it(english: Pages) -> None:
    cone = _decisions(english)[0]
    assert cone.status_word == "superseded"
    assert cone.superseded_by is not None
    assert cone.superseded_by.href == "#LC-D002" or cone.superseded_by.href.endswith("#LC-D002")


def test_the_reason_is_prose_and_the_topic_is_a_way_to_the_workshops(chinese: Pages) -> None:
    lanterns = _decisions(chinese)[1]
    assert lanterns.why == "<p>数得<strong>清</strong>。</p>"
    assert lanterns.topic is not None
    assert lanterns.topic.href == "../../../workshops/index.html#topic-best-take"


def test_a_withdrawn_decision_keeps_its_stone_among_the_others(english: Pages) -> None:
    walk = english["films/lightcone/decisions/"].read
    assert "LC-D009" in walk.ids
    assert "LC-D009 Withdrawn 2026-06-20 A mistake See instead LC-D002 How many lanterns" in walk.text
