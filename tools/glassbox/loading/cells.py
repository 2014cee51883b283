"""What one cell of a table says, and whether a spreadsheet has spoilt it."""

from __future__ import annotations

import re

from glassbox.loading.names_in_tables import CHOICES, ORIGINS
from glassbox.loading.shapes import Kind, Shape
from glassbox.loading.written import Value

_ERROR = re.compile(r"#(REF!|N/A|VALUE!|NAME\?|DIV/0!|NUM!|NULL!|SPILL!|CALC!)|#{3,}")
_POWER = re.compile(r"-?\d+(\.\d+)?[Ee][+-]?\d+")
_MONTH = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_HALF_DATE = re.compile(rf"\d{{1,2}}-({_MONTH})|({_MONTH})-\d{{2}}|\d{{1,2}}月\d{{1,2}}日", re.IGNORECASE)
_SERIAL = re.compile(r"[34]\d{4}(\.\d+)?")
"""A spreadsheet's own number of a day: 30000 is in 1982, 49999 in 2036."""
_SLASHED = re.compile(r"(\d{4})[/年](\d{1,2})[/月](\d{1,2})日?(?:[ T](\d{1,2}:\d{2}(?::\d{2})?))?")


def is_spoilt(cell: str, shape: Shape) -> bool:
    """Whether the cell holds what spreadsheets make of ids, dates and long numbers, not what anyone typed."""
    text = cell.strip()
    if _ERROR.fullmatch(text):
        return True
    if shape.kind is Kind.TEXT:
        return False
    if shape.kind is Kind.LISTING and shape.item is not None:
        return any(is_spoilt(part, shape.item) for part in _split(text))
    if _POWER.fullmatch(text) or _HALF_DATE.fullmatch(text):
        return True
    return shape.kind is Kind.DAY and _SERIAL.fullmatch(text) is not None


def value_of(cell: str, shape: Shape) -> Value:
    """The cell as a YAML author would have written it: lists split, Chinese words of closed lists in English.

    `2026/5/12`, as Chinese spreadsheets write days, can mean only one day and is read; `12.05.2026` is left to
    be told.
    """
    if shape.kind is Kind.LISTING and shape.item is not None:
        item = shape.item
        return [value_of(part, item) for part in _split(cell)]
    if shape.kind is Kind.CHOICE and shape.choices is not None:
        return _choice(cell.strip(), shape)
    if shape.kind is Kind.PART and shape.model is not None and shape.model.__name__ == "Origin":
        return ORIGINS.get(cell.strip(), cell.strip())
    if shape.kind is Kind.DAY and (hit := _SLASHED.fullmatch(cell.strip())):
        day = f"{hit[1]}-{int(hit[2]):02d}-{int(hit[3]):02d}"
        return f"{day}T{hit[4].zfill(5) if len(hit[4]) < 6 else hit[4].zfill(8)}" if hit[4] else day
    return cell


def _split(cell: str) -> list[str]:
    return [part.strip() for part in re.split("[;；]", cell) if part.strip()]


def _choice(word: str, shape: Shape) -> str:
    assert shape.choices is not None
    by_folded = {one.value.casefold(): one.value for one in shape.choices}
    folded = word.casefold()
    if folded in by_folded:
        return by_folded[folded]
    named = {name.casefold(): value for name, value in CHOICES.get(shape.choices.__name__, {}).items()}
    return named.get(folded, word)
