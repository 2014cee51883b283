"""How the index is written: numbers, codes, shards, and what one changed prompt moves."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from glassbox.search.chunks import CHUNK_TOKENS, VOLUME, chunks_of
from glassbox.search.coding import as_bytes, gamma, rice, shared, varint
from glassbox.search.documents import Document, Kind, Labels, Passage
from glassbox.search.index import index_files
from glassbox.search.inverting import inverted
from glassbox.search.numbering import Measure, numbers_of, places_for
from glassbox.search.terms import in_order, separator, term_shards
from glassbox.search.tokens import tokens
from making.corpus import documents

PARTS = Path(__file__).parents[2] / "overrides/assets/js/search"
AskNode = Callable[..., Any]

measures = some.builds(Measure, some.integers(0, 3), some.integers(0, 30), some.integers(0, 3))


@given(some.dictionaries(some.text(min_size=1, max_size=8), measures, max_size=60), some.randoms())
def test_numbers_differ_rise_with_the_measure_and_do_not_depend_on_the_order(
    known: dict[str, Measure], chance: random.Random
) -> None:
    ids = list(known)
    numbers = numbers_of(ids, [known[name] for name in ids])
    assert len(set(numbers.of)) == len(ids)
    assert all(0 <= number < numbers.places for number in numbers.of)
    ranked = sorted(zip(numbers.of, ids, strict=True))
    assert [known[name] for _, name in ranked] == sorted(known.values())
    places = [run.measure for run in numbers.runs for _ in range(run.places)]
    assert len(places) == numbers.places
    assert all(places[number] == known[name] for number, name in ranked)
    chance.shuffle(ids)
    assert dict(zip(ids, numbers_of(ids, [known[name] for name in ids]).of, strict=True)) == {
        name: number for number, name in ranked
    }


@given(some.integers(1, 100_000))
def test_a_run_has_room_for_all_and_little_more(count: int) -> None:
    assert count <= places_for(count) < 2 * count or count == places_for(count) == 1


def test_who_comes_into_a_large_run_moves_few_others() -> None:
    ids = [f"p{number}" for number in range(300)]
    before = dict(zip(ids, numbers_of(ids, [Measure(0, 9, 1)] * 300).of, strict=True))
    after = dict(zip([*ids, "new"], numbers_of([*ids, "new"], [Measure(0, 9, 1)] * 301).of, strict=True))
    assert sum(before[name] != after[name] for name in ids) < 30


CODES = f"""
const coding = require({json.dumps(str(PARTS / "coding.js"))});
const [terms, places] = JSON.parse(require('node:fs').readFileSync(process.argv[2], 'utf8'));
const read = coding.terms(Uint8Array.from(Buffer.from(terms, 'base64')), places);
const plain = ({{ numbers, often }}) => [[...numbers], [...often]];
process.stdout.write(JSON.stringify(read.map(({{ term, title, text }}) => [term, plain(title), plain(text)])));
"""


def test_the_browser_reads_the_postings_that_were_written(node: AskNode, tmp_path: Path) -> None:
    import base64

    index = inverted(documents(700))
    script, asked = tmp_path / "codes.cjs", tmp_path / "terms.json"
    script.write_text(CODES, "utf-8")
    terms = in_order(index.terms)
    read: list[Any] = []
    shards = list(term_shards(index))
    assert len(shards) > 8
    for shard in random.Random(1).sample(shards, 8):
        asked.write_text(json.dumps([base64.b64encode(shard.data).decode(), index.numbers.places]))
        read += node(script, asked)
    for term, *both in read:
        for (numbers, often), posting in zip(both, index.terms[term], strict=True):
            assert numbers == posting.numbers
            assert [tuple(pair) for pair in often] == posting.often
    assert len(read) > 100
    assert [term for term, *_ in read if term not in terms] == []


@given(some.sets(some.integers(0, 5000), max_size=200))
def test_rice_code_is_what_it_says(numbers: set[int]) -> None:
    rising, among = sorted(numbers), 5001
    bits = rice(rising, among)
    k = max(0, (among * 11 // (16 * max(1, len(rising)))).bit_length() - 1)
    found, at, last = [], 0, -1
    for _ in rising:
        above = bits.index("0", at) - at
        at += above + 1
        last += (above << k) + int(bits[at : at + k] or "0", 2) + 1
        at += k
        found.append(last)
    assert found == rising
    assert at == len(bits)


def test_numbers_and_words_as_bytes() -> None:
    assert [varint(0), varint(127), varint(128), varint(300)] == [b"\0", b"\x7f", b"\x80\x01", b"\xac\x02"]
    assert [gamma(1), gamma(2), gamma(5)] == ["1", "010", "00101"]
    assert [as_bytes(""), as_bytes("1"), as_bytes("000000011")] == [b"", b"\x80", b"\x01\x80"]
    assert shared(b"lantern", b"lamp") == bytes([2 << 3 | 5]) + b"ntern"
    assert shared(b"somewhat longer", b"") == bytes([7, 15 - 7]) + b"somewhat longer"


def test_terms_stand_as_javascript_compares_them() -> None:
    assert in_order(["，", "😀", "a"]) == ["a", "😀", "，"]
    assert sorted(["，", "😀", "a"]) == ["a", "，", "😀"]


@given(some.lists(some.text("abc灯笼", min_size=1, max_size=5), min_size=2, max_size=2, unique=True))
def test_a_separator_parts_two_words(words: list[str]) -> None:
    last, first = sorted(words)
    assert last < separator(last, first) <= first


def files(found: list[Document]) -> dict[str, bytes]:
    return dict(index_files(found, Labels({})))


def test_the_same_documents_in_any_order_give_the_same_files() -> None:
    found = documents(150)
    mixed = found[:]
    random.Random(5).shuffle(mixed)
    assert files(found) == files(mixed)


def test_names_are_portable_and_say_what_is_in_them() -> None:
    made = files(documents(150))
    names = [path.removeprefix("search/").removesuffix(".js") for path in made]
    assert len({name.lower() for name in names}) == len(names)
    assert max(map(len, names)) < 220
    assert all(name.replace("-", "").isalnum() and name.isascii() for name in names)
    changed = files([*documents(150), Document("X", Kind.PAGE, "x/", passages=(Passage("en", "quite another thing"),))])
    assert all(made[path] == changed[path] for path in made.keys() & changed.keys() - {"search/root.js"})


def test_one_changed_word_rewrites_the_shards_that_hold_it_and_little_else() -> None:
    found = documents(3000)
    before = files(found)
    at = next(at for at, one in enumerate(found) if len(one.passages[0].words.split()) == 12 and not one.titles)
    words = found[at].passages[0].words.split()
    changed = replace(found[at], passages=(replace(found[at].passages[0], words=" ".join([*words[:-1], "lantern"])),))
    after = files([*found[:at], changed, *found[at + 1 :]])
    written = {path for path, data in after.items() if before.get(path) != data}
    terms = {path for path in written if path.startswith("search/t")}
    assert len(terms) <= 3, terms
    assert len(written) < 30
    assert len(after) > 600


def test_a_longer_prompt_moves_no_documents_but_those_of_its_length() -> None:
    found = documents(3000)
    before = files(found)
    at = next(at for at, one in enumerate(found) if len(one.passages[0].words.split()) == 12 and not one.titles)
    longer = replace(found[at].passages[0], words=found[at].passages[0].words + " lantern")
    after = files([*found[:at], replace(found[at], passages=(longer,)), *found[at + 1 :]])
    chunks = {path for path in after if path.startswith("search/d")}
    written = {path.split("-")[1] for path in chunks if path not in before}
    assert written == {format(len(tokens(words)), "x") for words in (found[at].passages[0].words, longer.words)}
    assert len(chunks) > 500


def test_chunks_hold_about_as_much_each_and_no_two_lengths() -> None:
    count = VOLUME + 1
    numbers = numbers_of(
        [f"d{n}" for n in range(2 * count)], [Measure(0, 40 if n < count else 900, 0) for n in range(2 * count)]
    )
    found = chunks_of(numbers.runs)
    starts = [one.first for one in found]
    sizes = [end - first for first, end in zip(starts, [*starts[1:], numbers.places], strict=True)]
    assert {one.name for one in found} == {"0-28-0", "0-384-0", "0-384-1"}
    assert max(sizes) <= CHUNK_TOKENS // 40 + 1
    assert sizes[-count:] == [1] * count


@settings(max_examples=20)
@given(some.lists(some.text(max_size=60), max_size=12))
def test_no_words_break_the_index(texts: list[str]) -> None:
    found = [Document(f"d{n}", Kind.PROMPT, f"d{n}/", passages=(Passage("*", words),)) for n, words in enumerate(texts)]
    assert "search/root.js" in files(found)


def test_an_archive_without_a_word_has_an_index_too(node: AskNode) -> None:
    assert set(files([])) >= {"search/root.js"}


pytestmark = pytest.mark.filterwarnings("error")
