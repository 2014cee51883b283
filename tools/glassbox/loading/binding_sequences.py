"""Numbered stills that are the frames of one clip.

A record writes them as `frames/%04d.png`, `frames/name.####.png`, `frames/name.[0001-0240].exr`, or as the folder in
which they lie. Bound, they have the third form, whichever was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from glassbox.loading.binding_places import Medium, Places, climbs

FRAMES = frozenset(".png .jpg .jpeg .tif .tiff .webp .bmp .exr .dpx".split())
_PATTERN = re.compile(
    r"(?P<before>.*?)(?:%(?:0(?P<wide>\d))?d|(?P<marks>#+)|\[(?P<first>\d{1,9})-(?P<last>\d{1,9})\])(?P<after>\.\w+)"
)
_NUMBERED = re.compile(r"(?P<before>.*?)(?P<number>\d{1,9})(?P<after>\.\w+)")


@dataclass(frozen=True)
class _Series:
    """Files of one folder whose names differ by their number alone."""

    before: str
    after: str
    numbers: dict[int, str]
    """Number -> the digits as they are written."""

    @property
    def name(self) -> str:
        first, last = min(self.numbers), max(self.numbers)
        return f"{self.before}[{self.numbers[first]}-{self.numbers[last]}]{self.after}"


def find_frames(places: Places, folder: Path, written: str) -> Medium | None:
    """The stills that a record of the film in `folder` names by a pattern or by their folder; None where none are."""
    if climbs(written):
        return None
    for base in places.bases(folder):
        if (found := _below(places, base, PurePosixPath(written))) is not None:
            return found
    return None


def frames_at(places: Places, path: Path) -> tuple[tuple[int, Path], ...]:
    """Number and file of each still, for a path as bindings have it; empty where it is the path of a file."""
    if not _PATTERN.fullmatch(path.name) or path.is_file():
        return ()
    found = _matching(places, path.parent, path.name)
    return found.frames if found else ()


def as_frames(places: Places, media: Iterable[Medium]) -> Medium | None:
    """The clip whose frames these files are; None where one of them is none of it, or there is but one."""
    files = list(media)
    folders = {medium.path.parent for medium in files}
    series = _series_in(medium.path.name for medium in files)
    if len(folders) != 1 or len(series) != 1 or len(series[0].numbers) != len(files):
        return None
    return _medium(places, folders.pop(), series[0])


def _below(places: Places, base: Path, written: PurePosixPath) -> Medium | None:
    if _PATTERN.fullmatch(written.name):
        folder, is_exact = places.entry(base, str(written.parent)) if len(written.parts) > 1 else (base, True)
        return _matching(places, folder, written.name) if folder and is_exact else None
    folder, is_exact = places.entry(base, str(written))
    if folder is None or not is_exact:
        return None
    series = _series_in(places.names(folder).values())
    return _medium(places, folder, series[0]) if len(series) == 1 else None


def _matching(places: Places, folder: Path, pattern: str) -> Medium | None:
    asked = _PATTERN.fullmatch(pattern)
    assert asked is not None
    wide = int(asked["wide"] or len(asked["marks"] or asked["first"] or ""))
    first, last = int(asked["first"] or 0), int(asked["last"] or 999_999_999)
    numbers: dict[int, str] = {}
    for name in sorted(places.names(folder).values()):
        digits = name[len(asked["before"]) : len(name) - len(asked["after"])]
        if name != f"{asked['before']}{digits}{asked['after']}" or not (digits.isascii() and digits.isdigit()):
            continue
        fits = len(digits) == wide or (len(digits) > wide and digits[0] != "0") or not wide
        if fits and len(digits) < 10 and first <= int(digits) <= last:
            numbers.setdefault(int(digits), digits)
    return _medium(places, folder, _Series(asked["before"], asked["after"], numbers)) if numbers else None


def _series_in(names: Iterable[str]) -> list[_Series]:
    """Every series of two stills and more."""
    found: dict[tuple[str, str], dict[int, str]] = {}
    for name in sorted(names):
        hit = _NUMBERED.fullmatch(name)
        if hit and hit["after"].lower() in FRAMES:
            found.setdefault((hit["before"], hit["after"]), {}).setdefault(int(hit["number"]), hit["number"])
    return [_Series(before, after, numbers) for (before, after), numbers in found.items() if len(numbers) > 1]


def _medium(places: Places, folder: Path, series: _Series) -> Medium | None:
    """Only files that may be read count; links out of our folders and the like are as if they were not there."""
    if series.after.lower() not in FRAMES:
        return None
    paths = {number: folder / f"{series.before}{digits}{series.after}" for number, digits in series.numbers.items()}
    frames = tuple((number, path) for number, path in sorted(paths.items()) if isinstance(places.medium(path), Medium))
    if not frames:
        return None
    path = folder / series.name
    return Medium(path, places.name_of(path), frames)
