"""`content/ids.lock`: what was released, so that no citation breaks unsaid.

One line a record, sorted: its full id, the site's languages at its last release, and for a prompt the SHA-256 of
each released revision's text:

    LC-P001 en,zh 1=9f86d081…,60303ae2… 2=fd61a03a…
    lightcone en,zh

Nothing is ever taken out: a corrected text adds its digest after the one before. A record that was released and is
withheld or under embargo now counts as gone: it needs an entry in retired.yml, and its address keeps the tombstone.
The texts of a prompt shown as an excerpt are not recorded, and a released one that is an excerpt now is not compared.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from glassbox.problems import Place, Problem, problem
from glassbox.problems.codes import rules as codes
from glassbox.records.archive import Archive
from glassbox.records.prompts import Prompt, Revision
from glassbox.records.references import entries
from glassbox.records.terms import Publish
from glassbox.records.text import LANGUAGE_TAG

LOCK = "content/ids.lock"

_HEAD = "# What was released. Only `glassbox release` writes this file; it adds and takes nothing out.\n"
_DIGESTS = re.compile(r"([1-9][0-9]{0,14})=([0-9a-f]{64}(?:,[0-9a-f]{64})*)")
_LONGEST = 8 * 1024 * 1024  # bytes; a lock of 10,000 prompts of three revisions has 2.5 million


@dataclass(frozen=True)
class Released:
    """A line of the lock."""

    id: str
    languages: tuple[str, ...] = ()
    digests: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    """Revision -> SHA-256 of its text at each release that changed it, the last last."""
    line: int = 0

    def __str__(self) -> str:
        revisions = (f"{rev}={','.join(digests)}" for rev, digests in sorted(self.digests.items()))
        return " ".join((self.id, ",".join(self.languages), *revisions))


@dataclass(frozen=True)
class Lock:
    released: Mapping[str, Released] = field(default_factory=dict)


def read(root: Path) -> tuple[Lock, list[Problem]]:
    """The lock of an archive, empty where there is none, and the lines that cannot be read."""
    path = root / LOCK
    if path.is_symlink() or not path.is_file():
        found = [] if not (path.exists() or path.is_symlink()) else [_broken(0, LOCK)]
        return Lock(), found
    try:
        with path.open("rb") as stream:
            data = stream.read(_LONGEST + 1)
        text = data.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        return Lock(), [_broken(0, str(error))]
    if len(data) > _LONGEST:
        return Lock(), [_broken(0, f"> {_LONGEST} bytes")]
    return parse(text)


def parse(text: str) -> tuple[Lock, list[Problem]]:
    """The lock that `text` says, and the lines that cannot be read."""
    released: dict[str, Released] = {}
    problems: list[Problem] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        found = _line(line, number)
        if found is None or found.id in released:
            problems.append(_broken(number, line))
        else:
            released[found.id] = found
    return Lock(released), problems


def compare(shown: Archive, lock: Lock) -> Iterator[Problem]:
    """What was released and is gone, or says something else. `shown` holds only what may be shown."""
    there = {entry.full_id: entry.record for entry in entries(shown)}
    retired = {each.id for each in shown.retired}
    for released in lock.released.values():
        place = Place(LOCK, released.line)
        if released.id in retired:
            continue
        record = there.get(released.id)
        if record is None:
            yield problem(place, codes.RELEASED_GONE, record=released.id)
        elif isinstance(record, Prompt) and record.publish is Publish.PUBLIC:
            yield from _texts(record, released, retired, place)
    for lang, line in _languages(lock).items():
        if lang not in shown.site.languages:
            yield problem(Place(LOCK, line), codes.RELEASED_LANGUAGE_GONE, found=lang)


def release_lines(shown: Archive, lock: Lock | None = None) -> str:
    """The lock's text after a release of what is shown now: all that `lock` has, and what is new."""
    lines = dict(lock.released) if lock else {}
    languages = shown.site.languages
    for entry in entries(shown):
        before = lines.get(entry.full_id, Released(entry.full_id))
        known = tuple(lang for lang in before.languages if lang not in languages)
        digests = dict(before.digests)
        if isinstance(entry.record, Prompt) and entry.record.publish is Publish.PUBLIC:
            for revision in entry.record.revisions:
                kept, now = digests.get(revision.rev, ()), digest_of(revision.text)
                digests[revision.rev] = kept if kept and kept[-1] == now else (*kept, now)
        lines[entry.full_id] = Released(entry.full_id, (*languages, *known), digests)
    return _HEAD + "".join(f"{lines[name]}\n" for name in sorted(lines))


def digest_of(text: str) -> str:
    """SHA-256 of a prompt's text as UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _texts(prompt: Prompt, released: Released, retired: set[str], place: Place) -> Iterator[Problem]:
    revisions = {revision.rev: revision for revision in prompt.revisions}
    for rev, digests in released.digests.items():
        name, revision = f"{prompt.id}@{rev}", revisions.get(rev)
        if name in retired:
            continue
        if revision is None:
            yield problem(place, codes.RELEASED_GONE, record=name)
        elif digest_of(revision.text) != digests[-1] and not _says_what_stood(revision, digests[-1]):
            found = problem(place, codes.RELEASED_TEXT_CHANGED, record=name)
            yield Problem(found.place, found.code, found.facts, prompt.id)


def _says_what_stood(revision: Revision, digest: str) -> bool:
    """Whether a correction holds the released text; a block's final newline more or less is the same text."""
    variants = (text for each in revision.corrections for text in (each.before, each.before.rstrip("\n")))
    return any(digest_of(text) == digest or digest_of(text + "\n") == digest for text in variants)


def _line(line: str, number: int) -> Released | None:
    name, *rest = line.split()
    if not rest:
        return None
    languages = tuple(rest[0].split(","))
    if not all(LANGUAGE_TAG.fullmatch(lang) for lang in languages):
        return None
    digests: dict[int, tuple[str, ...]] = {}
    for word in rest[1:]:
        hit = _DIGESTS.fullmatch(word)
        if hit is None:
            return None
        digests[int(hit[1])] = tuple(hit[2].split(","))
    return Released(name, languages, digests, number)


def _languages(lock: Lock) -> dict[str, int]:
    """Each language that anything was released in, with the first line that says so."""
    found: dict[str, int] = {}
    for released in lock.released.values():
        for lang in released.languages:
            found.setdefault(lang, released.line)
    return found


def _broken(line: int, found: str) -> Problem:
    return problem(Place(LOCK, line), codes.LOCK_BROKEN, found=found)
