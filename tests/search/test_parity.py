"""Python writes the index, the browser reads it, lunr is held to be right: all three say the same."""

from __future__ import annotations

import json
import math
import random
import sys
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from glassbox.search.documents import Labels
from glassbox.search.index import index_files
from glassbox.search.inverting import BOOSTS, K1, B, Inverted, inverted
from glassbox.search.tokens import folds, tokens
from making.corpus import ODD, documents, real_prompts
from search.questions import questions
from search.reference import lunr_index, write_reference

PARTS = Path(__file__).parents[2] / "overrides/assets/js/search"
TOKENS = f"""
const {{ tokens }} = require({json.dumps(str(PARTS / "tokens.js"))});
const [texts, folds] = JSON.parse(require('node:fs').readFileSync(process.argv[2], 'utf8'));
const map = new Map(Object.entries(folds));
process.stdout.write(JSON.stringify(texts.map((text) => tokens(text, map))));
"""
AskNode = Callable[..., Any]


def any_characters(count: int, seed: int) -> list[str]:
    """Short texts of whatever Unicode has, words of the corpus between them."""
    chance = random.Random(seed)
    known = [
        chr(code) for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)) not in ("Cn", "Cs", "Co")
    ]
    return ["".join(chance.choice(known) for _ in range(12)) + " word" for _ in range(count)]


def same_tokens(texts: Sequence[str], node: AskNode, tmp_path: Path) -> None:
    script, asked = tmp_path / "tokens.cjs", tmp_path / "texts.json"
    script.write_text(TOKENS, "utf-8")
    asked.write_text(json.dumps([texts, {chr(code): char for code, char in folds().items()}]), "utf-8")
    differing = [
        (text[:60], ours, theirs)
        for text, ours, theirs in zip(texts, map(tokens, texts), node(script, asked), strict=True)
        if ours != theirs
    ]
    assert not differing, differing[:5]


def test_python_and_browser_cut_words_alike(node: AskNode, tmp_path: Path) -> None:
    same_tokens([*ODD, *any_characters(3000, 1), *(words for _, words, _ in real_prompts()[:4000])], node, tmp_path)


@pytest.mark.slow
def test_python_and_browser_cut_words_alike_over_the_whole_corpus(node: AskNode, tmp_path: Path) -> None:
    same_tokens([*any_characters(100_000, 2), *(words for _, words, _ in real_prompts())], node, tmp_path)


def weights(index: Inverted, lengths: dict[int, tuple[int, int]]) -> dict[str, dict[int, float]]:
    """As a browser computes them: `title/7` -> place of the term -> weight."""
    found: dict[str, dict[int, float]] = {}
    means = [total / index.count for total in index.totals]
    for place, (title, text) in enumerate(index.terms[term] for term in sorted(index.terms, key=utf16)):
        standing = len(title.numbers) + len(text.numbers)
        idf = math.log(1 + abs((index.count - standing + 0.5) / (standing + 0.5)))
        for at, (field, posting) in enumerate((("title", title), ("text", text))):
            often = dict(posting.often)
            for where, number in enumerate(posting.numbers):
                times = often.get(where, 1)
                weight = idf * ((K1 + 1) * times) / (K1 * (1 - B + B * (lengths[number][at] / means[at])) + times)
                found.setdefault(f"{field}/{number}", {})[place] = round(weight * BOOSTS[field], 3)
    return found


def utf16(term: str) -> bytes:
    return term.encode("utf-16-be")


def test_the_index_is_the_one_that_lunr_py_builds() -> None:
    found = documents(600)
    index = inverted(found)
    right = lunr_index(found, index)
    for term, postings in index.terms.items():
        for field, posting in zip(BOOSTS, postings, strict=True):
            assert [str(number) for number in posting.numbers] == sorted(right.inverted_index[term][field], key=int)
    assert index.terms.keys() == right.inverted_index.keys()
    lengths = {}
    for number, one in zip(index.numbers.of, found, strict=True):
        both = (one.titles, one.passages)
        lengths[number] = tuple(sum(len(tokens(passage.words)) for passage in passages) for passages in both)
    ours = weights(index, lengths)  # type: ignore[arg-type]
    theirs = {ref: dict(zip(v.elements[::2], v.elements[1::2], strict=True)) for ref, v in right.field_vectors.items()}
    assert ours == {ref: found for ref, found in theirs.items() if found}


def compare(count: int, asked: int, node: AskNode, tmp_path: Path) -> dict[str, Any]:
    found = documents(count)
    (tmp_path / "search").mkdir()
    for path, data in index_files(found, Labels({})):
        (tmp_path / path).write_bytes(data)
    write_reference(lunr_index(found, inverted(found)), tmp_path / "reference.json")
    (tmp_path / "queries.json").write_text(json.dumps(questions(found, asked, seed=3)), "utf-8")
    said: dict[str, Any] = node(Path(__file__).parent / "parity.cjs", tmp_path)
    return said


def test_shards_answer_as_the_whole_lunr_js_would(node: AskNode, tmp_path: Path) -> None:
    said = compare(1200, 300, node, tmp_path)
    assert not said["different"], said["different"][:5]
    assert said["asked"] > 250
    assert min(said["alike"], said["beginning"], said["common"]) >= 10, said


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_shards_answer_as_the_whole_lunr_js_would_over_thirty_thousand(node: AskNode, tmp_path: Path) -> None:
    said = compare(30_000, 2_200, node, tmp_path)
    assert not said["different"], said["different"][:5]
    assert said["asked"] >= 2_000
