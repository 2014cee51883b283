"""The index as lunr.py builds it from the same tokens."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from lunr.builder import Builder

from glassbox.search.documents import Document, Passage
from glassbox.search.inverting import BOOSTS, Inverted
from glassbox.search.terms import in_order
from glassbox.search.tokens import tokens


def lunr_index(documents: Sequence[Document], index: Inverted) -> Any:
    """lunr.py's index. Documents are called by their numbers, terms numbered in their order: lunr leaves both open."""
    builder = Builder()
    builder.ref("id")
    for field, boost in BOOSTS.items():
        builder.field(field, boost=boost)
    found = {
        number: {"id": str(number), "title": _tokens(one.titles), "text": _tokens(one.passages)}
        for number, one in zip(index.numbers.of, documents, strict=True)
    }
    terms = in_order(set(chain.from_iterable((*one["title"], *one["text"]) for one in found.values())))
    for at, term in enumerate(terms):
        builder.inverted_index[term] = {"title": {}, "text": {}, "_index": at}
    builder.term_index = len(terms)
    for number in sorted(found):
        builder.add(found[number])
    return builder.build()


def write_reference(index: Any, path: Path) -> None:
    """As lunr.js loads it: the terms in the order of UTF-16 units, where lunr.py sorts by code points."""
    said = index.serialize()
    places = {term: at for at, term in enumerate(in_order(term for term, _ in said["invertedIndex"]))}
    said["invertedIndex"].sort(key=lambda entry: places[entry[0]])
    path.write_text(json.dumps(said), "utf-8")


def _tokens(passages: Sequence[Passage]) -> list[str]:
    return [token for passage in passages for token in tokens(passage.words)]
