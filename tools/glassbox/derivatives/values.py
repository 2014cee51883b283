"""What is asked of the derivatives and what comes back: plain values, no file is opened here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from fractions import Fraction
from pathlib import Path

from glassbox.problems import Place, Problem

MOST_PAGES = 300
"""Of one file, shown as panels; a longer storyboard is handed in by sequences."""
_PAGED = frozenset({"PDF", "TIFF"})
"""Picture files whose pages are pages; those of a GIF, WebP or APNG are moments of one picture."""


class Use(StrEnum):
    """What a record uses the medium for. What is made follows the use and what the file turns out to be."""

    FILM = "film"
    CLIP = "clip"
    PICTURE = "picture"
    PANELS = "panels"
    """A storyboard: every page of the file is a picture of its own."""
    AUDIO = "audio"
    DOCUMENT = "document"
    """Its words are read. Pages without words are shown as pictures."""


class Kind(StrEnum):
    """What a file is, by its content and not by its name."""

    VIDEO = "video"
    SOUND = "sound"
    PICTURE = "picture"
    DOCUMENT = "document"


@dataclass(frozen=True)
class Label:
    """Provenance that is written into published media. Empty text means: not known, not written."""

    digital_source_type: str = ""
    """An IPTC term: `trainedAlgorithmicMedia`."""
    prompt: str = ""
    writer: str = ""
    system: str = ""
    system_version: str = ""
    title: str = ""
    creator: str = ""
    licence: str = ""
    credit: str = ""
    aigc: str = ""
    """JSON text of China's AIGC label (GB 45438-2025)."""


@dataclass(frozen=True)
class Numbered:
    """Stills that are the frames of one clip."""

    frames: tuple[tuple[int, Path], ...]
    """Number and file of each, rising."""
    fps: Fraction


@dataclass(frozen=True)
class Source:
    path: Path
    """Absolute, already resolved inside the archive or the media root."""
    name: str
    """Relative to the archive, for messages."""
    place: Place
    use: Use
    label: Label = Label()
    moments: tuple[float, ...] = ()
    """FILM: seconds at which stills are wanted, rising."""
    large_moments: tuple[float, ...] = ()
    """Those of them at which a large one is wanted too."""
    record: str = ""
    says_ai: bool = False
    """Whether its playable clip begins with the words "AI-generated" in the picture. A film is left as it is."""
    numbered: Numbered | None = None
    """The stills that it consists of. `path` then only says what it is called."""


class Validity(StrEnum):
    WHOLE = "whole"
    """The file is as it was signed. Whether the signer is to be trusted is not decided here."""
    BROKEN = "broken"
    """It was changed since, or the credentials themselves are damaged."""
    UNREAD = "unread"
    """They are there, and this build could not read them."""


@dataclass(frozen=True)
class Credentials:
    """The Content Credentials (C2PA) that a file brings along. Empty text means: not said."""

    validity: Validity
    issuer: str = ""
    """The organisation whose certificate signed."""
    generator: str = ""
    signed_at: str = ""
    """ISO 8601, by a time stamp."""


@dataclass(frozen=True)
class Facts:
    """What the file itself says. Sizes are those of the picture as it is shown: turned and with square pixels."""

    kind: Kind
    bytes: int
    blake3: str
    sha256: str
    """Empty for numbered stills, which have no one file."""
    format: str = ""
    codec: str = ""
    seconds: float | None = None
    width: int | None = None
    height: int | None = None
    fps: float | None = None
    frames: int | None = None
    pages: int = 1
    """Pages or frames of a picture file. The first is the one shown, but for panels."""
    has_sound: bool = False
    text: str = ""
    """The words of a document that is no plain text."""
    said_source_type: str = ""
    """What the file's own label says, an IPTC term."""
    said_aigc: str = ""
    """The AIGC label that the file brings along."""
    credentials: Credentials | None = None


def pages_shown(use: Use, facts: Facts) -> int:
    """How many pages of a picture file are shown."""
    return min(facts.pages, MOST_PAGES) if use in (Use.PANELS, Use.DOCUMENT) and facts.format in _PAGED else 1


@dataclass(frozen=True)
class MadeFile:
    """One published file. `path` lies in the store, `name` is where it goes in the site."""

    role: str
    """poster, card, still, sprite, preview, web, web-small, playable, waveform, picture"""
    name: str
    path: Path
    bytes: int
    mime: str
    width: int | None = None
    height: int | None = None
    seconds: float | None = None
    """The moment of a still; the length of a clip."""
    moments: tuple[float, ...] = ()
    """Of a sprite: when each of its cells is shown, row by row."""
    columns: int = 0
    """Of a sprite: its cells in a row."""
    page: int = 0
    """Of panels: which page it shows; the first is 0."""


@dataclass(frozen=True)
class Made:
    """What became of one source; it carries its source, so no order can mix two up."""

    source: Source
    facts: Facts | None = None
    files: tuple[MadeFile, ...] = ()
    problems: tuple[Problem, ...] = ()
    fresh: bool = False
    """Whether something was made for it in this run."""
    colour: str = ""
    """Dominant colour, `#rrggbb`; empty where there is no picture."""
    entries: frozenset[str] = frozenset()
    """The store's entries that it stands on, for pruning."""

    @property
    def text(self) -> str:
        """The words of a document; empty where it has none or is plain text."""
        return self.facts.text if self.facts else ""

    def panels(self) -> tuple[Made, ...]:
        """One for each page. What is wrong stands with the pages that could not be read, else with the first."""
        count = pages_shown(self.source.use, self.facts) if self.facts else 1
        if count == 1:
            return (self,)
        shown = {file.page for file in self.files}
        troubled = {page for page in range(count) if page not in shown} or {0}
        return tuple(
            replace(
                self,
                files=tuple(file for file in self.files if file.page == page),
                problems=self.problems if page in troubled else (),
            )
            for page in range(count)
        )

    def of(self, role: str) -> list[MadeFile]:
        """Files of one role, smallest picture first, stills by their moment."""
        found = [file for file in self.files if file.role == role]
        return sorted(found, key=lambda file: (file.seconds or 0.0, file.width or 0, file.mime, file.name))


@dataclass(frozen=True)
class Progress:
    """A step of `make_all`. `share` is the part of the estimated work that is done, 0 to 1."""

    done: int
    total: int
    share: float
    name: str
    """The source that was just finished."""
    fresh: bool = True


@dataclass(frozen=True)
class Remark:
    """A problem before it knows its record: the name of a code and the facts that are the file's own."""

    code: str
    facts: Mapping[str, str] = field(default_factory=dict)
