"""What the archive says of itself on its editorial pages: the register, the site's facts, faults, corrections.

An editor writes `<!-- gb:register -->`; each piece is rendered only where it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from glassbox.pages.exhibit import Exhibit
from glassbox.pages.facts import Fact, Value, facts_of, reference
from glassbox.pages.reader import Reader
from glassbox.pages.views.moments import When, when
from glassbox.pages.views.references import cited
from glassbox.pages.views.retired import tombstone
from glassbox.pages.writer import Shell
from glassbox.records.disclosure import RegisterEntry
from glassbox.records.exhibition import Reason
from glassbox.records.prompts import Correction
from glassbox.records.text import Shown, Text


@dataclass(frozen=True)
class WithheldView:
    ids: tuple[Value, ...]
    words: Shown | None
    why: Shown | None
    until: When | None
    until_words: Shown | None


@dataclass(frozen=True)
class RegisterOfFilm:
    film: Value | None
    """None for what belongs to the whole exhibition."""
    entries: tuple[WithheldView, ...]


@dataclass(frozen=True)
class CorrectionView:
    revision: Value
    when: When | None
    reason: Shown
    before: str
    lang: str


class Inserts(Mapping[str, str]):
    """Name -> HTML, made when it is asked for."""

    def __init__(self, makers: Mapping[str, Callable[[], str]]) -> None:
        self._makers = makers

    def __getitem__(self, name: str) -> str:
        return self._makers[name]()

    def __iter__(self) -> Iterator[str]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)


def about_inserts(exhibit: Exhibit, reader: Reader, shell: Shell) -> Inserts:
    """The pieces as HTML for the page of `reader`, by the names that editors write.

    `register`: what is withheld; `contact`; `edition`: the day, the site's other facts and what was left out;
    `archive` and `faults`: these alone; `reasons`, `retired`, `corrections`: as they are called.
    """

    site = exhibit.archive.site

    def piece(name: str, **shows: Callable[[], object]) -> Callable[[], str]:
        return lambda: shell.fragment(f"about/{name}.html", reader.lang, {key: make() for key, make in shows.items()})

    def facts(*but: str) -> tuple[Fact, ...]:
        return tuple(facts_of(site, reader, but=("media_root", *but)))

    def day() -> When | None:
        return when(exhibit.as_of.astimezone(exhibit.zone).date(), reader)

    return Inserts(
        {
            "register": piece("register", films=lambda: tuple(_register(exhibit, reader))),
            "archive": piece("archive", facts=facts),
            "contact": piece("contact", contact=lambda: reader.shown(site.contact)),
            "edition": piece("edition", day=day, facts=lambda: facts("contact"), left_out=lambda: exhibit.left_out),
            "reasons": piece("reasons", reasons=lambda: tuple(_reasons(exhibit.archive.reasons, reader))),
            "faults": piece("faults", left_out=lambda: exhibit.left_out),
            "retired": piece("retired", stones=lambda: tuple(tombstone(g, reader) for g in exhibit.archive.retired)),
            "corrections": piece("corrections", corrections=lambda: tuple(_corrections(exhibit, reader))),
        }
    )


def _register(exhibit: Exhibit, reader: Reader) -> Iterator[RegisterOfFilm]:
    for slug in dict.fromkeys(entry.film for entry in exhibit.register):
        entries = tuple(_withheld(entry, reader) for entry in exhibit.register if entry.film == slug)
        yield RegisterOfFilm(reference(slug, slug, reader) if slug else None, entries)


def _withheld(entry: RegisterEntry, reader: Reader) -> WithheldView:
    """A withheld record has no page: its id stands alone."""
    until = entry.until
    return WithheldView(
        ids=tuple(cited(one, reader) for one in entry.what) if isinstance(entry.what, tuple) else (),
        words=reader.shown(entry.what) if isinstance(entry.what, Text) else None,
        why=reader.shown(entry.why),
        until=when(until, reader) if isinstance(until, date) else None,
        until_words=reader.shown(until) if isinstance(until, Text) else None,
    )


def _reasons(reasons: tuple[Reason, ...], reader: Reader) -> Iterator[tuple[Value, Shown | None]]:
    for reason in reasons:
        yield reference(f"reasons/{reason.id}", reason.id, reader), reader.shown(reason.text)


def _corrections(exhibit: Exhibit, reader: Reader) -> Iterator[CorrectionView]:
    for folder in exhibit.archive.films:
        for prompt in folder.prompts:
            for revision in prompt.revisions:
                for correction in revision.corrections:
                    yield _correction(correction, f"{prompt.id}@{revision.rev}", revision.lang or "", reader)


def _correction(correction: Correction, revision: str, lang: str, reader: Reader) -> CorrectionView:
    return CorrectionView(
        revision=cited(revision, reader),
        when=when(correction.at, reader),
        reason=correction.reason.shown_in(reader.lang),
        before=correction.before,
        lang=lang,
    )
