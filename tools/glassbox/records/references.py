"""Which fields name other records, and which record a name means.

The one table that rules (does it exist?) and disclosure (may it be named?) both read; a test holds it against the
fields of every record, so that a new field that names records cannot be missed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from types import MappingProxyType

from glassbox.records.archive import Archive, FilmFolder, id_of
from glassbox.records.base import Part, Record
from glassbox.records.exhibition import Person, Reason, ReportChapter, Retired, SearchCheck, Tool, Topic, Workshop
from glassbox.records.film import Credit, Film, Step, Withheld
from glassbox.records.process import Asset, BudgetLine, Decision, Option, Version
from glassbox.records.prompts import Input, Prompt, Revision
from glassbox.records.shots import Cut, Shot
from glassbox.records.takes import Take
from glassbox.records.walk import Loc, names_of


class Kind(Enum):
    """What a field may name: where that is written, what its full id has before it, as which record; or else a file."""

    PERSON = ("people.yml", "people/", None, False)
    TOOL = ("tools.yml", "tools/", None, False)
    REASON = ("reasons.yml", "reasons/", None, False)
    TOPIC = ("topics.yml", "topics/", None, False)
    FILM = ("films/", "", Film, False)
    SHOT = ("shots", "", Shot, False)
    TAKE = ("takes", "", Take, False)
    PROMPT = ("prompts/", "", Prompt, False)
    VERSION = ("versions", "", Version, False)
    DECISION = ("decisions/", "", Decision, False)
    ASSET = ("assets", "", Asset, False)
    FOOTAGE = ("assets", "", Asset, True)
    ANY = ("content/", "", None, False)

    __hash__ = object.__hash__  # members are single; Enum's own hash is slow, and references are many

    def __init__(self, file: str, prefix: str, record: type[Record] | None, or_file: bool) -> None:
        self.file = file
        self.prefix = prefix
        self.record = record
        self.or_file = or_file


_PROGRAMME = {"records": Kind.ANY, "films": Kind.FILM}

REFERENCES: Mapping[type[Part], Mapping[str, Kind]] = {
    Credit: {"person": Kind.PERSON},
    Step: {"who": Kind.PERSON, "tools": Kind.TOOL},
    Withheld: {"what": Kind.ANY},
    Shot: {"takes": Kind.TAKE, "footage": Kind.FOOTAGE},
    Cut: {"shot": Kind.SHOT, "take": Kind.TAKE},
    Prompt: {"tool": Kind.TOOL, "writer": Kind.PERSON, "shots": Kind.SHOT, "parent": Kind.PROMPT},
    Revision: {"writer": Kind.PERSON, "tool": Kind.TOOL},
    Input: {"take": Kind.TAKE, "asset": Kind.ASSET, "prompt": Kind.PROMPT},
    Take: {
        "shots": Kind.SHOT,
        "prompt": Kind.PROMPT,
        "footage": Kind.FOOTAGE,
        "reason": Kind.REASON,
        "by": Kind.PERSON,
    },
    Version: {"by": Kind.PERSON, "decision": Kind.DECISION, "previous": Kind.VERSION, "shots": Kind.SHOT},
    Option: {"take": Kind.TAKE, "prompt": Kind.PROMPT, "version": Kind.VERSION},
    Decision: {"by": Kind.PERSON, "about": Kind.ANY, "superseded_by": Kind.DECISION, "topic": Kind.TOPIC},
    BudgetLine: {"tool": Kind.TOOL, "person": Kind.PERSON, "shot": Kind.SHOT},
    Asset: {"shots": Kind.SHOT},
    Topic: _PROGRAMME,
    Workshop: {**_PROGRAMME, "topics": Kind.TOPIC, "speakers": Kind.PERSON},
    ReportChapter: _PROGRAMME,
    Retired: {"see": Kind.ANY},
    SearchCheck: {"finds": Kind.ANY},
}

_ASSET_SHAPED = re.compile(r"[A-Z]{2,6}-[A-Z][0-9]+")


def is_file(footage: str) -> bool:
    """Whether an entry of `footage` is a path rather than an asset's id."""
    return not _ASSET_SHAPED.fullmatch(footage)


