"""How a record is cited: one plain line, and its lasting address."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from glassbox.pages.reader import Reader


@dataclass(frozen=True)
class Citation:
    words: str
    """Writers, title, id, film, archive, day, address; and that it is a specimen, where it is one."""
    address: str
    """Public URL, with the place on the page."""


def citation_of(
    address: str, anchor: str, reader: Reader, *, writers: Iterable[str], said: Iterable[str], specimen: bool
) -> Citation:
    """`said` are the parts between writers and address, in their order; empty ones are left out."""
    archive = reader.exhibit.archive
    url = reader.exhibit.addresses.canonical(reader.lang, address) + (f"#{anchor}" if anchor else "")
    parts = [", ".join(writers), *said, reader.words(archive.site.title), url]
    words = ". ".join(part for part in parts if part)
    return Citation(f"{words} ({reader.phrase('specimen')})" if specimen else words, url)
