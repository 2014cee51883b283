"""How one film came to be: its decisions, revision trail, budget, material and workflow."""

from __future__ import annotations

from collections.abc import Iterator

from glassbox.pages.exhibit import Exhibit
from glassbox.pages.views.assets import assets_page
from glassbox.pages.views.budget import budget_page
from glassbox.pages.views.decisions import decisions_page
from glassbox.pages.views.page import Page, ReaderOf
from glassbox.pages.views.retired import with_tombstones
from glassbox.pages.views.versions import trail_page
from glassbox.pages.views.workflow import workflow_page
from glassbox.records.archive import FilmFolder


def process_pages(exhibit: Exhibit, folder: FilmFolder, reader_of: ReaderOf) -> Iterator[Page]:
    """Each of these pages, also where nothing was handed in for it: links to it hold from the first day."""
    for page_of in (decisions_page, trail_page, budget_page, assets_page, workflow_page):
        yield with_tombstones(page_of(folder, reader_of), exhibit, reader_of, folder)
