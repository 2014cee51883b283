"""YAML is text until a record reads it."""

from __future__ import annotations

import pytest

from glassbox.loading.marks import line_of
from glassbox.loading.yaml_text import MOST_LEVELS, read_yaml


def value(text: str) -> object:
    parsed = read_yaml(text)
    assert not parsed.faults
    return parsed.value


def codes(text: str) -> list[tuple[int, str]]:
    return [(fault.line, fault.code.name) for fault in read_yaml(text).faults]


@pytest.mark.parametrize(
    "typed", ["010", "1:02:03", "12:30:00", "no", "NO", "16:9", "1.10", "0123", "yes", "1e3", "0x1F", ".inf", "Null"]
)
def test_what_an_author_typed_stays_what_they_typed(typed: str) -> None:
    assert value(f"key: {typed}") == {"key": typed}


def test_a_day_and_a_large_number_stay_text() -> None:
    assert value("at: 2026-06-13\ncost: 1_000\n") == {"at": "2026-06-13", "cost": "1_000"}


@pytest.mark.parametrize("nothing", ["", " ", "~", "null", " # later"])
def test_a_key_with_nothing_after_it_is_as_if_it_were_not_there(nothing: str) -> None:
    assert value(f"id: a\nnote: {nothing}\n") == {"id": "a"}


def test_quoted_words_are_words_even_where_they_look_like_nothing() -> None:
    assert value("a: ''\nb: '~'\nc: \"null\"\n") == {"a": "", "b": "~", "c": "null"}


@pytest.mark.parametrize(
    ("block", "words"),
    [
        ("|\n  one\n  two\n", "one\ntwo"),
        ("|\n  one\n\n\n", "one"),
        ("|-\n  one\n", "one"),
        ("|+\n  one\n\n", "one\n"),
        (">\n  one\n  two\n", "one two"),
        ("|2\n    one\n   two\n", "  one\n two"),
        ('"one\\n"', "one\n"),
    ],
)
def test_the_newline_that_a_block_adds_is_not_part_of_a_prompt(block: str, words: str) -> None:
    assert value(f"text: {block}") == {"text": words}


def test_blanks_at_line_ends_and_odd_line_separators_stay_in_a_prompt() -> None:
    assert value("text: |\n  one  \n  a\u2028b\x85c\u2029d\n  two\n") == {"text": "one  \na\u2028b\x85c\u2029d\ntwo"}


def test_carriage_returns_that_were_escaped_become_line_feeds() -> None:
    assert value('text: "one\\r\\ntwo\\rthree"') == {"text": "one\ntwo\nthree"}


def test_each_value_knows_its_line() -> None:
    lines = read_yaml("a: 1\nb:\n  - x\n  - y: |\n      words\n    z: 2\n").lines
    found = [line_of(lines, path) for path in [(), ("a",), ("b",), ("b", 0), ("b", 1, "y"), ("b", 1, "z"), ("b", 9)]]
    assert found == [1, 1, 2, 3, 4, 6, 2]


def test_a_key_given_twice_is_told_and_the_first_stays() -> None:
    parsed = read_yaml("a: 1\nb: 2\na: 3\n")
    assert parsed.value == {"a": "1", "b": "2"}
    assert [(fault.line, dict(fault.facts)) for fault in parsed.faults] == [(3, {"key": "a", "first": "1"})]


def test_a_small_alias_is_followed() -> None:
    assert value("a: &x [1, 2]\nb: *x\n") == {"a": ["1", "2"], "b": ["1", "2"]}


BOMB = "a: &a [lol, lol]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)
CHAIN = "a: &a0 [x]\n" + "".join(f"k{n}: &a{n + 1} [*a{n}]\n" for n in range(200))


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("a: &a [x, *a]\n", 1, "GB-E013"),
        ("a: *nowhere\n", 1, "GB-E013"),
        ("note: *very* dark\n", 1, "GB-E013"),
        (BOMB, 6, "GB-E013"),
        (CHAIN, 39, "GB-E013"),
        ("a: 1\n---\nb: 2\n", 2, "GB-E012"),
        ("a: 1\n...\nb: 2\n", 3, "GB-E012"),
        ("a:\n\tb: 1\n", 2, "GB-E010"),
        ("a: 1\nb:\n  c: 1\n\td: 2\n", 4, "GB-E010"),
        ("a: !!python/object/apply:os.system ['true']\n", 1, "GB-E014"),
        ("a: !secret x\n", 1, "GB-E014"),
        ("title: {zh: 光, 影, en: Light}\n", 1, "GB-E016"),
        ("a: b: c\n", 1, "GB-E009"),
        ("a: [1\n", 1, "GB-E009"),
        ("a: @x\n", 1, "GB-E009"),
        ('a: "x\n', 1, "GB-E009"),
        ("- id：LC-T001\n  status: kept\n", 1, "GB-E009"),
        ("- id: LC-T001\n  status：kept\n  shots:\n  - SQ01-0010\n", 2, "GB-E009"),
        ("- id: LC-T001\n  status:kept\n", 2, "GB-E009"),
        ("text: |\na lamp\n", 2, "GB-E009"),
        ("note: https://a.example: b\n", 1, "GB-E009"),
        ("note: take #3\n", 1, "GB-W004"),
        ("- a lamp,\n  colour #FF8800\n", 2, "GB-W004"),
        ("colour: #FF8800\n", 1, "GB-W004"),
        ("? [a, b]\n: c\n", 1, "GB-E009"),
        ("a: 1\nb: \x07\n", 2, "GB-E007"),
        ('a: "\\x1b[31m"\n', 1, "GB-E007"),
        ("", 0, "GB-E008"),
        ("# nothing here yet\n# todo\n", 0, "GB-E008"),
        ("---\n", 0, "GB-E008"),
        ("a: " + "[" * 20_000, 1, "GB-E006"),
        ("a: " + "[" * MOST_LEVELS + "]" * MOST_LEVELS, 1, "GB-E006"),
        ("{a: " * 5_000, 1, "GB-E006"),
        ("[" + "a," * 500_000 + "]", 1, "GB-E006"),
    ],
    ids=lambda found: found[:24] if isinstance(found, str) else str(found),
)
def test_what_yaml_would_swallow_is_told_with_its_line(text: str, line: int, code: str) -> None:
    assert (line, code) in codes(text)


@pytest.mark.parametrize(
    "text", ["note: three  # of them\n", "note: 'take #3'\n", "note: C#\n", "note: |\n  take #3\n", "a: b ## c\n#x\n"]
)
def test_a_comment_and_a_hash_that_is_kept_are_told_nothing(text: str) -> None:
    assert codes(text) == []


def test_an_alias_that_leads_nowhere_is_named_whole() -> None:
    assert read_yaml("note: *beautiful*\n").faults[0].facts["name"] == "*beautiful*"


def test_an_alias_bomb_is_told_once_and_unfolds_nothing() -> None:
    assert codes(BOMB) == [(6, "GB-E013")]
    assert read_yaml(BOMB).value is None


def test_several_faults_of_one_file_come_in_one_run() -> None:
    found = codes("a: 1\na: 2\nb: {x: 1, y}\nc: !tag z\n")
    assert found == [(2, "GB-E011"), (3, "GB-E016"), (4, "GB-E014")]


def test_a_file_that_begins_further_down_counts_from_there() -> None:
    assert read_yaml("a: 1\na: 2\n", first_line=10).faults[0].line == 11
