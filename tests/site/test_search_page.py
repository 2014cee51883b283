"""The search page in a browser: typed, touched, narrowed, handed on; over http, and from a stick without a network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest

from measuring.axe import violations
from measuring.keyboard import walk
from measuring.pages import LAPTOP, LOOKS, PHONE, visitor
from measuring.stillness import shifts
from measuring.targets import targets

pytestmark = [pytest.mark.browser, pytest.mark.ffmpeg]

DONE = "() => document.querySelector('[data-out]:not([hidden], [aria-busy])') !== null"
STRANGE = (
    "title:lantern^100 +river -moon*~2",
    '"never closed and * alone',
    "<img src=x onerror=window.ran=1>",
    "🏮🏮 （灯）　﹏",
    "\u0000\u0007\u200b\u202e",
    "％" * 40,
    "lantern " * 1250,
    "%E0%A4%A",
    "__proto__ constructor",
)


@pytest.fixture
def page(chromium: Any) -> Iterator[Any]:
    with visitor(chromium, LAPTOP) as opened:
        opened.said = []
        opened.on("pageerror", lambda error: opened.said.append(str(error)))
        yield opened
        assert not opened.said


def _ask(page: Any, words: str) -> None:
    """Type it as people do, and wait for the answer."""
    page.fill("[data-search] [name=q]", words)
    _wait_for(page, words)


def _wait_for(page: Any, words: str) -> None:
    page.wait_for_function("words => new URLSearchParams(location.search).get('q') === words", arg=words)
    page.wait_for_function(DONE)


def _asked(page: Any) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def _kinds(page: Any) -> list[str]:
    found: list[str] = page.eval_on_selector_all("[data-kinds] button", "all => all.map(one => one.dataset.kind)")
    return found


def _number(page: Any, selector: str) -> int:
    return int(page.locator(selector).first.inner_text().replace(",", ""))


def test_typed_words_are_found_prompts_first_and_marked(page: Any, sample_address: str) -> None:
    page.goto(f"{sample_address}search/")
    _ask(page, "paper lanterns")
    headings = page.locator(".hit-group h2")
    assert headings.first.inner_text().startswith("Prompts")
    first = page.locator(".hit").first
    assert first.locator(".record-id").inner_text() == "LC-P006"
    marked = {mark.lower() for mark in first.locator("mark").all_inner_texts()}
    assert {"paper", "lanterns"} <= marked
    assert first.locator(".specimen").inner_text() == "Specimen"
    assert first.locator("img").evaluate("image => image.decode().then(() => image.naturalWidth)") >= 320
    assert _asked(page)["q"] == ["paper lanterns"]
    assert "paper lanterns" in page.title()
    first.locator("a").click()
    assert page.url.startswith(f"{sample_address}prompts/LC-P006/")


def test_words_that_were_changed_later_lead_to_the_revision_that_held_them(page: Any, sample_address: str) -> None:
    page.goto(f"{sample_address}zh/search/?q={quote('夜晚的河面上漂着许多灯笼')}&kind=prompt&film=lightcone")
    page.wait_for_function(DONE)
    first = page.locator(".hit").first
    assert first.locator(".record-id").inner_text() == "LC-P006"
    assert "修订 1" in first.locator(".hit-meta").inner_text()
    first.locator("a").click()
    page.wait_for_url("**/zh/prompts/LC-P006/*#r1")
    assert page.locator("#r1").is_visible()


def test_two_characters_from_the_middle_of_a_sentence_are_enough(page: Any, sample_address: str) -> None:
    page.goto(f"{sample_address}zh/search/")
    _ask(page, "倒影")
    assert "条记录写到" in page.locator("[data-told]").inner_text()
    assert page.locator(".hit-group h2").first.inner_text().startswith("提示词")
    assert set(page.locator("[data-list] mark").all_inner_texts()) == {"倒影"}
    assert page.locator(".hit-take[data-status=rejected] .status").first.inner_text() == "弃用"


def test_a_phrase_finds_less_than_its_words(page: Any, sample_address: str) -> None:
    page.goto(f"{sample_address}search/?q=black+river")
    page.wait_for_function(DONE)
    words = _number(page, "[data-kinds] [data-kind=''] b")
    _ask(page, '"black river"')
    phrase = _number(page, "[data-kinds] [data-kind=''] b")
    assert 0 < phrase < words
    text = page.locator(".hit-passage").first.inner_text()
    assert "black river" in text


def test_an_id_finds_its_record(page: Any, sample_address: str) -> None:
    page.goto(f"{sample_address}search/")
    _ask(page, "lc-p006@2")
    assert page.locator(".hit .record-id").first.inner_text() == "LC-P006"


def test_chips_narrow_to_as_many_as_they_say_and_let_go(page: Any, sample_address: str) -> None:
    page.goto(f"{sample_address}search/?q=light")
    page.wait_for_function(DONE)
    everything = _number(page, "[data-kinds] [data-kind=''] b")
    assert page.locator("[data-facet=film] .chip b").count() == 0, "nothing is counted before somebody asks"
    page.click("[data-facet=reason] summary")
    page.locator("[data-facet=reason] .chip b").first.wait_for()
    chip = page.locator("[data-facet=film] [data-value=lightcone]")
    promised = int(chip.locator("b").inner_text())
    assert 0 < promised < everything
    chip.click()
    page.wait_for_function(DONE)
    assert chip.get_attribute("aria-pressed") == "true"
    assert _number(page, "[data-kinds] [data-kind=''] b") == promised
    assert _asked(page)["film"] == ["lightcone"]
    page.locator("[data-chosen] button").click()
    page.wait_for_function(DONE)
    assert _number(page, "[data-kinds] [data-kind=''] b") == everything
    assert "film" not in _asked(page)


def test_every_facet_has_values_in_the_words_of_the_reader(page: Any, sample_address: str) -> None:
    page.goto(f"{sample_address}zh/search/?q={quote('灯')}&film=lightcone")
    page.wait_for_function(DONE)
    for facet, words in (
        ("tool", "Hailuo"), ("writer", "导演"), ("camera", "固定"), ("date", "2026年5月"), ("status", "弃用"),
        ("film", "光锥"), ("reason", "物理"),
    ):  # fmt: skip
        page.evaluate("name => { document.querySelector(`[data-facet=${name}]`).open = true; }", facet)
        chips = page.locator(f"[data-facet={facet}] .chip:not([hidden])")
        chips.first.wait_for()
        assert any(words in text for text in chips.all_inner_texts()), facet


def test_hits_stand_in_the_order_that_was_asked_for(page: Any, sample_address: str) -> None:
    page.goto(f"{sample_address}search/?q=light&kind=prompt&sort=date")
    page.wait_for_function(DONE)
    days = page.eval_on_selector_all(".hit time", "all => all.map(one => one.dateTime)")
    assert len(days) > 5
    assert days == sorted(days, reverse=True)
    page.click("[data-sort=film]")
    page.wait_for_function(DONE)
    films = [text.split("\n")[0] for text in page.locator(".hit .hit-meta").all_inner_texts()]
    assert films == sorted(films)


def test_more_hits_come_when_they_are_asked_for(page: Any, sample_address: str) -> None:
    page.goto(f"{sample_address}search/?q=light")
    page.wait_for_function(DONE)
    group = page.locator(".hit-group").first
    count = int(group.locator("h2 small").inner_text())
    assert count > 20
    group.locator("> .button").click()
    page.wait_for_function(DONE)
    assert _asked(page)["kind"] == ["prompt"]
    assert page.locator(".hit").count() == 20
    page.locator(".hit-group > .button").click()
    page.wait_for_function("count => document.querySelectorAll('.hit').length === count", arg=min(40, count))
    assert page.evaluate("document.activeElement === document.querySelectorAll('.hit-link')[20]")
    ids = page.locator(".hit .record-id").all_inner_texts()
    assert len(ids) == len(set(ids))


def test_the_back_button_goes_back_a_question_not_a_letter(page: Any, sample_address: str) -> None:
    page.goto(f"{sample_address}search/")
    field = page.locator("[data-search] [name=q]")
    field.press_sequentially("moon", delay=220)
    _wait_for(page, "moon")
    moon = page.locator("[data-told]").inner_text()
    page.click("[data-kinds] [data-kind=prompt]")
    page.wait_for_function(DONE)
    _ask(page, "river")
    page.go_back()
    _wait_for(page, "moon")
    assert _asked(page)["kind"] == ["prompt"]
    assert field.input_value() == "moon"
    page.go_back()
    _wait_for(page, "moon")
    assert page.locator("[data-told]").inner_text() == moon
    page.go_back()
    page.wait_for_function("() => !location.search")
    assert page.locator(".search-begin").is_visible()
    assert field.input_value() == ""


def test_an_address_that_was_handed_on_shows_the_same(page: Any, sample_address: str) -> None:
    """And the other language's page keeps the question."""
    page.goto(f"{sample_address}search/?q=light&film=lightcone&status=rejected&kind=take")
    page.wait_for_function(DONE)
    assert page.locator("[name=q]").input_value() == "light"
    assert page.locator("[data-kinds] [aria-pressed=true]").get_attribute("data-kind") == "take"
    assert page.locator("[data-facet=status] [data-value=rejected]").get_attribute("aria-pressed") == "true"
    takes = page.locator(".hit-take .hit-link").all_inner_texts()
    assert takes
    assert all(take.startswith("LC-T") for take in takes)
    page.click(".language-nav a[hreflang=zh-Hans]")
    page.wait_for_function(DONE)
    assert "/zh/search/" in page.url
    assert page.locator(".hit-take .hit-link").all_inner_texts() == takes


