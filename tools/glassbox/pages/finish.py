"""Makes an editorial page ours: records called by id, links that name files, nothing that the policy drops.

Only editorial pages pass here (some dozens); record pages are born right. Changes are made at the places of
attributes, so that everything else stays as the engine wrote it.
"""

from __future__ import annotations

import difflib
import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from urllib.parse import quote, unquote, urlsplit

from glassbox.pages.addresses import Addresses
from glassbox.pages.tags import Attribute, Tag, inline_code, is_url_attribute, tags
from glassbox.problems import Code, Place, Problem, problem
from glassbox.problems.codes.publishing import (
    ABSOLUTE_LINK,
    DEAD_LINK,
    FOREIGN_SOURCE,
    INLINE_CODE,
    UNKNOWN_INSERT,
    UNKNOWN_REFERENCE,
)

_MARK = re.compile(r"(?:<p>\s*)?<!--\s*gb:([a-z-]+)\s*-->(?:\s*</p>)?")
_OUTWARD = ("http", "https", "mailto", "tel")
_FETCHED = ("src", "poster", "data", "srcset", "imagesrcset", "background")


@dataclass(frozen=True)
class Finished:
    html: str
    problems: tuple[Problem, ...]
    """Where there are any, the page is not fit to be published."""


def finish(
    html: str,
    here: str,
    lang: str,
    addresses: Addresses,
    files: Collection[str],
    *,
    inserts: Mapping[str, str] | None = None,
    source: str = "",
    text: str = "",
) -> Finished:
    """The page as it is published.

    `here` is its path in the tree and `files` every path that will be there; `<!-- gb:register -->` is replaced by
    `inserts["register"]`. `source` (its Markdown file) and its `text` give problems their place.
    """
    page = _Page(here, lang, addresses, files, source or here, text)
    html = page.filled(html, inserts or {})
    edits = [edit for tag in tags(html) for edit in page.edits(tag)]
    for start, end, new in reversed(edits):
        html = html[:start] + new + html[end:]
    return Finished(html, tuple(page.problems))


class _Page:
    def __init__(
        self, here: str, lang: str, addresses: Addresses, files: Collection[str], source: str, text: str
    ) -> None:
        self.here, self.lang, self.addresses, self.files = here, lang, addresses, files
        self.source, self.text = source, text
        self.problems: list[Problem] = []

    def filled(self, html: str, inserts: Mapping[str, str]) -> str:
        def insert(hit: re.Match[str]) -> str:
            if hit[1] not in inserts:
                self._tell(UNKNOWN_INSERT, f"gb:{hit[1]}", name=hit[1], known=", ".join(sorted(inserts)) or "-")
                return ""
            return inserts[hit[1]]

        return _MARK.sub(insert, html)

    def edits(self, tag: Tag) -> Iterator[tuple[int, int, str]]:
        """New values for the attributes of a tag, with their places."""
        if found := inline_code(tag):
            self._tell(INLINE_CODE, found, found=found)
            return
        for attribute in tag.attributes:
            if is_url_attribute(attribute.name, attribute.value):
                new = self._target(tag, attribute)
                if new is not None and new != attribute.value:
                    yield attribute.start, attribute.end, f'"{escape(new)}"'

    def _target(self, tag: Tag, attribute: Attribute) -> str | None:
        """What the attribute ought to say; None where it stays or is refused."""
        value = attribute.value.strip()
        url = urlsplit(value)
        if url.scheme == "gb":
            return self._record(value)
        if url.scheme or url.netloc:
            outward = tag.name in ("a", "area") or (tag.name == "link" and attribute.name == "href")
            if (outward and url.scheme in _OUTWARD) or (url.scheme == "data" and attribute.name in _FETCHED):
                return None
            self._tell(FOREIGN_SOURCE, value, attribute=attribute.name, link=value)
            return None
        if not url.path:
            return None
        if url.path.startswith("/"):
            self._tell(ABSOLUTE_LINK, value, link=value)
            return None
        there = self._file(unquote(url.path))
        if there is None:
            self._tell(DEAD_LINK, value, attribute=attribute.name, link=value, there=unquote(url.path))
            return None
        tail = (f"?{url.query}" if url.query else "") + (f"#{url.fragment}" if url.fragment else "")
        return quote(posixpath.relpath(there, posixpath.dirname(self.here) or ".")) + tail

    def _file(self, path: str) -> str | None:
        """The file that a relative path names, or whose folder it names."""
        there = posixpath.normpath(posixpath.join(posixpath.dirname(self.here), path))
        if there.startswith("../"):
            return None
        there = "" if there == "." else there
        return next((f for f in (there, posixpath.join(there, "index.html")) if f in self.files), None)

    def _record(self, value: str) -> str | None:
        reference = unquote(value.removeprefix("gb:"))
        spot = self.addresses.of(reference)
        if spot is None or self.addresses.path(self.lang, spot.address) not in self.files:
            near = difflib.get_close_matches(reference, self.addresses.spots, 1, 0.7)
            nearest = f" ({near[0]}?)" if near else ""
            self._tell(UNKNOWN_REFERENCE, value, reference=reference, nearest=nearest)
            return None
        return self.addresses.link_to(self.here, self.lang, spot)

    def _tell(self, code: Code, quoted: str, **facts: str) -> None:
        lines = self.text.split("\n")
        line = next((n for n, words in enumerate(lines, 1) if quoted and quoted in words), 0)
        self.problems.append(problem(Place(self.source, line), code, **facts))
