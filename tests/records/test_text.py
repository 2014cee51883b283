"""Words by language, and whose words stand in where some are missing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from glassbox.records.text import EVERY, Shown, Text, is_blank

READ = TypeAdapter(Text)


def test_a_plain_string_serves_every_language_without_a_mark() -> None:
    text = Text.of("Lightcone")
    assert text.shown_in("zh") == Shown("Lightcone", EVERY)
    assert text.lacks(["en", "zh"]) == []


def test_a_missing_language_is_shown_in_the_first_that_is_written_and_marked() -> None:
    text = Text.of({"zh": "光锥", "de": "Lichtkegel"})
    assert text.shown_in("en") == Shown("光锥", "zh", is_fallback=True)
    assert text.shown_in("de") == Shown("Lichtkegel", "de")
    assert text.lacks(["zh", "en", "de"]) == ["en"]


def test_a_related_language_needs_no_mark() -> None:
    assert Text.of({"en": "Light", "zh-Hant": "光錐"}).shown_in("zh") == Shown("光錐", "zh-Hant")


def test_a_blank_language_counts_as_not_written() -> None:
    assert Text.of({"zh": "光", "en": " "}).by_lang == (("zh", "光"),)


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("", "gb_empty"),
        ("\u3000\n", "gb_empty"),
        ({"zh": " "}, "gb_empty"),
        ({}, "gb_text"),
        (["a"], "gb_text"),
        ({"zh": ["a"]}, "gb_text"),
        ({"chinese_simplified": "光"}, "gb_language"),
        (None, "gb_text"),
    ],
)
def test_what_is_no_text_is_refused(written: object, why: str) -> None:
    with pytest.raises(ValidationError) as caught:
        READ.validate_python(written)
    assert caught.value.errors()[0]["type"] == why


@given(
    st.text(min_size=1).filter(str.strip)
    | st.dictionaries(st.sampled_from(["en", "zh", "zh-Hant", "de"]), st.text(min_size=1).filter(str.strip), min_size=1)
)
def test_what_is_written_comes_back_as_it_was(written: str | dict[str, str]) -> None:
    assert READ.dump_python(READ.validate_python(written)) == written


@pytest.mark.parametrize("words", ["", " \t\n", "\u3000\u00a0", "\u200b", "\ufeff \u2060\u00ad", "\u202e\u202c"])
def test_words_that_nobody_can_see_are_none(words: str) -> None:
    assert is_blank(words)
    with pytest.raises(PydanticCustomError):
        Text.of(words)


@pytest.mark.parametrize("words", ["a", "\u200b灯", "🎬\ufe0f", "0", "."])
def test_one_mark_makes_words(words: str) -> None:
    assert not is_blank(words)
