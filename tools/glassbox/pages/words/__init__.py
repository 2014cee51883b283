"""The interface's words, in Chinese and English; any other language of the site reads English."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from glassbox.pages.words.fields import FIELDS
from glassbox.pages.words.films import FILMS
from glassbox.pages.words.phrases import PHRASES as COMMON
from glassbox.pages.words.process import PROCESS
from glassbox.pages.words.search import SEARCH
from glassbox.pages.words.terms import TERMS

Pair = tuple[str, str]

PHRASES: Mapping[str, Pair] = {**COMMON, **FILMS, **PROCESS, **SEARCH}
"""Every phrase there is; no two tables share a key."""


def field_name(field: str, lang: str) -> str:
    """What a record's field is called on a page."""
    return _choose(FIELDS, field, lang)


def term(value: str, lang: str) -> str:
    """A word of a closed list (`kept`, `ai-generation`) as a reader says it."""
    return _choose(TERMS, value, lang)


def phrase(key: str, lang: str) -> str:
    """A phrase of the interface. Raises KeyError for a key that nobody wrote."""
    return _choose(PHRASES, key, lang)


class Phrases(Mapping[str, str]):
    """The phrases of one language, for templates: `{{ say.copy_text }}`."""

    def __init__(self, lang: str) -> None:
        self._lang = lang

    def __getitem__(self, key: str) -> str:
        return phrase(key, self._lang)

    def __iter__(self) -> Iterator[str]:
        return iter(PHRASES)

    def __len__(self) -> int:
        return len(PHRASES)


def _choose(table: Mapping[str, Pair], key: str, lang: str) -> str:
    en, zh = table[key]
    return zh if lang.split("-")[0] == "zh" else en
