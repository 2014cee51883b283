"""Days: in the production, and the right way round."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from glassbox.loading.rules.sight import Sight
from glassbox.problems import Problem
from glassbox.problems.codes import rules as codes
from glassbox.records.archive import FilmFolder
from glassbox.records.walk import Loc


def dates_are_in_the_production(sight: Sight) -> Iterator[Problem]:
    """Days when something was made. A correction, an embargo or a workshop may come later."""
    for folder in sight.archive.films:
        start, end = folder.film.start_date, folder.film.end_date
        if (start is None and end is None) or (start and end and end < start):
            continue
        for record, at, when in _made(folder):
            day = sight.day(when)
            if (start and day < start) or (end and day > end):
                yield sight.tell(
                    codes.DATE_OUTSIDE_PRODUCTION, record, at, found=day, start=start or "…", end=end or "…"
                )


def days_rise(sight: Sight) -> Iterator[Problem]:
    dates = sight.archive.site.dates
    if dates is not None and dates.end is not None and dates.end < dates.start:
        yield sight.tell(
            codes.DAYS_FALLING, "site", ("dates", "end"), record="site.yml", start=dates.start, end=dates.end
        )
    for folder in sight.archive.films:
        film = folder.film
        if film.start_date and film.end_date and film.end_date < film.start_date:
            yield sight.tell(codes.DAYS_FALLING, film.slug, ("end_date",), start=film.start_date, end=film.end_date)


RULES = (dates_are_in_the_production, days_rise)


def _made(folder: FilmFolder) -> Iterator[tuple[str, Loc, date | datetime]]:
    for prompt in folder.prompts:
        for number, revision in enumerate(prompt.revisions):
            if revision.at is not None:
                yield prompt.id, ("revisions", number, "at"), revision.at
    for take in folder.takes:
        if take.generation is not None and take.generation.at is not None:
            yield take.id, ("generation", "at"), take.generation.at
    for version in folder.versions:
        if version.at is not None:
            yield version.id, ("at",), version.at
    for decision in folder.decisions:
        yield decision.id, ("date",), decision.date
