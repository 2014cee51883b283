"""What the archive's disk can do: how much room it has, whether trees can be exchanged and files linked on it."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

AT_FDCWD, RENAME_EXCHANGE = -100, 2  # <fcntl.h>, <linux/fs.h>


@dataclass(frozen=True)
class Disk:
    free_bytes: int
    exchanges: bool
    """Two folders change places in one step (Linux, renameat2). Else a publish is two renames."""
    links: bool
    """Files may have two names. Else staging copies them."""


def disk_of(root: Path) -> Disk:
    """Tries it out in the archive's work folder. Raises OSError where that cannot be written."""
    work = root / ".glassbox"
    work.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=work, prefix="doctor-") as scratch:
        here = Path(scratch)
        return Disk(shutil.disk_usage(here).free, _exchanges(here), _links(here))


def _links(here: Path) -> bool:
    (here / "one").write_bytes(b"1")
    try:
        os.link(here / "one", here / "two")
    except OSError:
        return False
    return (here / "one").samefile(here / "two")


def _exchanges(here: Path) -> bool:
    if sys.platform != "linux":
        return False
    old, new = here / "old", here / "new"
    old.mkdir()
    (new / "inside").mkdir(parents=True)
    try:
        rename = ctypes.CDLL(None).renameat2
    except AttributeError:  # a C library older than 2018
        return False
    code = rename(AT_FDCWD, os.fsencode(old), AT_FDCWD, os.fsencode(new), RENAME_EXCHANGE)
    return bool(code == 0 and (old / "inside").exists())
