"""Takes: why they were thrown away, and which of them are in the film."""

from __future__ import annotations

from collections.abc import Iterator

from glassbox.loading.rules.sight import Sight, cut_ids
from glassbox.problems import Problem
from glassbox.problems.codes import rules as codes
from glassbox.records.archive import FilmFolder
from glassbox.records.takes import Take
from glassbox.records.terms import Status
from glassbox.records.walk import Loc


def rejected_takes_say_why(sight: Sight) -> Iterator[Problem]:
    known = ", ".join(reason.id for reason in sight.archive.reasons) or "–"
    for folder in sight.archive.films:
        for take in folder.takes:
            if take.status is Status.REJECTED and take.reason is None:
                yield sight.tell(codes.REJECTED_WITHOUT_REASON, take.id, ("status",), known=known)


def takes_in_the_film_are_kept_and_of_their_shot(sight: Sight) -> Iterator[Problem]:
    for folder in sight.archive.films:
        takes = {take.id: take for take in folder.takes}
        for record, at, name, shot in _in_film(folder):
            take = takes.get(name) or _take_elsewhere(sight, name)
            if take is None:
                continue  # told as unknown
            if take.status not in (Status.KEPT, Status.ALTERNATE):
                yield sight.tell(codes.FILM_TAKE_NOT_KEPT, record, at, take=name, status=take.status, field=at[0])
            if shot not in _shots_of(take, folder):
                yield sight.tell(codes.FILM_TAKE_OF_OTHER_SHOT, record, at, take=name, shot=shot, field=at[0])


def kept_takes_are_in_the_film(sight: Sight) -> Iterator[Problem]:
    """A kept test, which is of no shot, need not be. One that any of its shots names is."""
    for folder in sight.archive.films:
        in_film = {name for _, _, name, _ in _in_film(folder)}
        shots = {shot.code for shot in folder.shots}
        for take in folder.takes:
            of = _shots_of(take, folder)
            if take.status is Status.KEPT and of & shots and take.id not in in_film:
                names = ", ".join(sorted(of & shots))
                yield sight.tell(codes.KEPT_TAKE_NOT_IN_FILM, take.id, ("status",), shots=names)


RULES = (rejected_takes_say_why, takes_in_the_film_are_kept_and_of_their_shot, kept_takes_are_in_the_film)


def _in_film(folder: FilmFolder) -> Iterator[tuple[str, Loc, str, str]]:
    """Each take that a shot or a line of the cut has in the film: record, way to the name, take, shot's code."""
    for shot in folder.shots:
        for number, name in enumerate(shot.takes):
            yield folder.full_id(shot), ("takes", number), name, shot.code
    for number, record in cut_ids(folder):
        cut = folder.cuts[number]
        if cut.take is not None:
            yield record, ("take",), cut.take, cut.shot.removeprefix(f"{folder.film.code}-")


def _shots_of(take: Take, folder: FilmFolder) -> set[str]:
    """Codes of the take's shots; another film's shot keeps its full id, and so is none of these."""
    return {name.removeprefix(f"{folder.film.code}-") for name in take.shots}


def _take_elsewhere(sight: Sight, name: str) -> Take | None:
    record = sight.index.record(name)
    return record if isinstance(record, Take) else None
