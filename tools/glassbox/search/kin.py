"""Which words are forms of one, as `overrides/assets/js/search/kin.js` has it too. No stemmer: those of lunr.py and
lunr.js differ."""

from __future__ import annotations

ENDINGS = frozenset(["", *"s es d ed er ers ing ings ly y ies ied e en n o i a".split()])
"""What words of one stem end in, in English, German and Italian."""
_SHORTEST = 3


def are_kin(one: str, other: str) -> bool:
    """Whether two words are forms of one."""
    at = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return at >= _SHORTEST and one != other and _is_ending(one, at) and _is_ending(other, at)


def stem_of(word: str) -> str:
    """What all forms of a word begin with: without its longest ending, and the second of a double letter."""
    at = next((at for at in range(_SHORTEST, len(word)) if word[at:] in ENDINGS), len(word))
    return word[: at - 1] if _SHORTEST < at < len(word) and word[at - 1] == word[at - 2] else word[:at]


def _is_ending(word: str, at: int) -> bool:
    """`ning` of `run|ning` counts as `ing`."""
    tail = word[at:]
    return tail in ENDINGS or (len(tail) > 2 and tail[0] == word[at - 1] and tail[1:] in ENDINGS)
