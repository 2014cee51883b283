"""Everything that content/ says, as one value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from glassbox.records.base import Record
from glassbox.records.exhibition import Person, Reason, ReportChapter, Retired, SearchCheck, Site, Tool, Topic, Workshop
from glassbox.records.film import Film
from glassbox.records.process import Asset, BudgetLine, Decision, Version
from glassbox.records.prompts import Prompt
from glassbox.records.shots import Cut, Shot
from glassbox.records.takes import Take


@dataclass(frozen=True)
class FilmFolder:
    """A film with its tables. Shots stand in the film's order; the rest as their files have them."""

    film: Film
    shots: tuple[Shot, ...] = ()
    takes: tuple[Take, ...] = ()
    prompts: tuple[Prompt, ...] = ()
    decisions: tuple[Decision, ...] = ()
    versions: tuple[Version, ...] = ()
    budget: tuple[BudgetLine, ...] = ()
    assets: tuple[Asset, ...] = ()
    cuts: tuple[Cut, ...] = ()

    def records(self) -> Iterator[Record]:
        """Every record with an address or an anchor of its own, the film first."""
        yield self.film
        for table in (self.shots, self.prompts, self.takes, self.decisions, self.versions, self.budget, self.assets):
            yield from table

    @cached_property
    def by_id(self) -> Mapping[str, Record]:
        """Records of this film by id, shots by code."""
        return {id_of(record): record for record in self.records()}

    def full_id(self, record: Record) -> str:
        """The id that is unique in the archive: a shot's code gets the film's before it."""
        return f"{self.film.code}-{record.code}" if isinstance(record, Shot) else id_of(record)


@dataclass(frozen=True)
class Archive:
    site: Site
    people: tuple[Person, ...] = ()
    tools: tuple[Tool, ...] = ()
    reasons: tuple[Reason, ...] = ()
    topics: tuple[Topic, ...] = ()
    workshops: tuple[Workshop, ...] = ()
    report: tuple[ReportChapter, ...] = ()
    retired: tuple[Retired, ...] = ()
    search_checks: tuple[SearchCheck, ...] = ()
    """Shown nowhere."""
    films: tuple[FilmFolder, ...] = ()
    media: Mapping[MediaKey, str] = field(default_factory=dict)
    """What bound to what: (record, field, number) -> path relative to the archive, or absolute in the media root."""

    @cached_property
    def people_by_id(self) -> Mapping[str, Person]:
        return {person.id: person for person in self.people}

    @cached_property
    def tools_by_id(self) -> Mapping[str, Tool]:
        return {tool.id: tool for tool in self.tools}

    @cached_property
    def reasons_by_id(self) -> Mapping[str, Reason]:
        return {reason.id: reason for reason in self.reasons}


@dataclass(frozen=True, order=True)
class MediaKey:
    """A field of a record that names a medium. `record` is its full id, or a film's slug."""

    record: str
    field: str
    number: int = 0


def id_of(record: Record) -> str:
    """A film's slug, a shot's code, any other record's id."""
    if isinstance(record, Film):
        return record.slug
    if isinstance(record, Shot):
        return record.code
    found = getattr(record, "id", None)
    assert isinstance(found, str)
    return found
