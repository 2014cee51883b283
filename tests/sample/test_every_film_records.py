"""Laws that hold for the records of every film of the sample, whatever its team's way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from glassbox.loading import Loaded
from glassbox.records.archive import FilmFolder
from glassbox.records.prompts import CAMERA_COMMANDS, Prompt, Revision
from glassbox.records.takes import Take
from glassbox.records.terms import AssetKind, Publish, SourceType, Status, VersionOf

FILMS = Path(__file__).resolve().parents[2] / "content" / "films"


@pytest.fixture(params=sorted(folder.parent.name for folder in FILMS.glob("*/film.yml")))
def film(request: pytest.FixtureRequest, loaded: Loaded) -> FilmFolder:
    return next(folder for folder in loaded.archive.films if folder.film.slug == request.param)


def _revisions(film: FilmFolder) -> Iterator[Revision]:
    return (revision for prompt in film.prompts for revision in prompt.revisions)


def _made_with(film: FilmFolder, take: Take) -> Revision | None:
    if take.prompt is None:
        return None
    name, _, rev = take.prompt.partition("@")
    prompt = film.by_id[name]
    assert isinstance(prompt, Prompt)
    return next(revision for revision in prompt.revisions if str(revision.rev) == rev)


def _day(when: date | datetime) -> date:
    return when.date() if isinstance(when, datetime) else when


def test_the_shots_cover_the_film_from_its_first_frame_to_its_last(film: FilmFolder) -> None:
    next_frame = 0
    for shot in film.shots:
        assert shot.cut_in == next_frame, shot.code
        assert shot.cut_out is not None
        next_frame = shot.cut_out + 1
    assert film.film.duration is not None
    assert next_frame == film.film.duration * int(film.film.fps)
    assert 40 <= film.film.duration <= 70
    assert 8 <= len(film.shots) <= 12


def test_the_used_part_of_a_take_lies_in_the_film_and_is_no_longer_than_its_shot(film: FilmFolder) -> None:
    takes = {take.id: take for take in film.takes}
    for shot in film.shots:
        assert shot.takes, shot.code
        for name in shot.takes:
            used = takes[name].used
            assert used is not None, name
            assert shot.cut_in is not None
            assert shot.cut_out is not None
            assert used.last - used.first <= shot.cut_out - shot.cut_in, name


def test_more_than_half_of_the_takes_were_thrown_away_and_each_says_what_it_taught(film: FilmFolder) -> None:
    rejected = [take for take in film.takes if take.status is Status.REJECTED]
    assert len(film.takes) >= 30
    assert len(rejected) * 2 > len(film.takes)
    for take in rejected:
        assert take.reason is not None, take.id
        assert take.note is not None, take.id
        assert {tag for tag, _ in take.note.by_lang} == {"en", "zh"}, take.id


def test_no_take_is_older_than_the_words_that_made_it(film: FilmFolder) -> None:
    for take in film.takes:
        revision = _made_with(film, take)
        if revision is None or take.generation is None or take.generation.at is None:
            continue
        assert isinstance(revision.at, datetime), take.prompt
        assert isinstance(take.generation.at, datetime), take.id
        assert revision.at < take.generation.at, take.id


def test_a_prompt_is_given_only_takes_that_were_there(film: FilmFolder) -> None:
    made = {take.id: take.generation.at for take in film.takes if take.generation and take.generation.at}
    chained = 0
    for revision in _revisions(film):
        for each in revision.inputs:
            if each.take in made:
                before = made[each.take]
                assert isinstance(revision.at, datetime)
                assert isinstance(before, datetime)
                assert before < revision.at, (each.take, revision.at)
                chained += 1
    assert chained >= 3


def test_revisions_and_versions_follow_each_other_in_time(film: FilmFolder) -> None:
    for prompt in film.prompts:
        moments = [str(revision.at) for revision in prompt.revisions if revision.at]
        assert moments == sorted(moments), prompt.id
        assert 2 <= len(prompt.revisions) <= 4, prompt.id
        assert all(revision.change for revision in prompt.revisions[1:]), prompt.id
    versions = {version.id: version for version in film.versions}
    for version in film.versions:
        if version.previous:
            before = versions[version.previous]
            assert before.of is version.of, version.id
            assert before.at is not None
            assert version.at is not None
            assert _day(before.at) < _day(version.at), version.id


def test_every_day_lies_in_the_month_of_production(film: FilmFolder) -> None:
    start, end = film.film.start_date, film.film.end_date
    assert start is not None
    assert end is not None
    days = [_day(decision.date) for decision in film.decisions]
    days += [_day(version.at) for version in film.versions if version.at]
    days += [_day(revision.at) for revision in _revisions(film) if revision.at]
    days += [_day(take.generation.at) for take in film.takes if take.generation and take.generation.at]
    assert start <= min(days)
    assert max(days) <= end
    assert end < date(2026, 6, 14)


def test_only_tools_that_have_a_seed_or_a_negative_are_given_one(film: FilmFolder) -> None:
    """Hailuo's service takes neither, so a record that names one would say something untrue."""
    for prompt in film.prompts:
        for revision in prompt.revisions:
            if (revision.tool or prompt.tool).startswith("hailuo"):
                assert not revision.seed, prompt.id
                assert not revision.negative, prompt.id


