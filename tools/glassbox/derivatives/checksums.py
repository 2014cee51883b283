"""The SHA-256 of an original, for records that are bound or checked by it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from glassbox.derivatives.refusals import Refused
from glassbox.derivatives.seen import read_digests
from glassbox.derivatives.store import Store


def sha256_by(store: Store, *, read: bool, most_bytes: int = 1 << 42) -> Callable[[Path], str | None]:
    """A function from a file to its SHA-256 in hexadecimal, or None.

    Without `read` only what the store remembers of unchanged files counts, and no medium is opened.
    """
    seen = store.seen()

    def sha256_of(path: Path) -> str | None:
        if (known := seen.digests(path)) is not None:
            return known.sha256
        if not read:
            return None
        try:
            return read_digests(path, most_bytes).sha256
        except Refused:
            return None  # told when its derivatives are made

    return sha256_of
