"""One honest path from what teams hand in to a site that a person can open."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from glassbox.derivatives import Made, Progress, Store, make_all, sha256_by
from glassbox.pages.addresses import Addresses
from glassbox.pages.editorial import EditorialEngine
from glassbox.pages.exhibit import Exhibit
from glassbox.pages.gallery import Gallery
from glassbox.pipeline.captions import captions_told
from glassbox.pipeline.examination import Examined, Now, examine
from glassbox.pipeline.leaving_out import cannot_be_left_out
from glassbox.pipeline.media import MediaPlan, plan_media, texts_of
from glassbox.pipeline.panels import numbered
from glassbox.pipeline.searching import Check, checks_of
from glassbox.pipeline.tree import Refused, put_site
from glassbox.problems import Problem, worst_first
from glassbox.publish import BuildLock, Counts, How, staged
from glassbox.records.archive import MediaKey
from glassbox.records.disclosure import zone_of

Tell = Callable[[Progress], None]


class Outcome(StrEnum):
    PUBLISHED = "published"
    UNCHANGED = "unchanged"
    REFUSED = "refused"
    """Nothing was published; the last good site stays."""


@dataclass(frozen=True)
class Orders:
    """What a build is asked to do."""

    root: Path
    """Absolute; holds content/."""
    overrides: Path
    """Templates and what goes with them."""
    now: Now
    """The build's instant, from the site's time zone."""
    strict: bool = False
    keep_going: bool = False
    jobs: int = 1
    base_url: str | None = None
    """Instead of the one in site.yml."""


@dataclass(frozen=True)
class Report:
    outcome: Outcome
    problems: tuple[Problem, ...]
    site: Path
    counts: Counts = field(default_factory=lambda: Counts(0, 0, 0))
    made: int = 0
    reused: int = 0
    failed: int = 0
    pruned: int = 0
    """Derivatives that no record asks for any more."""
    seconds: dict[str, float] = field(default_factory=dict)
    """How long each stage took."""

    @property
    def errors(self) -> int:
        return sum(p.is_error for p in self.problems)

    @property
    def warnings(self) -> int:
        return len(self.problems) - self.errors


def build(orders: Orders, engine: EditorialEngine, tell: Tell | None = None) -> Report:
    """Build and publish, or refuse and leave everything as it was.

    Raises Locked where another build of the archive runs, NotOurs where the output is not ours to replace, and
    NoFFmpeg where there are clips but no ffmpeg.
    """
    with BuildLock(orders.root):
        return _Build(orders, engine, tell).run()


class _Build:
    def __init__(self, orders: Orders, engine: EditorialEngine, tell: Tell | None) -> None:
        self.orders, self.engine, self.tell = orders, engine, tell
        self.work = orders.root / ".glassbox"
        self.seconds: dict[str, float] = {}
        self._last = time.perf_counter()

    def run(self) -> Report:
        store = Store(self.work / "cache/media")
        examined = examine(
            self.orders.root, self.orders.now, digests=sha256_by(store, read=True), base_url=self.orders.base_url
        )
        self._clock("records")
        problems = list(examined.problems)
        if examined.errors and (not self.orders.keep_going or any(map(cannot_be_left_out, problems))):
            return self._report(Outcome.REFUSED, problems)
        plan = plan_media(examined.disclosed.archive, examined.loaded.marks, self.orders.root)
        made = make_all(dict.fromkeys(plan.sources.values()), store, jobs=self.orders.jobs, progress=self.tell)
        self._clock("media")
        problems += [p for one in made for p in one.problems]
        texts = texts_of(plan, {one.source: one for one in made})
        problems += captions_told(plan, texts, {one.source for one in made if one.problems})
        if self.orders.strict and problems:
            return self._report(Outcome.REFUSED, problems, made)
        checks = checks_of(examined.disclosed.archive, examined.loaded.marks)
        return self._publish(self._exhibit(examined, plan, made, texts), made, store, problems, checks)

    def _exhibit(self, examined: Examined, plan: MediaPlan, made: list[Made], texts: Mapping[MediaKey, str]) -> Exhibit:
        archive = examined.disclosed.archive
        made_of = {one.source: one for one in made}
        shown, missing = numbered({key: made_of[source] for key, source in plan.sources.items()}, examined.missing)
        gallery = Gallery(shown, texts, missing)
        return Exhibit(
            archive=archive,
            addresses=Addresses.of_archive(archive),
            gallery=gallery,
            as_of=self.orders.now(zone_of(archive)),
            register=examined.disclosed.register,
            left_out=examined.left_out,
        )

    def _publish(
        self, exhibit: Exhibit, made: list[Made], store: Store, problems: list[Problem], checks: tuple[Check, ...]
    ) -> Report:
        counts = Counts(0, 0, 0)
        with staged(self.orders.root) as staging:
            try:
                problems += put_site(
                    staging.tree, exhibit, self.engine, self.orders.overrides, self.work / "cache", checks
                )
            except Refused as refused:
                problems += refused.problems
                staging.abandon()
            self._clock("pages")
            if self.orders.strict and problems:
                staging.abandon()
            elif staging.is_good:
                counts = staging.tree.finish()
        self._clock("publish")
        if staging.how is How.ABANDONED:
            return self._report(Outcome.REFUSED, problems, made)
        pruned = store.prune(made)
        outcome = Outcome.UNCHANGED if staging.how is How.UNCHANGED else Outcome.PUBLISHED
        return self._report(outcome, problems, made, counts, pruned)

    def _report(
        self,
        outcome: Outcome,
        problems: list[Problem],
        made: list[Made] | None = None,
        counts: Counts | None = None,
        pruned: int = 0,
    ) -> Report:
        made = made or []
        failed = sum(1 for one in made if one.problems)
        fresh = sum(1 for one in made if one.fresh and not one.problems)
        return Report(
            outcome=outcome,
            problems=tuple(worst_first(problems)),
            site=self.orders.root / "site",
            counts=counts or Counts(0, 0, 0),
            made=fresh,
            reused=len(made) - fresh - failed,
            failed=failed,
            pruned=pruned,
            seconds=self.seconds,
        )

    def _clock(self, stage: str) -> None:
        now = time.perf_counter()
        self.seconds[stage] = round(now - self._last, 3)
        self._last = now
