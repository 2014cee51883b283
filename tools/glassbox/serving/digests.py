"""Reads a tree's SHA256SUMS, once as long as it stays the same file."""

from __future__ import annotations

import os
import re
from io import BufferedReader

_LINE = re.compile(r"^\\?([0-9a-f]{64}) [ *](?:\./)?(.+)$")
_read: dict[tuple[int, int, int, int], dict[str, str]] = {}


def digests_of(sums: BufferedReader) -> dict[str, str]:
    """Path in the tree -> SHA-256, from an open SHA256SUMS file."""
    status = os.fstat(sums.fileno())
    key = (status.st_dev, status.st_ino, status.st_mtime_ns, status.st_size)
    if (known := _read.get(key)) is not None:
        return known
    lines = sums.read().decode("utf-8", "replace").splitlines()
    found = {line[2]: line[1] for line in map(_LINE.match, lines) if line}
    _read.clear()  # of the trees of the past, none is asked for again
    _read[key] = found
    return found