def test_camera_commands_are_those_that_the_tool_knows(film: FilmFolder) -> None:
    commands = {
        name.strip().lower()
        for revision in _revisions(film)
        for group in re.findall(r"\[([A-Z][a-z ,A-Z]+)\]", revision.text)
        for name in group.split(",")
    }
    assert commands <= CAMERA_COMMANDS


def test_everything_but_the_public_facts_is_marked_as_a_specimen(film: FilmFolder) -> None:
    assert [record for record in film.records() if not record.specimen] == []
    assert "title" in film.film.unconfirmed
    assert film.film.reported
    assert all(fact.source for fact in film.film.reported)


def test_something_is_not_shown_and_the_register_says_why(film: FilmFolder) -> None:
    assert any(record.publish is not Publish.PUBLIC for record in film.records())
    assert any(entry.ids for entry in film.film.withheld)
    assert any(not entry.ids for entry in film.film.withheld)


def test_footage_was_filmed_and_stands_behind_a_shot(film: FilmFolder) -> None:
    filmed = [asset for asset in film.assets if asset.kind is AssetKind.FOOTAGE]
    for asset in filmed:
        assert asset.digital_source_type is SourceType.FILMED, asset.id
        assert any(asset.id in shot.footage for shot in film.shots), asset.id


def test_the_trail_has_drafts_and_cuts_with_their_files(loaded: Loaded, film: FilmFolder) -> None:
    bound = {key.record for key in loaded.archive.media if key.field == "file"}
    drafts = [version.id for version in film.versions if version.of is VersionOf.SCRIPT]
    cuts = [version.id for version in film.versions if version.of is VersionOf.EDIT]
    assert len(drafts) >= 3
    assert len(cuts) >= 2
    assert set(drafts + cuts) <= bound


def test_every_decision_weighs_at_least_two_ways_and_points_to_its_evidence(film: FilmFolder) -> None:
    assert len(film.decisions) >= 5
    for decision in film.decisions:
        assert len(decision.options) >= 2, decision.id
        assert decision.chosen, decision.id
        assert decision.about, decision.id
        assert any(option.take or option.prompt or option.version for option in decision.options), decision.id


def test_the_handed_in_takes_cost_no_more_than_the_budget_for_runs(film: FilmFolder) -> None:
    costs = [take.generation.cost for take in film.takes if take.generation and take.generation.cost]
    spent = sum((line.actual or Decimal(0) for line in film.budget if line.category == "ai-generation"), Decimal(0))
    assert {cost.currency for cost in costs} <= {"CNY"}
    assert {line.currency for line in film.budget} == {"CNY"}
    assert sum((cost.amount for cost in costs), Decimal(0)) < spent


def test_captions_lie_inside_the_film_and_keep_the_same_times_in_both_languages(film: FilmFolder) -> None:
    times = []
    for captions in film.film.captions:
        text = (FILMS / film.film.slug / captions.file).read_text(encoding="utf-8")
        found = re.findall(r"^(\d\d):(\d\d\.\d{3}) --> (\d\d):(\d\d\.\d{3})", text, re.MULTILINE)
        cues = [(int(a) * 60 + float(b), int(c) * 60 + float(d)) for a, b, c, d in found]
        before = 0.0
        for start, end in cues:
            assert before <= start < end
            before = end
        assert before <= float(film.film.duration or 0)
        assert len(cues) >= 8
        times.append(cues)
    assert {captions.lang for captions in film.film.captions} >= {"en", "zh"}
    assert all(cues == times[0] for cues in times)


def test_the_committed_media_of_all_films_stay_small(loaded: Loaded) -> None:
    """Forty megabytes in all, so that a clone stays quick."""
    films = Path(__file__).resolve().parents[2] / "content/films"
    endings = {".mp4", ".m4a", ".wav", ".png", ".jpg", ".webp"}
    sizes = {file: file.stat().st_size for file in films.rglob("*") if file.suffix in endings}
    assert len(sizes) > 40 * len(loaded.archive.films)
    assert sum(sizes.values()) <= 40_000_000
