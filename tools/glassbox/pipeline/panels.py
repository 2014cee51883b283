"""Storyboards of several pages: each page becomes a panel under a number of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import groupby

from glassbox.derivatives import Made
from glassbox.records.archive import MediaKey


def numbered(
    made: Mapping[MediaKey, Made], missing: frozenset[MediaKey]
) -> tuple[dict[MediaKey, Made], frozenset[MediaKey]]:
    """What was made and what is missing, under the numbers that pages show.

    The pages of a file stand in its place, in their order; the entries after it in the same list move on.
    """
    shown: dict[MediaKey, Made] = {}
    absent: set[MediaKey] = set()
    for _, keys in groupby(sorted({*made, *missing}), key=lambda key: (key.record, key.field)):
        moved = 0
        for key in keys:
            place = key.number + moved
            if key not in made:
                absent.add(replace(key, number=place))
                continue
            panels = made[key].panels()
            shown |= {replace(key, number=place + page): panel for page, panel in enumerate(panels)}
            moved += len(panels) - 1
    return shown, frozenset(absent)
