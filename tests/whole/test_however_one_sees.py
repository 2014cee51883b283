"""Large text, forced colours, no movement, little data, Chinese: the pages as people set their browsers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from making.watching import until

pytestmark = [pytest.mark.browser, pytest.mark.ffmpeg]

PAGES = (
    *("", "films/lightcone", "films/lightcone/shots/SQ01-0010", "films/lightcone/takes", "films/lightcone/decisions"),
    *("films/lightcone/budget", "films/lightcone/trail", "prompts/LC-P005", "prompts", "people", "about", "report"),
)
TWICE = "document.documentElement.style.fontSize = '200%'"
LOST = """() => {
  const lost = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const around = walk.currentNode.parentElement;
    if (!walk.currentNode.textContent.trim() || !around.checkVisibility({visibilityProperty: true})) continue;
    if (around.closest('.visually-hidden, .step-words, [data-copy-words], .skip, svg, script, .digest')) continue;
    const range = document.createRange();
    range.selectNodeContents(walk.currentNode);
    const words = range.getBoundingClientRect();
    for (let box = around; box && box !== document.body; box = box.parentElement) {
      const style = getComputedStyle(box);
      const edge = box.getBoundingClientRect();
      const cut = (how, over) => /hidden|clip/.test(how) && over > 3;
      if (cut(style.overflowX, Math.max(words.right - edge.right, edge.left - words.left)) ||
          cut(style.overflowY, Math.max(words.bottom - edge.bottom, edge.top - words.top))) {
        lost.push([box.className, walk.currentNode.textContent.trim().slice(0, 60)]);
      }
      if (/auto|scroll/.test(style.overflowX + style.overflowY)) break;
    }
  }
  return {lost, wide: document.documentElement.scrollWidth - document.documentElement.clientWidth};
}"""

Opens = Callable[..., Any]


@pytest.fixture
def opened(sample_site: Path, chromium: Any) -> Iterator[Opens]:
    contexts = []

    def open_page(address: str, width: int = 1280, height: int = 900, before: str = "", **wishes: Any) -> Any:
        contexts.append(chromium.new_context(viewport={"width": width, "height": height}, **wishes))
        page = contexts[-1].new_page()
        if before:
            page.add_init_script(before)
        page.goto((sample_site / address / "index.html").as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.mark.parametrize("lang", ["", "zh/"])
@pytest.mark.parametrize(("width", "height"), [(1280, 900), (390, 844)])
def test_text_of_twice_the_size_loses_nothing(
    opened: Opens, sample_site: Path, lang: str, width: int, height: int
) -> None:
    page = opened(f"{lang}about", width, height)
    for address in PAGES:
        page.goto((sample_site / lang / address / "index.html").as_uri())
        page.evaluate(TWICE)
        seen = page.evaluate(LOST)
        assert seen["wide"] <= 0, address
        assert seen["lost"] == [], address


def test_the_test_of_large_text_can_fail(opened: Opens) -> None:
    page = opened("about")
    page.evaluate("document.querySelector('h1').style.cssText = 'height: 8px; overflow: hidden'")
    assert page.evaluate(LOST)["lost"]


@pytest.mark.parametrize("lang", ["", "zh/"])
def test_in_forced_colours_every_mark_is_a_line_or_a_word(opened: Opens, lang: str) -> None:
    page = opened(f"{lang}films/lightcone", forced_colors="active", reduced_motion="reduce")
    page.click('[data-step="1"]')
    page.wait_for_selector("[data-record][data-current]")
    drawn = """what => {
      const style = getComputedStyle(document.querySelector(what));
      const outline = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 1;
      return [outline, parseFloat(style.borderTopWidth) > 1];
    }"""
    for what in (
        ".film-nav a[aria-current]",
        ".language-nav a[aria-current]",
        '[data-follow][aria-pressed="true"]',
        '.caption-choice [aria-pressed="true"]',
        '.take-card[data-status="kept"] .clip-screen',
        "[data-record][data-current]",
    ):
        assert any(page.evaluate(drawn, what)), what
    assert set(page.locator(".shot-record .origin-letter").all_inner_texts()) >= {"H", "HA", "A"}
    assert page.evaluate(
        "getComputedStyle(document.querySelector('.shot-record[data-current] .origin-bar rect')).fill"
    ).startswith("url(")
    for status, mark in (("kept", "✓"), ("rejected", "✕"), ("alternate", "◇")):
        said = f"getComputedStyle(document.querySelector('[data-status={status}] .status'), '::before').content"
        assert mark in page.evaluate(said)


def test_who_wants_no_movement_gets_none(opened: Opens) -> None:
    page = opened("films/lightcone", reduced_motion="reduce")
    page.hover("#shot-SQ01-0010 a[data-clip][data-preview]")
    page.wait_for_timeout(200)
    assert page.locator(".clip-preview").count() == 0
    before = page.evaluate("scrollY")
    page.locator('[data-shot="shot-SQ03-0010"]').dispatch_event("click")
    after = page.evaluate("scrollY")
    assert after > before, "the record is there at once"
    page.wait_for_timeout(150)
    assert page.evaluate("document.getAnimations().length") == 0


def test_who_wants_movement_sees_a_take_move_under_the_pointer(opened: Opens) -> None:
    page = opened("films/lightcone", reduced_motion="no-preference")
    page.hover("#shot-SQ01-0010 a[data-clip][data-preview]")
    until(page, "document.querySelectorAll('.clip-preview').length === 1")


def test_who_wants_little_data_is_sent_no_film_unasked(opened: Opens) -> None:
    """The browser of the test has no such setting, so it is told what one that has it would answer."""
    wish = """const real = window.matchMedia.bind(window);
    window.matchMedia = query => query.includes('reduced-data') ? {matches: true} : real(query);"""
    page = opened("films/lightcone", before=wish)
    assert page.evaluate("document.querySelector('[data-player]').preload") == "none"
    page.hover("#shot-SQ01-0010 a[data-clip][data-preview]")
    page.wait_for_timeout(200)
    assert page.locator(".clip-preview").count() == 0


def test_chinese_is_set_as_chinese(opened: Opens) -> None:
    page = opened("zh/films/lightcone")
    style = "([what, name]) => getComputedStyle(document.querySelector(what)).getPropertyValue(name)"
    assert page.evaluate(style, ["h1", "font-family"]).split(",")[0].strip('"') == "Source Han Serif SC"
    assert page.evaluate(style, [".lead", "line-break"]) == "strict"
    assert page.evaluate(style, [".lead", "text-autospace"]) == "normal"
    assert page.evaluate(style, [".lead", "text-spacing-trim"]) == "trim-start"
    assert page.evaluate(style, ["pre.prompt-text", "text-autospace"]) == "no-autospace", "verbatim is verbatim"
    assert page.evaluate(style, ["pre.prompt-text", "text-spacing-trim"]) == "space-all"
    air = """() => {
      const line = document.createElement('span');
      document.querySelector('.lead').append(line);
      const wide = words => { line.textContent = words; return line.getBoundingClientRect().width; };
      return wide('用AI拍') - wide('用') - wide('AI') - wide('拍');
    }"""
    assert page.evaluate(air) > 2, "Chinese and Latin have air between them"
    english = opened("films/lightcone")
    assert english.evaluate(style, [".lead", "text-autospace"]) != "normal"
