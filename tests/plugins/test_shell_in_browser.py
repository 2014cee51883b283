"""The shell as a visitor meets it, opened from a disk: editorial pages and record pages alike."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

SITE = "title: {en: Glass Box, zh: 玻璃盒}\nlanguages: [en, zh]\ncontact: archive@example.org\n"
FILM = "title: {{en: {en}, zh: {zh}}}\nslug: {slug}\ncode: {code}\nfps: 24\nlicence: CC BY 4.0\n"
FILMS = (
    ("lightcone", "LC", "Lightcone", "光锥"),
    ("neng-gong", "NG", "N.I. (Neng Gong Zhi Ren)", "能工智人"),
    ("tri-head", "TH", "Tri-Head", "三头怪"),
    ("bicycle-kids", "BK", "Bicycle Kids", "单车少年"),
)
PAGES = ("about", "zh/about", "zh/method", "films/lightcone", "zh/films/lightcone")
SIZES = ((1440, 900), (390, 844))
WATCH = """document.addEventListener('securitypolicyviolation', e =>
    (window.violations = window.violations || []).push(e.violatedDirective + ' ' + e.blockedURI))"""

Open = Callable[..., Any]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, glassbox: Any) -> str:
    """A small archive with our own editorial pages, built; its address on disk."""
    root = tmp_path_factory.mktemp("archive")
    shutil.copytree(Path(__file__).resolve().parents[2] / "content" / "pages", root / "content/pages")
    (root / "content/site.yml").write_text(SITE, "utf-8")
    for slug, code, en, zh in FILMS:
        file = root / "content/films" / slug / "film.yml"
        file.parent.mkdir(parents=True)
        words = FILM.format(slug=slug, code=code, en=en, zh=zh)
        file.write_text(f"{words}digital_source_type: digitalCapture\nspecimen: true\n", "utf-8")
    glassbox(root, "build", "--quiet")
    return (root / "site").as_uri()


@pytest.fixture
def visit(chromium: Any, site: str) -> Iterator[Open]:
    """Opens a page of the site; whatever went wrong on it is collected in `page.faults`."""
    contexts = []

    def open_page(path: str, size: tuple[int, int] = SIZES[0], **more: Any) -> Any:
        context = chromium.new_context(viewport={"width": size[0], "height": size[1]}, **more)
        contexts.append(context)
        context.add_init_script(WATCH)
        page = context.new_page()
        page.faults = []
        page.on("console", lambda m: page.faults.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: page.faults.append(str(error)))
        page.on("requestfailed", lambda request: page.faults.append(request.url))
        page.on("request", lambda r: page.faults.append(r.url) if not r.url.startswith((site, "data:")) else None)
        page.goto(f"{site}/{path}")
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("path", PAGES)
def test_a_page_opens_whole_and_does_not_scroll_sideways(visit: Open, path: str, size: tuple[int, int]) -> None:
    page = visit(f"{path}/index.html", size)
    assert page.faults == []
    assert page.evaluate("window.violations || []") == []
    assert page.evaluate("document.styleSheets.length") >= 3
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    assert page.locator("h1").count() == 1
    assert page.locator("header .mark").is_visible()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("path", PAGES)
def test_text_of_twice_the_size_still_fits(visit: Open, path: str, size: tuple[int, int]) -> None:
    page = visit(f"{path}/index.html", size)
    before = page.evaluate("parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)") == 2 * before
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_header_and_text_are_of_one_size_on_both_kinds_of_page(visit: Open) -> None:
    measure = """['.site-footer p', '.section-nav a', '.mark', 'main p'].map(
        what => getComputedStyle(document.querySelector(what)).fontSize)"""
    assert visit("about/index.html").evaluate(measure)[:3] == visit("films/lightcone/index.html").evaluate(measure)[:3]


def test_the_keyboard_reaches_the_words_first(visit: Open) -> None:
    page = visit("about/index.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip").is_visible()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_the_language_switch_keeps_the_place(visit: Open) -> None:
    page = visit("about/index.html?from=home#where-the-glass-is-not-glass")
    page.click("[data-switch][hreflang=zh-Hans]")
    page.wait_for_url("**/zh/about/index.html?from=home#where-the-glass-is-not-glass")
    assert page.evaluate("document.documentElement.lang") == "zh-Hans"


def test_light_or_dark_is_kept_from_page_to_page(visit: Open) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    page = visit("about/index.html")
    dark = page.evaluate(ground)
    page.click("[data-scheme-switch]")
    light = page.evaluate(ground)
    assert light != dark
    page.click(".film-nav a[href*=lightcone]")
    page.wait_for_url("**/films/lightcone/index.html")
    assert page.evaluate(ground) == light


def test_the_menu_of_a_phone_opens_and_closes(visit: Open) -> None:
    page = visit("about/index.html", SIZES[1])
    links = page.locator(".section-nav a >> nth=0")
    assert not links.is_visible()
    page.click("[data-menu]")
    assert links.is_visible()
    page.keyboard.press("Escape")
    assert not links.is_visible()
    assert page.evaluate("document.activeElement.matches('[data-menu]')")


def test_without_scripts_every_section_is_in_reach(visit: Open) -> None:
    page = visit("about/index.html", SIZES[1], java_script_enabled=False)
    assert page.locator(".section-nav a >> nth=0").is_visible()
    assert page.locator(".film-nav a >> nth=3").is_visible()
    assert not page.locator("[data-menu]").is_visible()


def test_a_specimen_says_so_on_its_page(visit: Open) -> None:
    for path, word in (("films/lightcone", "Specimen"), ("zh/films/lightcone", "样例")):
        page = visit(f"{path}/index.html")
        assert word in page.locator(".specimen-ribbon").inner_text()
        assert page.locator("meta[name=robots]").get_attribute("content") == "noindex"
    assert visit("about/index.html").locator(".specimen-ribbon").count() == 0
