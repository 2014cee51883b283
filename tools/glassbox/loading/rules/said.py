"""Whatever an archive says, record by record, for rules that read every word."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain

from glassbox.records.archive import Archive
from glassbox.records.base import Part
from glassbox.records.references import entries
from glassbox.records.walk import Loc, glance, words


@dataclass(frozen=True)
class Said:
    full_id: str
    part: Part
    all: str
    """Every word of it in one string, for a first look."""
    languages: frozenset[tuple[str, ...]]
    """Of its Texts that are given by language, each combination once."""

    @classmethod
    def of(cls, full_id: str, part: Part) -> Said:
        seen = glance(part)
        return cls(full_id, part, seen.words, seen.texts)

    def words(self) -> Iterator[tuple[Loc, str]]:
        """Each string and the way to it; `film.credits.2.role.zh` is `("credits", 1, "role", "zh")`."""
        return words(self.part)


def said(archive: Archive, is_wanted: Callable[[str], bool] = lambda full_id: True) -> Iterator[Said]:
    """The site, every record, and what was withdrawn; of these, the ones that are wanted."""
    parts: Iterator[tuple[str, Part]] = chain(
        [("site", archive.site)],
        ((entry.full_id, entry.record) for entry in entries(archive)),
        ((f"retired/{retired.id}", retired) for retired in archive.retired),
    )
    for full_id, part in parts:
        if is_wanted(full_id):
            yield Said.of(full_id, part)
