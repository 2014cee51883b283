"""The archive as an Atom feed: what was decided, written and cut, the newest first."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from glassbox.pages.exhibit import Exhibit
from glassbox.pages.frame import html_lang
from glassbox.pages.reader import Reader
from glassbox.pages.views.moments import in_order
from glassbox.records.archive import FilmFolder

FEED = "feed.atom"
"""Its name, beside the home page of each language."""
MOST = 50
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
_ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True)
class _News:
    at: datetime
    id: str
    title: str
    words: str
    specimen: bool


def feed(exhibit: Exhibit, lang: str) -> bytes:
    """The feed of one language. Its dates are those of the records, so that the same archive gives the same bytes."""
    reader = Reader(exhibit, lang, exhibit.addresses.path(lang, ""))
    news = sorted(_all(exhibit, reader), key=lambda one: (one.at, one.id), reverse=True)[:MOST]
    home = exhibit.addresses.canonical(lang, "")
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": html_lang(lang)})
    _put(root, "id", home)
    _put(root, "title", reader.words(exhibit.archive.site.title))
    _put(root, "updated", (news[0].at if news else _NEVER).isoformat())
    ET.SubElement(root, "link", {"rel": "self", "href": home + FEED})
    ET.SubElement(root, "link", {"rel": "alternate", "href": home, "type": "text/html"})
    author = ET.SubElement(root, "author")
    _put(author, "name", reader.words(exhibit.archive.site.title))
    for one in news:
        _put_entry(root, one, reader)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'.encode()


def _put_entry(root: ET.Element, news: _News, reader: Reader) -> None:
    spot = reader.exhibit.addresses.of(news.id)
    if spot is None:
        return
    url = reader.exhibit.addresses.canonical(reader.lang, spot.address) + (f"#{spot.anchor}" if spot.anchor else "")
    entry = ET.SubElement(root, "entry")
    _put(entry, "id", url)
    _put(entry, "title", f"{news.title} ({reader.phrase('specimen')})" if news.specimen else news.title)
    _put(entry, "updated", news.at.isoformat())
    ET.SubElement(entry, "link", {"rel": "alternate", "href": url, "type": "text/html"})
    if news.words:
        _put(entry, "summary", news.words)


def _put(parent: ET.Element, tag: str, words: str) -> None:
    """What XML 1.0 cannot hold is left out; records may hold what a tool wrote."""
    ET.SubElement(parent, tag).text = "".join(c for c in words if c in "\t\n" or (c >= " " and c not in "\ufffe\uffff"))


def _all(exhibit: Exhibit, reader: Reader) -> Iterator[_News]:
    for folder in exhibit.archive.films:
        film = reader.words(folder.film.title)
        for news in _of_film(folder, reader):
            yield _News(news.at, news.id, f"{film}: {news.title}", news.words, news.specimen or folder.film.specimen)


def _of_film(folder: FilmFolder, reader: Reader) -> Iterator[_News]:
    zone = reader.exhibit.zone
    for decision in folder.decisions:
        title = f"{decision.id} {reader.words(decision.title)}"
        yield _News(in_order(decision.date, zone), decision.id, title, reader.words(decision.why), decision.specimen)
    for version in folder.versions:
        if version.at is not None:
            title = f"{version.id} {reader.words(version.title) or version.number}"
            yield _News(in_order(version.at, zone), version.id, title, reader.words(version.change), version.specimen)
    for prompt in folder.prompts:
        for revision in prompt.revisions:
            if revision.at is not None:
                full_id = f"{prompt.id}@{revision.rev}"
                title = f"{full_id} {reader.words(prompt.title)}".strip()
                yield _News(in_order(revision.at, zone), full_id, title, revision.text, prompt.specimen)
