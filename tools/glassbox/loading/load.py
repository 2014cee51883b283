"""content/ as one value: files found, read, checked one by one, then against each other, then bound to their media."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from itertools import chain
from os import fsencode
from pathlib import Path
from typing import Any
from urllib.parse import quote

from pydantic import BaseModel

from glassbox.loading import binding, layout, rules
from glassbox.loading.finding import Finds, Source, find_sources, visible
from glassbox.loading.layout import Table
from glassbox.loading.marks import Mark, Marks
from glassbox.loading.memory import Memory, digest_of
from glassbox.loading.openings import Refused, bytes_of
from glassbox.loading.reading import FullId, Readings, in_order, salvaged
from glassbox.loading.rules.quiet import Quiet
from glassbox.loading.unread import Unread
from glassbox.loading.written import Sheet
from glassbox.problems import Problem, Severity, worst_first
from glassbox.records.archive import Archive, FilmFolder
from glassbox.records.disclosure import zone_of
from glassbox.records.exhibition import Site
from glassbox.records.film import Film
from glassbox.records.terms import FILM_CODE, SLUG


@dataclass(frozen=True)
class Loaded:
    archive: Archive
    """Every record that is whole; with errors among the problems it is not the whole archive, and a film that the
    marks call faulty is only what could be read of it."""
    problems: tuple[Problem, ...]
    """Errors first, then by file and line."""
    marks: Marks
    unsure: frozenset[str] = frozenset()
    """Paths of bound media that a record names, or may name, which could not be read: it may be withheld."""


def load(
    root: Path,
    *,
    cache: Path | None = None,
    now: Callable[[tzinfo], datetime] | None = None,
    digests: Callable[[Path], str | None] | None = None,
) -> Loaded:
    """The archive in `root`/content, with every problem of every file.

    Never raises for what the files hold, opens nothing outside content/ and the media root, and writes only to
    `cache`, a folder that remembers what files said. `now` gives the build's instant from the site's time zone;
    `digests` gives the sha256 of media where they are known.
    """
    with _no_collecting():
        read = _Reading(root, cache)
        archive = read.archive()
        marks = Marks(read.readings.marks, read.unread())
        problems = read.problems()
        faulty = {told.place.path for told in problems}
        sound = {path: digest for path, digest in read.digests.items() if path not in faulty}
        quiet = Quiet.of(sound, archive.site.languages, cache / "quiet" if cache else None)
        problems += rules.check(archive, marks, root, now=now(zone_of(archive)) if now else None, quiet=quiet)
        media, told = binding.bind(archive, marks, root, digests)
        unsure = read.unread_words().owned(media.values(), marks.faulty())
        return Loaded(replace(archive, media=media), tuple(worst_first([*problems, *told])), marks, unsure)


class _Reading:
    """One pass over the files of an archive."""

    def __init__(self, root: Path, cache: Path | None) -> None:
        self.finds: Finds = find_sources(root)
        self.readings = Readings()
        self.cache = cache / "records" if cache is not None else None
        self.digests: dict[str, str] = {}
        """Of the bytes of each file, by its path."""
        self.spoilt: dict[str, bytes] = {}
        """Bytes of the files with errors of their own, by their path."""
        self.sheets = self._sheets()

    def problems(self) -> list[Problem]:
        return [*self.finds.problems, *self.readings.problems]

    def unread(self) -> Iterator[str]:
        """Kinds of record of which a whole file says nothing that can be read: see `marks.kind_of`."""
        for (_, film), found in self.sheets.items():
            for source, sheet in found:
                if not sheet.entries and any(told.code.severity is Severity.ERROR for told in sheet.faults):
                    table = source.table
                    if film and (table.letter or table.name == "shots"):
                        yield f"{self._code(film)}-{table.letter}"
                    elif not film:
                        yield table.name

    def unread_words(self) -> Unread:
        """What was written of records that are not there."""
        unread = Unread()
        for entry in self.readings.unread:
            unread.add_record(entry)
        for source, sheet in chain.from_iterable(self.sheets.values()):
            if source.place in self.spoilt:
                unread.add_file(sheet, self.spoilt[source.place])
        return unread

    def archive(self) -> Archive:
        site = self._site()
        tables: dict[str, Any] = {
            table.name.replace("-", "_"): tuple(self._records(table, "", f"{table.name}/{{}}".format))
            if table.has_ids
            else self._unnamed(table, "", table.name)
            for table in layout.OF_THE_EXHIBITION
        }
        films = (self._film(name) for name in self.finds.films)
        return Archive(site=site, **tables, films=tuple(film for film in films if film is not None))

    def _site(self) -> Site:
        found = self._records(layout.SITE, "", lambda _: "site")
        source, sheet = next(iter(self._of(layout.SITE, "")), (None, None))
        entry = next(iter(sheet.entries), None) if sheet else None
        if source is not None and entry is not None:
            self.readings.marks["site"] = Mark(source.place, entry.folded, is_read=bool(found))
        return found[0] if found else salvaged(Site, entry, {"title": "Glass Box"})

    def _film(self, name: str) -> FilmFolder | None:
        """A film's folder. Its tables are read, and their faults told, even where film.yml is faulty or absent."""
        code = self._code(name)
        films = self._records(layout.FILM, name, str)
        self.readings.marks.setdefault(name, Mark(f"content/films/{visible(name)}", is_read=False))
        tables: dict[str, Any] = {}
        for table in layout.OF_A_FILM:
            full_id: FullId = (lambda written: f"{code}-{written}") if table.name == "shots" else str
            if table.has_ids:
                tables[table.name] = tuple(self._records(table, name, full_id))
            else:
                tables["cuts"] = self._unnamed(table, name, f"{name}/cut")
        tables["shots"] = in_order(tables["shots"])
        film = films[0] if films else self._salvaged_film(name, code)
        return FilmFolder(film=film, **tables) if film else None

    def _salvaged_film(self, name: str, code: str) -> Film | None:
        """What can be read of a faulty film.yml, so that the film's records are still held against each other.

        It is among the marks' faulty records. None where not even its name and code can be read.
        """
        if not (SLUG.fullmatch(name) and FILM_CODE.fullmatch(code)):
            return None
        entry = next((entry for _, sheet in self._of(layout.FILM, name) for entry in sheet.entries), None)
        given = {"slug": name, "code": code, "title": name, "fps": "24", "licence": "-"}
        return salvaged(Film, entry, {**given, "digital_source_type": "digitalCreation"})

    def _code(self, name: str) -> str:
        """The film's code as it is written, for its shots' full ids."""
        entry = next((entry for _, sheet in self._of(layout.FILM, name) for entry in sheet.entries), None)
        found = entry.value.get("code") if entry is not None and isinstance(entry.value, dict) else None
        return found.strip() if isinstance(found, str) else name

    def _unnamed(self, table: Table, film: str, called: str) -> tuple[Any, ...]:
        """Records without an id of their own: their number among those that are whole stands for one."""
        whole: list[Any] = []
        for source, sheet in self._of(table, film):
            self.readings.problems += [told.at(source.place) for told in sheet.faults]
            for entry in sheet.entries:
                alone = Sheet((entry,), (), sheet.columns)
                model: type[BaseModel] = table.model
                found = self.readings.records(source, alone, model, lambda _: "")
                if found:
                    self.readings.marks[f"{called}/{len(whole)}"] = Mark(source.place, entry.folded)
                whole += found
        return tuple(whole)

    def _records(self, table: Table, film: str, full_id: FullId) -> list[Any]:
        model: type[BaseModel] = table.model
        return [
            record
            for source, sheet in self._of(table, film)
            for record in self.readings.records(source, sheet, model, full_id)
        ]

    def _of(self, table: Table, film: str) -> list[tuple[Source, Sheet]]:
        return self.sheets.get((table.name, film), [])

    def _sheets(self) -> dict[tuple[str, str], list[tuple[Source, Sheet]]]:
        """All files as written, by table and film."""
        sheets: dict[tuple[str, str], list[tuple[Source, Sheet]]] = {}
        memories = {film: Memory(self._memory_path(film)) for film in {source.film for source in self.finds.sources}}
        for source in self.finds.sources:
            memory = memories[source.film]
            try:
                data = bytes_of(source.path, self.finds.content)
                self.digests[source.place] = digest_of(data)
                sheet = memory.sheet(data, self.digests[source.place], source.table, source.form)
                if any(told.code.severity is Severity.ERROR for told in sheet.faults):
                    self.spoilt[source.place] = data
            except Refused as refused:
                sheet = Sheet(faults=(refused.fault,))
            sheets.setdefault((source.table.name, source.film), []).append((source, sheet))
        for memory in memories.values():
            memory.keep()
        self._forget([self._memory_path(film) for film in memories])
        return sheets

    def _memory_path(self, film: str) -> Path | None:
        if self.cache is None:
            return None
        return self.cache / (f"film-{quote(fsencode(film), safe='')}.json" if film else "exhibition.json")

    def _forget(self, kept: list[Path | None]) -> None:
        """Memories of films that are no longer there go."""
        for path in self.cache.glob("*.json") if self.cache is not None else ():
            if path not in kept:
                with suppress(OSError):
                    path.unlink()


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Without Python's search for circles: reading makes a million small values and no circle among them.

    Afterwards they are set aside from it, so that no later search walks through them all.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()
            gc.enable()
