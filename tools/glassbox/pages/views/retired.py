"""Tombstones: what stands at the address of a record that was published and withdrawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from glassbox.pages.exhibit import Exhibit
from glassbox.pages.facts import Value
from glassbox.pages.reader import Reader
from glassbox.pages.views.moments import When, when
from glassbox.pages.views.page import Page, ReaderOf
from glassbox.pages.views.references import all_cited
from glassbox.records.archive import FilmFolder
from glassbox.records.exhibition import Retired
from glassbox.records.text import Shown


@dataclass(frozen=True)
class Tombstone:
    id: str
    anchor: str
    """Empty where it has a page of its own."""
    href: str
    """Its address; empty where its film is not known."""
    reason: Shown
    when: When | None
    see: tuple[Value, ...]


def tombstone(gone: Retired, reader: Reader) -> Tombstone:
    spot = reader.exhibit.addresses.of(gone.id)
    return Tombstone(
        id=gone.id,
        anchor=spot.anchor if spot else "",
        href=reader.href(gone.id) or "",
        reason=gone.reason.shown_in(reader.lang),
        when=when(gone.date, reader),
        see=all_cited(gone.see, reader),
    )


def tombstones_at(address: str, reader: Reader) -> tuple[Tombstone, ...]:
    """Those that stand among the records of a page."""
    found = []
    for gone in _gone(reader.exhibit):
        spot = reader.exhibit.addresses.of(gone.id)
        if spot and spot.address == address and spot.anchor:
            found.append(tombstone(gone, reader))
    return tuple(found)


def with_tombstones(page: Page, exhibit: Exhibit, reader_of: ReaderOf, folder: FilmFolder | None = None) -> Page:
    """The page with the tombstones that belong on it; its template shows them with `more.tombstones`."""
    stones = tombstones_at(page.address, reader_of(page.address, folder)) if exhibit.archive.retired else ()
    return replace(page, shows={**page.shows, "tombstones": stones})


def tombstone_pages(exhibit: Exhibit, reader_of: ReaderOf) -> Iterator[Page]:
    """A page for each withdrawn record that had one of its own."""
    for gone in _gone(exhibit):
        spot = exhibit.addresses.of(gone.id)
        if spot is None or spot.anchor:
            continue
        reader = reader_of(spot.address, None)
        yield Page(
            address=spot.address,
            template="tombstone.html",
            title=f"{gone.id} · {reader.phrase('withdrawn')}",
            shows={"stone": tombstone(gone, reader)},
        )


def _gone(exhibit: Exhibit) -> Iterator[Retired]:
    """An id that is public again is told by the rules; here the record itself stands before its tombstone."""
    archive = exhibit.archive
    here = {*archive.people_by_id, *(chapter.id for chapter in archive.report), *(f.film.slug for f in archive.films)}
    for gone in archive.retired:
        if gone.id not in exhibit.records and gone.id.rpartition("/")[2] not in here:
            yield gone
