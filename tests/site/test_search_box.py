"""The search box of every header: a form that leads to the search page, and finds while one types."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from measuring.axe import violations
from measuring.pages import LAPTOP, LOOKS, PHONE, visitor
from measuring.weight import Requests

pytestmark = [pytest.mark.browser, pytest.mark.ffmpeg]

FIELD = "[data-search-box] [name=q]"


def _type(page: Any, words: str) -> None:
    page.click(FIELD)
    page.locator(FIELD).press_sequentially(words, delay=20)


def test_nothing_of_the_search_is_loaded_before_somebody_turns_to_it(chromium: Any, sample_address: str) -> None:
    with visitor(chromium, LAPTOP) as page:
        asked = Requests(page)
        page.goto(f"{sample_address}films/lightcone/")
        page.mouse.wheel(0, 2000)
        page.wait_for_timeout(300)
        assert not [address for address in asked.bytes_of if "search" in address or "lunr" in address]
        page.click(FIELD)
        page.wait_for_function("() => window.glassboxSearch")
        assert not [address for address in asked.bytes_of if "/search/" in address], "nor the index before a letter"
        page.keyboard.type("lantern")
        page.locator(".box-list a").first.wait_for()
        assert [address for address in asked.bytes_of if "/search/" in address]
        assert not asked.said


@pytest.mark.parametrize("prefix", ["", "zh/"], ids=["en", "zh"])
def test_it_finds_under_itself_from_a_stick_without_a_network(sample_site: Path, chromium: Any, prefix: str) -> None:
    for name in ("films/lightcone/shots/SQ01-0010/", "about/"):
        with visitor(chromium, LAPTOP, offline=True) as page:
            page.goto((sample_site / prefix / name / "index.html").as_uri())
            page.click(FIELD)
            page.keyboard.insert_text("LC-P006")  # at once: hits of half an id come and go
            first = page.locator(".box-list a", has_text="LC-P006").first
            first.wait_for()
            assert first.locator("mark").count() > 0
            assert page.locator(".box-list .specimen").count() == page.locator(".box-list a").count()
            page.keyboard.press("ArrowDown")
            page.keyboard.press("Enter")
            page.wait_for_url(f"**/{prefix}prompts/LC-P006/index.html*")


def test_latin_letters_lead_to_chinese_words(chromium: Any, sample_address: str) -> None:
    with visitor(chromium, LAPTOP) as page:
        page.goto(f"{sample_address}zh/people/")
        _type(page, "denglong")
        chip = page.locator(".box-perhaps a", has_text="灯笼").first
        chip.wait_for()
        assert chip.bounding_box()["height"] >= 43
        chip.click()
        page.wait_for_url("**/zh/search/**")
        page.locator("mark", has_text="灯笼").first.wait_for()


def test_keys_lead_in_and_escape_leads_out(chromium: Any, sample_address: str) -> None:
    with visitor(chromium, LAPTOP) as page:
        page.goto(f"{sample_address}people/")
        _type(page, "lantern")
        page.locator(".box-list a").first.wait_for()
        page.keyboard.press("ArrowDown")
        assert page.evaluate("document.activeElement.closest('.box-list') !== null")
        page.keyboard.press("Escape")
        assert not page.locator(".box-hits").is_visible()
        assert page.evaluate("document.activeElement.name") == "q"
        page.keyboard.press("End")
        page.keyboard.type("s")
        page.locator(".box-list a").first.wait_for()
        page.keyboard.press("Tab")
        page.mouse.click(300, 600)
        assert not page.locator(".box-hits").is_visible()


def test_enter_leads_to_all_that_was_found(chromium: Any, sample_site: Path, sample_address: str) -> None:
    """On http and from a file, with a script and without; the page's policy lets the form go."""
    for start in (sample_address, f"{sample_site.as_uri()}/"):
        for script in (True, False):
            with visitor(chromium, LAPTOP, java_script_enabled=script) as page:
                page.goto(f"{start}zh/people/index.html")
                page.fill(FIELD, "灯笼 & 河")
                page.press(FIELD, "Enter")
                page.wait_for_url("**/zh/search/*q=*")
                if script:
                    page.wait_for_function(
                        "() => document.querySelector('[data-search] [name=q]').value === '灯笼 & 河'"
                    )


def test_nothing_found_is_said_and_a_part_that_does_not_come(chromium: Any, sample_address: str) -> None:
    with visitor(chromium, LAPTOP) as page:
        page.goto(f"{sample_address}people/")
        _type(page, "qqqqqqqq")
        told = page.locator(".box-told")
        page.wait_for_function("() => document.querySelector('.box-told')?.textContent.includes('qqqqqqqq')")
        assert not page.locator(".box-all").is_visible()
        page.route("**/search/root.js*", lambda route: route.abort())
        page.goto(f"{sample_address}tools/")
        _type(page, "lantern")
        told.filter(has_text="could not be loaded").wait_for()


def test_a_phone_has_a_button_that_leads_to_the_page(chromium: Any, sample_address: str) -> None:
    with visitor(chromium, PHONE) as page:
        page.goto(f"{sample_address}films/ni/")
        assert not page.locator(FIELD).is_visible()
        page.locator("[data-search-box] button").tap()
        page.wait_for_url("**/search/**")
        field = page.locator("[data-search] [name=q]")
        assert field.is_visible()
        assert field.evaluate("field => field === document.activeElement"), "whoever is sent here wants to ask"


def test_what_is_found_stays_on_the_screen(chromium: Any, sample_address: str) -> None:
    for width in (1920, 1280, 1080, 960, 800, 770):
        with visitor(chromium, (width, 900)) as page:
            page.goto(f"{sample_address}zh/people/")
            _type(page, "灯")
            page.locator(".box-list a").first.wait_for()
            box = page.locator(".box-hits").bounding_box()
            assert box["x"] >= 0, width
            assert box["x"] + box["width"] <= width, width
            assert page.evaluate("document.documentElement.scrollWidth") <= width, width


@pytest.mark.parametrize("look", LOOKS)
def test_axe_has_nothing_against_hits_under_the_box(chromium: Any, sample_address: str, look: str) -> None:
    for name, words in (("zh/people/", "灯"), ("about/", "lantern")):
        with visitor(chromium, LAPTOP, look) as page:
            page.goto(sample_address + name)
            _type(page, words)
            page.locator(".box-list a").first.wait_for()
            assert not violations(page, "[data-search-box]"), name
