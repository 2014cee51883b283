"""A staged tree that is brought up to date: what is unchanged is kept, what nobody put is left behind.

Each file is named in the manifest by the digest of everything it is made from, and by that of its bytes. The
manifest counts only for the tree it was made with (it lies under the digest of that tree's SHA256SUMS), and a
file is kept only if its bytes are still those: a page edited by hand in site/ is made anew.

What is kept is looked up in the last good tree and linked into the stage at the end, and only where anything
changed: to clone thousands of folders and clear them away again costs more than all the rest.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass
from pathlib import Path

from glassbox.publish.digests import digest_of, file_digest
from glassbox.publish.folder import FILE_MODE, FOLDER_MODE, SUMS, link_file, make_folder, replace, replace_by_file
from glassbox.publish.names import fault_of

_SCHEMA = 1


@dataclass(frozen=True)
class Counts:
    """Files of a finished tree."""

    written: int
    kept: int
    pruned: int
    """Files, links and empty folders of the tree before that this one has not."""
    is_unchanged: bool = False
    """Whether it is the tree before, byte for byte."""


class Tree:
    def __init__(self, stage: Path, last: Path, manifests: Path) -> None:
        """`stage` is an empty folder, `last` the last good tree or nothing; `manifests` is a folder of ours."""
        self._stage, self._last, self._manifests = stage, last, manifests
        self._there, self._strange = _seen(last)
        self._old = self._manifest_of(file_digest(last / SUMS))
        self._new: dict[str, tuple[str, str]] = {}
        self._kept: set[str] = set()
        self._names: dict[str, str] = {}
        self._counts: Counts | None = None

    def put(self, path: str, made_from: str, make: Callable[[], bytes]) -> None:
        """Bring a file up to date; `make` runs only where `made_from` is not that of last time.

        Raises ValueError for a name that is not portable, or was put before.
        """
        self._claim(path)
        old_from, old_digest = self._old.get(path, ("", ""))
        found = self._digest(path)
        if old_from == made_from and found and found == old_digest:
            self._keep(path, made_from, found)
            return
        self._bring(path, made_from, make())

    def put_bytes(self, path: str, data: bytes) -> None:
        """A file that is cheaper to have than to name by what made it."""
        self.put(path, digest_of(data), lambda: data)

    def put_file(self, path: str, source: Path) -> None:
        """A file with the bytes of another, which are copied. Raises ValueError where the other is no file."""
        self._claim(path)
        digest = file_digest(source)
        if not digest:
            raise ValueError(f"{source.name}, which {path} is made of, is no file")
        if self._digest(path) == digest:
            self._keep(path, digest, digest)
            return
        replace_by_file(self._stage / path, source)
        self._new[path] = (digest, digest)

    def put_group(self, folder: str, made_from: str, make: Callable[[], Iterable[tuple[str, bytes]]]) -> None:
        """Files below a folder that are made together and may differ in number and name from time to time.

        `make` gives (path, bytes) of all of them, and runs only where `made_from` is not that of last time or one of
        them is not as it was. No other file may be put below the folder.
        """
        old = {path: known for path, known in self._old.items() if path.startswith(f"{folder}/")}
        if old and all(known == (made_from, self._digest(path)) for path, known in old.items()):
            for path, (_, digest) in old.items():
                self._claim(path)
                self._keep(path, made_from, digest)
            return
        for path, data in make():
            self._claim(path)
            self._bring(path, made_from, data)

    def put_folder(
        self,
        path: str,
        source: Path,
        change: Callable[[str, bytes], bytes] = lambda _, data: data,
        but: Container[Path] = (),
    ) -> None:
        """Every regular file below `source`, at the same place below `path`; links, dotted names and `but` stay out.

        `change` gets a file's name and bytes and gives back what is put. These are copies: what an
        author may edit in place must not reach into a published tree.
        """
        for parent, folders, names in os.walk(source):  # which follows no link
            folders[:] = sorted(f for f in folders if not f.startswith(".") and Path(parent, f) not in but)
            for name in sorted(names):
                file = Path(parent, name)
                if not name.startswith(".") and stat.S_ISREG(file.lstat().st_mode):
                    self.put_bytes(f"{path}/{file.relative_to(source).as_posix()}", change(name, file.read_bytes()))

    @property
    def paths(self) -> frozenset[str]:
        """Every path put so far."""
        return frozenset(self._new)

    def files(self) -> dict[str, Path]:
        """Every path put so far -> where its bytes lie: in the stage, or in the last good tree."""
        return {path: (self._last if path in self._kept else self._stage) / path for path in self._new}

    def finish(self) -> Counts:
        """Complete the stage, write SHA256SUMS and the manifest. A second call gives the same counts and does nothing.

        Where nothing changed the stage stays empty: `counts.is_unchanged`.
        """
        if self._counts is None:
            sums = "".join(f"{digest}  {path}\n" for path, (_, digest) in sorted(self._new.items())).encode()
            digest = digest_of(sums)
            written = len(self._new) - len(self._kept) + (digest != file_digest(self._last / SUMS))
            pruned = self._strange + len(self._there - self._new.keys())
            if written or pruned:
                for path in self._kept:
                    link_file(self._last / path, self._stage / path)
                replace(self._stage / SUMS, sums)
            self._write_manifest(digest)
            self._counts = Counts(len(self._new) - len(self._kept), len(self._kept), pruned, not (written or pruned))
        return self._counts

    def _claim(self, path: str) -> None:
        if fault := fault_of(path):
            raise ValueError(f"{path!r} is no portable name, for {fault!r}")
        other = self._names.setdefault(path.lower(), path)
        if path in self._new or other != path or path == SUMS:
            raise ValueError(f"{path} is put twice, or differs from {other} only by case")
        if self._counts is not None:
            raise ValueError(f"{path} is put into a finished tree")

    def _bring(self, path: str, made_from: str, data: bytes) -> None:
        digest = digest_of(data)
        if digest == self._digest(path):
            self._keep(path, made_from, digest)
            return
        replace(self._stage / path, data)
        self._new[path] = (made_from, digest)

    def _digest(self, path: str) -> str:
        """Of the file in the last good tree; empty where there is none, or only by way of a link."""
        return file_digest(self._last / path) if path in self._there else ""

    def _keep(self, path: str, made_from: str, digest: str) -> None:
        file = self._last / path
        if stat.S_IMODE(file.stat().st_mode) != FILE_MODE:
            file.chmod(FILE_MODE)
        self._kept.add(path)
        self._new[path] = (made_from, digest)

    def _manifest_of(self, sums: str) -> dict[str, tuple[str, str]]:
        """path -> (made from, digest); nothing where no manifest is whole and of this tree."""
        if not sums:
            return {}
        try:
            seal, _, body = (self._manifests / f"{sums}.json").read_bytes().partition(b"\n")
        except OSError:
            return {}
        if seal != _seal(body):
            return {}
        return {path: (made_from, digest) for path, (made_from, digest) in json.loads(body).items()}

    def _write_manifest(self, sums: str) -> None:
        body = json.dumps(self._new, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()
        make_folder(self._manifests)
        replace(self._manifests / f"{sums}.json", _seal(body) + b"\n" + body)


def _seen(folder: Path) -> tuple[set[str], int]:
    """Regular files of a tree by path, SHA256SUMS aside; and how much of it is nothing that we publish.

    Nothing is looked at through a link. A folder whose mode somebody changed gets its own back.
    """
    found: set[str] = set()
    strange = 0
    for parent, folders, names in os.walk(folder):
        if stat.S_IMODE(os.stat(parent).st_mode) != FOLDER_MODE:
            os.chmod(parent, FOLDER_MODE)
        prefix = "" if parent == str(folder) else f"{Path(parent).relative_to(folder).as_posix()}/"
        strange += not folders and not names and bool(prefix)
        for name in [*names, *folders]:
            mode = os.lstat(os.path.join(parent, name)).st_mode
            if stat.S_ISREG(mode):
                found.add(prefix + name)
            elif not stat.S_ISDIR(mode):
                strange += 1
    return found - {SUMS}, strange


def _seal(body: bytes) -> bytes:
    return f"{_SCHEMA} {digest_of(body)}".encode()
