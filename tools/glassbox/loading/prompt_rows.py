"""prompts.csv: a row a revision. What belongs to the prompt may stand once; later rows of its id inherit it."""

from __future__ import annotations

from collections.abc import Sequence

from glassbox.loading.columns import Column
from glassbox.loading.marks import Lines
from glassbox.loading.written import Entry, Fault, Value, fault
from glassbox.problems.codes import fields


def prompts_of(rows: Sequence[Entry], columns: Sequence[Column]) -> tuple[list[Entry], list[Fault]]:
    """Rows put together by id, in the order of their first rows; a value that differs from an earlier row is told."""
    headers = {column.path[0]: column.header for column in reversed(columns) if column.path}
    gathered: dict[object, _Prompt] = {}
    faults: list[Fault] = []
    for row in rows:
        line = row.lines
        assert isinstance(row.value, dict)
        assert isinstance(line, int)
        own = dict(row.value)
        revision = own.pop("revisions", None)
        prompt = gathered.setdefault(own.get("id") or line, _Prompt(line))
        faults += prompt.add(own, revision, line, headers)
    return [prompt.entry() for prompt in gathered.values()], faults


class _Prompt:
    """A prompt while its rows come in."""

    def __init__(self, line: int) -> None:
        self.line = line
        self.own: dict[str, Value] = {}
        self.own_lines: dict[str, Lines] = {}
        self.revisions: list[Value] = []
        self.revision_lines: list[Lines] = []

    def add(self, own: dict[str, Value], revision: Value, line: int, headers: dict[str | int, str]) -> list[Fault]:
        faults = []
        for name, value in own.items():
            if name not in self.own:
                self.own[name] = value
                self.own_lines[name] = line
            elif self.own[name] != value:
                facts = {"column": headers.get(name, name), "found": value, "before": self.own[name]}
                faults.append(fault(line, fields.DIFFERS, first=self.own_lines[name], **facts))
        if isinstance(revision, list):
            self.revisions += revision
            self.revision_lines.append(line)
        return faults

    def entry(self) -> Entry:
        value, lines = dict(self.own), dict(self.own_lines)
        if self.revisions:
            value["revisions"] = self.revisions
            lines["revisions"] = [self.line, self.revision_lines]
        return Entry.of(value, [self.line, lines])
