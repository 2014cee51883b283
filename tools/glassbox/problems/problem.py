"""A problem is a value: a place, a code and the facts that fill the code's sentence."""

from __future__ import annotations

import string
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    ERROR = "error"
    """Nothing is published; the last good site stays."""
    WARNING = "warning"
    """A visible card or a line; the rest is published. Under `--strict` it counts as an error."""


@dataclass(frozen=True, order=True)
class Place:
    """A line of a file. `path` is relative to the archive, with `/`; line 0 means the file as a whole."""

    path: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}" if self.line else self.path


NOWHERE = Place("content")


@dataclass(frozen=True)
class Code:
    """One kind of problem. `en` and `zh` are sentences with `{names}`; both name the cure."""

    name: str
    severity: Severity
    en: str
    zh: str

    def fields(self) -> frozenset[str]:
        """Names of the facts that its sentences need."""
        return frozenset(name for _, name, _, _ in string.Formatter().parse(self.en) if name)


@dataclass(frozen=True)
class Problem:
    place: Place
    code: Code
    facts: Mapping[str, str] = field(default_factory=dict)
    about: str = ""
    """Full id of the record that is left out under `--keep-going`; empty where no record was made of it."""

    def __hash__(self) -> int:
        return hash((self.place, self.code.name, tuple(sorted(self.facts.items()))))

    @property
    def is_error(self) -> bool:
        return self.code.severity is Severity.ERROR

    def sentence(self, lang: str) -> str:
        """What is wrong and what to write instead, in `zh` or else English, on one line."""
        words = (self.code.zh if lang.startswith("zh") else self.code.en).format_map(self.facts)
        return one_line(words)

    def line(self, lang: str) -> str:
        """`path:line: sentence [GB-E014]`."""
        return f"{one_line(str(self.place))}: {self.sentence(lang)} [{self.code.name}]"


def problem(place: Place, code: Code, *, about: str = "", **facts: object) -> Problem:
    """A problem with its facts as text. Raises KeyError where a fact of the sentence is missing."""
    if missing := code.fields() - facts.keys():
        raise KeyError(f"{code.name} needs {sorted(missing)}")
    return Problem(place, code, {name: _short(str(fact)) for name, fact in facts.items()}, about)


def worst_first(problems: Iterable[Problem]) -> list[Problem]:
    """Each problem once, errors before warnings, then by file and line."""
    return sorted(set(problems), key=lambda p: (not p.is_error, p.place, p.code.name, sorted(p.facts.items())))


_SHORT = 300  # characters of a quoted value; a pasted megabyte must not fill a terminal


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else f"{text[:_SHORT]}…"


def one_line(text: str) -> str:
    """Control characters shown as `\\x1b`, so that a file name cannot steer a terminal."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
