"""A film's captions as text that can be read."""

from __future__ import annotations

from collections.abc import Iterator

from glassbox.pages.addresses import film_address
from glassbox.pages.views.captions import captions_of
from glassbox.pages.views.page import Page, ReaderOf
from glassbox.pages.views.rooms import film_head, film_title
from glassbox.records.archive import FilmFolder


def transcript_pages(folder: FilmFolder, reader_of: ReaderOf) -> Iterator[Page]:
    """One page, where the film has captions."""
    film = folder.film
    if not film.captions:
        return
    address = film_address(film.slug, "transcript")
    reader = reader_of(address, folder)
    heading = reader.phrase("transcript_head")
    yield Page(
        address=address,
        template="transcript.html",
        title=film_title(folder, reader, heading),
        specimen=film.specimen,
        description=reader.phrase("transcript_lead"),
        shows={
            "film": film_head(folder, reader, "transcript", heading, reader.phrase("transcript_lead")),
            "film_page": reader.page(film_address(film.slug)),
            "captions": captions_of(film, reader, with_lines=True),
        },
    )
