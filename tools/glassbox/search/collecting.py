"""Everything that can be found in an exhibit: what its pages show, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from glassbox.pages.editorial import EditorialPage
from glassbox.pages.exhibit import Exhibit
from glassbox.search.documents import Document
from glassbox.search.exhibition_documents import ExhibitionDocuments
from glassbox.search.facets import labels_of
from glassbox.search.film_documents import FilmDocuments
from glassbox.search.pages import PageDocuments

__all__ = ["documents_of", "labels_of"]


def documents_of(exhibit: Exhibit, written: Iterable[EditorialPage] = ()) -> list[Document]:
    """Each record and page once, always in the same order. `written` are the editorial pages in all languages.

    An exhibit holds only what may be shown, and of an excerpt only what stays: so no document can say more.
    """
    return list(_documents(exhibit, written))


def _documents(exhibit: Exhibit, written: Iterable[EditorialPage]) -> Iterator[Document]:
    pages = PageDocuments(exhibit)
    for folder in exhibit.archive.films:
        yield from FilmDocuments(exhibit, folder).all()
    yield from ExhibitionDocuments(exhibit).all()
    for folder in exhibit.archive.films:
        yield from pages.of_film(folder)
    yield from pages.sections()
    yield from pages.written(written)
    yield from pages.withdrawn()
