"""PDF files written by hand: pages of one colour, words, a lock."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

Rgb = tuple[int, int, int]
_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


@dataclass(frozen=True)
class Page:
    colour: Rgb = (255, 255, 255)
    size: tuple[float, float] = (400, 300)
    rotated: int = 0
    words: str = ""
    """Latin, in Helvetica."""
    hanzi: str = ""
    """Chinese, in a font that is not in the file."""
    drawing: bytes = b""
    """Further content."""


def pdf(pages: Sequence[Page], *, title: str = "", password: str = "") -> bytes:
    """A PDF 1.4 file. With a password it is encrypted (RC4, 40 bits) and opens with that only."""
    kids = " ".join(f"{10 + 2 * number} 0 R" for number in range(len(pages)))
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode(),
        3: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        4: b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[5 0 R]>>",
        5: b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/FontDescriptor 6 0 R"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>>>",
        6: b"<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0"
        b"/Ascent 880/Descent -120/CapHeight 880/StemV 93>>",
        7: f"<</Title({title})/Author({title})>>".encode(),
    }
    for number, page in enumerate(pages):
        wide, high = page.size
        objects[10 + 2 * number] = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {wide} {high}]/Rotate {page.rotated}"
            f"/Contents {11 + 2 * number} 0 R/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>>>"
        ).encode()
        content = _content(page)
        if password:
            content = _rc4(_object_key(password, 11 + 2 * number), content)
        objects[11 + 2 * number] = b"<</Length %d>>stream\n%s\nendstream" % (len(content), content)
    lock = ""
    if password:
        objects[8] = b"<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>" % (
            _owner(password).hex().encode(),
            _rc4(_key(password), _PADDING).hex().encode(),
        )
        lock = f"/Encrypt 8 0 R/ID[<{_ID.hex()}><{_ID.hex()}>]"
    return _file(objects, lock)


def _content(page: Page) -> bytes:
    wide, high = page.size
    red, green, blue = (part / 255 for part in page.colour)
    parts = [f"{red:.4f} {green:.4f} {blue:.4f} rg 0 0 {wide} {high} re f 0 g".encode()]
    if page.words:
        lines = " ".join(f"({line}) Tj T*" for line in page.words.split("\n"))
        parts.append(f"BT /F1 24 Tf 28 TL 20 {high - 40} Td {lines} ET".encode("latin-1"))
    if page.hanzi:
        parts.append(f"BT /F2 40 Tf 20 100 Td <{page.hanzi.encode('utf-16-be').hex()}> Tj ET".encode())
    return b"\n".join([*parts, page.drawing])


def _file(objects: dict[int, bytes], lock: str) -> bytes:
    out, at = b"%PDF-1.4\n", {}
    for number, body in sorted(objects.items()):
        at[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    last = max(objects) + 1
    rows = b"".join(
        b"%010d 00000 n \n" % at[number] if number in at else b"0000000000 65535 f \n" for number in range(last)
    )
    trailer = f"trailer<</Size {last}/Root 1 0 R/Info 7 0 R{lock}>>\nstartxref\n{len(out)}\n%%EOF".encode()
    return out + b"xref\n0 %d\n" % last + rows + trailer


_ID = bytes(16)


def _padded(password: str) -> bytes:
    return (password.encode("latin-1") + _PADDING)[:32]


def _owner(password: str) -> bytes:
    return _rc4(hashlib.md5(_padded(password)).digest()[:5], _padded(password))


def _key(password: str) -> bytes:
    said = _padded(password) + _owner(password) + (-4).to_bytes(4, "little", signed=True) + _ID
    return hashlib.md5(said).digest()[:5]


def _object_key(password: str, number: int) -> bytes:
    return hashlib.md5(_key(password) + number.to_bytes(3, "little") + bytes(2)).digest()[:10]


def _rc4(key: bytes, data: bytes) -> bytes:
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)
