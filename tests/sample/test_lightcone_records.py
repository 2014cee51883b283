"""What the sample film's records say about each other holds together."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from glassbox.loading import Loaded
from glassbox.records.archive import FilmFolder
from glassbox.records.prompts import CAMERA_COMMANDS
from glassbox.records.terms import AssetKind, BudgetCategory, Publish, SourceType, Status

BEAT_FRAMES = 20


def _day(when: date | datetime) -> date:
    return when.date() if isinstance(when, datetime) else when


def test_the_sample_is_without_a_problem_even_when_strict(loaded: Loaded) -> None:
    assert [str(problem) for problem in loaded.problems] == []


def test_every_shot_is_a_whole_number_of_beats(lightcone: FilmFolder) -> None:
    for shot in lightcone.shots:
        assert shot.cut_in is not None
        assert shot.cut_out is not None
        assert (shot.cut_out - shot.cut_in + 1) % BEAT_FRAMES == 0, shot.code


def test_the_used_part_of_a_take_is_as_long_as_its_shot(lightcone: FilmFolder) -> None:
    takes = {take.id: take for take in lightcone.takes}
    for shot in lightcone.shots:
        for name in shot.takes:
            used = takes[name].used
            assert used is not None, name
            assert shot.cut_in is not None
            assert shot.cut_out is not None
            assert used.last - used.first == shot.cut_out - shot.cut_in, name


def test_every_reason_of_the_list_is_used(loaded: Loaded) -> None:
    used = {take.reason for film in loaded.archive.films for take in film.takes if take.reason}
    assert used == {reason.id for reason in loaded.archive.reasons}


def test_the_report_counts_as_the_records_do(loaded: Loaded, lightcone: FilmFolder) -> None:
    chapters = {chapter.id: dict(chapter.text.by_lang) for chapter in loaded.archive.report if chapter.text}
    counted = Counter(take.status for take in lightcone.takes)
    assert counted == {Status.KEPT: 11, Status.REJECTED: 28, Status.ALTERNATE: 3}
    said = chapters["one-take-of-how-many"]
    assert "42 takes for ten shots. Eleven are in the film, 28 were rejected, three stand by" in said["en"]
    assert "42 条素材：11 条在片中，28 条弃用，3 条备用" in said["zh"]
    assert (len(lightcone.takes), len(lightcone.shots)) == (42, 10)
    planned = sum((line.planned or Decimal(0) for line in lightcone.budget), Decimal(0))
    actual = sum((line.actual or Decimal(0) for line in lightcone.budget), Decimal(0))
    for words in chapters["where-the-money-went"].values():
        assert f"{planned:,}" in words
        assert f"{actual:,}" in words


def test_what_the_report_says_of_the_money_is_true(lightcone: FilmFolder) -> None:
    def both(category: BudgetCategory) -> tuple[Decimal, Decimal]:
        lines = [line for line in lightcone.budget if line.category is category]
        return sum((x.planned or Decimal(0) for x in lines), Decimal(0)), sum(
            (x.actual or Decimal(0) for x in lines), Decimal(0)
        )

    planned, actual = both(BudgetCategory.AI_GENERATION)
    assert Decimal("0.28") < actual / planned - 1 < Decimal("0.34"), "ran over by nearly a third"
    assert both(BudgetCategory.SHOOT)[1] > actual
    saved = {line.id: (line.planned or 0) - (line.actual or 0) for line in lightcone.budget}
    assert max(saved, key=lambda name: saved[name]) == "LC-B009", "the location was the largest single saving"
    assert {line.currency for line in lightcone.budget} == {"CNY"}


def test_the_handed_in_takes_cost_less_than_the_budget_for_runs(lightcone: FilmFolder) -> None:
    costs = [take.generation.cost for take in lightcone.takes if take.generation and take.generation.cost]
    spent = sum(
        (line.actual or Decimal(0) for line in lightcone.budget if line.category is BudgetCategory.AI_GENERATION),
        Decimal(0),
    )
    assert len(costs) >= 30
    assert {cost.currency for cost in costs} == {"CNY"}
    assert sum((cost.amount for cost in costs), Decimal(0)) < spent


def test_a_prompt_is_given_only_takes_that_were_there(lightcone: FilmFolder) -> None:
    made = {take.id: take.generation.at for take in lightcone.takes if take.generation and take.generation.at}
    given = [
        (revision, each.take)
        for prompt in lightcone.prompts
        for revision in prompt.revisions
        for each in revision.inputs
    ]
    chained = [(revision.at, made[name]) for revision, name in given if name]
    assert len(chained) >= 8
    for at, before in chained:
        assert isinstance(at, datetime)
        assert isinstance(before, datetime)
        assert before < at


def test_revisions_and_versions_follow_each_other_in_time(lightcone: FilmFolder) -> None:
    for prompt in lightcone.prompts:
        moments = [revision.at for revision in prompt.revisions]
        assert all(isinstance(moment, datetime) for moment in moments), prompt.id
        assert moments == sorted(moments, key=lambda moment: str(moment)), prompt.id
    versions = {version.id: version for version in lightcone.versions}
    for version in lightcone.versions:
        if version.previous:
            before = versions[version.previous]
            assert before.of is version.of, version.id
            assert before.at is not None
            assert version.at is not None
            assert _day(before.at) < _day(version.at), version.id


def test_the_prompts_are_written_as_practitioners_write_them(lightcone: FilmFolder) -> None:
    prompts = lightcone.prompts
    revisions = [revision for prompt in prompts for revision in prompt.revisions]
    assert len(prompts) >= 12
    assert all(2 <= len(prompt.revisions) <= 4 for prompt in prompts)
    assert all(revision.change for prompt in prompts for revision in prompt.revisions[1:])
    chinese = [revision for revision in revisions if revision.lang == "zh"]
    assert sum(1 for revision in chinese if revision.translation) >= 9
    commands = [
        name.strip().lower()
        for revision in revisions
        for group in re.findall(r"\[([A-Z][a-z ,A-Z]+)\]", revision.text)
        for name in group.split(",")
    ]
    assert len(set(commands)) >= 4
    assert set(commands) <= CAMERA_COMMANDS
    assert any(revision.params.get("prompt_optimizer") == "true" for revision in revisions)
    assert any(take.generation and take.generation.optimized_prompt for take in lightcone.takes)
    assert any(revision.seed and revision.negative for revision in revisions)
    assert sum(1 for revision in revisions for each in revision.inputs if each.take) >= 5


def test_something_is_withheld_something_is_an_excerpt_and_an_embargo_has_passed(lightcone: FilmFolder) -> None:
    ways = {prompt.publish for prompt in lightcone.prompts}
    assert ways == {Publish.PUBLIC, Publish.EXCERPT, Publish.WITHHELD}
    assert any(entry.ids for entry in lightcone.film.withheld)
    assert any(not entry.ids for entry in lightcone.film.withheld)
    embargoes = [record.embargo for record in lightcone.records() if record.embargo]
    assert [moment.isoformat() for moment in embargoes] == ["2026-06-14T10:00:00+08:00"]


def test_everything_but_the_public_facts_is_marked_as_a_specimen(loaded: Loaded, lightcone: FilmFolder) -> None:
    archive = loaded.archive
    records = [
        *lightcone.records(),
        *archive.people,
        *archive.tools,
        *archive.reasons,
        *archive.topics,
        *archive.workshops,
        *archive.report,
    ]
    assert [record for record in records if not record.specimen] == []
    assert "title" in lightcone.film.unconfirmed
    assert all(fact.source for fact in lightcone.film.reported)


def test_shots_that_claim_live_action_have_footage(lightcone: FilmFolder) -> None:
    filmed = {asset.id for asset in lightcone.assets if asset.kind is AssetKind.FOOTAGE}
    claimed = [shot for shot in lightcone.shots if shot.origin and shot.origin.human >= 25]
    assert 2 <= len(claimed) <= 4
    for shot in claimed:
        assert set(shot.footage) & filmed, shot.code
    for asset in lightcone.assets:
        if asset.id in filmed:
            assert asset.digital_source_type is SourceType.FILMED


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_captions_lie_inside_the_film_and_do_not_overlap(lightcone: FilmFolder, folder: Path, lang: str) -> None:
    captions = next(each for each in lightcone.film.captions if each.lang == lang)
    before = 0.0
    for start, end in _cues((folder / captions.file).read_text(encoding="utf-8")):
        assert before <= start < end
        before = end
    assert before <= float(lightcone.film.duration or 0)


def test_both_languages_of_the_captions_keep_the_same_times(folder: Path) -> None:
    both = [_cues((folder / "captions" / f"lightcone.{lang}.vtt").read_text(encoding="utf-8")) for lang in ("en", "zh")]
    assert both[0] == both[1]
    assert len(both[0]) >= 12


def _cues(text: str) -> list[tuple[float, float]]:
    found = re.findall(r"^(\d\d):(\d\d\.\d{3}) --> (\d\d):(\d\d\.\d{3})$", text, re.MULTILINE)
    return [(int(a) * 60 + float(b), int(c) * 60 + float(d)) for a, b, c, d in found]
