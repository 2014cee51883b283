"""Prompts as they stand beside what they made: on a shot, beside the film, in a list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from glassbox.pages.addresses import revision_anchor
from glassbox.pages.facts import Value
from glassbox.pages.reader import Picture, Reader
from glassbox.pages.trail import Run
from glassbox.pages.views.clips import clip_of
from glassbox.pages.views.differences import difference_of
from glassbox.pages.views.moments import When, when
from glassbox.pages.views.page import bears_mark
from glassbox.pages.views.references import people, tools
from glassbox.pages.views.takes import kept_first
from glassbox.pages.words import term
from glassbox.records.archive import MediaKey
from glassbox.records.prompts import Prompt, Revision
from glassbox.records.takes import Take
from glassbox.records.terms import Publish, Status
from glassbox.records.text import Shown

_BEGINNING = 180
"""Characters of a prompt in a list."""


@dataclass(frozen=True)
class RevisionBeside:
    anchor: str
    id: str
    href: str
    text: str
    """Empty where it is not published."""
    lang: str
    change: Shown | None
    difference: tuple[Run, ...]
    at: When | None
    writers: tuple[Value, ...]
    kept: int
    rejected: int


@dataclass(frozen=True)
class PromptBeside:
    id: str
    href: str
    title: Shown | None
    revisions: tuple[RevisionBeside, ...]
    """Oldest first; only the newest where the place is small."""
    more_revisions: str
    """`and 12 more`, where they are not all shown."""
    count: str
    """`3 revisions`."""
    beginning: str
    task: str
    tools: tuple[Value, ...]
    writers: tuple[Value, ...]
    takes: str
    """`9 takes, 1 kept`."""
    specimen: bool
    excerpt: bool
    picture: Picture | None = None
    """Of the best take it made, where the place is a list."""
    is_first: bool = True
    """Whether it stands here for the first time on its page: there its revisions can be pointed at."""


def prompts_beside(
    prompts: Iterable[Prompt], made_by: Mapping[str, list[Take]], reader: Reader, *, newest: int | None = None
) -> tuple[PromptBeside, ...]:
    """`newest`: how many revisions of each are shown, the last ones; all where it is not said."""
    return tuple(_prompt(prompt, made_by, reader, newest) for prompt in prompts)


def _prompt(prompt: Prompt, made_by: Mapping[str, list[Take]], reader: Reader, most: int | None) -> PromptBeside:
    revisions = prompt.revisions
    made = [take for revision in revisions for take in made_by.get(f"{prompt.id}@{revision.rev}", ())]
    left_out = max(0, len(revisions) - most) if most is not None else 0
    newest = revisions[-1].text if revisions else ""
    return PromptBeside(
        id=prompt.id,
        href=reader.href(prompt.id) or "",
        title=reader.shown(prompt.title),
        revisions=tuple(_revision(prompt, number, made_by, reader) for number in range(left_out, len(revisions))),
        more_revisions=reader.phrase("and_more", count=left_out) if left_out else "",
        count=counted_revisions(len(revisions), reader),
        beginning=newest if len(newest) <= _BEGINNING else newest[:_BEGINNING].rstrip() + "…",
        task=term(prompt.task, reader.lang),
        tools=tools((prompt.tool,) if prompt.tool else (), reader),
        writers=people((one for one in prompt.writer if one), reader),
        takes=reader.phrase("takes_kept_of", count=len(made), kept=_count(made, Status.KEPT)) if made else "",
        specimen=bears_mark(prompt, reader),
        excerpt=prompt.publish is Publish.EXCERPT,
        picture=_picture(made, reader) if most == 1 else None,
    )


def _picture(made: list[Take], reader: Reader) -> Picture | None:
    clips = (clip_of(reader, MediaKey(take.id, "media"), "", None, sizes="11em") for take in kept_first(made))
    return next((clip.poster for clip in clips if clip and clip.poster), None)


def counted_revisions(count: int, reader: Reader) -> str:
    return reader.phrase("revisions_one" if count == 1 else "revisions_many", count=count)


def _revision(prompt: Prompt, number: int, made_by: Mapping[str, list[Take]], reader: Reader) -> RevisionBeside:
    revision: Revision = prompt.revisions[number]
    full_id = f"{prompt.id}@{revision.rev}"
    before = prompt.revisions[number - 1].text if number else ""
    made = made_by.get(full_id, [])
    return RevisionBeside(
        anchor=revision_anchor(revision.rev),
        id=full_id,
        href=reader.href(full_id) or "",
        text=revision.text,
        lang=revision.lang or "",
        change=reader.shown(revision.change),
        difference=difference_of(before, revision.text) if before and revision.text else (),
        at=when(revision.at, reader),
        writers=people(revision.writer, reader),
        kept=_count(made, Status.KEPT),
        rejected=_count(made, Status.REJECTED),
    )


def _count(takes: Iterable[Take], status: Status) -> int:
    return sum(take.status is status for take in takes)
