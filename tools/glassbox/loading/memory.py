"""Remembers what each file said, by the digest of its bytes, so that a second look costs next to nothing.

What is remembered is plain text and lines, never a record: records are made and checked anew each time. The key
holds the digest of this code and of the libraries it leans on, so that a new reading never meets an old memory.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import pydantic
import yaml

from glassbox.loading.layout import Form, Table
from glassbox.loading.sheets import sheet_of
from glassbox.loading.written import Entry, Fault, Sheet


class Memory:
    """The sheets of one folder's files. Without a path it remembers nothing."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._known: dict[str, Any] = _read(path) if path is not None else {}
        self._used: dict[str, Any] = {}
        self._is_new = False

    def sheet(self, data: bytes, table: Table, form: Form) -> Sheet:
        """`sheet_of` its arguments, remembered or made."""
        if self._path is None:
            return sheet_of(data, table, form)
        key = f"{table.name}.{form}.{hashlib.blake2b(data, digest_size=20).hexdigest()}"
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
            with suppress(OSError):
                _write(self._path, self._used)


@cache
def code_digest() -> str:
    """A digest of the code that reads files, and of the versions of what it leans on."""
    here = Path(__file__).parent
    package = here.parent
    sources = sorted([*here.glob("*.py"), *(package / "records").glob("*.py"), *(package / "problems").rglob("*.py")])
    found = hashlib.blake2b(digest_size=20)
    for source in sources:
        found.update(source.name.encode() + b"\0" + source.read_bytes() + b"\0")
    versions = (sys.version, pydantic.VERSION, yaml.__version__, str(getattr(yaml, "__with_libyaml__", "")))
    found.update("\n".join(versions).encode())
    return found.hexdigest()


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


def _read(path: Path) -> dict[str, Any]:
    """What the file remembers; nothing where it is absent, damaged, or of other code."""
    try:
        head, _, body = path.read_bytes().partition(b"\n")
    except OSError:
        return {}
    if head.decode("ascii", "replace") != _head(body):
        return {}
    found = json.loads(body)
    assert isinstance(found, dict)
    return found


def _write(path: Path, known: dict[str, Any]) -> None:
    body = json.dumps(known, ensure_ascii=False, separators=(",", ":")).encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, aside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(_head(body).encode() + b"\n" + body)
        os.replace(aside, path)
    except OSError:
        os.unlink(aside)
        raise


def _head(body: bytes) -> str:
    return f"{code_digest()} {hashlib.blake2b(body, digest_size=20).hexdigest()}"
