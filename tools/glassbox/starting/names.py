"""Whether a film may have a name: its shape, and that nobody has or had it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from glassbox.loading import layout, openings
from glassbox.loading.finding import find_sources
from glassbox.loading.released import read as read_lock
from glassbox.loading.sheets import sheet_of
from glassbox.problems import one_line
from glassbox.records.terms import FILM_CODE, RESERVED_NAMES, SLUG

MOST_SLUG = 60
"""Characters: a published path has 200 in all, and shots and takes need theirs."""


class Why(StrEnum):
    """Why a film is not started; the value is the sentence's key on the command line."""

    SLUG_SHAPE = "film_slug_shape"
    SLUG_RESERVED = "film_slug_reserved"
    CODE_SHAPE = "film_code_shape"
    THERE = "film_there"
    SLUG_TAKEN = "film_slug_taken"
    CODE_TAKEN = "film_code_taken"
    WAS_RELEASED = "film_was_released"
    NO_FOLDER = "film_no_folder"

    @property
    def is_usage(self) -> bool:
        """Whether the words of the command are at fault, and not what content/ holds."""
        return self in (Why.SLUG_SHAPE, Why.SLUG_RESERVED, Why.CODE_SHAPE)


class Refused(Exception):
    """A film that is not started; nothing was touched."""

    def __init__(self, why: Why, **facts: str) -> None:
        super().__init__(why, facts)
        self.why = why
        self.facts = facts


def refuse_bad_names(root: Path, slug: str, code: str) -> None:
    """Raises Refused. A name that is taken but for its case is told as taken: that is what the author needs to know."""
    near = suggested_slug(slug)
    if SLUG.fullmatch(slug.lower()):
        _refuse_taken_slug(root, slug)
    if not SLUG.fullmatch(slug) or len(slug) > MOST_SLUG:
        raise Refused(Why.SLUG_SHAPE, slug=shown(slug), near=near)
    if slug.upper() in RESERVED_NAMES:
        raise Refused(Why.SLUG_RESERVED, slug=slug, near=f"{slug}-film")
    if FILM_CODE.fullmatch(code.upper()):
        _refuse_taken_code(root, code.upper())
    if not FILM_CODE.fullmatch(code):
        raise Refused(Why.CODE_SHAPE, prefix=shown(code), near=suggested_code(code, near))


def suggested_slug(slug: str) -> str:
    """A slug like it."""
    words = re.findall(r"[a-z0-9]+", slug.lower())
    return "-".join(words)[:MOST_SLUG].strip("-") or "my-film"


def suggested_code(code: str, slug: str) -> str:
    """A code like it; else of the slug's first letters."""
    for letters in ("".join(re.findall("[A-Z]", code.upper())), "".join(re.findall("[A-Z]", slug.upper()))):
        if len(letters) >= 2:
            return letters[:6]
    return "MF"


def shown(name: str) -> str:
    """A name for a message: no byte that is no text, and not without end."""
    visible = one_line(name)
    return visible if len(visible) <= MOST_SLUG else f"{visible[:MOST_SLUG]}…"


def _refuse_taken_slug(root: Path, slug: str) -> None:
    content = root / "content"
    for folder in (content, content / "films"):
        if (folder.exists() or folder.is_symlink()) and not folder.is_dir():
            raise Refused(Why.NO_FOLDER, folder=str(folder))
    try:
        there = openings.names_in(content / "films", content.resolve()) if (content / "films").is_dir() else []
    except openings.Refused as refused:
        raise Refused(Why.NO_FOLDER, folder=str(content / "films")) from refused
    for entry in there:
        if entry.name.lower() == slug.lower():
            raise Refused(Why.THERE, folder=f"content/films/{shown(entry.name)}")
    for folder_name, written in _written(root, "slug"):
        if written.lower() == slug.lower():
            raise Refused(Why.SLUG_TAKEN, slug=slug, folder=f"content/films/{shown(folder_name)}")
    if slug.lower() in read_lock(root)[0].released:
        raise Refused(Why.WAS_RELEASED, name=slug.lower())


def _refuse_taken_code(root: Path, code: str) -> None:
    for folder_name, written in _written(root, "code"):
        if written.upper() == code:
            raise Refused(Why.CODE_TAKEN, prefix=code, folder=f"content/films/{shown(folder_name)}")
    for name in read_lock(root)[0].released:
        if name.startswith(f"{code}-"):
            raise Refused(Why.WAS_RELEASED, name=code)


def _written(root: Path, field: str) -> Iterator[tuple[str, str]]:
    """Folder of each film -> what its film.yml says in `field`, whether or not the rest can be read."""
    finds = find_sources(root)
    for source in finds.sources:
        if source.table is not layout.FILM:
            continue
        try:
            sheet = sheet_of(openings.bytes_of(source.path, finds.content), source.table, source.form)
        except openings.Refused:
            continue  # `check` tells of it; it has no name that can be read
        for entry in sheet.entries:
            written = entry.value.get(field) if isinstance(entry.value, dict) else None
            if isinstance(written, str):
                yield source.film, written.strip()
