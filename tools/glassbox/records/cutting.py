"""An archive without its hidden records, and without any name of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, TypeVar

from glassbox.records.archive import Archive, FilmFolder, id_of
from glassbox.records.base import Part, Record
from glassbox.records.excerpts import excerpt_of, without_words_run
from glassbox.records.film import Credit, Withheld
from glassbox.records.media_cutting import MediaCutting
from glassbox.records.prompts import Input, Prompt
from glassbox.records.references import REFERENCES, Kind, fields_with_references, is_file, meant
from glassbox.records.shots import Cut
from glassbox.records.takes import Take

_FALLS = (Credit, Cut)
"""Parts that say nothing without the record that they must name; an input names one of four."""

P = TypeVar("P", bound=Part)
R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Cutting:
    whole: Archive
    gone: frozenset[str]
    """Full ids of records that are not shown, and single revisions (`LC-P001@2`)."""
    short: frozenset[str]
    """Full ids of records that are shown as an excerpt."""
    unsure: frozenset[str] = frozenset()
    """Paths of media that no record shows."""

    def archive(self) -> Archive:
        """What is left. A required name of a hidden record becomes empty, as does a prompt's list of writers."""
        whole = self.whole
        return replace(
            whole,
            people=self._kept("people/", whole.people),
            tools=self._kept("tools/", whole.tools),
            reasons=self._kept("reasons/", whole.reasons),
            topics=self._kept("topics/", whole.topics),
            workshops=self._kept("workshops/", whole.workshops),
            report=self._kept("report/", whole.report),
            retired=self._all_unnamed(whole.retired, None),
            search_checks=self._all_unnamed(whole.search_checks, None),
            films=tuple(self._folder(folder) for folder in whole.films if folder.film.slug not in self.gone),
            media=self._media.left(),
        )

    def is_gone(self, name: str, kind: Kind, folder: FilmFolder | None) -> bool:
        """Whether `name`, as a field of `folder`'s records writes it, means something that is not shown."""
        full_id = meant(name, kind, folder)
        if full_id in self.gone or (kind is Kind.SHOT and name in self.gone):
            return True
        _, at, rev = name.partition("@")
        return bool(at) and f"{full_id}@{rev}" in self.gone

    @cached_property
    def _media(self) -> MediaCutting:
        return MediaCutting.of(self.whole, self.gone, self.short, self.unsure, self.is_gone)

    def _folder(self, folder: FilmFolder) -> FilmFolder:
        return FilmFolder(
            film=self._shown(folder.film, folder.film.slug, folder),
            shots=self._kept(f"{folder.film.code}-", folder.shots, folder),
            takes=self._kept("", folder.takes, folder),
            prompts=self._kept("", folder.prompts, folder),
            decisions=self._kept("", folder.decisions, folder),
            versions=self._kept("", folder.versions, folder),
            budget=self._kept("", folder.budget, folder),
            assets=self._kept("", folder.assets, folder),
            cuts=self._all_unnamed(folder.cuts, folder),
        )

    def _kept(self, prefix: str, table: tuple[R, ...], folder: FilmFolder | None = None) -> tuple[R, ...]:
        ids = ((f"{prefix}{id_of(record)}", record) for record in table)
        return tuple(self._shown(record, full_id, folder) for full_id, record in ids if full_id not in self.gone)

    def _shown(self, record: R, full_id: str, folder: FilmFolder | None) -> R:
        record = self._media.without_media(record, full_id)
        if full_id in self.short:
            record = excerpt_of(record)
        if isinstance(record, Prompt):
            revisions = [each for each in record.revisions if f"{full_id}@{each.rev}" not in self.gone]
            if len(revisions) < len(record.revisions):
                record = record.model_copy(update={"revisions": tuple(revisions)})
        if isinstance(record, Take) and self._ran_hidden_words(record, folder):
            record = record.model_copy(update={"generation": without_words_run(record.generation)})
        named = self._unnamed(record, folder)
        assert named is not None
        return named

    def _ran_hidden_words(self, take: Take, folder: FilmFolder | None) -> bool:
        if take.prompt is None:
            return False  # a take of filmed material
        return take.prompt.partition("@")[0] in self.short or self.is_gone(take.prompt, Kind.PROMPT, folder)

    def _all_unnamed(self, parts: tuple[P, ...], folder: FilmFolder | None) -> tuple[P, ...]:
        """The same tuple where none of the parts names anything hidden."""
        left = tuple(part for part in (self._unnamed(part, folder) for part in parts) if part is not None)
        return left if len(left) < len(parts) or any(a is not b for a, b in zip(left, parts, strict=True)) else parts

    def _unnamed(self, part: P, folder: FilmFolder | None) -> P | None:
        """The part without names of hidden records, the same object where it has none; None where it falls with one."""
        update: dict[str, Any] = {}
        kinds: Mapping[str, Kind] = REFERENCES.get(type(part), {})
        if isinstance(part, Withheld):
            return part
        for name, _ in fields_with_references(type(part)):
            found, kind = getattr(part, name), kinds.get(name)
            if not found:
                continue
            if kind is None:
                left: Any = self._all_unnamed(found, folder)
            elif isinstance(found, tuple):
                left = self._names_left(found, kind, folder)
            elif self.is_gone(found, kind, folder):
                is_required = type(part).model_fields[name].is_required()
                if isinstance(part, Input) or (isinstance(part, _FALLS) and is_required):
                    return None
                left = "" if is_required else None
            else:
                continue
            if left is not found:
                update[name] = left
        return part.model_copy(update=update) if update else part

    def _names_left(self, names: tuple[str, ...], kind: Kind, folder: FilmFolder | None) -> tuple[str, ...]:
        def stays(name: str) -> bool:
            return (kind.or_file and is_file(name)) or not self.is_gone(name, kind, folder)

        left = tuple(filter(stays, names))
        return left if len(left) < len(names) else names
