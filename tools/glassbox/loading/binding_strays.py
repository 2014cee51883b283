"""Files of a media folder that no record shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from glassbox.loading.binding_places import Medium, Stray
from glassbox.problems import Place, Problem, problem
from glassbox.problems.codes import rules as codes
from glassbox.records.archive import FilmFolder

MOST_LINES = 20
"""Told of one folder; the rest is counted."""

_EXAMPLES = {"takes": "{code}-T001.mp4", "cuts": "{code}-V001.mp4", "documents": "{code}-V001.pdf"}


def unbound(folder: FilmFolder, files: Iterable[Medium], strays: Iterable[Stray]) -> Iterator[Problem]:
    """A line for each of `files`, which no record shows, and for each entry that was not opened."""
    for stray in strays:
        yield problem(Place(stray.name), codes.ENTRY_REFUSED)
    by_folder: dict[str, list[str]] = {}
    for medium in files:
        by_folder.setdefault(str(PurePosixPath(medium.name).parent), []).append(medium.name)
    for where, names in by_folder.items():
        example = _example(folder, where)
        for name in names[:MOST_LINES]:
            yield problem(Place(name), codes.FILE_UNBOUND, example=example)
        if len(names) > MOST_LINES:
            yield problem(Place(where), codes.FILES_UNBOUND, count=len(names) - MOST_LINES, example=example)


def _example(folder: FilmFolder, where: str) -> str:
    """A name that would bind in such a folder."""
    parts = PurePosixPath(where).parts
    if "storyboards" in parts:
        return f"{folder.shots[0].code if folder.shots else 'SQ01-0010'}.png"
    shape = next((shape for name, shape in _EXAMPLES.items() if name in parts), "{code}-A001")
    return shape.format(code=folder.film.code)
