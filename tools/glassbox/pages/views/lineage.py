"""Where a prompt came from and what grew from it, each with a picture of what it made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from glassbox.pages.facts import Value, reference
from glassbox.pages.reader import Picture, Reader
from glassbox.pages.views.clips import Clip, clip_of
from glassbox.pages.views.relations import Relations
from glassbox.pages.views.takes import kept_first
from glassbox.pages.words import term
from glassbox.records.archive import FilmFolder, MediaKey
from glassbox.records.prompts import Prompt
from glassbox.records.takes import Take


@dataclass(frozen=True)
class Kin:
    name: Value
    task: str
    picture: Picture | None
    is_ai: bool


@dataclass(frozen=True)
class Lineage:
    """Empty, and false, for a prompt that stands alone."""

    parents: tuple[Kin, ...]
    itself: Kin
    children: tuple[Kin, ...]

    def __bool__(self) -> bool:
        return bool(self.parents or self.children)


def lineage_of(prompt: Prompt, folder: FilmFolder, relations: Relations, reader: Reader) -> Lineage:
    """Parents are the prompt it names and those whose takes or revisions it was given; children the other way round."""
    by_id = {one.id: one for one in folder.prompts}
    parents = [by_id[one] for one in _came_from(prompt, folder) if one in by_id]
    children = [one for one in folder.prompts if prompt.id in _came_from(one, folder)]
    return Lineage(
        tuple(_kin(one, folder, relations, reader) for one in parents),
        _kin(prompt, folder, relations, reader),
        tuple(_kin(one, folder, relations, reader) for one in children),
    )


def _came_from(prompt: Prompt, folder: FilmFolder) -> list[str]:
    """Ids of the prompts that a prompt stands on, without itself, each once."""
    return [one for one in dict.fromkeys(_named(prompt, folder)) if one != prompt.id]


def _named(prompt: Prompt, folder: FilmFolder) -> Iterator[str]:
    if prompt.parent:
        yield prompt.parent.split("@")[0]
    for revision in prompt.revisions:
        for given in revision.inputs:
            take = folder.by_id.get(given.take or "")
            made_by = take.prompt if isinstance(take, Take) else given.prompt
            if made_by:
                yield made_by.split("@")[0]


def _kin(prompt: Prompt, folder: FilmFolder, relations: Relations, reader: Reader) -> Kin:
    clips = (_clip(take, folder, reader) for take in kept_first(relations.made_by_prompt(prompt)))
    seen = next((clip for clip in clips if clip and clip.poster), None)
    return Kin(
        reference(prompt.id, prompt.id, reader),
        term(prompt.task, reader.lang),
        seen.poster if seen else None,
        seen.is_ai if seen else False,
    )


def _clip(take: Take, folder: FilmFolder, reader: Reader) -> Clip | None:
    source_type = take.digital_source_type or folder.film.digital_source_type
    return clip_of(reader, MediaKey(take.id, "media"), "", source_type, sizes="16em")
