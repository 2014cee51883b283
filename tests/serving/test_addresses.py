"""Which address shows which file, and which shows none."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from glassbox.pages.policy import HEADER_POLICY
from glassbox.serving.headers import EVERY_ANSWER

from .conftest import Served


def test_a_folder_address_shows_the_page_of_the_folder(served: Served) -> None:
    assert served.ask("/").body == (served.site / "index.html").read_bytes()
    assert served.ask("/films/lightcone/").body == served.ask("/films/lightcone/index.html").body


def test_a_folder_without_its_last_slash_is_sent_to_the_address_that_relative_links_need(served: Served) -> None:
    answer = served.ask("/films/lightcone?t=12&q=%E5%80%92%E5%BD%B1")
    assert answer.status == 308
    assert answer.headers["location"] == "/films/lightcone/?t=12&q=%E5%80%92%E5%BD%B1"


@pytest.mark.parametrize("path", ["//evil.example/films/..", "//films/lightcone", "/\\evil.example", "///"])
def test_no_address_sends_a_visitor_to_another_host(served: Served, path: str) -> None:
    answer = served.ask(path)
    assert answer.status == 404
    assert "location" not in answer.headers


def test_a_page_that_is_not_there_says_so_in_the_language_of_its_folder(served: Served) -> None:
    assert (served.ask("/nowhere.html").status, served.ask("/nowhere.html").body) == (
        404,
        b"<!doctype html><p>no such page",
    )
    assert served.ask("/en/films/nowhere/").body == b"<!doctype html><p>not in English either"


def test_a_folder_without_a_page_is_not_listed(served: Served) -> None:
    for path in ("/media/", "/media/ab/", "/media", "/assets"):
        answer = served.ask(path)
        assert answer.status == 404
        assert b"film.mp4" not in answer.body


@pytest.mark.parametrize(
    "path",
    [
        "/../private.html",
        "/films/../../private.html",
        "/%2e%2e/private.html",
        "/films/%2e%2e/%2e%2e/private.html",
        "/films/..%2f..%2fprivate.html",
        "/films/..%5c..%5cprivate.html",
        "/..\\private.html",
        "//private.html",
        "/./index.html",
        "/films/outward.html",
        "/outward/private.html",
        "/outward/",
        "/outward",
        "/index.html%00.png",
        "/.hidden/secret.html",
        "/%2ehidden/secret.html",
        "/films/.draft.html",
        "/pipe.html",
        "/" + "a" * 5000,
        "/%ff%fe",
    ],
)
def test_no_address_leads_out_of_the_tree_or_to_what_is_hidden(served: Served, path: str) -> None:
    answer = served.ask(path)
    assert answer.status == 404
    assert b"private" not in answer.body
    assert b"hidden" not in answer.body


def test_an_absolute_path_is_no_address(served: Served) -> None:
    outside = served.site.parent / "private.html"
    assert outside.exists()
    assert served.ask(str(outside)).status == 404
    assert served.ask("/" + str(outside)).status == 404


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/index.html", "text/html; charset=utf-8"),
        ("/assets/js/search.js", "text/javascript; charset=utf-8"),
        ("/assets/css/tokens.css", "text/css; charset=utf-8"),
        ("/data/films.json", "application/json"),
        ("/media/ab/film.mp4", "video/mp4"),
        ("/media/ab/captions.vtt", "text/vtt; charset=utf-8"),
        ("/SHA256SUMS", "text/plain; charset=utf-8"),
    ],
)
def test_every_file_is_named_for_what_it_is(served: Served, path: str, kind: str) -> None:
    assert served.ask(path).headers["content-type"] == kind


@pytest.mark.parametrize("path", ["/", "/media/ab/film.mp4", "/nowhere", "/films/lightcone"])
def test_every_answer_carries_the_policy(served: Served, path: str) -> None:
    headers = served.ask(path).headers
    assert {name: headers[name] for name in EVERY_ANSWER} == EVERY_ANSWER
    assert "frame-ancestors 'none'" in HEADER_POLICY
    assert "server" not in headers


def test_only_reading_is_answered(served: Served) -> None:
    assert served.ask("/", "POST", content_length="0").status == 405
    assert served.ask("/", "DELETE").status == 405
    head = served.ask("/media/ab/film.mp4", "HEAD")
    assert (head.status, head.headers["content-length"], head.body) == (200, str(1 << 20), b"")


def test_no_request_leaves_a_file_open(served: Served) -> None:
    folder = Path(f"/proc/{served.process.pid}/fd")
    if not folder.exists():
        pytest.skip("this system does not tell which files a process has open")
    served.ask("/")
    before = len(os.listdir(folder))
    tag = served.ask("/").headers["etag"]
    for _ in range(5):
        for path in ("/", "/nowhere", "/films/lightcone", "/outward/", "/pipe.html", "/media/ab/"):
            served.ask(path)
            served.ask(path, "HEAD")
        served.ask("/", if_none_match=tag)
        served.ask("/media/ab/film.mp4", range="bytes=5-9")
        served.ask("/media/ab/film.mp4", range="bytes=9999999-")
    assert len(os.listdir(folder)) <= before + 3  # a worker's pipe, a connection that is just being closed
