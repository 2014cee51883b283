"""Media that a record names of which nothing could be made.

Such a record is left out, but whether it is withheld nobody knows; so what it names is shown by no other record.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import PurePosixPath

from glassbox.loading.binding_film import ID_FIRST
from glassbox.loading.encodings import table_text_of
from glassbox.loading.marks import lines_in
from glassbox.loading.written import Entry, Sheet, Value

_USES = frozenset({"inputs", "footage"})
"""What stands here is used and not owned, as `records.media_cutting` has it."""
_ENCODINGS = ("utf-8", "gb18030", "utf-16-le", "utf-16-be")


@dataclass
class Unread:
    """What was written of records that are not there."""

    names: set[str] = field(default_factory=set)
    """Last parts of what may be paths, in small letters."""
    lines: list[str] = field(default_factory=list)
    """Words of which nobody knows what they are."""
    files: list[bytes] = field(default_factory=list)
    """Whole files of which nothing could be read."""

    def add_record(self, entry: Entry) -> None:
        """A record that was refused."""
        self.names.update(_small(word.replace("\\", "/").strip().rpartition("/")[2]) for word in _words(entry.value))

    def add_file(self, sheet: Sheet, data: bytes) -> None:
        """A file with faults of its own: the lines of which something was lost, or all of it."""
        if not sheet.entries:
            self.files.append(data.lower())
            return
        lines = _small(table_text_of(data)).split("\n")
        starts = [min(lines_in(entry.lines)) - 1 for entry in sheet.entries]
        lost = [(0, min(starts))]  # the head of a table, and rows before the first that is one
        for start, entry in zip(starts, sheet.entries, strict=True):
            if not entry.is_whole:
                lost.append((start, min((other for other in starts if other > start), default=len(lines))))
        self.lines += ["\n".join(lines[start:end]) for start, end in lost]

    def owned(self, media: Iterable[str], faulty: frozenset[str]) -> frozenset[str]:
        """Of `media`, paths of files that such a record may own; `faulty` are the ids of those that are known."""
        if not (self.names or self.lines or self.files or faulty):
            return frozenset()
        return frozenset(path for path in set(media) if self._may_own(PurePosixPath(path).name, faulty))

    def _may_own(self, name: str, faulty: frozenset[str]) -> bool:
        begins = ID_FIRST.match(name)
        known = [_small(name), *([begins[0].lower()] if begins else [])]
        if known[0] in self.names or (begins and begins[0] in faulty):
            return True
        if any(each in line for line in self.lines for each in known):
            return True
        spelt = [each.encode(encoding, "ignore") for each in known for encoding in _ENCODINGS]
        return any(each in data for data in self.files for each in spelt)


def _small(text: str) -> str:
    return unicodedata.normalize("NFC", text).lower()


def _words(value: Value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        yield from chain.from_iterable(map(_words, value))
    elif isinstance(value, dict):
        yield from chain.from_iterable(_words(part) for name, part in value.items() if name not in _USES)
