"""A new build takes the place of the old one while visitors are reading."""

from __future__ import annotations

import hashlib
import http.client
import os
import signal
import threading
from collections.abc import Callable
from pathlib import Path

from glassbox.serving.tree import opened

from .conftest import FILM, Served, write_site

Serve = Callable[[Path], Served]


def exchange(site: Path, other: Path) -> None:
    """Two renames, as on a system that has no exchange in one step: for a moment there is no site."""
    site.rename(site.with_name("away"))
    other.rename(site)
    site.with_name("away").rename(other)


def test_the_next_request_sees_the_new_build(tmp_path: Path, serve_tree: Serve) -> None:
    served = serve_tree(write_site(tmp_path / "site", "old"))
    before = served.ask("/")
    exchange(tmp_path / "site", write_site(tmp_path / "next", "new"))
    after = served.ask("/", if_none_match=before.headers["etag"])
    assert (before.body, after.status, after.body) == (b"<!doctype html><p>old", 200, b"<!doctype html><p>new")


def test_a_page_mended_in_place_is_seen_whatever_the_sums_say(tmp_path: Path, serve_tree: Serve) -> None:
    served = serve_tree(write_site(tmp_path / "site", "first"))
    before = served.ask("/")
    (tmp_path / "site" / "index.html").write_text("<!doctype html><p>other", encoding="utf-8")
    assert served.ask("/", if_none_match=before.headers["etag"]).status == 200


def test_a_file_and_its_digest_are_of_one_build_even_where_the_exchange_falls_between_them(tmp_path: Path) -> None:
    site, other = write_site(tmp_path / "site", "old"), write_site(tmp_path / "next", "new")
    with opened(site) as tree:
        exchange(site, other)
        found = tree.file(("index.html",))
        assert found
        with open(found.descriptor, "rb") as file:
            whole = file.read()
    assert whole == b"<!doctype html><p>old"
    assert found.digest == hashlib.sha256(whole).hexdigest()


def test_requests_during_exchanges_get_one_whole_build_each(tmp_path: Path, serve_tree: Serve) -> None:
    """Pages of other lengths and other digests; neither a cut body nor a tag of the other build may come."""
    site, other = write_site(tmp_path / "site", "old"), write_site(tmp_path / "next", "new and longer " * 9000)
    served = serve_tree(site)
    whole = {(tree / "index.html").read_bytes() for tree in (site, other)}
    ended, exchanged = threading.Event(), 0

    def keep_exchanging() -> None:
        nonlocal exchanged
        while not ended.is_set():
            exchange(site, other)
            exchanged += 1

    exchanging = threading.Thread(target=keep_exchanging)
    exchanging.start()
    try:
        answers = [served.ask("/") for _ in range(150)]
    finally:
        ended.set()
        exchanging.join()
    assert exchanged > 10
    assert {answer.status for answer in answers} == {200}
    assert {answer.body for answer in answers} == whole
    tags = {(answer.headers["etag"], answer.body) for answer in answers}
    assert len(tags) == 2


def test_a_film_that_has_begun_goes_on_after_its_build_is_gone(tmp_path: Path, serve_tree: Serve) -> None:
    site = write_site(tmp_path / "site")
    long_film = FILM * 24  # more than the sockets between server and visitor hold
    (site / "media" / "ab" / "film.mp4").write_bytes(long_film)
    served = serve_tree(site)
    door = http.client.HTTPConnection("127.0.0.1", served.port, timeout=30)
    door.request("GET", "/media/ab/film.mp4")
    answer = door.getresponse()
    begun = answer.read(1000)
    (site / "media" / "ab" / "film.mp4").unlink()
    exchange(site, write_site(tmp_path / "next"))
    assert begun + answer.read() == long_film
    door.close()


def test_without_a_site_the_server_says_what_to_do_and_goes_on(tmp_path: Path, serve_tree: Serve) -> None:
    served = serve_tree(tmp_path / "site")
    missing = served.ask("/")
    assert missing.status == 503
    assert b"glassbox build" in missing.body
    write_site(tmp_path / "site")
    assert served.ask("/").status == 200


def test_ctrl_c_ends_the_server_quietly_even_while_a_film_runs(tmp_path: Path, serve_tree: Serve) -> None:
    site = write_site(tmp_path / "site")
    (site / "media" / "ab" / "film.mp4").write_bytes(FILM * 24)
    served = serve_tree(site)
    door = http.client.HTTPConnection("127.0.0.1", served.port, timeout=30)
    door.request("GET", "/media/ab/film.mp4")
    door.getresponse().read(1000)
    os.kill(served.process.pid, signal.SIGINT)
    assert served.process.wait(timeout=30) == 0
    door.close()
