"""The page of a shot: boards, prompts, takes, what is in the film, and who decided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from glassbox.pages.addresses import shot_address
from glassbox.pages.facts import Fact, Value, facts_of, reference
from glassbox.pages.reader import Reader
from glassbox.pages.views.cut import Placed
from glassbox.pages.views.footage import footage_of
from glassbox.pages.views.frames import Span, span_of
from glassbox.pages.views.page import Page, ReaderOf, head_of
from glassbox.pages.views.references import all_cited
from glassbox.pages.views.relations import Relations
from glassbox.pages.views.rooms import rooms_of
from glassbox.pages.views.shot_beside import shot_beside
from glassbox.pages.words import term
from glassbox.records.archive import FilmFolder
from glassbox.records.shots import Shot
from glassbox.records.text import Shown


@dataclass(frozen=True)
class Use:
    """A place of the shot in the finished film."""

    span: Span
    frames: str
    """`frames 0–143 · 144 frames, 6 s`."""
    facts: tuple[Fact, ...]
    """What the cut list says of it."""


@dataclass(frozen=True)
class Neighbour:
    href: str
    code: str
    title: Shown | None


def shot_pages(
    folder: FilmFolder, placed: Sequence[Placed], relations: Relations, reader_of: ReaderOf
) -> Iterator[Page]:
    for number, shot in enumerate(folder.shots):
        reader = reader_of(shot_address(folder.film.slug, shot.code), folder)
        yield _shot_page(number, folder, placed, relations, reader)


def _shot_page(number: int, folder: FilmFolder, placed: Sequence[Placed], relations: Relations, reader: Reader) -> Page:
    shot, film = folder.shots[number], folder.film
    full_id = folder.full_id(shot)
    uses = [one for one in placed if one.shot is shot]
    name = f"{shot.code} {reader.words(shot.title)}".strip()
    return Page(
        address=shot_address(film.slug, shot.code),
        template="shot.html",
        title=f"{name} · {reader.words(film.title)}",
        specimen=shot.specimen or film.specimen,
        description=reader.words(shot.description)[:160],
        shows={
            "film": reference(film.slug, film.slug, reader),
            "rooms": rooms_of(folder, reader, "shots"),
            "place": reader.phrase("shot_n_of", n=number + 1, count=len(folder.shots)),
            "head": head_of(shot, full_id, reader, but=_shown_of(shot, uses)),
            "status": term(shot.status, reader.lang),
            "description": reader.shown(shot.description),
            "shot": shot_beside(shot, folder, placed, relations, reader, brief=False),
            "uses": tuple(_use(one, folder, reader) for one in uses),
            "footage": footage_of(full_id, shot.footage, reader),
            "in_film": all_cited(shot.takes, reader),
            "also": _also(shot, relations, reader),
            "before": _neighbour(folder, number - 1, reader),
            "after": _neighbour(folder, number + 1, reader),
        },
    )


_SHOWN = ("code", "title", "description", "storyboards", "status", "takes", "footage", "origin")


def _shown_of(shot: Shot, uses: Sequence[Placed]) -> tuple[str, ...]:
    """The place in the film is shown as timecode, unless the cut list says another than the shot's own record."""
    is_its_own = any(one.cut is None for one in uses)
    return (*_SHOWN, "cut_in", "cut_out") if is_its_own else _SHOWN


def _use(one: Placed, folder: FilmFolder, reader: Reader) -> Use:
    span = span_of(one.first, one.last, folder.film)
    said = (
        reader.phrase("frames_n", frames=f"{span.first}–{span.last}"),
        reader.phrase("frames_count", count=span.count, seconds=span.seconds),
    )
    facts = facts_of(one.cut, reader, but=("shot", "cut_in", "cut_out")) if one.cut else []
    return Use(span, " · ".join(said), tuple(facts))


def _also(shot: Shot, relations: Relations, reader: Reader) -> tuple[tuple[str, tuple[Value, ...]], ...]:
    """(heading, links) of what else is on record about the shot."""
    code = shot.code
    tables = (
        ("assets_about", [asset.id for asset in relations.assets.get(code, ())]),
        ("versions_about", [version.id for version in relations.versions.get(code, ())]),
        ("budget_about", [line.id for line in relations.budget.get(code, ())]),
    )
    return tuple((reader.phrase(heading), all_cited(ids, reader)) for heading, ids in tables if ids)


def _neighbour(folder: FilmFolder, number: int, reader: Reader) -> Neighbour | None:
    if not 0 <= number < len(folder.shots):
        return None
    shot = folder.shots[number]
    return Neighbour(reader.href(folder.full_id(shot)) or "", shot.code, reader.shown(shot.title))
