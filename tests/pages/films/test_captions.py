"""Captions as track and as transcript."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glassbox.pages.views.captions import Cue, cues_of, track_of


def test_subrip_and_webvtt_are_read_alike() -> None:
    webvtt = "WEBVTT\n\nNOTE a note\n\nid\n00:01.000 --> 00:02.500 align:start\n<v Girl>It <i>is</i> late &amp; dark.\n"
    subrip = "\ufeff7\r\n00:00:01,000 --> 00:00:02,500\r\nIt <i>is</i> late &amp; dark.\r\n\r\n"
    assert cues_of(webvtt) == cues_of(subrip) == [Cue(1.0, 2.5, "It is late & dark.")]


def test_cues_stand_in_the_order_of_their_times() -> None:
    text = "00:00:05.000 --> 00:00:06.000\nlater\n\n00:00:01.000 --> 00:00:02.000\nsooner\nand more\n"
    assert [cue.text for cue in cues_of(text)] == ["sooner\nand more", "later"]


@pytest.mark.parametrize("text", ["", "WEBVTT", "nothing here", "00:00:02.000 --> 00:00:01.000\nbackwards", "-->\n-->"])
def test_a_file_without_a_caption_gives_none(text: str) -> None:
    assert cues_of(text) == []


def test_a_track_cannot_be_broken_out_of() -> None:
    cue = Cue(0, 1, "</track> --> \"'<b>\u2028&")
    address = track_of([cue])
    assert address.startswith("data:text/vtt;charset=utf-8,")
    assert not set(address) & set("<>\"' \n")
    assert cues_of(unquote(address.partition(",")[2])) == [cue]


# What a cue may say: neither line ends nor the white space around lines is part of it.
_LINE = st.text(st.characters(codec="utf-8", exclude_characters="\r\n\x00"), min_size=1).map(str.strip).filter(bool)


@given(
    st.lists(
        st.builds(
            lambda start, length, lines: Cue(start / 1000, (start + length) / 1000, "\n".join(lines)),
            st.integers(0, 9_000_000),
            st.integers(1, 9_000),
            st.lists(_LINE, min_size=1, max_size=3),
        ),
        max_size=5,
    )
)
def test_a_written_track_is_read_back_as_it_was(cues: list[Cue]) -> None:
    again = cues_of(unquote(track_of(cues).partition(",")[2]))
    assert again == sorted(cues, key=lambda cue: (cue.start, cue.end))


@given(st.text())
def test_no_text_makes_captions_fail(text: str) -> None:
    assert cues_of(unquote(track_of(cues_of(text)).partition(",")[2])) == cues_of(text)


def test_a_line_of_the_transcript_leads_to_its_moment_of_the_film(english: Any) -> None:
    hrefs = english["films/lightcone/transcript/"].read.hrefs
    assert "../index.html?t=1" in hrefs
