"""The month in which a film came to be, day by day: versions and decisions by name, revisions and takes as counts.

A day is the one that a record writes: eleven at night in Toronto is that day, whatever day it was at the exhibition.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import pairwise

from glassbox.pages.addresses import film_address
from glassbox.pages.charts import share
from glassbox.pages.reader import Reader
from glassbox.pages.words import field_name, term
from glassbox.pages.words.days import long_name, month, span, weekday_short
from glassbox.records.archive import FilmFolder
from glassbox.records.process import Decision, Version
from glassbox.records.terms import VersionOf
from glassbox.records.text import Shown

_MOST = 24
"""Links behind a count; whoever wants the rest of a day's takes goes to their wall."""
_HEATS = 4
_WEEK = timedelta(weeks=1)

LETTERS: Mapping[VersionOf, str] = {
    VersionOf.SCRIPT: "letter_script",
    VersionOf.STORYBOARD: "letter_storyboard",
    VersionOf.EDIT: "letter_edit",
    VersionOf.SOUND: "letter_sound",
    VersionOf.MUSIC: "letter_music",
    VersionOf.POSTER: "letter_poster",
    VersionOf.CHARACTER: "letter_character",
    VersionOf.OTHER: "letter_other",
}
"""Phrases: the letter that stands for each kind of version, so that its colour is not alone."""


def name_of_part(of: VersionOf, reader: Reader) -> str:
    """What a version is a version of. (The edit of a film and the editing of a picture are two words in Chinese.)"""
    return reader.phrase("the_edit") if of is VersionOf.EDIT else term(of, reader.lang)


@dataclass(frozen=True)
class Mark:
    """A version or a decision, on its day."""

    of: str
    letter: str
    kind: str
    """What the letter stands for."""
    number: str
    title: Shown | None
    href: str


@dataclass(frozen=True)
class Link:
    words: str
    href: str
    status: str = ""


@dataclass(frozen=True)
class Tally:
    """What there is too much of to be named: `4 takes`, with the way to each."""

    of: str
    words: str
    links: tuple[Link, ...]
    more: Link | None


@dataclass(frozen=True)
class Day:
    iso: str
    number: int
    month: str
    begins: bool
    """Whether the month is new to the reader here."""
    name: str
    """`Saturday 9 May`."""
    weekday: str
    """`Sat`."""
    marks: tuple[Mark, ...] = ()
    tallies: tuple[Tally, ...] = ()
    heat: int = 0
    """How many takes were made, from 0 to 4 of the busiest day."""
    bar: str = ""
    """The same as a width."""

    @property
    def is_empty(self) -> bool:
        return not self.marks and not self.tallies

    @property
    def anchor(self) -> str:
        return _anchor(self.iso)


@dataclass(frozen=True)
class Week:
    days: tuple[Day, ...]
    quiet: str
    """How many weeks before this one are left out because nothing happened in them; empty where none is."""


@dataclass(frozen=True)
class Calendar:
    span: str
    weekdays: tuple[str, ...]
    weeks: tuple[Week, ...]
    totals: tuple[Link, ...]
    """`14 versions` and so on: all that is on record, with a day or without."""
    undated: str
    """How many of them bear no day; empty where all do."""


@dataclass
class _Found:
    """What the records say happened on one day; `takes` and `revisions` are links to them."""

    marks: list[Mark] = field(default_factory=list)
    revisions: list[Link] = field(default_factory=list)
    takes: list[Link] = field(default_factory=list)


def calendar_of(folder: FilmFolder, reader: Reader) -> Calendar | None:
    """None where no record bears a day."""
    found: dict[date | None, _Found] = defaultdict(_Found)
    for at, mark in _marks(folder, reader):
        found[_day(at)].marks.append(mark)
    for prompt in folder.prompts:
        for revision in prompt.revisions:
            name = f"{prompt.id}@{revision.rev}"
            found[_day(revision.at)].revisions.append(Link(name, reader.href(name) or ""))
    for take in folder.takes:
        made = take.generation.at if take.generation else None
        found[_day(made)].takes.append(Link(take.id, reader.href(take.id) or "", take.status.value))
    days = sorted(day for day in found if day)
    if not days:
        return None
    lang = reader.lang
    return Calendar(
        span=span(days[0], days[-1], lang),
        weekdays=tuple(weekday_short(number, lang) for number in range(7)),
        weeks=tuple(_weeks(days, found, folder, reader)),
        totals=tuple(_totals(folder, reader)),
        undated=_undated(found.get(None, _Found()), reader),
    )


def anchor_of_day(at: date | datetime) -> str:
    """Of a day in its film's calendar."""
    return _anchor((_day(at) or at).isoformat())


