"""From documents to terms: in which of them each stands, and how often. What lunr's builder does, some times faster."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from glassbox.search.documents import Document, Kind, Passage
from glassbox.search.numbering import Measure, Numbers, numbers_of
from glassbox.search.tokens import tokens

BOOSTS = {"title": 4, "text": 1}
"""The fields, and what a word in one of them weighs, as lunr's field boost."""
B, K1 = 0.75, 1.2
"""lunr's own values: how far long fields are held against their words, and how soon repetition stops counting."""
_KINDS = {kind: place for place, kind in enumerate(Kind)}


@dataclass(frozen=True, slots=True)
class Posting:
    """Where a term stands, in one field. Both lists rise."""

    numbers: list[int]
    """Of the documents."""
    often: list[tuple[int, int]]
    """(place in `numbers`, how many times) where it stands more than once."""


@dataclass(frozen=True)
class Inverted:
    """An index without its weights, which follow from it."""

    numbers: Numbers
    terms: Mapping[str, tuple[Posting, Posting]]
    """Term -> where it stands in the title, and in the text."""
    totals: tuple[int, int]
    """Tokens of all titles, and of all texts."""

    @property
    def count(self) -> int:
        return len(self.numbers.of)


def inverted(documents: Sequence[Document]) -> Inverted:
    titles = [_counted(one.titles) for one in documents]
    texts = [_counted(one.passages) for one in documents]
    measures = [
        Measure(_KINDS[one.kind], text.total(), title.total())
        for one, title, text in zip(documents, titles, texts, strict=True)
    ]
    numbers = numbers_of([one.id for one in documents], measures)
    terms: dict[str, tuple[Posting, Posting]] = {}
    for at in sorted(range(len(documents)), key=numbers.of.__getitem__):
        number = numbers.of[at]
        for place, counts in ((0, titles[at]), (1, texts[at])):
            for term, times in counts.items():  # a million times in a large archive: no call is made here
                if (both := terms.get(term)) is None:
                    both = terms[term] = (Posting([], []), Posting([], []))
                found = both[place]
                if times > 1:
                    found.often.append((len(found.numbers), times))
                found.numbers.append(number)
    totals = (sum(one.title for one in measures), sum(one.text for one in measures))
    return Inverted(numbers, terms, totals)


def _counted(passages: Iterable[Passage]) -> Counter[str]:
    return Counter(chain.from_iterable(tokens(passage.words) for passage in passages))
