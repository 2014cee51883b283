"""Everything the pages are made from: what may be shown, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from functools import cached_property

from glassbox.pages.addresses import Addresses
from glassbox.pages.gallery import Gallery
from glassbox.records.archive import Archive, FilmFolder
from glassbox.records.base import Record
from glassbox.records.disclosure import RegisterEntry, zone_of


@dataclass(frozen=True)
class LeftOut:
    """A record that is not in this build for its faults, as far as the public may know of it."""

    record: str
    """Full id; empty for all that have no name that may be shown."""
    codes: tuple[str, ...]
    """Of its faults."""


@dataclass(frozen=True)
class Exhibit:
    archive: Archive
    """Only what may be shown."""
    addresses: Addresses
    gallery: Gallery
    as_of: datetime
    """The one instant that decides what depends on the date."""
    register: tuple[RegisterEntry, ...] = ()
    """Where the glass is not glass."""
    left_out: tuple[LeftOut, ...] = ()
    """Under `--keep-going`."""

    @property
    def languages(self) -> tuple[str, ...]:
        return self.archive.site.languages

    @cached_property
    def zone(self) -> tzinfo:
        return zone_of(self.archive)

    @cached_property
    def records(self) -> Mapping[str, tuple[FilmFolder, Record]]:
        """Full id -> (its film, the record)."""
        return {
            folder.full_id(record): (folder, record) for folder in self.archive.films for record in folder.records()
        }
