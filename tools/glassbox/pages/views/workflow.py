"""The way a team worked: its steps in their order, and the team's own words about itself."""

from __future__ import annotations

from dataclasses import dataclass

from glassbox.pages.addresses import film_address
from glassbox.pages.facts import Value
from glassbox.pages.reader import Reader
from glassbox.pages.views.page import Page, ReaderOf
from glassbox.pages.views.references import people, tools
from glassbox.pages.views.rooms import film_head, film_title
from glassbox.records.archive import FilmFolder
from glassbox.records.film import Step
from glassbox.records.text import Shown, Text


@dataclass(frozen=True)
class Prose:
    html: str
    """Safe HTML."""
    lang: str
    is_fallback: bool


@dataclass(frozen=True)
class StepView:
    number: int
    name: Shown
    who: tuple[Value, ...]
    tools: tuple[Value, ...]
    begins_with: Shown | None
    leaves_behind: Shown | None
    note: Prose | None


def prose(text: Text | None, reader: Reader) -> Prose | None:
    """A note in prose, marked where it stands in for a missing translation."""
    if text is None:
        return None
    shown = text.shown_in(reader.lang)
    return Prose(reader.prose(shown.words), shown.lang, shown.is_fallback)


def workflow_page(folder: FilmFolder, reader_of: ReaderOf) -> Page:
    address = film_address(folder.film.slug, "workflow")
    reader = reader_of(address, folder)
    name, team = reader.phrase("room_workflow"), folder.film.team
    return Page(
        address=address,
        template="workflow.html",
        title=film_title(folder, reader, name),
        description=reader.phrase("workflow_lead"),
        specimen=folder.film.specimen,
        shows={
            "film": film_head(folder, reader, "workflow", name, reader.phrase("workflow_lead")),
            "team": reader.shown(team.name) if team else None,
            "statement": prose(team.statement, reader) if team else None,
            "steps": tuple(_step(step, n, reader) for n, step in enumerate(folder.film.workflow, 1)),
        },
    )


def _step(step: Step, number: int, reader: Reader) -> StepView:
    return StepView(
        number=number,
        name=step.step.shown_in(reader.lang),
        who=people(step.who, reader),
        tools=tools(step.tools, reader),
        begins_with=reader.shown(step.takes_in),
        leaves_behind=reader.shown(step.gives_out),
        note=prose(step.note, reader),
    )
