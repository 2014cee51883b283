"""From a file's bytes to its records as written, whatever form the file has."""

from __future__ import annotations

from glassbox.loading.encodings import Undecodable, table_text_of, text_of
from glassbox.loading.front_matter import read_front_matter
from glassbox.loading.layout import Form, Table
from glassbox.loading.marks import Lines, line_of
from glassbox.loading.table import read_table
from glassbox.loading.written import Entry, Sheet, Value, fault
from glassbox.loading.yaml_text import Parsed, read_yaml
from glassbox.problems.codes import files


def sheet_of(data: bytes, table: Table, form: Form) -> Sheet:
    """What the bytes say as records of `table`. A pure function of its arguments; never raises."""
    return _read(data, table, form).marked()


def _read(data: bytes, table: Table, form: Form) -> Sheet:
    try:
        if form is Form.TABLE:
            return read_table(table_text_of(data), table.model, table.name)
        text = text_of(data)
    except Undecodable as undecodable:
        return Sheet(faults=(undecodable.fault,))
    if form is Form.PROSE:
        return read_front_matter(text, table.body)
    parsed = read_yaml(text)
    if parsed.value is None:
        return Sheet(faults=parsed.faults)
    return _one(parsed) if form is Form.ONE else _list(parsed, table)


def _one(parsed: Parsed) -> Sheet:
    if isinstance(parsed.value, dict):
        return Sheet((Entry.of(parsed.value, parsed.lines),), parsed.faults)
    return _wrong_top(parsed, "name: value")


def _list(parsed: Parsed, table: Table) -> Sheet:
    value, lines = parsed.value, parsed.lines
    parts = None if isinstance(lines, int) else lines[1]
    if isinstance(value, dict) and isinstance(parts, dict) and list(parts) == [table.name]:
        value, lines = value.get(table.name), parts[table.name]
        if value is None:
            return Sheet(faults=(*parsed.faults, fault(0, files.EMPTY_FILE)))
    if not isinstance(value, list) or isinstance(lines, int):
        return _wrong_top(parsed, "- name: value")
    parts = lines[1]
    assert isinstance(parts, list)
    return Sheet(tuple(_entries(value, parts)), parsed.faults)


def _entries(values: list[Value], lines: list[Lines]) -> list[Entry]:
    return [Entry.of(value, line) for value, line in zip(values, lines, strict=True)]


def _wrong_top(parsed: Parsed, expected: str) -> Sheet:
    told = fault(line_of(parsed.lines, ()), files.WRONG_TOP, expected=expected)
    return Sheet(faults=(*parsed.faults, told))
