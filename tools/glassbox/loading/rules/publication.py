"""What is kept back: with its reason, for its time, and not against itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from glassbox.loading.rules.sight import Sight
from glassbox.problems import Problem
from glassbox.problems.codes import fields
from glassbox.problems.codes import rules as codes
from glassbox.records.archive import FilmFolder
from glassbox.records.references import Index, Kind
from glassbox.records.terms import Publish, is_id_shaped
from glassbox.records.text import Text


def what_is_not_public_says_why(sight: Sight) -> Iterator[Problem]:
    for entry in sight.entries:
        if entry.record.publish is not Publish.PUBLIC and entry.record.publish_reason is None:
            yield sight.tell(codes.PUBLISH_REASON_MISSING, entry.full_id, ("publish",), publish=entry.record.publish)


def what_is_withheld_by_name_is_a_list(sight: Sight) -> Iterator[Problem]:
    """Words are for the register alone: records that they name one after the other would still be shown."""
    for folder in sight.archive.films:
        for number, entry in enumerate(folder.film.withheld):
            if isinstance(entry.what, Text) and any(_are_names(said, sight, folder) for said in entry.what.every()):
                yield sight.tell(fields.NOT_A_LIST, folder.film.slug, ("withheld", number, "what"))


def withholding_has_not_run_out(sight: Sight) -> Iterator[Problem]:
    for folder in sight.archive.films:
        for number, entry in enumerate(folder.film.withheld):
            if isinstance(entry.until, date) and entry.until < sight.today:
                what = str(entry.what) if isinstance(entry.what, Text) else ", ".join(entry.what)
                yield sight.tell(
                    codes.UNTIL_PASSED, folder.film.slug, ("withheld", number, "until"), what=what, until=entry.until
                )


def withdrawn_records_are_gone(sight: Sight) -> Iterator[Problem]:
    """A withdrawn record may still be written where it is withheld: its address then keeps the tombstone."""
    if not sight.archive.retired:
        return
    shown = Index(sight.disclosed.archive)
    for retired in sight.archive.retired:
        if shown.full_id(retired.id, Kind.ANY) is not None and "@" not in retired.id:
            yield sight.tell(codes.WITHDRAWN_BUT_SHOWN, f"retired/{retired.id}", ("id",), record=retired.id)


def the_site_has_a_known_zone(sight: Sight) -> Iterator[Problem]:
    zone = sight.archive.site.timezone
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        yield sight.tell(codes.SITE_ZONE_UNKNOWN, "site", ("timezone",), found=zone)


_BETWEEN = re.compile(r"[\s,，、;；.。&和与及]+|\b(?:and|or|to)\b")


def _are_names(words: str, sight: Sight, folder: FilmFolder) -> bool:
    """Whether the words are nothing but names of records."""
    names = [name for name in _BETWEEN.split(words) if name]
    return bool(names) and all(is_id_shaped(n) or sight.index.full_id(n, Kind.ANY, folder) for n in names)


RULES = (
    what_is_not_public_says_why,
    what_is_withheld_by_name_is_a_list,
    withholding_has_not_run_out,
    withdrawn_records_are_gone,
    the_site_has_a_known_zone,
)
