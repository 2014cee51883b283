"""A page before it is HTML."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from glassbox.pages.facts import Fact, facts_of
from glassbox.pages.reader import Reader
from glassbox.records.archive import FilmFolder
from glassbox.records.base import Record
from glassbox.records.terms import Publish
from glassbox.records.text import Shown

ReaderOf = Callable[[str, FilmFolder | None], Reader]
"""(address, film) -> the reader of that page, in the language of the run."""


@dataclass(frozen=True)
class Page:
    """`template` is a file of overrides/records; `shows` is all that it may read beside the frame."""

    address: str
    template: str
    title: str
    shows: Mapping[str, object] = field(default_factory=dict)
    specimen: bool = False
    description: str = ""
    film: str = ""
    """Slug of the film that the page belongs to."""
    thing: Mapping[str, Any] = field(default_factory=dict)
    """What it says to machines, as `glassbox.pages.linked` makes it."""


@dataclass(frozen=True)
class Head:
    """What every record says of itself, in the same place on every page."""

    id: str
    anchor: str
    specimen: bool
    """Whether the record bears a mark of its own here."""
    excerpt: bool
    publish_reason: Shown | None
    note: str
    """Safe HTML."""
    facts: tuple[Fact, ...]


def head_of(record: Record, full_id: str, reader: Reader, *, but: tuple[str, ...] = ()) -> Head:
    """`but` names the fields that the page shows in its own way; all the others are among `facts`."""
    note = record.note
    return Head(
        full_id,
        full_id,
        bears_mark(record, reader),
        record.publish is Publish.EXCERPT,
        reader.shown(record.publish_reason),
        reader.prose(reader.words(note)) if note else "",
        tuple(facts_of(record, reader, but=but)),
    )


def bears_mark(record: Record, reader: Reader) -> bool:
    """Whether a specimen must say so itself: the pages of a film that is one say it once, for all that they show."""
    return record.specimen and not (reader.folder is not None and reader.folder.film.specimen)
