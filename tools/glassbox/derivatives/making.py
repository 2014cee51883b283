"""Everything that a run's sources need: found in the store, or made by several processes at once.

First each source is read (digest, facts), then what is missing is made, the longest work first. Equal work is done
once, whoever asks for it.
"""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from glassbox.derivatives.cooking import Cooked, Making, Read, Reading, facts_key, key_for, make, read_source
from glassbox.derivatives.incoming import contradiction, kept
from glassbox.derivatives.programs import FFmpeg, ffmpeg
from glassbox.derivatives.recipes import Pictures, Recipe, recipes_for, work_of
from glassbox.derivatives.seen import Digests, Seen
from glassbox.derivatives.sequences import digests_of
from glassbox.derivatives.store import Entry, Store, published_name
from glassbox.derivatives.values import (
    Credentials,
    Facts,
    Kind,
    Label,
    Made,
    MadeFile,
    Progress,
    Remark,
    Source,
    Use,
    Validity,
    pages_shown,
)
from glassbox.derivatives.workers import WorkerLost, run_all
from glassbox.problems import Code, Problem, problem
from glassbox.problems.codes import media

_READING_SHARE = 0.05  # of the whole, for the progress bar
_LOST = Remark("MEDIUM_BROKE_READER", {"reason": "its process ended"})


def make_all(
    sources: Iterable[Source],
    store: Store,
    *,
    jobs: int,
    progress: Callable[[Progress], None] | None = None,
    executor: Executor | None = None,
) -> list[Made]:
    """What became of each source, in their order. A bad file gives a `Made` with problems and stops nothing else.

    Raises NoFFmpeg where a film or sound needs it and there is none, OSError where the store cannot be written.
    """
    wanted = list(sources)
    store.sweep()
    seen = store.seen()
    tell = progress or (lambda _: None)
    dishes = _read(wanted, store, seen, jobs, tell, executor)
    _make(dishes, store, seen, jobs, tell, executor)
    if store.folder.is_dir():
        seen.save()
    return [_made(dish) for dish in dishes]


@dataclass
class _Dish:
    """One source on its way."""

    source: Source
    read: Read | None = None
    facts: Facts | None = None
    entries: list[Entry] = field(default_factory=list)
    refused: list[Remark] = field(default_factory=list)
    fresh: bool = False
    bare: dict[str, str] = field(default_factory=dict)
    """Entry of the store -> the same without its label."""


def _read(
    sources: Sequence[Source], store: Store, seen: Seen, jobs: int, tell: Callable[[Progress], None],
    executor: Executor | None,
) -> list[_Dish]:  # fmt: skip
    """The sources with their facts; only those that are new or changed go to a worker."""
    readings = {_reading(source, store): source.name for source in sources}
    reads = {job: found for job in readings if (found := _remembered(job, store, seen))}
    unread = [job for job in readings if job not in reads]
    for done, (job, outcome) in enumerate(run_all(read_source, unread, jobs, executor), 1):
        reads[job] = Read(refused=_LOST) if isinstance(outcome, WorkerLost) else outcome
        _remember(job, reads[job], seen)
        tell(Progress(0, len(sources), _READING_SHARE * done / len(unread), readings[job]))
    dishes = [_Dish(source, reads[_reading(source, store)]) for source in sources]
    for dish in dishes:
        _serve(dish)
    return dishes


def _reading(source: Source, store: Store) -> Reading:
    return Reading(source.path, source.use, store.folder, source.numbered)


def _remember(job: Reading, read: Read, seen: Seen) -> None:
    if job.numbered is not None:
        for (_, path), digests in zip(job.numbered.frames, read.each, strict=False):
            seen.remember(path, digests)
    elif read.digests is not None:
        seen.remember(job.path, read.digests)


def _known(job: Reading, seen: Seen) -> Digests | None:
    if job.numbered is None:
        return seen.digests(job.path)
    each = [seen.digests(path) for _, path in job.numbered.frames]
    known = [digests for digests in each if digests is not None]
    return digests_of(job.numbered, known) if len(known) == len(each) else None


