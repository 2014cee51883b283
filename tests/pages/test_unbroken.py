"""Ids inside sentences stay in one piece."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from glassbox.pages.unbroken import unbroken


@pytest.mark.parametrize("one", ["LC-P012", "LC-P012@3", "SQ01-0020", "ABCDEF-T1234"])
def test_an_id_in_a_chinese_sentence_is_one_piece(one: str) -> None:
    assert unbroken(f"见{one}。") == f'见<span class="id">{one}</span>。'


@pytest.mark.parametrize("words", ["GPT-4", "2026-05-12", "XLC-P012-b", "lc-p012", "T2V-01-Director"])
def test_what_is_no_id_stays_as_it_is(words: str) -> None:
    assert unbroken(words) == words


def test_tags_stay_as_they_are_and_text_is_escaped() -> None:
    prose = Markup('<a href="../LC-P012/" title="> LC-P012">LC-P012</a>')
    assert unbroken(prose) == '<a href="../LC-P012/" title="> LC-P012"><span class="id">LC-P012</span></a>'
    assert unbroken("<b>LC-P012") == '&lt;b&gt;<span class="id">LC-P012</span>'


@given(st.text(st.sampled_from("LCP-0123@<>&\"' 见SQ"), max_size=40))
def test_nothing_but_elements_is_added(words: str) -> None:
    assert re.sub(r"</?span[^>]*>", "", unbroken(words)) == escape(words)
