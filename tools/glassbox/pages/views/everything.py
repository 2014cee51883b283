"""Every page of the site that is made from records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from glassbox.pages.exhibit import Exhibit
from glassbox.pages.reader import Reader
from glassbox.pages.views.exhibition import exhibition_pages
from glassbox.pages.views.films import film_pages
from glassbox.pages.views.home import home_pages
from glassbox.pages.views.page import Page, ReaderOf
from glassbox.pages.views.process import process_pages
from glassbox.pages.views.search import search_page
from glassbox.records.archive import FilmFolder


def all_pages(exhibit: Exhibit, lang: str) -> list[Page]:
    """In one language; the addresses are the same in each."""

    def reader_of(address: str, folder: FilmFolder | None) -> Reader:
        return Reader(exhibit, lang, exhibit.addresses.path(lang, address), folder)

    return list(_pages(exhibit, reader_of))


def _pages(exhibit: Exhibit, reader_of: ReaderOf) -> Iterator[Page]:
    yield from home_pages(exhibit, reader_of)
    for folder in exhibit.archive.films:
        of_film = chain(film_pages(exhibit, folder, reader_of), process_pages(exhibit, folder, reader_of))
        yield from (replace(page, film=folder.film.slug) for page in of_film)
    yield from exhibition_pages(exhibit, reader_of)
    yield search_page(exhibit, reader_of)
