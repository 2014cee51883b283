"""Where shots lie in the finished film: frames from 0, first and last inclusive."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil

from glassbox.loading.rules.sight import Sight, cut_ids
from glassbox.problems import Problem
from glassbox.problems.codes import rules as codes
from glassbox.records.archive import FilmFolder
from glassbox.records.film import Film
from glassbox.records.terms import ShotStatus


@dataclass(frozen=True)
class Stretch:
    """Frames that a shot or a line of the cut takes up in the film."""

    record: str
    """Full id, for the file's line."""
    shot: str
    """Full id of the shot, for the reader."""
    first: int
    last: int


def cuts_lie_in_the_film_side_by_side(sight: Sight) -> Iterator[Problem]:
    for folder in sight.archive.films:
        rising = []
        for stretch in stretches(folder):
            if stretch.last < stretch.first:
                yield sight.tell(
                    codes.CUT_FALLING,
                    stretch.record,
                    ("cut_out",),
                    record=stretch.shot,
                    cut_in=stretch.first,
                    cut_out=stretch.last,
                )
            else:
                rising.append(stretch)
        yield from _overlaps(sight, rising)
        yield from _leavers(sight, folder.film, rising)


RULES = (cuts_lie_in_the_film_side_by_side,)


def stretches(folder: FilmFolder) -> list[Stretch]:
    """What the film shows, from its start. A shot with lines in the cut lies where they say; an omitted one nowhere."""
    code = folder.film.code
    in_cut = {cut.shot.removeprefix(f"{code}-") for cut in folder.cuts}
    found = [
        Stretch(folder.full_id(shot), folder.full_id(shot), shot.cut_in, shot.cut_out)
        for shot in folder.shots
        if shot.cut_in is not None
        and shot.cut_out is not None
        and shot.status is not ShotStatus.OMITTED
        and shot.code not in in_cut
    ]
    for number, name in cut_ids(folder):
        cut = folder.cuts[number]
        found.append(Stretch(name, f"{code}-{cut.shot.removeprefix(f'{code}-')}", cut.cut_in, cut.cut_out))
    return sorted(found, key=lambda stretch: (stretch.first, stretch.last, stretch.record))


def _overlaps(sight: Sight, rising: list[Stretch]) -> Iterator[Problem]:
    furthest: Stretch | None = None
    for stretch in rising:
        if furthest is not None and stretch.first <= furthest.last:
            yield sight.tell(
                codes.CUTS_OVERLAP,
                stretch.record,
                ("cut_in",),
                record=stretch.shot,
                cut_in=stretch.first,
                cut_out=stretch.last,
                other=furthest.shot,
                other_in=furthest.first,
                other_out=furthest.last,
            )
        if furthest is None or stretch.last > furthest.last:
            furthest = stretch


def _leavers(sight: Sight, film: Film, rising: list[Stretch]) -> Iterator[Problem]:
    if film.duration is None:
        return
    last = last_frame(film.duration, film.fps)
    for stretch in rising:
        if stretch.last > last:
            yield sight.tell(
                codes.CUT_LEAVES_FILM,
                stretch.record,
                ("cut_out",),
                record=stretch.shot,
                cut_out=stretch.last,
                seconds=film.duration,
                fps=film.fps,
                last=last,
            )


def last_frame(seconds: Decimal, fps: Fraction) -> int:
    """The last frame that a film of `seconds` can have.

    A duration is typed rounded: one of 52 s may be 52.4 s long, one of 52.00 s no longer than 52.01 s.
    """
    exponent = seconds.as_tuple().exponent
    assert isinstance(exponent, int)
    step = Fraction(10) ** exponent
    return max(ceil((Fraction(seconds) + step) * fps) - 1, 0)
