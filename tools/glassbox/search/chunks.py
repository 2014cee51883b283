"""What a hit shows, in chunks of documents that stand side by side in the index."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from glassbox.search.documents import Document, Kind, Passage
from glassbox.search.numbering import Numbers, Run

CHUNK_TOKENS = 215
"""About how much text a chunk holds. Ten hits load ten chunks as a rule: smaller ones cost fewer bytes, more files."""
DOCUMENT_TOKENS = 8
"""What a document adds to a chunk besides its words."""
VOLUME = 32
"""Chunks whose names share one digest: the root of the index holds all of them, and each costs it three bytes."""


@dataclass(frozen=True)
class Chunk:
    first: int
    """Its first place in the index."""
    name: str
    """Of its volume: kind, length of the texts and number among those of that length, `0-1f-0`."""
    at: int
    """Which chunk of the volume."""


def chunks_of(runs: Sequence[Run]) -> list[Chunk]:
    """Every chunk there is place for; the browser finds the same from the same runs.

    No chunk holds texts of two lengths, and no volume: where a text grows, only those of its lengths are written anew.
    """
    found: list[Chunk] = []
    place = 0
    for (kind, text), page in groupby(runs, key=lambda run: (run.measure.kind, run.measure.text)):
        count = filled = 0
        for run in page:
            for at in range(place, place + run.places):
                if not count or filled >= CHUNK_TOKENS:
                    found.append(Chunk(at, f"{kind:x}-{text:x}-{count // VOLUME:x}", count % VOLUME))
                    count, filled = count + 1, 0
                filled += text + run.measure.title + DOCUMENT_TOKENS
            place += run.places
    return found


def written_chunks(documents: Sequence[Document], numbers: Numbers) -> Iterator[tuple[Chunk, bytes]]:
    """(chunk, its JSON): {place in it: what is shown of the document}. Empty chunks are left out."""
    chunks = chunks_of(numbers.runs)
    starts = [chunk.first for chunk in chunks]
    ranked = sorted(zip(numbers.of, documents, strict=True), key=lambda pair: pair[0])
    for at, group in groupby(ranked, key=lambda pair: bisect_right(starts, pair[0]) - 1):
        yield chunks[at], _json({number - starts[at]: shown_of(document) for number, document in group})


def shown_of(document: Document) -> list[object]:
    """[id, address, titles, passages, anchor, picture, film, day, marks, status], without the empty ones at the end.

    Titles and passages are [language, words, anchor], the anchor only where there is one. Marks: 1 for a specimen, 2
    for what a machine made. The status is what became of a take.
    """
    shown: list[object] = [
        document.id,
        document.address,
        [_said(title) for title in document.titles],
        [_said(passage) for passage in document.passages],
        document.anchor,
        document.picture,
        next(iter(document.facets.get("film", ())), ""),
        next(iter(document.facets.get("date", ())), ""),
        document.specimen + 2 * document.is_ai,
        next(iter(document.facets.get("status", ())), "") if document.kind is Kind.TAKE else "",
    ]
    while not shown[-1]:
        shown.pop()
    return shown


def _said(passage: Passage) -> list[str]:
    return [passage.lang, passage.words, passage.anchor] if passage.anchor else [passage.lang, passage.words]


def _json(found: object) -> bytes:
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
