"""The archive as rules see it: looked up by id, with what may be shown, and with the lines of its files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, tzinfo
from functools import cached_property

from glassbox.loading.marks import Marks
from glassbox.loading.nearest import nearest
from glassbox.loading.rules.quiet import Quiet
from glassbox.loading.rules.said import Said, said
from glassbox.problems import Code, Problem, problem
from glassbox.records.archive import Archive, FilmFolder
from glassbox.records.disclosure import Disclosed, disclose, zone_of
from glassbox.records.references import Entry, Index, Kind
from glassbox.records.walk import Loc, spell


@dataclass(frozen=True)
class Sight:
    archive: Archive
    marks: Marks
    index: Index
    disclosed: Disclosed
    now: datetime
    quiet: Quiet
    _pools: dict[tuple[Kind, str], list[str]] = field(default_factory=dict)
    _nearest: dict[tuple[Kind, str, str], str | None] = field(default_factory=dict)

    @classmethod
    def of(cls, archive: Archive, marks: Marks, now: datetime | None = None, quiet: Quiet | None = None) -> Sight:
        moment = now or datetime.now(UTC)
        return cls(archive, marks, Index(archive), disclose(archive, moment), moment, quiet or Quiet({}))

    @cached_property
    def zone(self) -> tzinfo:
        return zone_of(self.archive)

    @cached_property
    def said(self) -> list[Said]:
        """All words of all records, gathered once."""
        return list(said(self.archive))

    @cached_property
    def unread(self) -> list[Said]:
        """Words of records in files that are not known to be quiet."""
        return list(said(self.archive, lambda full_id: not self.quiet.has(self.marks.path(full_id))))

    @cached_property
    def shown(self) -> list[Said]:
        """All words that may be shown."""
        whole = self.disclosed.archive is self.archive
        return self.said if whole else list(said(self.disclosed.archive))

    @property
    def entries(self) -> Iterable[Entry]:
        return self.index.entries.values()

    def day(self, when: date | datetime) -> date:
        """The day of a moment where the exhibition is."""
        if not isinstance(when, datetime):
            return when
        return (when if when.tzinfo is None else when.astimezone(self.zone)).date()

    @cached_property
    def today(self) -> date:
        return self.day(self.now)

    def nearest_to(self, name: str, kind: Kind, folder: FilmFolder | None) -> str | None:
        """The name that the author may have meant in a field of that kind."""
        key = (kind, folder.film.slug if folder else "")
        if key not in self._pools:
            self._pools[key] = _known(self.index, kind, folder)
        told = (*key, name)
        if told not in self._nearest:
            # After many, the hint is no longer worth its time: the fault is likely one and the same.
            self._nearest[told] = nearest(name, _alike(name, self._pools[key])) if len(self._nearest) < _MANY else None
        return self._nearest[told]

    def tell(self, code: Code, full_id: str, at: Loc = (), /, **facts: object) -> Problem:
        """A problem at the line of `at`. An error is about the record, which is left out under `--keep-going`."""
        told = {"record": full_id, "field": spell(self.marks.written(full_id, at)), **facts}
        needed = {name: str(told[name]) for name in code.fields()}
        found = problem(self.marks.place(full_id, *at), code, **needed)
        return replace(found, about=full_id) if found.is_error and full_id != "site" else found


def cut_ids(folder: FilmFolder) -> Iterator[tuple[int, str]]:
    """Number and id of each line of a film's cut."""
    return ((number, f"{folder.film.slug}/cut/{number}") for number in range(len(folder.cuts)))


def _alike(name: str, known: list[str]) -> list[str]:
    """Of many names those that begin or end like `name`: comparing all letters of all names takes too long."""
    if len(known) <= _MANY:
        return known
    small = name.lower()
    return [each for each in known if each[:-2].lower() == small[:-2] or each[-3:].lower() == small[-3:]][:_MANY]


_MANY = 500


def _known(index: Index, kind: Kind, folder: FilmFolder | None) -> list[str]:
    """Names that would do in a field of that kind, as such a field writes them."""
    if kind.prefix:
        return [name.removeprefix(kind.prefix) for name in index.entries if name.startswith(kind.prefix)]
    local = [shot.code for shot in folder.shots] if folder and kind in (Kind.SHOT, Kind.ANY) else []
    return local + [name for name in index.entries if index.full_id(name, kind) == name]
