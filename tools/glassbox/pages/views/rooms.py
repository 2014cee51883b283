"""The pages of one film, as the row of tabs that each of them bears."""

from __future__ import annotations

from dataclasses import dataclass

from glassbox.pages.addresses import film_address
from glassbox.pages.facts import Value, reference
from glassbox.pages.reader import Reader
from glassbox.records.archive import FilmFolder


@dataclass(frozen=True)
class Room:
    name: str
    href: str
    count: int
    """How many records are in it; 0 is not said."""
    is_here: bool


@dataclass(frozen=True)
class FilmHead:
    """The head of a page that belongs to a film."""

    film: Value
    title: str
    lead: str
    rooms: tuple[Room, ...]
    is_specimen: bool


def film_head(folder: FilmFolder, reader: Reader, here: str, title: str, lead: str = "") -> FilmHead:
    """`here` is the page's own name in its address: `decisions`."""
    film = folder.film
    return FilmHead(reference(film.slug, film.slug, reader), title, lead, rooms_of(folder, reader, here), film.specimen)


def rooms_of(folder: FilmFolder, reader: Reader, here: str = "") -> tuple[Room, ...]:
    """Every page of the film in the order of the tabs; `here` is empty on the film's own."""
    rooms = (
        ("", reader.phrase("room_film"), 0),
        ("takes", reader.phrase("room_takes"), len(folder.takes)),
        ("prompts", reader.phrase("room_prompts"), len(folder.prompts)),
        ("decisions", reader.phrase("room_decisions"), len(folder.decisions)),
        ("trail", reader.phrase("room_trail"), len(folder.versions)),
        ("budget", reader.phrase("room_budget"), 0),
        ("assets", reader.phrase("room_assets"), len(folder.assets)),
        ("workflow", reader.phrase("room_workflow"), len(folder.film.workflow)),
        *([("transcript", reader.phrase("transcript_head"), 0)] if folder.film.captions else []),
    )
    slug = folder.film.slug
    return tuple(Room(name, reader.page(film_address(slug, page)), count, page == here) for page, name, count in rooms)


def film_title(folder: FilmFolder, reader: Reader, room: str) -> str:
    """Title of a film's page: `Decisions · Lightcone`."""
    return f"{room} · {reader.words(folder.film.title)}"
