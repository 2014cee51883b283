"""The boxes of an MP4 file, as far as we write or prove them: faststart, and the two boxes that hold a label."""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

_XMP = bytes.fromhex("BE7ACFCB97A942E89C71999491E3AFAC")  # ISO 16684-1, 2.2: XMP in the ISO base media format
_OFFSETS = {b"stco": "I", b"co64": "Q"}


@dataclass(frozen=True)
class Box:
    kind: str
    start: int
    head: int
    size: int


def boxes(path: Path) -> Iterator[Box]:
    """The outermost boxes in their order. Raises ValueError where their lengths do not fill the file."""
    with path.open("rb") as file:
        end, start = os.fstat(file.fileno()).st_size, 0
        while start < end:
            file.seek(start)
            head = file.read(16)
            if len(head) < 8:
                raise ValueError("the file ends inside a box")
            size, kind = struct.unpack(">I4s", head[:8])
            long = size == 1 and len(head) == 16
            size = struct.unpack(">Q", head[8:])[0] if long else size or end - start
            if size < 8 or start + size > end:
                raise ValueError("a box is longer than the file")
            yield Box(kind.decode("latin-1"), start, 16 if long else 8, size)
            start += size


def starts_fast(path: Path) -> bool:
    """Whether a player can begin before it has the whole file: the index lies before the media."""
    kinds = [box.kind for box in boxes(path)]
    return "moov" in kinds and "mdat" in kinds and kinds.index("moov") < kinds.index("mdat")


def with_label(path: Path, target: Path, packet: bytes, aigc: str) -> None:
    """Copy the file with this XMP packet and this AIGC tag and no others; media and their times stay as they are.

    Raises ValueError where its boxes are not as ours.
    """
    with path.open("rb") as file, target.open("wb") as made:
        for box in boxes(path):
            file.seek(box.start)
            if box.kind == "moov":
                made.write(_labelled_index(file.read(box.size), aigc))
            elif not _is_xmp(file, box):
                file.seek(box.start)
                _copy(file, made, box.size)
        if packet:  # at the end, where it moves no offset
            made.write(_box(b"uuid", _XMP + packet))


def _copy(file: BinaryIO, made: BinaryIO, size: int) -> None:
    while size:
        chunk = file.read(min(size, 1 << 20))
        if not chunk:
            raise ValueError("the file ends inside a box")
        made.write(chunk)
        size -= len(chunk)


def _is_xmp(file: BinaryIO, box: Box) -> bool:
    file.seek(box.start + box.head)
    return box.kind == "uuid" and file.read(16) == _XMP


def _labelled_index(moov: bytes, aigc: str) -> bytes:
    """The index with the tag in its user data. The media lie behind it, so that every offset moves along."""
    inside = b"".join(moov[start:end] for kind, start, end in _inside(moov, 8, len(moov)) if kind != b"udta")
    tag = _tag("AIGC", aigc) if aigc else b""
    made = bytearray(_box(b"moov", inside + tag))
    _move(made, 8, len(made), len(made) - len(moov))
    return bytes(made)


def _tag(name: str, text: str) -> bytes:
    """User data with one tag, in the form that `use_metadata_tags` gives it."""
    handler = _box(b"hdlr", bytes(8) + b"mdta" + bytes(13))
    keys = _box(b"keys", struct.pack(">II", 0, 1) + _box(b"mdta", name.encode()))
    value = _box(b"data", struct.pack(">II", 1, 0) + text.encode())  # 1: UTF-8
    values = _box(b"ilst", _box(struct.pack(">I", 1), value))
    return _box(b"udta", _box(b"meta", bytes(4) + handler + keys + values))


def _box(kind: bytes, inside: bytes) -> bytes:
    return struct.pack(">I4s", 8 + len(inside), kind) + inside


def _inside(data: bytes | bytearray, start: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    while start + 8 <= end:
        size, kind = struct.unpack_from(">I4s", data, start)
        if size < 8 or start + size > end:
            raise ValueError("a box of the index is longer than the index")
        yield bytes(kind), start, start + size
        start += size


def _move(data: bytearray, start: int, end: int, by: int) -> None:
    """Add `by` to every offset of a chunk. Raises ValueError where one no longer fits its 32 bits."""
    for kind, first, last in _inside(data, start, end):
        if kind in (b"trak", b"mdia", b"minf", b"stbl"):
            _move(data, first + 8, last, by)
        elif kind in _OFFSETS:
            (count,) = struct.unpack_from(">I", data, first + 12)
            form = f">{count}{_OFFSETS[kind]}"
            try:
                struct.pack_into(
                    form, data, first + 16, *(at + by for at in struct.unpack_from(form, data, first + 16))
                )
            except struct.error as error:
                raise ValueError("the index cannot point so far") from error


def xmp_of(path: Path) -> bytes:
    """The XMP packet of a file; empty where it has none."""
    with path.open("rb") as file:
        for box in boxes(path):
            if _is_xmp(file, box):
                return file.read(box.size - box.head - 16)
    return b""
