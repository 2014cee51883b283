"""Frames as clock, timecode and seconds."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glassbox.pages.views.frames import clock, span_of, timecode
from glassbox.records.film import Film

NTSC = Fraction(30000, 1001)


@pytest.mark.parametrize(
    ("frame", "fps", "start", "expected"),
    [
        (0, Fraction(24), None, "00:00:00:00"),
        (47, Fraction(24), "01:00:00:00", "01:00:01:23"),
        (1799, NTSC, "00:00:00;00", "00:00:59;29"),
        (1800, NTSC, "00:00:00;00", "00:01:00;02"),
        (17982, NTSC, "00:00:00;00", "00:10:00;00"),
        (107892, NTSC, "00:00:00;00", "01:00:00;00"),
        (0, NTSC, "01:00:00;00", "01:00:00;00"),
        (3600, Fraction(60000, 1001), "00:00:00;00", "00:01:00;04"),
        (12, Fraction(24), "00:00:01.500", "00:00:02:00"),
        (5, Fraction(24000, 1001), "10:00:00:00", "10:00:00:05"),
    ],
)
def test_a_frame_has_the_timecode_that_an_editor_gives_it(
    frame: int, fps: Fraction, start: str | None, expected: str
) -> None:
    assert timecode(frame, fps, start) == expected


@given(frame=st.integers(0, 5_000_000), rate=st.sampled_from([24, 25, 30, 48, 50, 60]))
def test_without_dropped_numbers_a_timecode_counts_every_frame(frame: int, rate: int) -> None:
    hours, minutes, seconds, inside = map(int, timecode(frame, Fraction(rate)).split(":"))
    assert ((hours * 60 + minutes) * 60 + seconds) * rate + inside == frame


@given(frame=st.integers(0, 2_000_000))
def test_drop_frame_never_gives_one_number_to_two_frames(frame: int) -> None:
    here, there = (timecode(one, NTSC, "00:00:00;00") for one in (frame, frame + 1))
    assert here < there
    assert not (here[6:8] == "00" and here[9:] in ("00", "01") and here[4] != "0")


def test_a_stretch_is_told_with_both_its_frames() -> None:
    film = Film.model_validate(
        {
            "slug": "a",
            "code": "AB",
            "title": "A",
            "fps": "24",
            "licence": "x",
            "digital_source_type": "digitalCapture",
            "timecode_start": "01:00:00:00",
        }
    )
    span = span_of(432, 575, film)
    assert (span.count, span.seconds, span.clock) == (144, "6", "0:18–0:24")
    assert span.timecode == "01:00:18:00 – 01:00:23:23"


def test_a_clock_shows_hours_only_where_there_are_any() -> None:
    assert clock(18.9) == "0:18"
    assert clock(3723) == "1:02:03"