def _remembered(job: Reading, store: Store, seen: Seen) -> Read | None:
    digests = _known(job, seen)
    if digests is None:
        return None if job.numbered else _refused_at_sight(job.path)
    entry = store.find(digests.blake3, facts_key(job.use), seen)
    return Read(digests, entry) if entry else None


def _refused_at_sight(path: Path) -> Read | None:
    """What needs no reading to be refused."""
    try:
        found = path.stat()
    except OSError as error:
        return Read(refused=Remark("MEDIUM_NOT_OPENED", {"reason": error.strerror or str(error)}))
    if not stat.S_ISREG(found.st_mode):
        return Read(refused=Remark("MEDIUM_NO_FILE"))
    return None if found.st_size else Read(refused=Remark("MEDIUM_EMPTY"))


def _serve(dish: _Dish) -> None:
    """Take over what the reading found."""
    read = dish.read
    assert read is not None
    if read.refused:
        dish.refused.append(read.refused)
    if read.digests is None:
        return
    if read.entry is not None:
        dish.entries.append(read.entry)
    told = (read.entry.facts if read.entry else None) or None
    if told is not None:
        dish.facts = _facts(read.digests, told)
    elif dish.source.use is Use.DOCUMENT:
        dish.facts = _facts(read.digests, {"kind": Kind.DOCUMENT})


def _facts(digests: Digests, told: dict[str, Any]) -> Facts:
    said = told.get("credentials")
    credentials = Credentials(**{**said, "validity": Validity(said["validity"])}) if said else None
    typed = told | {"kind": Kind(told["kind"]), "credentials": credentials}
    return Facts(**typed, bytes=digests.stamp.size, blake3=digests.blake3, sha256=digests.sha256)


def _make(
    dishes: Sequence[_Dish], store: Store, seen: Seen, jobs: int, tell: Callable[[Progress], None],
    executor: Executor | None,
) -> None:  # fmt: skip
    plan = _plan(dishes, store)
    found = {work: entry for work in plan if (entry := store.find(work[0], work[1], seen))}
    missing = {plan[work].job: work for work in plan if work not in found}
    left = {id(dish): sum(dish in plan[work].dishes for work in missing.values()) for dish in dishes}
    for work, entry in found.items():
        for dish in plan[work].dishes:
            dish.entries.append(entry)
    total, effort = len(dishes), sum(plan[work].effort for work in missing.values()) or 1.0
    done, spent = sum(not left[id(dish)] for dish in dishes), 0.0
    tell(Progress(done, total, _READING_SHARE if missing else 1.0, "", fresh=False))
    ordered = sorted(missing, key=lambda job: -plan[missing[job]].effort)
    for job, outcome in _labels_last(ordered, jobs, executor):
        order = plan[missing[job]]
        spent += order.effort
        for dish in order.dishes:
            _take(dish, outcome)
            left[id(dish)] -= 1
            done += not left[id(dish)]
        share = _READING_SHARE + (1 - _READING_SHARE) * spent / effort
        tell(Progress(done, total, min(share, 1.0), order.dishes[0].source.name))


def _labels_last(
    ordered: Sequence[Making], jobs: int, executor: Executor | None
) -> Iterator[tuple[Making, Cooked | WorkerLost]]:
    """What differs only by its label is encoded once; the others take it from there."""
    firsts: dict[tuple[str, str], Making] = {}
    for job in ordered:
        firsts.setdefault((job.digests.blake3, job.key.partition("-")[0]), job)
    now = set(firsts.values())
    yield from run_all(make, [job for job in ordered if job in now], jobs, executor)
    yield from run_all(make, [job for job in ordered if job not in now], jobs, executor)


@dataclass
class _Order:
    """One piece of work and everyone who waits for it."""

    job: Making
    effort: float
    dishes: list[_Dish]


