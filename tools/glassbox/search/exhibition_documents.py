"""What belongs to the whole exhibition, as documents: people, tools, reasons, the report and the programme."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from glassbox.pages.exhibit import Exhibit
from glassbox.pages.views.involvement import Involvement, of_people, of_tools
from glassbox.pages.words import term
from glassbox.records.base import Record
from glassbox.records.exhibition import Person, Reason, ReportChapter, Tool, Topic, Workshop
from glassbox.search.documents import Document, Kind, Passage
from glassbox.search.facets import Facets, days, facets
from glassbox.search.passages import ANY, each_once, said, texts, titles, words_of


@dataclass(frozen=True)
class ExhibitionDocuments:
    exhibit: Exhibit

    def all(self) -> Iterator[Document]:
        archive = self.exhibit.archive
        yield from map(self.person, archive.people)
        yield from map(self.tool, archive.tools)
        yield from (self._of_programme(f"report/{one.id}", one) for one in archive.report)
        yield from (self._of_programme(f"workshops/{one.id}", one) for one in archive.workshops)
        yield from (self._of_programme(f"topics/{one.id}", one) for one in archive.topics)
        yield from map(self.reason, archive.reasons)

    def person(self, person: Person) -> Document:
        """Both names, what they are, and their roles in the films."""
        involved = self._people[person.id]
        credits = [credit for in_film in involved.films.values() for credit in in_film.credits]
        chinese = said(person.name_zh or "", "zh") if person.name_zh != person.name else ()
        return self._document(
            f"people/{person.id}",
            Kind.PERSON,
            person,
            (*said(person.name, ANY), *chinese),
            [
                *(one for credit in credits for one in texts(credit.role)),
                *words_of(person, first=("bio",)),
                *(Passage(lang, term(person.kind, lang)) for lang in self.exhibit.languages),
            ],
            facets(film=involved.films, writer=[person.id]),
            is_specimen=involved.has_specimen,
        )

    def tool(self, tool: Tool) -> Document:
        used = self._tools[tool.id]
        return self._document(
            f"tools/{tool.id}",
            Kind.TOOL,
            tool,
            tuple(said(f"{tool.system} {tool.version}", ANY)),
            words_of(tool, first=("kind",)),
            facets(film=used.films, tool=[tool.id]),
            is_specimen=used.has_specimen,
        )

    def reason(self, reason: Reason) -> Document:
        words = words_of(reason, first=("text",), but=("title",))
        return self._document(
            f"reasons/{reason.id}", Kind.PAGE, reason, titles(reason.title), words, facets(reason=[reason.id])
        )

    def _of_programme(self, full_id: str, one: ReportChapter | Workshop | Topic) -> Document:
        at = [one.at] if isinstance(one, Workshop) else []
        writer = one.speakers if isinstance(one, Workshop) else ()
        narrowed = facets(film=one.films, writer=writer, date=days(at, self.exhibit.zone))
        words = words_of(one, first=("question", "text"), but=("title",))
        return self._document(full_id, Kind.REPORT, one, titles(one.title), words, narrowed)

    def _document(
        self,
        full_id: str,
        kind: Kind,
        record: Record,
        named: tuple[Passage, ...],
        words: Iterable[Passage],
        narrowed: Facets,
        *,
        is_specimen: bool = False,
    ) -> Document:
        spot = self.exhibit.addresses.spots[full_id]
        is_specimen = record.specimen or is_specimen
        return Document(
            full_id, kind, spot.address, spot.anchor, named, each_once(words), narrowed, specimen=is_specimen
        )

    @cached_property
    def _people(self) -> dict[str, Involvement]:
        return of_people(self.exhibit.archive)

    @cached_property
    def _tools(self) -> dict[str, Involvement]:
        return of_tools(self.exhibit.archive)
