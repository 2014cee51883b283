"""The lean reader of tags: what it sees, and that no page makes it slow."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from glassbox.pages.tags import candidates, refresh_target, tags


class _Library(HTMLParser):
    """The standard library's reader, slower, to compare with."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, list[tuple[str, str]]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, [(name, value or "") for name, value in attrs]))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)


_NAMES = some.sampled_from(["a", "img", "p", "link", "x-y"])
_VALUES = some.sampled_from(["", "x", "../a b/index.html#é", "a&amp;b", "<b>", "a > b", "x=y", "/"])
_ATTRIBUTES = some.dictionaries(some.sampled_from(["href", "src", "id", "data-x", "alt"]), _VALUES, max_size=3)
_TAGS = some.tuples(_NAMES, _ATTRIBUTES, some.sampled_from(['"', "'"]), some.sampled_from([">", " >", "/>", "\n>"]))


def _written(name: str, attributes: dict[str, str], quote: str, end: str) -> str:
    return f"<{name}" + "".join(f" {key}={quote}{value}{quote}" for key, value in attributes.items()) + end


@settings(max_examples=200, deadline=None)
@given(
    some.lists(
        some.one_of(_TAGS.map(lambda t: _written(*t)), some.sampled_from(["text", " < ", "</p>", "<!-- <a> -->"]))
    )
)
def test_it_reads_what_the_standard_library_reads(parts: list[str]) -> None:
    html = "".join(parts)
    library = _Library()
    library.feed(html)
    library.close()
    assert [(tag.name, [(a.name, a.value) for a in tag.attributes]) for tag in tags(html)] == library.found


@settings(max_examples=200, deadline=None)
@given(some.lists(_TAGS.map(lambda t: _written(*t))))
def test_each_value_stands_where_it_is_said_to(parts: list[str]) -> None:
    html = "".join(parts)
    for tag in tags(html):
        assert html[tag.start] == "<"
        for attribute in tag.attributes:
            assert html[attribute.start : attribute.end][:1] in ("'", '"')
            assert html[attribute.start : attribute.end][-1:] in ("'", '"')


@pytest.mark.timeout(120)  # a reader that is not linear would take hours
@pytest.mark.parametrize("part", ['<a "', '<a href="x', "<!--", "<title>", "<a b='\"", "<", "<a =", '<a x="y" '])
def test_an_unfinished_page_of_a_megabyte_is_read_through(part: str) -> None:
    list(tags(part * (1_000_000 // len(part))))


def test_a_srcset_and_a_refresh_are_taken_apart() -> None:
    assert candidates("a.webp 1x, b,c.webp 200w,\n d.webp") == ["a.webp", "b,c.webp", "d.webp"]
    assert candidates("") == []
    assert [refresh_target(t) for t in ("0;url=a.html", "5; URL='b.html'", "5", "0, c.html")] == [
        "a.html",
        "b.html",
        "",
        "c.html",
    ]
