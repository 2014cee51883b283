"""The records of one film as documents: prompts, takes, shots, decisions, versions, material, budget lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from glassbox.pages.addresses import revision_anchor
from glassbox.pages.exhibit import Exhibit
from glassbox.pages.views.relations import Relations, relations_of
from glassbox.pages.words import phrase, term
from glassbox.records.archive import FilmFolder
from glassbox.records.base import Record
from glassbox.records.process import Asset, BudgetLine, Decision, Version
from glassbox.records.prompts import Prompt, Revision
from glassbox.records.shots import Shot
from glassbox.records.takes import Take
from glassbox.records.terms import VersionOf
from glassbox.records.text import Text
from glassbox.search.documents import Document, Kind, Passage
from glassbox.search.facets import Facets, camera_codes, days, facets
from glassbox.search.passages import each_once, said, texts, titles, words_of
from glassbox.search.pictures import NONE, Face, face_at, face_of, face_of_takes

Moment = date | datetime | None


@dataclass(frozen=True)
class FilmDocuments:
    exhibit: Exhibit
    folder: FilmFolder

    def all(self) -> Iterator[Document]:
        """Table by table, each record in the order of its file."""
        folder = self.folder
        yield from map(self.prompt, folder.prompts)
        yield from map(self.take, folder.takes)
        yield from map(self.shot, folder.shots)
        yield from map(self.decision, folder.decisions)
        yield from map(self.version, folder.versions)
        yield from map(self.asset, folder.assets)
        yield from map(self.budget_line, folder.budget)

    def prompt(self, prompt: Prompt) -> Document:
        """The newest revision's words come first, the oldest's last; each revision's stand at its own anchor."""
        made = self._relations.made_by_prompt(prompt)
        newest_first = prompt.revisions[::-1]
        return self._document(
            prompt,
            Kind.PROMPT,
            titles(prompt.title, prompt.id),
            [
                *(passage for revision in newest_first for passage in _words_of_revision(revision)),
                *words_of(prompt, first=("purpose",), but=("title", "revisions")),
            ],
            self._facets(
                tool=[prompt.tool, *(revision.tool for revision in newest_first)],
                writer=[*prompt.writer, *(one for revision in newest_first for one in revision.writer)],
                status=sorted({take.status.value for take in made}),
                reason=sorted({take.reason for take in made if take.reason}),
                camera=camera_codes(newest_first),
                at=[revision.at for revision in newest_first],
            ),
            face_of_takes(made, self.folder, self.exhibit),
        )

    def take(self, take: Take) -> Document:
        """Called by why it was thrown away, else by what it was for: its purpose, the title of its shot."""
        prompt, revision = self._made_from(take)
        reason = self.exhibit.archive.reasons_by_id.get(take.reason or "")
        shots = [shot.title for shot in map(self._shot_named, take.shots) if shot and shot.title]
        named = (reason.title if reason else None) or take.purpose or next(iter(shots), None)
        return self._document(
            take,
            Kind.TAKE,
            titles(named, take.id),
            [
                *texts(reason.title if reason else None),
                *words_of(take, first=("note", "purpose")),
                *(passage for title in shots for passage in texts(title)),
            ],
            self._facets(
                tool=[revision.tool or prompt.tool] if prompt and revision else [],
                writer=take.by,
                status=[take.status.value],
                reason=[take.reason],
                camera=camera_codes([revision] if revision else []),
                at=[take.generation.at if take.generation else None],
            ),
            face_of(take, "media", self.folder, self.exhibit),
        )

    def shot(self, shot: Shot) -> Document:
        full_id, takes = self.folder.full_id(shot), self._takes
        in_film = [takes[one] for one in shot.takes if one in takes]
        face = face_of_takes(in_film, self.folder, self.exhibit)
        return self._document(
            shot,
            Kind.SHOT,
            titles(shot.title, full_id),
            words_of(shot, first=("description",), but=("title",)),
            self._facets(status=[shot.status.value]),
            face if face.name else face_at(self.exhibit, full_id, "storyboards"),
        )

    def decision(self, decision: Decision) -> Document:
        named = [*(option.take for option in decision.options), *decision.about]
        seen = [self._takes[one] for one in named if one in self._takes]
        words = words_of(
            decision, first=("question", "why"), but=("title", *(("chosen",) if decision.number_chosen else ()))
        )
        return self._document(
            decision,
            Kind.DECISION,
            titles(decision.title, decision.id),
            words,
            self._facets(writer=decision.by, status=[decision.status.value], at=[decision.date]),
            face_of_takes(seen, self.folder, self.exhibit),
        )

    def version(self, version: Version) -> Document:
        """Called `Script 3` where it has no title of its own; the words of its document are its own too."""
        text = self.exhibit.gallery.text(version.id, "file") or ""
        return self._document(
            version,
            Kind.VERSION,
            titles(version.title or self._named_part(version), version.id),
            [
                *words_of(version, first=("change",), but=("title",)),
                *(texts(self._named_part(version)) if version.title else ()),
                *said(text),
            ],
            self._facets(writer=version.by, at=[version.at]),
            face_at(self.exhibit, version.id, "file"),
        )

    def asset(self, asset: Asset) -> Document:
        kind = Text(tuple((lang, term(asset.kind, lang)) for lang in self.exhibit.languages))
        text = self.exhibit.gallery.text(asset.id, "file") or ""
        return self._document(
            asset,
            Kind.PAGE,
            titles(asset.title or kind, asset.id),
            [*words_of(asset, but=("title",)), *(texts(kind) if asset.title else ()), *said(text)],
            self._facets(),
            face_of(asset, "file", self.folder, self.exhibit),
        )

    def budget_line(self, line: BudgetLine) -> Document:
        category = Text(tuple((lang, term(line.category, lang)) for lang in self.exhibit.languages))
        named = titles(line.description or category, line.id)
        words = [*words_of(line, but=("description",)), *(texts(category) if line.description else ())]
        return self._document(line, Kind.PAGE, named, words, self._facets(tool=[line.tool], writer=[line.person]))

    def _document(
        self,
        record: Record,
        kind: Kind,
        named: tuple[Passage, ...],
        words: Iterable[Passage],
        narrowed: Facets,
        face: Face = NONE,
    ) -> Document:
        full_id = self.folder.full_id(record)
        spot = self.exhibit.addresses.spots[full_id]
        return Document(
            id=full_id,
            kind=kind,
            address=spot.address,
            anchor=spot.anchor,
            titles=named,
            passages=each_once(words),
            facets=narrowed,
            picture=face.name,
            is_ai=face.is_ai,
            specimen=record.specimen or self.folder.film.specimen,
        )

    def _facets(self, *, at: Iterable[Moment] = (), **values: Iterable[str | None]) -> Facets:
        return facets(film=[self.folder.film.slug], date=days(at, self.exhibit.zone), **values)

    @cached_property
    def _relations(self) -> Relations:
        return relations_of(self.folder)

    @cached_property
    def _takes(self) -> dict[str, Take]:
        return {take.id: take for take in self.folder.takes}

    @cached_property
    def _prompts(self) -> dict[str, Prompt]:
        return {prompt.id: prompt for prompt in self.folder.prompts}

    def _shot_named(self, code: str) -> Shot | None:
        found = self.folder.by_id.get(code.removeprefix(f"{self.folder.film.code}-"))
        return found if isinstance(found, Shot) else None

    def _made_from(self, take: Take) -> tuple[Prompt | None, Revision | None]:
        name, _, rev = (take.prompt or "").partition("@")
        prompt = self._prompts.get(name)
        return prompt, next((one for one in prompt.revisions if str(one.rev) == rev), None) if prompt else None

    def _named_part(self, version: Version) -> Text:
        """`script 3`, in each language of the site."""

        def named(lang: str) -> str:
            part = phrase("the_edit", lang) if version.of is VersionOf.EDIT else term(version.of, lang)
            return f"{part} {version.number}"

        return Text(tuple((lang, named(lang)) for lang in self.exhibit.languages))


def _words_of_revision(revision: Revision) -> Iterator[Passage]:
    """What was typed, its translations, then the rest of its record; all at the revision's anchor."""
    anchor = revision_anchor(revision.rev)
    yield from said(revision.text, revision.lang or "", anchor)
    for passage in words_of(revision, first=("translation", "negative", "change"), but=("text",)):
        yield Passage(passage.lang, passage.words, anchor)
