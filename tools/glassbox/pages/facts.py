"""Any record as a list of named facts, so that no field is without a place on a page.

A page shows the fields it is about in its own way and hands the rest to `facts_of`. What a value looks
like follows from its type; what a bare string refers to follows from its field's name.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from glassbox.pages.words import field_name, term
from glassbox.records.base import Part, Record
from glassbox.records.text import Text

if TYPE_CHECKING:
    from glassbox.pages.reader import Reader

HIDDEN = frozenset({"id", "specimen", "publish", "publish_reason", "note", "media_root"})
"""Shown by every page in its own way (the page's head, ribbon and note), or never (`media_root`)."""

_FILES = frozenset({"file", "files", "media", "master", "trailer", "poster", "storyboards"})
"""Paths: the medium is shown, its place in the team's folders is not."""

PROSE = frozenset({"note", "bio", "why", "statement", "synopsis", "text"})
"""Texts in which Markdown is understood."""
_PEOPLE = frozenset({"by", "who", "writer", "speakers", "person"})
_KINDS = {"tool": "tools", "tools": "tools", "reason": "reasons", "topic": "topics", "topics": "topics"}
_RECORDS = frozenset(
    {"about", "asset", "decision", "footage", "parent", "previous", "prompt", "records", "see", "superseded_by"}
    | {"take", "takes", "version", "films"}
)


@dataclass(frozen=True)
class Value:
    """One value of a fact: words, a link, a time, prose as safe HTML, or a list of facts inside it."""

    kind: str
    words: str = ""
    lang: str = ""
    href: str = ""
    is_fallback: bool = False
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True)
class Fact:
    field: str
    name: str
    values: tuple[Value, ...]


def facts_of(part: Part, reader: Reader, *, but: Collection[str] = ()) -> list[Fact]:
    """The fields of `part` that say something, but for those in `but` and those every page shows by itself."""
    skipped = {*but, *(HIDDEN if isinstance(part, Record) else ())}
    found = []
    for field in type(part).model_fields:
        if field in skipped:
            continue
        values = tuple(_values(field, getattr(part, field), reader))
        if values:
            found.append(Fact(field, field_name(field, reader.lang), values))
    return found


def _values(field: str, value: object, reader: Reader) -> Iterator[Value]:
    if value is None or value is False or value == "" or value == ():
        return
    if isinstance(value, tuple):
        for one in value:
            yield from _values(field, one, reader)
    elif isinstance(value, Mapping):
        for name, setting in value.items():
            yield Value("setting", words=str(setting), facts=(Fact(str(name), str(name), ()),))
    elif isinstance(value, Part):
        if inner := tuple(facts_of(value, reader)):
            yield Value("facts", facts=inner)
    elif isinstance(value, Text):
        shown = value.shown_in(reader.lang)
        if not shown.words.strip():
            return
        if field in PROSE:
            yield Value("prose", reader.prose(shown.words), shown.lang, is_fallback=shown.is_fallback)
        else:
            yield Value("words", shown.words, shown.lang, is_fallback=shown.is_fallback)
    elif isinstance(value, StrEnum):
        yield Value("term", term(value, reader.lang))
    elif isinstance(value, bool):
        yield Value("term", term("true", reader.lang))
    elif isinstance(value, (date, datetime)):
        yield Value("time", reader.when(value), href=value.isoformat())
    elif isinstance(value, (int, Decimal, Fraction)):
        yield Value("number", number(value))
    elif isinstance(value, str) and field not in _FILES:
        yield _string(field, value, reader)


def number(value: int | Decimal | Fraction) -> str:
    """As an author would write it: `24`, `23.976`, `12.5`."""
    if isinstance(value, Fraction):
        return str(value) if value.denominator == 1 else f"{float(value):.3f}".rstrip("0")
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _string(field: str, value: str, reader: Reader) -> Value:
    if field in _PEOPLE:
        return reference(f"people/{value}", value, reader)
    if field in _KINDS:
        return reference(f"{_KINDS[field]}/{value}", value, reader)
    if field in ("shot", "shots"):
        return reference(reader.full_shot(value), value, reader)
    if field in _RECORDS:
        if field == "footage" and "." in value:
            return Value("hidden-file")
        return reference(value, value, reader)
    if field in ("url", "base_url", "orcid") or value.startswith(("https://", "http://")):
        return Value("outward", value, href=f"https://orcid.org/{value}" if field == "orcid" else value)
    return Value("verbatim" if field in ("before", "optimized_prompt", "excerpt", "negative") else "line", value)


def reference(full_id: str, written: str, reader: Reader) -> Value:
    """A link to a record by its name for readers; bare words where it has no page."""
    return Value("link", reader.name_of(full_id, written), href=reader.href(full_id) or "")
