"""Every field and every word of a closed list has a name in both languages."""

from __future__ import annotations

import inspect
import re
from enum import StrEnum
from pathlib import Path

import glassbox
from glassbox.pages.words import PHRASES, field_name, term
from glassbox.pages.words.fields import FIELDS
from glassbox.pages.words.terms import TERMS
from glassbox.records import base, exhibition, film, process, prompts, shots, takes, terms
from glassbox.records.base import Part

ROOMS = (base, exhibition, film, process, prompts, shots, takes)


def _fields() -> set[str]:
    parts = (c for room in ROOMS for _, c in inspect.getmembers(room, inspect.isclass) if issubclass(c, Part))
    return {field for part in parts for field in part.model_fields}


def test_every_field_of_every_record_has_a_name_and_no_name_is_left_over() -> None:
    assert set(FIELDS) == _fields()


def test_every_word_of_every_closed_list_is_said_in_both_languages() -> None:
    lists = (c for _, c in inspect.getmembers(terms, inspect.isclass) if issubclass(c, StrEnum) and c is not StrEnum)
    values = {str(value) for enum in lists for value in enum}
    assert values <= set(TERMS)
    for value in values:
        assert term(value, "en")
        assert re.search(r"[\u4e00-\u9fff]|AI", term(value, "zh"))


def test_chinese_readers_meet_chinese_field_names() -> None:
    for field in FIELDS:
        name = field_name(field, "zh-Hans")
        assert re.search(r"[\u4e00-\u9fff]", name) or name in ("AI", "ORCID")


def test_a_language_nobody_translated_for_reads_english() -> None:
    assert field_name("shots", "de") == "Shots"


def test_every_phrase_is_used_and_every_used_phrase_exists() -> None:
    repo = Path(glassbox.__file__).parents[2]
    templates = "\n".join(f.read_text() for f in sorted((repo / "overrides").rglob("*.html")))
    code = "\n".join(f.read_text() for f in sorted((repo / "tools/glassbox/pages").rglob("*.py")))
    asked = set(re.findall(r"\bsay\.(\w+)", templates)) | set(re.findall(r'\bsay\["(\w+)"\]', templates + code))
    asked |= set(re.findall(r'\bphrase\(\s*"(\w+)"', code))
    assert asked <= set(PHRASES), asked - set(PHRASES)
    unused = {name for name in PHRASES if name not in asked and f'"{name}"' not in code.replace(f'"{name}": (', "")}
    assert not unused
