"""What only Bicycle Kids has: a teaser that stands upright."""

from __future__ import annotations

from pathlib import Path

import av
import pytest

from glassbox.records.archive import FilmFolder

film = pytest.importorskip("sample.bicycle_kids.film", reason="the sample's makers need numpy")

pytestmark = pytest.mark.ffmpeg

FOLDER = Path(__file__).resolve().parents[2] / "content" / "films" / "bicycle-kids"


def test_the_teaser_stands_upright_and_lasts_ten_seconds(bicycle_kids: FilmFolder) -> None:
    with av.open(str(FOLDER / str(bicycle_kids.film.trailer))) as clip:
        video = clip.streams.video[0]
        assert (video.width, video.height) == film.FILM.sizes.teaser[:2]
        frames = sum(1 for _ in clip.decode(video=0))
    assert frames == sum(shot.frames for shot in film.FILM.teaser)
    assert 8 * 24 <= frames <= 12 * 24
