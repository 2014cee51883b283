"""Walks content/ and says which file is read as what; the rest is told with the name that was probably meant."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from glassbox.loading import layout
from glassbox.loading.layout import Form, Table
from glassbox.loading.nearest import nearest
from glassbox.loading.openings import Refused, names_in
from glassbox.loading.written import fault
from glassbox.problems import Code, Problem
from glassbox.problems.codes import files


@dataclass(frozen=True)
class Source:
    """A file to be read, and as what."""

    path: str
    place: str
    """Its path from the archive's root, with `/`, for problems and as its key."""
    table: Table
    form: Form
    film: str = ""
    """The name of its film's folder; empty for the exhibition's own tables."""


@dataclass
class Finds:
    """All sources of an archive, and what is wrong with the folders."""

    root: Path
    content: Path
    sources: list[Source] = field(default_factory=list)
    films: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def tell(self, path: Path, code: Code, **facts: object) -> None:
        self.problems.append(fault(0, code, **facts).at(place_of(path, self.root)))

    def add(self, path: Path, table: Table, form: Form, film: str = "") -> None:
        self.sources.append(Source(str(path), place_of(path, self.root), table, form, film))

    def listing(self, folder: Path) -> list[os.DirEntry[str]] | None:
        """What people put in a folder; None, and told, where it cannot be listed."""
        try:
            entries = names_in(folder, self.content)
        except Refused as refused:
            self.problems.append(refused.fault.at(place_of(folder, self.root)))
            return None
        return [entry for entry in entries if not layout.is_passed_over(entry.name)]


def find_sources(root: Path) -> Finds:
    """Every file of `root`/content that holds records, by folder and name."""
    content = root / "content"
    finds = Finds(root, content.resolve())
    if not content.is_dir():
        finds.tell(content, files.NO_CONTENT)
        return finds
    entries = finds.listing(content) or []
    _flat(finds, entries, layout.OF_THE_EXHIBITION, (layout.SITE,))
    for entry in entries:
        if entry.name == "films":
            _films(finds, Path(entry.path))
        elif entry.name == "report":
            _folder(finds, Path(entry.path), layout.TABLES["report"])
    _strangers(finds, entries, layout.OF_THE_EXHIBITION, ("site.yml", *layout.OTHER_CONTENT), has_media=False)
    if not finds.sources and not finds.films:
        finds.problems.clear()
        finds.tell(content, files.NO_CONTENT)
    elif not any(source.table is layout.SITE for source in finds.sources):
        finds.tell(content, files.MISSING_FILE, file="site.yml", fields="title, languages")
    return finds


def _films(finds: Finds, folder: Path) -> None:
    for entry in finds.listing(folder) or []:
        if _is_folder(entry):
            finds.films.append(entry.name)
            _film(finds, Path(entry.path), entry.name)
        elif entry.name not in layout.READMES:
            finds.tell(Path(entry.path), files.UNKNOWN_FILE, names="<slug>/film.yml")


def _film(finds: Finds, folder: Path, slug: str) -> None:
    entries = finds.listing(folder)
    if entries is None:
        return
    _flat(finds, entries, layout.OF_A_FILM, (layout.FILM,), slug)
    folders = {table.folder: table for table in layout.OF_A_FILM if table.folder}
    for entry in entries:
        if entry.name in folders:
            _folder(finds, Path(entry.path), folders[entry.name], slug)
    _strangers(finds, entries, layout.OF_A_FILM, ("film.yml", *layout.MEDIA_FOLDERS))
    if not any(source.table is layout.FILM and source.film == slug for source in finds.sources):
        required = "slug, code, title, fps, licence, digital_source_type"
        finds.tell(folder, files.MISSING_FILE, file="film.yml", fields=required)


def _flat(
    finds: Finds, entries: Sequence[os.DirEntry[str]], tables: Iterable[Table], single: Iterable[Table], film: str = ""
) -> None:
    """The folder's own files: one record a file for `single`, one table a file for the others."""
    by_name = {entry.name: Path(entry.path) for entry in entries}
    for table in single:
        _first(finds, by_name, table, {".yml": Form.ONE, ".yaml": Form.ONE}, film)
    for table in tables:
        if table.is_flat:
            _first(finds, by_name, table, layout.FLAT_ENDINGS, film)


def _first(finds: Finds, by_name: dict[str, Path], table: Table, endings: Mapping[str, Form], film: str) -> None:
    present = [(by_name[table.name + end], form) for end, form in endings.items() if table.name + end in by_name]
    for path, form in present[:1]:
        finds.add(path, table, form, film)
    for path, _ in present[1:]:
        finds.tell(path, files.TWO_FILES, other=place_of(present[0][0], finds.root))


def _folder(finds: Finds, folder: Path, table: Table, film: str = "") -> None:
    """A folder with one record a file."""
    endings = layout.FOLDER_ENDINGS[table.folder_form]
    place = place_of(folder, finds.root)
    for entry in finds.listing(folder) or []:
        if entry.name in layout.READMES:
            continue
        if entry.name.endswith(endings):
            shown = f"{place}/{visible(entry.name)}"
            finds.sources.append(Source(entry.path, shown, table, table.folder_form, film))
        else:
            finds.tell(Path(entry.path), files.UNKNOWN_FILE, names=f"{table.folder}/<id>{endings[0]}")


def _strangers(
    finds: Finds, entries: Sequence[os.DirEntry[str]], tables: Sequence[Table], others: Sequence[str],
    *, has_media: bool = True,
) -> None:  # fmt: skip
    """Folders and files that nothing reads; of a folder that has media too, only those that look like records."""
    names = [f"{table.name}{end}" for table in tables if table.is_flat for end in (".yml", ".csv")]
    names += [table.folder for table in tables if table.folder] + list(others)
    read = {*names, *(f"{table.name}.yaml" for table in tables if table.is_flat), *_also(others), *layout.READMES}
    for entry in entries:
        saved = _saved_otherwise(entry.name, names)
        looks_like_one = not has_media or _is_folder(entry) or Path(entry.name).suffix.lower() in layout.RECORD_ENDINGS
        if entry.name in read or not (looks_like_one or saved):
            continue
        near = saved or nearest(entry.name, names)
        if near:
            finds.tell(Path(entry.path), files.UNKNOWN_FILE_NEAR, nearest=near)
        else:
            finds.tell(Path(entry.path), files.UNKNOWN_FILE, names=", ".join(names))


def _saved_otherwise(name: str, names: Sequence[str]) -> str:
    """The table that a workbook or a text file of its name was to be: `takes.xlsx`, `takes.yml.txt`; else nothing."""
    stem, _, ending = name.casefold().partition(".")
    if ending in layout.SHEET_ENDINGS and f"{stem}.csv" in names:
        return f"{stem}.csv"
    return f"{stem}.yml" if ending in layout.TEXT_ENDINGS and f"{stem}.yml" in names else ""


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """False for a link that leads to itself, or to where we may not look."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def _also(names: Sequence[str]) -> Iterator[str]:
    return (name.removesuffix(".yml") + ".yaml" for name in names if name.endswith(".yml"))


def place_of(path: Path, root: Path) -> str:
    """A path for people: from the archive's root, with `/`, and bytes that are no text made visible."""
    return visible(path.relative_to(root).as_posix())


def visible(name: str) -> str:
    return os.fsencode(name).decode("utf-8", "backslashreplace")
