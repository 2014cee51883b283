"""From records as written to records: each checked by its own fields, each fault told, each id used once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import TypeVar, cast

from pydantic import BaseModel, ValidationError

from glassbox.loading.finding import Source
from glassbox.loading.layout import Form
from glassbox.loading.marks import Mark, line_of
from glassbox.loading.refusals import refusals
from glassbox.loading.written import Entry, Sheet, fault
from glassbox.problems import Place, Problem
from glassbox.problems.codes import fields

Model = TypeVar("Model", bound=BaseModel)
FullId = Callable[[str], str]
"""From an id as it is written to the one that is unique in the archive."""


@dataclass
class Readings:
    """What has been read so far, of all files: marks by full id, and problems."""

    marks: dict[str, Mark] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    unread: list[Entry] = field(default_factory=list)
    """What was written of records that are not there."""

    def records(self, source: Source, sheet: Sheet, model: type[Model], full_id: FullId) -> list[Model]:
        """The records of one file that are whole and whose id nobody used before."""
        self.problems += [told.at(source.place) for told in sheet.faults]
        found = (
            self._record(source, sheet, entry, model, full_id, number) for number, entry in enumerate(sheet.entries, 1)
        )
        return [record for record in found if record is not None]

    def _record(
        self, source: Source, sheet: Sheet, entry: Entry, model: type[Model], full_id: FullId, number: int
    ) -> Model | None:
        written = id_written(entry)
        known = full_id(written) if written else ""
        if known and known in self.marks:
            first = Place(self.marks[known].path, line_of(self.marks[known].lines(), ("id",)))
            told = fault(line_of(entry.lines, ("id",)), fields.DUPLICATE_ID, id=written, first=first)
            self.problems.append(told.at(source.place))
            # Which of the two is meant nobody knows, and one may be withheld: neither is shown.
            self.marks[known] = replace(self.marks[known], is_read=False)
        record = self._made(source, sheet, entry, model, written or _unnamed(source, number))
        is_first = not known or known not in self.marks
        if record is None or not is_first:
            self.unread.append(entry)
        if known and is_first:
            self.marks[known] = Mark(source.place, entry.folded, is_read=record is not None)
        return record if is_first else None

    def _made(self, source: Source, sheet: Sheet, entry: Entry, model: type[Model], name: str) -> Model | None:
        try:
            made = model.model_validate(entry.value, by_alias=True, by_name=False)
            return made if entry.is_whole else None
        except ValidationError as error:
            told = refusals(error, entry, model, name, sheet.columns)
            self.problems += [one.at(source.place) for one in told]
            return None


def id_written(entry: Entry) -> str:
    """The id, code or slug that the author wrote, whether or not it is one; empty where there is none."""
    if not isinstance(entry.value, dict):
        return ""
    found = next((entry.value[name] for name in ("id", "slug", "code") if name in entry.value), None)
    return found.strip() if isinstance(found, str) else ""


def _unnamed(source: Source, number: int) -> str:
    """How a record is called that says no name of its own: by its file, or by its place among others there."""
    return f"#{number}" if source.form in (Form.LIST, Form.TABLE) else source.place.rpartition("/")[2]


def salvaged(model: type[Model], entry: Entry | None, instead: dict[str, object]) -> Model:
    """The record without the fields that do not fit, so that other files can still be checked against it."""
    value = dict(entry.value) if entry is not None and isinstance(entry.value, dict) else {}
    for _ in range(2):
        try:
            return model.model_validate({**instead, **value}, by_alias=True, by_name=False)
        except ValidationError as error:
            wrong = {detail["loc"][0] for detail in error.errors() if detail["loc"]}
            value = {name: part for name, part in value.items() if name not in wrong}
    return model.model_validate(instead, by_alias=True, by_name=False)


def in_order(records: Iterable[Model]) -> tuple[Model, ...]:
    """By `order`, then as their file has them."""
    return tuple(sorted(records, key=lambda record: cast("int", getattr(record, "order", 0))))
