"""The search page: the field, words to begin with, and the lists by which everything is found without a script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest
from urllib.parse import quote_plus

from glassbox.pages.addresses import SEARCH
from glassbox.pages.exhibit import Exhibit
from glassbox.pages.facts import Value, reference
from glassbox.pages.reader import Picture, Reader
from glassbox.pages.views.film import poster_of
from glassbox.pages.views.page import Page, ReaderOf
from glassbox.pages.views.rooms import Room, rooms_of
from glassbox.pages.words import term
from glassbox.pages.words.camera import CAMERA
from glassbox.records.archive import Archive, FilmFolder
from glassbox.records.terms import Status

_SUGGESTED = 10
_EACH = 3
"""Of one sort."""


@dataclass(frozen=True)
class Suggestion:
    words: str
    href: str
    """The page that asks for them."""


@dataclass(frozen=True)
class Chip:
    """A value that hits can be narrowed to; how many they are is counted where the page is read."""

    value: str
    words: str


@dataclass(frozen=True)
class Facet:
    name: str
    title: str
    chips: tuple[Chip, ...] = ()
    """Empty where its values come with their counts."""


@dataclass(frozen=True)
class FilmToBrowse:
    film: Value
    poster: Picture | None
    rooms: tuple[Room, ...]


@dataclass(frozen=True)
class ListToBrowse:
    href: str
    name: str
    count: str


def search_page(exhibit: Exhibit, reader_of: ReaderOf) -> Page:
    reader, archive = reader_of(SEARCH, None), exhibit.archive
    return Page(
        address=SEARCH,
        template="search.html",
        title=reader.phrase("search_head"),
        description=reader.phrase("search_lead"),
        specimen=any(folder.film.specimen for folder in archive.films),
        shows={
            "suggested": tuple(
                Suggestion(one, f"index.html?q={quote_plus(one)}") for one in _suggested(archive, reader)
            ),
            "facets": tuple(_facets(archive, reader)),
            "orders": tuple(_orders(reader)),
            "films": tuple(_film(folder, reader) for folder in archive.films),
            "lists": tuple(_lists(archive, reader)),
            "prefix": exhibit.addresses.prefix(reader.lang),
        },
    )


def _facets(archive: Archive, reader: Reader) -> Iterator[Facet]:
    films = tuple(Chip(folder.film.slug, reader.words(folder.film.title)) for folder in archive.films)
    yield Facet("film", reader.phrase("facet_film"), films)
    yield Facet("status", reader.phrase("facet_status"), tuple(Chip(one, term(one, reader.lang)) for one in Status))
    yield Facet("reason", reader.phrase("facet_reason"))
    yield Facet("camera", reader.phrase("facet_camera"))
    yield Facet("tool", reader.phrase("facet_tool"))
    yield Facet("writer", reader.phrase("facet_writer"))
    yield Facet("date", reader.phrase("facet_date"))


def _orders(reader: Reader) -> Iterator[Chip]:
    yield Chip("relevance", reader.phrase("sort_relevance"))
    yield Chip("date", reader.phrase("sort_date"))
    yield Chip("film", reader.phrase("sort_film"))


def _suggested(archive: Archive, reader: Reader) -> list[str]:
    """Words that surely find something: shots that were tried most, why most was thrown away, camera commands."""
    reasons = Counter(take.reason for folder in archive.films for take in folder.takes if take.reason)
    by_id = archive.reasons_by_id
    thrown = [reader.words(by_id[one].title) for one, _ in reasons.most_common() if one in by_id]
    camera = Counter(
        command.lower()
        for folder in archive.films
        for prompt in folder.prompts
        for revision in prompt.revisions
        for command in revision.camera
    )
    commands = [f"[{CAMERA[one][0]}]" for one, _ in camera.most_common(_EACH)]
    tried = [title for folder in archive.films for title in _most_tried(folder, reader)]
    in_turn = zip_longest(tried[: 2 * _EACH], thrown[:_EACH], commands)
    return list(dict.fromkeys(one for one in chain.from_iterable(in_turn) if one))[:_SUGGESTED]


def _most_tried(folder: FilmFolder, reader: Reader) -> list[str]:
    """Title of the shot that most takes were made for."""
    codes = Counter(code.removeprefix(f"{folder.film.code}-") for take in folder.takes for code in take.shots)
    titles = {shot.code: reader.words(shot.title) for shot in folder.shots if shot.title}
    return [titles[code] for code, _ in codes.most_common() if code in titles][:1]


def _film(folder: FilmFolder, reader: Reader) -> FilmToBrowse:
    film = folder.film
    picture = poster_of(film, reader, "(min-width: 75em) 24vw, (min-width: 40em) 46vw, 92vw")
    return FilmToBrowse(reference(film.slug, film.slug, reader), picture, rooms_of(folder, reader, "search")[1:])


def _lists(archive: Archive, reader: Reader) -> Iterator[ListToBrowse]:
    prompts = sum(len(folder.prompts) for folder in archive.films)
    thrown = sum(take.status is Status.REJECTED for folder in archive.films for take in folder.takes)
    counted: Sequence[tuple[str, str, int]] = (
        ("prompts/", "prompts_head", prompts),
        ("thrown-away/", "thrown_away", thrown),
        ("people/", "people", len(archive.people)),
        ("tools/", "tools", len(archive.tools)),
        ("report/", "report", len(archive.report)),
        ("workshops/", "workshops", len(archive.workshops)),
    )
    for address, name, count in counted:
        yield ListToBrowse(reader.page(address), reader.phrase(name), f"{count:,}" if count else "")
