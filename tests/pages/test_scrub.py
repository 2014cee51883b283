"""The sprite of a film as pages and players take it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from glassbox.derivatives import Facts, Kind, Made, MadeFile, Source, Use
from glassbox.pages.views.clips import _scrub
from glassbox.problems import Place


class OnePage:
    """The page that asks, two folders deep."""

    def file(self, name: str) -> str:
        return f"../../{name}"


def test_each_cell_stands_for_the_time_around_its_moment() -> None:
    page: Any = OnePage()
    sprite = MadeFile(
        "sprite", "media/s.webp", Path("/x"), 9, "image/webp", 320, 180, moments=(1.0, 3.0, 4.0), columns=2
    )
    source = Source(Path("/x"), "x", Place("x"), Use.FILM)
    scrub = _scrub(Made(source, Facts(Kind.VIDEO, 9, "0" * 64, "0" * 64, seconds=3605.5), (sprite,)), page)
    assert scrub is not None
    assert [(c.start, c.end, c.x, c.y) for c in scrub.cells] == [
        (0.0, 2.0, 0, 0), (2.0, 3.5, 160, 0), (3.5, 3605.5, 0, 90),
    ]  # fmt: skip
    assert scrub.webvtt.startswith("WEBVTT\n\n00:00:00.000 --> 00:00:02.000\n../../media/s.webp#xywh=0,0,160,90\n")
    assert "00:00:03.500 --> 01:00:05.500\n../../media/s.webp#xywh=0,90,160,90" in scrub.webvtt


def test_a_medium_without_a_sprite_has_nothing_to_scrub() -> None:
    page: Any = OnePage()
    assert _scrub(Made(Source(Path("/x"), "x", Place("x"), Use.FILM)), page) is None
