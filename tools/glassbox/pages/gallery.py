"""What the pages may show of each medium: a look-up of derivatives that were made before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from glassbox.derivatives import Made, MadeFile
from glassbox.records.archive import MediaKey


@dataclass(frozen=True)
class Gallery:
    """`made` holds what a field of a record names; `texts` the words of documents and captions."""

    made: Mapping[MediaKey, Made] = field(default_factory=dict)
    texts: Mapping[MediaKey, str] = field(default_factory=dict)
    missing: frozenset[MediaKey] = frozenset()
    """Fields whose file is not there."""

    def of(self, record: str, name: str, number: int = 0) -> Made | None:
        return self.made.get(MediaKey(record, name, number))

    def text(self, record: str, name: str, number: int = 0) -> str | None:
        return self.texts.get(MediaKey(record, name, number))

    def files(self) -> Iterator[MadeFile]:
        """Every file to be published, each name once."""
        seen: set[str] = set()
        for made in self.made.values():
            for file in made.files:
                if file.name not in seen:
                    seen.add(file.name)
                    yield file
