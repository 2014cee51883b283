"""Problems as lines on the error stream, or as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable

import click

from glassbox.cli.main import Call
from glassbox.problems import Problem, worst_first


def tell_problems(call: Call, problems: Iterable[Problem]) -> None:
    """One line each, errors first."""
    for problem in worst_first(problems):
        click.echo(problem.line(call.lang), err=True)


def problems_json(problems: Iterable[Problem], lang: str) -> str:
    """A JSON array of `{path, line, code, severity, text, record}`."""
    return json.dumps([as_json(p, lang) for p in worst_first(problems)], ensure_ascii=False, indent=1)


def as_json(problem: Problem, lang: str) -> dict[str, object]:
    return {
        "path": problem.place.path,
        "line": problem.place.line,
        "code": problem.code.name,
        "severity": problem.code.severity,
        "text": problem.sentence(lang),
        "record": problem.about,
    }
