"""All pages of one film: the film beside its record, its shots, the wall of takes, its prompts, its transcript."""

from __future__ import annotations

from collections.abc import Iterator

from glassbox.pages.exhibit import Exhibit
from glassbox.pages.views.cut import cut_of
from glassbox.pages.views.film import film_page
from glassbox.pages.views.page import Page, ReaderOf
from glassbox.pages.views.prompt_lists import prompts_of_film_page
from glassbox.pages.views.prompts import prompt_pages
from glassbox.pages.views.relations import relations_of
from glassbox.pages.views.retired import with_tombstones
from glassbox.pages.views.shots import shot_pages
from glassbox.pages.views.transcript import transcript_pages
from glassbox.pages.views.wall import wall_page
from glassbox.records.archive import FilmFolder


def film_pages(exhibit: Exhibit, folder: FilmFolder, reader_of: ReaderOf) -> Iterator[Page]:
    """What `glassbox.pages.views.process` does not make: everything that the film and its shots are shown on."""
    placed, relations = cut_of(folder), relations_of(folder)
    yield film_page(exhibit, folder, placed, relations, reader_of)
    yield from shot_pages(folder, placed, relations, reader_of)
    yield with_tombstones(wall_page(folder, reader_of), exhibit, reader_of, folder)
    yield prompts_of_film_page(folder, relations, reader_of)
    yield from prompt_pages(folder, relations, reader_of)
    yield from transcript_pages(folder, reader_of)
