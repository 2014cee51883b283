"""The name that an author probably meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def nearest(word: str, names: Iterable[str]) -> str | None:
    """The one of `names` most like `word`, whatever its case; None where none is like it."""
    by_folded: dict[str, str] = {}
    for name in names:
        by_folded.setdefault(name.casefold(), name)
    hits = difflib.get_close_matches(word.strip().casefold()[:80], by_folded, n=1, cutoff=0.6)
    return by_folded[hits[0]] if hits else None
