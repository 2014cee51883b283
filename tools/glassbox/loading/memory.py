"""Remembers what each file said, by the digest of its bytes, so that a second look costs next to nothing.

What is remembered is plain text and lines, never a record: records are made and checked anew each time. The key
holds the digest of this code and of the libraries it leans on, so that a new reading never meets an old memory.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from glassbox.loading.layout import Form, Table
from glassbox.loading.sealed import read_sealed, write_sealed
from glassbox.loading.sheets import sheet_of
from glassbox.loading.written import Entry, Fault, Sheet


def digest_of(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=20).hexdigest()


class Memory:
    """The sheets of one folder's files. Without a path it remembers nothing."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._known: dict[str, Any] = read_sealed(path) or {} if path is not None else {}
        self._used: dict[str, Any] = {}
        self._is_new = False

    def sheet(self, data: bytes, digest: str, table: Table, form: Form) -> Sheet:
        """`sheet_of` the data, remembered by their digest or made."""
        if self._path is None:
            return sheet_of(data, table, form)
        key = f"{table.name}.{form}.{digest}"
        kept = self._known.get(key)
        if kept is None:
            sheet = sheet_of(data, table, form)
            self._used[key] = _plain(sheet)
            self._is_new = True
            return sheet
        self._used[key] = kept
        return _sheet(kept)

    def keep(self) -> None:
        """Writes what was used, and only that, where it is not what was read. A full disk costs the memory alone."""
        if self._path is not None and (self._is_new or len(self._used) != len(self._known)):
            write_sealed(self._path, self._used)


def _plain(sheet: Sheet) -> list[Any]:
    return [
        [[entry.value, entry.folded, entry.is_whole] for entry in sheet.entries],
        [fault.plain() for fault in sheet.faults],
        [[list(path), header] for path, header in sheet.columns.items()],
    ]


def _sheet(plain: list[Any]) -> Sheet:
    entries, faults, columns = plain
    return Sheet(
        tuple(Entry(value, folded, is_whole) for value, folded, is_whole in entries),
        tuple(Fault.from_plain(fault) for fault in faults),
        {tuple(path): header for path, header in columns},
    )
