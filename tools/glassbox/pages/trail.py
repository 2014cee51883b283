"""Differences between two texts: by word, for Chinese, Japanese and Korean by character."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import chain

_PIECE = re.compile(
    r"[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]"  # one character each
    r"|[^\W_\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]+(?:['’][^\W\d_]+)*"  # a word
    r"|\s+|[\W_]"
)
_LINE = re.compile(r"[^\n。！？.!?]*[\n。！？.!?]*\s*")
_MOST = 300_000
"""Pairs of equal pieces: above this the texts are compared by sentence, since the work grows with the pairs."""


class Kind(StrEnum):
    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True)
class Run:
    """A stretch of text that stayed, went or came."""

    kind: Kind
    text: str


def difference(before: str, after: str) -> list[Run]:
    """The way from `before` to `after`: joined without the new runs it is `before`, without the gone ones `after`."""
    head, a, b, tail = _trimmed(_PIECE.findall(before), _PIECE.findall(after))
    if _pairs(a, b) > _MOST:
        a, b = _sentences("".join(a)), _sentences("".join(b))
    if _pairs(a, b) > _MOST:
        a, b = ["".join(a)], ["".join(b)]
    runs = chain(_run(Kind.SAME, head), _compared(a, b), _run(Kind.SAME, tail))
    return list(_joined(runs))


def _trimmed(a: list[str], b: list[str]) -> tuple[list[str], list[str], list[str], list[str]]:
    """What both begin with, the two middles, what both end with."""
    most, start = min(len(a), len(b)), 0
    while start < most and a[start] == b[start]:
        start += 1
    end = 0
    while end < most - start and a[-1 - end] == b[-1 - end]:
        end += 1
    return a[:start], a[start : len(a) - end], b[start : len(b) - end], a[len(a) - end :]


def _pairs(a: Sequence[str], b: Sequence[str]) -> int:
    counts = Counter(b)
    return sum(counts[piece] for piece in a if not piece.isspace())


def _sentences(text: str) -> list[str]:
    return [part for part in _LINE.findall(text) if part]


def _compared(a: Sequence[str], b: Sequence[str]) -> Iterator[Run]:
    for tag, i, j, k, m in SequenceMatcher(str.isspace, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from _run(Kind.SAME, a[i:j])
        else:
            yield from _run(Kind.GONE, a[i:j])
            yield from _run(Kind.NEW, b[k:m])


def _run(kind: Kind, pieces: Sequence[str]) -> Iterator[Run]:
    if pieces:
        yield Run(kind, "".join(pieces))


def _joined(runs: Iterator[Run]) -> Iterator[Run]:
    """Runs of one kind in one; a lone space between two changes belongs to them, so that words stay readable."""
    gone = new = ""
    for run in runs:
        if run.kind is Kind.SAME and not (run.text.isspace() and (gone or new)):
            yield from _run(Kind.GONE, gone)
            yield from _run(Kind.NEW, new)
            gone = new = ""
            yield run
        elif run.kind is Kind.SAME:
            gone, new = gone + run.text, new + run.text
        elif run.kind is Kind.GONE:
            gone += run.text
        else:
            new += run.text
    yield from _run(Kind.GONE, gone)
    yield from _run(Kind.NEW, new)
