"""The film beside its record: the player, the strip of shots, the record of each, and what the film is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from glassbox.pages.addresses import film_address
from glassbox.pages.exhibit import Exhibit
from glassbox.pages.facts import Value, reference
from glassbox.pages.linked import film_thing
from glassbox.pages.reader import Picture, Reader
from glassbox.pages.views.captions import captions_of
from glassbox.pages.views.clips import Clip, clip_of
from glassbox.pages.views.cut import Placed, frames_of_film
from glassbox.pages.views.frames import plain_seconds
from glassbox.pages.views.origin import origin_of_film
from glassbox.pages.views.page import Page, ReaderOf, head_of
from glassbox.pages.views.relations import Relations
from glassbox.pages.views.rooms import rooms_of
from glassbox.pages.views.shot_beside import ShotBeside, shot_beside
from glassbox.pages.views.strip import moments_of, strip_of
from glassbox.pages.words import term
from glassbox.records.archive import FilmFolder, MediaKey
from glassbox.records.disclosure import RegisterEntry
from glassbox.records.film import Film, Reported
from glassbox.records.text import Shown, Text


@dataclass(frozen=True)
class CreditView:
    person: Value
    role: Shown | None
    side: str
    """As the record has it, for the mark beside it."""
    side_word: str


@dataclass(frozen=True)
class ReportedView:
    text: Shown | None
    source: str
    href: str
    """Empty where the source is no address."""


@dataclass(frozen=True)
class RegisterView:
    what: Shown | None
    ids: tuple[str, ...]
    why: Shown | None
    until: Shown | None


_STAGE = "(min-width: 60em) 60vw, 100vw"
_SHOWN = (
    *("title", "original_title", "logline", "synopsis", "master", "captions", "trailer", "poster"),
    *("credits", "team", "workflow", "reported", "withheld"),
)
"""Fields that the page shows in its own way; the workflow has a page of its own."""


def film_page(
    exhibit: Exhibit, folder: FilmFolder, placed: Sequence[Placed], relations: Relations, reader_of: ReaderOf
) -> Page:
    film = folder.film
    address = film_address(film.slug)
    reader = reader_of(address, folder)
    frames = frames_of_film(folder, placed, exhibit.gallery)
    title = reader.words(film.title)
    player = _medium(film, "master", reader, title)
    seconds = round(float(frames / film.fps), 4)
    shots = tuple(
        _each_prompt_once([shot_beside(shot, folder, placed, relations, reader, brief=True) for shot in folder.shots])
    )
    pictures = {shot.code: shot.finals[0].src for shot in shots if shot.finals}
    return Page(
        address=address,
        template="film.html",
        title=title,
        specimen=film.specimen,
        description=reader.words(film.logline)[:160],
        thing=film_thing(folder, placed, exhibit.gallery.of(film.slug, "master"), reader),
        shows={
            "head": head_of(film, film.slug, reader, but=_SHOWN),
            "title": reader.shown(film.title),
            "other_titles": _other_titles(film, reader),
            "logline": reader.shown(film.logline),
            "synopsis": _prose(film.synopsis, reader),
            "rooms": rooms_of(folder, reader),
            "transcript": reader.page(film_address(film.slug, "transcript")) if film.captions else "",
            "player": player,
            "scrub": player.scrub.sheet(seconds) if player and player.scrub else None,
            "captions": captions_of(film, reader),
            "strip": strip_of(folder, placed, frames, reader, pictures) if frames else (),
            "timeline": {"seconds": seconds, "fps": round(float(film.fps), 4), "moments": moments_of(folder, placed)},
            "origin": origin_of_film(placed, frames, reader),
            "counted_origin": reader.phrase("counted_origin", seconds=plain_seconds(frames / film.fps)),
            "shots": shots,
            "trailer": _medium(film, "trailer", reader, f"{title}: {reader.phrase('trailer')}"),
            "poster": _medium(film, "poster", reader, f"{title}: {reader.phrase('poster')}"),
            "credits": tuple(_credits(film, reader)),
            "team": reader.shown(film.team.name) if film.team else None,
            "statement": _prose(film.team.statement if film.team else None, reader),
            "reported": tuple(_reported(fact, reader) for fact in film.reported),
            "register": tuple(_register(entry, reader) for entry in exhibit.register if entry.film == film.slug),
        },
    )


def _each_prompt_once(shots: Iterable[ShotBeside]) -> Iterator[ShotBeside]:
    """A prompt of several shots can be pointed at beside the first of them alone."""
    met: set[str] = set()
    for shot in shots:
        yield replace(shot, prompts=tuple(replace(one, is_first=one.id not in met) for one in shot.prompts))
        met |= {one.id for one in shot.prompts}


def _medium(film: Film, field: str, reader: Reader, alt: str) -> Clip | None:
    return clip_of(reader, MediaKey(film.slug, field), alt, film.digital_source_type, sizes=_STAGE)


def poster_of(film: Film, reader: Reader, sizes: str) -> Picture | None:
    """The film's poster, else the frame that stands for the film."""
    alt = reader.words(film.title)
    for field in ("poster", "master"):
        made = reader.exhibit.gallery.of(film.slug, field)
        if picture := reader.picture(made, "poster", alt, sizes) or reader.picture(made, "picture", alt, sizes):
            return picture
    return None


def _other_titles(film: Film, reader: Reader) -> tuple[Shown, ...]:
    """The title in its other languages, and the original one: each that says something new."""
    here = film.title.shown_in(reader.lang).words
    others = [Shown(words, lang) for lang, words in film.title.by_lang]
    others += [Shown(film.original_title, "")] if film.original_title else []
    found: dict[str, Shown] = {}
    for other in others:
        if other.words != here:
            found.setdefault(other.words, other)
    return tuple(found.values())


def _prose(text: Text | None, reader: Reader) -> Value | None:
    shown = reader.shown(text)
    return Value("prose", reader.prose(shown.words), shown.lang, is_fallback=shown.is_fallback) if shown else None


def _credits(film: Film, reader: Reader) -> Iterator[CreditView]:
    for credit in film.credits:
        person = reference(f"people/{credit.person}", credit.person, reader)
        side = credit.side.value if credit.side else ""
        yield CreditView(person, reader.shown(credit.role), side, term(side, reader.lang) if side else "")


def _reported(fact: Reported, reader: Reader) -> ReportedView:
    is_address = fact.source.startswith(("https://", "http://")) and " " not in fact.source
    return ReportedView(reader.shown(fact.text), fact.source, fact.source if is_address else "")


def _register(entry: RegisterEntry, reader: Reader) -> RegisterView:
    words, ids = (entry.what, ()) if isinstance(entry.what, Text) else (None, entry.what)
    until = entry.until
    if until is not None and not isinstance(until, Text):
        until = Text.of(reader.when(until))
    return RegisterView(reader.shown(words), ids, reader.shown(entry.why), reader.shown(until))
