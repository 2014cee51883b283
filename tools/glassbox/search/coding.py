"""How numbers become bytes in a shard; `overrides/assets/js/search/coding.js` reads them.

Rising numbers are written as the gaps between them in Rice code, whose parameter follows from how many there are
among how many: within a tenth of what is possible at all, and read with a few shifts.
"""

from __future__ import annotations

import base64
import zlib
from collections.abc import Sequence
from functools import cache

SCRIPT = 'gb("{name}","{data}")'
"""A shard is a script that hands over its bytes, since pages on file:// can load nothing else."""


def varint(number: int) -> bytes:
    """Seven bits a byte, the lowest first; the highest bit says that more follow."""
    if number < 128:
        return bytes((number,))
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    out.append(number)
    return bytes(out)


def shared(word: bytes, last: bytes) -> bytes:
    """A word after the one before it: how many bytes they share and how many follow, mostly in one byte; and those."""
    most = min(len(word), len(last))
    same = next((at for at in range(most) if word[at] != last[at]), most)
    more = len(word) - same
    size = varint(same << 3 | more) if more < 7 else varint(same << 3 | 7) + varint(more - 7)
    return size + word[same:]


def rice(numbers: Sequence[int], among: int) -> str:
    """Rising numbers below `among` as bits, in characters `0` and `1`."""
    k = rice_parameter(len(numbers), among)
    below, above, mask = _low_bits(k) if k <= _TABLED else None, _ones(), (1 << k) - 1
    parts, last = [], -1
    for number in numbers:
        gap = number - last - 1
        parts.append(above[gap >> k] + (below[gap & mask] if below else format(gap & mask, f"0{k}b")))
        last = number
    return "".join(parts)


def rice_parameter(count: int, among: int) -> int:
    """How many low bits of a gap are written as they are: those of 0.69 times the mean gap."""
    return max(0, (among * 11 // (16 * max(1, count))).bit_length() - 1)


def gamma(number: int) -> str:
    """A number from 1 as bits, in Elias' gamma code."""
    return "0" * (number.bit_length() - 1) + format(number, "b")


def as_bytes(bits: str) -> bytes:
    """Bits as bytes, filled up with noughts."""
    size = (len(bits) + 7) // 8
    return int(bits.ljust(size * 8, "0"), 2).to_bytes(size, "big") if bits else b""


def deflated(data: bytes) -> bytes:
    """Without a head: what DecompressionStream calls `deflate-raw`."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def script(name: str, data: bytes) -> bytes:
    """`data`, packed, as a script that says its name."""
    return SCRIPT.format(name=name, data=base64.b64encode(deflated(data)).decode()).encode()


_TABLED = 12
"""Parameters up to this one occur often enough for a table of their bits."""


@cache
def _low_bits(k: int) -> tuple[str, ...]:
    return tuple(format(number, f"0{k}b") for number in range(1 << k)) if k else ("",)


class _Ones(dict[int, str]):
    def __missing__(self, count: int) -> str:
        self[count] = bits = "1" * count + "0"
        return bits


@cache
def _ones() -> _Ones:
    return _Ones()
