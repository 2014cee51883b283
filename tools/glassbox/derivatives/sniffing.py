"""What a file is, by its first bytes: which reader it goes to, or the name of a kind that no reader takes."""

from __future__ import annotations

from pathlib import Path

from glassbox.derivatives.refusals import Refused
from glassbox.derivatives.values import Kind

PDF = b"%PDF-"
_PICTURES = (PDF, b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*", b"BM")
_NOT_READ = (
    (b"%!PS", "PostScript, EPS"),
    (b"\xc5\xd0\xd3\xc6", "EPS"),
    (b"#EXTM3U", "playlist"),
    (b"ffconcat", "concat list"),
    (b"8BPS", "Photoshop"),
    (b"ARRI", "ARRIRAW"),
    (b"\x76\x2f\x31\x01", "OpenEXR"),
    (b"SDPX", "DPX"),
    (b"XPDS", "DPX"),
    (b"PK\x03\x04", "ZIP"),
)
_HEAD = 4096
_MARKUP = (b"<?xml", b"<!DOCTYPE", b"<!doctype", b"<html")
_STILL_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1")
"""Of an ISO media file that is a still picture."""
_BRANDS = {b"crx ": "Canon CR3"}


def kind_of(path: Path) -> Kind:
    """PICTURE for a still, else VIDEO, which the probe may yet find to be sound. Raises Refused by name."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if head.startswith(_PICTURES) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP"):
        if head[8:10] == b"CR" and head[:2] == b"II":
            raise Refused("MEDIUM_KIND_NOT_READ", kind="Canon CR2")
        return Kind.PICTURE
    for start, name in _NOT_READ:
        if head.startswith(start):
            raise Refused("MEDIUM_KIND_NOT_READ", kind=name)
    if _is_text(head):
        raise Refused("MEDIUM_KIND_NOT_READ", kind=_text_kind(head))
    if head[4:8] in (b"RED1", b"RED2"):
        raise Refused("MEDIUM_KIND_NOT_READ", kind="R3D")
    if head[4:8] == b"ftyp":
        is_still = b"avif" in head[8:64] or head[8:12] in _STILL_BRANDS
        return Kind.PICTURE if is_still else _of_brand(head[8:12])
    return Kind.VIDEO


def _of_brand(brand: bytes) -> Kind:
    if name := _BRANDS.get(brand):
        raise Refused("MEDIUM_KIND_NOT_READ", kind=name)
    return Kind.VIDEO


def _is_text(head: bytes) -> bool:
    """No film and no sound gets by without a byte that text never holds."""
    if any(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in head):
        return False
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start > len(head) - 4 and len(head) == _HEAD  # a character cut in two at the end
    return True


def _text_kind(head: bytes) -> str:
    if b"<svg" in head:
        return "SVG"
    if head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(_MARKUP):
        return "XML, HTML"
    return "SDP" if head.startswith(b"v=0") else "text"
