"""The strip under a film: its shots in proportion to their length, each with its shares."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from glassbox.pages.reader import Reader
from glassbox.pages.views.cut import Placed, still_of
from glassbox.pages.views.frames import clock
from glassbox.pages.views.origin import KEYS
from glassbox.records.archive import FilmFolder

_WIDE_ENOUGH_FOR_PICTURE = 5.0  # percent of the strip
_WIDE_ENOUGH_FOR_NAME = 9.5  # on a hall's screen, where the strip has 840 px
_WIDE_ENOUGH_EVERYWHERE = 15.0  # on a phone too, where it has 544 px


@dataclass(frozen=True)
class Bar:
    key: str
    x: str
    width: str


@dataclass(frozen=True)
class Cell:
    """One use of a shot. Places and widths in percent of the strip."""

    anchor: str
    """Of the shot's record on this page."""
    seconds: str
    """Where it begins, for the player."""
    x: str
    width: str
    label: str
    code: str
    """What is written into it; empty where it is too narrow."""
    narrow: bool
    """Whether the code has room on a large screen only."""
    picture: str
    bars: tuple[Bar, ...]


def shot_anchor(code: str) -> str:
    """Of a shot's record on its film's page."""
    return f"shot-{code}"


def strip_of(
    folder: FilmFolder, placed: Iterable[Placed], frames: int, reader: Reader, instead: Mapping[str, str]
) -> tuple[Cell, ...]:
    """`instead` holds a picture for each shot's code, for where the finished film has none to show."""
    return tuple(_cell(folder, one, frames, reader, instead.get(one.shot.code, "")) for one in placed)


def moments_of(folder: FilmFolder, placed: Iterable[Placed]) -> list[dict[str, str | float]]:
    """What the player's script reads: when each shot's record is due."""
    fps = folder.film.fps
    return [
        {
            "anchor": shot_anchor(one.shot.code),
            "start": round(float(one.first / fps), 4),
            "end": round(float((one.last + 1) / fps), 4),
        }
        for one in placed
    ]


def _cell(folder: FilmFolder, one: Placed, frames: int, reader: Reader, instead: str) -> Cell:
    x, width = 100 * one.first / frames, 100 * one.count / frames
    title = reader.words(one.shot.title)
    start = one.first / folder.film.fps
    still = still_of(folder, one, reader.exhibit.gallery)
    picture = reader.file(still) if still else instead
    return Cell(
        anchor=shot_anchor(one.shot.code),
        seconds=f"{float(start):.4f}",
        x=f"{x:.3f}",
        width=f"{width:.3f}",
        label=reader.phrase("strip_of", code=one.shot.code, title=f" {title}" if title else "", clock=clock(start)),
        code=one.shot.code if width >= _WIDE_ENOUGH_FOR_NAME else "",
        narrow=width < _WIDE_ENOUGH_EVERYWHERE,
        picture=picture if width >= _WIDE_ENOUGH_FOR_PICTURE else "",
        bars=tuple(_bars(one, x, width)),
    )


def _bars(one: Placed, x: float, width: float) -> list[Bar]:
    if one.shot.origin is None:
        return []
    bars, begun = [], x
    for key in KEYS:
        share = width * float(getattr(one.shot.origin, key)) / 100
        if share > 0:
            bars.append(Bar(key, f"{begun:.3f}", f"{share:.3f}"))
            begun += share
    return bars
