"""Which file is the medium of which record.

In this order: the path that the record has written; a file whose name begins with the record's id; one whose name
holds the take's `generation.id`; one with the take's `sha256`. A written path that is not there is told, not guessed.
Storyboard panels are found by their shot's code and come after the listed ones.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from glassbox.loading.binding_film import Digests, Files, FilmBinding
from glassbox.loading.binding_places import Places
from glassbox.loading.marks import Marks
from glassbox.problems import Problem, one_line
from glassbox.records.archive import Archive, FilmFolder, MediaKey
from glassbox.records.takes import Take


def bind(
    archive: Archive, marks: Marks, root: Path, digests: Digests | None = None
) -> tuple[Mapping[MediaKey, str], list[Problem]]:
    """What bound to what, and every medium that is missing, refused or nobody's.

    A value is relative to `root`, with `/`; absolute in the media root. Nothing is opened, but what `digests` opens.
    """
    places = Places.of(root, archive.site.media_root)
    in_root = Files.of(places.files_in(places.media_root)) if places.media_root else Files()
    bound: dict[MediaKey, str] = {}
    problems: list[Problem] = []
    for folder in archive.films:
        film = FilmBinding(folder, marks, places, _home(folder, marks, places.root), in_root, digests)
        film.bind()
        bound.update(film.bound)
        problems.extend(film.problems)
    return bound, problems


def describe_bindings(archive: Archive) -> list[str]:
    """What bound to what, a line each, sorted: `LC-T003 <- content/films/lightcone/takes/LC-T003.mp4`."""
    lines = [f"{_spell(key)} <- {one_line(name)}" for key, name in sorted(archive.media.items())]
    left = left_to_build(archive)
    return [*lines, *(f"{take.id} <- ? (sha256 {str(take.sha256)[:12]}…: glassbox build)" for take in left)]


def left_to_build(archive: Archive) -> list[Take]:
    """Takes that only their digest can bind: a build, which reads the media, looks for them."""
    takes = (take for folder in archive.films for take in folder.takes if take.sha256 and take.media is None)
    return [take for take in takes if MediaKey(take.id, "media") not in archive.media]


def _home(folder: FilmFolder, marks: Marks, root: Path) -> Path:
    """The film's folder: where its film.yml stands."""
    path = PurePosixPath(marks.place(folder.film.slug).path)
    if path.parts[:2] == ("content", "films") and len(path.parts) == 4:
        return root / path.parent
    return root / "content" / "films" / folder.film.slug


def _spell(key: MediaKey) -> str:
    if key.field in ("media", "file"):
        return key.record
    return f"{key.record} {key.field} {key.number + 1}" if key.field not in _ALONE else f"{key.record} {key.field}"


_ALONE = ("master", "trailer", "poster")
