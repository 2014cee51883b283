"""What only N.I.'s pictures and sound show."""

from __future__ import annotations

from pathlib import Path

import av
import pytest

from glassbox.records.archive import FilmFolder

plan = pytest.importorskip("sample.ni.plan", reason="the sample's makers need numpy")

from sample.planning import HANDLE  # noqa: E402

FOLDER = Path(__file__).resolve().parents[2] / "content" / "films" / "ni"


def test_the_rough_cut_does_not_look_into_the_wood(ni: FilmFolder) -> None:
    takes = {take.id: take for take in ni.takes}
    for name, _, _ in plan.PLAN.rough_cut:
        assert "SQ02-0040" not in takes[name].shots


@pytest.mark.ffmpeg
def test_the_crack_is_loud_and_the_moment_before_the_knock_is_not(ni: FilmFolder) -> None:
    """Everything stops when the wood splits, so that one can hear the first knock."""
    loudness: dict[int, float] = {}
    with av.open(str(FOLDER / str(ni.film.master))) as clip:
        for frame in clip.decode(audio=0):
            tenth = int(float(frame.time or 0) * 10)
            loudness[tenth] = max(loudness.get(tenth, 0.0), float(abs(frame.to_ndarray()).max()))
    crack = (plan.PLAN.first_frame("SQ02-0020") + 60 - HANDLE) / 24
    knock = (plan.PLAN.first_frame("SQ02-0030") + 40 - HANDLE) / 24
    at_crack = max(loudness[round(crack * 10) + n] for n in range(3))
    before = max(loudness[round(knock * 10) - n] for n in (3, 4, 5))
    at_knock = max(loudness[round(knock * 10) + n] for n in range(3))
    assert at_crack > 2 * before
    assert at_knock > 2 * before
