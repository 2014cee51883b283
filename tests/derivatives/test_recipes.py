from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from glassbox.derivatives import Facts, Kind, Use
from glassbox.derivatives.graph import clip_rate, fit
from glassbox.derivatives.labels import packet_of
from glassbox.derivatives.recipes import CLIP_LOOKS, FILM_WEB, Pictures, Stills, Web, recipes_for, text_of
from glassbox.derivatives.store import key_of, published_name
from glassbox.derivatives.values import Label

webs = st.builds(
    Web,
    st.sampled_from(["web", "playable"]),
    st.integers(2, 4000),
    crf=st.integers(0, 51),
    preset=st.sampled_from(["slow", "fast"]),
    copy_mbps=st.sampled_from([0.0, 4.0]),
)
FACTS = Facts(Kind.VIDEO, 1, "0" * 64, "0" * 64, seconds=60.0, width=1920, height=1080)


@given(webs, webs)
def test_equal_recipes_have_equal_names_and_others_do_not(one: Web, other: Web) -> None:
    names = [key_of(text_of(recipe), "tools", b"") for recipe in (one, other)]
    assert (names[0] == names[1]) == (one == other)


@given(st.text(), st.text(), st.text(), st.text())
def test_no_text_runs_from_one_part_of_a_name_into_the_next(a: str, b: str, c: str, d: str) -> None:
    assert (key_of(a, b, b"") == key_of(c, d, b"")) == ((a, b) == (c, d))


def test_another_tool_or_another_label_makes_another_name() -> None:
    names = {
        key_of(text_of(CLIP_LOOKS), tools, packet_of(label))
        for tools in ("ffmpeg 9", "ffmpeg 8")
        for label in (Label(), Label(title="Rain"))
    }
    assert len(names) == 4


@given(st.text("0123456789abcdef", min_size=64, max_size=64), st.sampled_from(["preview.mp4", "still-4x3.webp"]))
def test_published_names_are_portable_and_keep_only_the_kind(entry: str, stored: str) -> None:
    folder, two, name = published_name(entry, stored).split("/")
    assert folder == "media"
    assert name.startswith(two)
    assert name.lower() == name
    assert len(name.partition(".")[0]) == 20
    assert name.partition(".")[2] == stored.partition(".")[2]


@given(st.integers(1, 20_000), st.integers(1, 20_000), st.sampled_from([320, 480, 1280]))
def test_clips_fit_their_box_in_even_numbers_and_are_not_enlarged(width: int, height: int, edge: int) -> None:
    wide, high = fit(width, height, edge, edge)
    assert wide % 2 == high % 2 == 0
    assert 2 <= wide <= max(edge, 2)
    assert 2 <= high <= max(edge, 2)
    assert wide <= max(width, 2)
    assert high <= max(height, 2)


@given(st.fractions(min_value=1, max_value=240))
def test_the_rate_of_a_preview_is_never_above_thirty(fps: object) -> None:
    assert 5 <= clip_rate(fps) <= 30  # type: ignore[arg-type]


def test_what_a_file_is_decides_before_what_it_is_used_for() -> None:
    assert recipes_for(Use.CLIP, replace(FACTS, kind=Kind.PICTURE)) == (Pictures(),)
    assert FILM_WEB in recipes_for(Use.FILM, FACTS)
    assert CLIP_LOOKS in recipes_for(Use.PICTURE, FACTS)
    assert recipes_for(Use.DOCUMENT, replace(FACTS, kind=Kind.DOCUMENT)) == ()


def test_moments_of_a_film_are_taken_once_each_and_in_order() -> None:
    assert recipes_for(Use.FILM, FACTS, (2.0, 1.0, 2.0), (2.0, 2.0))[-1] == Stills((1.0, 2.0), (2.0,))
