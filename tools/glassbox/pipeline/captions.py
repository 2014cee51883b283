"""What of a film's captions nobody will read: told, for a page shows only what is left of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from glassbox.derivatives import Source
from glassbox.pages.views.captions import cues_of, lost_in
from glassbox.pipeline.media import MediaPlan
from glassbox.problems import Problem, problem
from glassbox.problems.codes import media as codes
from glassbox.records.archive import MediaKey


def captions_told(plan: MediaPlan, texts: Mapping[MediaKey, str], told: Collection[Source]) -> Iterator[Problem]:
    """`texts` are those of the plan's documents that have some. Of the files in `told` all is told."""
    for key, source in plan.sources.items():
        if key.field != "captions" or source in told:
            continue
        about = {"record": source.record, "file": source.name}
        text = texts.get(key)
        if not text or not cues_of(text):
            yield problem(source.place, codes.CAPTIONS_UNREAD, **about)
        elif lost := lost_in(text):
            yield problem(source.place, codes.CAPTIONS_LOST, **about, count=len(lost), line=lost[0])
