"""What belongs to a person and not to the public: numbers, addresses, paths of their computers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from glassbox.loading.rules.sight import Sight
from glassbox.problems import Code, Problem
from glassbox.problems.codes import rules as codes
from glassbox.records.walk import Loc

_MOBILE = re.compile(r"(?<![0-9A-Za-z])(?:(?:\+|00)?86[- ]?)?(1[3-9]\d)[- ]?(\d{4})[- ]?(\d{4})(?![0-9A-Za-z])")
_IDENTITY = re.compile(r"(?<![0-9A-Za-z])(\d{17}[\dXx])(?![0-9A-Za-z])")
_MAIL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@(?!\d+x\.)[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")
_PATHS = re.compile(
    r"(?<![A-Za-z0-9])[A-Za-z]:[\\/](?:Users|Documents and Settings)[\\/]|"
    r"(?<![A-Za-z0-9._/-])/(?:Users|home)/(?=[^\s/])|(?<![A-Za-z0-9._/-])/root/|\bfile:///?(?=[^\s/])"
)
_LIKELY_NUMBER = re.compile(r"\d{4}[- ]?\d{4}")
_LIKELY_MAIL = re.compile(r"@[A-Za-z0-9-]+\.")
_LIKELY_PATHS = ("/Users/", "\\Users\\", "/home/", "/root/", "Documents and Settings", "file:/")
_NUMBERS = frozenset({"seed", "id", "sha256", "produce_id", "propagate_id", "orcid", "number"})
"""Fields whose long numbers are nobody's telephone."""


def personal_data_is_told(sight: Sight) -> Iterator[Problem]:
    """The contact in site.yml is there to be read."""
    for said in sight.unread:
        if not _may_hold_any(said.all):
            continue
        for at, text in said.words():
            if (said.full_id, at[:1]) == ("site", ("contact",)):
                continue
            for code, masked in dict.fromkeys(found_in(text, at)):
                yield sight.tell(code, said.full_id, at, masked=masked)


RULES = (personal_data_is_told,)


def found_in(text: str, at: Loc = ()) -> Iterator[tuple[Code, str]]:
    """Each kind of personal data in `text`, with no more of it than lets its author find it."""
    if not at or at[-1] not in _NUMBERS:
        for hit in _MOBILE.finditer(text):
            yield codes.PHONE_NUMBER, f"{hit[1]}****{hit[3][-2:]}"
        for hit in _IDENTITY.finditer(text):
            if is_identity_number(hit[1]):
                yield codes.IDENTITY_NUMBER, f"{hit[1][:3]}***{hit[1][-2:]}"
    for hit in _MAIL.finditer(text):
        name, _, host = hit[0].partition("@")
        yield codes.MAIL_ADDRESS, f"{name[0]}***@{host}"
    for hit in _PATHS.finditer(text):
        yield codes.LOCAL_PATH, f"{hit[0]}…"


def _may_hold_any(text: str) -> bool:
    """A first look, far quicker than the patterns: whether any of them could find something."""
    if _LIKELY_NUMBER.search(text) or ("@" in text and _LIKELY_MAIL.search(text)):
        return True
    return any(sign in text for sign in _LIKELY_PATHS)


def is_identity_number(number: str) -> bool:
    """Whether 18 characters are a Chinese identity number: a day of birth and the check digit of GB 11643-1999."""
    try:
        date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    total = sum(int(digit) * (2 ** (17 - place) % 11) for place, digit in enumerate(number[:17]))
    return "10X98765432"[total % 11] == number[17].upper()
