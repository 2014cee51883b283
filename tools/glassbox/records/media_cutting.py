"""The media of an archive without those of its hidden records.

A medium that a hidden record owns is shown by no other record either. One that it only uses (an input of a prompt,
footage of a shot) may be shown where another record uses it too. Where a list loses an entry, the media of the
later entries move up with them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any, TypeAlias, TypeVar

from glassbox.records.archive import Archive, FilmFolder, MediaKey
from glassbox.records.base import Record
from glassbox.records.prompts import Input, Prompt, Revision
from glassbox.records.references import Kind, is_file
from glassbox.records.shots import Shot
from glassbox.records.takes import Take

IsGone: TypeAlias = Callable[[str, Kind, FilmFolder | None], bool]

_USES = frozenset({"inputs", "footage"})
_LISTS = frozenset({"captions", "storyboards", "footage", "inputs"})

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class MediaCutting:
    media: Mapping[MediaKey, str]
    silent: frozenset[str]
    """Full ids of records that show no medium."""
    owned: frozenset[str]
    """Paths of media that such records own, or may own."""
    fallen: Mapping[str, Mapping[str, frozenset[int]]]
    """Of records that stay, by field: numbers of the entries that go."""

    @classmethod
    def of(
        cls, whole: Archive, gone: frozenset[str], short: frozenset[str], unsure: frozenset[str], is_gone: IsGone
    ) -> MediaCutting:
        silent = gone | short
        owned = unsure | frozenset(
            path for key, path in whole.media.items() if _is_of(key.record, silent) and key.field not in _USES
        )
        fallen: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
        for key, path in whole.media.items():
            if path in owned:
                fallen[key.record][key.field].add(key.number)
        for folder in whole.films:
            for record, field, number in _named_entries(folder, is_gone):
                fallen[record][field].add(number)
        frozen = {
            record: {field: frozenset(numbers) for field, numbers in fields.items()}
            for record, fields in fallen.items()
        }
        return cls(whole.media, silent, owned, frozen)

    def left(self) -> Mapping[MediaKey, str]:
        """What is still bound, under the numbers that the entries have now."""
        left: dict[MediaKey, str] = {}
        for key, path in self.media.items():
            if path in self.owned or _is_of(key.record, self.silent):
                continue
            fallen = self.fallen.get(key.record, {}).get(key.field, frozenset())
            if key.number not in fallen:
                before = sum(number < key.number for number in fallen)
                left[MediaKey(key.record, key.field, key.number - before)] = path
        return left

    def without_media(self, record: R, full_id: str) -> R:
        """The record without the fields and entries whose media are not shown."""
        if isinstance(record, Prompt):
            revisions = tuple(self._without_inputs(each, f"{full_id}@{each.rev}") for each in record.revisions)
            if all(a is b for a, b in zip(revisions, record.revisions, strict=True)):
                return record
            return record.model_copy(update={"revisions": revisions})
        fallen = self.fallen.get(full_id)
        if not fallen:
            return record
        return record.model_copy(update={field: _left(record, field, numbers) for field, numbers in fallen.items()})

    def _without_inputs(self, revision: Revision, name: str) -> Revision:
        fallen = self.fallen.get(name, {}).get("inputs")
        return revision.model_copy(update={"inputs": _left(revision, "inputs", fallen)}) if fallen else revision


def _named_entries(folder: FilmFolder, is_gone: IsGone) -> list[tuple[str, str, int]]:
    """Entries of lists with media that name a hidden record: (record, field, number)."""
    found: list[tuple[str, str, int]] = []
    with_footage: Iterator[Shot | Take] = chain(folder.shots, folder.takes)
    for record in with_footage:
        for number, name in enumerate(record.footage):
            if not is_file(name) and is_gone(name, Kind.ASSET, folder):
                found.append((folder.full_id(record), "footage", number))
    for prompt in folder.prompts:
        for revision in prompt.revisions:
            for number, entry in enumerate(revision.inputs):
                if _names_hidden(entry, folder, is_gone):
                    found.append((f"{prompt.id}@{revision.rev}", "inputs", number))
    return found


def _names_hidden(entry: Input, folder: FilmFolder, is_gone: IsGone) -> bool:
    named = ((entry.take, Kind.TAKE), (entry.asset, Kind.ASSET), (entry.prompt, Kind.PROMPT))
    return any(name is not None and is_gone(name, kind, folder) for name, kind in named)


def _is_of(record: str, ids: frozenset[str]) -> bool:
    return record in ids or record.partition("@")[0] in ids


def _left(part: Record | Revision, field: str, fallen: frozenset[int]) -> Any:
    if field not in _LISTS:
        return None
    return tuple(entry for number, entry in enumerate(getattr(part, field)) if number not in fallen)
