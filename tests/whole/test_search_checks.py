"""Questions whose answers must not be lost stop a build that loses them."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import Glassbox
from making.small import write_small

pytestmark = pytest.mark.ffmpeg


def checks(root: Path, *lines: str) -> None:
    (root / "content/search-checks.yml").write_text("".join(f"- {{{line}}}\n" for line in lines), "utf-8")


def test_a_lost_answer_publishes_nothing_and_says_where(tmp_path: Path, glassbox: Glassbox) -> None:
    write_small(tmp_path)
    checks(tmp_path, "query: SM-P001, finds: SM-P001, within: 1")
    glassbox(tmp_path, "build")
    before = (tmp_path / "site/SHA256SUMS").read_bytes()
    checks(tmp_path, "query: SM-P001, finds: SM-P001", "query: no such words at all, finds: SM-P001, within: 3")
    said = glassbox(tmp_path, "build", code=1).stderr
    assert "content/search-checks.yml:2: searching for 'no such words at all' has to show SM-P001" in said
    assert "[GB-E151]" in said
    assert (tmp_path / "site/SHA256SUMS").read_bytes() == before
    glassbox(tmp_path, "build", code=1)
    checks(tmp_path, "query: SM-P001, finds: SM-P001")
    glassbox(tmp_path, "build")


def test_a_check_names_a_record_and_a_number_that_there_is(tmp_path: Path, glassbox: Glassbox) -> None:
    write_small(tmp_path)
    checks(tmp_path, "query: lantern, finds: SM-P01", "query: lantern, finds: SM-P001, within: 0", "query: lantern")
    said = glassbox(tmp_path, "check", code=1).stderr
    assert "content/search-checks.yml:1: " in said
    assert "SM-P001" in said
    assert "content/search-checks.yml:2: " in said
    assert "content/search-checks.yml:3: " in said


def test_what_is_hidden_is_not_asked_for(tmp_path: Path, glassbox: Glassbox) -> None:
    write_small(tmp_path)
    prompt = tmp_path / "content/films/small/prompts/SM-P001.yml"
    prompt.write_text(
        f"{prompt.read_text('utf-8')}\npublish: withheld\npublish_reason: {{en: not yet, zh: 暂不公开}}\n", "utf-8"
    )
    checks(tmp_path, "query: SM-P001, finds: SM-P001, within: 1")
    glassbox(tmp_path, "build")
