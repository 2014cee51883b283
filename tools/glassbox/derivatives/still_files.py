"""WebP and JPEG files as containers: an XMP packet goes in or out, and no pixel is coded again."""

from __future__ import annotations

import struct
from collections.abc import Iterator

_XMP_FLAG = 0x04
_XMP_HEAD = b"http://ns.adobe.com/xap/1.0/\0"


def webp_with(data: bytes, packet: bytes) -> bytes:
    """A lossy WebP of ours with this packet and no other. Raises ValueError for another kind of file."""
    frame = next((body for kind, body in _chunks(data) if kind == b"VP8 "), None)
    if frame is None or frame[3:6] != b"\x9d\x01\x2a":
        raise ValueError("not a lossy WebP")
    chunks = [(b"VP8 ", frame)]
    if packet:
        width, height = (side & 0x3FFF for side in struct.unpack("<HH", frame[6:10]))
        canvas = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
        chunks = [(b"VP8X", bytes((_XMP_FLAG, 0, 0, 0)) + canvas), *chunks, (b"XMP ", packet)]
    body = b"WEBP" + b"".join(
        kind + struct.pack("<I", len(inside)) + inside + b"\0" * (len(inside) % 2) for kind, inside in chunks
    )
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 12
    while at + 8 <= len(data):
        (size,) = struct.unpack("<I", data[at + 4 : at + 8])
        yield data[at : at + 4], data[at + 8 : at + 8 + size]
        at += 8 + size + size % 2


def jpeg_with(data: bytes, packet: bytes) -> bytes:
    """A JPEG with this packet and no other, behind its first segment. Raises ValueError for another kind of file."""
    if not data.startswith(b"\xff\xd8\xff"):
        raise ValueError("not a JPEG")
    at, segments = 2, []
    while data[at + 1] != 0xDA:  # start of scan: from there on it is picture
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4])
        segment = data[at:end]
        if not (segment[1] == 0xE1 and segment[4:].startswith(_XMP_HEAD)):
            segments.append(segment)
        at = end
    if packet:
        inside = _XMP_HEAD + packet
        segments.insert(1, b"\xff\xe1" + (len(inside) + 2).to_bytes(2) + inside)
    return b"\xff\xd8" + b"".join(segments) + data[at:]
