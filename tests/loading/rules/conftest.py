"""How a test asks what the rules say of an archive."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeAlias

import pytest

from glassbox.loading import rules
from glassbox.problems import Problem
from glassbox.records.archive import Archive
from making.archives import marks_of

NOW = datetime(2026, 6, 13, 12, tzinfo=UTC)

Told: TypeAlias = Callable[..., list[str]]


@pytest.fixture
def problems(tmp_path: Path) -> Callable[..., list[Problem]]:
    """Problems of an archive on the eve of the exhibition, or at `now`."""

    def ask(whole: Archive, now: datetime = NOW) -> list[Problem]:
        return list(rules.check(whole, marks_of(whole), tmp_path, now=now))

    return ask


@pytest.fixture
def told(problems: Callable[..., list[Problem]]) -> Told:
    """The same as lines in English: `content/LC-P001.yml:1: … [GB-E050]`."""

    def ask(whole: Archive, now: datetime = NOW) -> list[str]:
        return [problem.line("en") for problem in problems(whole, now)]

    return ask
