"""Where media may lie: the film's folder, then the media root, and never outside of them.

Folders are listed, not probed: so a name must agree letter for letter on every system, and one that differs only in
capitals can be told.
"""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath, PureWindowsPath

from glassbox.loading.layout import READMES, RECORD_ENDINGS, is_passed_over
from glassbox.problems import Code
from glassbox.problems.codes import media as media_codes
from glassbox.problems.codes import rules as codes

MEDIA_VARIABLE = "GLASSBOX_MEDIA"

_MOST_ENTRIES = 200_000
"""Of a media root; beyond them only written paths are found."""


@dataclass(frozen=True)
class Medium:
    """An ordinary file that may be read."""

    path: Path
    name: str
    """Relative to the archive, with `/`; absolute in the media root."""
    frames: tuple[tuple[int, Path], ...] = ()
    """Of numbered stills that are one clip: number and file of each, rising. Its own path is then no file."""


@dataclass(frozen=True)
class NotFound:
    """Why a written path gives no medium."""

    code: Code
    found: str = ""
    """The name that is there, where only capitals differ."""


@dataclass(frozen=True)
class Stray:
    """An entry of a media folder that is not opened."""

    name: str


@dataclass
class Places:
    """The archive's folder and its media root. Lists each folder once."""

    root: Path
    media_root: Path | None
    _listed: dict[Path, Mapping[str, str]] = field(default_factory=dict)
    _found: dict[tuple[Path, str], Medium | NotFound] = field(default_factory=dict)
    _small: dict[Path, Mapping[str, str]] = field(default_factory=dict)
    """The same by small letters."""

    @classmethod
    def of(cls, root: Path, media_root: str | None) -> Places:
        """`GLASSBOX_MEDIA` goes before what site.yml says; a relative root begins at the archive's folder."""
        written = os.environ.get(MEDIA_VARIABLE) or media_root
        absolute = Path(os.path.abspath(root))
        return cls(absolute, Path(os.path.abspath(absolute / written)) if written else None)

    def find(self, folder: Path, written: str) -> Medium | NotFound:
        """The medium that a record of the film in `folder` names. Asked again, the answer is the same."""
        asked = (folder, written)
        if asked not in self._found:
            self._found[asked] = self._find(folder, written)
        return self._found[asked]

    def bases(self, folder: Path) -> list[Path]:
        """Where a path of the film in `folder` is looked for, in this order."""
        return [folder, *([self.media_root] if self.media_root else [])]

    def _find(self, folder: Path, written: str) -> Medium | NotFound:
        if climbs(written):
            return NotFound(codes.LEADS_OUT)
        near: NotFound | None = None
        for base in self.bases(folder):
            path, is_exact = self.entry(base, written)
            if path is not None and is_exact:
                return self.medium(path)
            if path is not None and near is None:
                near = NotFound(codes.CASE_DIFFERS, path.relative_to(base).as_posix())
        return near or NotFound(media_codes.MEDIUM_MISSING)

    def medium(self, path: Path) -> Medium | NotFound:
        """The file at `path`, whose folder was listed, if it is an ordinary one and no link out of our folders."""
        try:
            status = path.lstat()
            if stat.S_ISLNK(status.st_mode):
                if not self._is_inside(Path(os.path.realpath(path))):
                    return NotFound(codes.LEADS_OUT)
                status = path.stat()
            if not stat.S_ISREG(status.st_mode) or not os.access(path, os.R_OK):
                return NotFound(codes.NOT_A_FILE)
        except FileNotFoundError:
            return NotFound(media_codes.MEDIUM_MISSING)
        except (OSError, ValueError):
            return NotFound(codes.NOT_A_FILE)
        return Medium(path, self.name_of(path))

    def name_of(self, path: Path) -> str:
        """A path as the archive writes it."""
        name, root = path.as_posix(), self._root_name
        return name[len(root) :] if name.startswith(f"{root}content/") else name

    @cached_property
    def _root_name(self) -> str:
        return self.root.as_posix().rstrip("/") + "/"

    def files_in(self, folder: Path) -> Iterator[Medium | Stray]:
        """Every file below `folder`, by name; a link to a folder is not followed. Nothing is opened."""
        waiting, seen = [folder], 0
        while waiting:
            here = waiting.pop()
            below: list[Path] = []
            for name in sorted(self.names(here).values()):
                seen += 1
                if seen > _MOST_ENTRIES:
                    return
                if is_passed_over(name) or name in READMES:
                    continue
                path = here / name
                found = self.medium(path)
                if isinstance(found, Medium) and _is_unicode(name):
                    yield found
                elif not path.is_dir():
                    yield Stray(self.name_of(path))
                elif not path.is_symlink():
                    below.append(path)
                elif isinstance(found, NotFound) and found.code is codes.LEADS_OUT:
                    yield Stray(self.name_of(path))
            waiting.extend(reversed(below))

    def loose_in(self, folder: Path) -> Iterator[Medium | Stray]:
        """The media that lie in `folder` itself, beside records."""
        for name in sorted(self.names(folder).values()):
            path = folder / name
            is_record = path.suffix.lower() in RECORD_ENDINGS
            if is_record or is_passed_over(name) or name in READMES or path.is_dir():
                continue
            found = self.medium(path)
            yield found if isinstance(found, Medium) and _is_unicode(name) else Stray(self.name_of(path))

    def _is_inside(self, real: Path) -> bool:
        return any(real.is_relative_to(base) for base in self._real_bases)

    @cached_property
    def _real_bases(self) -> list[str]:
        bases = [self.root / "content", *([self.media_root] if self.media_root else [])]
        return [os.path.realpath(base) for base in bases]

    def entry(self, base: Path, written: str) -> tuple[Path | None, bool]:
        """The entry of that name below `base`, and whether it agrees letter for letter."""
        here, is_exact = base, True
        for part in PurePosixPath(written).parts:
            names = self.names(here)
            if (found := names.get(_composed(part))) is None:
                found, is_exact = self._small[here].get(_composed(part).casefold()), False
            if found is None:
                return None, False
            here = here / found
        return here, is_exact

    def names(self, folder: Path) -> Mapping[str, str]:
        """What lies in a folder, none where it cannot be read: composed names -> the disk's own."""
        if folder not in self._listed:
            try:
                inside = self._is_inside(Path(os.path.realpath(folder)))
                names = os.listdir(folder) if inside else []
            except (OSError, ValueError):
                names = []
            self._listed[folder] = {_composed(name): name for name in sorted(names)}
            self._small[folder] = {name.casefold(): real for name, real in self._listed[folder].items()}
        return self._listed[folder]


def _composed(name: str) -> str:
    """macOS writes é as two characters, most others as one."""
    return unicodedata.normalize("NFC", name)


def _is_unicode(name: str) -> bool:
    """Whether a name can be written into a page or a table; some archives hold names in an older encoding."""
    return not any("\ud800" <= letter <= "\udfff" for letter in name)


def climbs(written: str) -> bool:
    posix, windows = PurePosixPath(written.replace("\\", "/")), PureWindowsPath(written)
    return posix.is_absolute() or bool(windows.drive) or ".." in posix.parts or "\0" in written
