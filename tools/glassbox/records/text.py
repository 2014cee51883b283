"""Text: a string that serves every language, or a map by language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

LANGUAGE_TAG = re.compile(
    r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?(-[A-Za-z0-9]{5,8}|-[0-9][A-Za-z0-9]{3})*"
)
"""The shapes of BCP 47 that people write: `en`, `zh`, `zh-Hant`, `pt-BR`, `zh-Hans-CN`."""

EVERY = ""
"""Stands for every language, where an author wrote one plain string."""


CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
"""What no page can show: neither a character nor a blank, a tab or a line's end."""

_SEEN = re.compile(
    r"[^\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164"
    r"\ufe00-\ufe0f\ufeff\uffa0]"
)
"""A character that leaves a mark: neither space nor of no width."""


def is_blank(words: str) -> bool:
    """Whether a reader would see nothing."""
    if "!" <= (first := words[:1]) <= "~" or "一" <= first <= "鿿":  # nearly every text, at a third of the time
        return False
    return _SEEN.search(words) is None


@lru_cache(maxsize=1000)
def is_language(tag: str) -> bool:
    """Whether a tag has the shape of a language's."""
    return LANGUAGE_TAG.fullmatch(tag) is not None


@dataclass(frozen=True)
class Shown:
    """What a reader of one language is shown: the words, their language, and whether they stand in for missing ones."""

    words: str
    lang: str
    is_fallback: bool = False


@dataclass(frozen=True)
class Text:
    """Words by language, in the author's order. Never empty."""

    by_lang: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        return self.by_lang[0][1]

    def shown_in(self, lang: str) -> Shown:
        """The words for a reader of `lang`; where none are written, the first ones that are, marked."""
        found = dict(self.by_lang)
        for tag in (lang, EVERY):
            if tag in found:
                return Shown(found[tag], tag)
        related = next((tag for tag in found if tag.split("-")[0] == lang.split("-")[0]), None)
        if related is not None:
            return Shown(found[related], related)
        first, words = self.by_lang[0]
        return Shown(words, first, is_fallback=True)

    def lacks(self, languages: Sequence[str]) -> list[str]:
        """Those of `languages` whose readers would be shown another language's words."""
        return [lang for lang in languages if self.shown_in(lang).is_fallback]

    def every(self) -> Iterator[str]:
        """The words of each language."""
        return (words for _, words in self.by_lang)

    @classmethod
    def of(cls, value: object) -> Text:
        """From a string or a map by language. Raises PydanticCustomError where it is neither."""
        if isinstance(value, Text):
            return value
        if isinstance(value, str):
            if is_blank(value):
                raise PydanticCustomError("gb_empty", "no words")
            return cls(((EVERY, value),))
        if isinstance(value, Mapping) and value:
            written = []
            for tag, words in value.items():
                if not isinstance(tag, str) or not is_language(tag):
                    raise PydanticCustomError("gb_language", "'{found}' is no language", {"found": str(tag)})
                if not isinstance(words, str):
                    raise PydanticCustomError("gb_text", "not words")
                if not is_blank(words):
                    written.append((tag, words))
            if written:
                return cls(tuple(written))
            raise PydanticCustomError("gb_empty", "no words")
        raise PydanticCustomError("gb_text", "not words")

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls.of, serialization=core_schema.plain_serializer_function_ser_schema(_plain)
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        words = {"type": "string"}
        by_lang = {
            "type": "object",
            "minProperties": 1,
            "propertyNames": {"pattern": f"^{LANGUAGE_TAG.pattern}$"},
            "additionalProperties": words,
        }
        return {"anyOf": [words, by_lang]}


def _plain(text: Text) -> str | dict[str, str]:
    found = dict(text.by_lang)
    return found.get(EVERY) or found
