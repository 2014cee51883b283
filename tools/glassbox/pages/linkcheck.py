"""Judges a finished tree: every link of every page, style sheet and site map leads to a file that is there.

Reading a page is separate from resolving it, so that a page whose bytes did not change is not read again.
"""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

from glassbox.pages.asking import READABLE, Memory, Reading
from glassbox.pages.tags import ATTRIBUTE
from glassbox.problems import Code, Place, Problem, problem
from glassbox.problems.codes.publishing import (
    ABSOLUTE_LINK,
    DEAD_ANCHOR,
    DEAD_LINK,
    FOLDER_LINK,
    FOREIGN_SOURCE,
    INLINE_CODE,
)

NOT_FOUND = "404.html"
"""Served by a host at any depth, so its links begin at the site's base path; elsewhere none may."""


def check(tree: Path | Mapping[str, bytes | Path], *, base_url: str = "", cache: Path | None = None) -> list[Problem]:
    """Every fault of the links of a finished tree, by file.

    `tree` is a folder, or the bytes or file of each path. A link into the site that is written as a public URL
    (`base_url` before it) is followed too. `cache` is a file that keeps what was read of each page, by its bytes.
    """
    memory = Memory(cache)
    readings = {path: memory.reading(path, data) for path, data in _files(tree)}
    memory.keep()
    files = frozenset(tree) if isinstance(tree, Mapping) else frozenset(path for path, _ in _names(tree))
    judge = _Judge(files, _folders(files), readings, base_url.rstrip("/") + "/" if base_url else "")
    found: list[Problem] = []
    for path, reading in readings.items():
        faults = [(code, quoted, facts) for code, quoted, facts in judge.faults(path, reading)]
        if faults:
            text = _text(tree, path)
            found += [problem(Place(path, _line(text, quoted)), code, **facts) for code, quoted, facts in faults]
    return found


@dataclass(frozen=True)
class _Judge:
    files: frozenset[str]
    folders: frozenset[str]
    readings: Mapping[str, Reading]
    base_url: str

    def faults(self, here: str, reading: Reading) -> Iterator[tuple[Code, str, dict[str, str]]]:
        """(code, what to look for in the file, facts)."""
        for found in reading.inline:
            yield INLINE_CODE, found.split('"')[0], {"found": found}
        folder = posixpath.dirname(here)
        for kind, attribute, value in reading.asks:
            yield from self._fault(here, folder, kind, attribute, value.strip())

    def _fault(
        self, here: str, folder: str, kind: str, attribute: str, value: str
    ) -> Iterator[tuple[Code, str, dict[str, str]]]:
        if kind != "source" or "://" in value:
            if self.base_url and value.startswith(self.base_url):
                yield from self._public(attribute, value)
                return
            if kind == "public":
                return
        if ":" in value or value.startswith("//"):
            url = urlsplit(value)
            if url.scheme or url.netloc:
                yield from _outward(kind, attribute, value, url.scheme)
                return
        path, _, fragment = value.partition("#")
        path = path.partition("?")[0]
        if path.startswith("/"):
            base = urlsplit(self.base_url).path or "/"
            if here != NOT_FOUND or not path.startswith(base):
                yield ABSOLUTE_LINK, value, {"link": value}
                return
            there = unquote(path.removeprefix(base))
        elif not path:
            there = here
        else:
            there = posixpath.normpath(posixpath.join(folder, unquote(path)))
        yield from self._there(attribute, value, there, unquote(fragment), path.endswith("/"))

    def _there(
        self, attribute: str, value: str, there: str, fragment: str, names_folder: bool
    ) -> Iterator[tuple[Code, str, dict[str, str]]]:
        if names_folder or there in self.folders:
            cure = posixpath.join(value.partition("#")[0].partition("?")[0], "index.html")
            yield FOLDER_LINK, value, {"link": value, "cure": cure}
        elif there not in self.files:
            yield DEAD_LINK, value, {"attribute": attribute, "link": value, "there": there}
        elif fragment and not self._has(there, fragment):
            yield DEAD_ANCHOR, value, {"link": value, "anchor": fragment, "there": there}

    def _public(self, attribute: str, value: str) -> Iterator[tuple[Code, str, dict[str, str]]]:
        path, _, fragment = value.removeprefix(self.base_url).partition("#")
        there = unquote(path.partition("?")[0])
        if not there or there.endswith("/"):
            there += "index.html"
        if there not in self.files:
            yield DEAD_LINK, value, {"attribute": attribute, "link": value, "there": there}
        elif fragment and not self._has(there, unquote(fragment)):
            yield DEAD_ANCHOR, value, {"link": value, "anchor": fragment, "there": there}

    def _has(self, there: str, fragment: str) -> bool:
        """Pages and drawings have anchors; in other files a fragment means a moment or a part, which none can miss."""
        if not there.endswith((".html", ".svg")) or fragment == "top":
            return True
        return fragment in self.readings[there].ids


def _outward(kind: str, attribute: str, value: str, scheme: str) -> Iterator[tuple[Code, str, dict[str, str]]]:
    allowed = ("http", "https", "mailto", "tel") if kind == "link" else ("data",)
    if scheme not in allowed:
        yield FOREIGN_SOURCE, value, {"attribute": attribute, "link": value}


def _files(tree: Path | Mapping[str, bytes | Path]) -> Iterator[tuple[str, bytes]]:
    for path, data in sorted(tree.items()) if isinstance(tree, Mapping) else _names(tree):
        if path.endswith(READABLE):
            yield path, data.read_bytes() if isinstance(data, Path) else data


def _names(folder: Path) -> Iterator[tuple[str, Path]]:
    for parent, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            file = Path(parent, name)
            yield file.relative_to(folder).as_posix(), file


def _folders(files: frozenset[str]) -> frozenset[str]:
    found: set[str] = {"."}
    for path in files:
        parent = posixpath.dirname(path)
        while parent and parent not in found:
            found.add(parent)
            parent = posixpath.dirname(parent)
    return frozenset(found)


def _text(tree: Path | Mapping[str, bytes | Path], path: str) -> str:
    data = tree[path] if isinstance(tree, Mapping) else tree / path
    return (data.read_bytes() if isinstance(data, Path) else data).decode("utf-8", "replace")


def _line(text: str, quoted: str) -> int:
    """Line of the first tag that says so; 0 where it is written otherwise than it reads."""
    at = text.find(quoted)
    if at < 0:
        for hit in ATTRIBUTE.finditer(text):
            if hit[2] and unescape(hit[2].strip("\"'")) == quoted:
                at = hit.start()
                break
    return text.count("\n", 0, at) + 1 if at >= 0 else 0
