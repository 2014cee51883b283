"""Takes: every attempt, kept or thrown away."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from glassbox.records.base import Part, Record
from glassbox.records.terms import SourceType, Status
from glassbox.records.text import Text
from glassbox.records.values import (
    Amount,
    Currency,
    Digest,
    File,
    Frame,
    Ids,
    Line,
    Names,
    PromptRevision,
    Seconds,
    Slug,
    TakeId,
    When,
    Words,
)


class Cost(Part):
    amount: Amount
    currency: Currency


class Generation(Part):
    """What the tool's job log says."""

    id: Line | None = None
    at: When | None = None
    seconds: Seconds | None = None
    """How long the tool worked."""
    cost: Cost | None = None
    optimized_prompt: Words | None = None
    """The text that the model ran where it rewrote the author's."""


class Used(Part):
    """The part of a clip that is in the film, in frames of the clip, both inclusive."""

    first: Frame = Field(alias="in")
    last: Frame = Field(alias="out")

    @model_validator(mode="after")
    def _rising(self) -> Self:
        if self.last < self.first:
            raise PydanticCustomError("gb_falling", "falling", {"first": str(self.first), "last": str(self.last)})
        return self


class Take(Record):
    id: TakeId
    status: Status
    shots: Ids = ()
    """Shots that it was made for; none for a test of a character, a look or music: then `purpose` says it."""
    purpose: Text | None = None
    media: File | None = None
    """The clip, or numbered stills (`rain/%04d.png`, or their folder). What is named after the id is found unlisted."""
    prompt: PromptRevision | None = None
    """The prompt and revision that made it: LC-P012@3."""
    footage: Ids = ()
    """Filmed material that it comes from: assets, or files."""
    reason: Slug | None = None
    """From reasons.yml; required where it was rejected."""
    used: Used | None = None
    generation: Generation | None = None
    by: Names = ()
    """Who made it."""
    digital_source_type: SourceType | None = None
    """The film's where nothing is written."""
    sha256: Digest | None = None
    """May be typed; the build always checks it."""
