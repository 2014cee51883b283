"""Media as pages show them: pictures, clips, and the card that stands for what is missing or broken."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from glassbox.derivatives import Credentials, Kind, Made, Validity
from glassbox.pages.reader import Picture, Reader
from glassbox.records.archive import MediaKey
from glassbox.records.terms import SourceType


@dataclass(frozen=True)
class Cell:
    """A small picture inside a sprite, in pixels, and the seconds for which it stands."""

    start: float
    end: float
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True)
class Scrub:
    """The sprite of a film or take, by which a place in it is found."""

    src: str
    cells: tuple[Cell, ...]

    def sheet(self, seconds: float) -> dict[str, object]:
        """What the strip's script reads, for a film of that length."""
        cells = [[round(c.start, 3), c.x, c.y, c.width, c.height] for c in self.cells]
        return {"src": self.src, "seconds": seconds, "cells": cells}

    @property
    def webvtt(self) -> str:
        """The cells as WebVTT thumbnails, as players read them."""
        cues = (
            f"{_clock(c.start)} --> {_clock(c.end)}\n{self.src}#xywh={c.x},{c.y},{c.width},{c.height}"
            for c in self.cells
        )
        return "\n\n".join(("WEBVTT", *cues)) + "\n"


@dataclass(frozen=True)
class Clip:
    """A medium on a page. Where it could not be read, `trouble` says why and the rest is empty."""

    poster: Picture | None = None
    stills: tuple[Picture, ...] = ()
    preview: str = ""
    """Silent loop."""
    play: str = ""
    """The clip or film itself, with sound."""
    small: str = ""
    """The same for thin lines."""
    sound: str = ""
    """A medium without pictures."""
    scrub: Scrub | None = None
    waveform: Picture | None = None
    card: str = ""
    """The picture for links that are passed on."""
    download: str = ""
    seconds: str = ""
    technical: str = ""
    """Size, rate, codec, as measured: `1280×720 · 24 fps · h264`."""
    sha256: str = ""
    credentials: str = ""
    """What the file's Content Credentials say, in a sentence."""
    is_ai: bool = False
    colour: str = ""
    trouble: tuple[str, ...] = ()


def clip_of(
    reader: Reader, key: MediaKey, alt: str, source_type: SourceType | None, *, sizes: str = "100vw"
) -> Clip | None:
    """The medium that a record's field names; None where it names none."""
    gallery = reader.exhibit.gallery
    made = gallery.made.get(key)
    if made is None:
        return Clip(trouble=(reader.phrase("medium_missing"),)) if key in gallery.missing else None
    is_ai = source_type is not None and source_type.is_ai
    if made.facts is None or not made.files:
        trouble = tuple(p.sentence(reader.lang) for p in made.problems)
        return Clip(trouble=trouble or (reader.phrase("medium_unread"),), is_ai=is_ai)
    heard_only = made.facts.kind is Kind.SOUND
    play = _href(made, "playable", reader) or _href(made, "web", reader)
    return Clip(
        poster=reader.picture(made, "poster", alt, sizes) or reader.picture(made, "picture", alt, sizes),
        stills=_stills(made, reader, alt),
        preview=_href(made, "preview", reader),
        play="" if heard_only else play,
        small=_href(made, "web-small", reader),
        sound=play if heard_only else "",
        scrub=_scrub(made, reader),
        waveform=reader.picture(made, "waveform", alt, sizes),
        card=_href(made, "card", reader),
        seconds=f"{made.facts.seconds:.1f}" if made.facts.seconds else "",
        technical=_technical(made),
        sha256=made.facts.sha256,
        credentials=_credentials(made.facts.credentials, reader),
        is_ai=is_ai,
        colour=made.colour,
        trouble=tuple(p.sentence(reader.lang) for p in made.problems),
    )


_CREDENTIALS = {
    Validity.WHOLE: "credentials_whole",
    Validity.BROKEN: "credentials_broken",
    Validity.UNREAD: "credentials_unread",
}


def _credentials(said: Credentials | None, reader: Reader) -> str:
    if said is None:
        return ""
    nobody = reader.phrase("credentials_unsaid")
    told = {"issuer": said.issuer or nobody, "generator": said.generator or nobody, "at": said.signed_at[:10]}
    when = reader.phrase("credentials_at", **told) if said.signed_at else ""
    return reader.phrase(_CREDENTIALS[said.validity], when=when, **told)


def _href(made: Made, role: str, reader: Reader) -> str:
    return next((reader.file(f.name) for f in made.of(role)), "")


def _stills(made: Made, reader: Reader, alt: str) -> tuple[Picture, ...]:
    return tuple(
        Picture(reader.file(f.name), "", "", f.width, f.height, alt)
        for f in {f.seconds: f for f in made.of("still")}.values()
    )


def _scrub(made: Made, reader: Reader) -> Scrub | None:
    """A cell stands from halfway after the one before it to halfway before the next."""
    file = next(iter(made.of("sprite")), None)
    if file is None or not file.moments or not file.width or not file.height or not made.facts:
        return None
    rows = -(-len(file.moments) // file.columns)
    width, height = file.width // file.columns, file.height // rows
    edges = [(before + after) / 2 for before, after in pairwise(file.moments)]
    spans = zip([0.0, *edges], [*edges, made.facts.seconds or file.moments[-1]], strict=True)
    return Scrub(
        reader.file(file.name),
        tuple(
            Cell(start, end, place % file.columns * width, place // file.columns * height, width, height)
            for place, (start, end) in enumerate(spans)
        ),
    )


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds * 1000), 60_000)
    return f"{minutes // 60:02d}:{minutes % 60:02d}:{rest // 1000:02d}.{rest % 1000:03d}"


def _technical(made: Made) -> str:
    facts = made.facts
    assert facts is not None
    said = [f"{facts.width}×{facts.height}" if facts.width else "", f"{float(facts.fps):.3g} fps" if facts.fps else ""]
    return " · ".join(part for part in (*said, facts.codec) if part)
