"""Lists of prompts: of one film, and of the whole archive."""

from __future__ import annotations

from dataclasses import dataclass

from glassbox.pages.addresses import film_address
from glassbox.pages.exhibit import Exhibit
from glassbox.pages.facts import Value, reference
from glassbox.pages.reader import Reader
from glassbox.pages.views.page import Page, ReaderOf
from glassbox.pages.views.prompts_beside import PromptBeside, prompts_beside
from glassbox.pages.views.relations import Relations, relations_of
from glassbox.pages.views.rooms import film_head, film_title
from glassbox.records.archive import FilmFolder


@dataclass(frozen=True)
class PromptsOfFilm:
    film: Value
    counted: str
    prompts: tuple[PromptBeside, ...]


def prompts_of_film_page(folder: FilmFolder, relations: Relations, reader_of: ReaderOf) -> Page:
    film = folder.film
    address = film_address(film.slug, "prompts")
    reader = reader_of(address, folder)
    revisions = sum(len(prompt.revisions) for prompt in folder.prompts)
    heading = _counted(len(folder.prompts), revisions, reader) if folder.prompts else reader.phrase("prompts_head")
    return Page(
        address=address,
        template="prompts_of_film.html",
        title=film_title(folder, reader, reader.phrase("room_prompts")),
        specimen=film.specimen or any(prompt.specimen for prompt in folder.prompts),
        description=reader.phrase("prompts_lead"),
        shows={
            "film": film_head(folder, reader, "prompts", heading, reader.phrase("prompts_lead")),
            "list": _list(folder, relations, reader),
        },
    )


def prompts_page(exhibit: Exhibit, reader_of: ReaderOf) -> Page:
    """Every prompt of every film."""
    reader = reader_of("prompts/", None)
    folders = exhibit.archive.films
    prompts = [prompt for folder in folders for prompt in folder.prompts]
    return Page(
        address="prompts/",
        template="prompts.html",
        title=reader.phrase("prompts_head"),
        specimen=bool(prompts) and all(prompt.specimen for prompt in prompts),
        description=reader.phrase("prompts_lead"),
        shows={
            "heading": _counted(len(prompts), sum(len(prompt.revisions) for prompt in prompts), reader)
            if prompts
            else reader.phrase("prompts_head"),
            "films": tuple(_list(folder, relations_of(folder), reader) for folder in folders if folder.prompts),
        },
    )


def _list(folder: FilmFolder, relations: Relations, reader: Reader) -> PromptsOfFilm:
    film, prompts = folder.film, folder.prompts
    return PromptsOfFilm(
        reference(film.slug, film.slug, reader),
        _counted(len(prompts), sum(len(prompt.revisions) for prompt in prompts), reader),
        prompts_beside(prompts, relations.made_by, reader, newest=1),
    )


def _counted(prompts: int, revisions: int, reader: Reader) -> str:
    found = reader.phrase("one_prompt" if prompts == 1 else "n_prompts", count=f"{prompts:,}")
    changed = reader.phrase("one_revision" if revisions == 1 else "n_revisions", count=f"{revisions:,}")
    return reader.phrase("prompts_count", prompts=found, revisions=changed)