def test_latin_letters_find_chinese_by_pinyin(page: Any, sample_address: str) -> None:
    """In full and by first letters; and nothing of it is loaded for words that are found as they are."""
    page.goto(f"{sample_address}zh/search/?q={quote('灯')}")
    page.wait_for_function(DONE)
    assert not page.evaluate("performance.getEntriesByType('resource').some(one => one.name.includes('search-more'))")
    for typed in ("denglong", "dl", "deng long"):
        _ask(page, typed)
        page.locator("[data-perhaps] .chip", has_text="灯笼").first.wait_for()
    page.locator("[data-perhaps] .chip", has_text="灯笼").first.click()
    page.wait_for_function(DONE)
    assert "灯笼" in _asked(page)["q"][0]
    assert page.locator("[data-list] mark").count() > 0


def test_traditional_characters_find_simplified_ones_and_mark_them(page: Any, sample_address: str) -> None:
    page.goto(f"{sample_address}zh/search/?q={quote('燈籠')}")
    page.wait_for_function(DONE)
    assert "灯笼" in page.locator("[data-list] mark").all_inner_texts()


def test_nobody_is_left_with_nothing(page: Any, sample_address: str) -> None:
    page.goto(f"{sample_address}zh/search/?q={quote('鲸鱼')}")
    page.wait_for_function(DONE)
    assert page.locator("[data-told]").inner_text() == "没有找到“鲸鱼”"
    assert page.locator(".browse-film").count() == 4
    page.locator(".search-begin .chip").first.click()
    page.wait_for_function(DONE)
    assert page.locator("[data-list] .hit-link").count() > 0
    assert not page.locator(".browse").is_visible()


