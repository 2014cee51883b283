"""CSV as spreadsheets and tracking systems export it: rows with their lines, delimiter found by the header."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pydantic import BaseModel

from glassbox.loading.cells import is_spoilt, value_of
from glassbox.loading.columns import Column, columns_of
from glassbox.loading.marks import Lines
from glassbox.loading.nearest import nearest
from glassbox.loading.prompt_rows import prompts_of
from glassbox.loading.shapes import shapes_of
from glassbox.loading.written import Entry, Fault, Path, Sheet, Value, fault
from glassbox.loading.yaml_text import CONTROL
from glassbox.problems.codes import fields, files

_DELIMITERS = ",;\t"
MOST_CELL = 8 << 20
MOST_COLUMNS = 500
MOST_ROWS = 100_000

csv.field_size_limit(MOST_CELL)  # a prompt may be longer than the 128 KB that Python allows a cell


@dataclass(frozen=True)
class Row:
    line: int
    cells: tuple[str, ...]

    @property
    def is_blank(self) -> bool:
        return not any(cell.strip() for cell in self.cells)


def read_table(text: str, model: type[BaseModel], table: str) -> Sheet:
    """The records of a table, one a row; in prompts.csv one a prompt, with a revision a row.

    `text` has LF line ends. Never raises.
    """
    if found := CONTROL.search(text):
        line = 1 + text.count("\n", 0, found.start())
        return Sheet(faults=(fault(line, files.CONTROL_CHARACTER, character=f"U+{ord(found[0]):04X}"),))
    faults: list[Fault] = []
    rows = _rows(text, _delimiter(text, model, table), faults)
    if not rows:
        return Sheet(faults=(*faults, *(() if faults else (fault(0, files.EMPTY_FILE),))))
    head, body = rows[0], rows[1:]
    if len(head.cells) > MOST_COLUMNS:
        width = f"{len(head.cells)} columns"
        return Sheet(faults=(*faults, fault(head.line, files.TOO_MUCH, found=width, limit=f"{MOST_COLUMNS} columns")))
    if not body and not faults:
        faults.append(fault(0, files.EMPTY_FILE))
    columns = columns_of(head.cells, model, table)
    faults += _faults_of_head(columns, body, head.line, model, table)
    readers = _readers(columns)
    if not readers:
        return Sheet(faults=tuple(faults))
    written = [_entry(row, readers, len(columns), faults) for row in body]
    entries = [entry for entry in written if entry is not None]
    if table == "prompts":
        entries, told = prompts_of(entries, columns)
        faults += told
    elif "order" in shapes_of(model) and not any(column.path == ("order",) for column in columns):
        entries = [_numbered(entry, n) for n, entry in enumerate(entries, 1)]
    if table == "budget":
        faults += _currencies(entries, columns)
    names = {_unnumbered(column.path): column.header for column in columns if column.is_known}
    return Sheet(tuple(entries), tuple(faults), names, tuple(_rows_unread(columns, body)))


def _delimiter(text: str, model: type[BaseModel], table: str) -> str:
    """The delimiter by which the first row names most fields: commas in prose cannot mislead it."""

    def fields_named(delimiter: str) -> tuple[int, int]:
        head = next(_parsed(text, delimiter), ())[:MOST_COLUMNS]
        return sum(column.is_known or column.is_left_out for column in columns_of(head, model, table)), len(head)

    return max(_DELIMITERS, key=fields_named)


def _parsed(text: str, delimiter: str) -> Iterator[Sequence[str]]:
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            if any(cell.strip() for cell in row):
                yield row
    except csv.Error:
        return


def _rows(text: str, delimiter: str, faults: list[Fault]) -> list[Row]:
    """Rows that are not blank; a row whose quotes do not close ends them, and is told."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[Row] = []
    line = 1
    try:
        for cells in reader:
            row = Row(line, tuple(cells))
            line = reader.line_num + 1
            if not row.is_blank:
                rows.append(row)
            if len(rows) > MOST_ROWS + 1:
                faults.append(fault(row.line, files.TOO_MUCH, found=f"> {MOST_ROWS} rows", limit=f"{MOST_ROWS} rows"))
                return []
    except csv.Error:
        faults.append(fault(line, files.NOT_CSV))
    return rows


