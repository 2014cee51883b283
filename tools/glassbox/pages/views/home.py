"""The first page: the exhibition, its films, a take that was thrown away, and the archive in figures."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from glassbox.pages.exhibit import Exhibit
from glassbox.pages.facts import reference
from glassbox.pages.reader import Picture, Reader
from glassbox.pages.views.cut import cut_of, frames_of_film
from glassbox.pages.views.film import poster_of
from glassbox.pages.views.origin import OriginView, origin_of_film
from glassbox.pages.views.page import Page, ReaderOf
from glassbox.pages.views.prompt_lists import prompts_page
from glassbox.pages.views.takes import TakeBrief, take_brief
from glassbox.records.archive import Archive, FilmFolder
from glassbox.records.exhibition import Site
from glassbox.records.takes import Take
from glassbox.records.terms import Status
from glassbox.records.text import Shown

_SIZES = "(min-width: 82em) 40vw, (min-width: 40em) 80vw, 150vw"
"""Of a poster, which is wider than its place and cut at both sides."""


@dataclass(frozen=True)
class Figure:
    count: str
    name: str


@dataclass(frozen=True)
class FilmCard:
    href: str
    title: Shown
    other_title: Shown | None
    logline: Shown | None
    poster: Picture | None
    figures: tuple[Figure, ...]
    origin: OriginView | None
    specimen: bool


@dataclass(frozen=True)
class KeptBar:
    """How many takes were kept, against how many were thrown away."""

    words: str
    kept_width: str
    """In percent."""
    rejected_x: str
    rejected_width: str


def home_pages(exhibit: Exhibit, reader_of: ReaderOf) -> Iterator[Page]:
    """The home page, and the list of all prompts."""
    yield _home_page(exhibit, reader_of)
    yield prompts_page(exhibit, reader_of)


def _home_page(exhibit: Exhibit, reader_of: ReaderOf) -> Page:
    archive, site = exhibit.archive, exhibit.archive.site
    reader = reader_of("", None)
    thrown = one_thrown_away(exhibit)
    return Page(
        address="",
        template="home.html",
        title=reader.words(site.title),
        description=reader.phrase("home_lead"),
        shows={
            "title": reader.shown(site.title),
            "dates": _dates(site, reader),
            "venue": reader.shown(site.venue),
            "partners": tuple(partner.shown_in(reader.lang) for partner in site.partners),
            "films": tuple(_card(exhibit, folder, reader) for folder in archive.films),
            "thrown": _thrown(thrown, reader),
            "thrown_film": reference(thrown[0].film.slug, thrown[0].film.slug, reader) if thrown else None,
            "all_thrown": reader.page("thrown-away/"),
            "figures": tuple(_figures(archive.films, reader)),
            "kept": _kept(archive, reader),
        },
    )


def one_thrown_away(exhibit: Exhibit) -> tuple[FilmFolder, Take] | None:
    """A rejected take, best one that can be seen and tells what it taught; only a change of the takes changes it."""
    gallery = exhibit.gallery
    found = [
        (not (gallery.of(take.id, "media") and take.note), hashlib.sha256(take.id.encode()).digest(), folder, take)
        for folder in exhibit.archive.films
        for take in folder.takes
        if take.status is Status.REJECTED
    ]
    best = min(found, key=lambda one: one[:2], default=None)
    return best[2:] if best else None


def _thrown(thrown: tuple[FilmFolder, Take] | None, reader: Reader) -> TakeBrief | None:
    return take_brief(thrown[1], thrown[0], reader) if thrown else None


def _dates(site: Site, reader: Reader) -> str:
    if site.dates is None:
        return ""
    start, end = site.dates.start, site.dates.end
    if end is None or end == start:
        return reader.when(start)
    return reader.phrase("dates_span", start=reader.when(start), end=reader.when(end))


def _card(exhibit: Exhibit, folder: FilmFolder, reader: Reader) -> FilmCard:
    film, placed = folder.film, cut_of(folder)
    title = film.title.shown_in(reader.lang)
    other = next((Shown(words, lang) for lang, words in film.title.by_lang if words != title.words), None)
    return FilmCard(
        href=reader.href(film.slug) or "",
        title=title,
        other_title=other,
        logline=reader.shown(film.logline),
        poster=poster_of(film, reader, _SIZES),
        figures=tuple(_figures((folder,), reader))[1:5],
        origin=origin_of_film(placed, frames_of_film(folder, placed, exhibit.gallery), reader),
        specimen=film.specimen,
    )


def _figures(folders: tuple[FilmFolder, ...], reader: Reader) -> Iterator[Figure]:
    prompts = [prompt for folder in folders for prompt in folder.prompts]
    counted = (
        (len(folders), "count_films_one", "count_films"),
        (sum(len(folder.shots) for folder in folders), "count_shots_one", "count_shots"),
        (len(prompts), "count_prompts_one", "count_prompts"),
        (sum(len(folder.takes) for folder in folders), "count_takes_one", "count_takes"),
        (sum(len(folder.decisions) for folder in folders), "count_decisions_one", "count_decisions"),
        (sum(len(prompt.revisions) for prompt in prompts), "count_revisions_one", "count_revisions"),
        (sum(len(folder.versions) for folder in folders), "count_versions_one", "count_versions"),
    )
    for count, one, many in counted:
        yield Figure(f"{count:,}", reader.phrase(one if count == 1 else many))


def _kept(archive: Archive, reader: Reader) -> KeptBar | None:
    statuses = [take.status for folder in archive.films for take in folder.takes]
    kept, rejected = statuses.count(Status.KEPT), statuses.count(Status.REJECTED)
    if not kept + rejected:
        return None
    width = f"{100 * kept / (kept + rejected):.3f}"
    words = reader.phrase("kept_and_thrown", kept=f"{kept:,}", rejected=f"{rejected:,}")
    return KeptBar(words, width, width, f"{100 * rejected / (kept + rejected):.3f}")