def _plan(dishes: Sequence[_Dish], store: Store) -> dict[tuple[str, str], _Order]:
    """The work by its place in the store (digest of the source, key), each piece once."""
    plan: dict[tuple[str, str], _Order] = {}
    for dish in dishes:
        if dish.facts is None or dish.read is None or dish.read.digests is None:
            continue
        label = kept(dish.source.label, dish.facts)
        dish.refused += [
            *contradiction(dish.source.label, dish.facts, dish.source.use),
            *_pages_left(dish.source.use, dish.facts),
        ]
        source = dish.source
        for recipe in recipes_for(source.use, dish.facts, source.moments, source.large_moments, says_ai=source.says_ai):
            program = _program(recipe)
            key = key_for(recipe, label, program)
            place = (dish.facts.blake3, key)
            dish.bare[f"{dish.facts.blake3}/{key}"] = f"{dish.facts.blake3}/{key_for(recipe, Label(), program)}"
            if place not in plan:
                digests = dish.read.digests
                job = Making(dish.source.path, digests, recipe, label, program, store.folder, key, dish.source.numbered)
                plan[place] = _Order(job, work_of(recipe, dish.facts), [])
            plan[place].dishes.append(dish)
    return plan


def _pages_left(use: Use, facts: Facts) -> tuple[Remark, ...]:
    """Told where a file has more pages than are shown."""
    shown = pages_shown(use, facts)
    if facts.pages <= shown:
        return ()
    if shown == 1:
        return (Remark("MEDIUM_FIRST_ONLY", {"pages": str(facts.pages)}),)
    return (Remark("MEDIUM_PAGES_LEFT", {"pages": str(facts.pages), "shown": str(shown)}),)


def _program(recipe: Recipe) -> FFmpeg | None:
    return None if isinstance(recipe, Pictures) else ffmpeg()


def _take(dish: _Dish, outcome: Cooked | WorkerLost) -> None:
    if isinstance(outcome, WorkerLost):
        dish.refused.append(_LOST)
        return
    if outcome.refused:
        dish.refused.append(outcome.refused)
    if outcome.entry:
        dish.entries.append(outcome.entry)
        dish.fresh |= bool(outcome.entry.files)


def _made(dish: _Dish) -> Made:
    remarks = [remark for entry in dish.entries for remark in entry.remarks] + dish.refused
    files = sorted((_named(file, entry, dish) for entry in dish.entries for file in entry.files), key=_order_of)
    return Made(
        dish.source,
        dish.facts,
        tuple(dict.fromkeys(files)),
        tuple(dict.fromkeys(_problem(dish.source, remark) for remark in _worst_of_a_kind(remarks))),
        dish.fresh,
        next((entry.colour for entry in dish.entries if entry.colour), ""),
        frozenset(entry.name for entry in dish.entries),
    )


def _named(file: MadeFile, entry: Entry, dish: _Dish) -> MadeFile:
    """The file under the name that pages call it by.

    It says source, recipe, tools and record, but not the label: a corrected word in a prompt reaches the clips that
    carry it and the pages that show it, and no page that merely shows the clip.
    """
    whose = f"{dish.source.record}/{dish.source.label.digital_source_type}"
    return replace(file, name=published_name(f"{dish.bare.get(entry.name, entry.name)}/{whose}", file.path.name))


def _order_of(file: MadeFile) -> tuple[str, float, int, str]:
    return file.role, file.seconds or 0.0, file.width or 0, file.name


def _worst_of_a_kind(remarks: Sequence[Remark]) -> list[Remark]:
    """One line a kind: four recipes that meet the same damage tell it once."""
    first: dict[str, Remark] = {}
    for remark in sorted(remarks, key=lambda remark: (remark.code, sorted(remark.facts.items()))):
        first.setdefault(remark.code, remark)
    return list(first.values())


def _problem(source: Source, remark: Remark) -> Problem:
    code: Code = getattr(media, remark.code)
    said = {name: fact.replace(str(source.path), Path(source.name).name) for name, fact in remark.facts.items()}
    return problem(source.place, code, record=source.record or source.name, file=source.name, **said)
