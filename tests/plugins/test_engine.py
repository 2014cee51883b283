"""The door to MkDocs: pages in, plain pages out, in every language; and nothing else of content/ comes along."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from glassbox.pages.addresses import Addresses, Spot
from glassbox.pages.editorial import Editorial, EditorialPage, clashes
from glassbox.pages.finish import finish
from glassbox.pages.frame import SECTIONS, House
from glassbox.records.text import Text
from glassbox_mkdocs import MkDocsEngine, engine, home

ADDRESSES = Addresses(("en", "zh"), "https://a.example/", {"LC-P012@3": Spot("prompts/LC-P012/", "r3")}, {})
ABOUT = "# About <b>us</b>\n\n[how](method.md#words) [prompt](gb:LC-P012@3) [home](index.md)\n\n<!-- gb:register -->\n"
METHOD = """---
title: Method & more
description: 'a "quoted" <one>'
---
## Words

|a|b|
|:-|-:|
|1|2|
"""

Write = Callable[[str, str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def put(path: str, words: str) -> Path:
        file = tmp_path / "content" / "pages" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(words, "utf-8")
        return file

    return put


@pytest.fixture
def pages(write: Write) -> Write:
    for lang in ("en", "zh"):
        write(f"{lang}/about.md", ABOUT)
        write(f"{lang}/method.md", METHOD)
        write(f"{lang}/index.md", "# Welcome\n\nRead [how](method.md).\n")
    return write


def _house(root: Path, title: str = "Glass <Box>") -> House:
    there = MkDocsEngine(root).addresses(ADDRESSES.languages)
    return House(ADDRESSES, Text.of(title), (), tuple(a for a, _ in SECTIONS if a in there))


def _made(root: Path) -> Editorial:
    return MkDocsEngine(root).pages(_house(root))


def _page(made: Editorial, lang: str, address: str) -> EditorialPage:
    return next(page for page in made.pages if (page.lang, page.address) == (lang, address))


def _codes(made: Editorial) -> list[str]:
    return sorted(told.code.name for told in made.problems)


def test_every_page_is_there_in_every_language(tmp_path: Path, pages: Write) -> None:
    made = _made(tmp_path)
    assert made.problems == ()
    assert {(p.lang, p.address) for p in made.pages} == {
        (lang, address) for lang in ("en", "zh") for address in ("about/", "method/")
    }
    assert MkDocsEngine(tmp_path).addresses(("en", "zh")) == {"about/", "method/"}
    assert '<html lang="zh-Hans">' in _page(made, "zh", "about/").html
    assert _page(made, "zh", "about/").source == "content/pages/zh/about.md"


def test_a_page_has_the_frame_that_records_have_escaped(tmp_path: Path, pages: Write) -> None:
    html = _page(_made(tmp_path), "en", "method/").html
    assert "<title>Method &amp; more · Glass &lt;Box&gt;</title>" in html
    assert '<meta name="description" content="a &#34;quoted&#34; &lt;one&gt;">' in html
    assert 'http-equiv="Content-Security-Policy"' in html
    assert "<h1>Method &amp; more</h1>" in html
    assert 'href="../zh/method/index.html" lang="zh-Hans" hreflang="zh-Hans"' in html


def test_nothing_of_the_theme_runs_and_nothing_comes_from_elsewhere(tmp_path: Path, pages: Write) -> None:
    made = _made(tmp_path)
    html = _page(made, "en", "method/").html
    assert [part.split('"')[0] for part in html.split('<script src="')[1:]] == [
        "../assets/js/early.js",
        "../assets/js/shell.js",
    ]
    assert html.count("<script") == 2
    assert "generator" not in html
    assert "style=" not in html
    assert "fonts.g" not in html
    assert str(tmp_path) not in html
    assert {Path(name).suffix for name in made.assets} == {".css"}
    assert b"layer(theme)" in made.assets["assets/css/editorial.css"]


def test_finished_pages_have_links_to_files_and_no_problem(tmp_path: Path, pages: Write) -> None:
    made = _made(tmp_path)
    files = {ADDRESSES.path(page.lang, page.address) for page in made.pages} | {
        *made.assets,
        *("index.html", "zh/index.html", "prompts/LC-P012/index.html", "zh/prompts/LC-P012/index.html"),
        *("assets/icon.svg", "assets/icon-32.png", "assets/apple-touch-icon.png", "assets/css/print.css"),
        *("assets/css/tokens.css", "assets/css/base.css", "assets/css/layout.css"),
        *("assets/css/parts.css", "assets/css/process.css", "assets/css/touch.css"),
        *("assets/js/early.js", "assets/js/shell.js"),
    }
    for page in made.pages:
        done = finish(
            page.html,
            ADDRESSES.path(page.lang, page.address),
            page.lang,
            ADDRESSES,
            files,
            inserts={"register": "<hr>"},
        )
        assert done.problems == ()
    about = _page(made, "zh", "about/")
    done = finish(about.html, "zh/about/index.html", "zh", ADDRESSES, files, inserts={"register": "<hr>"})
    for href in ("../method/index.html#words", "../prompts/LC-P012/index.html#r3", "../index.html"):
        assert f'href="{href}"' in done.html
    assert "<hr>" in done.html
    intro = made.intros["zh"]
    assert 'href="method/index.html"' in finish(intro.html, "zh/index.html", "zh", ADDRESSES, files).html


def test_a_page_that_one_language_lacks_is_shown_in_the_other_and_marked(tmp_path: Path, pages: Write) -> None:
    pages("en/open-call/index.md", "# Open call\n")
    made = _made(tmp_path)
    html = _page(made, "zh", "open-call/").html
    assert '<html lang="zh-Hans">' in html
    assert '<article class="md-typeset prose" lang="en">' in html
    assert "本页尚无中文版" in html
    assert "untranslated" not in _page(made, "en", "open-call/").html
    (told,) = made.problems
    assert told.line("en").startswith("content/pages/en/open-call/index.md: ")
    assert "content/pages/zh/open-call/index.md" in told.sentence("zh")
    assert told.code.name == "GB-W140"


def test_only_the_language_that_is_there_is_enough(tmp_path: Path, write: Write) -> None:
    write("zh/about.md", "# 关于\n")
    made = _made(tmp_path)
    assert {(p.lang, p.address) for p in made.pages} == {("en", "about/"), ("zh", "about/")}


def test_an_archive_without_pages_has_none(tmp_path: Path) -> None:
    assert _made(tmp_path) == Editorial()


def test_what_is_no_plain_page_is_told_and_not_published(tmp_path: Path, pages: Write) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text("# canary\n")
    pages("en/notes.txt", "canary")
    pages("en/pictures/set.jpg", "canary")
    pages("en/Über uns.md", "# canary\n")
    pages("en/con.md", "# canary\n")
    (tmp_path / "content/pages/en/linked.md").symlink_to(secret)
    (tmp_path / "content/pages/zh/up").symlink_to(tmp_path)
    (tmp_path / "content/pages/zh/latin.md").write_bytes("# caf\xe9\n".encode("latin-1"))
    pages("en/control.md", "# canary\0\n")
    pages("en/.draft.md", "# canary\n")
    made = _made(tmp_path)
    assert _codes(made) == ["GB-E144", "GB-E144", "GB-E145", "GB-E145", "GB-E146", "GB-E146", "GB-W138", "GB-W138"]
    assert {page.address for page in made.pages} == {"about/", "method/"}
    assert "canary" not in repr(made)
    for told in made.problems:
        assert told.sentence("en") != told.sentence("zh")


def test_a_page_includes_no_file(tmp_path: Path, pages: Write) -> None:
    (tmp_path / "secret.txt").write_text("canary")
    pages(
        "en/about.md",
        '# About\n\n--8<-- "secret.txt"\n\n```\n--8<-- "secret.txt"\n```\n\n{{ config }} {% include "x" %}\n',
    )
    html = _page(_made(tmp_path), "en", "about/").html
    assert "canary" not in html
    assert "{{ config }}" in html


def test_a_dead_link_is_told_once_with_its_line(tmp_path: Path, pages: Write) -> None:
    pages("zh/about.md", "# 关于\n\n一行\n\n见 [方法](methode.md)。\n")
    made = _made(tmp_path)
    assert made.problems == ()
    page = _page(made, "zh", "about/")
    files = {"zh/about/index.html", "zh/method/index.html"}
    done = finish(page.html, "zh/about/index.html", "zh", ADDRESSES, files, source=page.source, text=page.text)
    told = [t for t in done.problems if "methode" in t.sentence("en")]
    assert [t.line("en").split(" href")[0] for t in told] == ["content/pages/zh/about.md:5:"]


@pytest.mark.parametrize(
    ("head", "line", "said"),
    [
        ("---\ntitle: {a: [}\n---\n", 2, ""),
        ("---\ntitle: [a, b]\n---\n", 2, "'title'"),
        ("---\ntitle: x\ntempalte: y\n---\n", 3, "'tempalte'"),
        ("---\ndescripton: y\n---\n", 2, "description?"),
        ("---\njust words\n---\n", 1, ""),
        ("---\ntitle: x\n\n# About\n", 1, "---"),
        ("---\ntitle: !!python/object:os.system x\n---\n", 0, ""),
    ],
)
def test_a_head_that_cannot_be_read_is_told(tmp_path: Path, pages: Write, head: str, line: int, said: str) -> None:
    pages("en/about.md", f"{head}# About\n")
    told = [t for t in _made(tmp_path).problems if t.code.name == "GB-E148"]
    if line == 0:
        assert not told, "a tag is words like any other: nothing is made of it"
        return
    assert [t.place.line for t in told] == [line]
    assert said in told[0].sentence("en")
    assert said in told[0].sentence("zh")


def test_a_first_line_like_a_field_stays_in_the_page(tmp_path: Path, pages: Write) -> None:
    pages("en/about.md", "Note: this is said\ntemplate: x.html\n\n# About\n")
    assert "Note: this is said" in _page(_made(tmp_path), "en", "about/").html


def test_a_page_that_breaks_the_engine_is_a_problem_not_a_traceback(
    tmp_path: Path, pages: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    from markdown import Markdown

    def break_down(self: Markdown, source: str) -> str:
        raise RecursionError("maximum recursion depth exceeded")

    monkeypatch.setattr(Markdown, "convert", break_down)
    made = _made(tmp_path)
    assert "GB-E139" in _codes(made)
    assert not made.pages
    assert not (tmp_path / ".glassbox/mkdocs/en.json").exists(), "a failed run must not be kept"
    for told in made.problems:
        assert "recursion" in told.sentence("en")
        assert "recursion" in told.sentence("zh")


def test_a_page_may_not_take_a_record_s_address(tmp_path: Path, pages: Write) -> None:
    pages("en/prompts.md", "# Prompts\n")
    told = list(clashes(_made(tmp_path), {"prompts/", "people/"}))
    assert {t.code.name for t in told} == {"GB-E141"}
    assert "/prompts/" in told[0].sentence("en")
    assert "/prompts/" in told[0].sentence("zh")


def test_two_pages_may_not_want_one_address(tmp_path: Path, pages: Write) -> None:
    pages("en/about/index.md", ABOUT)
    pages("zh/zh.md", "# canary\n")
    pages("en/zh/index.md", "# canary\n")
    made = _made(tmp_path)
    assert [t.place.path for t in made.problems if t.code.name == "GB-E141"] == [
        "content/pages/en/about.md",
        "content/pages/en/zh/index.md",
        "content/pages/zh/zh.md",
    ]
    assert "canary" not in repr(made)


def test_what_was_made_before_is_not_made_again(tmp_path: Path, pages: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    first = _made(tmp_path)
    runs: list[str] = []
    run = engine.run

    def counted(house: House, lang: str, *rest: object) -> object:
        runs.append(lang)
        return run(house, lang, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(engine, "run", counted)
    assert _made(tmp_path) == first
    assert runs == []
    pages("zh/about.md", ABOUT + "\nnew\n")
    assert "new" in _page(_made(tmp_path), "zh", "about/").html
    assert runs == ["zh"]
    MkDocsEngine(tmp_path).pages(_house(tmp_path, "Another title"))
    assert runs == ["zh", "en", "zh"]
    kept = tmp_path / ".glassbox/mkdocs/en.json"
    body = bytearray(kept.read_bytes())
    body[-20] ^= 1
    kept.write_bytes(bytes(body))
    MkDocsEngine(tmp_path).pages(_house(tmp_path, "Another title"))
    assert runs == ["zh", "en", "zh", "en"]


BUILD = """
import pickle, sys
from pathlib import Path
sys.path.insert(0, {tests!r})
from test_engine import _made
pickle.dump(_made(Path({root!r})), sys.stdout.buffer)
"""


def test_the_same_pages_come_from_the_fork(tmp_path: Path, pages: Write) -> None:
    """ProperDocs carries MkDocs on; the same plugin gives the same bytes under it."""
    made: list[Editorial] = []
    for name in ("mkdocs", "properdocs"):
        (tmp_path / ".glassbox").mkdir(exist_ok=True)
        done = subprocess.run(
            [sys.executable, "-c", BUILD.format(tests=str(Path(__file__).parent), root=str(tmp_path))],
            env={**os.environ, "GLASSBOX_ENGINE": name},
            capture_output=True,
            check=True,
        )
        made.append(pickle.loads(done.stdout))
    assert made[0].pages
    assert made[0] == made[1]


def test_a_bare_run_of_mkdocs_shows_the_default_language(tmp_path: Path, pages: Write) -> None:
    for name in ("mkdocs.yml", "overrides"):
        (tmp_path / name).symlink_to(home() / name)
    subprocess.run(
        [
            sys.executable,
            "-m",
            "mkdocs",
            "build",
            "-q",
            "-f",
            str(tmp_path / "mkdocs.yml"),
            "-d",
            str(tmp_path / "out"),
        ],
        check=True,
        capture_output=True,
    )
    assert "<title>About us" in (tmp_path / "out/about/index.html").read_text("utf-8")
