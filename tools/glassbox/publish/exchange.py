"""Puts a finished tree in the place of the published one in one step, and keeps the old one."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from enum import StrEnum
from pathlib import Path

from glassbox.publish.folder import make_folder, remove

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2  # <fcntl.h>, <linux/fs.h>
_CANNOT = frozenset([errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM])


class How(StrEnum):
    """What became of a staged tree."""

    FIRST = "first"
    EXCHANGED = "exchanged"
    TWO_RENAMES = "two renames"
    UNCHANGED = "unchanged"
    ABANDONED = "abandoned"


def exchange(stage: Path, site: Path, previous: Path) -> How:
    """`stage` becomes `site`; the old `site` becomes `previous`. All three lie on one file system."""
    make_folder(site.parent)
    to_disk(stage)
    if not site.exists():
        os.rename(stage, site)
        how = How.FIRST
    elif _exchanged(stage, site):
        remove(previous)
        os.rename(stage, previous)
        how = How.EXCHANGED
    else:
        remove(previous)
        os.rename(site, previous)  # a crash after this line is what `recover` mends
        os.rename(stage, site)
        how = How.TWO_RENAMES
    for folder in {site.parent, previous.parent}:
        _sync_folder(folder)
    return how


def recover(site: Path, previous: Path) -> bool:
    """After a crash between two renames no site is there: the last good one goes back. Says whether it did."""
    if site.exists() or site.is_symlink() or not previous.is_dir() or previous.is_symlink():
        return False
    os.rename(previous, site)
    return True


def to_disk(folder: Path) -> None:
    """Everything written so far is on the disk when this returns, so that no exchange outlives its bytes."""
    if sys.platform == "win32":
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            # One call for the file system: a call a file would take minutes for thousands of pages.
            if ctypes.CDLL(None, use_errno=True).syncfs(descriptor) == 0:
                return
        finally:
            os.close(descriptor)
    except (AttributeError, OSError):
        pass  # not Linux: the call below does it for every disk
    os.sync()


def _exchanged(one: Path, other: Path) -> bool:
    """True when both names were exchanged in one step, False where the system or its disk cannot."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    if renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in _CANNOT:
        return False
    raise OSError(code, os.strerror(code), str(one), None, str(other))


def _sync_folder(folder: Path) -> None:
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
