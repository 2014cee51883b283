"""The tools: every system in the version that was used, and the prompts that ran on it."""

from __future__ import annotations

from dataclasses import dataclass

from glassbox.pages.exhibit import Exhibit
from glassbox.pages.reader import Reader
from glassbox.pages.views.involvement import Involvement, of_tools
from glassbox.pages.views.page import Head, Page, ReaderOf, head_of
from glassbox.pages.views.people import FilmMentions, film_mentions
from glassbox.pages.views.thrown_away import counted_takes
from glassbox.records.exhibition import Tool


@dataclass(frozen=True)
class ToolView:
    head: Head
    id: str
    system: str
    version: str
    counts: tuple[str, ...]
    films: tuple[FilmMentions, ...]


def tools_page(exhibit: Exhibit, reader_of: ReaderOf) -> Page:
    reader, used = reader_of("tools/", None), of_tools(exhibit.archive)
    return Page(
        address="tools/",
        template="tools.html",
        title=reader.phrase("tools"),
        description=reader.phrase("tools_lead"),
        specimen=any(tool.specimen or used[tool.id].has_specimen for tool in exhibit.archive.tools),
        shows={
            "title": reader.phrase("tools"),
            "lead": reader.phrase("tools_lead"),
            "tools": tuple(_tool(tool, used[tool.id], reader) for tool in exhibit.archive.tools),
        },
    )


def _tool(tool: Tool, used: Involvement, reader: Reader) -> ToolView:
    return ToolView(
        head=head_of(tool, f"tools/{tool.id}", reader, but=("system", "version")),
        id=tool.id,
        system=tool.system,
        version=tool.version,
        counts=_counts(used, reader),
        films=film_mentions(used, reader.phrase("ran_prompts"), reader),
    )


def _counts(used: Involvement, reader: Reader) -> tuple[str, ...]:
    """`12 prompts`, `31 revisions`, `24 takes`; nothing for a tool that no prompt ran on."""
    films = used.films.values()
    prompts, revisions = sum(len(one.prompts) for one in films), sum(one.revisions for one in films)
    if not prompts:
        return ()
    return (
        reader.phrase("one_prompt") if prompts == 1 else reader.phrase("n_prompts", count=prompts),
        reader.phrase("one_revision") if revisions == 1 else reader.phrase("n_revisions", count=revisions),
        counted_takes(sum(len(one.takes) for one in films), reader),
    )
