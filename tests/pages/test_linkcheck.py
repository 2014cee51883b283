"""The link checker over a finished tree: it refuses every planted fault and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from glassbox.pages import asking
from glassbox.pages.linkcheck import check
from glassbox.problems import Problem

BASE = "https://a.example/box/"


def _tree(body: str = "", **more: str) -> dict[str, bytes]:
    page = f'<!doctype html><title>t</title><h1 id="top-of">x</h1>{body}'
    other = '<h1 id="r3">x</h1><p id="节">y</p><a name="old">z</a>'
    files = {
        "a/index.html": page,
        "b/index.html": other,
        "zh/b/index.html": other,
        "index.html": "<h1>home</h1>",
        "assets/a.css": "p{background:url(../media/p.webp)}",
        "media/p.webp": "",
        "media/f.mp4": "",
        "media/i.svg": '<svg><path id="mark"/></svg>',
        **more,
    }
    return {path: words.encode() for path, words in files.items()}


def _codes(found: list[Problem]) -> list[str]:
    return [told.code.name for told in found]


@pytest.mark.parametrize(
    "body",
    [
        '<a href="../b/index.html">x</a>',
        '<a href="../b/index.html#r3">x</a>',
        '<a href="../b/index.html#%E8%8A%82">x</a><a href="../b/index.html#节">x</a>',
        '<a href="../b/index.html?q=1#old">x</a>',
        '<a href="#top-of">x</a><a href="#">x</a><a href="#top">x</a><a href="">x</a>',
        '<a href="https://elsewhere.example/x/">x</a><a href="mailto:a@b.example">x</a>',
        f'<a href="{BASE}b/#r3">x</a><link rel="canonical" href="{BASE}a/">',
        '<video src="../media/f.mp4#t=1,2" poster="../media/p.webp"></video>',
        '<img srcset="../media/p.webp 1x, ../media/p.webp 2x" src="data:image/png;base64,AA==">',
        '<svg><use href="../media/i.svg#mark"/></svg>',
        '<img data-preview="../media/f.mp4" data-name="gone.mp4" data-note="../ begins a remark">',
        '<!-- <a href="gone.html"> --><p>&lt;a href="gone.html"&gt;</p><textarea><img src=gone></textarea>',
        '<script type="application/ld+json">{"url": "gone.html"}</script><script src="../assets/a.css"></script>',
        '<form action="../b/index.html"></form>',
        '<meta property="og:image" content="https://a.example/box/media/p.webp">',
    ],
)
def test_a_sound_page_passes(body: str) -> None:
    assert check(_tree(body), base_url=BASE) == []


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ('<a href="../gone/index.html">x</a>', "GB-E130"),
        ("<a href='gone.html'>x</a>", "GB-E130"),
        ("<a href=gone.html>x</a>", "GB-E130"),
        ("<A\n HREF = 'gone.html'>x</A>", "GB-E130"),
        ('<a title="a > b" href="gone.html">x</a>', "GB-E130"),
        ('<a href="../B/index.html">x</a>', "GB-E130"),
        ('<a href="../../../etc/passwd">x</a>', "GB-E130"),
        ('<a href="../b/index.html#r4">x</a>', "GB-E131"),
        ('<a href="#nowhere">x</a>', "GB-E131"),
        ('<svg><use xlink:href="../media/i.svg#gone"/></svg>', "GB-E131"),
        ('<a href="../b/">x</a>', "GB-E132"),
        ('<a href="../b">x</a>', "GB-E132"),
        ('<a href="../">x</a>', "GB-E132"),
        ('<a href=".">x</a>', "GB-E132"),
        ('<a href="../b/#r3">x</a>', "GB-E132"),
        ('<a href="/b/index.html">x</a>', "GB-E134"),
        ('<img src="https://cdn.example/x.png">', "GB-E133"),
        ('<script src="//cdn.example/x.js"></script>', "GB-E133"),
        ('<link rel="stylesheet" href="https://cdn.example/x.css">', "GB-E133"),
        ('<link rel="preconnect" href="https://cdn.example/">', "GB-E133"),
        ('<form action="https://evil.example/"></form>', "GB-E133"),
        ('<iframe src="https://evil.example/"></iframe>', "GB-E133"),
        ('<a href="data:text/html,x">x</a>', "GB-E133"),
        ('<a href="file:///etc/passwd">x</a>', "GB-E133"),
        ('<img src="../media/gone.webp">', "GB-E130"),
        ('<img srcset="../media/p.webp 1x, ../media/gone.webp 2x">', "GB-E130"),
        ('<link rel="preload" imagesrcset="../media/gone.webp 1x">', "GB-E130"),
        ('<video poster="gone.webp"></video>', "GB-E130"),
        ('<video><track src="gone.vtt"></video>', "GB-E130"),
        ('<object data="gone.pdf"></object>', "GB-E130"),
        ('<img data-preview="../media/gone.mp4">', "GB-E130"),
        ('<div data-take-src="gone.mp4"></div>', "GB-E130"),
        ('<div data-anything="../media/gone.mp4"></div>', "GB-E130"),
        ('<meta http-equiv="refresh" content="0; url=gone.html">', "GB-E130"),
        ("<meta http-equiv=refresh content=\"0;URL='gone.html'\">", "GB-E130"),
        (f'<link rel="canonical" href="{BASE}gone/">', "GB-E130"),
        (f'<link rel="alternate" hreflang="zh" href="{BASE}zh/gone/">', "GB-E130"),
        (f'<a href="{BASE}b/#r4">x</a>', "GB-E131"),
        ('<meta property="og:image" content="https://a.example/box/media/gone.webp">', "GB-E130"),
        ('<p style="color:red">x</p>', "GB-E135"),
        ("<style>p{}</style>", "GB-E135"),
        ("<script>alert(1)</script>", "GB-E135"),
        ('<script type="module">alert(1)</script>', "GB-E135"),
        ('<p onclick="alert(1)">x</p>', "GB-E135"),
        ('<svg onload="alert(1)"></svg>', "GB-E135"),
        ('<a href=" javascript:alert(1)">x</a>', "GB-E135"),
    ],
)
def test_a_planted_fault_is_found(body: str, code: str) -> None:
    found = check(_tree(body), base_url=BASE)
    assert code in _codes(found)
    assert {told.place.path for told in found} == {"a/index.html"}


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("assets/b.css", 'p{background:url("../media/gone.webp")}'),
        ("assets/b.css", "@import 'gone.css';"),
        ("assets/b.css", "p{background:url(https://cdn.example/x.png)}"),
        ("sitemap.xml", f"<url><loc>{BASE}gone/</loc></url>"),
        ("sitemap.xml", f'<xhtml:link rel="alternate" href="{BASE}zh/gone/"/>'),
        ("media/j.svg", '<svg><image href="gone.png"/></svg>'),
        ("404.html", '<a href="/box/gone/index.html">x</a>'),
        ("404.html", '<a href="/elsewhere/index.html">x</a>'),
    ],
)
def test_other_files_are_read_too(path: str, words: str) -> None:
    found = check(_tree(**{path: words}), base_url=BASE)
    assert [told.place.path for told in found] == [path]


def test_the_page_for_what_is_not_there_may_begin_at_the_base() -> None:
    words = '<a href="/box/b/index.html#r3">x</a><link rel="stylesheet" href="/box/assets/a.css">'
    assert check(_tree(**{"404.html": words}), base_url=BASE) == []


def test_style_sheet_comments_ask_for_nothing() -> None:
    assert check(_tree(**{"assets/b.css": '/* url(gone.png) */ p{mask:url("data:image/svg+xml,<svg>")}'})) == []


def test_a_fault_has_its_line_and_its_cure() -> None:
    (told,) = check(_tree('\n\n<a href="../b/?x=1&amp;y#r3">x</a>'))
    assert told.line("en").startswith("a/index.html:3: the link '../b/?x=1&y#r3' names a folder")
    assert "'../b/index.html'" in told.line("en")
    assert "../b/index.html" in told.line("zh")


def test_a_tree_on_disk_is_judged_as_in_memory(tmp_path: Path) -> None:
    tree = _tree('<a href="gone.html">x</a><a href="../b/">x</a>')
    for path, data in tree.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    assert check(tmp_path, base_url=BASE) == check(tree, base_url=BASE) != []


@pytest.mark.parametrize("damage", [None, "cut", "flipped"])
def test_a_cache_changes_nothing_but_the_time(tmp_path: Path, damage: str | None) -> None:
    cache = tmp_path / "links.json"
    tree = _tree('<a href="gone.html">x</a><p style="a">')
    plain = check(tree, base_url=BASE)
    assert check(tree, base_url=BASE, cache=cache) == plain
    if damage == "cut":
        cache.write_bytes(cache.read_bytes()[:-9])
    elif damage == "flipped":
        cache.write_bytes(cache.read_bytes().replace(b"gone.html", b"b/in.html"))
    assert check(tree, base_url=BASE, cache=cache) == plain
    changed = _tree('<a href="lost.html">x</a>')
    assert _codes(check(changed, base_url=BASE, cache=cache)) == ["GB-E130"]


def test_a_page_that_did_not_change_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    read_html = asking.read_html

    def reading(html: str) -> asking.Reading:
        read.append(html)
        return read_html(html)

    monkeypatch.setitem(asking._READERS, ".html", reading)
    cache = tmp_path / "links.json"
    check(_tree(), cache=cache)
    assert len(read) == 4
    read.clear()
    check(_tree("<p>new</p>"), cache=cache)
    assert len(read) == 1
