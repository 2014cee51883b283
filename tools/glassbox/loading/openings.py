"""Opens files of content/, and nothing else: no link that leads out, no pipe, no device, nothing too large."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from glassbox.loading.written import Fault, fault
from glassbox.problems.codes import files

MOST_BYTES = 8 << 20
"""A record is words; whatever is larger belongs among the media."""


class Refused(Exception):
    """A file or folder that is not opened; the fault says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


def bytes_of(path: str, content: Path) -> bytes:
    """All bytes of a file that lies in `content` (already resolved). Raises Refused."""
    _check_inside(path, content)
    try:
        # O_NONBLOCK: opening a pipe that nobody writes to would wait for ever.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        try:
            return _read(handle)
        finally:
            os.close(handle)
    except OSError as error:
        raise Refused(fault(0, files.UNREADABLE, reason=error.strerror or "?")) from error


def _read(handle: int) -> bytes:
    found = os.fstat(handle)
    if not stat.S_ISREG(found.st_mode):
        raise Refused(fault(0, files.UNREADABLE, reason=_kind(found.st_mode)))
    if found.st_size > MOST_BYTES:
        size = f"{found.st_size / (1 << 20):.1f} MB"
        raise Refused(fault(0, files.TOO_MUCH, found=size, limit=f"{MOST_BYTES >> 20} MB"))
    parts = []
    left = MOST_BYTES
    while left and (part := os.read(handle, left)):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def names_in(folder: Path, content: Path) -> list[os.DirEntry[str]]:
    """What lies in a folder, by name. Raises Refused where it is none, or leads out."""
    _check_inside(folder, content)
    try:
        with os.scandir(folder) as found:
            return sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        raise Refused(fault(0, files.UNREADABLE, reason=error.strerror or "?")) from error


def _check_inside(path: str | Path, content: Path) -> None:
    if not os.path.islink(path):
        return  # folders above were checked when they were listed
    try:
        real = Path(path).resolve(strict=True)
    except (OSError, RuntimeError) as error:
        raise Refused(fault(0, files.LEADS_OUT)) from error
    if not real.is_relative_to(content):
        raise Refused(fault(0, files.LEADS_OUT))


def _kind(mode: int) -> str:
    kinds = {stat.S_IFIFO: "FIFO", stat.S_IFSOCK: "socket", stat.S_IFDIR: "folder", stat.S_IFCHR: "device"}
    return kinds.get(stat.S_IFMT(mode), "special file")
