"""Keys, tokens and passwords that slipped into a record. What is found is never repeated in a message."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from glassbox.loading.rules.sight import Sight
from glassbox.problems import Problem
from glassbox.problems.codes import rules as codes
from glassbox.records.walk import Loc

_KEY_WORD = (
    r"(?:pass(?:word|wd|phrase)?|pwd|secret(?:[_-]?key)?|(?:auth|access|refresh|bearer)[_-]?token|token|bearer|"
    r"authorization|(?:api|access|private)[_-]?key(?:[_-]?(?:id|secret))?|apikey|group[_-]?id[_-]?key|"
    r"密码|口令|令牌|密钥)"
)

# Each begins where a word does, or looks no further than so many letters: else a long word would take the square of
# its length.
_SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("sk-…", re.compile(r"(?<![A-Za-z0-9])sk-(?=[\w-]{0,200}\d)[\w-]{20,}", re.ASCII)),
    ("AKIA…", re.compile(r"\b(?:AKIA|ASIA)[A-Z0-9]{16}\b", re.ASCII)),
    ("LTAI…", re.compile(r"\bLTAI[A-Za-z0-9]{12,26}\b", re.ASCII)),
    ("AKID…", re.compile(r"\bAKID(?=\w*\d)[A-Za-z0-9]{16,40}\b", re.ASCII)),
    ("AIza…", re.compile(r"\bAIza[\w-]{35}", re.ASCII)),
    ("ghp_…", re.compile(r"\b(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_\w{30,}|glpat-[\w-]{20,})", re.ASCII)),
    ("hf_…", re.compile(r"\b(?:hf|r8)_[A-Za-z0-9]{30,}", re.ASCII)),
    ("xox…", re.compile(r"\bxox[abeprs]-[A-Za-z0-9-]{10,}", re.ASCII)),
    ("eyJ….eyJ….…", re.compile(r"(?<![\w-])eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}", re.ASCII)),
    ("BEGIN … PRIVATE KEY", re.compile(r"-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----")),
    ("://…:…@", re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,30}://[^\s/@:]+:[^\s/@]+@")),
)
_ASSIGNED = re.compile(
    rf"(?<![A-Za-z])(?P<name>{_KEY_WORD})[\"']?\s*(?P<sign>[=:：＝])\s*[\"']?(?P<value>[^\s\"'<>,;，。；]+)",
    re.IGNORECASE,
)
_FOLLOWED = re.compile(
    rf"(?<![A-Za-z])(?:{_KEY_WORD}|key)(?![A-Za-z])[^\n]{{0,20}}?(?<![A-Za-z0-9+/])(?P<value>[A-Za-z0-9+/]{{24,}})",
    re.IGNORECASE,
)
_STANDS_FOR_ONE = re.compile(r"[\[({<*$%x…·•.-]|redacted|removed|none|null|true|false|your", re.IGNORECASE)
_LONG = re.compile(r"[A-Za-z0-9+/_.-]{20}")
"""A key is one long word."""
_SIGNS = ("xox", "ltai", "private key", "://")
"""What the shorter shapes begin with."""
_KEY_WORDS = (
    "password", "passwd", "passphrase", "pass", "pwd", "secret", "token", "bearer", "authorization", "key", "id",
    "密码", "口令", "令牌", "密钥",
)  # fmt: skip
_ASSIGNMENT = re.compile("[=:：＝]")


def no_record_holds_a_secret(sight: Sight) -> Iterator[Problem]:
    for said in sight.unread:
        if not _may_hold_one(said.all):
            continue
        for at, text in said.words():
            for shape in sorted({shape for shape, _, _ in found_in(text, at)}):
                yield sight.tell(codes.SECRET, said.full_id, at, shape=shape)


RULES = (no_record_holds_a_secret,)


def found_in(text: str, at: Loc = ()) -> Iterator[tuple[str, int, int]]:
    """Each secret in `text`: its shape, which may be shown, and where it begins and ends, which may not."""
    for shape, pattern in _SHAPES:
        for hit in pattern.finditer(text):
            yield shape, hit.start(), hit.end()
    for hit in _ASSIGNED.finditer(text):
        if _is_assigned_secret(hit["value"], hit["sign"]):
            yield f"{hit['name']}{hit['sign']}…", hit.start("value"), hit.end("value")
    for hit in _FOLLOWED.finditer(text):
        if is_random(hit["value"]):
            yield "key …", hit.start("value"), hit.end("value")
    # A setting's name is outside its text: params: {api_key: …}
    name = at[-1] if at else ""
    if isinstance(name, str) and re.fullmatch(_KEY_WORD, name, re.IGNORECASE) and name != text:
        value = text.strip()
        if _is_assigned_secret(value, "=") and not re.search(r"\s", value):
            yield f"{name}: …", 0, len(text)


def masked(text: str) -> str:
    """`text` with each secret replaced, so that a message can show the rest."""
    for _, start, end in sorted(found_in(text), key=lambda hit: -hit[1]):
        text = f"{text[:start]}[…]{text[end:]}"
    return text


def is_random(value: str) -> bool:
    """Whether `value` looks drawn by chance: capitals, small letters and digits mixed, or long hexadecimal."""
    if re.fullmatch(r"(?=.*\d)(?=.*[a-fA-F])[0-9a-fA-F]{32,}", value):
        return True
    is_mixed = all(re.search(kind, value) for kind in ("[a-z]", "[A-Z]", "[0-9]"))
    return is_mixed and _bits_a_letter(value) >= 3.5


def _bits_a_letter(value: str) -> float:
    shares = [value.count(letter) / len(value) for letter in set(value)]
    return -sum(share * math.log2(share) for share in shares)


def _is_assigned_secret(value: str, sign: str) -> bool:
    """After `=` six letters will do; after `:`, which prose uses too, digits must be among eight (not a number)."""
    if _STANDS_FOR_ONE.match(value):
        return False
    if sign in "=＝":
        return len(value) >= 6 and not re.fullmatch(r"[\d.]+", value)
    return len(value) >= 8 and bool(re.search(r"\d", value)) and bool(re.search(r"[A-Za-z]", value))


def _may_hold_one(text: str) -> bool:
    """A first look, far quicker than the patterns: whether any of them could find something."""
    if _LONG.search(text):
        return True
    small = text.lower()
    if any(sign in small for sign in _SIGNS):
        return True
    # A setting's name stands on a line of its own.
    if any(len(line) < 24 and line.endswith(_KEY_WORDS) and " " not in line for line in small.split("\n")):
        return True
    return any(
        small[max(0, hit.start() - 24) : hit.start()].rstrip(" \t\"'").endswith(_KEY_WORDS)
        for hit in _ASSIGNMENT.finditer(small)
    )
