"""What the pages say where no script runs, and on paper: every word, and nothing that only a finger can use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

pytestmark = [pytest.mark.browser, pytest.mark.ffmpeg]

PAGES = ("films/lightcone", "films/lightcone/shots/SQ01-0010", "prompts/LC-P005", "films/lightcone/takes")
PRINTED = ("films/lightcone", "prompts/LC-P005", "films/lightcone/decisions")
UNFOLD = "document.querySelectorAll('details').forEach(fold => { fold.open = true; })"
READ = """without => {
  const skip = [...document.querySelectorAll(without)];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const read = [];
  while (walk.nextNode()) {
    const node = walk.currentNode;
    const words = node.textContent.replace(/\\s+/g, '');
    const around = node.parentElement;
    if (!words || skip.some(one => one.contains(node)) || around.closest('script, svg title')) continue;
    if (!around.checkVisibility({visibilityProperty: true})) continue;
    read.push(words);
  }
  return read;
}"""
SCRIPTS_ONLY = "button, dialog, [data-controls], [data-wall-filter], [data-tray], [role=status], .wipe-controls"
A4_INSIDE = {"width": 680, "height": 980}  # CSS pixels between the margins


@pytest.fixture(scope="module")
def unscripted(chromium: Any) -> Iterator[Any]:
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 1440, "height": 900})
    yield context.new_page()
    context.close()


def _address(sample_site: Path, lang: str, address: str) -> str:
    return (sample_site / ("zh" if lang == "zh" else "") / address / "index.html").as_uri()


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_without_scripts_every_word_of_a_page_can_be_read(
    sample_site: Path, chromium: Any, unscripted: Any, lang: str
) -> None:
    page = chromium.new_page(viewport={"width": 1440, "height": 900})
    for address in PAGES:
        said = []
        for one in (page, unscripted):
            one.goto(_address(sample_site, lang, address))
            one.evaluate(UNFOLD)  # as a visitor can, without any script
            said.append(one.evaluate(READ, SCRIPTS_ONLY))
        scripted, plain = said
        assert len(scripted) > 100
        assert [words for words in scripted if words not in set(plain)] == [], address
        dead = unscripted.evaluate(
            "[...document.querySelectorAll('button:not(form[action] *), dialog')]"
            ".filter(one => one.checkVisibility()).length"
        )
        assert dead == 0, "a button that nothing hears"
    page.close()


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("address", PRINTED)
def test_a_printed_page_has_every_word_on_white_and_no_controls(
    sample_site: Path, chromium: Any, tmp_path: Path, lang: str, address: str
) -> None:
    context = chromium.new_context(bypass_csp=True, viewport=A4_INSIDE, reduced_motion="reduce")
    page = context.new_page()
    page.goto(_address(sample_site, lang, address))
    page.emulate_media(media="print")
    page.add_style_tag(content="@page { @bottom-right { content: none } }")  # numbers would stand inside sentences
    assert page.evaluate("document.documentElement.scrollWidth") <= A4_INSIDE["width"], "a column is cut off"
    controls = (
        "[...document.querySelectorAll('button, input, video, audio, nav, summary')].filter(e => e.checkVisibility())"
    )
    assert page.evaluate(f"{controls}.filter(e => !e.matches('.strip-frame, summary')).length") == 0
    said = page.evaluate(READ, "svg")
    page.pdf(path=str(tmp_path / "page.pdf"), prefer_css_page_size=True, print_background=True)
    context.close()
    paper = pypdfium2.PdfDocument(tmp_path / "page.pdf")
    text = "".join(re.sub(r"\s+", "", sheet.get_textpage().get_text_bounded()) for sheet in paper)
    text = text.replace("\x02", "-")  # what PDFium says of a hyphen at the end of a line
    assert len(said) > 50
    assert [words for words in said if words not in text] == []
    if address.startswith("prompts/"):
        fold = "earlier revisions are folded on the screen"
        assert sum(re.sub(r"\s", "", r) in text for r in ("LC-P005@1", "LC-P005@2", "LC-P005@3")) == 3, fold
    for sheet in paper:
        picture = sheet.render(scale=0.5).to_pil().convert("L")
        edges = [picture.crop(box) for box in ((0, 0, picture.width, 12), (0, 0, 12, picture.height))]
        assert all(edge.getextrema()[0] > 250 for edge in edges), "the ground of the screen stays on the screen"
        assert picture.histogram()[255] > 0.4 * picture.width * picture.height


def test_on_paper_an_address_stands_where_nobody_can_tap(sample_site: Path, chromium: Any, tmp_path: Path) -> None:
    page = chromium.new_page()
    page.goto(_address(sample_site, "en", "prompts/LC-P005"))
    page.pdf(path=str(tmp_path / "page.pdf"), prefer_css_page_size=True)
    page.close()
    text = "".join(sheet.get_textpage().get_text_bounded() for sheet in pypdfium2.PdfDocument(tmp_path / "page.pdf"))
    assert "https://glassbox.example/prompts/LC-P005/" in text
    assert "index.html" not in text, "no link within the archive is spelt out"
