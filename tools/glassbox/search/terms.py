"""The shards of the index: some terms each, in the order of UTF-16 units, as JavaScript compares strings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from zlib import crc32

from glassbox.search.coding import as_bytes, gamma, rice, shared, varint
from glassbox.search.inverting import Inverted, Posting

SHARD_BYTES = 2_200
"""About what a shard of terms holds before it is packed; a term that fills more stands alone."""
WORD_BYTES = 5_000
"""The same for a shard of words alone."""
_ANCHORS = 12
"""Once in about so many shards one begins where a term itself says so: a change moves borders no further than that."""


@dataclass(frozen=True)
class Shard:
    first: str
    """The shortest word that is greater than the last term before, and not greater than the first of its own."""
    data: bytes


def in_order(terms: Iterable[str]) -> list[str]:
    """By UTF-16 units: an emoji stands before a full-width comma, as it does for lunr.js."""
    return sorted(terms, key=lambda term: term.encode("utf-16-be", "surrogatepass"))


def term_shards(index: Inverted) -> Iterator[Shard]:
    """Each shard: how many terms, their heads one after the other, their postings as one row of bits."""
    places = index.numbers.places
    entries = [_Entry(term, *_posting(*index.terms[term], places)) for term in in_order(index.terms)]
    for first, group in _cut(entries, SHARD_BYTES):
        heads, before = bytearray(varint(len(group))), b""
        for entry in group:
            word = entry.term.encode()
            heads += shared(word, before) + entry.head
            before = word
        yield Shard(first, bytes(heads) + as_bytes("".join(entry.bits for entry in group)))


def word_shards(words: Iterable[str]) -> Iterator[Shard]:
    """Words in order, one after the other, nothing else."""
    for first, group in _cut([_Entry(word) for word in words], WORD_BYTES):
        coded, before = bytearray(), b""
        for entry in group:
            word = entry.term.encode()
            coded += shared(word, before)
            before = word
        yield Shard(first, bytes(coded))


def separator(last: str, first: str) -> str:
    """The shortest beginning of `first` that `last` does not reach; `last` stands before it."""
    same = next((at for at, (one, other) in enumerate(zip(last, first, strict=False)) if one != other), len(last))
    return first[: same + 1] if last else ""


class _Entry(NamedTuple):
    term: str
    head: bytes = b""
    bits: str = ""

    @property
    def size(self) -> int:
        """About how many bytes it takes among others, which share half of its word."""
        return 1 + len(self.term) // 2 + len(self.head) + len(self.bits) // 8


def _cut(entries: Sequence[_Entry], most: int) -> Iterator[tuple[str, list[_Entry]]]:
    """(the separator before a group, the group)."""
    every = max(1, _ANCHORS * most * len(entries) // max(1, sum(entry.size for entry in entries)))
    anchors = 1 << every.bit_length()  # a round number, which stays the same while an archive grows a little
    group: list[_Entry] = []
    filled, last = 0, ""
    for entry in entries:
        if group and (filled + entry.size > most or crc32(entry.term.encode()) % anchors == 0):
            yield separator(last, group[0].term), group
            last, group, filled = group[-1].term, [], 0
        group.append(entry)
        filled += entry.size
    if group:
        yield separator(last, group[0].term), group


def _posting(title: Posting, text: Posting, places: int) -> tuple[bytes, str]:
    """The head says how many documents, and of those how many more than once: of the text, then of the title."""
    has_title, has_often = bool(title.numbers), bool(text.often or title.often)
    head = varint(len(text.numbers) << 2 | has_often << 1 | has_title)
    if has_title:
        head += varint(len(title.numbers))
    if has_often:
        head += varint(len(text.often)) + (varint(len(title.often)) if has_title else b"")
    return head, _bits(text, places) + _bits(title, places)


def _bits(posting: Posting, places: int) -> str:
    if not posting.numbers:
        return ""
    bits = rice(posting.numbers, places)
    if posting.often:
        bits += rice([at for at, _ in posting.often], len(posting.numbers))
        bits += "".join(gamma(times - 1) for _, times in posting.often)
    return bits
