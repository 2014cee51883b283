"""Opens files of a site that may be exchanged for another at any moment.

The tree is opened by its path for every request, and everything that answers the request (file, digest, not-found
page) is opened from there: one answer never mixes two builds. No name leads out: each folder is entered by itself,
and symlinks are not followed.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from glassbox.serving.digests import digests_of

INDEX, SUMS = "index.html", "SHA256SUMS"
# Without NONBLOCK a named pipe in the tree would hold the server up.
_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_FOLDER = getattr(os, "O_DIRECTORY", 0)
_NOT_OURS_TO_SHOW = {
    errno.ENOENT,
    errno.ENOTDIR,
    errno.EISDIR,
    errno.ELOOP,  # a symlink; BSD says EMLINK
    errno.EMLINK,
    errno.ENAMETOOLONG,
    errno.EACCES,
    errno.EINVAL,
    errno.EILSEQ,
}
_BY_DESCRIPTOR = os.open in os.supports_dir_fd  # not on Windows


@dataclass(frozen=True)
class Opened:
    """An open file of the site. Whoever has it closes `descriptor`."""

    descriptor: int
    path: Path
    """Where it was found; on Linux and macOS, only for the eyes: another file may lie there by now."""
    status: os.stat_result
    digest: str
    """SHA-256 as the tree's own SHA256SUMS gives it; empty where that does not name the file."""


@dataclass(frozen=True)
class Tree:
    """One build of the site, held open."""

    place: Path
    descriptor: int | None
    """None where the system opens by path only."""

    def file(self, parts: tuple[str, ...]) -> Opened | None:
        """The file at these names, or nothing: no such file, a folder, a symlink, a name that leads out."""
        if not parts or not all(map(_is_plain, parts)):
            return None
        descriptor = self._open(parts)
        if descriptor is None:
            return None
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            os.close(descriptor)
            return None
        digest = "" if parts == (SUMS,) else self._digests().get("/".join(parts), "")
        return Opened(descriptor, self.place.joinpath(*parts), status, digest)

    def has_folder(self, parts: tuple[str, ...]) -> bool:
        """Whether a folder with a page of its own lies at these names."""
        index = self.file((*parts, INDEX))
        if index:
            os.close(index.descriptor)
        return index is not None

    def _open(self, parts: tuple[str, ...]) -> int | None:
        try:
            if self.descriptor is None:
                return self._open_by_path(parts)
            folder = os.dup(self.descriptor)
            for name in parts[:-1]:
                try:
                    inner = os.open(name, _FLAGS | _FOLDER, dir_fd=folder)
                finally:
                    os.close(folder)
                folder = inner
            try:
                return os.open(parts[-1], _FLAGS, dir_fd=folder)
            finally:
                os.close(folder)
        except OSError as error:
            if error.errno in _NOT_OURS_TO_SHOW:
                return None
            raise

    def _open_by_path(self, parts: tuple[str, ...]) -> int | None:
        path = self.place.joinpath(*parts)
        return os.open(path, _FLAGS) if path.resolve() == self.place.resolve().joinpath(*parts) else None

    def _digests(self) -> dict[str, str]:
        descriptor = self._open((SUMS,))
        if descriptor is None:
            return {}
        with open(descriptor, "rb") as sums:
            return digests_of(sums)


@contextlib.contextmanager
def opened(site: Path) -> Iterator[Tree]:
    """The tree that lies at `site` now. Raises OSError where none does."""
    if not _BY_DESCRIPTOR:
        os.stat(site)
        yield Tree(site, None)
        return
    descriptor = os.open(site, os.O_RDONLY | _FOLDER)
    try:
        yield Tree(site, descriptor)
    finally:
        os.close(descriptor)


def _is_plain(name: str) -> bool:
    """Whether a name is one that a build writes: no way up, nothing hidden, nothing a system reads otherwise."""
    return not (name in ("", ".", "..") or name.startswith(".") or any(c in name for c in "/\\:\0"))
