"""From a table's headers to fields: English, Chinese, Kitsu's, ShotGrid's; dotted where a field has parts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import BaseModel

from glassbox.loading.names_in_tables import CHINESE_FIELDS, LANGUAGES, TRACKING_FIELDS, TRACKING_ONLY
from glassbox.loading.shapes import Kind, Shape, shapes_of
from glassbox.loading.written import Path

MOST_ENTRIES = 99
"""Highest number in a dotted column such as `inputs.3.role`."""


MOST_HEADER = 100
"""Characters of a header; a longer one is no name."""


@dataclass(frozen=True)
class Column:
    """One header: the field it is read as, or why it is read as none."""

    header: str
    path: Path = ()
    shape: Shape | None = None
    is_left_out: bool = False
    """A tracking system's own column, for which records have no field."""

    @property
    def is_known(self) -> bool:
        return self.shape is not None


def columns_of(headers: Sequence[str], model: type[BaseModel], table: str) -> list[Column]:
    """Each header as a column, in order; `path` of an unknown one is the header itself."""
    return [_column(header.strip(), model, table) for header in headers]


def _column(header: str, model: type[BaseModel], table: str) -> Column:
    if len(header) > MOST_HEADER:
        return Column(header, (header,))
    steps = [step.strip() for step in _plain(header).split(".")]
    found = _resolved(steps, Shape(Kind.PART, model=model), table)
    if found is None and table == "prompts":
        found = _resolved(["revisions", *steps], Shape(Kind.PART, model=model), table)
    if found is not None:
        return Column(header, *found)
    if _key(header) in TRACKING_ONLY:
        return Column(header, is_left_out=True)
    return Column(header, (header,))


def _plain(header: str) -> str:
    """`标题（中文）` and `Title (en)` as `标题.中文` and `Title.en`."""
    text = unicodedata.normalize("NFKC", header).strip()
    hit = re.fullmatch(r"(.+?)\s*[(\[]\s*(.+?)\s*[)\]]", text)
    return f"{hit[1]}.{hit[2]}" if hit and hit[2].casefold() in {*LANGUAGES, *LANGUAGES.values()} else text


def _key(name: str) -> str:
    return re.sub(r"[\s_-]+", "_", unicodedata.normalize("NFKC", name).strip().casefold())


def _resolved(steps: Sequence[str], shape: Shape, table: str) -> tuple[Path, Shape] | None:
    path: list[str | int] = []
    rest = list(steps)
    while rest:
        step = rest.pop(0)
        if shape.kind is Kind.PART and shape.model is not None:
            name = _field(step, shape.model, table if not path else "")
            if name is None:
                return None
            path.append(name)
            shape = shapes_of(shape.model)[name]
        elif shape.kind is Kind.LISTING and shape.item is not None:
            if table == "prompts" and path == ["revisions"] and not step.isdecimal():
                rest.insert(0, step)  # a row is one revision: `revision.note` needs no number
                path.append(0)
            elif step.isdecimal() and 1 <= int(step) <= MOST_ENTRIES:
                path.append(int(step) - 1)
            else:
                return None
            shape = shape.item
        elif shape.kind is Kind.TEXT and not rest:
            path.append(LANGUAGES.get(step.casefold(), step))
            shape = Shape(Kind.WORDS)
        elif shape.kind is Kind.SETTINGS:
            path.append(".".join([step, *rest]))
            rest, shape = [], Shape(Kind.WORDS)
        else:
            return None
    return tuple(path), shape


def _field(step: str, model: type[BaseModel], table: str) -> str | None:
    shapes = shapes_of(model)
    key = _key(step)
    if key in shapes:
        return key
    if table == "prompts" and key in ("revision", "修订"):
        return "revisions"
    candidates = (TRACKING_FIELDS.get(table, {}).get(key), *CHINESE_FIELDS.get(key, ()))
    return next((name for name in candidates if name in shapes), None)
