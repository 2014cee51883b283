"""Two pictures of the same thing, one laid over the other, with a handle between them."""

from __future__ import annotations

from dataclasses import dataclass

from glassbox.pages.reader import Picture, Reader
from glassbox.pages.views.clips import Clip

Shown = Clip | Picture | None


@dataclass(frozen=True)
class Wipe:
    before: Picture
    after: Picture
    before_name: str
    after_name: str
    label: str
    """What the handle is for, to those who cannot see it."""


def wipe_of(before: Shown, after: Shown, names: tuple[str, str], reader: Reader) -> Wipe | None:
    """None where one of the two is not a picture alone: a clip that plays, a file that is missing or has faults."""
    left, right = _picture(before), _picture(after)
    if left is None or right is None:
        return None
    label = reader.phrase("wipe_between", before=names[0], after=names[1])
    return Wipe(left, right, *names, label)


def _picture(shown: Shown) -> Picture | None:
    if isinstance(shown, Clip):
        return None if shown.play or shown.trouble else shown.poster
    return shown