def _faults_of_head(
    columns: Sequence[Column], body: Sequence[Row], line: int, model: type[BaseModel], table: str
) -> Iterator[Fault]:
    read = {number for number, _ in _readers(columns)}
    for number, column in enumerate(columns):
        if column.is_left_out or number in read:
            continue
        if not column.header:
            if any(number < len(row.cells) and row.cells[number].strip() for row in body):
                yield fault(line, fields.WRONG_COLUMN, column=f"#{number + 1}")
        elif column.is_known or column.header in {other.header for other in columns[:number]}:
            yield fault(line, fields.WRONG_COLUMN, column=column.header)
        else:
            yield _unknown(column.header, line, model, table)
    if left_out := [column.header for column in columns if column.is_left_out]:
        yield fault(line, files.COLUMNS_LEFT_OUT, columns=", ".join(dict.fromkeys(left_out)))


def _rows_unread(columns: Sequence[Column], body: Sequence[Row]) -> Iterator[int]:
    """Lines of rows with words in a column that nobody reads: a misspelt `publish` must not publish them."""
    read = {number for number, _ in _readers(columns)}
    unread = [n for n, column in enumerate(columns) if n not in read and not column.is_left_out]
    for row in body:
        if any(row.cells[n].strip() for n in unread if n < len(row.cells)):
            yield row.line


def _unknown(header: str, line: int, model: type[BaseModel], table: str) -> Fault:
    names = list(shapes_of(model))
    if table == "prompts":
        revision = shapes_of(model)["revisions"].item
        assert revision is not None
        assert revision.model is not None
        names += list(shapes_of(revision.model))
    near = nearest(header, names)
    if near:
        return fault(line, fields.UNKNOWN_FIELD_NEAR, record=f"{table}.csv", field=header, nearest=near)
    return fault(line, fields.UNKNOWN_FIELD, record=f"{table}.csv", field=header, fields=", ".join(names))


def _readers(columns: Sequence[Column]) -> list[tuple[int, Column]]:
    """Columns to read, with their numbers: of those that say the same, or a part of the same, the first."""
    found: list[tuple[int, Column]] = []
    for number, column in enumerate(columns):
        if column.is_known and not any(_overlap(column.path, other.path) for _, other in found):
            found.append((number, column))
    return found


def _overlap(one: Path, other: Path) -> bool:
    """Whether one field is the other, or holds it."""
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]


def _entry(row: Row, readers: Sequence[tuple[int, Column]], width: int, faults: list[Fault]) -> Entry | None:
    extra = [cell for cell in row.cells[width:] if cell.strip()]
    if extra or len(row.cells) < width:
        faults.append(fault(row.line, fields.RAGGED_ROW, found=len(row.cells), expected=width))
        return None
    value: dict[str, Value] = {}
    for number, column in readers:
        cell = row.cells[number]
        if not cell.strip() or column.shape is None:
            continue
        if is_spoilt(cell, column.shape):
            faults.append(fault(row.line, fields.SPREADSHEET, column=column.header, found=cell.strip()))
            continue
        _put(value, column.path, value_of(cell, column.shape))
    return Entry.of(value, row.line)


def _put(value: dict[str, Value], path: Path, part: Value) -> None:
    """Sets `path` in `value`, making the maps and lists on the way."""
    here: Value = value
    for step, following in pairwise(path):
        empty: Value = [] if isinstance(following, int) else {}
        if isinstance(step, int):
            assert isinstance(here, list)
            while len(here) <= step:
                here.append({})
            if not here[step]:
                here[step] = empty
            here = here[step]
        else:
            assert isinstance(here, dict)
            here = here.setdefault(step, empty)
    last = path[-1]
    if isinstance(last, int):
        assert isinstance(here, list)
        here += [None] * (last + 1 - len(here))
        here[last] = part
    else:
        assert isinstance(here, dict)
        here[last] = part


def _numbered(entry: Entry, order: int) -> Entry:
    """Without a column for the order, the rows stand in it: tracking systems export them so."""
    assert isinstance(entry.value, dict)
    return replace(entry, value={**entry.value, "order": str(order)})


def _currencies(entries: Sequence[Entry], columns: Sequence[Column]) -> Iterator[Fault]:
    header = next((column.header for column in columns if column.path == ("currency",)), "currency")
    first: tuple[Value, Lines] | None = None
    for entry in entries:
        assert isinstance(entry.value, dict)
        found = entry.value.get("currency")
        if found is None:
            continue
        if first is None:
            first = (found, entry.lines)
        elif found != first[0]:
            line = entry.lines if isinstance(entry.lines, int) else 0
            yield fault(line, fields.DIFFERS, column=header, found=found, before=first[0], first=first[1])


def _unnumbered(path: Path) -> Path:
    """The field of a revision, whichever it is."""
    return tuple(step for n, step in enumerate(path) if not (n == 1 and path[0] == "revisions"))
