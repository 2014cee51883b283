"""Files that a record brings along: a clip, a picture or a sound, or a document in words."""

from __future__ import annotations

from dataclasses import dataclass

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
    """One of the two; never both."""

    clip: Clip | None = None
    document: Document | None = None

    @property
    def is_picture(self) -> bool:
        """Whether it is seen at once, without being played."""
        return self.clip is not None and self.clip.poster is not None and not self.clip.play


def enclosure(
    reader: Reader, key: MediaKey, alt: str, source_type: SourceType | None = None, *, sizes: str = "100vw"
) -> Enclosure | None:
    """What the file of a record shows; None where the record names none."""
    made, text = reader.exhibit.gallery.made.get(key), reader.exhibit.gallery.texts.get(key)
    if text is not None or (made and made.facts and made.facts.kind is Kind.DOCUMENT and not made.problems):
        return Enclosure(document=_document(made, text or ""))
    clip = clip_of(reader, key, alt, source_type, sizes=sizes)
    return Enclosure(clip=clip) if clip else None


def _document(made: Made | None, text: str) -> Document:
    facts = made.facts if made else None
    return Document(text, _size(facts.bytes) if facts else "", facts.sha256 if facts else "")


def _size(count: int) -> str:
    """`812 B`, `12.3 kB`, `4.0 MB`."""
    if count < 1000:
        return f"{count} B"
    return f"{count / 1000:.1f} kB" if count < 1_000_000 else f"{count / 1_000_000:.1f} MB"
