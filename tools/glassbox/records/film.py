"""A film: what it is, who made it, how, and what is not shown."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema

from glassbox.records.base import Part, Record
from glassbox.records.terms import CaptionKind, Side, SourceType, is_id_shaped
from glassbox.records.text import Text
from glassbox.records.values import (
    Day,
    File,
    FilmCode,
    Language,
    Line,
    Names,
    Rate,
    Ratio,
    Resolution,
    Seconds,
    Slug,
    Timecode,
    Whole,
)


class Captions(Part):
    file: File
    lang: Language
    kind: CaptionKind = CaptionKind.SUBTITLES


class Credit(Part):
    person: Slug
    role: Text
    side: Side | None = None
    """Which half of the team: film-maker, ai-creator, both."""


class Team(Part):
    name: Text
    statement: Text | None = None


class Step(Part):
    """One step of the way a team worked."""

    step: Text
    who: Names = ()
    tools: Names = ()
    takes_in: Text | None = Field(None, alias="in")
    """What the step begins with."""
    gives_out: Text | None = Field(None, alias="out")
    """What it leaves behind."""
    note: Text | None = None


class Reported(Part):
    """A public fact, with its source."""

    text: Text
    source: Line


def _what(value: object) -> object:
    """A list is ids; one id is a list of one; other words are for the register only."""
    if isinstance(value, str) and is_id_shaped(value.strip()):
        return (value.strip(),)
    return value if isinstance(value, (list, tuple)) else Text.of(value)


class Withheld(Part):
    """An entry of the register of what is not shown."""

    what: Annotated[
        tuple[Line, ...] | Text, BeforeValidator(_what), WithJsonSchema({"type": ["string", "array", "object"]})
    ]
    """Ids, which are then kept back everywhere; or words, for the register only."""
    why: Text
    until: Day | Text | None = None
    """A day, or a condition in words."""

    @property
    def ids(self) -> tuple[str, ...]:
        return self.what if isinstance(self.what, tuple) else ()


class AiLabel(Part):
    """China's label for generated media, GB 45438-2025."""

    label: Annotated[Whole, Field(ge=1, le=3)]
    """1 generated, 2 possibly generated, 3 suspected."""
    producer: Line | None = None
    produce_id: Line | None = None
    propagator: Line | None = None
    propagate_id: Line | None = None


class Film(Record):
    slug: Slug
    """Name of its folder and of its address."""
    code: FilmCode
    """2 to 6 capitals; the prefix of its ids."""
    title: Text
    fps: Rate
    licence: Line
    digital_source_type: SourceType
    original_title: Line | None = None
    logline: Text | None = None
    synopsis: Text | None = None
    resolution: Resolution | None = None
    aspect_ratio: Ratio | None = None
    duration: Seconds | None = None
    timecode_start: Timecode | None = None
    """Timecode of frame 0."""
    master: File | None = None
    """The finished film."""
    captions: tuple[Captions, ...] = ()
    trailer: File | None = None
    poster: File | None = None
    rights_holder: Text | None = None
    ai_label: AiLabel | None = None
    start_date: Day | None = None
    """First day of the production."""
    end_date: Day | None = None
    """Last day of the production."""
    credits: tuple[Credit, ...] = ()
    team: Team | None = None
    workflow: tuple[Step, ...] = ()
    reported: tuple[Reported, ...] = ()
    """What is publicly known, with sources."""
    withheld: tuple[Withheld, ...] = ()
    """Where the glass is not glass."""
