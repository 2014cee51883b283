"""What the records of Bicycle Kids say beyond what every film's say: two zones, three tongues, two bells."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from glassbox.loading import Loaded
from glassbox.records.archive import FilmFolder
from glassbox.records.process import Decision
from glassbox.records.terms import AssetKind, BudgetCategory, Publish, Status

FOLDER = Path(__file__).resolve().parents[2] / "content" / "films" / "bicycle-kids"
BAR_FRAMES = 48


def test_every_shot_is_a_whole_number_of_bars(bicycle_kids: FilmFolder) -> None:
    for shot in bicycle_kids.shots:
        assert shot.cut_in is not None
        assert shot.cut_out is not None
        assert (shot.cut_out - shot.cut_in + 1) % BAR_FRAMES == 0, shot.code


def test_prompts_are_written_in_three_languages_and_those_not_in_english_are_translated(
    bicycle_kids: FilmFolder,
) -> None:
    revisions = [revision for prompt in bicycle_kids.prompts for revision in prompt.revisions]
    assert {revision.lang for revision in revisions} == {"zh", "en", "de"}
    assert len(bicycle_kids.prompts) >= 12
    for prompt in bicycle_kids.prompts:
        for revision in prompt.revisions:
            if revision.lang == "en" or prompt.publish is not Publish.PUBLIC:
                continue
            assert revision.translation is not None, (prompt.id, revision.rev)
            assert {tag for tag, _ in revision.translation.by_lang} >= {"en"}, (prompt.id, revision.rev)


def test_the_desks_lie_six_hours_apart(bicycle_kids: FilmFolder) -> None:
    offsets = {
        revision.at.utcoffset()
        for prompt in bicycle_kids.prompts
        for revision in prompt.revisions
        if isinstance(revision.at, datetime)
    }
    assert offsets == {timedelta(hours=8), timedelta(hours=2)}


def test_the_clocks_of_the_film_are_as_far_apart_as_its_words_say() -> None:
    line = pytest.importorskip("sample.bicycle_kids.line", reason="the sample's makers need numpy")
    moments = []
    for clock, zone in (line._LEAVES, line._ARRIVES):
        hours, minutes = clock.split(":")
        moments.append(timedelta(hours=int(hours) - int(zone.removeprefix("UTC")), minutes=int(minutes)))
    assert moments[1] - moments[0] == timedelta(hours=8, minutes=40)
    for lang in ("en", "zh"):
        captions = (FOLDER / "captions" / f"bicycle-kids.{lang}.vtt").read_text(encoding="utf-8")
        assert line._LEAVES[0] in captions
        assert line._ARRIVES[0] in captions


def test_bells_ring_in_the_captions_when_they_ring_in_the_sound() -> None:
    score = pytest.importorskip("sample.bicycle_kids.score", reason="the sample's makers need numpy")
    from sample.bicycle_kids import bell, dyke, onesun

    struck = [
        score.seconds_of(code, frame)
        for code, frames in (("SQ01-0040", bell.STRUCK), ("SQ02-0020", dyke.ANSWERS), ("SQ03-0030", onesun.STRUCK))
        for frame in frames
    ]
    captions = (FOLDER / "captions" / "bicycle-kids.en.vtt").read_text(encoding="utf-8")
    starts = [int(a) * 60 + float(b) for a, b in re.findall(r"^(\d\d):(\d\d\.\d{3}) -->", captions, re.MULTILINE)]
    for second in struck:
        assert any(abs(start - second) < 0.05 for start in starts), second


def test_a_decision_that_was_given_up_is_kept_and_names_its_successor(bicycle_kids: FilmFolder) -> None:
    given_up = [decision for decision in bicycle_kids.decisions if decision.superseded_by]
    assert [decision.id for decision in given_up] == ["BK-D009"]
    for decision in given_up:
        successor = bicycle_kids.by_id[str(decision.superseded_by)]
        assert isinstance(successor, Decision)
        assert decision.date < successor.date


def test_the_money_is_as_the_decisions_tell_it(bicycle_kids: FilmFolder) -> None:
    lines = {line.id: (line.planned or Decimal(0), line.actual or Decimal(0)) for line in bicycle_kids.budget}
    planned = sum((line[0] for line in lines.values()), Decimal(0))
    actual = sum((line[1] for line in lines.values()), Decimal(0))
    assert (planned, actual) == (Decimal(87_200), Decimal(81_400))
    consent, translation = lines["BK-B010"], lines["BK-B006"]
    assert consent[1] > 2 * consent[0], "consent cost more than twice what was planned"
    assert 2_500 < translation[1] - translation[0] < 3_000, "nearly three thousand yuan over plan"
    saved = {name: line[0] - line[1] for name, line in lines.items()}
    assert max(saved, key=lambda name: saved[name]) == "BK-B009", "the flights were the largest saving"
    assert any(line.category is BudgetCategory.TRAVEL for line in bicycle_kids.budget)


def test_no_child_can_be_found_in_the_archive(bicycle_kids: FilmFolder) -> None:
    """Guardians' letters are closed, and every plate says what was agreed."""
    consents = bicycle_kids.by_id["BK-A017"]
    assert any("BK-A017" in entry.ids for entry in bicycle_kids.film.withheld)
    assert consents.specimen
    for asset in bicycle_kids.assets:
        if asset.kind is AssetKind.FOOTAGE:
            assert asset.consent is not None, asset.id


def test_what_the_topic_counts_is_what_was_handed_in(loaded: Loaded, bicycle_kids: FilmFolder) -> None:
    topic = next(topic for topic in loaded.archive.topics if topic.id == "two-languages")
    assert topic.text is not None
    assert all(f"{len(bicycle_kids.takes)} " in words for _, words in topic.text.by_lang)
    assert sum(take.status is Status.KEPT for take in bicycle_kids.takes) == len(bicycle_kids.shots)
