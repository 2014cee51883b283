"""Around every page: icons, the browser's bar, addresses for machines, the page for what is not there."""

from __future__ import annotations

import importlib.util
import re
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageStat

from conftest import REPOSITORY
from making.small import write_small

pytestmark = [pytest.mark.browser, pytest.mark.ffmpeg]

ASSETS = REPOSITORY / "overrides/assets"
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)">')
ALTERNATE = re.compile(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">')
LISTED = re.compile(r"<url><loc>([^<]+)</loc>(.*?)</url>")
LISTED_ALTERNATE = re.compile(r'hreflang="([^"]+)" href="([^"]+)"')


def test_every_page_names_itself_and_its_other_language_and_these_name_it(sample_site: Path) -> None:
    told: dict[str, dict[str, str]] = {}
    for page in sorted(sample_site.rglob("index.html")):
        html = page.read_text("utf-8")
        (canonical,) = CANONICAL.findall(html)
        here = page.relative_to(sample_site).as_posix().removesuffix("index.html")
        assert canonical == f"https://glassbox.example/{here}"
        told[canonical] = dict(ALTERNATE.findall(html))
    assert len(told) > 200
    for canonical, alternates in told.items():
        assert set(alternates) == {"en", "zh-Hans", "x-default"}, canonical
        assert canonical in alternates.values()
        assert alternates["x-default"] == alternates["en"]
        assert all(told[other] == alternates for other in alternates.values()), canonical


def test_the_site_map_holds_every_page_that_may_be_indexed_and_no_other(sample_site: Path) -> None:
    listed = dict(LISTED.findall((sample_site / "sitemap.xml").read_text("utf-8")))
    may = {}
    for page in sample_site.rglob("*.html"):
        html = page.read_text("utf-8")
        if '<meta name="robots" content="noindex">' not in html:
            may[CANONICAL.findall(html)[0]] = dict(ALTERNATE.findall(html))
    assert set(listed) == set(may)
    for url, others in listed.items():
        assert dict(LISTED_ALTERNATE.findall(others)) == may[url], "both tell search engines the same"
    assert '<meta name="robots" content="noindex">' in (sample_site / "404.html").read_text("utf-8")


def _icons() -> Any:
    spec = importlib.util.spec_from_file_location("icons", REPOSITORY / "tools/icons.py")
    assert spec is not None
    assert spec.loader is not None
    icons = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(icons)
    return icons


@pytest.mark.parametrize(("name", "edge"), [("icon-32.png", 32), ("apple-touch-icon.png", 180)])
def test_the_icons_in_pixels_are_the_drawing(chromium: Any, tmp_path: Path, name: str, edge: int) -> None:
    kept = Image.open(ASSETS / name)
    assert kept.size == (edge, edge)
    drawn = _icons().drawn(edge, is_square=name.startswith("apple"))
    assert ImageChops.difference(kept.convert("RGBA"), drawn.convert("RGBA")).getbbox() is None, "tools/icons.py"
    page = chromium.new_page(viewport={"width": edge, "height": edge})
    page.goto((ASSETS / "icon.svg").as_uri())
    page.screenshot(path=str(tmp_path / "svg.png"), omit_background=True)
    page.close()
    middle = (
        edge // 5,
        edge // 5,
        edge - edge // 5,
        edge - edge // 5,
    )  # clear of the corners, which one of them rounds
    seen = Image.open(tmp_path / "svg.png").convert("RGB").crop(middle)
    apart = ImageStat.Stat(ImageChops.difference(seen, kept.convert("RGB").crop(middle))).mean
    assert max(apart) < 8, "as a browser draws it"


def test_every_page_brings_its_icons_from_where_it_stands(sample_site: Path) -> None:
    for page in (
        *sample_site.glob("zh/prompts/*/index.html"),
        sample_site / "index.html",
        sample_site / "about/index.html",
    ):
        icons = re.findall(r'<link rel="(?:icon|apple-touch-icon)" href="([^"]+)"', page.read_text("utf-8"))
        assert [Path(icon).suffix for icon in icons] == [".png", ".svg", ".png"]
        assert all((page.parent / icon).is_file() for icon in icons)


def test_the_browsers_bar_has_the_ground_of_the_page_in_both_looks(sample_site: Path, chromium: Any) -> None:
    page = chromium.new_page()
    page.goto((sample_site / "about/index.html").as_uri())
    ground = """() => {
      const canvas = document.createElement('span');
      canvas.style.color = getComputedStyle(document.documentElement).getPropertyValue('--ground');
      document.body.append(canvas);
      const [, ...rgb] = getComputedStyle(canvas).color.match(/(\\d+), (\\d+), (\\d+)/);
      return '#' + rgb.map(n => Number(n).toString(16).padStart(2, '0')).join('');
    }"""
    for look in ("dark", "light"):
        assert page.get_attribute("html", "data-scheme") == look
        assert page.get_attribute('meta[name="theme-color"]', "content") == page.evaluate(ground)
        page.click("[data-scheme-switch]")
    page.close()


class _Host(SimpleHTTPRequestHandler):
    """A static host as they are: under `/box/`, and 404.html for whatever is not there."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = Path(self.directory, "box/404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None: ...


@pytest.fixture(scope="module")
def hosted(tmp_path_factory: pytest.TempPathFactory, glassbox: Any) -> Iterator[str]:
    """A small site on a host, in a folder of it."""
    root = tmp_path_factory.mktemp("host")
    write_small(root)
    site_yml = root / "content/site.yml"
    told = re.sub(r"(?m)^base_url:.*\n", "", site_yml.read_text("utf-8"))
    site_yml.write_text(f"{told}base_url: https://a.example/box/\n", "utf-8")
    glassbox(root, "build", "--quiet")
    (root / "served").mkdir()
    (root / "site").rename(root / "served/box")
    host = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Host, directory=str(root / "served")))
    threading.Thread(target=host.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{host.server_port}/box/"
    host.shutdown()


@pytest.mark.parametrize("address", ["nothing", "films/small/nothing/at/all/", "zh/prompts/SM-P999/"])
def test_what_is_not_there_is_told_in_both_languages_at_any_depth(hosted: str, chromium: Any, address: str) -> None:
    page = chromium.new_page()
    missed: list[str] = []
    page.on("response", lambda r: missed.append(r.url) if r.status == 404 and address not in r.url else None)
    answer = page.goto(hosted + address)
    assert answer.status == 404
    assert missed == [], "its sheets and scripts are found"
    assert "This page is not here" in page.locator("main").inner_text()
    assert "这里没有页面" in page.locator("main").inner_text()
    assert page.evaluate("getComputedStyle(document.querySelector('main h1')).fontFamily").startswith(
        '"Source Han Serif'
    )
    for lang, word in (("en", "Home"), ("zh-Hans", "首页")):
        page.goto(hosted + address)
        page.locator("main").get_by_role("link", name=word, exact=True).click()
        page.wait_for_selector(f'html[lang="{lang}"]')
        page.wait_for_url(hosted if lang == "en" else f"{hosted}zh/")
    page.close()
