"""Every word that a published index holds, read back from its bytes."""

from __future__ import annotations

import base64
import json
import re
import zlib
from collections.abc import Iterator
from pathlib import Path

_SCRIPT = re.compile(r'gb\("([^"]*)","([^"]*)"\)')


def words_of_index(site: Path) -> str:
    """Terms, words, and all that hits show, a line each."""
    return "\n".join(words for file in sorted((site / "search").glob("*.js")) for words in _words(file))


def words_of_file(file: Path) -> str:
    """The same of one file; words that are kept from their end come as they are kept."""
    name = file.stem
    return "\n".join(_list(_data(file)) if name[0] == "b" else _words(file))


def shown_by_index(site: Path) -> Iterator[tuple[str, str]]:
    """(address, all that a hit shows, as JSON) of every document."""
    for file in sorted((site / "search").glob("d*.js")):
        for shown in json.loads(_data(file)).values():
            yield shown[1], json.dumps(shown, ensure_ascii=False)


def _data(file: Path) -> bytes:
    found = _SCRIPT.fullmatch(file.read_text("utf-8"))
    assert found is not None, file
    assert found[1] == file.stem
    return zlib.decompress(base64.b64decode(found[2]), -15)


def _words(file: Path) -> Iterator[str]:
    name, data = file.stem, _data(file)
    if name[0] == "t":
        yield from _terms(data)
    elif name[0] in "wb":
        yield from (word[:: -1 if name[0] == "b" else 1] for word in _list(data))
    else:  # JSON, at least at its beginning or end
        yield data.decode("utf-8", "replace")


class _Reader:
    def __init__(self, data: bytes) -> None:
        self.data, self.at, self.word = data, 0, b""

    def varint(self) -> int:
        number = shift = 0
        while True:
            byte = self.data[self.at]
            self.at += 1
            number |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return number

    def shared(self) -> str:
        size = self.varint()
        more = size & 7 if size & 7 < 7 else self.varint() + 7
        self.word = self.word[: size >> 3] + self.data[self.at : self.at + more]
        self.at += more
        return self.word.decode()


def _terms(data: bytes) -> Iterator[str]:
    reader = _Reader(data)
    for _ in range(reader.varint()):
        yield reader.shared()
        head = reader.varint()
        for _ in range((head & 1) + bool(head & 2) * (1 + (head & 1))):
            reader.varint()


def _list(data: bytes) -> Iterator[str]:
    reader = _Reader(data)
    while reader.at < len(data):
        yield reader.shared()
