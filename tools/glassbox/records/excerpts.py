"""What is left of a record that is published as an excerpt.

Lists of what stays, never of what goes: a field that somebody adds later stays hidden until it is named here.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar

from glassbox.records.base import Part, Record
from glassbox.records.exhibition import Person, Reason, ReportChapter, Tool, Topic, Workshop
from glassbox.records.film import Film
from glassbox.records.process import Asset, BudgetLine, Decision, Version
from glassbox.records.prompts import Correction, Prompt, Revision
from glassbox.records.shots import Shot
from glassbox.records.takes import Generation, Take
from glassbox.records.text import EVERY, Text

NOTHING = Text(((EVERY, ""),))
"""Stands where a record must have words and may not show them. Pages ask `publish` before they show it."""

_ALWAYS = frozenset({"publish", "publish_reason", "licence", "specimen", "embargo"})

STAYS: Mapping[type[Part], frozenset[str]] = {
    Film: frozenset(
        {
            "slug", "code", "title", "original_title", "fps", "digital_source_type", "resolution", "aspect_ratio",
            "duration", "ai_label", "start_date", "end_date", "withheld",
        }
    ),
    Shot: frozenset({"code", "order", "sequence", "title", "status", "cut_in", "cut_out"}),
    Prompt: frozenset({"id", "tool", "writer", "task", "title", "shots", "purpose", "parent", "tags", "revisions"}),
    Revision: frozenset({"rev", "at", "writer", "tool", "task", "lang", "change", "corrections"}),
    Correction: frozenset({"at", "reason"}),
    Take: frozenset({"id", "status", "shots", "digital_source_type"}),
    Version: frozenset({"id", "of", "number", "title", "at", "previous"}),
    Decision: frozenset({"id", "date", "title", "status", "superseded_by"}),
    BudgetLine: frozenset({"id", "category", "currency"}),
    Asset: frozenset({"id", "kind", "title", "shots", "digital_source_type"}),
    Person: frozenset({"id", "name", "name_zh", "kind"}),
    Tool: frozenset({"id", "system", "version"}),
    Reason: frozenset({"id", "title"}),
    Topic: frozenset({"id", "title"}),
    Workshop: frozenset({"id", "title", "at"}),
    ReportChapter: frozenset({"id", "title"}),
}  # fmt: skip

P = TypeVar("P", bound=Part)
R = TypeVar("R", bound=Record)


def excerpt_of(record: R) -> R:
    """The record with nothing but what may be shown. A prompt's words become each revision's `excerpt`, or none."""
    short = _shortened(record)
    if isinstance(short, Prompt):
        revisions = tuple(_revision(revision) for revision in short.revisions)
        return short.model_copy(update={"revisions": revisions})
    return short


def without_words_run(generation: Generation | None) -> Generation | None:
    """Of a take whose prompt is not shown whole: what the tool made of that prompt goes too."""
    if generation is None or generation.optimized_prompt is None:
        return generation
    return generation.model_copy(update={"optimized_prompt": None})


def _revision(revision: Revision) -> Revision:
    corrections = tuple(_shortened(correction) for correction in revision.corrections)
    return _shortened(revision).model_copy(update={"text": revision.excerpt or "", "corrections": corrections})


def _shortened(part: P) -> P:
    return part.model_copy(update=dict(_blanks(type(part))))


@cache
def _blanks(part: type[Part]) -> tuple[tuple[str, Any], ...]:
    """Each field that goes, with what stands in its place."""
    stays = STAYS.get(part, frozenset()) | (_ALWAYS if issubclass(part, Record) else frozenset())
    found: list[tuple[str, Any]] = []
    for name, field in part.model_fields.items():
        if name in stays:
            continue
        if field.is_required():
            found.append((name, NOTHING if field.annotation is Text else ""))
        else:
            found.append((name, field.get_default(call_default_factory=True)))
    return tuple(found)
