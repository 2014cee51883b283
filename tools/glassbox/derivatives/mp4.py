"""The boxes of an MP4 file, as far as we write or prove them: faststart, and the box that holds XMP."""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_XMP = bytes.fromhex("BE7ACFCB97A942E89C71999491E3AFAC")  # ISO 16684-1, 2.2: XMP in the ISO base media format


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


def add_xmp(path: Path, packet: bytes) -> None:
    """Append the packet in its box; at the end it moves no offset."""
    with path.open("ab") as file:
        file.write(struct.pack(">I4s16s", 24 + len(packet), b"uuid", _XMP) + packet)


def xmp_of(path: Path) -> bytes:
    """The XMP packet of a file; empty where it has none."""
    with path.open("rb") as file:
        for box in boxes(path):
            if box.kind == "uuid":
                file.seek(box.start + box.head)
                if file.read(16) == _XMP:
                    return file.read(box.size - box.head - 16)
    return b""
