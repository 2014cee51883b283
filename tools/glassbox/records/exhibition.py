"""What holds for the whole exhibition: the site, its people, tools and reasons, and its programme."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from glassbox.records.base import Part, Record
from glassbox.records.terms import PersonKind
from glassbox.records.text import Text
from glassbox.records.values import BaseUrl, Day, Ids, Language, Line, Names, Orcid, Slug, Truth, Url, When


class Dates(Part):
    start: Day
    end: Day | None = None


class Site(Part):
    """`site.yml`: said once, for every run."""

    title: Text
    """Name of the exhibition."""
    dates: Dates | None = None
    """First and last day of the exhibition."""
    venue: Text | None = None
    """Where it is shown."""
    partners: tuple[Text, ...] = ()
    """Who carries it, in the order of their naming."""
    languages: Annotated[tuple[Language, ...], Field(min_length=1)] = ("en",)
    """Languages of the site; the first is at `/`, each other at `/<lang>/`."""
    base_url: BaseUrl = "https://glassbox.example/"
    """Public address of the site, with the final `/`."""
    timezone: Line = "Asia/Shanghai"
    """Zone of moments that name none, as in the IANA list."""
    licence: Line | None = None
    """Terms of whatever names none of its own."""
    contact: Text | None = None
    """How to reach the archive: corrections, takedown."""
    ai_opening_label: Truth = True
    """Whether generated and composite takes begin with the words AI生成 AI-GENERATED in the picture."""
    media_root: Line | None = None
    """A folder for footage too large for the films' own; `GLASSBOX_MEDIA` overrides it. Never shown."""

    @field_validator("languages")
    @classmethod
    def _once(cls, languages: tuple[str, ...]) -> tuple[str, ...]:
        small = [tag.lower() for tag in languages]
        for number, tag in enumerate(languages):
            if small[number] in small[:number]:
                raise PydanticCustomError("gb_language_twice", "'{found}' twice", {"found": tag})
        return languages


class Person(Record):
    """One person or organisation, used by every film."""

    id: Slug
    name: Line
    """As written in Latin letters."""
    name_zh: Line | None = None
    """As written in Chinese."""
    kind: PersonKind = PersonKind.PERSON
    country: Line | None = None
    url: Url | None = None
    orcid: Orcid | None = None
    bio: Text | None = None


class Tool(Record):
    """An AI system or other software, in the version that was used."""

    id: Slug
    system: Line
    """IPTC AISystemUsed."""
    version: Line
    """IPTC AISystemVersionUsed."""
    vendor: Line | None = None
    kind: Text | None = None
    """What sort of tool, such as: video model, editor."""
    host: Text | None = None
    """Where it ran: a service, a machine of one's own."""
    url: Url | None = None


class Reason(Record):
    """One entry of the controlled list of reasons for rejecting a take."""

    id: Slug
    title: Text
    text: Text | None = None
    """What counts as this, and what to look for."""


class _Programme(Record):
    id: Slug
    title: Text
    question: Text | None = None
    text: Text | None = None
    """Prose; Markdown is understood."""
    records: Ids = ()
    """Records that it speaks of."""
    films: Names = ()
    """Slugs of the films that it speaks of."""


class Topic(_Programme):
    """A question that the workshops asked."""


class Workshop(_Programme):
    at: When | None = None
    place: Text | None = None
    topics: Names = ()
    speakers: Names = ()
    """People who spoke."""


class ReportChapter(_Programme):
    """A chapter of the Industry Observation Report."""


class SearchCheck(Part):
    """A question to the search whose answer must not be lost: a build that loses it is not published."""

    query: Line
    """As somebody would type it."""
    finds: Line
    """Id of the record that has to be among the first hits."""
    within: Annotated[int, Field(ge=1, le=100)] = 10
    """Among how many."""


class Retired(Part):
    """An id that was published and then withdrawn; its address keeps a tombstone."""

    id: Line
    reason: Text
    see: Ids = ()
    """Records that stand in its place."""
    date: Day
