"""What each field of a record may hold, read off the records themselves, for tables and for nearest names."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from glassbox.loading.written import Path
from glassbox.records.text import Text


class Kind(StrEnum):
    WORDS = "words"
    """One string."""
    NUMBER = "number"
    DAY = "day"
    TRUTH = "truth"
    CHOICE = "choice"
    """One of a closed list."""
    TEXT = "text"
    """Words, or a map by language."""
    SETTINGS = "settings"
    """A map of free names to strings."""
    LISTING = "list"
    PART = "part"
    """Fields of its own."""


@dataclass(frozen=True)
class Shape:
    kind: Kind
    model: type[BaseModel] | None = None
    item: Shape | None = None
    choices: type[StrEnum] | None = None
    is_required: bool = False


@cache
def shapes_of(model: type[BaseModel]) -> Mapping[str, Shape]:
    """Shapes of a record's fields, by the names that authors write."""
    return {
        field.alias or name: _shape(field.annotation, is_required=field.is_required())
        for name, field in model.model_fields.items()
    }


def shape_at(model: type[BaseModel], path: Path) -> Shape | None:
    """The shape of a part of a record; None where there is no such field."""
    shape: Shape | None = Shape(Kind.PART, model=model)
    for step in path:
        if shape is None:
            return None
        if shape.kind is Kind.PART and shape.model is not None:
            shape = shapes_of(shape.model).get(str(step))
        elif shape.kind is Kind.LISTING:
            shape = shape.item if isinstance(step, int) else None
        elif shape.kind in (Kind.TEXT, Kind.SETTINGS):
            shape = Shape(Kind.WORDS)
        else:
            return None
    return shape


_LEAVES: Mapping[object, Kind] = {
    Text: Kind.TEXT,
    bool: Kind.TRUTH,
    int: Kind.NUMBER,
    Decimal: Kind.NUMBER,
    Fraction: Kind.NUMBER,
    date: Kind.DAY,
    datetime: Kind.DAY,
    str: Kind.WORDS,
}


def _shape(annotation: Any, *, is_required: bool = False) -> Shape:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _shape(arguments[0], is_required=is_required)
    if origin in (Union, types.UnionType):
        # Of several readings the first stands for all: dates before words, ids before ids with less.
        return _shape(next(one for one in arguments if one is not type(None)), is_required=is_required)
    if origin is tuple:
        return Shape(Kind.LISTING, item=_shape(arguments[0]), is_required=is_required)
    if origin is dict:
        return Shape(Kind.SETTINGS, is_required=is_required)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return Shape(Kind.PART, model=annotation, is_required=is_required)
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return Shape(Kind.CHOICE, choices=annotation, is_required=is_required)
    return Shape(_LEAVES[annotation], is_required=is_required)
