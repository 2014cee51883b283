"""Digests of bytes, files and code: what decides whether something is kept."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path


def digest_of(data: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def file_digest(file: Path) -> str:
    """SHA-256 of a regular file; empty where there is none. A link is no file, and is not followed."""
    try:
        descriptor = os.open(file, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except OSError:
        return ""
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            return ""
        with open(descriptor, "rb", closefd=False) as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()
    finally:
        os.close(descriptor)


def files_digest(files: Iterable[tuple[str, Path]]) -> str:
    """Of names and contents together; the order of `files` is no part of it."""
    total = hashlib.sha256()
    for name, file in sorted(files):
        total.update(f"{name}\0{file_digest(file)}\n".encode())
    return total.hexdigest()


@lru_cache
def code_digest(*packages: str) -> str:
    """Of the source files of packages, such as `glassbox.pages`: a changed line of code makes its pages anew."""
    found: list[tuple[str, Path]] = []
    for package in packages:
        spec = find_spec(package)
        for folder in (spec.submodule_search_locations if spec else None) or ():
            found += [(f"{package}/{f.relative_to(folder).as_posix()}", f) for f in Path(folder).rglob("*.py")]
    return files_digest(found)
