"""Decisions: the question, what lay on the table, what was chosen and why, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from glassbox.pages.addresses import film_address
from glassbox.pages.facts import Value, reference
from glassbox.pages.reader import Picture, Reader
from glassbox.pages.views.clips import clip_of
from glassbox.pages.views.moments import When, in_order, when
from glassbox.pages.views.page import Head, Page, ReaderOf, head_of
from glassbox.pages.views.references import all_cited, cited, optional, people
from glassbox.pages.views.rooms import film_head, film_title
from glassbox.pages.words import term
from glassbox.records.archive import FilmFolder, MediaKey
from glassbox.records.process import Decision, Option
from glassbox.records.takes import Take
from glassbox.records.terms import DecisionStatus
from glassbox.records.text import Shown


@dataclass(frozen=True)
class OptionView:
    number: int
    text: Shown
    links: tuple[Value, ...]
    """Its take, prompt or version."""
    picture: Picture | None
    became: str
    """What became of its take: kept, thrown away; empty where it names none."""
    is_chosen: bool


@dataclass(frozen=True)
class DecisionView:
    head: Head
    title: Shown
    question: Shown | None
    when: When | None
    status: DecisionStatus
    status_word: str
    topic: Value | None
    options: tuple[OptionView, ...]
    choice: Shown | None
    """The choice in words, where it is not one of the options' numbers."""
    why: str
    """Safe HTML."""
    why_shown: Shown
    by: tuple[Value, ...]
    about: tuple[Value, ...]
    superseded_by: Value | None


_SIZES = "(min-width: 900px) 24vw, 92vw"
_SHOWN = ("date", "title", "why", "question", "options", "chosen", "by", "about", "status", "superseded_by", "topic")


def decisions_page(folder: FilmFolder, reader_of: ReaderOf) -> Page:
    address = film_address(folder.film.slug, "decisions")
    reader = reader_of(address, folder)
    zone = reader.exhibit.zone
    told = sorted(folder.decisions, key=lambda decision: in_order(decision.date, zone))
    name, lead = reader.phrase("room_decisions"), reader.phrase("decisions_lead")
    return Page(
        address=address,
        template="decisions.html",
        title=film_title(folder, reader, name),
        description=lead,
        specimen=folder.film.specimen or any(decision.specimen for decision in told),
        shows={
            "film": film_head(folder, reader, "decisions", _heading(len(told), reader), lead),
            "decisions": tuple(_decision(decision, folder, reader) for decision in told),
        },
    )


def _heading(count: int, reader: Reader) -> str:
    if count == 0:
        return reader.phrase("room_decisions")
    return reader.phrase("one_decision" if count == 1 else "n_decisions", count=f"{count:,}")


def _decision(decision: Decision, folder: FilmFolder, reader: Reader) -> DecisionView:
    chosen = _number_chosen(decision)
    why = decision.why.shown_in(reader.lang)
    return DecisionView(
        head=head_of(decision, decision.id, reader, but=_SHOWN),
        title=decision.title.shown_in(reader.lang),
        question=reader.shown(decision.question),
        when=when(decision.date, reader),
        status=decision.status,
        status_word=term(decision.status, reader.lang),
        topic=reference(f"topics/{decision.topic}", decision.topic, reader) if decision.topic else None,
        options=tuple(_option(o, n, n == chosen, folder, reader) for n, o in enumerate(decision.options, 1)),
        choice=None if chosen else reader.shown(decision.chosen),
        why=reader.prose(why.words),
        why_shown=why,
        by=people(decision.by, reader),
        about=all_cited(decision.about, reader),
        superseded_by=optional(decision.superseded_by, reader),
    )


def _number_chosen(decision: Decision) -> int:
    """Number of the chosen option; 0 where the choice is words of its own, or none was made."""
    if decision.number_chosen is not None and 1 <= decision.number_chosen <= len(decision.options):
        return decision.number_chosen
    return next((n for n, o in enumerate(decision.options, 1) if decision.chosen and o.text == decision.chosen), 0)


def _option(option: Option, number: int, is_chosen: bool, folder: FilmFolder, reader: Reader) -> OptionView:
    take = folder.by_id.get(option.take) if option.take else None
    text = option.text.shown_in(reader.lang)
    return OptionView(
        number=number,
        text=text,
        links=tuple(cited(one, reader) for one in (option.take, option.prompt, option.version) if one),
        picture=next(_pictures(option, text.words, reader), None),
        became=term(take.status, reader.lang) if isinstance(take, Take) else "",
        is_chosen=is_chosen,
    )


def _pictures(option: Option, alt: str, reader: Reader) -> Iterator[Picture]:
    for record, field in ((option.take, "media"), (option.version, "file")):
        clip = clip_of(reader, MediaKey(record, field), alt, None, sizes=_SIZES) if record else None
        if clip and clip.poster:
            yield clip.poster
