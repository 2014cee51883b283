"""Every word of a record, with the way to it.

Rules that hold for all words (secrets, languages) walk here, so that a new field cannot be forgotten.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache
from types import NoneType
from typing import Any, TypeAlias, get_args

from glassbox.records.base import Part
from glassbox.records.text import EVERY, Text

Loc: TypeAlias = tuple[str | int, ...]
"""The way to a value inside a record, in the words of its file: `("revisions", 1, "text")`."""


def words(value: object, at: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """Each string inside `value`, ids and paths too; a Text gives one for each language."""
    for loc, leaf in leaves(value, at):
        if isinstance(leaf, Text):
            for lang, said in leaf.by_lang:
                yield ((*loc, lang) if lang else loc), said
        else:
            yield loc, leaf


def leaves(value: object, at: Loc = ()) -> Iterator[tuple[Loc, str | Text]]:
    """Each string and each Text inside `value`, in the order of the fields. Closed lists are no words."""
    if isinstance(value, Part):
        held = vars(value)
        for name, written in names_of(type(value)):
            found = held[name]
            if found is not None and found != ():
                yield from leaves(found, (*at, written))
    elif isinstance(value, (str, Text)):
        if not isinstance(value, Enum):
            yield at, value
    elif isinstance(value, (tuple, list)):
        for number, item in enumerate(value):
            yield from leaves(item, (*at, number))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield (*at, key), key
            yield from leaves(item, (*at, key))


@dataclass(frozen=True)
class Glance:
    """All that a value says, without the ways to it: for a first look that is quick."""

    words: str
    """Each string, a line each."""
    texts: frozenset[tuple[str, ...]]
    """The languages of its Texts that are given by language, each combination once. Translations are left out: they
    are in whichever languages the words themselves are not."""


def glance(value: Part) -> Glance:
    """One loop over plain types instead of `words`: an archive has a million values, and most are unsuspicious."""
    found: list[str] = []
    tags: set[tuple[str, ...]] = set()
    waiting: list[Any] = [value]
    while waiting:
        item = waiting.pop()
        kind = type(item)
        if kind is str:
            found.append(item)
        elif kind is Text:
            if item.by_lang[0][0] != EVERY:
                tags.add(tuple([tag for tag, _ in item.by_lang]))
            found += [said for _, said in item.by_lang]
        elif kind is tuple or kind is list:
            waiting += item
        elif kind is dict:
            found += item
            waiting += item.values()
        elif isinstance(item, Part):
            held = item.__dict__
            waiting += [held[name] for name in _wordy(type(item)) if held[name]]
            if "translation" in held and held["translation"] is not None:
                found += held["translation"].every()
    return Glance("\n".join(found), frozenset(tags))


@cache
def names_of(part: type[Part]) -> tuple[tuple[str, str], ...]:
    """Each field's name in the record and in the file, where they differ: `takes_in` is written `in`."""
    return tuple((name, field.alias or name) for name, field in part.model_fields.items())


def spell(loc: Loc) -> str:
    """The way to a value as authors read it: `revisions.2.text`, counted from 1."""
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in loc)


@cache
def _wordy(part: type[Part]) -> tuple[str, ...]:
    """Fields that can hold words: all but numbers, days, closed lists and yes-or-no. Not the translation."""
    fields = part.model_fields.items()
    return tuple(name for name, field in fields if name != "translation" and not _wordless(field.annotation))


def _wordless(annotation: object) -> bool:
    inner = get_args(annotation)
    if inner:
        return all(each is NoneType or each is Ellipsis or _wordless(each) for each in inner)
    return isinstance(annotation, type) and issubclass(annotation, (Enum, bool, int, date, Decimal, Fraction))
