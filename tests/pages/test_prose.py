"""Notes in prose: what they may hold, and what never comes through."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from glassbox.pages.prose import html_of


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))


def _link(record: str) -> str | None:
    return f"../{record}/index.html" if record.startswith("LC-P") else None


def test_a_note_may_name_a_record_and_the_reader_gets_there() -> None:
    assert html_of("see [it](gb:LC-P001)", _link) == '<p>see <a href="../LC-P001/index.html">it</a></p>'


def test_a_record_without_a_page_is_bare_words() -> None:
    assert html_of("see [it](gb:LC-T001)", _link) == "<p>see <a>it</a></p>"


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt&#58;alert(1))",
        "[x](data:text/html;base64,PHN2Zz4=)",
        "![x](https://tracker.example/a.png)",
        '[x](https://a.example/ "onmouseover=alert(1)")',
        "<div style='position:fixed'>over</div>",
        "<https://a.example/><svg onload=alert(1)>",
    ],
)
def test_hostile_words_stay_words(hostile: str) -> None:
    found = _Elements()
    found.feed(html_of(hostile, _link))
    assert {tag for tag, _ in found.elements} <= {"p", "a"}
    for _, attributes in found.elements:
        assert set(attributes) <= {"href", "rel"}
        assert attributes.get("href", "https://a.example/").startswith("https://a.example/")


def test_no_file_is_pulled_in_and_no_template_runs() -> None:
    html = html_of('--8<-- "/etc/passwd"\n\n{{ config }} {% include "x" %}', _link)
    assert "root:" not in html
    assert "{{ config }}" in html


def test_headings_begin_below_the_page_s_own() -> None:
    assert html_of("# One\n\n## Two", _link) == "<h3>One</h3>\n<h3>Two</h3>"
