"""Frames of a film as its readers count them: clock, timecode, seconds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from glassbox.records.film import Film

_TIMECODE = re.compile(r"(\d{2}):(\d{2}):(\d{2})([:;.])(\d{2,3})")


@dataclass(frozen=True)
class Span:
    """A stretch of the finished film, in frames from 0, both inclusive."""

    first: int
    last: int
    count: int
    clock: str
    """`0:18–0:24`, minutes and seconds."""
    timecode: str
    """`01:00:18:00 – 01:00:23:23`, first and last frame."""
    seconds: str
    """Its length: `6`, `4.17`."""


def span_of(first: int, last: int, film: Film) -> Span:
    count = last - first + 1
    return Span(
        first,
        last,
        count,
        f"{clock(first / film.fps)}–{clock((last + 1) / film.fps)}",
        f"{timecode(first, film.fps, film.timecode_start)} – {timecode(last, film.fps, film.timecode_start)}",
        plain_seconds(count / film.fps),
    )


def clock(seconds: Fraction | float) -> str:
    """`0:18`, `1:02:03`: whole seconds, as a player shows them."""
    minutes, second = divmod(int(seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"


def plain_seconds(seconds: Fraction | float) -> str:
    """At most two decimals, none that are nothing: `6`, `4.17`."""
    return f"{float(seconds):.2f}".rstrip("0").rstrip(".")


def timecode(frame: int, fps: Fraction, start: str | None = None) -> str:
    """SMPTE timecode of a frame, `start` being that of frame 0.

    A `;` before the frames means drop-frame, which exists at 30000/1001 and 60000/1001 (SMPTE ST 12-1).
    """
    hit = _TIMECODE.fullmatch(start or "00:00:00:00")
    assert hit is not None, start
    rate = round(fps)
    dropped = rate // 15 if hit[4] == ";" and rate in (30, 60) else 0
    hours, minutes, seconds = int(hit[1]), int(hit[2]), int(hit[3])
    minutes += 60 * hours
    # Three digits after a point are thousandths of a second.
    inside = round(Fraction(int(hit[5]), 1000) * fps) if hit[4] == "." and len(hit[5]) == 3 else int(hit[5])
    begun = (minutes * 60 + seconds) * rate + inside - dropped * (minutes - minutes // 10)
    return _spelt(begun + frame, rate, dropped)


def _spelt(frame: int, rate: int, dropped: int) -> str:
    tens, rest = divmod(frame, rate * 600 - 9 * dropped)
    frame += 9 * dropped * tens
    if dropped and rest >= rate * 60:
        frame += dropped * ((rest - rate * 60) // (rate * 60 - dropped) + 1)
    seconds, inside = divmod(frame, rate)
    mark = ";" if dropped else ":"
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{mark}{inside:02}"
