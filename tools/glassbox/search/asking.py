"""The same questions as in the browser, asked while the index is made: for `content/search-checks.yml`.

What `overrides/assets/js/search/plan.js` and `ranking.js` do, on lunr.py instead of lunr.js. Phrases are left to the
browser, which reads the texts of the first hits for them.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Any

from lunr.index import Index
from lunr.pipeline import Pipeline
from lunr.query import Query
from lunr.stop_word_filter import WORDS as COMMON
from lunr.token_set import TokenSet
from lunr.vector import Vector

from glassbox.search.documents import Document
from glassbox.search.inverting import BOOSTS, K1, B, Inverted
from glassbox.search.kin import are_kin, stem_of
from glassbox.search.terms import in_order
from glassbox.search.tokens import is_paired, runs

_MOST_WORDS, _ENOUGH, _MOST_FORMS = 24, 3, 12
_EXACT, _BEGINNING, _FORM, _ALIKE = 10, 6, 4, 5


@dataclass
class _Word:
    """A word of a question, and the terms that stand for it."""

    word: str
    terms: list[str] = field(default_factory=list)
    clauses: list[tuple[str, dict[str, Any]]] = field(default_factory=list)

    def put(self, terms: Iterable[str], boost: int) -> None:
        for term in terms:
            if term not in self.terms:
                self.terms.append(term)
                self.clauses.append((term, {"boost": boost}))


class Asker:
    """Asks an index. Everything it reaches is weighed as lunr weighs it."""

    def __init__(self, documents: Sequence[Document], index: Inverted) -> None:
        self._index = index
        self._ids = {number: one.id for number, one in zip(index.numbers.of, documents, strict=True)}

    def ask(self, question: str) -> list[str]:
        """Ids of all hits, the best first."""
        asked = _words_of(question)
        ends = not question or question[-1].isspace() or unicodedata.category(question[-1])[0] == "P"
        words = [self._found(word, is_last=at == len(asked) - 1 and not ends) for at, word in enumerate(asked)]
        rare = {term for one in words if one.word not in COMMON for term in one.terms}
        common = {term for one in words if one.word in COMMON for term in one.terms} - rare if rare else set()
        reached = {term for one in words for term in one.terms}
        if not reached:
            return []
        index = self._index_of(reached, common)
        query = Query(list(BOOSTS))
        for one in words:
            for term, how in one.clauses:
                query.term(term, use_pipeline=False, **how)
        hits = []
        for hit in index.query(query):
            terms = hit["match_data"].metadata.keys()
            hits.append((sum(any(term in terms for term in one.terms) for one in words), hit["score"], int(hit["ref"])))
        least = math.ceil(len(words) / 2)
        best = sorted((hit for hit in hits if hit[0] >= least), key=lambda hit: hit[:2], reverse=True)
        return [self._ids[number] for _, _, number in best]

    def _found(self, word: str, *, is_last: bool) -> _Word:
        found = _Word(word)
        known = word in self._index.terms
        if is_paired(word):
            if len(word) > 1:
                found.put([word] if known else [], _EXACT)
            else:
                self._begin(found, known=False)
            return found
        found.put([word] if known else [], _EXACT)
        begins = is_last and len(word) >= 3 and self._begin(found, known=known)
        if len(word) >= 4 and not word.isdecimal():
            forms = [term for term in self._beginning(stem_of(word)) if are_kin(term, word)][:_MOST_FORMS]
            found.put(forms, _FORM)
        if not (known or begins) and len(word) >= 4:
            alike = TokenSet.from_list(self._sorted).intersect(TokenSet.from_fuzzy_string(word, 1)).to_list()
            if alike:
                found.terms += [term for term in alike if term not in found.terms]
                found.clauses.append((word, {"boost": _ALIKE, "edit_distance": 1}))
        return found

    def _begin(self, found: _Word, *, known: bool) -> bool:
        terms = self._beginning(found.word)
        found.terms += [term for term in terms if term not in found.terms]
        if [term for term in terms if not (known and term == found.word)]:
            found.clauses.append((found.word, {"boost": _BEGINNING, "wildcard": Query.WILDCARD_TRAILING}))
        return bool(terms)

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(term for term in self._index.terms if len(term) >= 3)

    @cached_property
    def _in_order(self) -> list[str]:
        return in_order(self._index.terms)

    def _beginning(self, start: str) -> list[str]:
        return [term for term in self._in_order if term.startswith(start)]

    def _index_of(self, reached: set[str], common: set[str]) -> Index:
        inverted: dict[str, Any] = {}
        vectors: dict[str, Vector] = {}
        standing = {n for term in reached - common for posting in self._index.terms[term] for n in posting.numbers}
        means = [total / self._index.count for total in self._index.totals]
        for at, term in enumerate(in_order(reached)):
            postings = self._index.terms[term]
            entry: dict[str, Any] = {"_index": at}
            count = sum(len(posting.numbers) for posting in postings)
            idf = math.log(1 + abs((self._index.count - count + 0.5) / (count + 0.5)))
            for place, ((name, boost), posting) in enumerate(zip(BOOSTS.items(), postings, strict=True)):
                often = dict(posting.often)
                entry[name] = {}
                for where, number in enumerate(posting.numbers):
                    if term in common and number not in standing:
                        continue
                    times = often.get(where, 1)
                    length = self._lengths[number][place] / means[place]
                    weight = idf * ((K1 + 1) * times) / (K1 * (1 - B + B * length) + times)
                    entry[name][str(number)] = {}
                    vector = vectors.setdefault(f"{name}/{number}", Vector())
                    vector.elements += [at, round(weight * boost, 3)]
            inverted[term] = entry
        return Index(inverted, vectors, TokenSet.from_list(sorted(reached)), list(BOOSTS), Pipeline())

    @cached_property
    def _lengths(self) -> list[tuple[int, int]]:
        """Tokens of title and text, by place."""
        return [(run.measure.title, run.measure.text) for run in self._index.numbers.runs for _ in range(run.places)]


def _words_of(question: str) -> list[str]:
    """Each once; common ones are left out where enough others tell more."""
    found: dict[str, None] = {}
    for run in runs(question):
        found |= dict.fromkeys(map("".join, pairwise(run)) if is_paired(run) and len(run) > 1 else [run])
    rare = [word for word in found if word not in COMMON]
    return (rare if len(rare) >= _ENOUGH else list(found))[:_MOST_WORDS]
