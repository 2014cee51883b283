"""Content Credentials (C2PA) that a file brings along: who signed, what made it, and whether it is still as signed.

Reading them needs the extra `c2pa`; without it their boxes are recognised, so that it can be said that they are there.
No server is asked, and no person's name is taken over: only the organisation that signed.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

from glassbox.derivatives import mp4
from glassbox.derivatives.values import Credentials, Validity

_BOX = bytes.fromhex("d8fec3d61b0e483c92975828877ec481")  # C2PA 2.1, A.5: the uuid of its box in ISO media files
_STILL_BRANDS = {b"heic": "image/heic", b"heix": "image/heic", b"mif1": "image/heif", b"avif": "image/avif"}
_NO_NETWORK = {"verify": {"remote_manifest_fetch": False, "ocsp_fetch": False}}
_MOST_LETTERS = 120
_MOST_PARTS = 10_000


@cache
def reader_version() -> str:
    """Of the library that reads them; empty where it is not here."""
    try:
        return version("c2pa-python")
    except PackageNotFoundError:
        return ""


def credentials_of(path: Path) -> tuple[Credentials | None, str]:
    """What the file's credentials say, and the IPTC source type in them; None where it has none."""
    kind = _kind_with_credentials(path)
    if not kind:
        return None, ""
    if not reader_version():
        return Credentials(Validity.UNREAD), ""
    return _read(path, kind)


def _read(path: Path, kind: str) -> tuple[Credentials, str]:
    import c2pa

    try:
        with path.open("rb") as file, c2pa.Reader(kind, file, context=c2pa.Context.from_dict(_NO_NETWORK)) as reader:
            store: Any = json.loads(reader.json())
            manifest = store["manifests"][store["active_manifest"]]
    except (c2pa.C2paError, ValueError, KeyError, TypeError):
        return Credentials(Validity.BROKEN), ""
    whole = store.get("validation_state") in ("Valid", "Trusted")
    signature = _map(manifest.get("signature_info"))
    said = Credentials(
        Validity.WHOLE if whole else Validity.BROKEN,
        issuer=_line(signature.get("issuer")),
        generator=_generator(manifest),
        signed_at=_line(signature.get("time")),
    )
    return said, _source_type(manifest) if whole else ""


def _generator(manifest: dict[str, Any]) -> str:
    """Name and version of the program that made the claim."""
    told = manifest.get("claim_generator_info")
    first = _map(told[0]) if isinstance(told, list) and told else {}
    named = f"{first.get('name', '')} {first.get('version', '')}".strip()
    return _line(named or manifest.get("claim_generator"))


def _source_type(manifest: dict[str, Any]) -> str:
    """The IPTC term of the first action that names one."""
    for assertion in manifest.get("assertions") or []:
        actions = _map(_map(assertion).get("data")).get("actions")
        for action in actions if isinstance(actions, list) else []:
            if isinstance(term := _map(action).get("digitalSourceType"), str):
                return term.rpartition("/")[2]
    return ""


def _map(found: Any) -> dict[str, Any]:
    return found if isinstance(found, dict) else {}


def _line(found: Any) -> str:
    text = " ".join(found.split()) if isinstance(found, str) else ""
    return "".join(letter for letter in text if letter.isprintable())[:_MOST_LETTERS]


def _kind_with_credentials(path: Path) -> str:
    """The media type of a file that holds credentials; empty where it holds none."""
    with path.open("rb") as file:
        head = file.read(12)
        file.seek(0)
        try:
            if head.startswith(b"\xff\xd8\xff"):
                return "image/jpeg" if any(_in_jpeg(file)) else ""
            if head.startswith(b"\x89PNG"):
                return "image/png" if b"caBX" in _chunks(file, 8, ">I4s", extra=4) else ""
            if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
                return "image/webp" if b"C2PA" in _chunks(file, 12, "<4sI", extra=0) else ""
            if head[4:8] == b"ftyp":
                still = _STILL_BRANDS.get(head[8:12])
                clip = "video/quicktime" if head[8:12] == b"qt  " else "video/mp4"
                return (still or clip) if _in_boxes(path, file) else ""
        except (ValueError, struct.error, OSError):
            return ""  # broken; its reader says so
    return ""


def _in_jpeg(file: BinaryIO) -> Iterator[bool]:
    """For each segment before the picture: whether it begins a JUMBF box of C2PA."""
    file.seek(2)
    while len(mark := file.read(4)) == 4 and mark[0] == 0xFF and mark[1] != 0xDA:
        length = int.from_bytes(mark[2:]) - 2
        if length < 0:
            return
        body = file.read(length)
        yield mark[1] == 0xEB and body.startswith(b"JP") and b"jumb" in body[:32] and b"c2pa" in body[:64]


def _chunks(file: BinaryIO, start: int, form: str, *, extra: int) -> Iterator[bytes]:
    """Names of the chunks of a PNG or WebP."""
    file.seek(start)
    for _ in range(_MOST_PARTS):
        if len(head := file.read(8)) < 8:
            return
        first, second = struct.unpack(form, head)
        name, size = (first, second) if isinstance(first, bytes) else (second, first)
        yield name
        file.seek(size + extra + (size % 2 if not extra else 0), 1)


def _in_boxes(path: Path, file: BinaryIO) -> bool:
    for box in islice(mp4.boxes(path), _MOST_PARTS):
        if box.kind == "uuid":
            file.seek(box.start + box.head)
            if file.read(16) == _BOX:
                return True
    return False