@dataclass(frozen=True)
class Reference:
    """A name of another record, as it is written."""

    at: Loc
    name: str
    kind: Kind


def references(part: Part, at: Loc = ()) -> Iterator[Reference]:
    """Every name of another record in `part`, in the order of its fields. Paths in `footage` are none."""
    held = vars(part)
    kinds = REFERENCES.get(type(part), _NONE)
    for name, written in fields_with_references(type(part)):
        found = held[name]
        if found is None or found == ():
            continue
        kind = kinds.get(name)
        if kind is None:
            for number, inner in enumerate(found):
                yield from references(inner, (*at, written, number))
        elif isinstance(found, str):
            yield Reference((*at, written), found, kind)
        elif isinstance(found, tuple):
            for number, one in enumerate(found):
                if not kind.or_file or not is_file(one):
                    yield Reference((*at, written, number), one, kind)


@cache
def fields_with_references(part: type[Part]) -> tuple[tuple[str, str], ...]:
    """Fields that name records, and lists of parts with such fields: each by its name and as it is written."""
    kinds = REFERENCES.get(part, _NONE)
    lists = _LISTS_OF_PARTS.get(part, ())
    return tuple((name, written) for name, written in names_of(part) if name in kinds or name in lists)


_NONE: Mapping[str, Kind] = MappingProxyType({})
_LISTS_OF_PARTS: Mapping[type[Part], tuple[str, ...]] = {
    Film: ("credits", "workflow", "withheld"),
    Prompt: ("revisions",),
    Revision: ("inputs",),
    Decision: ("options",),
}


@dataclass(frozen=True)
class Entry:
    """A record with its full id and, where it has one, its film."""

    full_id: str
    record: Record
    folder: FilmFolder | None = None


def entries(archive: Archive) -> Iterator[Entry]:
    """Every record of the archive, the exhibition's own first, then film by film. Cuts have no id."""
    for prefix, table in exhibition_tables(archive):
        for record in table:
            yield Entry(f"{prefix}/{id_of(record)}", record)
    for folder in archive.films:
        for record in folder.records():
            yield Entry(folder.full_id(record), record, folder)


def exhibition_tables(archive: Archive) -> tuple[tuple[str, tuple[Record, ...]], ...]:
    """The tables that belong to no film, each with what its ids have before them."""
    tables: dict[str, tuple[Person | Tool | Reason | Topic | Workshop | ReportChapter, ...]] = {
        "people": archive.people,
        "tools": archive.tools,
        "reasons": archive.reasons,
        "topics": archive.topics,
        "workshops": archive.workshops,
        "report": archive.report,
    }
    return tuple(tables.items())


class Index:
    """From a name, as a field writes it, to a record's full id."""

    def __init__(self, archive: Archive) -> None:
        self.entries: Mapping[str, Entry] = {entry.full_id: entry for entry in entries(archive)}

    def full_id(self, name: str, kind: Kind, folder: FilmFolder | None = None) -> str | None:
        """The record that `name` means in a field of `folder`'s records; None where there is none.

        A revision means its prompt here. Shots may be named by code within their film.
        """
        found = self.entries.get(meant(name, kind, folder))
        if found is None and kind in (Kind.SHOT, Kind.ANY):
            found = self.entries.get(name)
        is_fit = found is not None and (kind.record is None or isinstance(found.record, kind.record))
        return found.full_id if found is not None and is_fit else None

    def record(self, full_id: str) -> Record | None:
        entry = self.entries.get(full_id)
        return entry.record if entry else None


def meant(name: str, kind: Kind, folder: FilmFolder | None) -> str:
    """The full id that a name would have, whether or not such a record exists."""
    if kind.prefix:
        return kind.prefix + name
    if kind is Kind.SHOT:
        return f"{folder.film.code}-{name}" if folder else name
    if kind is Kind.PROMPT:
        return name.partition("@")[0]
    if kind is Kind.ANY:
        base = name.partition("@")[0].removeprefix("films/")
        is_code = folder is not None and isinstance(folder.by_id.get(base), Shot)
        return f"{folder.film.code}-{base}" if folder is not None and is_code else base
    return name
