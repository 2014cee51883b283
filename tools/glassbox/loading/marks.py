"""Where each record stands: from a record's id and a field to the line of a file.

Lines are kept as small text and unfolded only for a problem's sake: an archive has a million of them, and asks
for a few dozen.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from glassbox.problems import NOWHERE, Place
from glassbox.records.terms import RECORD_ID

Lines: TypeAlias = "int | list[int | dict[str, Lines] | list[Lines]]"
"""The line of a value; of a map or list `[its own line, its parts]`. A part of a map has its key's line."""


@dataclass(frozen=True)
class Mark:
    """The file of a record, and the lines of all that is written in it."""

    path: str
    """Relative to the archive, with `/`."""
    folded: str = "0"
    """`Lines` as JSON."""
    is_read: bool = True
    """False where the record is written, but with faults, so that none was made of it."""

    def lines(self) -> Lines:
        return unfold(self.folded)


class Marks:
    """Marks by full id: a film's slug, `LC-P012`, `LC-SQ01-0010`, `people/<id>`, `lightcone/cut/0`, `site`."""

    def __init__(self, marks: Mapping[str, Mark] | None = None, unread: Iterable[str] = ()) -> None:
        """`unread` are kinds of record (see `kind_of`) of which a whole file could not be read."""
        self._marks = marks or {}
        self._unread = frozenset(unread)

    def place(self, record: str, *loc: str | int) -> Place:
        """Where `loc` of the record is written; the nearest outer line where it is not written at all."""
        mark = self._marks.get(record)
        if mark is None:
            return NOWHERE
        return Place(mark.path, line_of(mark.lines(), loc))

    def written(self, record: str, loc: tuple[str | int, ...]) -> tuple[str | int, ...]:
        """`loc` without a last number where one name alone was written, and no list."""
        mark = self._marks.get(record)
        if mark is None or not loc or not isinstance(loc[-1], int):
            return loc
        return loc if isinstance(lines_at(mark.lines(), loc[:-1]), list) else loc[:-1]

    def path(self, record: str) -> str:
        """The file of a record; empty where none is known."""
        mark = self._marks.get(record)
        return mark.path if mark else ""

    def is_written(self, record: str) -> bool:
        """Whether any file has a record of this id, even one too faulty to be read, or may have it.

        A reference to a record that is written but faulty is no second fault; nor is one to a table that is.
        """
        return record in self._marks or kind_of(record) in self._unread

    def faulty(self) -> frozenset[str]:
        """Full ids of records that are written, but could not be read."""
        return frozenset(record for record, mark in self._marks.items() if not mark.is_read)


def kind_of(record: str) -> str:
    """What sort of record a full id names: `people`, `LC-T` for takes of that film, `LC-` for its shots."""
    if hit := RECORD_ID.fullmatch(record):
        return f"{hit['film']}-{hit['letter']}"
    before, slash, _ = record.partition("/")
    return before if slash else f"{record.partition('-')[0]}-"


def line_of(lines: Lines, loc: Sequence[str | int]) -> int:
    """The line of `loc`, or of the innermost value around it that is written."""
    found = lines_at(lines, loc)
    return found if isinstance(found, int) else _own(found)


def lines_at(lines: Lines, loc: Sequence[str | int]) -> Lines:
    """The lines of `loc` and its parts, or of the innermost value around it that is written."""
    for step in loc:
        part = None if isinstance(lines, int) else _part(lines[1], step)
        if part is None:
            break
        lines = part
    return lines


def lines_in(lines: Lines) -> Iterator[int]:
    """Every line on which something is written."""
    if isinstance(lines, int):
        yield lines
        return
    yield _own(lines)
    parts = lines[1]
    if not isinstance(parts, int):
        for part in parts.values() if isinstance(parts, dict) else parts:
            yield from lines_in(part)


def fold(lines: Lines) -> str:
    """Lines as one short text."""
    return json.dumps(lines, ensure_ascii=False, separators=(",", ":"))


def unfold(folded: str) -> Lines:
    found: Lines = json.loads(folded)
    return found


def _own(lines: list[int | dict[str, Lines] | list[Lines]]) -> int:
    assert isinstance(lines[0], int)
    return lines[0]


def _part(parts: int | dict[str, Lines] | list[Lines], step: str | int) -> Lines | None:
    if isinstance(parts, dict):
        return parts.get(str(step))
    if isinstance(parts, list) and isinstance(step, int) and 0 <= step < len(parts):
        return parts[step]
    return None
