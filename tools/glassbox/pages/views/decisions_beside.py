"""Decisions as they stand beside a shot or a prompt: what was chosen, and why."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from glassbox.pages.facts import Value
from glassbox.pages.reader import Reader
from glassbox.pages.views.moments import When, when
from glassbox.pages.views.page import bears_mark
from glassbox.pages.views.references import people
from glassbox.pages.words import term
from glassbox.records.process import Decision
from glassbox.records.terms import DecisionStatus
from glassbox.records.text import Shown


@dataclass(frozen=True)
class DecisionBeside:
    id: str
    href: str
    title: Shown | None
    chosen: Shown | None
    why: str
    """Safe HTML; empty where it is not shown."""
    why_shown: Shown | None
    reads_on: bool
    """Whether more of the reason stands where the decision is told in full."""
    by: tuple[Value, ...]
    date: When | None
    status_word: str
    """Said only where the decision does not stand."""
    specimen: bool


_PARAGRAPHS = re.compile(r"\n[ \t]*\n")


def decisions_beside(
    decisions: Iterable[Decision], reader: Reader, *, brief: bool = False
) -> tuple[DecisionBeside, ...]:
    """`brief`: of each reason only the first paragraph, where the place is small."""
    return tuple(_decision(decision, reader, brief) for decision in decisions)


def _decision(decision: Decision, reader: Reader, brief: bool) -> DecisionBeside:
    why = decision.why.shown_in(reader.lang)
    first, *rest = _PARAGRAPHS.split(why.words.strip(), maxsplit=1)
    stands = decision.status is DecisionStatus.ACCEPTED
    return DecisionBeside(
        id=decision.id,
        href=reader.href(decision.id) or "",
        title=reader.shown(decision.title),
        chosen=_chosen(decision, reader),
        why=reader.prose(first if brief else why.words) if first else "",
        why_shown=why,
        reads_on=brief and bool(rest),
        by=people(decision.by, reader),
        date=when(decision.date, reader),
        status_word="" if stands else term(decision.status, reader.lang),
        specimen=bears_mark(decision, reader),
    )


def _chosen(decision: Decision, reader: Reader) -> Shown | None:
    """The words of the option that was chosen; a number counts them from 1."""
    number = decision.number_chosen
    if number is not None and 1 <= number <= len(decision.options):
        return reader.shown(decision.options[number - 1].text)
    return reader.shown(decision.chosen)
