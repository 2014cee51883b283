"""What the records of Tri-Head say about each other holds together."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from math import lcm
from pathlib import Path

import pytest

from glassbox.loading import Loaded
from glassbox.records.archive import FilmFolder
from glassbox.records.prompts import CAMERA_COMMANDS, Prompt
from glassbox.records.takes import Take
from glassbox.records.terms import AssetKind, Publish, SourceType, Status, Task, VersionOf

BEAT_FRAMES = 12
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def film(tri_head: FilmFolder) -> FilmFolder:
    return tri_head


@pytest.fixture(scope="module")
def media() -> Path:
    return ROOT / "content" / "films" / "tri-head"


def _tests(film: FilmFolder) -> list[Take]:
    return [take for take in film.takes if not take.shots]


def _day(when: date | datetime) -> date:
    return when.date() if isinstance(when, datetime) else when


def test_tri_head_has_no_problem_even_when_strict(loaded: Loaded) -> None:
    assert [str(each) for each in loaded.problems if "tri-head" in str(each)] == []


def test_the_shots_cover_the_film_in_whole_beats(film: FilmFolder) -> None:
    next_frame = 0
    for shot in film.shots:
        assert shot.cut_in == next_frame, shot.code
        assert shot.cut_out is not None
        next_frame = shot.cut_out + 1
        assert next_frame % BEAT_FRAMES == 0, shot.code
    assert next_frame == (film.film.duration or 0) * int(film.film.fps)


def test_the_three_counts_meet_on_the_first_frame_of_the_last_shot_and_on_no_frame_before(film: FilmFolder) -> None:
    cut_in = {shot.code: shot.cut_in or 0 for shot in film.shots}
    argument = [beat for beat in range(1, 61) if all(beat % every == 0 for every in (3, 4, 5))]
    assert argument == [lcm(3, 4, 5)]
    assert cut_in["SQ03-0010"] - cut_in["SQ02-0010"] == 60 * BEAT_FRAMES


def test_the_used_part_of_a_take_is_as_long_as_its_shot(film: FilmFolder) -> None:
    takes = {take.id: take for take in film.takes}
    for shot in film.shots:
        assert shot.takes, shot.code
        for name in shot.takes:
            used = takes[name].used
            assert used is not None, name
            assert used.last - used.first == (shot.cut_out or 0) - (shot.cut_in or 0), name


def test_nearly_half_of_the_takes_are_style_tests_with_a_purpose(film: FilmFolder) -> None:
    tests = _tests(film)
    assert 0.4 < len(tests) / len(film.takes) < 0.6
    assert all(take.purpose for take in tests)
    assert not any(take.purpose for take in film.takes if take.shots)


def test_the_figures_in_the_words_are_those_of_the_records(film: FilmFolder, media: Path) -> None:
    """Workflow and decisions speak of twenty-two tests, sixteen of them thrown away, and of fifteen boards."""
    tests = _tests(film)
    assert (len(film.takes), len(tests)) == (47, 22)
    assert sum(1 for take in tests if take.status is Status.REJECTED) == 16
    assert len(list((media / "storyboards").glob("*.png"))) == 15
    lines = {line.id: line for line in film.budget}
    over = (lines["TH-B002"].actual or Decimal(0)) - (lines["TH-B002"].planned or Decimal(0))
    under = (lines["TH-B003"].planned or Decimal(0)) - (lines["TH-B003"].actual or Decimal(0))
    assert over > 0
    assert Decimal("0.6") < under / over < Decimal("0.75"), "shots saved two thirds of what the tests ran over"


def test_the_budget_adds_up_and_the_takes_cost_less_than_it(film: FilmFolder) -> None:
    planned = sum((line.planned or Decimal(0) for line in film.budget), Decimal(0))
    actual = sum((line.actual or Decimal(0) for line in film.budget), Decimal(0))
    assert (planned, actual) == (64000, 65560)
    assert {line.currency for line in film.budget} == {"CNY"}
    for line in film.budget:
        if line.id in ("TH-B002", "TH-B003"):
            assert (line.quantity or 0) * Decimal("3.20") == line.actual, line.id
    costs = [take.generation.cost for take in film.takes if take.generation and take.generation.cost]
    assert len(costs) >= 30
    assert sum((cost.amount for cost in costs), Decimal(0)) < actual


def test_no_take_is_older_than_the_words_or_the_takes_that_made_it(film: FilmFolder) -> None:
    made = {take.id: take.generation.at for take in film.takes if take.generation and take.generation.at}
    said = {f"{prompt.id}@{revision.rev}": revision for prompt in film.prompts for revision in prompt.revisions}
    chained = 0
    for take in film.takes:
        if take.prompt and take.id in made:
            words = said[take.prompt].at
            assert isinstance(words, datetime)
            assert words < made[take.id], take.id
    for name, revision in said.items():
        for each in revision.inputs:
            if each.take in made:
                assert isinstance(revision.at, datetime)
                assert made[each.take] < revision.at, name
                chained += 1
    assert chained >= 8


def test_revisions_versions_and_days_follow_each_other_inside_the_month(film: FilmFolder) -> None:
    for prompt in film.prompts:
        moments = [str(revision.at) for revision in prompt.revisions]
        assert moments == sorted(moments), prompt.id
    versions = {version.id: version for version in film.versions}
    for version in film.versions:
        if version.previous:
            before = versions[version.previous]
            assert before.of is version.of, version.id
            assert before.at is not None
            assert version.at is not None
            assert _day(before.at) < _day(version.at), version.id
    days = [_day(decision.date) for decision in film.decisions]
    days += [_day(version.at) for version in film.versions if version.at]
    days += [_day(revision.at) for prompt in film.prompts for revision in prompt.revisions if revision.at]
    days += [_day(take.generation.at) for take in film.takes if take.generation and take.generation.at]
    assert film.film.start_date is not None
    assert film.film.end_date is not None
    assert film.film.start_date <= min(days)
    assert max(days) <= film.film.end_date < date(2026, 6, 14)


def test_the_writer_came_first(film: FilmFolder) -> None:
    """Words before pictures: text prompts are the earliest, script drafts the most numerous versions."""
    first = min(film.prompts, key=lambda prompt: str(prompt.revisions[0].at))
    assert first.task is Task.TEXT
    assert sum(1 for prompt in film.prompts if prompt.task is Task.TEXT) >= 5
    kinds = [version.of for version in film.versions]
    assert max(set(kinds), key=kinds.count) is VersionOf.SCRIPT
    assert len({prompt.tool for prompt in film.prompts}) <= 6


def test_the_prompts_are_written_as_practitioners_write_them(film: FilmFolder) -> None:
    revisions = [(prompt, revision) for prompt in film.prompts for revision in prompt.revisions]
    assert len(film.prompts) >= 12
    assert all(2 <= len(prompt.revisions) <= 4 for prompt in film.prompts)
    assert all(revision.change for prompt in film.prompts for revision in prompt.revisions[1:])
    assert sum(1 for _, revision in revisions if revision.lang == "zh" and revision.translation) >= 9
    commands = {
        name.strip().lower()
        for _, revision in revisions
        for group in re.findall(r"\[([A-Z][a-z ,A-Z]+)\]", revision.text)
        for name in group.split(",")
    }
    assert len(commands & CAMERA_COMMANDS) >= 4
    assert any(revision.params.get("prompt_optimizer") == "true" for _, revision in revisions)
    assert any(take.generation and take.generation.optimized_prompt for take in film.takes)
    for prompt, revision in revisions:
        tool = revision.tool or prompt.tool
        assert revision.negative is None, "none of this team's tools takes a negative prompt"
        assert (revision.seed is None) or tool == "minimax-image", prompt.id
        if tool == "hailuo-t2v-director":
            assert not revision.inputs, f"{prompt.id}: text to video is given no picture"
        if tool in ("hailuo-subject", "hailuo-i2v-director"):
            assert len(revision.inputs) == 1, f"{prompt.id}: one picture"


def test_some_is_withheld_some_an_excerpt_and_everything_a_specimen(loaded: Loaded, film: FilmFolder) -> None:
    assert {prompt.publish for prompt in film.prompts} == {Publish.PUBLIC, Publish.EXCERPT, Publish.WITHHELD}
    assert any(entry.ids for entry in film.film.withheld)
    assert any(not entry.ids for entry in film.film.withheld)
    archive = loaded.archive
    own = [each for each in (*archive.people, *archive.topics, *archive.workshops) if "th-" in each.id[:3]]
    assert len(own) == 6
    assert [record for record in (*film.records(), *own) if not record.specimen] == []
    assert "title" in film.film.unconfirmed
    assert all(fact.source for fact in film.film.reported)


def test_shots_that_claim_live_action_have_footage(film: FilmFolder) -> None:
    filmed = {asset.id for asset in film.assets if asset.kind is AssetKind.FOOTAGE}
    claimed = [shot for shot in film.shots if shot.origin and shot.origin.human >= 40]
    assert 2 <= len(claimed) <= 4
    for shot in claimed:
        assert set(shot.footage) & filmed, shot.code
    for asset in film.assets:
        if asset.id in filmed:
            assert asset.digital_source_type is SourceType.FILMED
            assert asset.consent is not None, asset.id


def test_every_prompt_is_reached_from_a_take_a_decision_or_a_child(film: FilmFolder) -> None:
    reached = {take.prompt.partition("@")[0] for take in film.takes if take.prompt}
    reached |= {prompt.parent.partition("@")[0] for prompt in film.prompts if prompt.parent}
    reached |= {name for decision in film.decisions for name in decision.about}
    lonely = [p.id for p in film.prompts if p.id not in reached and p.publish is not Publish.WITHHELD]
    assert lonely == []
    assert all(isinstance(film.by_id[name], Prompt) for name in reached if re.fullmatch(r"TH-P\d+", name))


def _cues(text: str) -> list[tuple[float, float]]:
    found = re.findall(r"^(\d\d):(\d\d\.\d{3}) --> (\d\d):(\d\d\.\d{3})$", text, re.MULTILINE)
    return [(int(a) * 60 + float(b), int(c) * 60 + float(d)) for a, b, c, d in found]


def test_captions_lie_inside_the_film_in_both_languages_at_the_same_times(film: FilmFolder, media: Path) -> None:
    both = [_cues((media / each.file).read_text(encoding="utf-8")) for each in film.film.captions]
    assert len(both) == 2
    assert both[0] == both[1]
    assert len(both[0]) >= 12
    before = 0.0
    for start, end in both[0]:
        assert before <= start < end
        before = end
    assert before <= float(film.film.duration or 0)


def test_a_caption_falls_on_the_beats_of_the_head_that_speaks(media: Path) -> None:
    """The red head's first word is heard on beat 24 of the film, the first of the argument."""
    text = (media / "captions" / "tri-head.en.vtt").read_text(encoding="utf-8")
    first = re.search(r"^00:(\d\d\.\d{3}) --> .*\nRED: ", text, re.MULTILINE)
    assert first is not None
    assert abs(float(first[1]) - 12.0) < 0.25
