"""What a hit shows, in chunks of documents that stand side by side in the index."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby

from glassbox.search.documents import Document, Passage
from glassbox.search.numbering import Numbers, Run

CHUNK_TOKENS = 170
"""About how much text a chunk holds. Ten hits load ten chunks as a rule: smaller ones cost fewer bytes, more files."""
DOCUMENT_TOKENS = 8
"""What a document adds to a chunk besides its words."""
VOLUME = 16
"""Chunks whose names share one digest: the root of the index holds all of them, and each costs it three bytes."""


def chunk_starts(runs: Sequence[Run]) -> list[int]:
    """The first place of every chunk. The browser finds the same from the same runs."""
    starts, place, filled = [0], 0, 0
    for run in runs:
        each = run.measure.text + run.measure.title + DOCUMENT_TOKENS
        for at in range(place, place + run.places):
            if filled >= CHUNK_TOKENS:
                starts.append(at)
                filled = 0
            filled += each
        place += run.places
    return starts


def chunks(documents: Sequence[Document], numbers: Numbers) -> Iterator[tuple[int, bytes]]:
    """(number of the chunk, its JSON): {place in it: what is shown of the document}. Empty chunks are left out."""
    starts = chunk_starts(numbers.runs)
    ranked = sorted(zip(numbers.of, documents, strict=True), key=lambda pair: pair[0])
    for chunk, group in groupby(ranked, key=lambda pair: bisect_right(starts, pair[0]) - 1):
        yield chunk, _json({number - starts[chunk]: shown_of(document) for number, document in group})


def shown_of(document: Document) -> list[object]:
    """[id, address, titles, passages, anchor, picture, film, day, marks], without the empty ones at the end.

    Titles and passages are [language, words, anchor], the anchor only where there is one. Marks: 1 for a specimen, 2
    for what a machine made.
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
    ]
    while not shown[-1]:
        shown.pop()
    return shown


def _said(passage: Passage) -> list[str]:
    return [passage.lang, passage.words, passage.anchor] if passage.anchor else [passage.lang, passage.words]


def _json(found: object) -> bytes:
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