def test_every_word_to_touch_finds_something(page: Any, sample_address: str) -> None:
    for prefix in ("", "zh/"):
        page.goto(f"{sample_address}{prefix}search/")
        words = page.eval_on_selector_all(".search-begin .chip", "all => all.map(one => one.dataset.words)")
        assert len(words) > 5
        for word in words:
            _ask(page, word)
            assert page.locator("[data-list] .hit-link").count() > 0, word


def test_what_was_chosen_can_be_let_go_where_it_leaves_nothing(page: Any, sample_address: str) -> None:
    page.goto(f"{sample_address}search/?q=lantern&film=tri-head&film=ni&reason=crowded&kind=person")
    page.wait_for_function(DONE)
    page.locator(".hit-none .button").click()
    page.wait_for_function(DONE)
    assert _asked(page) == {"q": ["lantern"]}
    assert page.locator("[data-list] .hit-link").count() > 0


def test_one_letter_wrong_is_told_and_found_all_the_same(page: Any, sample_address: str) -> None:
    page.goto(f"{sample_address}search/?q=lantren")
    page.wait_for_function(DONE)
    assert "lantren" in page.locator("[data-told] .meant").inner_text()
    assert page.locator("[data-told] mark").inner_text() == "lantern"


@pytest.mark.parametrize("prefix", ["", "zh/"], ids=["en", "zh"])
def test_it_works_from_a_stick_without_a_network(sample_site: Path, chromium: Any, prefix: str) -> None:
    with visitor(chromium, LAPTOP, offline=True) as page:
        said: list[str] = []
        page.on("console", lambda m: said.append(m.text) if m.type in ("error", "warning") else None)
        page.goto((sample_site / prefix / "search/index.html").as_uri())
        _ask(page, "lantern")
        assert page.locator(".hit").count() > 3
        page.click("[data-facet=camera] summary")
        page.locator("[data-facet=camera] .chip b").first.wait_for()
        page.click("[data-facet=film] [data-value=lightcone]")
        page.wait_for_function(DONE)
        _ask(page, "moon")
        page.go_back()
        _wait_for(page, "lantern")
        assert _asked(page)["film"] == ["lightcone"]
        link = page.locator(".hit-link").first
        target = link.get_attribute("href")
        link.click()
        page.wait_for_url("**/index.html*")
        assert "/search/" not in page.url, target
        assert not said


