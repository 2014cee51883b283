"""The wall of takes: everything that a film's team tried, by shot, what was kept standing large."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from glassbox.pages.addresses import film_address
from glassbox.pages.reader import Reader
from glassbox.pages.views.page import Page, ReaderOf
from glassbox.pages.views.rooms import film_head, film_title
from glassbox.pages.views.takes import TakeCard, kept_first, take_card
from glassbox.pages.words import term
from glassbox.records.archive import FilmFolder
from glassbox.records.takes import Take
from glassbox.records.terms import Status
from glassbox.records.text import Shown


@dataclass(frozen=True)
class Group:
    """Takes of one shot, or of one purpose."""

    anchor: str
    href: str
    """The shot's page; empty for a purpose."""
    code: str
    title: Shown | None
    counted: str
    takes: tuple[TakeCard, ...]


@dataclass(frozen=True)
class Choice:
    """A button that shows only some of the takes."""

    value: str
    """As it stands in the address and on the cards."""
    word: str
    count: int


def wall_page(folder: FilmFolder, reader_of: ReaderOf) -> Page:
    film = folder.film
    reader = reader_of(film_address(film.slug, "takes"), folder)
    kept = sum(take.status is Status.KEPT for take in folder.takes)
    groups = tuple(_groups(folder, reader))
    heading = reader.phrase("takes_head", count=len(folder.takes), kept=kept)
    return Page(
        address=film_address(film.slug, "takes"),
        template="takes.html",
        title=film_title(folder, reader, reader.phrase("room_takes")),
        specimen=film.specimen or any(take.specimen for take in folder.takes),
        description=reader.phrase("takes_lead"),
        shows={
            "film": film_head(folder, reader, "takes", heading, reader.phrase("takes_lead")),
            "statuses": tuple(_statuses(folder, reader)),
            "reasons": tuple(_reasons(folder, reader)),
            "shots": tuple(_choice(group) for group in groups),
            "groups": groups,
        },
    )


def _choice(group: Group) -> Choice:
    return Choice(group.anchor, group.code or (group.title.words if group.title else group.anchor), len(group.takes))


def _statuses(folder: FilmFolder, reader: Reader) -> Iterator[Choice]:
    counted = Counter(take.status for take in folder.takes)
    for status in Status:
        if counted[status]:
            yield Choice(status, term(status, reader.lang), counted[status])


def _reasons(folder: FilmFolder, reader: Reader) -> Iterator[Choice]:
    """The commonest first."""
    counted = Counter(take.reason for take in folder.takes if take.reason)
    for reason, count in counted.most_common():
        yield Choice(reason, reader.name_of(f"reasons/{reason}", reason), count)


def _groups(folder: FilmFolder, reader: Reader) -> Iterator[Group]:
    """A take stands once: with the first of its shots in the film's order, else with its purpose."""
    left = {take.id: take for take in folder.takes}
    for shot in folder.shots:
        names = {shot.code, folder.full_id(shot)}
        takes = [take for take in left.values() if names.intersection(take.shots)]
        for take in takes:
            del left[take.id]
        if takes:
            href = reader.href(folder.full_id(shot)) or ""
            yield _group(f"shot-{shot.code}", href, shot.code, reader.shown(shot.title), takes, folder, reader)
    by_purpose: dict[str, list[Take]] = {}
    for take in left.values():
        by_purpose.setdefault(reader.words(take.purpose), []).append(take)
    for number, takes in enumerate(by_purpose.values(), 1):
        purpose = reader.shown(takes[0].purpose) or Shown(reader.phrase("without_shot"), reader.lang)
        yield _group(f"purpose-{number}", "", "", purpose, takes, folder, reader)


def _group(
    anchor: str, href: str, code: str, title: Shown | None, takes: list[Take], folder: FilmFolder, reader: Reader
) -> Group:
    kept = sum(take.status is Status.KEPT for take in takes)
    counted = reader.phrase("takes_kept_of", count=len(takes), kept=kept)
    cards = tuple(take_card(take, folder, reader) for take in kept_first(takes))
    return Group(anchor, href, code, title, counted, cards)
