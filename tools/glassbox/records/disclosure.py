"""What may be shown at a given moment: decided once, before anything is written.

- *Withheld*: marked so, or named in a film's `withheld`, or of a withheld film. It is nowhere in the site; its id may
  stand in the register. It stays withheld after `until`: a day that passed must not publish by itself.
- *Under embargo*: the moment has not come. It is nowhere, not even in the register.
- *Excerpt*: shown with what `glassbox.records.excerpts` lets stay.

Whatever names a hidden record loses the name, and a medium of a hidden record is shown by no other record.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, tzinfo
from enum import StrEnum
from functools import cached_property
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from glassbox.records.archive import Archive, FilmFolder
from glassbox.records.base import Record
from glassbox.records.cutting import Cutting
from glassbox.records.film import Film, Withheld
from glassbox.records.prompts import Prompt
from glassbox.records.references import Entry, Index, Kind
from glassbox.records.terms import Publish
from glassbox.records.text import Text


class HiddenKind(StrEnum):
    WITHHELD = "withheld"
    EMBARGOED = "embargoed"
    EXCERPT = "excerpt"


@dataclass(frozen=True)
class Hidden:
    """A record, or one revision of a prompt (`LC-P001@2`), that is not shown or not shown whole."""

    full_id: str
    kind: HiddenKind
    why: Text | None = None
    until: date | datetime | Text | None = None


@dataclass(frozen=True)
class RegisterEntry:
    """A line of the register of what is withheld."""

    film: str
    """Slug; empty for what belongs to no film."""
    what: tuple[str, ...] | Text
    why: Text | None
    until: date | Text | None = None


@dataclass(frozen=True)
class Disclosed:
    """An archive that holds only what may be shown, and what was left out of it."""

    archive: Archive
    hidden: tuple[Hidden, ...] = ()
    register: tuple[RegisterEntry, ...] = ()

    @cached_property
    def hidden_by_id(self) -> Mapping[str, Hidden]:
        return {hidden.full_id: hidden for hidden in self.hidden}


def disclose(archive: Archive, now: datetime) -> Disclosed:
    """What may be shown at `now`. A moment without a zone is meant in the site's."""
    zone = zone_of(archive)
    index = Index(archive)
    found = _hidden(archive, index, _zoned(now, zone), zone)
    gone = {name for name, hidden in found.items() if hidden.kind is not HiddenKind.EXCERPT}
    short = found.keys() - gone
    register = tuple(_register(archive, index, found))
    shown = Cutting(archive, frozenset(gone), frozenset(short)).archive() if found else archive
    return Disclosed(_register_cut(shown, index, found), tuple(found.values()), register)


