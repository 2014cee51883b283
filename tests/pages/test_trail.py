"""Differences between revisions lose nothing, and say what a reader would say."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from glassbox.pages.trail import Kind, Run, difference

_WORDS = st.text(alphabet="ab ,.\n灯笼河é👻‏", max_size=60)


@given(_WORDS, _WORDS)
def test_both_texts_can_be_read_out_of_their_difference(before: str, after: str) -> None:
    runs = difference(before, after)
    assert "".join(r.text for r in runs if r.kind is not Kind.NEW) == before
    assert "".join(r.text for r in runs if r.kind is not Kind.GONE) == after
    assert all(r.text for r in runs)


@given(_WORDS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert all(r.kind is Kind.SAME for r in difference(text, text))


def test_english_changes_by_the_word() -> None:
    assert difference("a few lanterns, slow", "thirteen lanterns, slow") == [
        Run(Kind.GONE, "a few"),
        Run(Kind.NEW, "thirteen"),
        Run(Kind.SAME, " lanterns, slow"),
    ]


def test_chinese_changes_by_the_character() -> None:
    assert difference("十三盏纸灯", "十五盏纸灯") == [
        Run(Kind.SAME, "十"),
        Run(Kind.GONE, "三"),
        Run(Kind.NEW, "五"),
        Run(Kind.SAME, "盏纸灯"),
    ]


def test_words_of_two_scripts_in_one_prompt_change_each_in_its_way() -> None:
    changed = [
        r for r in difference("[Push in] 黑色河面 slow dolly", "[Pull out] 黑色的河面 slow crane") if r.kind is Kind.NEW
    ]
    assert [r.text for r in changed] == ["Pull out", "的", "crane"]


def test_a_pasted_megabyte_is_compared_all_the_same() -> None:
    before = "光锥 prompt " * 40_000
    runs = difference(before, before.replace("光锥", "光年", 1) + "end")
    assert "".join(r.text for r in runs if r.kind is not Kind.NEW) == before


def test_few_words_said_a_thousand_times_do_not_take_for_ever() -> None:
    before, after = "a b c d " * 700, "d c b a " * 700
    assert "".join(r.text for r in difference(before, after) if r.kind is not Kind.GONE) == after
