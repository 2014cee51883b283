"""One reader at one page: their language, and the way from here to everywhere else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from glassbox.derivatives import Made, MadeFile
from glassbox.pages import prose
from glassbox.pages.addresses import link, root
from glassbox.pages.exhibit import Exhibit
from glassbox.pages.words import Phrases, phrase
from glassbox.records.archive import FilmFolder
from glassbox.records.exhibition import Person
from glassbox.records.process import Asset, BudgetLine, Decision, Version
from glassbox.records.prompts import Prompt
from glassbox.records.shots import Shot
from glassbox.records.text import Shown, Text


@dataclass(frozen=True)
class Reader:
    exhibit: Exhibit
    lang: str
    here: str
    """Path of the page in the tree: `zh/prompts/LC-P001/index.html`."""
    folder: FilmFolder | None = None
    """The film that the page belongs to; it says what a bare shot code means."""

    @property
    def say(self) -> Phrases:
        return Phrases(self.lang)

    def shown(self, text: Text | None) -> Shown | None:
        return text.shown_in(self.lang) if text else None

    def words(self, text: Text | None, otherwise: str = "") -> str:
        return text.shown_in(self.lang).words if text else otherwise

    def prose(self, words: str) -> str:
        """A note as safe HTML."""
        return prose.html_of(words, self.href)

    def when(self, moment: date | datetime) -> str:
        """`2026-05-12`, `2026-05-12 10:20` in the site's zone, with the offset where it is another's."""
        if not isinstance(moment, datetime):
            return moment.isoformat()
        text = moment.strftime("%Y-%m-%d %H:%M" + (":%S" if moment.second else ""))
        if moment.tzinfo is None or moment.utcoffset() == moment.astimezone(self.exhibit.zone).utcoffset():
            return text
        return f"{text} {moment:%z}"

    def full_shot(self, code: str) -> str:
        """`SQ01-0010` of the page's film -> `LC-SQ01-0010`."""
        film = self.folder.film.code if self.folder else ""
        return code if not film or code in self.exhibit.records else f"{film}-{code}"

    def href(self, full_id: str) -> str | None:
        """The way to a record; None where it has no address."""
        spot = self.exhibit.addresses.of(full_id)
        if spot is None:
            return None
        return link(self.here, self.exhibit.addresses.path(self.lang, spot.address), spot.anchor)

    def page(self, address: str, anchor: str = "") -> str:
        """The way to an address of this language."""
        return link(self.here, self.exhibit.addresses.path(self.lang, address), anchor)

    def file(self, name: str) -> str:
        """The way to a published file: `media/ab/….webp`."""
        return root(self.here) + name

    def name_of(self, full_id: str, otherwise: str) -> str:
        """What a reader calls a record: a person's name, a tool's system and version, an id with its title."""
        archive = self.exhibit.archive
        kind, _, name = full_id.rpartition("/")
        if kind == "people" and (person := archive.people_by_id.get(name)):
            return self.person_name(person)
        if kind == "tools" and (tool := archive.tools_by_id.get(name)):
            return f"{tool.system} {tool.version}"
        if kind == "reasons" and (reason := archive.reasons_by_id.get(name)):
            return self.words(reason.title)
        for table, rooms in (("topics", archive.topics), ("workshops", archive.workshops), ("report", archive.report)):
            if kind == table and (room := next((r for r in rooms if r.id == name), None)):
                return self.words(room.title)
        if film := next((f.film for f in archive.films if full_id in (f.film.slug, f"films/{f.film.slug}")), None):
            return self.words(film.title)
        _, record = self.exhibit.records.get(full_id.split("@")[0], (None, None))
        if isinstance(record, Shot | Prompt | Version | Decision | Asset) and record.title:
            return f"{otherwise} {self.words(record.title)}"
        if isinstance(record, BudgetLine) and record.description:
            return f"{otherwise} {self.words(record.description)}"
        return otherwise

    def person_name(self, person: Person) -> str:
        return person.name_zh if person.name_zh and self.lang.split("-")[0] == "zh" else person.name

    def phrase(self, key: str, **facts: object) -> str:
        return phrase(key, self.lang).format_map(facts)

    def picture(self, made: Made | None, role: str, alt: str, sizes: str = "100vw") -> Picture | None:
        """The pictures of one role as one `<img>` with its sizes; None where there are none."""
        files = made.of(role) if made else []
        return picture_of(files, self, alt, sizes)


@dataclass(frozen=True)
class Picture:
    src: str
    srcset: str
    sizes: str
    width: int | None
    height: int | None
    alt: str


def picture_of(files: list[MadeFile], reader: Reader, alt: str, sizes: str) -> Picture | None:
    """The largest picture's shape, and every width to choose from; a JPEG is the plain `src` where there is one."""
    modern = sorted((f for f in files if f.mime == "image/webp"), key=lambda f: f.width or 0)
    plain = [f for f in files if f.mime == "image/jpeg"] or modern
    if not plain:
        return None
    srcset = ", ".join(f"{reader.file(f.name)} {f.width}w" for f in modern)
    largest = (modern or plain)[-1]
    return Picture(reader.file(plain[-1].name), srcset, sizes, largest.width, largest.height, alt)