def zone_of(archive: Archive) -> tzinfo:
    """The site's time zone; UTC where site.yml names one that nobody knows (which a rule tells)."""
    try:
        return ZoneInfo(archive.site.timezone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC


def _hidden(archive: Archive, index: Index, now: datetime, zone: tzinfo) -> dict[str, Hidden]:
    """Each hidden record by id, in the archive's order. An embargo is stronger than all else."""
    named: dict[str, Withheld] = {}
    for folder in archive.films:
        for listed in folder.film.withheld:
            for name in listed.ids:
                if (full_id := _named(name, index, folder)) is not None:
                    named.setdefault(full_id, listed)
    found: dict[str, Hidden] = {}
    for entry in index.entries.values():
        film = entry.folder.film if entry.folder else None
        for name in (entry.full_id, *_revisions(entry.record)):
            hidden = _why_hidden(entry.record, film, name, named, now, zone)
            if hidden is not None:
                found[name] = hidden
        _whole_prompt(entry, found)
    return found


def _why_hidden(
    record: Record, film: Film | None, name: str, named: Mapping[str, Withheld], now: datetime, zone: tzinfo
) -> Hidden | None:
    is_whole = "@" not in name
    for each in (record, film) if is_whole else ():
        if each is not None and each.embargo is not None and _zoned(each.embargo, zone) > now:
            return Hidden(name, HiddenKind.EMBARGOED, each.publish_reason, each.embargo)
    for each_name in (name, film.slug if film else name) if is_whole else (name,):
        if (entry := named.get(each_name)) is not None:
            return Hidden(name, HiddenKind.WITHHELD, entry.why, entry.until)
    for each in (record, film) if is_whole else ():
        if each is not None and each.publish is Publish.WITHHELD:
            return Hidden(name, HiddenKind.WITHHELD, each.publish_reason)
    if is_whole and record.publish is Publish.EXCERPT:
        return Hidden(name, HiddenKind.EXCERPT, record.publish_reason)
    return None


def _revisions(record: Record) -> Iterable[str]:
    return (f"{record.id}@{revision.rev}" for revision in record.revisions) if isinstance(record, Prompt) else ()


def _whole_prompt(entry: Entry, found: dict[str, Hidden]) -> None:
    """A prompt whose every revision is withheld is withheld itself."""
    names = list(_revisions(entry.record))
    own = found.get(entry.full_id)
    if names and all(name in found for name in names) and (own is None or own.kind is HiddenKind.EXCERPT):
        found[entry.full_id] = replace(found[names[0]], full_id=entry.full_id)


def _named(name: str, index: Index, folder: FilmFolder) -> str | None:
    """What an entry of a film's `withheld` names: a record, or one revision of a prompt."""
    full_id = index.full_id(name, Kind.ANY, folder)
    _, at, rev = name.partition("@")
    return f"{full_id}@{rev}" if full_id is not None and at else full_id


def _register(archive: Archive, index: Index, found: Mapping[str, Hidden]) -> Iterable[RegisterEntry]:
    """What belongs to no film; then film by film what its own list withholds, and what is marked so itself.

    People are in no register: whoever asked not to be shown is not listed.
    """
    for entry in index.entries.values():
        hidden = found.get(entry.full_id)
        if entry.folder is None and hidden and hidden.kind is HiddenKind.WITHHELD and not _is_person(entry.full_id):
            yield RegisterEntry("", (entry.full_id,), hidden.why)
    for folder in archive.films:
        yield from _films_register(folder, index, found)


def _films_register(folder: FilmFolder, index: Index, found: Mapping[str, Hidden]) -> Iterable[RegisterEntry]:
    slug, film = folder.film.slug, found.get(folder.film.slug)
    if film is not None and film.kind is HiddenKind.EMBARGOED:
        return
    if film is not None and film.kind is HiddenKind.WITHHELD:
        yield RegisterEntry(slug, (slug,), film.why, None if isinstance(film.until, datetime) else film.until)
        return
    listed: set[str] = set()
    for entry in folder.film.withheld:
        if what := _kept_names(entry, index, folder, found):
            yield RegisterEntry(slug, what, entry.why, entry.until)
        listed.update(name for each in entry.ids if (name := _named(each, index, folder)) is not None)
    whole = {name.partition("@")[0] for name in listed}
    for record in folder.records():
        hidden = found.get(folder.full_id(record))
        if hidden and hidden.kind is HiddenKind.WITHHELD and hidden.full_id not in whole:
            yield RegisterEntry(slug, (hidden.full_id,), hidden.why)


def _kept_names(
    entry: Withheld, index: Index, folder: FilmFolder, found: Mapping[str, Hidden]
) -> tuple[str, ...] | Text:
    """What an entry of the register may say: no embargoed record, no person."""
    if isinstance(entry.what, Text):
        return entry.what
    kept = []
    for name in entry.what:
        full_id = index.full_id(name, Kind.ANY, folder)
        hidden = found.get(full_id or "")
        is_embargoed = hidden is not None and hidden.kind is HiddenKind.EMBARGOED
        if full_id is not None and not is_embargoed and not _is_person(full_id):
            kept.append(name)
    return tuple(kept)


def _register_cut(archive: Archive, index: Index, found: Mapping[str, Hidden]) -> Archive:
    """Each film's own list says no more than the register does."""
    if not any(folder.film.withheld for folder in archive.films):
        return archive
    return replace(archive, films=tuple(_film_cut(folder, index, found) for folder in archive.films))


def _film_cut(folder: FilmFolder, index: Index, found: Mapping[str, Hidden]) -> FilmFolder:
    kept: list[Withheld] = []
    for entry in folder.film.withheld:
        what = _kept_names(entry, index, folder, found)
        if what:
            kept.append(entry if what == entry.what else entry.model_copy(update={"what": what}))
    if tuple(kept) == folder.film.withheld:
        return folder
    return replace(folder, film=folder.film.model_copy(update={"withheld": tuple(kept)}))


def _is_person(full_id: str) -> bool:
    return full_id.startswith("people/")


def _zoned(moment: datetime, zone: tzinfo) -> datetime:
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=zone)
