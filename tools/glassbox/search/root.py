"""The one file of the index that every search reads first: it says which shard holds what."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from glassbox.search.coding import shared, varint
from glassbox.search.numbering import Run

SCHEMA = 1


@dataclass(frozen=True)
class Named:
    """A shard by the beginning of its words, and the digest in its name."""

    first: str
    digest: bytes


@dataclass(frozen=True)
class Root:
    count: int
    totals: tuple[int, int]
    """Tokens of all titles, of all texts."""
    runs: Sequence[Run]
    terms: Sequence[Named]
    words: Sequence[Named]
    """Words of alphabets, for one that is misspelt."""
    backward: Sequence[Named]
    """The same, each from its end."""
    volumes: Sequence[bytes]
    """A digest each, noughts where a volume holds no document."""
    others: Mapping[str, object]
    """What is named by a word: the facets' columns, the characters that fold, the vocabulary."""

    def data(self) -> bytes:
        return b"".join(
            (
                varint(SCHEMA),
                varint(self.count),
                varint(self.totals[0]),
                varint(self.totals[1]),
                _runs(self.runs),
                _shards(self.terms),
                _shards(self.words),
                _shards(self.backward),
                varint(len(self.volumes)) + b"".join(self.volumes),
                json.dumps(self.others, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode(),
            )
        )


def _runs(runs: Sequence[Run]) -> bytes:
    """Of each run what differs from the one before, then its places.

    A first number that is odd says how many kinds further, twice, and text and title follow. One that is even says
    how many tokens more the text has, twice, and the title follows; 0, that only the title is longer, and by how much.
    """
    found = bytearray(varint(len(runs)))
    kind = text = title = 0
    for run in runs:
        now = run.measure
        if now.kind != kind:
            found += varint((now.kind - kind) << 1 | 1) + varint(now.text) + varint(now.title)
        elif now.text != text:
            found += varint((now.text - text) << 1) + varint(now.title)
        else:
            found += varint(0) + varint(now.title - title)
        found += varint(run.places)
        kind, text, title = now.kind, now.text, now.title
    return bytes(found)


def _shards(shards: Sequence[Named]) -> bytes:
    """How many; the words one after the other; then all digests."""
    words, before = bytearray(), b""
    for one in shards:
        words += shared(first := one.first.encode(), before)
        before = first
    return varint(len(shards)) + bytes(words) + b"".join(one.digest for one in shards)
