"""Ids of records inside sentences: a line may not break at their hyphen, as it would in Chinese text."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

_ASCII = "[A-Za-z0-9_-]"  # a Chinese character beside an id is no part of it
_ID = rf"(?<!{_ASCII})(?:[A-Z]{{2,6}}-[PTVDBA][0-9]{{3,}}(?:@[0-9]+)?|[A-Z]{{2,}}[0-9]*-[0-9]{{3,}})(?!{_ASCII})"
_TAG = r'<(?:"[^"]*"|[^">])*>'
_TAG_OR_ID = re.compile(rf"{_TAG}|({_ID})")


def unbroken(words: object) -> Markup:
    """The words with each id in an element of its own; copied, they are what they were.

    Text is escaped. What is HTML already keeps its tags as they are.
    """
    return Markup(_TAG_OR_ID.sub(lambda hit: f'<span class="id">{hit[1]}</span>' if hit[1] else hit[0], escape(words)))
