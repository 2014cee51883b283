"""Captions: read from WebVTT or SubRip, written anew as a track that plays from file://, and as a transcript."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from urllib.parse import quote

from glassbox.pages.labels import own_name
from glassbox.pages.reader import Reader
from glassbox.pages.views.frames import clock
from glassbox.pages.words import term
from glassbox.records.archive import MediaKey
from glassbox.records.film import Captions, Film

_TIME = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
_TIMES = re.compile(rf"\s*{_TIME}\s*-->\s*{_TIME}")
_TAG = re.compile(r"<[^<>]*>")
_MOST = 20_000
"""Cues of one file; a film of ten hours has fewer."""


@dataclass(frozen=True)
class Cue:
    start: float
    """Seconds."""
    end: float
    text: str
    """Lines of plain text."""


def cues_of(text: str) -> list[Cue]:
    """The captions of a WebVTT or SubRip file by their time; marks inside the words are left out.

    A cue that ends before it begins, or that has no words, is no cue. Empty where the file holds none.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    cues = (cue for _, cue in _read(lines) if cue is not None)
    return sorted(islice(cues, _MOST), key=lambda cue: (cue.start, cue.end))


def lost_in(text: str) -> list[int]:
    """The lines from 1 on which a caption begins that is no cue."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return [line for line, cue in _read(lines) if cue is None]


def _read(lines: list[str]) -> Iterator[tuple[int, Cue | None]]:
    """Each caption by the line of its times; None where that is no cue."""
    number = 0
    while number < len(lines):
        hit = _TIMES.match(lines[number])
        is_one = "-->" in lines[number]
        number += 1
        if not is_one:
            continue
        if not hit:
            yield number, None
            continue
        begins = number
        words = []
        while number < len(lines) and lines[number].strip() and "-->" not in lines[number]:
            words.append(html.unescape(_TAG.sub("", lines[number])).strip())
            number += 1
        start, end = _seconds(*hit.groups()[:4]), _seconds(*hit.groups()[4:])
        spoken = "\n".join(word for word in words if word)
        yield begins, Cue(start, end, spoken) if end > start and spoken else None


def _seconds(hours: str | None, minutes: str, seconds: str, thousandths: str) -> float:
    whole = (int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)
    return (whole * 1000 + int(thousandths.ljust(3, "0"))) / 1000


def track_of(cues: Iterable[Cue]) -> str:
    """A `data:` address of the captions as WebVTT: the one form of a track that file:// lets a page load."""
    blocks = [f"{_mark(cue.start)} --> {_mark(cue.end)}\n{html.escape(cue.text, quote=False)}" for cue in cues]
    return "data:text/vtt;charset=utf-8," + quote("\n\n".join(["WEBVTT", *blocks, ""]))


def _mark(seconds: float) -> str:
    thousandths = round(seconds * 1000)
    return (
        f"{thousandths // 3_600_000:02}:{thousandths // 60_000 % 60:02}"
        f":{thousandths // 1000 % 60:02}.{thousandths % 1000:03}"
    )


@dataclass(frozen=True)
class Line:
    time: str
    """`0:18`."""
    iso: str
    """A duration for a `datetime` attribute: `PT18.2S`."""
    words: tuple[str, ...]

    @property
    def seconds(self) -> str:
        """`18.2`, for an address that opens the film there."""
        return self.iso.removeprefix("PT").removesuffix("S")


@dataclass(frozen=True)
class CaptionsView:
    """One file of captions of a film."""

    anchor: str
    """Its place on the transcript's page."""
    lang: str
    name: str
    """`中文`, what its speakers call the language."""
    kind: str
    """As HTML's tracks have it."""
    kind_word: str
    track: str
    """`data:` address; empty where it could not be read."""
    is_default: bool
    trouble: str
    lines: tuple[Line, ...] = ()


def captions_of(film: Film, reader: Reader, *, with_lines: bool = False) -> tuple[CaptionsView, ...]:
    """The film's captions in the order of its record. The first in the reader's language is on from the start."""
    found = [_view(film, number, captions, reader, with_lines) for number, captions in enumerate(film.captions)]
    here = reader.lang.split("-")[0]
    first = next((n for n, view in enumerate(found) if view.track and view.lang.split("-")[0] == here), None)
    return tuple(replace(view, is_default=n == first) for n, view in enumerate(found))


def _view(film: Film, number: int, captions: Captions, reader: Reader, with_lines: bool) -> CaptionsView:
    key = MediaKey(film.slug, "captions", number)
    text = reader.exhibit.gallery.texts.get(key)
    cues = cues_of(text) if text else []
    trouble = "" if cues else reader.phrase("medium_missing" if text is None else "captions_unread")
    return CaptionsView(
        anchor=f"captions-{number + 1}",
        lang=captions.lang,
        name=own_name(captions.lang),
        kind=captions.kind.value,
        kind_word=term(captions.kind, reader.lang),
        track=track_of(cues) if cues else "",
        is_default=False,
        trouble=trouble,
        lines=tuple(_line(cue) for cue in cues) if with_lines else (),
    )


def _line(cue: Cue) -> Line:
    return Line(clock(cue.start), f"PT{cue.start:.3f}".rstrip("0").rstrip(".") + "S", tuple(cue.text.split("\n")))
