"""People: who took part, in which films, and every record that bears their name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from glassbox.pages.addresses import film_address, person_address
from glassbox.pages.exhibit import Exhibit
from glassbox.pages.facts import Value, reference
from glassbox.pages.linked import person_thing
from glassbox.pages.reader import Reader
from glassbox.pages.views.involvement import InFilm, Involvement, of_people
from glassbox.pages.views.page import Page, ReaderOf, head_of
from glassbox.pages.words import term
from glassbox.records.exhibition import Person
from glassbox.records.film import Credit
from glassbox.records.process import BudgetLine, Decision, Version
from glassbox.records.prompts import Prompt
from glassbox.records.takes import Take
from glassbox.records.terms import PersonKind, Side
from glassbox.records.text import Shown

MOST = 60
"""Links in one list: a person may have made a thousand takes, and the wall shows them all."""


@dataclass(frozen=True)
class Role:
    film: Value
    role: Shown
    side: Side | None
    side_word: str


@dataclass(frozen=True)
class Mention:
    """Records of one kind in one film that name a person or tool."""

    name: str
    count: int
    links: tuple[Value, ...]
    words: tuple[Shown, ...]
    """Steps of a workflow, which have no ids."""
    href: str
    """The page that holds all of them."""
    more: str
    """How many are not in `links`; empty where none."""


@dataclass(frozen=True)
class FilmMentions:
    film: Value
    mentions: tuple[Mention, ...]


@dataclass(frozen=True)
class PersonCard:
    id: str
    href: str
    name: str
    other_name: str
    roles: tuple[Role, ...]
    is_specimen: bool


def people_pages(exhibit: Exhibit, reader_of: ReaderOf) -> Iterator[Page]:
    """The list of all, then a page for each."""
    involved = of_people(exhibit.archive)
    yield _list_page(exhibit, reader_of, involved)
    for person in exhibit.archive.people:
        yield _person_page(person, involved[person.id], reader_of(person_address(person.id), None))


def _list_page(exhibit: Exhibit, reader_of: ReaderOf, involved: dict[str, Involvement]) -> Page:
    reader, everyone = reader_of("people/", None), exhibit.archive.people
    headings = {
        PersonKind.PERSON: reader.phrase("persons"),
        PersonKind.ORGANISATION: reader.phrase("organisations"),
    }
    groups = tuple(
        (heading, tuple(_card(p, involved[p.id], reader) for p in everyone if p.kind is kind))
        for kind, heading in headings.items()
    )
    return Page(
        address="people/",
        template="people.html",
        title=reader.phrase("people"),
        description=reader.phrase("people_lead"),
        specimen=any(person.specimen or involved[person.id].has_specimen for person in everyone),
        shows={
            "title": reader.phrase("people"),
            "lead": reader.phrase("people_lead"),
            "groups": tuple(group for group in groups if group[1]),
        },
    )


def _card(person: Person, involved: Involvement, reader: Reader) -> PersonCard:
    name, other = _names(person, reader)
    href = reader.href(f"people/{person.id}") or ""
    return PersonCard(person.id, href, name, other, tuple(_roles(involved, reader)), person.specimen)


def _names(person: Person, reader: Reader) -> tuple[str, str]:
    """The name for readers of this language, and the other one; empty where there is none."""
    name = reader.person_name(person)
    other = person.name if name != person.name else person.name_zh or ""
    return name, other if other != name else ""


def _roles(involved: Involvement, reader: Reader) -> Iterator[Role]:
    for slug, in_film in involved.films.items():
        for credit in in_film.credits:
            yield _role(credit, reference(slug, slug, reader), reader)


def _role(credit: Credit, film: Value, reader: Reader) -> Role:
    side = term(credit.side, reader.lang) if credit.side else ""
    return Role(film, credit.role.shown_in(reader.lang), credit.side, side)


def _person_page(person: Person, involved: Involvement, reader: Reader) -> Page:
    name, other = _names(person, reader)
    workshops = (reference(f"workshops/{one.id}", one.id, reader) for one in involved.workshops)
    return Page(
        address=person_address(person.id),
        template="person.html",
        title=name,
        specimen=person.specimen or involved.has_specimen,
        description=reader.words(person.bio)[:160],
        thing=person_thing(person, reader),
        shows={
            "head": head_of(person, f"people/{person.id}", reader, but=("name", "name_zh", "kind")),
            "id": person.id,
            "name": name,
            "other_name": other,
            "kind": term(person.kind, reader.lang),
            "up": (reader.page("people/"), reader.phrase("people")),
            "roles": tuple(_roles(involved, reader)),
            "films": film_mentions(involved, reader.phrase("wrote_prompts"), reader),
            "workshops": tuple(workshops),
        },
    )


def film_mentions(involved: Involvement, prompts: str, reader: Reader) -> tuple[FilmMentions, ...]:
    """Film by film, what the records name somebody or something for; `prompts` says what prompts have to do with it."""
    found = (
        FilmMentions(reference(slug, slug, reader), tuple(_mentions(in_film, prompts, reader)))
        for slug, in_film in involved.films.items()
    )
    return tuple(one for one in found if one.mentions)


Named = Prompt | Take | Decision | Version | BudgetLine


def _mentions(in_film: InFilm, prompts: str, reader: Reader) -> Iterator[Mention]:
    slug = in_film.folder.film.slug
    tables: Iterable[tuple[str, str, Sequence[Named]]] = (
        (prompts, "prompts", in_film.prompts),
        (reader.phrase("made_takes"), "takes", in_film.takes),
        (reader.phrase("took_decisions"), "decisions", in_film.decisions),
        (reader.phrase("made_versions"), "trail", in_film.versions),
        (reader.phrase("in_budget"), "budget", in_film.budget),
    )
    for name, page, records in tables:
        if records:
            links = tuple(reference(one.id, one.id, reader) for one in records[:MOST])
            more = reader.phrase("and_more", count=len(records) - MOST) if len(records) > MOST else ""
            yield Mention(name, len(records), links, (), reader.page(film_address(slug, page)), more)
    if in_film.steps:
        words = tuple(step.step.shown_in(reader.lang) for step in in_film.steps)
        href = reader.page(film_address(slug, "workflow"))
        yield Mention(reader.phrase("worked_at"), len(words), (), words, href, "")