def _anchor(iso: str) -> str:
    # A dot, which no id of a record holds, keeps this anchor apart from theirs.
    return f"day.{iso}"


def _day(at: date | datetime | None) -> date | None:
    return at.date() if isinstance(at, datetime) else at


def _marks(folder: FilmFolder, reader: Reader) -> Iterator[tuple[date | datetime | None, Mark]]:
    for of in VersionOf:
        yield from ((version.at, _version(version, reader)) for version in folder.versions if version.of is of)
    yield from ((decision.date, _decision(decision, reader)) for decision in folder.decisions)


def _version(version: Version, reader: Reader) -> Mark:
    letter = reader.phrase(LETTERS[version.of])
    title, href = reader.shown(version.title), reader.href(version.id) or ""
    return Mark(version.of.value, letter, name_of_part(version.of, reader), version.number, title, href)


def _decision(decision: Decision, reader: Reader) -> Mark:
    number = decision.id.partition("-")[2]
    title, href = reader.shown(decision.title), reader.href(decision.id) or ""
    return Mark("decision", "◆", field_name("decision", reader.lang), number, title, href)


def _weeks(
    days: Sequence[date], found: Mapping[date | None, _Found], folder: FilmFolder, reader: Reader
) -> Iterator[Week]:
    mondays = sorted({day - timedelta(days=day.weekday()) for day in days})
    most, news = max(len(found[day].takes) for day in days), days[0]
    for monday, quiet in _with_gaps(mondays):
        week = tuple(monday + timedelta(days=number) for number in range(7))
        news = next(day for day in days if day >= monday) if quiet else news
        shown = tuple(
            _shown(day, day == news or day.day == 1, found.get(day, _Found()), most, folder, reader) for day in week
        )
        yield Week(shown, reader.phrase("quiet_weeks", count=f"{quiet:,}") if quiet else "")


def _with_gaps(mondays: Sequence[date]) -> Iterator[tuple[date, int]]:
    """(a week's Monday, how many empty weeks before it are left out); one empty week alone is shown."""
    yield mondays[0], 0
    for before, monday in pairwise(mondays):
        empty = (monday - before) // _WEEK - 1
        if empty == 1:
            yield before + _WEEK, 0
        yield monday, empty if empty > 1 else 0


def _shown(day: date, begins: bool, found: _Found, most: int, folder: FilmFolder, reader: Reader) -> Day:
    takes, slug, lang = len(found.takes), folder.film.slug, reader.lang
    return Day(
        iso=day.isoformat(),
        number=day.day,
        month=month(day, lang),
        begins=begins,
        name=long_name(day, lang),
        weekday=weekday_short(day.weekday(), lang),
        marks=tuple(found.marks),
        tallies=(
            *_tally("revision", found.revisions, film_address(slug, "prompts"), reader),
            *_tally("take", found.takes, film_address(slug, "takes"), reader),
        ),
        heat=-(-takes * _HEATS // most) if takes else 0,
        bar=share(takes, most) if takes else "",
    )


def _tally(of: str, links: Sequence[Link], page: str, reader: Reader) -> Iterator[Tally]:
    if links:
        rest = len(links) - _MOST
        more = Link(reader.phrase("and_more", count=rest), reader.page(page)) if rest > 0 else None
        yield Tally(of, _counted(of, len(links), reader), tuple(links[:_MOST]), more)


_WORDS = {
    "version": ("one_version", "n_versions"),
    "prompt": ("one_prompt_revision", "n_prompt_revisions"),
    "decision": ("one_decision", "n_decisions"),
    "revision": ("one_revision", "n_revisions"),
    "take": ("one_take", "n_takes"),
}


def _counted(of: str, count: int, reader: Reader) -> str:
    one, many = _WORDS[of]
    return reader.phrase(one if count == 1 else many, count=f"{count:,}")


def _totals(folder: FilmFolder, reader: Reader) -> Iterator[Link]:
    revisions = sum(len(prompt.revisions) for prompt in folder.prompts)
    rooms: Iterable[tuple[str, int, str]] = (
        ("version", len(folder.versions), ""),
        ("decision", len(folder.decisions), "decisions"),
        ("prompt", revisions, "prompts"),
        ("take", len(folder.takes), "takes"),
    )
    for of, count, page in rooms:
        if count:
            href = reader.page(film_address(folder.film.slug, page)) if page else ""
            yield Link(_counted(of, count, reader), href)


def _undated(found: _Found, reader: Reader) -> str:
    counts = (("version", len(found.marks)), ("prompt", len(found.revisions)), ("take", len(found.takes)))
    told = reader.phrase("between_words").join(_counted(of, count, reader) for of, count in counts if count)
    return reader.phrase("undated", list=told) if told else ""
