"""Filmed material that a shot or a take comes from: links to material on record, or the clips themselves."""

from __future__ import annotations

from dataclasses import dataclass

from glassbox.pages.facts import Value
from glassbox.pages.reader import Reader
from glassbox.pages.views.clips import Clip, clip_of
from glassbox.pages.views.references import cited
from glassbox.records.archive import MediaKey
from glassbox.records.references import is_file
from glassbox.records.terms import SourceType


@dataclass(frozen=True)
class Footage:
    source: Value | None
    """Material with an id of its own."""
    clip: Clip | None


def footage_of(full_id: str, written: tuple[str, ...], reader: Reader) -> tuple[Footage, ...]:
    """One entry for each of `written`, the `footage` of the record `full_id`: ids of material, or paths of files."""
    found = []
    for number, one in enumerate(written):
        if is_file(one):
            alt = f"{reader.phrase('footage_of')} {number + 1}, {full_id}"
            found.append(Footage(None, clip_of(reader, MediaKey(full_id, "footage", number), alt, SourceType.FILMED)))
        else:
            found.append(Footage(cited(one, reader), None))
    return tuple(found)
