"""The head of a page: title and description between two lines of `---`.

Read here and not by the engine, which takes a first line such as `Note: this` for a field, drops it, and shows a
head that it cannot read as words of the page.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass

import yaml

_HEAD = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_FIELDS = ("title", "description")


@dataclass(frozen=True)
class Head:
    title: str = ""
    description: str = ""
    length: int = 0
    """Characters of the text before the page's own words."""


class BadHead(Exception):
    """`line` is a line of the file, 0 where it is not known."""

    def __init__(self, said: str, line: int) -> None:
        super().__init__(said)
        self.line = line


def head_of(text: str) -> Head:
    """Raises BadHead where there is a head that does not say what a head may."""
    hit = _HEAD.match(text)
    if not hit:
        if text.startswith("---\n"):
            raise BadHead("no second '---'.", 1)
        return Head()
    try:
        found = yaml.load(hit[1], yaml.CBaseLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 0
        raise BadHead(f"{error.problem or error.context}.", line) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise BadHead(f"{type(error).__name__}.", 1) from error
    if found in (None, ""):
        return Head(length=hit.end())
    if not isinstance(found, dict):
        raise BadHead("no names with values.", 1)
    for name, value in found.items():
        _refuse(hit[1], name, value)
    return Head(found.get("title", ""), found.get("description", ""), hit.end())


def _refuse(head: str, name: object, value: object) -> None:
    line = next((n for n, words in enumerate(head.split("\n"), 2) if words.startswith(f"{name}:")), 1)
    if name not in _FIELDS:
        near = difflib.get_close_matches(str(name), _FIELDS, 1)
        raise BadHead(f"'{name}'{f' ({near[0]}?)' if near else ''}.", line)
    if not isinstance(value, str):
        raise BadHead(f"'{name}'.", line)
