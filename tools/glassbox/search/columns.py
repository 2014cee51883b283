"""By what hits are narrowed: for each facet, the values of every document in the order of the index."""

from __future__ import annotations

import json
from array import array
from collections.abc import Mapping, Sequence

from glassbox.search.coding import varint
from glassbox.search.documents import Document, Labels


def column(facet: str, documents: Sequence[Document], numbers: Sequence[int], places: int, labels: Labels) -> bytes:
    """The facet's shard; nothing where no document has a value of it.

    A head in JSON with its length before it, `{"values": [[code, {lang: label}]], "sets": [[value, …]]}`, then a
    number for each place: which set its document has. The first set is the empty one.
    """
    used = sorted({document.facets.get(facet, ()) for document in documents} - {()})
    if not used:
        return b""
    sets = {found: at for at, found in enumerate([(), *used])}
    wide = array("H", bytes(2 * places))
    for document, number in zip(documents, numbers, strict=True):
        wide[number] = sets[document.facets.get(facet, ())]
    values = sorted({value for found in used for value in found})
    place = {value: at for at, value in enumerate(values)}
    head = {
        "values": [[value, dict(_labels(labels, facet, value))] for value in values],
        "sets": [[place[value] for value in found] for found in sets],
    }
    words = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode()
    return varint(len(words)) + words + _little(wide, len(sets))


def _labels(labels: Labels, facet: str, value: str) -> Mapping[str, str]:
    return labels.of.get(facet, {}).get(value, {})


def _little(wide: array[int], sets: int) -> bytes:
    """A byte a place where they suffice; else all low bytes, then all high ones: like packs well beside like."""
    if sets <= 256:
        return bytes(wide.tolist())
    return bytes(number & 255 for number in wide) + bytes(number >> 8 for number in wide)
