"""Which media the records of a film ask for by path."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from glassbox.records.archive import FilmFolder, MediaKey
from glassbox.records.film import Film
from glassbox.records.process import Asset, Version
from glassbox.records.references import is_file
from glassbox.records.walk import Loc


@dataclass(frozen=True)
class Want:
    """A path that a record has written."""

    key: MediaKey
    record: str
    """Full id of the record whose file has the line."""
    at: Loc
    written: str


def wants(folder: FilmFolder) -> Iterator[Want]:
    """Every written path of a film and its records."""
    yield from _of_film(folder.film)
    for shot in folder.shots:
        name = folder.full_id(shot)
        yield from _listed(name, "storyboards", shot.storyboards)
        yield from _listed(name, "footage", shot.footage)
    for take in folder.takes:
        yield from _single(take.id, "media", take.media)
        yield from _listed(take.id, "footage", take.footage)
    with_file: Iterator[Version | Asset] = chain(folder.versions, folder.assets)
    for record in with_file:
        yield from _single(record.id, "file", record.file)
    for prompt in folder.prompts:
        for place, revision in enumerate(prompt.revisions):
            for number, entry in enumerate(revision.inputs):
                if entry.file is not None:
                    key = MediaKey(f"{prompt.id}@{revision.rev}", "inputs", number)
                    yield Want(key, prompt.id, ("revisions", place, "inputs", number, "file"), entry.file)


def mentioned(folder: FilmFolder) -> set[str]:
    """Names of files that records speak of without showing them: where a prompt was found."""
    sources = (revision.source for prompt in folder.prompts for revision in prompt.revisions)
    return {source.file.rsplit("/", 1)[-1] for source in sources if source is not None and source.file}


def _of_film(film: Film) -> Iterator[Want]:
    yield from _single(film.slug, "master", film.master)
    yield from _single(film.slug, "trailer", film.trailer)
    yield from _single(film.slug, "poster", film.poster)
    for number, each in enumerate(film.captions):
        yield Want(MediaKey(film.slug, "captions", number), film.slug, ("captions", number, "file"), each.file)


def _single(record: str, field: str, written: str | None) -> Iterator[Want]:
    if written is not None:
        yield Want(MediaKey(record, field), record, (field,), written)


def _listed(record: str, field: str, written: tuple[str, ...]) -> Iterator[Want]:
    for number, entry in enumerate(written):
        if field != "footage" or is_file(entry):
            yield Want(MediaKey(record, field, number), record, (field, number), entry)
