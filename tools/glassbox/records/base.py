"""What every record has in common."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from glassbox.records.terms import Publish
from glassbox.records.text import Text
from glassbox.records.values import Line, Moment, Names, Truth


class Part(BaseModel):
    """A piece of a record: frozen, and closed to fields that nobody knows."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", use_attribute_docstrings=True, populate_by_name=True, ser_json_inf_nan="null"
    )


class Record(Part):
    publish: Publish = Publish.PUBLIC
    """public, excerpt or withheld."""
    publish_reason: Text | None = None
    """Why it is not public; required unless it is."""
    embargo: Moment | None = None
    """Until this moment the record is nowhere in the site."""
    licence: Line | None = None
    """Under which terms others may use it; the film's where nothing is written."""
    note: Text | None = None
    """Anything a reader should know, in prose; Markdown is understood."""
    specimen: Truth = False
    """Made up for show, and marked so on every page."""
    unconfirmed: Names = ()
    """Fields whose value nobody has confirmed yet."""
