"""What N.I.'s records say in words is what they say in numbers."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from glassbox.loading import Loaded
from glassbox.records.archive import FilmFolder
from glassbox.records.prompts import CAMERA_COMMANDS
from glassbox.records.terms import BudgetCategory, Publish, Status

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "content" / "films" / "ni"


def test_the_records_of_ni_are_without_a_problem(loaded: Loaded, ni: FilmFolder) -> None:
    assert [str(problem) for problem in loaded.problems if "films/ni/" in str(problem)] == []


def test_every_shot_of_ni_is_a_whole_number_of_beats(ni: FilmFolder) -> None:
    for shot in ni.shots:
        assert shot.cut_in is not None
        assert shot.cut_out is not None
        assert (shot.cut_out - shot.cut_in + 1) % 16 == 0, shot.code


def test_ni_counts_its_takes_as_the_decisions_do(ni: FilmFolder) -> None:
    assert Counter(take.status for take in ni.takes) == {Status.KEPT: 10, Status.REJECTED: 31, Status.ALTERNATE: 3}
    wrong_fingers = [take.id for take in ni.takes if take.note and "fingers" in str(dict(take.note.by_lang)["en"])]
    assert {"NI-T010", "NI-T023"} <= set(wrong_fingers)


def test_the_new_reasons_are_shown_by_a_take_of_ni(ni: FilmFolder) -> None:
    assert {"tiling", "ghosting"} <= {take.reason for take in ni.takes}


def test_the_budget_of_ni_adds_up_to_what_was_planned_and_spent(ni: FilmFolder) -> None:
    assert sum((line.planned or Decimal(0) for line in ni.budget), Decimal(0)) == 73300
    assert sum((line.actual or Decimal(0) for line in ni.budget), Decimal(0)) == 78760


def test_enlarging_is_the_only_line_of_the_runs_that_came_in_under_plan(ni: FilmFolder) -> None:
    """So decision NI-D005 says."""
    runs = [line for line in ni.budget if line.category is BudgetCategory.AI_GENERATION]
    under = [line.id for line in runs if (line.actual or 0) < (line.planned or 0)]
    assert under == ["NI-B003"]


def test_the_knocks_are_where_script_board_and_caption_say(ni: FilmFolder) -> None:
    timing = pytest.importorskip("sample.ni.timing", reason="the sample's makers need numpy")
    assert timing.KNOCKS == (40, 56, 72)
    shot = next(shot for shot in ni.shots if shot.code == "SQ02-0030")
    captions = (FOLDER / "captions" / "ni.en.vtt").read_text(encoding="utf-8")
    for frame in timing.KNOCKS:
        seconds = ((shot.cut_in or 0) + frame - (shot.head or 0)) / 24
        assert f"00:{seconds:06.3f} -->" in captions
    assert "40, 56, 72" in (FOLDER / "documents" / "NI-V003_script-draft-3.md").read_text(encoding="utf-8")


def test_the_prompts_of_ni_are_written_as_its_tools_want_them(ni: FilmFolder) -> None:
    revisions = [revision for prompt in ni.prompts for revision in prompt.revisions]
    assert len(ni.prompts) >= 12
    chinese = [revision for revision in revisions if revision.lang == "zh"]
    assert len(chinese) >= 12
    assert sum(1 for revision in chinese if revision.translation) >= 12
    commands = {name.lower() for revision in revisions for name in re.findall(r"\[([A-Z][a-z A-Z]+)\]", revision.text)}
    assert len(commands) >= 3
    assert commands <= CAMERA_COMMANDS
    assert any(revision.params.get("prompt_optimizer") == "true" for revision in revisions)
    assert any(take.generation and take.generation.optimized_prompt for take in ni.takes)
    assert sum(1 for revision in revisions if revision.seed and revision.negative) >= 8
    assert sum(1 for revision in revisions for each in revision.inputs if each.take) >= 8
    assert {prompt.publish for prompt in ni.prompts} == {Publish.PUBLIC, Publish.EXCERPT, Publish.WITHHELD}
    assert len({revision.tool or prompt.tool for prompt in ni.prompts for revision in prompt.revisions}) >= 9


def test_a_mask_never_grows_over_skin_once_it_was_decided(ni: FilmFolder) -> None:
    """NI-D002, as NI-P009 learnt it."""
    prompt = next(prompt for prompt in ni.prompts if prompt.id == "NI-P009")
    assert "grown" in prompt.revisions[1].params["mask"]
    assert "shrunk" in prompt.revisions[2].params["mask"]
