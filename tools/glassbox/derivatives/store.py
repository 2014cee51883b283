"""The store of derivatives: each entry is named by what made it, and is whole or not there.

    <folder>/<blake3 of the source>/<digest of recipe and tools>-<digest of label>/made.json and the files
    <folder>/.making/<random>/               what is being made; renamed into place when it is checked
    <folder>/seen.json                       digests of unchanged files, a hint

There is no manifest to fall out of step. An entry is used again only while its files still have their digests.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from blake3 import blake3

from glassbox.derivatives.saving import Draft
from glassbox.derivatives.sealed import read_sealed, write_sealed
from glassbox.derivatives.seen import Digests, Seen, Stamp, blake3_of
from glassbox.derivatives.values import Made, MadeFile, Remark

try:
    import fcntl
except ImportError:  # Windows: one build at a time is all that keeps others' folders
    fcntl = None  # type: ignore[assignment]

_MADE = "made.json"
_SOURCE = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Contents:
    """What a recipe gave: files that lie in their folder, and what is to be said about the source."""

    drafts: tuple[Draft, ...] = ()
    colour: str = ""
    remarks: tuple[Remark, ...] = ()
    facts: dict[str, Any] | None = None


@dataclass(frozen=True)
class Entry:
    """Contents in the store. `name` is `<blake3 of the source>/<key>`."""

    name: str
    files: tuple[MadeFile, ...] = ()
    colour: str = ""
    remarks: tuple[Remark, ...] = ()
    facts: dict[str, Any] | None = None

    @property
    def drafts(self) -> tuple[Draft, ...]:
        """Its files as they were before they were put into the store."""
        return tuple(
            Draft(
                role=file.role,
                stored=file.path.name,
                mime=file.mime,
                width=file.width,
                height=file.height,
                seconds=file.seconds,
                moments=file.moments,
                columns=file.columns,
                page=file.page,
            )
            for file in self.files
        )


def key_of(recipe: str, tools: str, label: bytes) -> str:
    """What made an entry, as hexadecimal digits: 32 for recipe and tools, then 16 for the label."""
    parts = (part.encode() for part in (recipe, tools))
    bare = blake3(b"\0".join(b"%d:%s" % (len(part), part) for part in parts)).hexdigest()[:32]
    return f"{bare}-{blake3(label).hexdigest()[:16]}"


def published_name(entry: str, stored: str) -> str:
    """Where a file goes in the site: `media/3f/3f…20 digits….webp`. Never the source's own name."""
    digest = blake3(f"{entry}/{stored}".encode()).hexdigest()[:20]
    return f"media/{digest[:2]}/{digest}{os.path.splitext(stored)[1]}"


class Store:
    def __init__(self, folder: Path) -> None:
        self.folder = folder.absolute()

    def seen(self) -> Seen:
        return Seen(self.folder / "seen.json")

    def find(self, digest: str, key: str, seen: Seen | None = None) -> Entry | None:
        """The entry, its files checked; a damaged one is removed, and None comes back as for one never made."""
        name = f"{digest}/{key}"
        folder = self.folder / name
        written = read_sealed(folder / _MADE)
        if written is None:
            if folder.exists():
                self._remove(folder)
            return None
        entry = _entry(name, folder, written)
        whole = (_is_whole(f.path, row, seen) for f, row in zip(entry.files, written["files"], strict=True))
        if not all(whole):
            self._remove(folder)
            return None
        return entry

    def twin(self, digest: str, key: str) -> Entry | None:
        """An entry of the same source, recipe and tools that differs only by its label."""
        bare = key.partition("-")[0]
        others = sorted(folder.name for folder in (self.folder / digest).glob(f"{bare}-*"))
        return next((found for other in others if (found := self.find(digest, other)) and found.files), None)

    @contextmanager
    def aside(self) -> Iterator[Path]:
        """A folder to make something in. What is left in it afterwards is thrown away."""
        making = self.folder / ".making"
        making.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(dir=making))
        with _held(folder):
            try:
                yield folder
            finally:
                shutil.rmtree(folder, ignore_errors=True)

    def put(self, aside: Path, digest: str, key: str, contents: Contents) -> Entry:
        """Move the drafts into the store as one entry. Where another worker was quicker, its entry stays."""
        name, folder = f"{digest}/{key}", self.folder / digest / key
        whole = aside / ".entry"
        whole.mkdir(mode=0o755)
        rows = [_moved(aside / draft.stored, whole, draft) for draft in contents.drafts]
        data = asdict(contents) | {"files": rows}
        del data["drafts"]
        write_sealed(whole / _MADE, data)
        folder.parent.mkdir(parents=True, exist_ok=True)
        os.chmod(whole, 0o755)
        try:
            os.rename(whole, folder)
        except OSError:
            if (found := self.find(digest, key)) is not None:
                return found
            os.rename(whole, folder)  # what lay there was damaged and is gone
        return _entry(name, folder, data)

    def sweep(self) -> None:
        """Remove what processes that are gone left half made."""
        for folder in (self.folder / ".making").glob("*"):
            with suppress(OSError), _held(folder):  # somebody's who lives is held by him
                shutil.rmtree(folder, ignore_errors=True)

    def prune(self, keep: Iterable[Made]) -> int:
        """Remove every entry that none of these stands on; how many went."""
        kept = {name for made in keep for name in made.entries}
        gone = 0
        for source in sorted(self.folder.iterdir()) if self.folder.is_dir() else ():
            if not _SOURCE.fullmatch(source.name):
                continue
            for entry in sorted(source.iterdir()):
                if f"{source.name}/{entry.name}" not in kept:
                    self._remove(entry)
                    gone += 1
            with suppress(OSError):  # not empty
                source.rmdir()
        return gone

    def _remove(self, folder: Path) -> None:
        """First out of its place in one step, then away: a half-removed entry is never found."""
        with self.aside() as aside, suppress(FileNotFoundError):
            os.rename(folder, aside / "gone")


def _entry(name: str, folder: Path, written: dict[str, Any]) -> Entry:
    files = tuple(
        MadeFile(
            role=row["role"],
            name=published_name(name, row["stored"]),
            path=folder / row["stored"],
            bytes=row["bytes"],
            mime=row["mime"],
            width=row["width"],
            height=row["height"],
            seconds=row["seconds"],
            moments=tuple(row["moments"]),
            columns=row["columns"],
            page=row.get("page", 0),
        )
        for row in written["files"]
    )
    remarks = tuple(Remark(remark["code"], remark["facts"]) for remark in written["remarks"])
    return Entry(name, files, written["colour"], remarks, written["facts"])


def _moved(path: Path, folder: Path, draft: Draft) -> dict[str, Any]:
    os.chmod(path, 0o644)
    place = folder / draft.stored
    os.rename(path, place)
    return asdict(draft) | {"bytes": place.stat().st_size, "blake3": blake3_of(place)}


def _is_whole(path: Path, row: dict[str, Any], seen: Seen | None) -> bool:
    if seen is not None and (known := seen.digests(path)):
        return bool(known.blake3 == row["blake3"])
    try:
        before = path.stat()
        digest = blake3_of(path)
    except OSError:
        return False
    if before.st_size != row["bytes"] or digest != row["blake3"]:
        return False
    if seen is not None:
        seen.remember(path, Digests(Stamp.of(before), digest, ""))
    return True


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    """Hold the folder as ours until we leave or die, whichever comes first. Raises OSError where another holds it."""
    if fcntl is None:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(handle)
