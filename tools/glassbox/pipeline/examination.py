"""content/ read, checked, and held against what was released: all that `check`, `build` and `release` agree on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from pathlib import Path

from glassbox.loading import Loaded, load, released
from glassbox.loading.binding_wants import wants
from glassbox.pages.exhibit import LeftOut
from glassbox.pipeline.leaving_out import left_out, without
from glassbox.problems import Problem
from glassbox.records.archive import Archive, MediaKey
from glassbox.records.disclosure import Disclosed, disclose, zone_of

Now = Callable[[tzinfo], datetime]
"""From the exhibition's time zone to the build's instant."""


@dataclass(frozen=True)
class Examined:
    loaded: Loaded
    disclosed: Disclosed
    """What may be shown of it, without the records that an error names."""
    lock: released.Lock
    problems: tuple[Problem, ...]
    missing: frozenset[MediaKey]
    """Shown fields that name a file which is not there."""
    left_out: tuple[LeftOut, ...] = ()
    """What the public is told of the errors."""

    @property
    def errors(self) -> int:
        return sum(p.is_error for p in self.problems)

    @property
    def warnings(self) -> int:
        return len(self.problems) - self.errors


def examine(
    root: Path,
    now: Now,
    *,
    digests: Callable[[Path], str | None] | None = None,
    base_url: str | None = None,
) -> Examined:
    """Never raises for what the files hold. `digests` gives the sha256 of media where it is known."""
    cache = root / ".glassbox/cache/records"
    loaded = load(root, cache=cache, now=now, digests=digests)
    archive = loaded.archive
    if base_url:
        archive = replace(archive, site=archive.site.model_copy(update={"base_url": base_url}))
    disclosed = disclose(archive, now(zone_of(archive)))
    faulty = {p.about for p in loaded.problems if p.is_error and p.about} | loaded.marks.faulty()
    shown = replace(disclosed, archive=without(disclosed.archive, faulty, loaded.unsure))
    told = left_out(disclosed.archive, loaded.problems, loaded.marks.faulty())
    lock, _ = released.read(root)
    return Examined(loaded, shown, lock, loaded.problems, _missing(shown.archive), told)


def _missing(shown: Archive) -> frozenset[MediaKey]:
    """What shown records name and nothing bound to; a medium that is hidden is not named any more."""
    return frozenset(want.key for folder in shown.films for want in wants(folder) if want.key not in shown.media)
