"""What only Lightcone's pictures show."""

from __future__ import annotations

import pytest

plan = pytest.importorskip("sample.lightcone.plan", reason="the sample's makers need numpy")

from sample.lightcone.river import Fleet, travel  # noqa: E402
from sample.lightcone.variation import AS_BOARDED  # noqa: E402


def test_thirteen_lanterns_can_be_counted_on_every_frame_of_the_river() -> None:
    """None is outside the frame, and none behind the two on the bank, whose right edge is the child's."""
    frames, fleet, move = plan.PLAN.shot_of("SQ02-0030").clip_frames, Fleet(AS_BOARDED), travel(AS_BOARDED)
    assert len(fleet.far) == 13
    for i in range(frames):
        t = i / (frames - 1)
        view = move.at(t)
        child = view.place(0.262, 0.895, 1.2)[0] + 0.02
        for n in range(13):
            x, y = fleet.place(n, i, t, view)
            assert child < x < 0.99, (i, n)
            assert y < 0.97, (i, n)
