"""What a file says before any record reads it: strings, lists and maps, with the line of each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from glassbox.loading.marks import Lines, fold, lines_in, unfold
from glassbox.problems import CODES, Code, Place, Problem, Severity, problem

Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"
"""All that a file can say. None stands for an entry of a list with nothing in it."""

Path: TypeAlias = tuple["str | int", ...]
"""Steps from a record to a part of it: fields by name, entries of lists by number from 0."""


@dataclass(frozen=True)
class Fault:
    """A problem of a file whose path is not yet known, so that it can be kept with the file's bytes alone."""

    line: int
    code: Code
    facts: Mapping[str, str] = field(default_factory=dict)

    def at(self, path: str) -> Problem:
        return problem(Place(path, self.line), self.code, **self.facts)

    def plain(self) -> list[object]:
        return [self.line, self.code.name, dict(self.facts)]

    @classmethod
    def from_plain(cls, plain: Sequence[object]) -> Fault:
        line, name, facts = plain
        assert isinstance(line, int)
        assert isinstance(facts, dict)
        return cls(line, CODES[str(name)], facts)


def fault(line: int, code: Code, **facts: object) -> Fault:
    return Fault(line, code, {name: str(fact) for name, fact in facts.items()})


@dataclass(frozen=True)
class Entry:
    """One record as its file has it."""

    value: Value
    folded: str
    """Its lines, folded: only a problem asks for them."""
    is_whole: bool = True
    """False where the file itself has a fault inside it, so that something of it is lost."""

    @classmethod
    def of(cls, value: Value, lines: Lines) -> Entry:
        return cls(value, fold(lines))

    @property
    def lines(self) -> Lines:
        return unfold(self.folded)


Columns: TypeAlias = Mapping[Path, str]
"""A table's own headers, by the field that each is read as."""


@dataclass(frozen=True)
class Sheet:
    """All records of one file, and what was wrong with the file itself."""

    entries: tuple[Entry, ...] = ()
    faults: tuple[Fault, ...] = ()
    columns: Columns = field(default_factory=dict)
    lost: tuple[int, ...] = ()
    """Lines of which something was not read, for a fault that is told elsewhere."""

    def marked(self) -> Sheet:
        """The same, with the records in which a fault of the file lies marked as not whole."""
        wrong = [*self.lost, *(told.line for told in self.faults if told.code.severity is Severity.ERROR)]
        if not wrong:
            return self
        starts = sorted((line, n) for n, entry in enumerate(self.entries) for line in lines_in(entry.lines))
        hit = {starts[at - 1][1] for line in wrong if (at := bisect_right(starts, (line, len(self.entries))))}
        entries = (replace(entry, is_whole=n not in hit) for n, entry in enumerate(self.entries))
        return replace(self, entries=tuple(entries))
