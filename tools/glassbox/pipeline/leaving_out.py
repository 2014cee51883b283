"""`--keep-going`: the archive without the records that an error names."""

from __future__ import annotations

from collections.abc import Collection

from glassbox.records.archive import Archive
from glassbox.records.cutting import Cutting


def without(archive: Archive, faulty: Collection[str]) -> Archive:
    """`archive` without the records whose full ids are `faulty`, and without any name of them or medium of theirs.

    A film goes with all that it holds. Hand in what is already disclosed: a hidden record that is faulty must be
    hidden first, or nobody would know that it was.
    """
    if not faulty:
        return archive
    films = {folder.film.slug: folder for folder in archive.films}
    held = (films[name].full_id(record) for name in faulty if name in films for record in films[name].records())
    return Cutting(archive, frozenset([*faulty, *held]), frozenset()).archive()
