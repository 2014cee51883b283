"""What a file of the site asks for and what it offers: read once, and kept by the digest of its bytes."""

from __future__ import annotations

import hashlib
import json
import os
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from pathlib import Path
from typing import Any

from glassbox.pages.tags import TOKEN, Tag, attributes, candidates, inline_code, is_url_attribute, refresh_target

_SCHEMA = 1
_SPEAKS = re.compile(r"(?i)(?:^|[\s\"'/])(?:id|name|style|on\w+|content|[\w:-]*(?:href|src|poster|srcset|url|sheet|"
                     r"preview|action|data|cite|background|longdesc)|data-[\w-]+)\s*=")  # fmt: skip
_CSS_URL = re.compile(r"""url\(\s*("[^"]*"|'[^']*'|[^)"'\s]*)\s*\)|@import\s+("[^"]*"|'[^']*')""", re.IGNORECASE)
_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_LOC = re.compile(r"<(?:loc|id)>\s*([^<]*?)\s*</|\b(?:href|src)\s*=\s*\"([^\"]*)\"")
_ABSOLUTE_RELS = frozenset(["canonical", "alternate", "license", "author", "me", "cite-as", "shortlink"])


@dataclass(frozen=True)
class Reading:
    """What a file asks for: (kind, attribute, value), kind being `link`, `source` or `public`; what it offers."""

    ids: frozenset[str]
    asks: tuple[tuple[str, str, str], ...]
    inline: tuple[str, ...] = ()


def read_html(html: str) -> Reading:
    """Ids and links of a page; tags that say nothing about either are passed by."""
    ids: list[str] = []
    asks: dict[tuple[str, str, str], None] = {}
    inline: list[str] = []
    for hit in TOKEN.finditer(html):
        name = hit[4] or hit[1]
        if not name:
            continue
        offered, asked, found = _of_tag(name.lower(), hit[5] or hit[2] or "")
        ids += offered
        asks.update(asked)
        if found:
            inline.append(found)
    return Reading(frozenset(ids), tuple(asks), tuple(inline))


@lru_cache(maxsize=1 << 16)  # header and footer say the same on thousands of pages
def _of_tag(name: str, written: str) -> tuple[list[str], dict[tuple[str, str, str], None], str | None]:
    """Anchors that a tag offers, what it asks for, what the policy would drop of it."""
    if not _SPEAKS.search(written) and name not in ("style", "script", "base"):
        return [], {}, None
    tag = Tag(name, attributes(written), 0)
    ids = [a.value for a in tag.attributes if a.name == "id" or (a.name == "name" and name == "a")]
    return ids, dict.fromkeys(_asks(tag)), inline_code(tag)


def read_css(css: str) -> Reading:
    found = (hit[1] or hit[2] or "" for hit in _CSS_URL.finditer(_CSS_COMMENT.sub("", css)))
    return Reading(frozenset(), tuple(("source", "url()", value.strip("\"'")) for value in found))


def read_xml(xml: str) -> Reading:
    """Site map and feeds: only what is written as a public URL can be followed."""
    found = (unescape(hit[1] or hit[2] or "") for hit in _LOC.finditer(xml))
    return Reading(frozenset(), tuple(("public", "loc", value) for value in found))


def read_svg(svg: str) -> Reading:
    return read_html(svg)


_READERS = {".html": read_html, ".css": read_css, ".xml": read_xml, ".svg": read_svg}
READABLE = tuple(_READERS)
"""Endings of the files that links are read from."""


def _asks(tag: Tag) -> Iterator[tuple[str, str, str]]:
    if tag.name == "meta":
        content = tag.get("content") or ""
        if (tag.get("http-equiv") or "").lower() == "refresh" and refresh_target(content):
            yield "link", "refresh", refresh_target(content)
        elif (tag.get("property") or tag.get("name") or "").startswith(("og:", "twitter:")) and "://" in content:
            yield "public", "content", content
        return
    rel = frozenset((tag.get("rel") or "").lower().split())
    for attribute in tag.attributes:
        if not is_url_attribute(attribute.name, attribute.value) or (tag.name, attribute.name) == ("object", "name"):
            continue
        if attribute.name.endswith("srcset"):
            for url in candidates(attribute.value):
                yield "source", attribute.name, url
        elif tag.name in ("a", "area", "blockquote", "q", "ins", "del"):
            yield "link", attribute.name, attribute.value
        elif tag.name == "link" and rel & _ABSOLUTE_RELS and attribute.name == "href":
            yield "public", "href", attribute.value
        else:
            yield "source", attribute.name, attribute.value


class Memory:
    """Readings by the digest of their bytes, in one file; whatever is wrong with it, the pages are read anew."""

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._old: dict[str, Any] = self._load() if file else {}
        self._new: dict[str, Any] = {}

    def reading(self, path: str, data: bytes) -> Reading:
        suffix = posixpath.splitext(path)[1]
        if self._file is None:
            return _READERS[suffix](data.decode("utf-8", "replace"))
        key = f"{hashlib.sha256(data).hexdigest()}{suffix}"
        kept = self._old.get(key)
        if kept is None:
            reading = _READERS[suffix](data.decode("utf-8", "replace"))
            self._new[key] = [sorted(reading.ids), list(reading.asks), list(reading.inline)]
            return reading
        self._new[key] = kept
        return Reading(frozenset(kept[0]), tuple((k, a, v) for k, a, v in kept[1]), tuple(kept[2]))

    def keep(self) -> None:
        if self._file is None or self._new.keys() == self._old.keys():
            return
        body = json.dumps(self._new, ensure_ascii=False, separators=(",", ":")).encode()
        self._file.parent.mkdir(parents=True, exist_ok=True)
        aside = self._file.with_name(f"{self._file.name}.new")
        aside.write_bytes(_seal(body) + b"\n" + body)
        os.replace(aside, self._file)

    def _load(self) -> dict[str, Any]:
        assert self._file is not None
        try:
            seal, _, body = self._file.read_bytes().partition(b"\n")
        except OSError:
            return {}
        if seal != _seal(body):
            return {}
        found: dict[str, Any] = json.loads(body)
        return found


def _seal(body: bytes) -> bytes:
    return f"{_SCHEMA} {_CODE} {hashlib.sha256(body).hexdigest()}".encode()


def _code_digest() -> str:
    """Of this reader's own source, so that a change to it reads every page anew."""
    here = Path(__file__)
    return hashlib.sha256(here.read_bytes() + here.with_name("tags.py").read_bytes()).hexdigest()


_CODE = _code_digest()
