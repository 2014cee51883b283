"""The finished film as a row of shots: where each stands, and how long."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from glassbox.pages.gallery import Gallery
from glassbox.records.archive import FilmFolder, MediaKey
from glassbox.records.shots import Cut, Shot


@dataclass(frozen=True)
class Placed:
    """One use of a shot in the film, in frames, both inclusive."""

    shot: Shot
    first: int
    last: int
    cut: Cut | None = None

    @property
    def count(self) -> int:
        return self.last - self.first + 1


def cut_of(folder: FilmFolder) -> tuple[Placed, ...]:
    """Every use of every shot in the order of the film; a shot that the cut list names stands where that says."""
    shots = {shot.code: shot for shot in folder.shots}
    listed = [Placed(shots[cut.shot], cut.cut_in, cut.cut_out, cut) for cut in folder.cuts if cut.shot in shots]
    named = {placed.shot.code for placed in listed}
    alone = (
        Placed(shot, shot.cut_in, shot.cut_out)
        for shot in folder.shots
        if shot.code not in named and shot.cut_in is not None and shot.cut_out is not None
    )
    placed = (one for one in (*listed, *alone) if one.last >= one.first)
    return tuple(sorted(placed, key=lambda one: (one.first, one.last, one.shot.order, one.shot.code)))


def frames_of_film(folder: FilmFolder, placed: Iterable[Placed], gallery: Gallery) -> int:
    """Length of the film in frames: as measured, as written, or to the end of its last shot; the longest of them."""
    film = folder.film
    lengths = [one.last + 1 for one in placed]
    master = gallery.of(film.slug, "master")
    if master is not None and master.facts is not None and master.facts.seconds:
        lengths.append(round(Fraction(master.facts.seconds).limit_denominator(1000) * film.fps))
    elif film.duration is not None:
        lengths.append(round(Fraction(film.duration) * film.fps))
    return max(lengths, default=0)


def still_of(folder: FilmFolder, placed: Placed, gallery: Gallery) -> str:
    """Name of the published frame of the film nearest to the middle of a shot, in its small size; empty where there is
    none inside."""
    master = gallery.made.get(MediaKey(folder.film.slug, "master"))
    if master is None:
        return ""
    begin, end = placed.first / folder.film.fps, (placed.last + 1) / folder.film.fps
    middle, slack = float(begin + end) / 2, float(1 / folder.film.fps) / 2
    inside = [
        (abs(still.seconds - middle), still.width or 0, still.name)
        for still in master.of("still")
        if still.seconds is not None and begin - slack <= still.seconds < end
    ]
    return min(inside)[-1] if inside else ""
