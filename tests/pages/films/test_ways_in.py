"""Addresses of shot, time and revision, the keys, and the switch of the language, in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pytest

from making.watching import until

pytestmark = [pytest.mark.browser, pytest.mark.ffmpeg]

Opened = Callable[..., Any]
TIME = "document.querySelector('[data-player]').currentTime"
CURRENT = "(document.querySelector('[data-record][data-current]') || {}).id"
ARRIVED = "document.querySelector('[data-player]').readyState >= 2 && !document.querySelector('[data-player]').seeking"
CLEAR = """id => {
  const box = document.getElementById(id).getBoundingClientRect();
  const head = document.getElementById(id).querySelector('h3').getBoundingClientRect();
  const there = document.elementFromPoint(head.left + 4, head.top + head.height / 2);
  return {top: box.top, head: head.top, seen: !!there && document.getElementById(id).contains(there)};
}"""
SIZES = ((1440, 900), (1080, 1920), (390, 844))


def _time(page: Any) -> float:
    return float(page.evaluate(TIME))


@pytest.mark.parametrize(
    ("tail", "seconds", "record", "size"),
    [
        ("?t=5.5", 5.5, "shot-SQ01-0020", 0),
        ("?t=5.5", 5.5, "shot-SQ01-0020", 1),
        ("?t=0:05.5", 5.5, "shot-SQ01-0020", 2),
        ("?t=6&kiosk=1#shot-SQ01-0020", 6, "shot-SQ01-0020", 0),
        ("#shot-SQ01-0020", 4, "shot-SQ01-0020", 2),
        ("#shot-SQ01-0010", 0, "shot-SQ01-0010", 0),
    ],
)
def test_an_address_opens_at_its_time_and_the_record_can_be_read(
    opened: Opened, tail: str, seconds: float, record: str, size: int
) -> None:
    width, height = SIZES[size]
    page = opened(f"films/lightcone{tail}", width, height)
    until(page, f"{ARRIVED} && {CURRENT} === '{record}'")
    assert seconds - 0.05 <= _time(page) <= seconds + 0.05
    page.wait_for_timeout(150)
    seen = page.evaluate(CLEAR, record)
    assert seen["seen"], seen
    assert seen["head"] < height * 0.75, seen
    assert page.get_attribute("[data-follow]", "aria-pressed") == "true"


def test_an_address_that_says_nothing_opens_the_page(opened: Opened) -> None:
    page = opened("films/lightcone")
    for tail in ("?t=", "?t=-4", "#%", "?t=1:2:3:4#nowhere"):
        page.goto(page.url.split("?")[0].split("#")[0] + tail)
        until(page, ARRIVED)
        assert _time(page) == 0, tail


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_film_plays_across_a_cut_and_the_record_follows_and_stays_in_sight(
    opened: Opened, width: int, height: int
) -> None:
    page = opened("films/lightcone?t=3.4", width, height, reduced_motion="no-preference")
    until(page, f"{ARRIVED} && {CURRENT} === 'shot-SQ01-0010'")
    page.evaluate("document.querySelector('[data-player]').play()")
    until(page, f"{CURRENT} === 'shot-SQ01-0020'")
    played = page.evaluate("(p => [p.length, p.start(0), p.end(0)])(document.querySelector('[data-player]').played)")
    assert played[0] == 1, "it was played there in one piece, not sought"
    assert played[1] < 3.5
    assert played[2] >= 3.9
    until(page, f"({CLEAR})('shot-SQ01-0020').seen")
    assert page.evaluate("document.querySelector('[data-player]').getVideoPlaybackQuality().totalVideoFrames") > 5
    film = page.evaluate("document.querySelector('[data-player]').getBoundingClientRect().top")
    assert -1 <= film < height / 2, "the film stays beside its record"


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_who_scrolls_is_left_alone_and_the_button_in_sight_brings_the_record_back(
    opened: Opened, width: int, height: int
) -> None:
    page = opened("films/lightcone?t=5", width, height)
    until(page, f"{ARRIVED} && {CURRENT} === 'shot-SQ01-0020'")
    page.mouse.move(width / 2, height - 60)
    page.mouse.wheel(0, 700)
    page.wait_for_selector('[data-follow][aria-pressed="false"]')
    page.wait_for_timeout(200)
    place = page.evaluate("scrollY")
    page.evaluate(f"{TIME} = 1")
    until(page, f"{CURRENT} === 'shot-SQ01-0010'")
    page.wait_for_timeout(200)
    assert page.evaluate("scrollY") == place
    box = page.locator("[data-follow]").bounding_box()
    assert 0 <= box["y"] <= height - box["height"], "the button is where the visitor is"
    page.click("[data-follow]")
    until(page, f"({CLEAR})('shot-SQ01-0010').seen")


def test_the_address_follows_quietly_where_the_film_stands_still(opened: Opened) -> None:
    page = opened("films/lightcone?kiosk=1")
    until(page, ARRIVED)
    before = page.evaluate("history.length")
    page.click('[data-step="1"]')
    until(page, "location.search.includes('t=')")
    assert urlsplit(page.url).query == "kiosk=1&t=4.02"
    assert urlsplit(page.url).fragment == "shot-SQ01-0020"
    page.evaluate("document.querySelector('[data-player]').play()")
    until(page, f"{TIME} > 4.8")
    assert "t=4.02" in page.url, "while the film plays the address rests"
    page.evaluate("document.querySelector('[data-player]').pause()")
    until(page, "!location.search.includes('t=4.02')")
    assert page.evaluate("history.length") == before, "the way back stays short"


@pytest.mark.parametrize("lang", ["", "en/"])
def test_the_address_of_the_moment_can_be_copied_from_a_folder_too(opened: Opened, lang: str) -> None:
    page = opened(f"{lang}films/lightcone?t=5.5")
    until(page, f"{ARRIVED} && {CURRENT} === 'shot-SQ01-0020'")
    page.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text; }")
    assert "0:05" in page.locator("[data-moment]").inner_text()
    page.click("[data-moment]")
    until(page, "window.copied !== undefined")
    canonical = page.get_attribute('link[rel="canonical"]', "href")
    assert canonical.startswith("https://")
    assert page.evaluate("window.copied") == f"{canonical}?t=5.5#shot-SQ01-0020"


def test_keys_step_by_shots_and_frames_and_play(opened: Opened) -> None:
    page = opened("films/lightcone")
    until(page, ARRIVED)
    page.keyboard.press("ArrowRight")
    until(page, f"{CURRENT} === 'shot-SQ01-0020' && {ARRIVED}")
    page.keyboard.press(".")  # a character, spoken to nobody: it does nothing
    page.wait_for_timeout(150)
    assert int(_time(page) * 24) == 96
    page.focus(".strip-cell")
    page.keyboard.press(".")
    until(page, f"Math.floor({TIME} * 24) === 97 && {ARRIVED}")
    page.keyboard.press(",")
    until(page, f"Math.floor({TIME} * 24) === 96 && {ARRIVED}")
    page.keyboard.press("ArrowLeft")
    until(page, f"{TIME} < 0.1")
    for key in ("k", " "):
        if key == " ":
            page.evaluate("document.activeElement.blur()")
        page.keyboard.press(key)
        until(page, "!document.querySelector('[data-player]').paused")
        page.keyboard.press(key)
        until(page, "document.querySelector('[data-player]').paused")
    assert page.get_attribute("[data-follow]", "aria-pressed") == "true", "keys of the film are no scrolling"


def test_the_players_own_keys_and_those_of_buttons_stay_theirs(opened: Opened) -> None:
    page = opened("films/lightcone?t=5")
    until(page, f"{ARRIVED} && {TIME} >= 5")
    page.focus("[data-player]")
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(300)
    assert 5 < _time(page) < 6, "the browser's own step"
    page.focus('[data-captions=""]')
    page.keyboard.press(" ")
    page.wait_for_selector('[data-captions=""][aria-pressed="true"]')
    assert page.evaluate("document.querySelector('[data-player]').paused")
    page.evaluate("document.activeElement.blur()")
    page.mouse.move(1200, 600)
    page.mouse.wheel(0, 300)
    page.wait_for_selector('[data-follow][aria-pressed="false"]')
    page.wait_for_timeout(200)
    place = page.evaluate("scrollY")
    page.keyboard.press(" ")
    until(page, f"scrollY > {place}")
    assert page.evaluate("document.querySelector('[data-player]').paused"), "the space bar scrolls for who reads alone"


def test_a_revisions_address_opens_on_that_revision_beside_the_film_and_on_its_own_page(opened: Opened) -> None:
    page = opened("films/lightcone#LC-P001@1")
    until(page, f"{ARRIVED} && {CURRENT} === 'shot-SQ01-0010'")
    assert page.locator("[id='LC-P001@1'] details").get_attribute("open") is not None
    assert page.locator("[id='LC-P001@1'] .changed .prompt-text, [id='LC-P001@1'] .difference").first.is_visible()
    assert page.get_attribute("[data-follow]", "aria-pressed") == "false", "nothing takes it away"
    page = opened("prompts/LC-P001#r1", 390, 844)
    assert page.locator("#r1 details.revision-rest").get_attribute("open") is not None
    box = page.locator("#r1 h3").bounding_box()
    assert 0 <= box["y"] < 844 / 2


def test_a_link_inside_the_page_takes_the_film_along(opened: Opened) -> None:
    page = opened("films/lightcone")
    until(page, ARRIVED)
    page.evaluate("location.hash = 'shot-SQ01-0020'")
    until(page, f"{CURRENT} === 'shot-SQ01-0020' && {TIME} >= 4")


def test_the_language_switch_keeps_time_and_shot(opened: Opened) -> None:
    page = opened("en/films/lightcone?t=5.5")
    until(page, f"{ARRIVED} && {CURRENT} === 'shot-SQ01-0020'")
    page.click('[data-switch][hreflang^="zh"]')
    page.wait_for_selector('html[lang="zh-Hans"] .has-film')
    until(page, f"{ARRIVED} && {CURRENT} === 'shot-SQ01-0020'")
    assert 5.45 <= _time(page) <= 5.55
    assert page.evaluate("document.querySelector('[data-player]').paused")


def test_the_language_switch_lets_a_playing_film_play_on(opened: Opened) -> None:
    page = opened("en/films/lightcone?t=4.5")
    until(page, ARRIVED)
    page.evaluate("document.querySelector('[data-player]').play()")
    until(page, f"{TIME} > 5")
    left_at = _time(page)
    page.click('[data-switch][hreflang^="zh"]')
    page.wait_for_selector('html[lang="zh-Hans"] .has-film')
    until(page, f"{TIME} > 0 && {ARRIVED}")
    assert _time(page) >= left_at - 0.05
    assert page.evaluate(CURRENT) == "shot-SQ01-0020"
    until(page, "!document.querySelector('[data-player]').paused")
    assert "play" not in urlsplit(page.url).query, "who passes the address on starts nobody's film"


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)])
def test_who_had_scrolled_away_reads_on_there_in_the_other_language(opened: Opened, width: int, height: int) -> None:
    page = opened("films/lightcone?t=1", width, height)
    until(page, ARRIVED)
    page.mouse.move(width / 2, height - 60)
    page.mouse.wheel(0, 10)
    page.wait_for_selector('[data-follow][aria-pressed="false"]')
    page.evaluate("document.getElementById('shot-SQ01-0020').scrollIntoView()")
    page.wait_for_timeout(900)
    page.evaluate("scrollTo(0, 0)")
    page.click('[data-switch][hreflang="en"]')
    page.wait_for_selector('html[lang="en"] .has-film')
    until(page, f"{ARRIVED} && {TIME} > 0.9")
    assert page.evaluate(CLEAR, "shot-SQ01-0020")["seen"]
    assert page.get_attribute("[data-follow]", "aria-pressed") == "false"
    assert 0.95 <= _time(page) <= 1.05
