"""Names of published files that every disk and server can carry."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator

from glassbox.problems import Place, Problem, problem
from glassbox.problems.codes.publishing import NOT_PORTABLE
from glassbox.records.terms import RESERVED_NAMES

_SEGMENT = re.compile(r"[A-Za-z0-9_@+][A-Za-z0-9._@+-]*")
_DOTTED = frozenset([".nojekyll", ".htaccess", ".well-known"])
LONGEST_SEGMENT, LONGEST_PATH = 100, 200  # 260 on Windows, of which the folder of the archive needs some


def unportable(paths: Iterable[str]) -> Iterator[Problem]:
    """Paths that a tree would refuse, told beforehand: their names come from what authors wrote.

    A name is told once, by the first of the paths that it is part of.
    """
    known: dict[str, str] = {}
    told: set[str] = set()
    for path in sorted(paths):
        other = known.setdefault(path.lower(), path)
        name = fault_of(path) or (other if other != path else "")
        if name and name not in told:
            told.add(name)
            yield problem(Place(path), NOT_PORTABLE, path=path, name=name)


def fault_of(path: str) -> str:
    """The part of a path that would not survive FAT, Windows, a shell or a URL; empty where there is none."""
    if len(path) > LONGEST_PATH or path != posixpath.normpath(path):
        return f"{path} ({len(path)} > {LONGEST_PATH})"
    for segment in path.split("/"):
        plain = _SEGMENT.fullmatch(segment) and not segment.endswith(".") and len(segment) <= LONGEST_SEGMENT
        if (not plain and segment not in _DOTTED) or segment.split(".")[0].upper() in RESERVED_NAMES:
            return segment or path
    return ""
