"""A film's captions as text that can be read: shot by shot, every language beside the picture it is said to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from glassbox.pages.addresses import film_address
from glassbox.pages.reader import Picture, Reader, picture_of
from glassbox.pages.views.captions import CaptionsView, Line, captions_of
from glassbox.pages.views.cut import Placed, cut_of, still_of
from glassbox.pages.views.frames import span_of
from glassbox.pages.views.page import Page, ReaderOf
from glassbox.pages.views.rooms import film_head, film_title
from glassbox.records.archive import FilmFolder
from glassbox.records.text import Shown


@dataclass(frozen=True)
class Spoken:
    """What is said while a shot is seen; without a shot, what is said outside of all of them."""

    code: str
    href: str
    title: Shown | None
    clock: str
    still: Picture | None
    columns: tuple[tuple[Line, ...], ...]
    """One for each file of captions, in their order; a column may be empty."""


def transcript_pages(folder: FilmFolder, reader_of: ReaderOf) -> Iterator[Page]:
    """One page, where the film has captions."""
    film = folder.film
    if not film.captions:
        return
    address = film_address(film.slug, "transcript")
    reader = reader_of(address, folder)
    heading = reader.phrase("transcript_head")
    captions = captions_of(film, reader, with_lines=True)
    yield Page(
        address=address,
        template="transcript.html",
        title=film_title(folder, reader, heading),
        specimen=film.specimen,
        description=reader.phrase("transcript_lead"),
        shows={
            "film": film_head(folder, reader, "transcript", heading, reader.phrase("transcript_lead")),
            "film_page": reader.page(film_address(film.slug)),
            "captions": captions,
            "spoken": spoken_of(folder, captions, reader),
        },
    )


def spoken_of(folder: FilmFolder, captions: Sequence[CaptionsView], reader: Reader) -> tuple[Spoken, ...]:
    """In the order of the film; a shot in which nothing is said is left out."""
    placed = cut_of(folder)
    rows: dict[int, list[list[Line]]] = {}
    for column, one in enumerate(captions):
        for line in one.lines:
            row = rows.setdefault(_seen_at(line, placed, folder), [[] for _ in captions])
            row[column].append(line)
    return tuple(
        _spoken(placed[place] if place >= 0 else None, columns, folder, reader)
        for place, columns in sorted(rows.items())
    )


def _seen_at(line: Line, placed: Sequence[Placed], folder: FilmFolder) -> int:
    """The shot that is on screen when a line begins; -1 before the first of them."""
    begun = (place for place, one in enumerate(placed) if one.first / folder.film.fps <= float(line.seconds))
    return max(begun, default=-1)


def _spoken(one: Placed | None, columns: list[list[Line]], folder: FilmFolder, reader: Reader) -> Spoken:
    lines = tuple(map(tuple, columns))
    if one is None:
        return Spoken("", "", None, "", None, lines)
    master = reader.exhibit.gallery.of(folder.film.slug, "master")
    name = still_of(folder, one, reader.exhibit.gallery)
    small = [still for still in master.of("still") if still.name == name] if master else []
    return Spoken(
        code=one.shot.code,
        href=reader.href(folder.full_id(one.shot)) or "",
        title=reader.shown(one.shot.title),
        clock=span_of(one.first, one.last, folder.film).clock,
        still=picture_of(small, reader, "", "16em"),
        columns=lines,
    )
