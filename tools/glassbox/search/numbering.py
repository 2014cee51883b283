"""Numbers for documents, so chosen that lengths need not be written down one by one.

Documents stand by kind, then by the length of their text and title. Lengths are thereby a short list of runs, from
which the browser computes every weight exactly as lunr does, and a document's number alone tells its kind. Each run
has a few places more than documents, and a document's place in it comes from its own id: who comes, goes or grows
moves as few others as can be, and most shards of the index keep their bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import groupby


@dataclass(frozen=True, order=True)
class Measure:
    """By what documents are put in order."""

    kind: int
    """Place of the kind among all kinds."""
    text: int
    """Tokens in its text."""
    title: int
    """Tokens in its titles."""


@dataclass(frozen=True)
class Run:
    """Places that follow each other, for documents of one measure."""

    measure: Measure
    places: int


@dataclass(frozen=True)
class Numbers:
    of: tuple[int, ...]
    """The number of each document, in the order in which they were given."""
    runs: tuple[Run, ...]
    places: int
    """One more than the largest number that a document can have."""


def numbers_of(ids: Sequence[str], measures: Sequence[Measure]) -> Numbers:
    """One number a document. The same documents get the same numbers in whatever order they come."""
    found = [0] * len(ids)
    runs: list[Run] = []
    first = 0
    ranked = sorted(range(len(ids)), key=lambda at: (measures[at], _spread(ids[at]), ids[at]))
    for measure, group in groupby(ranked, key=measures.__getitem__):
        members = list(group)
        run = Run(measure, places_for(len(members)))
        for at, place in zip(members, _places([_spread(ids[at]) for at in members], run.places), strict=True):
            found[at] = first + place
        runs.append(run)
        first += run.places
    return Numbers(tuple(found), tuple(runs), first)


def places_for(count: int) -> int:
    """1, 2, 3, 4, 6, 8, 12, 16, 24 …: rarely another number when one document comes or goes."""
    places = 1
    while places < count:
        places = places * 4 // 3 if places % 3 == 0 else max(places + 1, places * 3 // 2)
    return places


def _places(spread: Iterable[int], places: int) -> list[int]:
    """Rising places, each as near to a document's own as the others leave it."""
    wanted = [share * places >> 32 for share in spread]
    found, last = [], -1
    for at, place in enumerate(wanted):
        last = min(max(place, last + 1), places - (len(wanted) - at))
        found.append(last)
    return found


def _spread(name: str) -> int:
    """Where between 0 and 2**32 a document would stand if it were alone."""
    return int.from_bytes(blake2b(name.encode(), digest_size=4).digest(), "big")
