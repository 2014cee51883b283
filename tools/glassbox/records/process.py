"""How a film came to be: versions of its parts, decisions, money, material."""

from __future__ import annotations

from glassbox.records.base import Part, Record
from glassbox.records.terms import AssetKind, BudgetCategory, DecisionStatus, SourceType, VersionOf
from glassbox.records.text import Text
from glassbox.records.values import (
    Amount,
    AssetId,
    BudgetId,
    Currency,
    DecisionId,
    File,
    Ids,
    Line,
    Names,
    PromptId,
    PromptRevision,
    ShotCode,
    Slug,
    TakeId,
    Truth,
    VersionId,
    When,
)


class Version(Record):
    """One state of a script, a storyboard, an edit, a score."""

    id: VersionId
    of: VersionOf
    number: Line
    """As the team counts: 3, 1.10, picture lock."""
    change: Text
    """What is different, and why."""
    title: Text | None = None
    at: When | None = None
    by: Names = ()
    file: File | None = None
    decision: DecisionId | None = None
    previous: VersionId | None = None
    shots: Ids = ()


class Option(Part):
    """A way that was open."""

    text: Text
    take: TakeId | None = None
    prompt: PromptRevision | PromptId | None = None
    version: VersionId | None = None


class Decision(Record):
    id: DecisionId
    date: When
    title: Text
    why: Text
    """The reason, in prose; Markdown is understood."""
    question: Text | None = None
    options: tuple[Option, ...] = ()
    chosen: Text | None = None
    """Number of the option (1 is the first), or the choice in words."""
    by: Names = ()
    about: Ids = ()
    """Records that it touches."""
    status: DecisionStatus = DecisionStatus.ACCEPTED
    superseded_by: DecisionId | None = None
    topic: Slug | None = None

    @property
    def number_chosen(self) -> int | None:
        """What stands in `chosen` where that is a number, 1 for the first option; None where it is words."""
        written = str(self.chosen).strip() if self.chosen is not None else ""
        return int(written) if written.isdecimal() and len(written) < 10 else None


class BudgetLine(Record):
    id: BudgetId
    category: BudgetCategory
    currency: Currency
    description: Text | None = None
    planned: Amount | None = None
    actual: Amount | None = None
    quantity: Amount | None = None
    unit: Text | None = None
    hours: Amount | None = None
    tool: Slug | None = None
    person: Slug | None = None
    shot: ShotCode | None = None


class Asset(Record):
    """Material that was not made as a take: footage, drawings, references, sound, papers, stills."""

    id: AssetId
    kind: AssetKind
    file: File | None = None
    title: Text | None = None
    shots: Ids = ()
    digital_source_type: SourceType | None = None
    """The film's where nothing is written."""
    rights: Text | None = None
    consent: Text | None = None
    """Who agreed to be shown, and to what."""
    press: Truth = False
    """Offered to the press as a still."""
    credit_line: Text | None = None
    """To be printed beside it."""
