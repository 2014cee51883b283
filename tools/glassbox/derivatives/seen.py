"""What files held when they were last read, so that an unchanged one is not read again.

The stat of a file is a hint and never decides alone: change time and inode are part of it, and a file younger than
two seconds is not remembered, because a second change within one tick of the clock would not show.
"""

from __future__ import annotations

import os
import stat
import time
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from blake3 import blake3

from glassbox.derivatives.refusals import Refused
from glassbox.derivatives.sealed import read_sealed, write_sealed

_CHUNK = 1 << 20
_YOUNG_NS = 2_000_000_000


class Stamp(NamedTuple):
    """A file as the system describes it."""

    size: int
    mtime_ns: int
    ctime_ns: int
    inode: int

    @staticmethod
    def of(found: os.stat_result) -> Stamp:
        return Stamp(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)


class Digests(NamedTuple):
    """A tuple, since ten thousand are compared before anything else is done."""

    stamp: Stamp
    blake3: str
    sha256: str


def read_digests(path: Path, most_bytes: int) -> Digests:
    """Read the file once. Raises Refused for what is no plain file, too large, empty, or changing meanwhile."""
    fast, slow = blake3(), sha256()
    try:
        # Non-blocking, so that a named pipe is told apart instead of waited for.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as error:
        raise Refused("MEDIUM_NOT_OPENED", reason=error.strerror or str(error)) from error
    with os.fdopen(handle, "rb", buffering=0) as file:
        before = os.fstat(handle)
        if not stat.S_ISREG(before.st_mode):
            raise Refused("MEDIUM_NO_FILE")
        if before.st_size > most_bytes:
            raise Refused("MEDIUM_TOO_LARGE", reason=f"{before.st_size:,} bytes", most=f"{most_bytes:,} bytes")
        if not before.st_size:
            raise Refused("MEDIUM_EMPTY")
        try:
            while chunk := file.read(_CHUNK):
                fast.update(chunk)
                slow.update(chunk)
        except OSError as error:
            raise Refused("MEDIUM_NOT_OPENED", reason=error.strerror or str(error)) from error
        stamp = Stamp.of(os.fstat(handle))
    if stamp != Stamp.of(before):
        raise Refused("MEDIUM_CHANGED")
    return Digests(stamp, fast.hexdigest(), slow.hexdigest())


def blake3_of(path: Path) -> str:
    """Digest of a file's content. Raises OSError."""
    digest = blake3()
    with path.open("rb", buffering=0) as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


class Seen:
    """The remembered digests, in one sealed file. A lost or damaged one costs time, nothing else."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._rows: dict[str, list[int | str]] = read_sealed(path) or {}
        self._known: dict[str, list[int | str]] = {}

    def digests(self, path: Path | str) -> Digests | None:
        """The digests of the file, where nothing says that it changed."""
        name = os.fspath(path)
        row = self._rows.get(name)
        if row is None:
            return None
        try:
            found = os.stat(name)
        except OSError:
            return None
        if row[:4] != [found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino]:
            return None
        self._known[name] = row
        return Digests(Stamp.of(found), str(row[4]), str(row[5]))

    def remember(self, path: Path | str, digests: Digests) -> None:
        stamp = digests.stamp
        if time.time_ns() - max(stamp.mtime_ns, stamp.ctime_ns) > _YOUNG_NS:
            row: list[int | str] = [stamp.size, stamp.mtime_ns, stamp.ctime_ns, stamp.inode]
            self._known[os.fspath(path)] = [*row, digests.blake3, digests.sha256]

    def save(self) -> None:
        """Keep what was asked for or remembered in this run; other rows are of files that nobody named."""
        if self._known != self._rows:
            write_sealed(self._path, self._known)
            self._rows = dict(self._known)
