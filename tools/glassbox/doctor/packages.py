"""Compares the packages that are installed with those that the lock names."""

from __future__ import annotations

import importlib.metadata
import re
from dataclasses import dataclass
from pathlib import Path

PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)\s*(;?)")


@dataclass(frozen=True)
class Pin:
    """One line of a lock file."""

    name: str
    version: str
    everywhere: bool
    """False where only some systems need it; then its absence says nothing."""


def pins(lock: Path) -> list[Pin]:
    """The packages that a lock file names, in its order."""
    found = (PIN.match(line) for line in lock.read_text(encoding="utf-8").splitlines())
    return [Pin(pin[1], pin[2], everywhere=not pin[3]) for pin in found if pin]


def strangers(lock: Path) -> list[str]:
    """What is installed otherwise than the lock says: `pillow 12.3 (lock: 13.0.0)`, `nh3 (missing)`."""
    told = []
    for pin in pins(lock):
        try:
            here = importlib.metadata.version(pin.name)
        except importlib.metadata.PackageNotFoundError:
            if pin.everywhere:
                told.append(f"{pin.name} (missing, lock: {pin.version})")
            continue
        if here != pin.version:
            told.append(f"{pin.name} {here} (lock: {pin.version})")
    return told
