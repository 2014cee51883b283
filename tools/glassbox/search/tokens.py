"""Words as the index keeps them; `overrides/assets/js/search/tokens.js` is the same in the browser.

Writing differs where meaning does not: letters lose case, width and accents, traditional characters become
simplified ones. Words of alphabets stay whole and are not stemmed (lunr.py and lunr.js stem differently); what is
written without spaces (Han, kana, hangul) becomes pairs of characters, and the last character alone, so that any
part of a sentence is found without a dictionary.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from functools import cache
from itertools import pairwise

_PAIRED = (
    "\u3005\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
    "\uf900-\ufaff\U00020000-\U000323af"
)
RUN = re.compile(f"[{_PAIRED}]+|[^\\W_{_PAIRED}]+")
_LONGEST = 24
"""Characters of a word that are kept: what goes on longer is found by its beginning."""
_PAIRED_ONE = re.compile(f"[{_PAIRED}]")
_ASCII_WORD = re.compile(r"[a-z0-9]+")


def is_paired(token: str) -> bool:
    """Whether a token is of a script that is written without spaces, and therefore kept as pairs."""
    return _PAIRED_ONE.match(token) is not None


@cache
def _marks() -> dict[int, None]:
    """Every combining mark -> nothing, for `str.translate`."""
    return {code: None for code in range(0x300, sys.maxunicode + 1) if unicodedata.category(chr(code))[0] == "M"}


@cache
def folds() -> dict[int, str]:
    """Traditional characters -> the simplified ones that stand for them (OpenCC's table for single characters)."""
    from opencc import OpenCC

    ranges = ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0xF900, 0xFB00), (0x20000, 0x323B0))
    known = [chr(code) for first, end in ranges for code in range(first, end)]
    plain = OpenCC("t2s").convert("\n".join(known)).split("\n")
    return {ord(char): simple for char, simple in zip(known, plain, strict=True) if char != simple and len(simple) == 1}


def normal(words: str) -> str:
    """The one way of writing it: `Ａrabesque、燈籠` becomes `arabesque,灯笼`."""
    if words.isascii():
        return words.lower()
    apart = unicodedata.normalize("NFKD", words.lower()).translate(_marks())
    return unicodedata.normalize("NFC", apart).replace("ß", "ss").translate(folds())


def runs(words: str) -> list[str]:
    """Words, and whole runs of what is kept as pairs, in the order of the text."""
    return [run if is_paired(run) else run[:_LONGEST] for run in RUN.findall(normal(words))]


def tokens(words: str) -> list[str]:
    """In the order of the text: words, pairs, and the last character of each run that is kept as pairs."""
    if words.isascii():
        return [word[:_LONGEST] for word in _ASCII_WORD.findall(words.lower())]
    found: list[str] = []
    for run in runs(words):
        if is_paired(run):
            found += map("".join, pairwise(run))
            found.append(run[-1])
        else:
            found.append(run)
    return found
