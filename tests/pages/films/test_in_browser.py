"""The film beside its record, opened from a folder in a real browser."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import glassbox

OVERRIDES = Path(glassbox.__file__).parents[2] / "overrides"
pytestmark = [pytest.mark.browser, pytest.mark.ffmpeg]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, render: Callable[..., Any], exhibit: Any) -> Path:
    """The sample film's pages on disk, with a film and clips of ten seconds."""
    from imageio_ffmpeg import get_ffmpeg_exe

    tree = tmp_path_factory.mktemp("site")
    (tree / "media").mkdir()
    film = tree / "media/film.mp4"
    made = ["-f", "lavfi", "-i", "testsrc=size=320x180:rate=24:duration=10", "-pix_fmt", "yuv420p", "-g", "12"]
    subprocess.run([get_ffmpeg_exe(), "-v", "error", "-nostdin", *made, str(film)], check=True)
    for name in ("small.mp4", "t1.mp4", "t1-loop.mp4"):
        shutil.copy(film, tree / "media" / name)
    for lang in ("zh", "en"):
        for address, page in render(exhibit, lang).items():
            path = tree / exhibit.addresses.path(lang, address)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(page.html, encoding="utf-8")
    shutil.copytree(OVERRIDES / "assets", tree / "assets")
    return tree


@pytest.fixture
def opened(site: Path, chromium: Any) -> Iterator[Callable[..., Any]]:
    """Opens a page; whatever the page's own policy or scripts complain about fails the test."""
    complaints: list[str] = []
    contexts = []

    def open_page(address: str, width: int = 1440, height: int = 900) -> Any:
        context = chromium.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce")
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "console",
            lambda said: complaints.append(said.text) if "Content Security Policy" in said.text else None,
        )
        page.goto((site / address / "index.html").as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def _until(page: Any, claim: str) -> None:
    """Waits until a claim about the page holds. (Waiting inside the page is what its policy forbids.)"""
    for _ in range(200):
        if page.evaluate(claim):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"never true: {claim}")


def _follows(page: Any) -> str | None:
    found: str | None = page.get_attribute("[data-follow]", "aria-pressed")
    return found


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)])
def test_the_record_follows_the_film_until_the_visitor_scrolls(
    opened: Callable[..., Any], width: int, height: int
) -> None:
    page = opened("en/films/lightcone", width, height)
    page.click('[data-shot="shot-SQ01-0020"]')
    page.wait_for_selector("#shot-SQ01-0020[data-current]")
    box = page.locator("#shot-SQ01-0020").bounding_box()
    assert 0 <= box["y"] < height * 0.6, "the record stands where it can be read"
    assert page.evaluate("document.querySelector('[data-player]').currentTime") >= 4
    assert _follows(page) == "true"
    page.mouse.move(width / 2, height - 40)
    page.mouse.wheel(0, 50)
    page.wait_for_selector('[data-follow][aria-pressed="false"]')
    page.evaluate("document.querySelector('[data-player]').currentTime = 1")
    page.wait_for_selector("#shot-SQ01-0010[data-current]")
    page.click("[data-follow]")
    assert _follows(page) == "true"


def test_captions_play_from_a_folder_in_the_readers_language_and_can_be_changed(opened: Callable[..., Any]) -> None:
    page = opened("en/films/lightcone")
    tracks = "[...document.querySelector('[data-player]').textTracks]"
    cues = f"{tracks}.map(track => [track.language, track.mode, track.cues ? track.cues.length : 0])"
    _until(page, f"({cues})[1][2] === 1")
    assert page.evaluate(cues) == [["zh", "disabled", 0], ["en", "showing", 1]]
    page.click('[data-captions="zh"]')
    _until(page, f"({cues})[0][2] === 1")
    assert page.get_attribute('[data-captions="zh"]', "aria-pressed") == "true"


def test_a_take_plays_where_it_hangs(opened: Callable[..., Any]) -> None:
    page = opened("films/lightcone/takes")
    page.click("#LC-T001 a[data-clip]")
    _until(page, "document.querySelector('#LC-T001 video').readyState > 0")
    assert page.url.endswith("films/lightcone/takes/index.html")


@pytest.mark.parametrize("address", ["", "films/lightcone", "films/lightcone/shots/SQ01-0010", "prompts/LC-P001"])
@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)])
def test_no_page_is_wider_than_its_window(opened: Callable[..., Any], address: str, width: int, height: int) -> None:
    for lang in ("en/", ""):
        page = opened(f"{lang}{address}", width, height)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_copy_button_hands_over_the_prompt_byte_for_byte(opened: Callable[..., Any]) -> None:
    page = opened("en/prompts/LC-P001")
    page.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text; }")
    page.click("#r2 [data-copy-button]")
    _until(page, "window.copied !== undefined")
    assert page.evaluate("window.copied") == "a black river, [Push in]\n  at night "
