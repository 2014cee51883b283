"""The finishing pass: what an editorial page says becomes a link that works, or a problem with its line."""

from __future__ import annotations

import pytest

from glassbox.pages.addresses import Addresses, Spot
from glassbox.pages.finish import Finished, finish

ADDRESSES = Addresses(
    ("en", "zh"),
    "https://a.example/",
    {
        "LC-P012": Spot("prompts/LC-P012/"),
        "LC-P012@3": Spot("prompts/LC-P012/", "r3"),
        "LC-P099": Spot("prompts/LC-P099/"),
    },
    {},
)
FILES = frozenset(
    path
    for lang in ("", "zh/")
    for path in (
        f"{lang}index.html",
        f"{lang}about/index.html",
        f"{lang}method/index.html",
        f"{lang}prompts/LC-P012/index.html",
    )
) | {"assets/css/base.css", "media/a b.mp4"}


def _finish(html: str, here: str = "zh/about/index.html", lang: str = "zh", **more: str) -> Finished:
    return finish(html, here, lang, ADDRESSES, FILES, inserts={"register": "<ul><li>kept back</li></ul>"}, **more)


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("gb:LC-P012", "../prompts/LC-P012/index.html"),
        ("gb:LC-P012@3", "../prompts/LC-P012/index.html#r3"),
        ("gb:LC-P012%403", "../prompts/LC-P012/index.html#r3"),
        ("gb:/method/", "../method/index.html"),
        ("gb:/method/#words", "../method/index.html#words"),
        ("../method/", "../method/index.html"),
        ("../method/#words", "../method/index.html#words"),
        ("./", "index.html"),
        ("..", "../index.html"),
        ("../?q=1", "../index.html?q=1"),
        ("../../media/a%20b.mp4", "../../media/a%20b.mp4"),
        ("#here", "#here"),
        ("https://siff.example/?a=1&amp;b", "https://siff.example/?a=1&amp;b"),
        ("mailto:a@b.example", "mailto:a@b.example"),
    ],
)
def test_a_link_names_the_file_that_it_means(written: str, published: str) -> None:
    done = _finish(f'<p><a class="x" href="{written}" title="t">w</a></p>')
    assert done == Finished(f'<p><a class="x" href="{published}" title="t">w</a></p>', ())


def test_quotes_and_their_absence_are_read() -> None:
    assert _finish("<a href='../method/'>a</a><A HREF=../method/>b</A>").html == (
        '<a href="../method/index.html">a</a><A HREF="../method/index.html">b</A>'
    )


def test_what_stands_in_text_and_comments_stays() -> None:
    html = '<!-- <a href="x/"> --><p>&lt;a href="x/"&gt; a < b</p><title><a href="x/"></title>'
    html += '<textarea><a href="y/"></textarea>'
    assert _finish(html) == Finished(html, ())


def test_a_mark_is_replaced_by_what_the_records_say() -> None:
    assert _finish("<h2>x</h2>\n<!-- gb:register -->\n").html == "<h2>x</h2>\n<ul><li>kept back</li></ul>\n"
    assert _finish("<p><!--gb:register--></p>").html == "<ul><li>kept back</li></ul>"


@pytest.mark.parametrize(
    ("html", "code", "said"),
    [
        ('<a href="gb:LC-P013">x</a>', "GB-E136", "LC-P012"),
        ('<a href="gb:LC-P012@9">x</a>', "GB-E136", "LC-P012@3"),
        ('<a href="gb:LC-P099">x</a>', "GB-E136", "LC-P099"),
        ('<a href="gb:/nowhere/">x</a>', "GB-E136", "/nowhere/"),
        ('<a href="../gone/">x</a>', "GB-E130", "../gone/"),
        ('<a href="../../../../etc/passwd">x</a>', "GB-E130", "etc/passwd"),
        ('<img src="gone.png">', "GB-E130", "gone.png"),
        ('<a href="/method/">x</a>', "GB-E134", "/method/"),
        ('<img src="https://cdn.example/a.png">', "GB-E133", "cdn.example"),
        ('<img src="//cdn.example/a.png">', "GB-E133", "cdn.example"),
        ('<a href="ftp://a.example/x">x</a>', "GB-E133", "ftp"),
        ('<a href="javascript:alert(1)">x</a>', "GB-E135", "javascript:"),
        ('<p style="color:red">x</p>', "GB-E135", "style="),
        ("<style>p{}</style>", "GB-E135", "style"),
        ("<script>alert(1)</script>", "GB-E135", "script"),
        ('<p onclick="alert(1)">x</p>', "GB-E135", "onclick"),
        ('<base href="https://evil.example/">', "GB-E135", "base"),
        ("<p><!-- gb:nothing --></p>", "GB-E137", "register"),
    ],
)
def test_a_fault_is_told_in_both_languages(html: str, code: str, said: str) -> None:
    done = _finish(html)
    (told,) = done.problems
    assert told.code.name == code
    assert said in told.sentence("en")
    assert said in told.sentence("zh")
    assert told.sentence("en") != told.sentence("zh")


def test_a_fault_is_told_at_the_line_of_its_page() -> None:
    done = _finish(
        '<a href="gb:LC-P013">x</a>', source="content/pages/zh/about.md", text="# One\n\nSee [x](gb:LC-P013).\n"
    )
    assert done.problems[0].line("en").startswith("content/pages/zh/about.md:3: ")


def test_data_scripts_are_no_code() -> None:
    html = '<script type="application/ld+json">{"a": "</p>"}</script><img src="data:image/png;base64,AA">'
    assert _finish(html) == Finished(html, ())
