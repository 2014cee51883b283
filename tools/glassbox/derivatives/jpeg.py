"""Ordinary JPEGs between one and two times the size asked for, which cost Pillow most.

Pillow's decoder halves on its own, so a picture of twice the size is cheap; between, it decodes whole, turns every
point into RGB and resizes that. libavcodec (through PyAV) leaves light and colour apart, and libswscale shrinks them
so: a 4000×3000 board comes to 2560 px in two thirds of the time (`tests/bench/media.py --rows boards`).
"""

from __future__ import annotations

from pathlib import Path

import av
from av.video.reformatter import Interpolation
from PIL import Image

_PLAIN = ("yuvj420p", "yuvj422p", "yuvj444p")
_DECODER = {"idct": "simple", "flags": "+bitexact", "err_detect": "crccheck+bitstream+buffer+careful+explode"}
_EXACT = Interpolation.AREA | Interpolation.ACCURATE_RND | Interpolation.BITEXACT
"""Averages of areas: nearer to Lanczos than Pillow's Hamming filter is (6.7 and 7.1 of 255, root mean square, on pen
drawings), at half its cost; the others give the same bytes on every processor of a kind."""
_END = b"\xff\xd9"


def read_between(path: Path, header: Image.Image, edge: int) -> Image.Image | None:
    """The picture in RGB with its longer edge `edge`, not yet upright nor in sRGB.

    `header` is the same file as Pillow opened it. None where the file is of another size or not quite ordinary
    (other colours than YCbCr, progressive, a comment that libavcodec would obey), and where anything at all is amiss
    with it: Pillow, which says what, is then to read it.
    """
    longest = max(header.size)
    if not (edge < longest < 2 * edge and _is_ordinary(header)):
        return None
    data = path.read_bytes()
    if not data.endswith(_END):
        return None
    frame = _decoded(data)
    if frame is None or (frame.width, frame.height) != header.size or frame.format.name not in _PLAIN:
        return None
    width, height = (max(1, round(side * edge / longest)) for side in header.size)
    small = frame.reformat(width, height, interpolation=_EXACT).reformat(format="rgb24", interpolation=_EXACT)
    plane = small.planes[0]
    return Image.frombytes("RGB", (width, height), bytes(plane), "raw", "RGB", plane.line_size)


def _is_ordinary(header: Image.Image) -> bool:
    said = header.info
    strange = "progressive" in said or "comment" in said or said.get("adobe_transform", 1) != 1
    return header.format == "JPEG" and header.mode == "RGB" and not strange


def _decoded(data: bytes) -> av.VideoFrame | None:
    decoder = av.CodecContext.create("mjpeg", "r")
    decoder.thread_count = 1
    decoder.options = _DECODER
    try:
        frames = [*decoder.decode(av.Packet(data)), *decoder.decode(None)]
    except (av.FFmpegError, ValueError):
        return None
    return frames[0] if len(frames) == 1 and not frames[0].is_corrupt else None
