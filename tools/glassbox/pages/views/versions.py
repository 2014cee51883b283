"""The revision trail: how script, boards, edit and sound changed, version by version."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from glassbox.pages.addresses import film_address
from glassbox.pages.facts import Value
from glassbox.pages.reader import Reader
from glassbox.pages.trail import Run
from glassbox.pages.views.calendar import LETTERS, anchor_of_day, calendar_of, name_of_part
from glassbox.pages.views.differences import difference_of
from glassbox.pages.views.documents import Enclosure, enclosure
from glassbox.pages.views.moments import When, when
from glassbox.pages.views.page import Head, Page, ReaderOf, head_of
from glassbox.pages.views.references import all_cited, optional, people
from glassbox.pages.views.rooms import film_head, film_title
from glassbox.pages.views.wipes import Wipe, wipe_of
from glassbox.records.archive import FilmFolder, MediaKey
from glassbox.records.process import Version
from glassbox.records.terms import VersionOf
from glassbox.records.text import Shown


@dataclass(frozen=True)
class VersionView:
    head: Head
    number: str
    title: Shown | None
    change: Shown
    when: When | None
    day: str
    """Anchor of that day in the calendar; empty where no day is on record."""
    by: tuple[Value, ...]
    shots: tuple[Value, ...]
    decision: Value | None
    before: Value | None
    """The version it followed."""
    enclosure: Enclosure | None
    before_enclosure: Enclosure | None
    """That version's picture or film, where both are pictures or both are films: they are shown side by side."""
    wipe: Wipe | None
    """From that picture to this one, laid over each other."""
    in_step: str
    """How long the longer of two films is, in seconds: they can play together. Empty where they are not films."""
    difference: tuple[Run, ...] | None
    """The way from the text before, empty where not a word changed; None where there are no two texts."""


@dataclass(frozen=True)
class Group:
    of: VersionOf
    anchor: str
    name: str
    letter: str
    versions: tuple[VersionView, ...]


_SIZES = "(min-width: 75em) 58em, 92vw"
_SHOWN = ("of", "number", "change", "title", "at", "by", "file", "decision", "previous", "shots")


def trail_page(folder: FilmFolder, reader_of: ReaderOf) -> Page:
    address = film_address(folder.film.slug, "trail")
    reader = reader_of(address, folder)
    name = reader.phrase("room_trail")
    return Page(
        address=address,
        template="trail.html",
        title=film_title(folder, reader, name),
        description=reader.phrase("trail_lead"),
        specimen=folder.film.specimen or any(version.specimen for version in folder.versions),
        shows={
            "film": film_head(folder, reader, "trail", name, reader.phrase("trail_lead")),
            "calendar": calendar_of(folder, reader),
            "groups": tuple(_groups(folder.versions, reader)),
        },
    )


def _groups(versions: Iterable[Version], reader: Reader) -> Iterable[Group]:
    for of in VersionOf:
        told = in_succession([version for version in versions if version.of is of])
        if told:
            before = predecessors(told)
            views = tuple(_version(version, before.get(version.id), reader) for version in told)
            # A dot, which no id of a record holds, keeps this anchor apart from theirs.
            yield Group(of, f"of.{of}", name_of_part(of, reader), reader.phrase(LETTERS[of]), views)


def in_succession(versions: list[Version]) -> list[Version]:
    """Each after the one it followed; otherwise as the team listed them."""
    waiting, placed, known = list(versions), set[str](), {version.id for version in versions}
    told: list[Version] = []
    while waiting:
        ready = (v for v in waiting if not v.previous or v.previous in placed or v.previous not in known)
        following = next(ready, waiting[0])  # a circle is an error of its own and must not hang a page
        waiting.remove(following)
        placed.add(following.id)
        told.append(following)
    return told


def predecessors(told: list[Version]) -> Mapping[str, Version]:
    """Id of a version -> the one it followed: the one it names, else the one listed before it."""
    by_id = {version.id: version for version in told}
    listed = dict(zip((version.id for version in told[1:]), told, strict=False))
    return {v.id: before for v in told if (before := by_id.get(v.previous or "") or listed.get(v.id))}


def _version(version: Version, before: Version | None, reader: Reader) -> VersionView:
    shown, was = _enclosure(version, reader), _enclosure(before, reader) if before else None
    both_pictures = shown is not None and was is not None and shown.is_picture and was.is_picture
    in_step = _longer(was, shown) if shown and was and shown.is_film and was.is_film else ""
    return VersionView(
        head=head_of(version, version.id, reader, but=_SHOWN),
        number=version.number,
        title=reader.shown(version.title),
        change=version.change.shown_in(reader.lang),
        when=when(version.at, reader),
        day=anchor_of_day(version.at) if version.at else "",
        by=people(version.by, reader),
        shots=all_cited(version.shots, reader),
        decision=optional(version.decision, reader),
        before=optional(version.previous or (before.id if before else None), reader),
        enclosure=shown,
        before_enclosure=was if both_pictures or in_step else None,
        wipe=_wipe(before, was, version, shown, reader) if both_pictures else None,
        in_step=in_step,
        difference=_difference(_text(was), _text(shown)),
    )


def _wipe(
    before: Version | None, was: Enclosure | None, version: Version, shown: Enclosure | None, reader: Reader
) -> Wipe | None:
    if before is None or was is None or shown is None:
        return None
    return wipe_of(was.clip, shown.clip, (_name(before, reader), _name(version, reader)), reader)


def _longer(*films: Enclosure) -> str:
    return max((film.clip.seconds for film in films if film.clip), key=float)


def _name(version: Version, reader: Reader) -> str:
    return f"{name_of_part(version.of, reader)} {version.number}"


def _enclosure(version: Version, reader: Reader) -> Enclosure | None:
    return enclosure(reader, MediaKey(version.id, "file"), _name(version, reader), sizes=_SIZES)


def _text(enclosed: Enclosure | None) -> str:
    return enclosed.document.text if enclosed and enclosed.document else ""


def _difference(before: str, after: str) -> tuple[Run, ...] | None:
    if not before or not after:
        return None
    return () if before == after else difference_of(before, after)
