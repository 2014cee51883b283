"""The label on a finished file: put on, changed, taken off and read back. Picture and sound stay as they are.

A file with label A that is given label B has the same bytes as one that was given B at once, so that a corrected
word in a prompt costs a copy and not an encode.
"""

from __future__ import annotations

import os
from pathlib import Path

import av
from PIL import Image

from glassbox.derivatives import mp4, still_files
from glassbox.derivatives.labels import label_in, packet_of, written
from glassbox.derivatives.saving import NotAsWritten
from glassbox.derivatives.values import Label

_STILLS = {".webp": still_files.webp_with, ".jpg": still_files.jpeg_with}


def put_label(path: Path, label: Label) -> None:
    """Give the file this label and no other, and read it back. Raises NotAsWritten."""
    packet, aside = packet_of(label), path.with_name(f".labelled-{path.name}")
    try:
        if put := _STILLS.get(path.suffix):
            aside.write_bytes(put(path.read_bytes(), packet))
        else:
            mp4.with_label(path, aside, packet, written(label).aigc)
    except ValueError as error:
        raise NotAsWritten(f"{path.name}: {error}") from error
    os.replace(aside, path)
    _read_back(path, label)


def _read_back(path: Path, label: Label) -> None:
    packet = _of_still(path) if path.suffix in _STILLS else _of_clip(path, label)
    if label_in(packet) != written(label):
        raise NotAsWritten(f"{path.name} lacks its label")


def _of_still(path: Path) -> bytes:
    with Image.open(path, formats=("WEBP", "JPEG")) as made:
        made.load()
        packet: bytes = made.info.get("xmp", b"")
        return packet


def _of_clip(path: Path, label: Label) -> bytes:
    with av.open(f"file:{path}") as made:
        if made.metadata.get("AIGC", "") != written(label).aigc:
            raise NotAsWritten(f"{path.name} lacks its AIGC label")
        stream = made.streams.best("video") or made.streams.best("audio")
        # The index was rewritten: a frame that decodes says that it still points to the media.
        if stream is None or next(iter(made.decode(stream)), None) is None:
            raise NotAsWritten(f"{path.name} does not decode since it was labelled")
    return mp4.xmp_of(path)
