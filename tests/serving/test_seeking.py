"""A visitor who moves in a film gets the bytes of that place, and nobody is sent twice what they have."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from .conftest import FILM, Served

MP4 = "/media/ab/film.mp4"


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("bytes=0-", 0, len(FILM) - 1),
        ("bytes=0-0", 0, 0),
        ("bytes=700000-700099", 700_000, 700_099),
        ("bytes=-100", len(FILM) - 100, len(FILM) - 1),
        ("bytes=1048575-", len(FILM) - 1, len(FILM) - 1),
        ("bytes=1000000-99999999", 1_000_000, len(FILM) - 1),
        ("bytes=-99999999", 0, len(FILM) - 1),
    ],
)
def test_a_visitor_gets_the_part_of_the_film_that_was_asked_for(
    served: Served, asked: str, first: int, last: int
) -> None:
    answer = served.ask(MP4, range=asked)
    assert answer.status == 206
    assert answer.headers["content-range"] == f"bytes {first}-{last}/{len(FILM)}"
    assert answer.headers["content-length"] == str(last - first + 1)
    assert answer.body == FILM[first : last + 1]


def test_any_part_put_together_gives_the_film(served: Served) -> None:
    cuts = [0, *sorted(random.Random(5).sample(range(1, len(FILM)), 6)), len(FILM)]
    parts = [served.ask(MP4, range=f"bytes={a}-{b - 1}").body for a, b in pairwise(cuts)]
    assert b"".join(parts) == FILM


@pytest.mark.parametrize("asked", ["bytes=1048576-", "bytes=2000000-2000001", "bytes=-0"])
def test_a_place_after_the_end_is_refused_with_the_length(served: Served, asked: str) -> None:
    answer = served.ask(MP4, range=asked)
    assert answer.status == 416
    assert answer.headers["content-range"] == f"bytes */{len(FILM)}"


@pytest.mark.parametrize(
    "asked", ["bytes=9-5", "bytes=a-b", "bytes=", "seconds=1-2", "bytes=0-1,5-9", "0-5", "bytes=" + "9" * 400 + "-"]
)
def test_a_range_that_is_none_gets_the_whole_film(served: Served, asked: str) -> None:
    answer = served.ask(MP4, range=asked)
    assert (answer.status, len(answer.body)) == (200, len(FILM))


def test_seeking_goes_on_only_in_the_same_film(served: Served) -> None:
    tag = served.ask(MP4, "HEAD").headers["etag"]
    assert served.ask(MP4, range="bytes=5-9", if_range=tag).status == 206
    assert served.ask(MP4, range="bytes=5-9", if_range='"another"').status == 200


def test_what_a_visitor_has_is_not_sent_again(served: Served) -> None:
    first = served.ask("/index.html")
    again = served.ask("/index.html", if_none_match=f'"other", W/{first.headers["etag"]}')
    assert (again.status, again.body, again.headers["etag"]) == (304, b"", first.headers["etag"])
    assert served.ask("/index.html", if_modified_since=first.headers["last-modified"]).status == 304
    assert served.ask("/index.html", if_modified_since="Thu, 01 Jan 1970 00:00:00 GMT").status == 200
    assert served.ask("/index.html", if_modified_since="yesterday").status == 200


def test_the_tag_decides_before_the_date(served: Served) -> None:
    dated = served.ask("/index.html").headers["last-modified"]
    assert served.ask("/index.html", if_none_match='"another"', if_modified_since=dated).status == 200
