"""By what hits are narrowed: the codes of each value, and what readers call them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, tzinfo

from glassbox.pages.addresses import SEARCH
from glassbox.pages.exhibit import Exhibit
from glassbox.pages.reader import Reader
from glassbox.pages.words import term
from glassbox.pages.words.camera import CAMERA
from glassbox.pages.words.days import day_and_month
from glassbox.records.prompts import Revision
from glassbox.records.terms import DecisionStatus, ShotStatus, Status
from glassbox.search.documents import FACETS, Labels

Facets = Mapping[str, tuple[str, ...]]


def facets(**values: Iterable[str | None]) -> Facets:
    """Each value once, in the order of the record; a facet without one is left out."""
    found = {name: tuple(dict.fromkeys(one for one in values.get(name, ()) if one)) for name in FACETS}
    return {name: codes for name, codes in found.items() if codes}


def camera_codes(revisions: Iterable[Revision]) -> Iterator[str]:
    """`push-in`, for each camera command of these revisions."""
    return (command.lower().replace(" ", "-") for revision in revisions for command in revision.camera)


def days(moments: Iterable[date | datetime | None], zone: tzinfo) -> Iterator[str]:
    """`2026-06-14`: the day of each moment in the site's zone; one without a zone is meant in it."""
    for moment in moments:
        if isinstance(moment, datetime) and moment.tzinfo is not None:
            yield moment.astimezone(zone).date().isoformat()
        elif moment is not None:
            yield (moment.date() if isinstance(moment, datetime) else moment).isoformat()


def labels_of(exhibit: Exhibit) -> Labels:
    """What readers of each language of the site call the value that a code stands for; every code has an entry."""
    archive = exhibit.archive
    readers = [Reader(exhibit, lang, exhibit.addresses.path(lang, SEARCH)) for lang in exhibit.languages]

    def names(kind: str, ids: Iterable[str]) -> dict[str, dict[str, str]]:
        return {one: {reader.lang: reader.name_of(f"{kind}/{one}", one) for reader in readers} for one in ids}

    return Labels(
        {
            "film": names("films", (folder.film.slug for folder in archive.films)),
            "tool": names("tools", archive.tools_by_id),
            "writer": names("people", archive.people_by_id),
            "status": {
                one.value: {lang: term(one, lang) for lang in exhibit.languages}
                for each in (Status, ShotStatus, DecisionStatus)
                for one in each
            },
            "reason": names("reasons", archive.reasons_by_id),
            "camera": {
                command.replace(" ", "-"): {lang: words[_is_chinese(lang)] for lang in exhibit.languages}
                for command, words in CAMERA.items()
            },
            "date": {
                day: {lang: _day(day, lang) for lang in exhibit.languages}
                for day in sorted(set(days(_moments(exhibit), exhibit.zone)))
            },
        }
    )


def _moments(exhibit: Exhibit) -> Iterator[date | datetime | None]:
    """Every moment at which something was written, made, decided or spoken of."""
    for folder in exhibit.archive.films:
        yield from (revision.at for prompt in folder.prompts for revision in prompt.revisions)
        yield from (take.generation.at for take in folder.takes if take.generation)
        yield from (decision.date for decision in folder.decisions)
        yield from (version.at for version in folder.versions)
    yield from (workshop.at for workshop in exhibit.archive.workshops)


def _day(day: str, lang: str) -> str:
    """`9 May 2026`, `2026年5月9日`."""
    found = date.fromisoformat(day)
    words = day_and_month(found, lang)
    return f"{found.year}年{words}" if _is_chinese(lang) else f"{words} {found.year}"


def _is_chinese(lang: str) -> bool:
    return lang.split("-")[0] == "zh"
