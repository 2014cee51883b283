"""The programme: the workshops with their topics, and the chapters of the report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from glassbox.pages.addresses import chapter_address, topic_anchor
from glassbox.pages.exhibit import Exhibit
from glassbox.pages.facts import Value, reference
from glassbox.pages.reader import Reader
from glassbox.pages.views.asked import questions
from glassbox.pages.views.moments import When, in_order, when
from glassbox.pages.views.page import Head, Page, ReaderOf, head_of
from glassbox.pages.views.references import all_cited, films, people
from glassbox.pages.views.takes import TakeBrief, take_brief
from glassbox.pages.views.workflow import Prose, prose
from glassbox.records.exhibition import ReportChapter, Topic, Workshop
from glassbox.records.takes import Take
from glassbox.records.text import Shown


@dataclass(frozen=True)
class Part:
    """What a workshop, a topic and a chapter have in common."""

    head: Head
    anchor: str
    id: str
    href: str
    title: Shown
    question: Shown | None
    text: Prose | None
    records: tuple[Value, ...]
    films: tuple[Value, ...]


@dataclass(frozen=True)
class WorkshopView:
    part: Part
    when: When | None
    place: Shown | None
    topics: tuple[Value, ...]
    speakers: tuple[Value, ...]


@dataclass(frozen=True)
class TopicView:
    part: Part
    workshops: tuple[Value, ...]
    decisions: tuple[Value, ...]


_SHOWN = ("title", "question", "text", "records", "films", "at", "place", "topics", "speakers")


def workshops_page(exhibit: Exhibit, reader_of: ReaderOf) -> Page:
    archive, reader = exhibit.archive, reader_of("workshops/", None)
    workshops = sorted(archive.workshops, key=lambda one: (one.at is None, one.at and in_order(one.at, exhibit.zone)))
    return Page(
        address="workshops/",
        template="workshops.html",
        title=reader.phrase("workshops"),
        description=reader.phrase("workshops_lead"),
        specimen=_is_specimen((*archive.workshops, *archive.topics), exhibit),
        shows={
            "title": reader.phrase("workshops"),
            "lead": reader.phrase("workshops_lead"),
            "workshops": tuple(_workshop(one, reader) for one in workshops),
            "topics": tuple(_topics(exhibit, reader)),
        },
    )


def report_pages(exhibit: Exhibit, reader_of: ReaderOf) -> Iterator[Page]:
    """The list of chapters, then each."""
    chapters, reader = exhibit.archive.report, reader_of("report/", None)
    yield Page(
        address="report/",
        template="report.html",
        title=reader.phrase("report"),
        description=reader.phrase("report_lead"),
        specimen=_is_specimen(chapters, exhibit) or any(folder.film.specimen for folder in exhibit.archive.films),
        shows={
            "title": reader.phrase("report"),
            "lead": reader.phrase("report_lead"),
            "questions": questions(exhibit, reader),
            "chapters": tuple(_part(one, f"report/{one.id}", one.id, reader) for one in chapters),
        },
    )
    for chapter in chapters:
        yield _chapter_page(chapter, reader_of(chapter_address(chapter.id), None))


def _chapter_page(chapter: ReportChapter, reader: Reader) -> Page:
    return Page(
        address=chapter_address(chapter.id),
        template="chapter.html",
        title=reader.words(chapter.title),
        specimen=_is_specimen([chapter], reader.exhibit),
        description=reader.words(chapter.question),
        shows={
            "chapter": _part(chapter, f"report/{chapter.id}", chapter.id, reader),
            "takes": tuple(_takes_of(chapter, reader)),
            "up": (reader.page("report/"), reader.phrase("report")),
        },
    )


def _takes_of(chapter: ReportChapter, reader: Reader) -> Iterator[TakeBrief]:
    """What it speaks of is seen beside it: the takes among the records that it cites."""
    for name in chapter.records:
        folder, record = reader.exhibit.records.get(name.split("@")[0], (None, None))
        if folder is not None and isinstance(record, Take):
            yield take_brief(record, folder, reader)


def _is_specimen(shown: Iterable[Topic | Workshop | ReportChapter], exhibit: Exhibit) -> bool:
    """Whether one of them is made up, or speaks of a film or a record that is."""
    made_up = {folder.film.slug for folder in exhibit.archive.films if folder.film.specimen}
    for one in shown:
        cited = (exhibit.records.get(name.split("@")[0]) for name in one.records)
        if one.specimen or made_up & set(one.films) or any(hit and hit[0].film.slug in made_up for hit in cited):
            return True
    return False


def _part(record: Topic | Workshop | ReportChapter, full_id: str, anchor: str, reader: Reader) -> Part:
    return Part(
        head=head_of(record, full_id, reader, but=_SHOWN),
        anchor=anchor,
        id=record.id,
        href=reader.href(full_id) or "",
        title=record.title.shown_in(reader.lang),
        question=reader.shown(record.question),
        text=prose(record.text, reader),
        records=all_cited(record.records, reader),
        films=films(record.films, reader),
    )


def _workshop(workshop: Workshop, reader: Reader) -> WorkshopView:
    return WorkshopView(
        part=_part(workshop, f"workshops/{workshop.id}", workshop.id, reader),
        when=when(workshop.at, reader),
        place=reader.shown(workshop.place),
        topics=tuple(reference(f"topics/{one}", one, reader) for one in workshop.topics),
        speakers=people(workshop.speakers, reader),
    )


def _topics(exhibit: Exhibit, reader: Reader) -> Iterator[TopicView]:
    decisions: dict[str, list[str]] = defaultdict(list)
    for folder in exhibit.archive.films:
        for decision in folder.decisions:
            if decision.topic:
                decisions[decision.topic].append(decision.id)
    for topic in exhibit.archive.topics:
        asked_at = (one.id for one in exhibit.archive.workshops if topic.id in one.topics)
        yield TopicView(
            part=_part(topic, f"topics/{topic.id}", topic_anchor(topic.id), reader),
            workshops=tuple(reference(f"workshops/{one}", one, reader) for one in asked_at),
            decisions=all_cited(decisions[topic.id], reader),
        )
