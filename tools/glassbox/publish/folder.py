"""What a published folder is, and how it is cleared and written: never through a link.

Modes are set, not inherited: under umask 077 a web server could not read what was published.
"""

from __future__ import annotations

import os
import shutil
import stat
from pathlib import Path

from glassbox.problems import Place, Problem, problem
from glassbox.problems.codes.publishing import OUTPUT_IS_NO_FOLDER, OUTPUT_NOT_OURS

SUMS = "SHA256SUMS"
FILE_MODE, FOLDER_MODE = 0o644, 0o755


class NotOurs(Exception):
    """An output that must not be touched. `problem` says which and why."""

    def __init__(self, told: Problem) -> None:
        super().__init__(told.line("en"))
        self.problem = told


def refuse_foreign(site: Path, name: str) -> None:
    """Raises NotOurs where the output is a link, no folder, or a folder that no build of ours has made."""
    _refuse_links(site, name)
    if site.exists() and any(site.iterdir()) and not (site / SUMS).is_file():
        raise NotOurs(problem(Place(name), OUTPUT_NOT_OURS, path=name))


def own_folder(folder: Path, name: str) -> Path:
    """A work folder of ours, made where it is missing. Raises NotOurs where a link or a file has its name."""
    _refuse_links(folder, name)
    make_folder(folder)
    return folder


def _refuse_links(folder: Path, name: str) -> None:
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise NotOurs(problem(Place(name), OUTPUT_IS_NO_FOLDER, path=name))


def remove(path: Path) -> None:
    """Take away a folder or file; of a link only the link."""
    if path.is_symlink() or path.is_file():
        path.unlink()
    elif path.exists():
        shutil.rmtree(path)


def make_folder(folder: Path) -> None:
    """Make it and what is missing above it, readable for everyone."""
    missing = []
    while not folder.is_dir():
        missing.append(folder)
        folder = folder.parent
    for one in reversed(missing):
        one.mkdir(exist_ok=True)
        one.chmod(FOLDER_MODE)


def link_or_copy(source: Path, target: Path) -> None:
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:  # exFAT, some network shares, another file system, the limit of links on one file
        shutil.copyfile(source, target, follow_symlinks=False)


def link_file(source: Path, target: Path) -> None:
    """A file that is not there yet, sharing the bytes of another.

    That is safe because nothing is ever written into a published file, only renamed over it.
    """
    make_folder(target.parent)
    link_or_copy(source, target)
    if stat.S_IMODE(target.stat().st_mode) != FILE_MODE:
        target.chmod(FILE_MODE)


def replace(target: Path, data: bytes) -> None:
    """Write aside, then rename: a file that shares its bytes with another tree keeps them there."""
    aside = _aside(target)
    try:
        with open(aside, "xb") as opened:
            opened.write(data)
        aside.chmod(FILE_MODE)
        os.replace(aside, target)
    finally:
        aside.unlink(missing_ok=True)


def replace_by_file(target: Path, source: Path) -> None:
    """The same with the bytes of a file. They are copied: a byte that flips in the site must not flip in the store."""
    aside = _aside(target)
    try:
        shutil.copyfile(source, aside)
        aside.chmod(FILE_MODE)
        os.replace(aside, target)
    finally:
        aside.unlink(missing_ok=True)  # a rename onto the same file leaves both names


def _aside(target: Path) -> Path:
    make_folder(target.parent)
    aside = target.with_name(f".{target.name}.new")
    aside.unlink(missing_ok=True)
    return aside
