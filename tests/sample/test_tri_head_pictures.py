"""What only Tri-Head's pictures and sound show."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import av
import pytest

from glassbox.records.archive import FilmFolder

plan = pytest.importorskip("sample.trihead.plan", reason="the sample's makers need numpy")

from sample.trihead.clock import BEAT, EVERY, ROUND, voice  # noqa: E402
from sample.trihead.film import FILM  # noqa: E402
from sample.trihead.paper import Size  # noqa: E402

FOLDER = Path(__file__).resolve().parents[2] / "content" / "films" / "tri-head"


@pytest.mark.ffmpeg
def test_the_film_is_loud_on_the_gong_and_silent_after_it(tri_head: FilmFolder) -> None:
    """The body strikes on its third beat; before it opens its hand the hall has gone quiet."""
    struck = (plan.PLAN.first_frame("SQ02-0060") + 3 * BEAT) / 24
    loud: dict[str, float] = {"stroke": 0.0, "quiet": 0.0}
    with av.open(str(FOLDER / str(tri_head.film.master))) as clip:
        for frame in clip.decode(audio=0):
            level = float(abs(frame.to_ndarray()).mean())
            if struck <= frame.time < struck + 0.3:
                loud["stroke"] = max(loud["stroke"], level)
            if struck + 1.6 <= frame.time < struck + 2.0:
                loud["quiet"] = max(loud["quiet"], level)
    assert loud["stroke"] > 0.05
    assert loud["quiet"] < loud["stroke"] / 2


def test_all_mouths_are_open_on_the_sixtieth_beat_and_never_all_before() -> None:
    assert ROUND == 60
    together = [beat for beat in range(1, ROUND + 1) if all(voice(head, beat) > 0.2 for head in EVERY)]
    spoken = [beat for beat in range(1, ROUND + 1) if all(beat % every == 0 for every in EVERY.values())]
    assert spoken == [ROUND]
    assert ROUND in together


def test_pictures_of_a_take_do_not_depend_on_the_ones_before() -> None:
    take, brush = plan.PLAN.take_of("TH-T003"), replace(FILM.brush, take=Size(160, 120))
    assert [picture for _, picture in brush.of_takes([take])][40].tobytes() == brush.painted(take, [40])[0].tobytes()
