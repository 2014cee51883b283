"""Files that a record brings along: a clip, a picture or a sound, or a document in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count

from glassbox.derivatives import Kind, Made
from glassbox.pages.reader import Reader
from glassbox.pages.views.clips import Clip, clip_of
from glassbox.records.archive import MediaKey
from glassbox.records.terms import SourceType


@dataclass(frozen=True)
class Document:
    text: str
    """Its words; empty where it is not plain text."""
    size: str
    sha256: str


@dataclass(frozen=True)
class Enclosure:
    """A clip or a document; never both."""

    clip: Clip | None = None
    document: Document | None = None
    pages: tuple[Clip, ...] = ()
    """Of a file of several pages, those after the first."""

    @property
    def is_picture(self) -> bool:
        """Whether it is seen at once, without being played."""
        return self.clip is not None and self.clip.poster is not None and not self.clip.play

    @property
    def is_film(self) -> bool:
        """Whether it plays, and how long is known."""
        return self.clip is not None and bool(self.clip.play and self.clip.seconds)


def enclosure(
    reader: Reader, key: MediaKey, alt: str, source_type: SourceType | None = None, *, sizes: str = "100vw"
) -> Enclosure | None:
    """What the file of a record shows; None where the record names none."""
    made, text = reader.exhibit.gallery.made.get(key), reader.exhibit.gallery.texts.get(key)
    if text is not None or (made and made.facts and made.facts.kind is Kind.DOCUMENT and not made.problems):
        return Enclosure(document=_document(made, text or ""))
    clip = clip_of(reader, key, alt, source_type, sizes=sizes)
    return Enclosure(clip=clip, pages=tuple(_pages(reader, key, alt, source_type, sizes))) if clip else None


def _pages(reader: Reader, key: MediaKey, alt: str, source_type: SourceType | None, sizes: str) -> Iterator[Clip]:
    for number in count(key.number + 1):
        page = replace(key, number=number)
        if page not in reader.exhibit.gallery.made:
            return
        if clip := clip_of(reader, page, f"{alt}, {number + 1}", source_type, sizes=sizes):
            yield clip


def _document(made: Made | None, text: str) -> Document:
    facts = made.facts if made else None
    return Document(text, _size(facts.bytes) if facts else "", facts.sha256 if facts else "")


def _size(size: int) -> str:
    """`812 B`, `12.3 kB`, `4.0 MB`."""
    if size < 1000:
        return f"{size} B"
    return f"{size / 1000:.1f} kB" if size < 1_000_000 else f"{size / 1_000_000:.1f} MB"
