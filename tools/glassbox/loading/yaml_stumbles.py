"""What the YAML parser stumbled over, in the author's words: the line at fault, not the one where it was noticed."""

from __future__ import annotations

import re
from collections.abc import Sequence

import yaml

from glassbox.loading.written import Fault, fault
from glassbox.problems.codes import files

_GLUED = re.compile(r"\s*(?:- +)*[A-Za-z_]+(?:：|:(?!//)\S)")
"""A name with a full-width colon, or with no space after its colon: to YAML no field, but words that go on below."""
_LOOK_BACK = 2
"""Rows: such words end where the next field begins."""


def stumble(text: str, error: yaml.YAMLError) -> Fault:
    """The fault that `error` means; its line is counted from 1 in `text`."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    rows = text.split("\n")
    at = _written_row(rows, mark.line if mark is not None else 0)
    said = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}"
    row = rows[at]
    if "\t" in row[: len(row) - len(row.lstrip())]:
        return fault(at + 1, files.TAB)
    if "<document start>" in said:
        return fault(at + 1, files.SECOND_DOCUMENT)
    if "anchor" in said or "alias" in said:
        begins = getattr(error, "context_mark", None) or mark
        return fault(at + 1, files.ALIAS, name=row[begins.column if begins else 0 :].split(" ")[0][:40])
    at = next((n for n in range(at, max(at - _LOOK_BACK, 0) - 1, -1) if _GLUED.match(rows[n])), at)
    return fault(at + 1, files.NOT_YAML, near=near(rows, at))


def near(rows: Sequence[str], at: int) -> str:
    """The words of a row, as a message shows them."""
    return rows[at].strip()[:60]


def _written_row(rows: Sequence[str], at: int) -> int:
    """The row itself, or the last one above it that says anything."""
    return next((n for n in range(min(at, len(rows) - 1), -1, -1) if rows[n].strip()), 0)
