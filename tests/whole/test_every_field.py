"""Every field of every record has its place on a page, in both languages: read in a browser, not in the source."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from making.full import LANGUAGES, Expected, write_full

pytestmark = [pytest.mark.browser, pytest.mark.ffmpeg]

Built = tuple[Path, list[Expected]]


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory, glassbox: Any) -> Built:
    root = tmp_path_factory.mktemp("full")
    expected = write_full(root)
    glassbox(root, "build", "--quiet")
    return root / "site", expected


def _pages(site: Path, lang: str) -> list[Path]:
    found = sorted(site.rglob("index.html"))
    return [p for p in found if (p.relative_to(site).parts[0] == "zh") == (lang == "zh")]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_field_is_read_on_a_page(full: Built, chromium: Any, lang: str) -> None:
    site, expected = full
    page = chromium.new_page(viewport={"width": 1440, "height": 900})
    read = []
    for file in _pages(site, lang):
        page.goto(file.as_uri())
        page.evaluate(
            "document.querySelectorAll('details').forEach((fold) => { fold.open = true; })"
        )  # as a visitor can
        read.append(page.evaluate("document.body.innerText"))
    page.close()
    everything = _plain("\n".join(read))
    unread = [e for e in expected if lang in e.langs and _plain(e.words) not in everything]
    assert not unread, unread


def _plain(text: str) -> str:
    """Without what a page may add for the eye: capitals, thousands' commas, spaces, line breaks."""
    return re.sub(r"(?<=\d),(?=\d{3})|\s+", "", text).casefold()


def test_the_archive_of_the_test_says_something_in_every_field(full: Built) -> None:
    """Otherwise a new field could be forgotten here and on the pages alike."""
    _, expected = full
    assert len(expected) > 250
    assert all(e.words for e in expected)


def test_no_path_of_the_team_s_folders_is_published(full: Built) -> None:
    site, _ = full
    for file in sorted(site.rglob("*")):
        if file.suffix in (".html", ".xml", ".js", ".json"):
            text = file.read_text("utf-8")
            assert "captions/en.vtt" not in text, file
            assert str(site.parent) not in text, file
