"""Names of other records: each must mean one that is there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from glassbox.loading.nearest import nearest
from glassbox.loading.rules.secrets import masked
from glassbox.loading.rules.sight import Sight, cut_ids
from glassbox.problems import Problem
from glassbox.problems.codes import fields
from glassbox.problems.codes import rules as codes
from glassbox.records.archive import FilmFolder
from glassbox.records.base import Part
from glassbox.records.process import Decision
from glassbox.records.prompts import Prompt
from glassbox.records.references import Kind, Reference, meant, references
from glassbox.records.walk import names_of


def names_mean_records(sight: Sight) -> Iterator[Problem]:
    for full_id, part, folder in _parts(sight):
        for reference in references(part):
            yield from _told(sight, full_id, reference, folder)


def choices_are_options(sight: Sight) -> Iterator[Problem]:
    """A choice in digits is the number of an option; anything else is the choice in words."""
    for entry in sight.entries:
        decision = entry.record
        if isinstance(decision, Decision) and decision.number_chosen is not None and decision.options:
            found, count = decision.number_chosen, len(decision.options)
            if not 1 <= found <= count:
                yield sight.tell(codes.CHOICE_UNKNOWN, entry.full_id, ("chosen",), found=found, count=count)


def unconfirmed_names_are_fields(sight: Sight) -> Iterator[Problem]:
    """`title.zh` is as good as `title`."""
    for entry in sight.entries:
        if not entry.record.unconfirmed:
            continue
        known = [written for _, written in names_of(type(entry.record))]
        for number, name in enumerate(entry.record.unconfirmed):
            if name.partition(".")[0] not in known:
                near = nearest(name.partition(".")[0], known) or known[0]
                yield sight.tell(
                    codes.UNCONFIRMED_UNKNOWN, entry.full_id, ("unconfirmed", number), found=masked(name), near=near
                )


_SEVERAL = re.compile("[,，、;；]")
"""No id holds one: several names were written as one."""

RULES = (names_mean_records, choices_are_options, unconfirmed_names_are_fields)


def _parts(sight: Sight) -> Iterator[tuple[str, Part, FilmFolder | None]]:
    """Everything that can name records: the records, the lines of each cut, what was withdrawn."""
    for entry in sight.entries:
        yield entry.full_id, entry.record, entry.folder
    for folder in sight.archive.films:
        for number, name in cut_ids(folder):
            yield name, folder.cuts[number], folder
    for retired in sight.archive.retired:
        yield f"retired/{retired.id}", retired, None
    for number, check in enumerate(sight.archive.search_checks):
        yield f"search-checks/{number}", check, None


def _told(sight: Sight, full_id: str, reference: Reference, folder: FilmFolder | None) -> Iterator[Problem]:
    found = sight.index.full_id(reference.name, reference.kind, folder)
    if found is None:
        wanted = meant(reference.name, reference.kind, folder)
        # A record that is written but could not be read has told its own fault already.
        if wanted in sight.index.entries or not sight.marks.is_written(wanted):
            yield _unknown(sight, full_id, reference, folder, wanted)
        return
    _, at, rev = reference.name.partition("@")
    prompt = sight.index.record(found)
    if at and isinstance(prompt, Prompt) and rev not in {str(each.rev) for each in prompt.revisions}:
        known = ", ".join(str(each.rev) for each in prompt.revisions)
        yield sight.tell(codes.UNKNOWN_REVISION, full_id, reference.at, found=reference.name, prompt=found, known=known)


def _unknown(sight: Sight, full_id: str, reference: Reference, folder: FilmFolder | None, wanted: str) -> Problem:
    name = masked(reference.name)
    if any(retired.id in (reference.name, wanted) for retired in sight.archive.retired):
        return sight.tell(codes.WITHDRAWN_NAMED, full_id, reference.at, found=name)
    if isinstance(reference.at[-1], int) and _SEVERAL.search(reference.name):
        return sight.tell(fields.NOT_A_LIST, full_id, reference.at[:-1])
    file = _file(reference.kind, folder)
    near = sight.nearest_to(reference.name.partition("@")[0], reference.kind, folder)
    if near is None:
        return sight.tell(codes.UNKNOWN, full_id, reference.at, found=name, file=file)
    _, at, rev = reference.name.partition("@")
    return sight.tell(codes.UNKNOWN_BUT_NEAR, full_id, reference.at, found=name, file=file, near=f"{near}{at}{rev}")


def _file(kind: Kind, folder: FilmFolder | None) -> str:
    """Where such a record would be written, in words that are the same in each language."""
    is_of_film = folder is not None and kind.record is not None and kind is not Kind.FILM
    return f"films/{folder.film.slug}/{kind.file}" if folder is not None and is_of_film else kind.file
