"""The one place that knows URLs.

An *address* is what a citation holds: `prompts/LC-P012/`, the same in every language, empty for the home page.
A *path* is where its file lies in the tree: `zh/prompts/LC-P012/index.html`. Links between paths are relative
and name the file, because a folder link opens a listing on file://.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from glassbox.records.archive import Archive, FilmFolder
from glassbox.records.exhibition import Retired
from glassbox.records.terms import RECORD_ID

_TABLES = {"T": "takes", "V": "trail", "D": "decisions", "B": "budget", "A": "assets"}
"""Where a film shows its records of each letter; a record's anchor there is its id."""
SEARCH = "search/"


@dataclass(frozen=True)
class Spot:
    """A page, and a place on it where it is not the page as a whole."""

    address: str
    anchor: str = ""


@dataclass(frozen=True)
class Addresses:
    languages: tuple[str, ...]
    base_url: str
    spots: Mapping[str, Spot]
    """Every name a record is called by -> where it is shown."""
    codes: Mapping[str, str]
    """Slug of each film -> its code."""

    @classmethod
    def of_archive(cls, archive: Archive) -> Addresses:
        """Of what may be shown: hand in the disclosed archive, so that a hidden record has no address."""
        codes = {folder.film.slug: folder.film.code for folder in archive.films}
        slugs = {code: slug for slug, code in codes.items()}
        spots: dict[str, Spot] = {}
        for gone in archive.retired:
            spots |= dict(_of_retired(gone, slugs))
        spots |= dict(_of_exhibition(archive))
        for folder in archive.films:
            spots |= dict(_of_film(folder))
        return cls(archive.site.languages, archive.site.base_url.rstrip("/") + "/", spots, codes)

    def prefix(self, lang: str) -> str:
        """Folder of a language in the tree: nothing for the first, `zh/` for another."""
        return "" if lang == self.languages[0] else f"{lang.lower()}/"

    def path(self, lang: str, address: str) -> str:
        """File of a page in the tree."""
        return f"{self.prefix(lang)}{address}index.html"

    def canonical(self, lang: str, address: str) -> str:
        """Public URL of a page, ending in `/`."""
        return self.base_url + quote(self.prefix(lang) + address)

    def of(self, reference: str, film: str = "") -> Spot | None:
        """Where a record is shown, or None where no public record is called so.

        `lightcone`, `films/lightcone`, `LC-SQ01-0010`, `LC-P001`, `LC-P001@2`, `LC-T003`, `people/director`,
        `tools/hailuo`, `reasons/flicker`, `report/one`, `workshops/one`, `topics/one`; a page as a whole is
        `/thrown-away/`, and `/thrown-away/#flicker` a place on it. With a film's slug a shot's code is enough.
        """
        if reference.startswith("/"):
            page, _, anchor = reference[1:].partition("#")
            return Spot(page, anchor)
        if film in self.codes and (spot := self.spots.get(f"{self.codes[film]}-{reference}")):
            return spot
        return self.spots.get(reference)

    def link_to(self, here: str, lang: str, spot: Spot) -> str:
        """Relative href from the file `here` to a spot in a language."""
        return link(here, self.path(lang, spot.address), spot.anchor)


def link(here: str, there: str, anchor: str = "") -> str:
    """Relative href from one file of the tree to another; percent-encoded, naming the file."""
    path = quote(posixpath.relpath(there, posixpath.dirname(here) or "."))
    return f"{path}#{quote(anchor)}" if anchor else path


def root(here: str) -> str:
    """`../../`, or nothing: what stands before `assets/` in the file `here`."""
    return "../" * here.count("/")


def film_address(slug: str, page: str = "") -> str:
    """`films/lightcone/`, or a page of it: takes, trail, decisions, budget, assets, prompts, workflow, transcript."""
    return f"films/{slug}/{page}/" if page else f"films/{slug}/"


def shot_address(slug: str, code: str) -> str:
    return f"films/{slug}/shots/{code}/"


def prompt_address(prompt: str) -> str:
    return f"prompts/{prompt}/"


def revision_anchor(rev: int | str) -> str:
    """`r3`."""
    return f"r{rev}"


def person_address(person: str) -> str:
    return f"people/{person}/"


def chapter_address(chapter: str) -> str:
    return f"report/{chapter}/"


def topic_anchor(topic: str) -> str:
    """Topics stand on the workshops' page; a workshop may bear the same id."""
    return f"topic-{topic}"


def _of_film(folder: FilmFolder) -> Iterator[tuple[str, Spot]]:
    slug, code = folder.film.slug, folder.film.code
    page = Spot(film_address(slug))
    yield slug, page
    yield f"films/{slug}", page
    for shot in folder.shots:
        yield f"{code}-{shot.code}", Spot(shot_address(slug, shot.code))
    for prompt in folder.prompts:
        yield prompt.id, Spot(prompt_address(prompt.id))
        for revision in prompt.revisions:
            yield f"{prompt.id}@{revision.rev}", Spot(prompt_address(prompt.id), revision_anchor(revision.rev))
    for table in (folder.takes, folder.versions, folder.decisions, folder.budget, folder.assets):
        for record in table:
            hit = RECORD_ID.fullmatch(record.id)
            assert hit is not None, record.id
            yield record.id, Spot(film_address(slug, _TABLES[hit["letter"]]), record.id)


def _of_exhibition(archive: Archive) -> Iterator[tuple[str, Spot]]:
    for person in archive.people:
        yield f"people/{person.id}", Spot(person_address(person.id))
    for tool in archive.tools:
        yield f"tools/{tool.id}", Spot("tools/", tool.id)
    for reason in archive.reasons:
        yield f"reasons/{reason.id}", Spot("thrown-away/", reason.id)
    for chapter in archive.report:
        yield f"report/{chapter.id}", Spot(chapter_address(chapter.id))
    for workshop in archive.workshops:
        yield f"workshops/{workshop.id}", Spot("workshops/", workshop.id)
    for topic in archive.topics:
        yield f"topics/{topic.id}", Spot("workshops/", topic_anchor(topic.id))


def _of_retired(gone: Retired, slugs: Mapping[str, str]) -> Iterator[tuple[str, Spot]]:
    """Its tombstone stands where the record stood; one whose film is not known has no place."""
    if hit := RECORD_ID.fullmatch(gone.id):
        if hit["letter"] == "P":
            yield gone.id, Spot(prompt_address(gone.id))
        elif slug := slugs.get(hit["film"]):
            yield gone.id, Spot(film_address(slug, _TABLES[hit["letter"]]), gone.id)
        return
    code, _, shot = gone.id.partition("-")
    if shot and code in slugs:
        yield gone.id, Spot(shot_address(slugs[code], shot))
    elif "/" not in gone.id and gone.id.islower():
        yield gone.id, Spot(film_address(gone.id))
        yield f"films/{gone.id}", Spot(film_address(gone.id))
    elif "/" in gone.id:
        yield from _of_retired_entry(gone.id)


def _of_retired_entry(name: str) -> Iterator[tuple[str, Spot]]:
    kind, _, entry = name.partition("/")
    places = {
        "films": Spot(film_address(entry)),
        "people": Spot(person_address(entry)),
        "report": Spot(chapter_address(entry)),
        "tools": Spot("tools/", entry),
        "reasons": Spot("thrown-away/", entry),
        "workshops": Spot("workshops/", entry),
        "topics": Spot("workshops/", topic_anchor(entry)),
    }
    if kind in places:
        yield name, places[kind]
