"""The pages of the whole exhibition: thrown away, people, tools, report, workshops, tombstones."""

from __future__ import annotations

from collections.abc import Iterator

from glassbox.pages.exhibit import Exhibit
from glassbox.pages.views.page import Page, ReaderOf
from glassbox.pages.views.people import people_pages
from glassbox.pages.views.programme import report_pages, workshops_page
from glassbox.pages.views.retired import tombstone_pages, with_tombstones
from glassbox.pages.views.thrown_away import thrown_away_page
from glassbox.pages.views.tool_list import tools_page


def exhibition_pages(exhibit: Exhibit, reader_of: ReaderOf) -> Iterator[Page]:
    """Each of these pages, also where there is nothing to show yet: the header links to them."""
    for page_of in (thrown_away_page, tools_page, workshops_page):
        yield with_tombstones(page_of(exhibit, reader_of), exhibit, reader_of)
    yield from people_pages(exhibit, reader_of)
    yield from report_pages(exhibit, reader_of)
    yield from tombstone_pages(exhibit, reader_of)
