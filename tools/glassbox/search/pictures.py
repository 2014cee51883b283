"""The small picture beside a hit: looked up among what was made, never made for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from glassbox.derivatives import Made
from glassbox.pages.exhibit import Exhibit
from glassbox.pages.views.takes import kept_first
from glassbox.records.archive import FilmFolder, MediaKey
from glassbox.records.process import Asset
from glassbox.records.takes import Take

WIDTH_PX = 320
"""Enough for a thumbnail on a fine screen."""


@dataclass(frozen=True)
class Face:
    """Published name of a picture; empty where there is none."""

    name: str = ""
    is_ai: bool = False


NONE = Face()


def small_picture(made: Made | None) -> str:
    """The smallest picture of a medium that is wide enough, else the widest; empty where it has none."""
    files = [one for role in ("poster", "picture") for one in made.of(role) if one.mime == "image/webp"] if made else []
    by_width = sorted(files, key=lambda one: (one.width or 0, one.name))
    enough = [one for one in by_width if (one.width or 0) >= WIDTH_PX]
    return next((one.name for one in (*enough, *by_width[::-1])), "")


def face_of(record: Take | Asset, field: str, folder: FilmFolder, exhibit: Exhibit) -> Face:
    """Of a record that says where its medium comes from, or whose film does."""
    name = small_picture(exhibit.gallery.of(record.id, field))
    source = record.digital_source_type or folder.film.digital_source_type
    return Face(name, source.is_ai) if name else NONE


def face_of_takes(takes: Iterable[Take], folder: FilmFolder, exhibit: Exhibit) -> Face:
    """Of the best of them that can be seen."""
    faces = (face_of(take, "media", folder, exhibit) for take in kept_first(list(takes)))
    return next((face for face in faces if face.name), NONE)


def face_at(exhibit: Exhibit, record: str, field: str, *, is_ai: bool = False) -> Face:
    """Of any other medium."""
    name = small_picture(exhibit.gallery.made.get(MediaKey(record, field)))
    return Face(name, is_ai) if name else NONE
