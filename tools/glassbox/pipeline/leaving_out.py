"""`--keep-going`: the archive without the records that an error names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace

from glassbox.pages.exhibit import LeftOut
from glassbox.problems import Problem
from glassbox.problems.codes import rules as codes
from glassbox.records.archive import Archive
from glassbox.records.cutting import Cutting
from glassbox.records.references import Index

_SHOWS = (codes.SECRET, codes.HIDDEN_QUOTED, codes.EMBARGOED_NAMED)
"""What these are about must not be published."""


def cannot_be_left_out(problem: Problem) -> bool:
    """Whether something that nobody may see stands where no record can be left out: in site.yml, on a page."""
    return problem.code in _SHOWS and not problem.about


def left_out(shown: Archive, problems: Iterable[Problem], unread: Collection[str]) -> tuple[LeftOut, ...]:
    """What the public is told of the errors among `problems`: a record that it might know, and codes.

    No word of what its author wrote, and no name of a record that is not in `shown` or could not be read: whether
    that one is withheld nobody knows.
    """
    known = {*Index(shown).entries} - {*unread}
    told: dict[str, dict[str, None]] = defaultdict(dict)
    for each in problems:
        if each.is_error:
            told[each.about if each.about in known else ""][each.code.name] = None
    return tuple(LeftOut(record, tuple(sorted(told[record]))) for record in sorted(told))


def without(archive: Archive, faulty: Collection[str], unsure: frozenset[str] = frozenset()) -> Archive:
    """`archive` without the records whose full ids are `faulty`, and without any name of them or medium of theirs.

    Nor has it the media whose paths are `unsure`: one that could not be read may own them.
    A film goes with all that it holds. Hand in what is already disclosed: a hidden record that is faulty must be
    hidden first, or nobody would know that it was.
    """
    if not faulty and not unsure:
        return archive
    archive = replace(archive, retired=tuple(gone for gone in archive.retired if f"retired/{gone.id}" not in faulty))
    films = {folder.film.slug: folder for folder in archive.films}
    held = (films[name].full_id(record) for name in faulty if name in films for record in films[name].records())
    return Cutting(archive, frozenset([*faulty, *held]), frozenset(), unsure).archive()
