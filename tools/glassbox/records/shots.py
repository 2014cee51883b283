"""Shots, and the cuts of a film that uses a shot twice."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Self

from pydantic import BeforeValidator, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from glassbox.records.base import Part, Record
from glassbox.records.terms import ShotStatus
from glassbox.records.text import Text
from glassbox.records.values import Amount, File, Frame, Ids, Line, Order, ShotCode, TakeId


class Origin(Part):
    """Who made the picture that the audience sees, in shares of a hundred."""

    human: Amount = Decimal(0)
    hybrid: Amount = Decimal(0)
    ai: Amount = Decimal(0)

    @model_validator(mode="after")
    def _whole(self) -> Self:
        shares = (self.human, self.hybrid, self.ai)
        if sum(shares) != 100 or min(shares) < 0:
            raise PydanticCustomError("gb_shares", "'{found}' is not 100", {"found": str(sum(shares))})
        return self


def _origin(value: object) -> object:
    if isinstance(value, str):
        if value not in ("human", "hybrid", "ai"):
            raise PydanticCustomError("gb_origin", "'{found}' does not fit", {"found": value})
        return {value: "100"}
    if (isinstance(value, Mapping) and set(value) <= {"human", "hybrid", "ai"}) or isinstance(value, Origin):
        return value
    raise PydanticCustomError("gb_origin", "'{found}' does not fit", {"found": "this"})


class Shot(Record):
    code: ShotCode
    """Unique in the film: SQ01-0010."""
    order: Order
    """Place in the film."""
    sequence: Line | None = None
    title: Text | None = None
    description: Text | None = None
    storyboards: tuple[File, ...] = ()
    """Panels; those named after the shot's code are found without being listed. Each page of a PDF or TIFF is one."""
    cut_in: Frame | None = None
    """First frame in the finished film; the film's first is 0."""
    cut_out: Frame | None = None
    """Last frame in the finished film, inclusive."""
    head: Frame | None = None
    """Handle before the cut, in frames."""
    tail: Frame | None = None
    """Handle after the cut, in frames."""
    status: ShotStatus = ShotStatus.WIP
    takes: Ids = ()
    """Takes in the film: one, or several in a composite."""
    footage: Ids = ()
    """Filmed material: assets, or files."""
    origin: Annotated[Origin, BeforeValidator(_origin), WithJsonSchema({"type": ["string", "object"]})] | None = None
    """human, hybrid, ai, or shares of each that make 100."""
    location: Text | None = None
    characters: tuple[Text, ...] = ()


class Cut(Part):
    """One use of a shot in the finished film."""

    order: Order
    shot: ShotCode
    cut_in: Frame
    cut_out: Frame
    take: TakeId | None = None
    source_in: Frame | None = None
    source_out: Frame | None = None
