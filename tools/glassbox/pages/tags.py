"""Start tags of a page, with the places of their attributes: a lean reader for pages that we wrote or must judge."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

# Possessive only around single characters: Python 3.11.2 gets `*+` around a group wrong (gh-106052).
_ATTRIBUTES = r"""[^>"']*+(?:(?:"[^"]*+"|'[^']*+')[^>"']*+)*"""
_TEXT = "[sS][cC][rR][iI][pP][tT]|[sS][tT][yY][lL][eE]|[tT][eE][xX][tT][aA][rR][eE][aA]|[tT][iI][tT][lL][eE]"
TOKEN = re.compile(
    rf"<(?:!--.*?(?:-->|\Z)"
    rf"|({_TEXT})(?![^\s/>])({_ATTRIBUTES})>(.*?)(?:</(?i:\1)\s*>|\Z)"
    rf"|([a-zA-Z][^\s/>]*+)({_ATTRIBUTES})(?:>|.*\Z))",  # a tag that never ends takes the rest, as in a browser
    re.DOTALL,
)
"""A comment; an element whose content is text (name, attributes, content); any other start tag (name, attributes)."""
ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?""")

URL_ATTRIBUTES = frozenset(
    [
        *("href", "xlink:href", "src", "srcset", "imagesrcset", "poster", "data", "background"),
        *("action", "formaction", "cite", "longdesc"),
    ]
)
_URL_DATA = re.compile(r"data-(?:.*-)?(?:href|src|poster|srcset|url|sheet|preview)")
_RELATIVE = re.compile(r"\.\.?/\S*")
SCRIPT_TYPES = frozenset(["", "text/javascript", "application/javascript", "module", "text/ecmascript"])
"""Values of `type` under which a script runs; the others are data."""


@dataclass(frozen=True)
class Attribute:
    name: str
    value: str
    """Without quotes, entities read."""
    start: int
    end: int
    """Where its written value lies in the page, quotes included; equal where it has none."""


@dataclass(frozen=True)
class Tag:
    name: str
    attributes: tuple[Attribute, ...]
    start: int
    content: str = ""
    """Of script, style, textarea and title."""

    def get(self, name: str) -> str | None:
        return next((a.value for a in self.attributes if a.name == name), None)


def tags(html: str) -> Iterator[Tag]:
    """Every start tag outside comments and outside text, in order."""
    for hit in TOKEN.finditer(html):
        if hit[1] is not None:
            yield Tag(hit[1].lower(), attributes(hit[2], hit.start(2)), hit.start(), hit[3])
        elif hit[4] is not None:
            yield Tag(hit[4].lower(), attributes(hit[5], hit.start(5)), hit.start())


def attributes(text: str, offset: int = 0) -> tuple[Attribute, ...]:
    return tuple(
        Attribute(
            hit[1].lower(),
            unescape(_unquoted(hit[2] or "")),
            offset + (hit.start(2) if hit[2] else hit.end()),
            offset + hit.end(),
        )
        for hit in ATTRIBUTE.finditer(text)
    )


def is_url_attribute(name: str, value: str) -> bool:
    """Whether a browser, or a script of ours, follows it: also `data-…-src` and its like, and any `data-` that
    begins as a relative path."""
    if name in URL_ATTRIBUTES:
        return True
    return name.startswith("data-") and bool(_URL_DATA.fullmatch(name) or _RELATIVE.fullmatch(value))


def candidates(srcset: str) -> list[str]:
    """URLs of a `srcset`."""
    return [part.split()[0] for part in re.split(r",\s+|,$", srcset.strip()) if part.strip()]


def refresh_target(content: str) -> str:
    """Where `<meta http-equiv="refresh">` leads; nothing where it only reloads."""
    hit = re.fullmatch(r"\s*[\d.]*\s*[;,]?\s*(?:url\s*=\s*)?(.*)", content, re.IGNORECASE | re.DOTALL)
    return hit[1].strip().strip("\"'") if hit else ""


def inline_code(tag: Tag) -> str | None:
    """What the policy would drop of this tag, as written; None where it carries nothing of the kind."""
    if tag.name == "style":
        return "<style>"
    if tag.name == "script" and tag.get("src") is None and (tag.get("type") or "").lower() in SCRIPT_TYPES:
        return "<script>"
    if tag.name == "base":
        return "<base>"
    for attribute in tag.attributes:
        if attribute.name == "style":
            return f'style="{attribute.value}"'
        if attribute.name.startswith("on") and len(attribute.name) > 3:
            return f'{attribute.name}="{attribute.value}"'
        if attribute.value.strip().lower().startswith(("javascript:", "vbscript:")):
            return f'{attribute.name}="{attribute.value}"'
    return None


def _unquoted(value: str) -> str:
    return value[1:-1] if value[:1] in ("'", '"') else value
