"""Old or new, never half: what a reader sees while trees change places, and what a crash leaves behind."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from glassbox.publish import How, exchange
from glassbox.publish.exchange import exchange as put_in_place
from glassbox.publish.exchange import recover
from glassbox.publish.folder import replace

FILES = 20


def _tree(folder: Path, word: str) -> Path:
    for number in range(FILES):
        replace(folder / f"{number}/index.html", word.encode())
    return folder


def _words(folder: Path) -> set[str]:
    return {file.read_text() for file in folder.rglob("*.html")}


def test_a_reader_never_meets_a_missing_tree(tmp_path: Path) -> None:
    site, stage, previous = _tree(tmp_path / "site", "0"), tmp_path / "w/stage", tmp_path / "w/previous"
    missing: list[OSError] = []
    seen: list[int] = []
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            try:
                seen.append(int((site / "7/index.html").read_bytes()))
            except OSError as error:
                missing.append(error)

    reader = threading.Thread(target=read)
    reader.start()
    try:
        for turn in range(1, 101):
            _tree(stage, str(turn))
            assert put_in_place(stage, site, previous) is How.EXCHANGED
            assert _words(site) == {str(turn)}
            assert _words(previous) == {str(turn - 1)}
    finally:
        done.set()
        reader.join()
    assert not missing
    assert seen == sorted(seen)
    assert len(set(seen)) > 1, "the reader must have seen more than one tree, or this proves nothing"


def test_where_the_disk_cannot_exchange_two_renames_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "_exchanged", lambda *_: False)
    site, stage, previous = _tree(tmp_path / "site", "old"), _tree(tmp_path / "stage", "new"), tmp_path / "previous"
    assert put_in_place(stage, site, previous) is How.TWO_RENAMES
    assert (_words(site), _words(previous)) == ({"new"}, {"old"})
    assert not stage.exists()


def test_a_crash_between_the_two_renames_is_mended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "_exchanged", lambda *_: False)
    site, stage, previous = _tree(tmp_path / "site", "old"), _tree(tmp_path / "stage", "new"), tmp_path / "previous"
    rename = os.rename

    def crash(source: Path, target: Path) -> None:
        if source == stage:
            raise KeyboardInterrupt
        rename(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(exchange.os, "rename", crash)
        with pytest.raises(KeyboardInterrupt):
            put_in_place(stage, site, previous)
    assert not site.exists()
    assert recover(site, previous)
    assert _words(site) == {"old"}
    assert put_in_place(stage, site, previous) is How.TWO_RENAMES
    assert _words(site) == {"new"}


def test_a_site_that_stands_is_not_recovered_over(tmp_path: Path) -> None:
    site, previous = _tree(tmp_path / "site", "now"), _tree(tmp_path / "previous", "before")
    assert not recover(site, previous)
    assert _words(site) == {"now"}


def test_a_link_that_leads_nowhere_is_not_taken_for_a_lost_site(tmp_path: Path) -> None:
    (tmp_path / "previous").mkdir()
    (tmp_path / "site").symlink_to("nowhere")
    assert not recover(tmp_path / "site", tmp_path / "previous")
    assert (tmp_path / "site").is_symlink()
