"""Ids, codes and slugs: each the name of one record, and a name that any disk can hold."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from glassbox.loading.rules.sight import Sight
from glassbox.problems import Problem
from glassbox.problems.codes import rules as codes
from glassbox.problems.codes.publishing import LANGUAGE_IS_NO_FOLDER
from glassbox.records.archive import id_of
from glassbox.records.film import Film
from glassbox.records.prompts import Prompt
from glassbox.records.shots import Shot
from glassbox.records.terms import RECORD_ID, RESERVED_NAMES, is_id_shaped


def names_differ_by_more_than_case(sight: Sight) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    retired = (retired.id for retired in sight.archive.retired)
    for full_id in [*(entry.full_id for entry in sight.entries), *retired]:
        other = seen.setdefault(full_id.lower(), full_id)
        if other != full_id:
            where = full_id if full_id in sight.index.entries else f"retired/{full_id}"
            told = sight.tell(codes.SAME_BUT_FOR_CASE, where, ("id",), record=full_id, other=other)
            yield told


def ids_begin_with_their_films_code(sight: Sight) -> Iterator[Problem]:
    for entry in sight.entries:
        shape = None if entry.folder is None else RECORD_ID.fullmatch(entry.full_id)
        if entry.folder is None or shape is None or isinstance(entry.record, (Film, Shot)):
            continue
        film = entry.folder.film
        if shape["film"] != film.code:
            example = f"{film.code}-{shape['letter']}{shape['number']}"
            yield sight.tell(
                codes.OTHER_FILMS_ID,
                entry.full_id,
                ("id",),
                found=shape["film"],
                film=film.slug,
                prefix=film.code,
                example=example,
            )


def films_have_names_of_their_own(sight: Sight) -> Iterator[Problem]:
    codes_seen: dict[str, Film] = {}
    slugs_seen: dict[str, Film] = {}
    for folder in sight.archive.films:
        film = folder.film
        if (other := slugs_seen.setdefault(film.slug, film)) is not film:
            other_place = str(sight.marks.place(other.slug, "slug"))
            yield sight.tell(codes.FILM_SLUG_TWICE, film.slug, ("slug",), film=film.slug, other=other_place)
        elif (other := codes_seen.setdefault(film.code, film)) is not film:
            yield sight.tell(
                codes.FILM_CODE_TWICE, film.slug, ("code",), film=film.slug, other=other.slug, prefix=film.code
            )


def folders_are_called_as_their_films(sight: Sight) -> Iterator[Problem]:
    for folder in sight.archive.films:
        slug = folder.film.slug
        path = PurePosixPath(sight.marks.place(slug, "slug").path)
        if path.parts[:2] == ("content", "films") and len(path.parts) > 3 and path.parts[2] != slug:
            yield sight.tell(codes.FOLDER_IS_NOT_SLUG, slug, ("slug",), folder=path.parts[2], slug=slug)


def shot_codes_look_like_nothing_else(sight: Sight) -> Iterator[Problem]:
    for folder in sight.archive.films:
        for shot in folder.shots:
            shape = next(filter(is_id_shaped, (shot.code, folder.full_id(shot))), None)
            if shape is not None:
                yield sight.tell(
                    codes.SHOT_SHAPED_LIKE_ID, folder.full_id(shot), ("code",), shot=shot.code, shape=shape
                )


def names_are_none_of_windows(sight: Sight) -> Iterator[Problem]:
    """Ids and languages become names of folders in the published tree."""
    for number, tag in enumerate(sight.archive.site.languages):
        if tag.upper() in RESERVED_NAMES:
            yield sight.tell(LANGUAGE_IS_NO_FOLDER, "site", ("languages", number), found=tag)
    for entry in sight.entries:
        name = id_of(entry.record)
        if name.upper() in RESERVED_NAMES:
            field = "slug" if isinstance(entry.record, Film) else "code" if isinstance(entry.record, Shot) else "id"
            yield sight.tell(codes.RESERVED_NAME, entry.full_id, (field,), found=name)


def revisions_rise(sight: Sight) -> Iterator[Problem]:
    for folder in sight.archive.films:
        for prompt in folder.prompts:
            yield from _revisions_of(sight, prompt)


RULES = (
    names_differ_by_more_than_case,
    ids_begin_with_their_films_code,
    films_have_names_of_their_own,
    folders_are_called_as_their_films,
    shot_codes_look_like_nothing_else,
    names_are_none_of_windows,
    revisions_rise,
)


def _revisions_of(sight: Sight, prompt: Prompt) -> Iterator[Problem]:
    seen: list[int] = []
    for number, revision in enumerate(prompt.revisions):
        at = ("revisions", number, "rev")
        if revision.rev in seen:
            free = max(each.rev for each in prompt.revisions) + 1
            yield sight.tell(codes.REVISION_TWICE, prompt.id, at, found=revision.rev, free=free)
        elif seen and revision.rev < seen[-1]:
            yield sight.tell(codes.REVISIONS_NOT_RISING, prompt.id, at, found=revision.rev, before=seen[-1])
        seen.append(revision.rev)
