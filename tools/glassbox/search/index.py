"""The whole index of a site as files: a root, and shards that are named by what they hold."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from importlib.metadata import version
from itertools import groupby

from glassbox.search.chunks import CHUNK_TOKENS, DOCUMENT_TOKENS, VOLUME, chunks_of, written_chunks
from glassbox.search.coding import script
from glassbox.search.columns import column
from glassbox.search.documents import FACETS, Document, Kind, Labels
from glassbox.search.inverting import BOOSTS, K1, B, Inverted, inverted
from glassbox.search.root import Named, Root
from glassbox.search.terms import Shard, in_order, term_shards, word_shards
from glassbox.search.tokens import folds, is_paired
from glassbox.search.vocabulary import vocabulary

FOLDER = "search"
ROOT = "root"
"""The only file whose name stays the same whatever it holds."""
_DIGEST_BYTES = 3
"""Names say where a shard stands as well, so that the digest only has to tell its versions apart."""
_NO_VOLUME = bytes(_DIGEST_BYTES)
_SHORTEST_WORD = 3
"""Shorter words are not looked for when one is misspelt."""


def index_files(
    documents: Sequence[Document], labels: Labels, index: Inverted | None = None
) -> Iterator[tuple[str, bytes]]:
    """(path below the site, bytes) of every file; the same documents give the same files, whatever their order.

    `index` is that of the documents where it is made already.
    """
    index = index or inverted(documents)
    files = _Files()
    root = Root(
        index.count,
        index.totals,
        index.numbers.runs,
        [files.shard("t", shard) for shard in term_shards(index)],
        [files.shard("w", shard) for shard in word_shards(_words(index))],
        [files.shard("b", shard) for shard in word_shards(in_order(w[::-1] for w in _words(index)))],
        files.volumes(documents, index),
        {
            "kinds": [str(kind) for kind in Kind],
            "chunks": {"tokens": CHUNK_TOKENS, "each": DOCUMENT_TOKENS, "volume": VOLUME},
            "weights": {"b": B, "k1": K1, "boosts": BOOSTS},
            "facets": {
                facet: files.other(f"f-{facet}", data)
                for facet in FACETS
                if (data := column(facet, documents, index.numbers.of, index.numbers.places, labels))
            },
            "vocabulary": files.other("v", vocabulary(documents, labels)),
            "folds": files.other("c", _folds_of(index).encode()),
        },
    )
    yield from files.made
    yield f"{FOLDER}/{ROOT}.js", script(ROOT, root.data())


def writing() -> str:
    """What decides, besides our code, how words are written in the index."""
    libraries = (f"{name} {version(name)}" for name in ("opencc", "pypinyin"))
    return " ".join((*libraries, "Unicode", unicodedata.unidata_version))


class _Files:
    """Files as they are made, and the digests that are in their names."""

    def __init__(self) -> None:
        self.made: list[tuple[str, bytes]] = []

    def shard(self, letter: str, shard: Shard) -> Named:
        """`t626f-0a1b2c`: the letter, the bytes of its first word, the digest."""
        digest = _digest_of(shard.data)
        self._put(f"{letter}{shard.first.encode().hex()}-{digest.hex()}", shard.data)
        return Named(shard.first, digest)

    def other(self, name: str, data: bytes) -> str:
        full = f"{name}-{_digest_of(data).hex()}"
        self._put(full, data)
        return full

    def volumes(self, documents: Sequence[Document], index: Inverted) -> list[bytes]:
        """A digest for every volume, empty ones too. `d0-1f-2-0a1b2c-3`: kind, length, volume, digest, chunk."""
        digests = dict.fromkeys((chunk.name for chunk in chunks_of(index.numbers.runs)), _NO_VOLUME)
        for name, group in groupby(written_chunks(documents, index.numbers), key=lambda pair: pair[0].name):
            held = list(group)
            digests[name] = _digest_of(b"".join(b"%d %b\n" % (chunk.at, data) for chunk, data in held))
            for chunk, data in held:
                self._put(f"d{name}-{digests[name].hex()}-{chunk.at:x}", data)
        return list(digests.values())

    def _put(self, name: str, data: bytes) -> None:
        self.made.append((f"{FOLDER}/{name}.js", script(name, data)))


def _digest_of(data: bytes) -> bytes:
    return blake2b(data, digest_size=_DIGEST_BYTES).digest()


def _words(index: Inverted) -> list[str]:
    return in_order(term for term in index.terms if len(term) >= _SHORTEST_WORD and not is_paired(term))


def _folds_of(index: Inverted) -> str:
    """Pairs of a traditional character and the simplified one that the index holds."""
    held: Iterable[str] = {char for term in index.terms if is_paired(term) for char in term}
    return "".join(chr(code) + simple for code, simple in sorted(folds().items()) if simple in held)
