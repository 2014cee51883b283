"""Prompts and their revisions."""

from __future__ import annotations

import re
from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from glassbox.records.base import Part, Record
from glassbox.records.terms import InputRole, Task
from glassbox.records.text import Text
from glassbox.records.values import (
    AssetId,
    File,
    Ids,
    Language,
    Line,
    Names,
    Params,
    PromptId,
    PromptRevision,
    RevisionNumber,
    Seed,
    Slug,
    TakeId,
    When,
    Words,
)

_CAMERA = re.compile(r"\[([A-Za-z][A-Za-z ,]{1,80})\]")


def _commands(bracket: str) -> list[str]:
    """The camera commands among the words of a bracket."""
    return [part for part in map(str.strip, bracket.split(",")) if part.lower() in CAMERA_COMMANDS]


class Input(Part):
    """Something the tool was given beside the words: one of file, take, asset, prompt."""

    role: InputRole
    file: File | None = None
    take: TakeId | None = None
    asset: AssetId | None = None
    prompt: PromptRevision | PromptId | None = None
    rights: Text | None = None

    @model_validator(mode="after")
    def _one(self) -> Self:
        if (self.file, self.take, self.asset, self.prompt).count(None) != 3:
            raise PydanticCustomError("gb_one_input", "not one of file, take, asset, prompt")
        return self


class Correction(Part):
    """A published text that was mended, never silently."""

    at: When
    reason: Text
    before: Words
    """What stood there."""


class PromptSource(Part):
    """Where the text was found."""

    file: Line | None = None
    embedded: Text | None = None
    """How it lay in that file, such as: PNG text chunk."""


class Revision(Part):
    """One state of a prompt's words."""

    rev: RevisionNumber
    text: Words
    """The words as they were given to the tool, byte for byte."""
    at: When | None = None
    writer: Names = ()
    """Where it differs from the prompt's."""
    tool: Slug | None = None
    """Where it differs from the prompt's."""
    task: Task | None = None
    """Where it differs from the prompt's."""
    translation: Text | None = None
    """For readers of another language; the tool never saw it."""
    lang: Language | None = None
    """Language of the words."""
    negative: Words | None = None
    """What the tool was told to avoid, where it can be told."""
    seed: Seed | None = None
    params: Params = Field(default_factory=dict)
    inputs: tuple[Input, ...] = ()
    change: Text | None = None
    """What changed since the revision before, and why."""
    excerpt: Words | None = None
    """What is shown where the prompt is published as an excerpt."""
    corrections: tuple[Correction, ...] = ()
    source: PromptSource | None = None
    note: Text | None = None

    @property
    def camera(self) -> tuple[str, ...]:
        """Camera commands in brackets, one each, in their order: `Pan right`, `Tilt up`."""
        found = (part for hit in _CAMERA.findall(self.text) for part in _commands(hit))
        return tuple(dict.fromkeys(found))

    @property
    def pieces(self) -> tuple[tuple[str, bool], ...]:
        """The text in pieces that joined are the text; whether a piece is camera commands in their brackets."""
        found, done = [], 0
        for hit in _CAMERA.finditer(self.text):
            if _commands(hit[1]):
                found += [(self.text[done : hit.start()], False), (hit[0], True)]
                done = hit.end()
        return tuple(piece for piece in (*found, (self.text[done:], False)) if piece[0])

    @property
    def was_optimized(self) -> bool:
        """Whether the tool ran a text that nobody typed."""
        return self.params.get("prompt_optimizer", "").strip().lower() in ("true", "yes", "on", "1")


class Prompt(Record):
    id: PromptId
    tool: Slug
    writer: Annotated[Names, Field(min_length=1)]
    """One person or several."""
    task: Task
    revisions: Annotated[tuple[Revision, ...], Field(min_length=1)]
    title: Text | None = None
    shots: Ids = ()
    purpose: Text | None = None
    parent: PromptRevision | PromptId | None = None
    """The prompt and revision that it grew from: LC-P004@2."""
    tags: Names = ()


CAMERA_COMMANDS = frozenset(
    [
        "truck left", "truck right", "pan left", "pan right", "push in", "pull out", "pedestal up", "pedestal down",
        "tilt up", "tilt down", "zoom in", "zoom out", "shake", "tracking shot", "static shot",
    ]
)  # fmt: skip
"""The 15 that MiniMax documents for its Director models (API reference, video generation)."""
