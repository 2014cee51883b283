"""The words of a record as passages: each in its own language, without the marks of Markdown."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from html import unescape

from glassbox.pages import prose
from glassbox.pages.facts import PROSE
from glassbox.records.base import Part
from glassbox.records.text import EVERY, Text, is_blank
from glassbox.search.documents import NO_LANGUAGE, Passage

ANY = "*"
"""Language of words that belong to every language."""
_TYPED = frozenset(
    {"text", "negative", "optimized_prompt", "before", "tags", "sequence", "original_title", "vendor", "source"}
    | {"country", "producer", "propagator"}
)
"""Fields of plain strings that hold words; the others hold names of records and files, numbers, settings."""
_NOT_SAID = frozenset({"embargo", "unconfirmed", "licence", "publish"})
_MARKED = re.compile(r"[*_`#<>&|\\\[\]~\n]|^\s*(?:[-+]|\d+[.)])\s")
_TURNED = re.compile(r"(?<=[\u2e80-\u9fff\uff00-\uffef])\n(?=[\u2e80-\u9fff\uff00-\uffef])")
"""The end of a line inside a Chinese sentence, where no word ends."""
_ARTICLE = re.compile(r"<article\b[^>]*>(.*)</article>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_BLOCK = re.compile(r"</(?:p|li|h[1-6]|td|th|pre|blockquote)>|<(?:br|hr)>")


def words_of(part: Part, *, first: Collection[str] = (), but: Collection[str] = ()) -> Iterator[Passage]:
    """All words of `part` and of the parts in it: the fields in `first`, then the others as the record has them."""
    fields = type(part).model_fields
    for name in (*first, *(name for name in fields if name not in first)):
        if name not in but and name not in _NOT_SAID:
            yield from _words(name, getattr(part, name))


def _words(name: str, value: object) -> Iterator[Passage]:
    if isinstance(value, Text):
        yield from texts(value, is_prose=name in PROSE)
    elif isinstance(value, tuple):
        for one in value:
            yield from _words(name, one)
    elif isinstance(value, Part):
        yield from words_of(value)
    elif isinstance(value, str) and name in _TYPED:
        yield from said(value)


def texts(text: Text | None, *, is_prose: bool = False) -> Iterator[Passage]:
    """A text in each of its languages, in the author's order."""
    for lang, words in text.by_lang if text else ():
        yield from said(plain(words) if is_prose else words, lang)


def said(words: str, lang: str = EVERY, anchor: str = "") -> Iterator[Passage]:
    """One passage, or none where a reader would see nothing."""
    if not is_blank(words):
        yield Passage(lang or ANY, words, anchor)


def titles(text: Text | None, name: str = "") -> tuple[Passage, ...]:
    """A record's title in each of its languages, and its id."""
    return (*texts(text), *said(name, NO_LANGUAGE))


def each_once(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """The same words in the same language count once, where they stand first."""
    found: dict[tuple[str, str], Passage] = {}
    for one in passages:
        found.setdefault((one.lang, one.words), one)
    return tuple(found.values())


def plain(words: str) -> str:
    """Prose as its page shows it: what Markdown marks is gone, what it says stays."""
    return words_in(prose.html_of(words, lambda _: None)) if _MARKED.search(words) else words


def words_in(html: str) -> str:
    """What a reader sees of HTML; blocks stand apart by a line. Of a whole page, its article: not header nor footer."""
    article = _ARTICLE.search(html)
    lines = _BLOCK.sub("\n", _TURNED.sub("", article[1] if article else html))
    return re.sub(r"\s*\n\s*", "\n", unescape(_TAG.sub("", lines))).strip()
