"""The rules between records: what no record can know of itself.

Each rule is a function from the archive, as it is seen here, to problems; a module holds one subject.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from glassbox.loading.marks import Marks
from glassbox.loading.released import compare, read
from glassbox.loading.rules import (
    circles,
    cuts,
    dates,
    ids,
    languages,
    links,
    pages,
    personal,
    publication,
    quotes,
    secrets,
    takes,
)
from glassbox.loading.rules.quiet import Quiet
from glassbox.loading.rules.sight import Sight
from glassbox.problems import Problem
from glassbox.records.archive import Archive

OF_ONE_RECORD = (*languages.RULES, *secrets.RULES, *personal.RULES)
"""These look at each record alone: a file that gave no cause for remark gives none until it changes."""

RULES = (
    *ids.RULES,
    *links.RULES,
    *circles.RULES,
    *cuts.RULES,
    *takes.RULES,
    *dates.RULES,
    *publication.RULES,
    *quotes.RULES,
)


def check(
    archive: Archive, marks: Marks, root: Path, *, now: datetime | None = None, quiet: Quiet | None = None
) -> Iterator[Problem]:
    """Every fault between the records, and every released id or text that is gone.

    `now` decides embargoes and days that have passed; without it the clock does.
    `quiet` remembers files whose words need not be read again.
    """
    quiet = quiet or Quiet({})
    sight = Sight.of(archive, marks, now, quiet)
    for rule in RULES:
        yield from rule(sight)
    remarks = [told for rule in OF_ONE_RECORD for told in rule(sight)]
    quiet.keep((marks.path(said.full_id) for said in sight.unread), (told.place.path for told in remarks))
    yield from remarks
    yield from pages.pages_show_nothing_hidden(sight, root)
    yield from pages.folders_of_pages_are_languages(sight, root)
    lock, problems = read(root)
    yield from problems
    yield from compare(sight.disclosed.archive, lock)
