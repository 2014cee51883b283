"""The archive that this repository opens with: built strictly, and met in a browser as visitors meet it."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from measuring.pages import one_of_each_kind

pytestmark = [pytest.mark.ffmpeg, pytest.mark.browser]

SIZES = ((1920, 1080), (1080, 1920), (390, 844))
WATCH = """document.addEventListener('securitypolicyviolation', e => (window.__refused = window.__refused || [])
  .push(e.effectiveDirective + ' ' + e.blockedURI));"""
SEEN = """() => ({
  refused: window.__refused || [],
  headings: document.querySelectorAll('h1').length,
  ids: [...document.querySelectorAll('[id]')].map(e => e.id),
  styled: document.querySelectorAll('[style]').length,
  wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  lang: document.documentElement.lang,
})"""


@pytest.fixture
def site(sample_site: Path) -> Path:
    return sample_site


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_page_of_every_kind_is_whole_from_a_stick(site: Path, chromium: Any, size: tuple[int, int]) -> None:
    context = chromium.new_context(viewport={"width": size[0], "height": size[1]}, offline=True)
    context.add_init_script(WATCH)
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda m: said.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda r: said.append(r.url) if not r.url.startswith((site.as_uri(), "data:")) else None)
    # A stick has no server that could answer with the page for what is not there; its addresses are a host's.
    pages = [name for name in one_of_each_kind(site) if name != "404.html"]
    assert len(pages) >= 40
    for name in pages:
        page.goto((site / name).as_uri())
        seen = page.evaluate(SEEN)
        assert not said, (name, said)
        assert not seen["refused"], (name, seen["refused"])
        assert seen["headings"] == 1, name
        assert not [i for i, count in Counter(seen["ids"]).items() if count > 1], name
        assert seen["wide"] <= 0, (name, seen["wide"])
        assert seen["lang"] == ("zh-Hans" if name.startswith("zh/") else "en"), name
    context.close()


def test_every_page_of_a_specimen_says_so_and_is_not_indexed(site: Path) -> None:
    for page in sorted(site.rglob("index.html")):
        name = page.relative_to(site).as_posix().removeprefix("zh/")
        html = page.read_text("utf-8")
        if name.startswith(("films/", "prompts/")) and name != "prompts/index.html":
            assert '<meta name="robots" content="noindex">' in html, name
            assert re.search(r"Specimen|样例", html), name
    assert "films/" not in (site / "sitemap.xml").read_text("utf-8")


def test_every_public_address_that_a_page_tells_machines_is_there(site: Path) -> None:
    base = "https://glassbox.example/"
    told = 0
    for page in sorted(site.rglob("index.html")):
        for url in set(re.findall(rf'"({base}[^"]*)"', page.read_text("utf-8"))):
            path, _, anchor = url.removeprefix(base).partition("#")
            there = site / path if path and not path.endswith("/") else site / path / "index.html"
            assert there.is_file(), (page, url)
            if anchor not in ("", "film", "it"):  # those two are names of things, not places on a page
                assert f'id="{anchor}"' in there.read_text("utf-8"), (page, url)
            told += 1
    assert told > 1000


def test_every_record_is_in_both_languages_at_the_same_address(site: Path) -> None:
    pages = {p.relative_to(site).as_posix() for p in site.rglob("index.html")}
    english = {name for name in pages if not name.startswith("zh/")}
    assert english == {name.removeprefix("zh/") for name in pages if name.startswith("zh/")}


def test_the_film_plays_and_can_be_sought_in_over_the_local_server(
    site: Path, chromium: Any, sample_address: str
) -> None:
    page = chromium.new_page()
    page.goto(f"{sample_address}films/lightcone/")
    found = page.evaluate("""async () => {
        const film = document.querySelector('video');
        film.muted = true;
        await film.play();
        const sought = new Promise(done => film.addEventListener('seeked', done, {once: true}));
        film.currentTime = 30;
        await sought;
        return {time: film.currentTime, width: film.videoWidth, length: film.duration};
    }""")
    assert 29.5 <= found["time"] <= 31.5
    assert found["width"] == 1280
    assert 40 <= found["length"] <= 70
    page.close()
