"""Whatever a team writes into whatever field is read as text: nothing runs, nothing is pulled in, nothing breaks."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from making.full import write_full

pytestmark = [pytest.mark.browser, pytest.mark.ffmpeg]

HOSTILE = (
    "<script>window.ran=1</script>{}",
    '"><img src=x onerror="window.ran=2">{}',
    "</script><script>window.ran=3</script><!--{}",
    "' onmouseover='window.ran=4' x='{}",
    "{}{{ 7919*7907 }}{% include '/etc/passwd' %}",
    '--8<-- "/etc/passwd" {}',
    "</title></textarea></style><svg onload=window.ran=5>{}",
    "&lt;b&gt; &amp; {} &#60;script>window.ran=6&#60;/script>",
    "{}\u202edesrever\u2066 שלום مرحبا 👩\u200d🚀",
    "${{}} `{}` <%= 7919*7907 %> #{7919*7907}",
    "[{}](javascript:window.ran=7) <javascript:window.ran=8>",
)


FOUND = """() => ({
    ran: window.ran,
    markup: document.querySelectorAll('img[src="x"], svg[onload], [onmouseover], [onerror]').length,
    links: [...document.links].filter(a => a.protocol === 'javascript:').length,
    text: document.body.innerText,
    wide: Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
})"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, glassbox: Any) -> Path:
    root = tmp_path_factory.mktemp("hostile")
    write_full(root, *HOSTILE)
    glassbox(root, "build", "--quiet")
    return root / "site"


def test_nothing_that_a_team_writes_runs_or_becomes_markup(site: Path, chromium: Any) -> None:
    context = chromium.new_context(viewport={"width": 1440, "height": 900}, offline=True)
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda m: said.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    for file in sorted(site.rglob("index.html")):
        page.goto(file.as_uri())
        page.mouse.move(400, 400)
        found = page.evaluate(FOUND)
        name = file.relative_to(site).as_posix()
        assert found["ran"] is None, name
        assert found["markup"] == 0, name
        assert found["links"] == 0, name
        assert "62615533" not in found["text"], name  # 7919 * 7907
        assert "root:" not in found["text"], name
        assert found["wide"] <= 0, name
        assert not said, (name, said)
    context.close()


def test_what_was_found_is_text_too(site: Path, chromium: Any) -> None:
    """On the search page and under the box of a header: titles, passages, chips."""
    with_words = ("sentinel", "哨兵", "token", "window", "script")
    context = chromium.new_context(viewport={"width": 1440, "height": 900}, offline=True)
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda m: said.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    shown = ""
    for prefix in ("", "zh/"):
        page.goto((site / prefix / "search/index.html").as_uri())
        for words in with_words:
            page.fill("[data-search] [name=q]", words)
            page.locator("[data-told] mark", has_text=words).wait_for()
            page.evaluate("() => { for (const fold of document.querySelectorAll('details')) fold.open = true; }")
            page.locator("[data-facet=film] .chip b").first.wait_for()
            found = page.evaluate(FOUND)
            assert (found["ran"], found["markup"], found["links"], found["wide"]) == (None, 0, 0, 0), words
            shown += found["text"]
        page.goto((site / prefix / "people/index.html").as_uri())
        page.click("[data-search-box] [name=q]")
        page.keyboard.type("sentinel")
        page.locator(".box-list a").first.wait_for()
        found = page.evaluate(FOUND)
        assert (found["ran"], found["markup"], found["links"]) == (None, 0, 0)
    assert "<script>window.ran=1</script>" in shown
    assert "onerror" in shown
    assert not said
    context.close()


def test_the_words_themselves_are_all_there(site: Path, chromium: Any) -> None:
    page = chromium.new_page()
    page.goto((site / "prompts/SN-P001/index.html").as_uri())
    words = page.evaluate("document.querySelector('[data-copy]').textContent")
    assert any(re.fullmatch(re.escape(shape).replace(r"\{\}", r"token\d+word"), words) for shape in HOSTILE), words
    page.close()
