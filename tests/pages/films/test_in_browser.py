"""The film beside its record, opened from a folder in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from making.watching import until

pytestmark = [pytest.mark.browser, pytest.mark.ffmpeg]


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
    until(page, f"({cues})[1][2] === 1")
    assert page.evaluate(cues) == [["zh", "disabled", 0], ["en", "showing", 1]]
    page.click('[data-captions="zh"]')
    until(page, f"({cues})[0][2] === 1")
    assert page.get_attribute('[data-captions="zh"]', "aria-pressed") == "true"


def test_a_take_plays_where_it_hangs(opened: Callable[..., Any]) -> None:
    page = opened("films/lightcone/takes")
    page.click("#LC-T001 a[data-clip]")
    until(page, "document.querySelector('#LC-T001 video').readyState > 0")
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
    until(page, "window.copied !== undefined")
    assert page.evaluate("window.copied") == "a black river, [Push in]\n  at night "
