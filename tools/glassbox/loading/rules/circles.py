"""Links that should lead somewhere, and lead back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from glassbox.loading.rules.sight import Sight
from glassbox.problems import Problem
from glassbox.problems.codes import rules as codes


def no_link_leads_back(sight: Sight) -> Iterator[Problem]:
    """Told once a circle, at the first of its records."""
    parents, previous, superseding = {}, {}, {}
    for folder in sight.archive.films:
        parents.update({each.id: (each.parent or "").partition("@")[0] for each in folder.prompts})
        previous.update({each.id: each.previous or "" for each in folder.versions})
        superseding.update({each.id: each.superseded_by or "" for each in folder.decisions})
    for field, links in (("parent", parents), ("previous", previous), ("superseded_by", superseding)):
        for circle in circles(links):
            way = " -> ".join((*circle, circle[0]))
            yield sight.tell(codes.CIRCLE, circle[0], (field,), way=way)


RULES = (no_link_leads_back,)


def circles(links: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """Each circle of `links` once, as the ids along it from the first that `links` names. Takes linear time."""
    done: set[str] = set()
    for start in links:
        way: dict[str, int] = {}
        here = start
        while here in links and here not in done and here not in way:
            way[here] = len(way)
            here = links[here]
        if here in way:
            yield tuple(way)[way[here] :]
        done.update(way)
