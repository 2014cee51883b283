"""Thrown away: the rejected takes of all films, by the reason why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from glassbox.pages.charts import share
from glassbox.pages.exhibit import Exhibit
from glassbox.pages.facts import Value, reference
from glassbox.pages.reader import Picture, Reader
from glassbox.pages.views.clips import clip_of
from glassbox.pages.views.page import Head, Page, ReaderOf, head_of
from glassbox.pages.views.references import cited
from glassbox.pages.views.workflow import Prose, prose
from glassbox.records.archive import FilmFolder, MediaKey
from glassbox.records.exhibition import Reason
from glassbox.records.takes import Take
from glassbox.records.terms import Status
from glassbox.records.text import Shown


@dataclass(frozen=True)
class ThrownTake:
    id: str
    href: str
    film: Value
    shots: tuple[Value, ...]
    purpose: Shown | None
    prompt: Value | None
    picture: Picture | None
    is_ai: bool
    trouble: tuple[str, ...]
    note: Prose | None
    is_specimen: bool


@dataclass(frozen=True)
class ReasonView:
    head: Head | None
    """None for takes whose reason is not on record."""
    anchor: str
    id: str
    title: Shown
    text: Prose | None
    count: str
    share: str
    """Width for SVG, against the reason that threw most away."""
    takes: tuple[ThrownTake, ...]


Thrown = tuple[FilmFolder, Take]


def thrown_away_page(exhibit: Exhibit, reader_of: ReaderOf) -> Page:
    reader = reader_of("thrown-away/", None)
    thrown = [(folder, take) for folder in exhibit.archive.films for take in folder.takes if _is_thrown(take)]
    all_takes = sum(len(folder.takes) for folder in exhibit.archive.films)
    lead = reader.phrase("thrown_away_lead", rejected=len(thrown), all=all_takes)
    return Page(
        address="thrown-away/",
        template="thrown-away.html",
        title=reader.phrase("thrown_away"),
        description=lead,
        specimen=any(folder.film.specimen or take.specimen for folder, take in thrown),
        shows={
            "title": reader.phrase("thrown_away_head", rejected=len(thrown), all=all_takes)
            if thrown
            else reader.phrase("thrown_away"),
            "lead": reader.phrase("thrown_away_here") if thrown else lead,
            "reasons": tuple(_reasons(exhibit, thrown, reader)),
        },
    )


def _is_thrown(take: Take) -> bool:
    return take.status is Status.REJECTED


def counted_takes(count: int, reader: Reader) -> str:
    """`1 take`, `12 takes`."""
    return reader.phrase("one_take") if count == 1 else reader.phrase("n_takes", count=count)


def _reasons(exhibit: Exhibit, thrown: list[Thrown], reader: Reader) -> Iterator[ReasonView]:
    by_reason: dict[str, list[Thrown]] = defaultdict(list)
    known = exhibit.archive.reasons_by_id
    for folder, take in thrown:
        by_reason[take.reason if take.reason in known and take.reason else ""].append((folder, take))
    most = max(map(len, by_reason.values()), default=0)
    for reason in exhibit.archive.reasons:
        yield _reason(reason, by_reason[reason.id], most, reader)
    if nameless := by_reason[""]:
        title = Shown(reader.phrase("no_reason"), reader.lang)
        count, part = counted_takes(len(nameless), reader), share(len(nameless), most)
        yield ReasonView(None, "no.reason", "", title, None, count, part, tuple(_takes(nameless, reader)))


def _reason(reason: Reason, thrown: list[Thrown], most: int, reader: Reader) -> ReasonView:
    return ReasonView(
        head=head_of(reason, f"reasons/{reason.id}", reader, but=("title", "text")),
        anchor=reason.id,
        id=reason.id,
        title=reason.title.shown_in(reader.lang),
        text=prose(reason.text, reader),
        count=counted_takes(len(thrown), reader),
        share=share(len(thrown), most),
        takes=tuple(_takes(thrown, reader)),
    )


def _takes(thrown: Iterable[Thrown], reader: Reader) -> Iterator[ThrownTake]:
    for folder, take in thrown:
        source_type = take.digital_source_type or folder.film.digital_source_type
        clip = clip_of(reader, MediaKey(take.id, "media"), take.id, source_type, sizes="(min-width: 900px) 18vw, 46vw")
        yield ThrownTake(
            id=take.id,
            href=reader.href(take.id) or "",
            film=reference(folder.film.slug, folder.film.slug, reader),
            shots=tuple(reference(f"{folder.film.code}-{code}", code, reader) for code in take.shots),
            purpose=reader.shown(take.purpose),
            prompt=cited(take.prompt, reader) if take.prompt else None,
            picture=clip.poster if clip else None,
            is_ai=clip.is_ai if clip else False,
            trouble=clip.trouble if clip else (),
            note=prose(take.note, reader),
            is_specimen=take.specimen,
        )
