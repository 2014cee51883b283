"""The way from one text to the next, made once for all pages and languages that show it."""

from __future__ import annotations

from functools import lru_cache

from glassbox.pages.trail import Run, difference


@lru_cache(maxsize=4096)
def difference_of(before: str, after: str) -> tuple[Run, ...]:
    return tuple(difference(before, after))
