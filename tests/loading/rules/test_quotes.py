"""Hidden words in shown records."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glassbox.loading.rules import quotes
from making.archives import archive, decision, film, prompt, take

HIDDEN = "A glass harbour at dawn, seen through seven fishing nets, slow push in."
ZH = "黎明时分的玻璃港湾，透过七张渔网望去，镜头缓慢推进。"


def withheld(text: str = HIDDEN, **more: Any) -> dict[str, Any]:
    return prompt(9, text=text, publish="withheld", publish_reason="another's", **more)


def quoting(words: str, hidden: dict[str, Any] | None = None) -> Any:
    return archive(film(prompts=[hidden or withheld()], decisions=[decision(why=words)]))


def test_a_withheld_prompt_quoted_in_a_decision_is_told(told: Any) -> None:
    [line] = told(quoting("We wrote “a glass harbour at dawn, seen through”, and it came out flat."))
    assert "LC-D001 quotes LC-P009 in 'why'" in line
    assert line.endswith("[GB-E083]")


def test_line_breaks_case_and_punctuation_hide_no_quotation(told: Any) -> None:
    assert len(told(quoting("A GLASS-HARBOUR\nat   dawn; seen — through seven"))) == 1


def test_fewer_than_24_letters_are_no_quotation(told: Any) -> None:
    assert told(quoting("a glass harbour at dawn, but not more")) == []


def test_twelve_chinese_characters_are_one_and_eleven_are_none(told: Any) -> None:
    assert len(told(quoting("原文写的是“玻璃港湾，透过七张渔网望去”。", withheld(ZH)))) == 1
    assert told(quoting("原文写的是“璃港湾，透过七张渔网望”。", withheld(ZH))) == []


def test_what_an_embargoed_record_says_is_hidden_until_its_moment(told: Any) -> None:
    hidden = prompt(9, text=HIDDEN, embargo="2026-06-14T10:00+08:00")
    assert len(told(quoting(HIDDEN, hidden))) == 1
    hidden = prompt(9, text=HIDDEN, embargo="2026-06-12T10:00+08:00")
    assert told(quoting(HIDDEN, hidden)) == []


def test_the_rest_of_an_excerpt_is_hidden_and_the_excerpt_is_not(told: Any) -> None:
    hidden = prompt(
        9,
        publish="excerpt",
        publish_reason="another's",
        revisions=[{"rev": "1", "text": HIDDEN, "excerpt": "A glass harbour at dawn, seen through"}],
    )
    assert told(quoting("“A glass harbour at dawn, seen through” was the start", hidden)) == []
    assert len(told(quoting("“seen through seven fishing nets, slow push in”", hidden))) == 1


def test_prompts_of_a_film_may_share_its_look(told: Any) -> None:
    look = "35 mm film, shallow depth of field, wet asphalt"
    shown = prompt(1, text=f"A tram stops, {look}")
    hidden = withheld(f"A man waits under an umbrella for somebody who does not come, in heavy rain, {look}")
    assert told(archive(film(prompts=[shown, hidden]))) == []
    copied = prompt(1, text="A man waits under an umbrella for somebody who does not come, in heavy snow")
    assert len(told(archive(film(prompts=[copied, hidden])))) == 1


def test_a_short_withheld_prompt_is_told_where_another_holds_it_whole(told: Any) -> None:
    hidden = withheld("thirteen lanterns on a black river")
    assert (
        len(told(archive(film(prompts=[prompt(1, text="At night: thirteen lanterns on a black river"), hidden])))) == 1
    )


def test_translations_notes_and_what_the_tool_made_of_a_prompt_are_hidden_too(told: Any) -> None:
    hidden = withheld("t", note="The harbour master asked us not to show where it was filmed")
    assert len(told(quoting("because the harbour master asked us not to show", hidden))) == 1
    made = take(9, publish="withheld", publish_reason="x", generation={"optimized_prompt": HIDDEN})
    assert len(told(archive(film(takes=[made], decisions=[decision(why=HIDDEN)])))) == 1


def test_a_withheld_revision_is_hidden_alone(told: Any) -> None:
    two = prompt(9, revisions=[{"rev": "1", "text": HIDDEN}, {"rev": "2", "text": "a lamp"}])
    withheld_one = {"withheld": [{"what": ["LC-P009@1"], "why": "x"}]}
    assert len(told(archive(film(withheld_one, prompts=[two], decisions=[decision(why=HIDDEN)])))) == 1
    withheld_two = {"withheld": [{"what": ["LC-P009@2"], "why": "x"}]}
    assert told(archive(film(withheld_two, prompts=[two], decisions=[decision(why=HIDDEN)]))) == []


def test_a_hidden_record_named_in_words_is_told(told: Any) -> None:
    hidden = prompt(9, embargo="2026-06-14T10:00+08:00")
    [line] = told(archive(film(prompts=[hidden], decisions=[decision(why="It grew from LC-P009@1.")])))
    assert line.endswith("[GB-E084]")
    assert "LC-P009" in line
    [line] = told(archive(film(prompts=[withheld()], decisions=[decision(why="See LC-P009.")])))
    assert line.endswith("[GB-W085]")


def test_fields_and_the_register_may_name_what_is_withheld(told: Any) -> None:
    register = {"withheld": [{"what": ["LC-P009"], "why": "music rights"}]}
    whole = archive(film(register, prompts=[prompt(9)], takes=[take(prompt="LC-P009@1")]))
    assert told(whole) == []


@given(st.text("ab灯河", max_size=40), st.text("ab灯河", max_size=40))
def test_a_quotation_is_found_exactly_where_enough_letters_agree(shown: str, hidden: str) -> None:
    words = quotes.HiddenWords()
    words.add("x", hidden, is_prompts=False)
    found = list(quotes._quoted(shown, words, in_prompt=False))
    common = {shown[i:j] for i in range(len(shown)) for j in range(i + 1, len(shown) + 1) if shown[i:j] in hidden}
    long = [each for each in common if len(each) >= 24]
    chinese = [each for each in common if len(each) >= 12 and quotes._is_chinese(each)]
    if long or chinese:
        assert found or any(len(places) == 2 for places in words.blocks.values())
    for _, count in found:
        assert any(len(each) == count and quotes.weight(each) >= 24 for each in common)


def test_a_prompt_may_say_again_what_its_own_withheld_revision_said(told: Any) -> None:
    """From one revision to the next most words stay; they are shown where the next is."""
    two = [{"rev": "1", "text": HIDDEN}, {"rev": "2", "text": f"{HIDDEN}, at dawn"}]
    whole = archive(film({"withheld": [{"what": ["LC-P001@1"], "why": "a name"}]}, prompts=[prompt(revisions=two)]))
    assert told(whole) == []


@pytest.mark.parametrize("words", ["W", "lamp and lamp and ", "光"])
def test_a_text_that_repeats_itself_is_compared_in_one_go(told: Any, words: str) -> None:
    """It agrees with itself in as many ways as it has letters: all of them together took hours."""
    text = words * (300_000 // len(words))
    [line] = told(quoting(text, withheld(text)))
    assert "LC-D001 quotes LC-P009 in 'why'" in line


def test_a_name_beside_a_word_as_long_as_a_picture_is_found() -> None:
    assert [*quotes.names_in(f"{'W' * 300_000} see LC-P001@2")] == ["LC-P001", "LC-P001@2"]
