"""The pages that are no record of their own: a film's rooms, the sections of the site, what people wrote by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from glassbox.pages.addresses import film_address
from glassbox.pages.editorial import EditorialPage
from glassbox.pages.exhibit import Exhibit
from glassbox.pages.reader import Reader
from glassbox.pages.views.asked import questions
from glassbox.pages.views.captions import cues_of
from glassbox.pages.words import phrase
from glassbox.records.archive import FilmFolder
from glassbox.records.disclosure import RegisterEntry
from glassbox.records.film import Film
from glassbox.records.text import Text
from glassbox.search.documents import NO_LANGUAGE, Document, Kind, Passage
from glassbox.search.facets import facets
from glassbox.search.passages import each_once, said, texts, words_in, words_of
from glassbox.search.pictures import NONE, Face, face_at

_ROOMS = (
    ("takes", "room_takes", "takes_lead"),
    ("prompts", "room_prompts", "prompts_lead"),
    ("decisions", "room_decisions", "decisions_lead"),
    ("trail", "room_trail", "trail_lead"),
    ("budget", "room_budget", "budget_lead"),
    ("assets", "room_assets", "assets_lead"),
    ("workflow", "room_workflow", "workflow_lead"),
)
_SECTIONS = (
    ("prompts/", "prompts_head", "prompts_lead"),
    ("thrown-away/", "thrown_away", "thrown_away_here"),
    ("people/", "people", "people_lead"),
    ("tools/", "tools", "tools_lead"),
    ("report/", "report", "report_lead"),
    ("workshops/", "workshops", "workshops_lead"),
)


@dataclass(frozen=True)
class PageDocuments:
    exhibit: Exhibit

    def of_film(self, folder: FilmFolder) -> Iterator[Document]:
        """The film's own page, then its rooms."""
        film = folder.film
        yield self._film_page(folder)
        for name, title, lead in _ROOMS:
            words = [*self._phrase(lead), *(words_of(film, but=_but(film, "workflow")) if name == "workflow" else ())]
            yield self._room(film, name, title, words)
        if film.captions:
            yield self._room(film, "transcript", "transcript_head", self._spoken(film))

    def sections(self) -> Iterator[Document]:
        """The first page, and the lists of the whole archive."""
        site = self.exhibit.archive.site
        is_specimen = any(folder.film.specimen for folder in self.exhibit.archive.films)
        words = [*texts(site.venue), *(one for each in site.partners for one in texts(each)), *texts(site.contact)]
        yield _page("", tuple(texts(site.title)), words)
        for address, title, lead in _SECTIONS:
            asked = self._asked() if address == "report/" else ()
            named = tuple(self._phrase(title))
            yield _page(address, named, [*self._phrase(lead), *asked], is_specimen=is_specimen)

    def written(self, pages: Iterable[EditorialPage]) -> Iterator[Document]:
        """Editorial pages, one document for all languages; a page without a translation has the same source in each."""
        by_address: dict[str, dict[str, EditorialPage]] = {}
        for page in pages:
            by_address.setdefault(page.address, {}).setdefault(page.source, page)
        for address, found in sorted(by_address.items()):
            named = tuple({p.lang: one for p in found.values() for one in said(p.title, p.lang)}.values())
            yield _page(address, named, [one for p in found.values() for one in said(words_in(p.html), p.lang)])

    def withdrawn(self) -> Iterator[Document]:
        """A tombstone answers to the id that somebody cites."""
        spots = self.exhibit.addresses.spots
        for gone in self.exhibit.archive.retired:
            if gone.id in self.exhibit.records or gone.id not in spots:
                continue
            spot = spots[gone.id]
            named = (*self._phrase("withdrawn"), *said(gone.id, NO_LANGUAGE))
            yield Document(gone.id, Kind.PAGE, spot.address, spot.anchor, named, tuple(texts(gone.reason)))

    def _film_page(self, folder: FilmFolder) -> Document:
        film, exhibit = folder.film, self.exhibit
        by_id = exhibit.archive.people_by_id
        credited = [by_id[credit.person] for credit in film.credits if credit.person in by_id]
        names = [name for person in credited for name in (person.name, person.name_zh) if name]
        register = [entry for entry in exhibit.register if entry.film == film.slug]
        return _page(
            film_address(film.slug),
            (*texts(film.title), *said(film.code, NO_LANGUAGE)),
            [
                *words_of(film, first=("logline", "synopsis"), but=("title", "workflow", "withheld")),
                *(one for name in names for one in said(name)),
                *(one for entry in register for one in _registered(entry)),
            ],
            film=film,
            face=self._poster(film),
        )

    def _room(self, film: Film, name: str, title: str, words: Iterable[Passage]) -> Document:
        named = self._in_each(lambda lang: f"{phrase(title, lang)} · {film.title.shown_in(lang).words}")
        return _page(film_address(film.slug, name), tuple(named), words, film=film, face=self._poster(film))

    def _poster(self, film: Film) -> Face:
        is_ai = film.digital_source_type.is_ai
        faces = (face_at(self.exhibit, film.slug, field, is_ai=is_ai) for field in ("poster", "master"))
        return next((face for face in faces if face.name), NONE)

    def _spoken(self, film: Film) -> Iterator[Passage]:
        """Each file of captions as one passage."""
        for number, captions in enumerate(film.captions):
            text = self.exhibit.gallery.text(film.slug, "captions", number) or ""
            yield from said("\n".join(cue.text for cue in cues_of(text)), captions.lang, f"captions-{number + 1}")

    def _asked(self) -> Iterator[Passage]:
        """The questions of the programme as the report's page has them."""
        for lang in self.exhibit.languages:
            reader = Reader(self.exhibit, lang, self.exhibit.addresses.path(lang, "report/"))
            for question in questions(self.exhibit, reader):
                yield from said(question.words, lang)

    def _phrase(self, key: str) -> Iterator[Passage]:
        return self._in_each(lambda lang: phrase(key, lang))

    def _in_each(self, words: Callable[[str], str]) -> Iterator[Passage]:
        return (Passage(lang, words(lang)) for lang in self.exhibit.languages)


def _but(film: Film, field: str) -> tuple[str, ...]:
    return tuple(name for name in type(film).model_fields if name != field)


def _registered(entry: RegisterEntry) -> Iterator[Passage]:
    """A line of the register, as the film's page has it."""
    ids = () if isinstance(entry.what, Text) else entry.what
    for text in (entry.what, entry.why, entry.until):
        yield from texts(text) if isinstance(text, Text) else ()
    for name in ids:
        yield from said(name, NO_LANGUAGE)


def _page(
    address: str,
    named: tuple[Passage, ...],
    words: Iterable[Passage],
    *,
    film: Film | None = None,
    face: Face = NONE,
    is_specimen: bool = False,
) -> Document:
    return Document(
        id=f"/{address}",
        kind=Kind.PAGE,
        address=address,
        titles=named,
        passages=each_once(words),
        facets=facets(film=[film.slug]) if film else {},
        picture=face.name,
        is_ai=face.is_ai,
        specimen=film.specimen if film else is_specimen,
    )
