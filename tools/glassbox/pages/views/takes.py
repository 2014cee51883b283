"""Takes as cards: on the wall, on their shots, on the prompts that made them."""

from __future__ import annotations

from dataclasses import dataclass

from glassbox.pages.facts import Value, reference
from glassbox.pages.reader import Reader
from glassbox.pages.views.clips import Clip, clip_of
from glassbox.pages.views.footage import Footage, footage_of
from glassbox.pages.views.page import Head, bears_mark, head_of
from glassbox.pages.words import term
from glassbox.records.archive import FilmFolder, MediaKey
from glassbox.records.takes import Take
from glassbox.records.terms import Publish, Status
from glassbox.records.text import Shown

_SIZES = "(min-width: 60em) 20em, 50vw"
"""How wide a take's picture stands, for the browser's choice among its sizes."""


@dataclass(frozen=True)
class TakeCard:
    head: Head
    href: str
    """Its one address: its place on the wall."""
    status: Status
    status_word: str
    reason: Value | None
    reason_id: str
    shots: tuple[Value, ...]
    prompt: Value | None
    clip: Clip | None
    footage: tuple[Footage, ...] = ()


def take_card(take: Take, folder: FilmFolder, reader: Reader) -> TakeCard:
    source_type = take.digital_source_type or folder.film.digital_source_type
    alt = f"{take.id}, {term(take.status, reader.lang)}"
    return TakeCard(
        head=head_of(take, take.id, reader, but=("status", "reason", "shots", "prompt", "footage")),
        href=reader.href(take.id) or "",
        status=take.status,
        status_word=term(take.status, reader.lang),
        reason=reference(f"reasons/{take.reason}", take.reason, reader) if take.reason else None,
        reason_id=take.reason or "",
        shots=tuple(reference(reader.full_shot(code), code, reader) for code in take.shots),
        prompt=reference(take.prompt, take.prompt, reader) if take.prompt else None,
        clip=clip_of(reader, MediaKey(take.id, "media"), alt, source_type, sizes=_SIZES),
        footage=footage_of(take.id, take.footage, reader),
    )


@dataclass(frozen=True)
class TakeBrief:
    """A take where it is not at home: its picture, what became of it, and why."""

    id: str
    href: str
    status: Status
    status_word: str
    reason: Value | None
    purpose: Shown | None
    note: str
    """Safe HTML."""
    prompt: Value | None
    clip: Clip | None
    specimen: bool
    excerpt: bool


def take_brief(take: Take, folder: FilmFolder, reader: Reader) -> TakeBrief:
    word = term(take.status, reader.lang)
    source_type = take.digital_source_type or folder.film.digital_source_type
    clip = clip_of(reader, MediaKey(take.id, "media"), f"{take.id}, {word}", source_type, sizes=_SIZES)
    return TakeBrief(
        id=take.id,
        href=reader.href(take.id) or "",
        status=take.status,
        status_word=word,
        reason=reference(f"reasons/{take.reason}", take.reason, reader) if take.reason else None,
        purpose=reader.shown(take.purpose),
        note=reader.prose(reader.words(take.note)) if take.note else "",
        prompt=Value("link", take.prompt, href=reader.href(take.prompt) or "") if take.prompt else None,
        clip=clip,
        specimen=bears_mark(take, reader),
        excerpt=take.publish is Publish.EXCERPT,
    )


_ORDER = {Status.KEPT: 0, Status.ALTERNATE: 1, Status.PENDING: 2, Status.REJECTED: 3}


def kept_first(takes: list[Take]) -> list[Take]:
    """Kept, alternate, undecided, thrown away; within each as the team numbered them."""
    return sorted(takes, key=lambda take: (_ORDER[take.status], take.id))
