"""HEIC files as phones write them: one HEVC frame in an ISO file, with its turn and its colour profile."""

from __future__ import annotations

import struct
from pathlib import Path

from PIL import Image

from glassbox.derivatives import ffmpeg
from glassbox.derivatives.running import run


def heic(picture: Image.Image, folder: Path, *, quarter_turns: int = 0, profile: bytes = b"") -> bytes:
    """The picture, to be turned so many quarters counter-clockwise by whoever shows it."""
    picture.save(folder / "frame.png")
    coding = ["-c:v", "libx265", "-x265-params", "log-level=none:qp=12", "-pix_fmt", "yuv444p", "-tag:v", "hvc1"]
    run(ffmpeg(), ["-i", "file:frame.png", *coding, "-frames:v", "1", "file:frame.mp4"], folder)
    coded = (folder / "frame.mp4").read_bytes()
    frame = _body(coded, coded.index(b"mdat") - 4)
    settings = _body(coded, coded.index(b"hvcC") - 4)
    properties = [
        _box(b"hvcC", settings),
        _full(b"ispe", struct.pack(">II", *picture.size)),
        *([_box(b"colr", b"prof" + profile)] if profile else []),
        *([_box(b"irot", bytes([quarter_turns]))] if quarter_turns else []),
    ]
    head = _box(b"ftyp", b"heic" + bytes(4) + b"mif1heic")
    start = len(head) + len(_meta(0, 0, properties)) + 8
    return head + _meta(start, len(frame), properties) + _box(b"mdat", frame)


def _meta(start: int, length: int, properties: list[bytes]) -> bytes:
    named = bytes([0x80 | 1, *range(2, len(properties) + 1)])  # the coder's settings must be understood
    return _full(
        b"meta",
        _full(b"hdlr", bytes(4) + b"pict" + bytes(13))
        + _full(b"pitm", struct.pack(">H", 1))
        + _full(b"iloc", bytes((0x44, 0)) + struct.pack(">HHHHII", 1, 1, 0, 1, start, length))
        + _full(b"iinf", struct.pack(">H", 1) + _full(b"infe", struct.pack(">HH", 1, 0) + b"hvc1\0", version=2))
        + _box(
            b"iprp",
            _box(b"ipco", b"".join(properties)) + _full(b"ipma", struct.pack(">IHB", 1, 1, len(properties)) + named),
        ),
    )


def _box(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I4s", 8 + len(body), kind) + body


def _full(kind: bytes, body: bytes, version: int = 0) -> bytes:
    return _box(kind, bytes((version, 0, 0, 0)) + body)


def _body(data: bytes, at: int) -> bytes:
    (size,) = struct.unpack(">I", data[at : at + 4])
    return data[at + 8 : at + size]
