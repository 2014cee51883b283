"""Numbered stills as one clip: their digest, and a folder in which ffmpeg finds them by a plain pattern.

ffmpeg is given a literal list: links from 1 on, one for each moment of the clip. Where a number is missing, the frame
before it stands in its place, so that the clip keeps its length.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

from blake3 import blake3

from glassbox.derivatives.probing import Probe, probe_still
from glassbox.derivatives.refusals import Refused
from glassbox.derivatives.seen import Digests, Stamp
from glassbox.derivatives.values import Numbered, Remark

MOST_FRAMES = 20_000
"""Fourteen minutes at 24 frames a second; what is longer is a film and comes as one file."""
_LINKS = "stills"
_KINDS = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"II*\0", "tif"),
    (b"MM\0*", "tif"),
    (b"\x76\x2f\x31\x01", "exr"),
    (b"SDPX", "dpx"),
    (b"XPDS", "dpx"),
    (b"BM", "bmp"),
    (b"RIFF", "webp"),
)


def check_span(numbered: Numbered) -> None:
    """Raises Refused where the numbers span more than any take."""
    span = _span(numbered)
    if span > MOST_FRAMES:
        raise Refused("MEDIUM_TOO_LARGE", reason=f"{span:,} frames", most=f"{MOST_FRAMES:,} frames")


def digests_of(numbered: Numbered, each: Sequence[Digests]) -> Digests:
    """One digest for all of it: of the frames in their order, their gaps and their rate. Names play no part."""
    first, fast = numbered.frames[0][0], blake3(f"stills {numbered.fps}".encode())
    for (number, _), digests in zip(numbered.frames, each, strict=True):
        fast.update(f"\n{number - first} {digests.blake3}".encode())
    stamps = [digests.stamp for digests in each]
    # The inodes of all: a frame that was replaced by another of its size and time is still another.
    inodes = int.from_bytes(sha256(repr([stamp.inode for stamp in stamps]).encode()).digest()[:7])
    stamp = Stamp(
        sum(stamp.size for stamp in stamps),
        max(stamp.mtime_ns for stamp in stamps),
        max(stamp.ctime_ns for stamp in stamps),
        inodes,
    )
    return Digests(stamp, fast.hexdigest(), "")


def read_each(numbered: Numbered, read: Callable[[Path], Digests]) -> tuple[Digests, ...]:
    """The digests of every frame. Raises Refused with the number of the one that cannot be read."""
    found = []
    for number, path in numbered.frames:
        try:
            found.append(read(path))
        except Refused as refused:
            reason = refused.remark.facts.get("reason", "it is empty or no plain file")
            raise Refused("MEDIUM_UNREADABLE", reason=f"frame {number}: {reason}") from refused
    return tuple(found)


def laid_out(numbered: Numbered, folder: Path) -> Path:
    """Links to the frames in `folder`; the pattern that ffmpeg reads them by, to be used in that folder.

    Raises Refused where they are of several kinds, or of none that is read.
    """
    ending = _ending_of(numbered.frames[0])
    links = folder / _LINKS
    links.mkdir()
    place = 0
    for (number, path), (after, _) in pairwise([*numbered.frames, (numbered.frames[-1][0] + 1, Path())]):
        if _ending_of((number, path)) != ending:
            raise Refused("MEDIUM_UNREADABLE", reason=f"frame {number} is not of the kind of the first ({ending})")
        for _ in range(after - number):
            place += 1
            _link(path, links / f"{place:06d}.{ending}")
    return Path(_LINKS) / f"%06d.{ending}"


def probe_laid_out(numbered: Numbered, folder: Path, pattern: Path) -> Probe:
    """What the clip holds that was laid out in `folder`. Raises Refused."""
    first = folder / pattern.parent / f"000001{pattern.suffix}"
    video = probe_still(first, numbered.fps, _span(numbered))
    return Probe("image2", video.frames.seconds, None, video)


def gaps_in(numbered: Numbered) -> tuple[Remark, ...]:
    """Told where numbers are missing between the first and the last."""
    gaps = [(a + 1, b - 1) for (a, _), (b, _) in pairwise(numbered.frames) if b - a > 1]
    if not gaps:
        return ()
    told = ", ".join(f"{first}" if first == last else f"{first}–{last}" for first, last in gaps[:10])
    return (Remark("FRAMES_MISSING", {"missing": told + ("…" if len(gaps) > 10 else "")}),)


def _span(numbered: Numbered) -> int:
    return numbered.frames[-1][0] - numbered.frames[0][0] + 1


def _ending_of(frame: tuple[int, Path]) -> str:
    number, path = frame
    try:
        with path.open("rb") as file:
            head = file.read(16)
    except OSError as error:
        raise Refused("MEDIUM_NOT_OPENED", reason=f"frame {number}: {error.strerror or error}") from error
    for start, ending in _KINDS:
        if head.startswith(start) and (ending != "webp" or head[8:12] == b"WEBP"):
            return ending
    raise Refused("MEDIUM_KIND_NOT_READ", kind=f"frame {number}: no PNG, JPEG, TIFF, WebP, BMP, OpenEXR, DPX")


def _link(path: Path, link: Path) -> None:
    try:
        os.symlink(path, link)
    except OSError:  # Windows without the right to link
        os.link(path, link)
