"""Writes the folder of a new film, and what every film leans on: all of it, or nothing."""

from __future__ import annotations

import os
import shutil
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from glassbox.loading import layout, write_schemas
from glassbox.starting.filling import OF_THE_EXHIBITION, exhibition_file, film_files
from glassbox.starting.names import Refused, Why, refuse_bad_names, shown

SCHEMAS = ".schemas"
"""Where the templates' first lines look for the schemas, below content/; a hidden folder is no author's."""


@dataclass(frozen=True)
class Started:
    folder: Path
    """The film's own."""
    files: tuple[Path, ...]
    """What is in it."""
    shared: tuple[Path, ...]
    """Tables of the exhibition that were missing and are there now."""


def start_film(root: Path, slug: str, code: str, lang: str) -> Started:
    """The folder content/films/`slug`, with comments in `lang`, in place in one step.

    Raises Refused where the names will not do, and OSError where the disk will not; then nothing is left of it.
    """
    refuse_bad_names(root, slug, code)
    content = root / "content"
    folder = content / "films" / slug
    with ExitStack() as undo:
        _make_folder(content, undo)
        _make_folder(content / "films", undo)
        aside = folder.with_name(f".{slug}.{os.getpid()}.new")
        _make_folder(aside, undo)
        names = _write_film(aside, film_files(slug, code, lang), undo)
        shared = _write_missing(content, lang, undo)
        _write_schemas(content, undo)
        if os.path.lexists(folder):  # somebody was quicker
            raise Refused(Why.THERE, folder=f"content/films/{shown(slug)}")
        os.rename(aside, folder)
        undo.pop_all()
    return Started(folder, tuple(folder / name for name in names), shared)


def _write_film(folder: Path, files: dict[str, str], undo: ExitStack) -> list[str]:
    for name in layout.MEDIA_FOLDERS:
        (folder / name).mkdir()
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        _write(folder / name, text, undo)
    return list(files)


def _write_missing(content: Path, lang: str, undo: ExitStack) -> tuple[Path, ...]:
    """The exhibition's tables that stand in no file of any form."""
    made = []
    for table in OF_THE_EXHIBITION:
        if any(os.path.lexists(content / f"{table}{ending}") for ending in layout.FLAT_ENDINGS):
            continue
        file = content / f"{table}.yml"
        _write(file, exhibition_file(table, lang), undo)
        made.append(file)
    return tuple(made)


def _write_schemas(content: Path, undo: ExitStack) -> None:
    """For editors. Those that are there already become those of this program."""
    folder, aside = content / SCHEMAS, content / f"{SCHEMAS}.{os.getpid()}.new"
    undo.callback(shutil.rmtree, aside, ignore_errors=True)
    written = write_schemas(aside)
    _make_folder(folder, undo)
    for file in written:
        os.replace(file, folder / file.name)
    aside.rmdir()


def _make_folder(folder: Path, undo: ExitStack) -> None:
    """Make it where it is missing; whatever is in it then goes with it."""
    if not folder.is_dir():
        folder.mkdir()
        undo.callback(shutil.rmtree, folder, ignore_errors=True)


def _write(file: Path, text: str, undo: ExitStack) -> None:
    """A file that is not there yet, so that nobody's words are ever written over."""
    with file.open("x", encoding="utf-8", newline="\n") as opened:
        undo.callback(file.unlink, missing_ok=True)
        opened.write(text)