def test_a_part_that_does_not_come_is_told_and_asked_for_again(page: Any, sample_address: str) -> None:
    page.goto(f"{sample_address}search/")
    page.route("**/search/root.js*", lambda route: route.abort())
    page.fill("[data-search] [name=q]", "wheel")
    trouble = page.locator("[data-list] [role=alert]")
    trouble.wait_for()
    assert trouble.inner_text() == "A part of the index could not be loaded."
    assert page.locator(".hit").count() == 0
    page.unroute("**/search/root.js*")
    page.locator("[data-list] .button").click()
    page.locator(".hit").first.wait_for()
    assert page.locator("[data-list] [role=alert]").count() == 0


@pytest.mark.parametrize("words", STRANGE, ids=range(len(STRANGE)))
def test_no_question_is_an_error(page: Any, sample_address: str, words: str) -> None:
    page.goto(f"{sample_address}search/")
    page.fill("[data-search] [name=q]", words)
    page.press("[data-search] [name=q]", "Enter")
    page.wait_for_function("() => !document.querySelector('[data-out][aria-busy]')")
    page.wait_for_timeout(200)
    assert page.locator("[data-list] [role=alert]").count() == 0
    assert page.evaluate("window.ran") is None
    assert page.locator("[data-search] img[src=x]").count() == 0
    _ask(page, "lantern")
    assert page.locator(".hit").count() > 0


def test_keys_lead_through_the_hits_and_back(page: Any, sample_address: str) -> None:
    page.goto(f"{sample_address}search/?q=lantern")
    page.wait_for_function(DONE)
    page.focus("[data-search] [name=q]")
    here = "() => [...document.querySelectorAll('[data-list] .hit-link')].indexOf(document.activeElement)"
    for key, there in (("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0), ("ArrowDown", 1), ("Escape", -1)):
        page.keyboard.press(key)
        assert page.evaluate(here) == there, key
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("/")
    assert page.evaluate(here) == 0, "a letter is no command"


def test_a_finger_taps_a_word_a_chip_and_a_hit(chromium: Any, sample_address: str) -> None:
    with visitor(chromium, PHONE) as page:
        page.goto(f"{sample_address}search/")
        page.locator(".search-begin .chip", has_text="Lantern river").tap()
        page.wait_for_function(DONE)
        assert not page.locator("[data-facet=film]").is_visible(), "a phone shows hits first"
        page.locator("[data-facets] > summary").tap()
        page.locator("[data-facet=film] [data-value=lightcone]").tap()
        page.wait_for_function(DONE)
        small = [one for one in targets(page) if one.small]
        assert not small
        picture = page.locator(".hit .hit-picture").first
        picture.scroll_into_view_if_needed()
        box = picture.bounding_box()
        page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.wait_for_url("**/prompts/**")


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"])
def test_axe_has_nothing_against_what_was_found(chromium: Any, sample_address: str, size: Any, look: str) -> None:
    for address in (f"zh/search/?q={quote('灯')}&film=lightcone", "search/?q=lantren&sort=date", "search/?q=qqqqqqq"):
        with visitor(chromium, size, look) as page:
            page.goto(sample_address + address)
            page.wait_for_function(DONE)
            page.evaluate("() => { for (const fold of document.querySelectorAll('details')) fold.open = true; }")
            page.wait_for_timeout(200)
            assert not violations(page), address


def test_the_tab_key_comes_to_every_hit_and_chip(chromium: Any, sample_address: str) -> None:
    with visitor(chromium, LAPTOP) as page:
        page.goto(f"{sample_address}search/?q=river&film=lightcone")
        page.wait_for_function(DONE)
        found = walk(page)
    assert found.reachable > 40
    assert not found.faults


def test_the_lists_of_the_beginning_do_not_flash_before_an_answer(chromium: Any, sample_address: str) -> None:
    with visitor(chromium, LAPTOP) as page:
        moved = shifts(page, f"{sample_address}search/?q=river")
    assert sum(value for value, _ in moved) < 0.05, moved


def test_without_a_script_everything_can_be_walked_to(sample_site: Path, chromium: Any) -> None:
    for prefix, told in (("", "JavaScript"), ("zh/", "JavaScript")):
        with visitor(chromium, LAPTOP, java_script_enabled=False) as page:
            page.goto((sample_site / prefix / "search/index.html").as_uri())
            assert told in page.locator(".needs-script").inner_text()
            assert not page.locator("[data-out]").is_visible()
            links = [link.get_attribute("href") for link in page.locator(".browse a").all()]
            ends = "\n".join(filter(None, links))
            for room in ("takes", "prompts", "decisions", "trail", "budget", "assets", "workflow", "transcript"):
                assert f"films/lightcone/{room}/index.html" in ends, room
            for section in ("prompts", "people", "tools", "thrown-away", "report", "workshops"):
                assert f"../{section}/index.html" in ends, section
            assert all((sample_site / prefix / "search" / link).resolve().is_file() for link in links if link)
