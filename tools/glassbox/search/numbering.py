"""Numbers for documents, so chosen that lengths need not be written down one by one.

Documents stand by kind, then by the length of their text and title. Lengths are thereby a short list of runs, from
which the browser computes every weight exactly as lunr does, and a document's number alone tells its kind.

There are more places than documents, and a document's place comes from its own id: who comes, goes or grows moves few
others, so that most shards keep their bytes. Texts of one length share a *page*, whose places are a power of two: pages
after it move only when it has to double.
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
    for _, page in groupby(ranked, key=lambda at: (measures[at].kind, measures[at].text)):
        held = [(measure, list(group)) for measure, group in groupby(page, key=measures.__getitem__)]
        places = [places_for(len(members)) for _, members in held]
        places[-1] += (1 << (sum(places) - 1).bit_length()) - sum(places)
        for (measure, members), room in zip(held, places, strict=True):
            for at, place in zip(members, _places([_spread(ids[at]) for at in members], room), strict=True):
                found[at] = first + place
            runs.append(Run(measure, room))
            first += room
    return Numbers(tuple(found), tuple(runs), first)


def places_for(count: int) -> int:
    """The next power of two: rarely another one when a document comes or goes."""
    return 1 << max(0, count - 1).bit_length()


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
