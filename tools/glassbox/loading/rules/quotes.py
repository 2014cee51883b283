"""Words of hidden records that stand in shown ones.

A quotation is 24 letters or more that agree word for word, or 12 Chinese characters: spaces, punctuation and case do
not count, so that a new line break hides none. Looked for are the words that a hidden record is about: a prompt's
text, its translation, what the tool made of it, notes, reasons. They are looked for in everything that is shown.

Between prompts alone it takes 60 letters, or 30 Chinese characters, or half of the hidden text: a film's prompts
repeat its look ("35 mm film, shallow depth of field") from one to the next. Words that stand in the hidden record's
own `excerpt` may be shown, so they are no quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from glassbox.loading.rules.sight import Sight
from glassbox.problems import Problem
from glassbox.problems.codes import rules as codes
from glassbox.records.disclosure import HiddenKind
from glassbox.records.prompts import Prompt
from glassbox.records.walk import Loc, words

_ABOUT = frozenset(
    {"text", "translation", "optimized_prompt", "why", "question", "change", "note", "description", "before", "bio",
     "synopsis", "logline", "statement"}
)  # fmt: skip
"""Fields that a hidden record is about. Titles, rights and the like repeat from record to record by nature."""

_ENOUGH, _ENOUGH_BETWEEN_PROMPTS = 24, 60
"""Letters that make a quotation; a Chinese character counts for two."""
_GRAM, _CHINESE_GRAM = 12, 6
"""Any agreement of 24 letters holds a whole block of 12 that begins at a multiple of 12."""

_PLACES = 2
"""Of a block that many hidden texts have, such as a film's look, the first places stand for all."""

_CHINESE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_NO_LETTER = re.compile(r"[\W_]+")
_NAMED = re.compile(r"(?<![A-Z0-9])[A-Z0-9]+(?:-[A-Z0-9]+)+(?:@\d+)?")
"""Begins where a word does: else a word as long as a picture would take the square of its length."""


@dataclass
class HiddenWords:
    """Words that must not be shown, with where each of their blocks stands."""

    texts: list[tuple[str, str, bool]] = field(default_factory=list)
    """Record, letters, whether they are a prompt's."""
    blocks: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    """A block of letters -> number of a text, place in it."""
    excused: dict[str, str] = field(default_factory=dict)
    """Record -> letters of its excerpts."""

    def add(self, record: str, letters: str, is_prompts: bool) -> None:
        number = len(self.texts)
        self.texts.append((record, letters, is_prompts))
        for size in (_GRAM, _CHINESE_GRAM):
            for place in range(len(letters) - size + 1):
                block = letters[place : place + size]
                if size == _GRAM or _is_chinese(block):
                    places = self.blocks.setdefault(block, [])
                    if len(places) < _PLACES:
                        places.append((number, place))

    def may_be_in(self, letters: str) -> bool:
        """A first look: whether any block of a text is a hidden one."""
        sizes = (_GRAM, _CHINESE_GRAM) if _CHINESE.search(letters) else (_GRAM,)
        return not all(
            self.blocks.keys().isdisjoint([letters[at : at + size] for at in range(0, len(letters) - size + 1, size)])
            for size in sizes
        )


def hidden_words_are_not_quoted(sight: Sight) -> Iterator[Problem]:
    hidden = hidden_words(sight)
    if not hidden.blocks:
        return
    for each in sight.shown:
        if not hidden.may_be_in(letters_of(each.all)):
            continue
        is_prompt = isinstance(each.part, Prompt)
        for at, text in each.words():
            for record, count in quotations(text, hidden, is_prompt and "text" in at).items():
                if record == each.full_id:
                    continue
                yield sight.tell(codes.HIDDEN_QUOTED, each.full_id, at, hidden=record, letters=count)


def quotations(text: str, hidden: HiddenWords, in_prompt: bool = False) -> dict[str, int]:
    """Hidden records that `text` quotes, and how many letters of each at most."""
    found: dict[str, int] = {}
    for record, count in _quoted(letters_of(text), hidden, in_prompt):
        found[record] = max(count, found.get(record, 0))
    return found


def hidden_records_are_not_named(sight: Sight) -> Iterator[Problem]:
    """In words: what fields name is taken out before anything is written, and a tombstone says that it is gone."""
    hidden = {
        name: each
        for name, each in sight.disclosed.hidden_by_id.items()
        if each.kind is not HiddenKind.EXCERPT and _NAMED.fullmatch(name)
    }
    if not hidden:
        return
    for each in sight.shown:
        is_tombstone = each.full_id.startswith("retired/")
        if is_tombstone or hidden.keys().isdisjoint(names_in(each.all)):
            continue
        for at, text in each.words():
            if _is_register(at):
                continue
            for name in names_in(text):
                if (found := hidden.get(name)) is None:
                    continue
                if found.kind is HiddenKind.EMBARGOED:
                    yield sight.tell(codes.EMBARGOED_NAMED, each.full_id, at, hidden=name, until=found.until)
                else:
                    yield sight.tell(codes.WITHHELD_NAMED, each.full_id, at, hidden=name)


RULES = (hidden_words_are_not_quoted, hidden_records_are_not_named)


def names_in(text: str) -> dict[str, None]:
    """Everything in `text` that has the shape of an id; a revision's prompt too."""
    found = _NAMED.findall(text)
    return dict.fromkeys([*(name.partition("@")[0] for name in found), *found])


def letters_of(text: str) -> str:
    """What counts of a text: letters and digits, all small."""
    return _NO_LETTER.sub("", text.casefold())


def weight(letters: str) -> int:
    """A Chinese character counts for two."""
    return len(letters) + len(_CHINESE.findall(letters))


def hidden_words(sight: Sight) -> HiddenWords:
    """The words of everything that may not be shown at this moment."""
    hidden = HiddenWords()
    for name in sight.disclosed.hidden_by_id:
        full_id, _, rev = name.partition("@")
        record = sight.index.record(full_id)
        if record is None or (rev and full_id in sight.disclosed.hidden_by_id):
            continue
        for at, text in words(record):
            if rev and isinstance(record, Prompt) and not _is_of_revision(record, at, rev):
                continue
            if at[-1] == "excerpt":
                hidden.excused[full_id] = hidden.excused.get(full_id, "") + "\0" + letters_of(text)
            elif _ABOUT.intersection(map(str, at)):
                hidden.add(full_id, letters_of(text), isinstance(record, Prompt) and "text" in at)
    return hidden


def _is_of_revision(prompt: Prompt, at: Loc, rev: str) -> bool:
    return at[0] == "revisions" and isinstance(at[1], int) and str(prompt.revisions[at[1]].rev) == rev


def _quoted(shown: str, hidden: HiddenWords, in_prompt: bool) -> Iterator[tuple[str, int]]:
    """Each quotation in `shown`: the hidden record and how many letters agree."""
    done: dict[tuple[int, int], int] = {}
    told: dict[int, int] = {}
    """Text -> where its last quotation ends. A text that repeats itself agrees in as many ways as it has letters."""
    for size in (_GRAM, _CHINESE_GRAM):
        for start in range(0, len(shown) - size + 1, size):
            for number, place in hidden.blocks.get(shown[start : start + size], ()):
                way = (number, place - start)
                if done.get(way, -1) > start or told.get(number, -1) > start:
                    continue  # inside what was compared already
                record, letters, is_prompts = hidden.texts[number]
                first, last = _agreement(shown, start, letters, place, size)
                done[way] = last
                same = shown[first:last]
                enough = _ENOUGH
                if in_prompt and is_prompts:
                    enough = min(_ENOUGH_BETWEEN_PROMPTS, max(_ENOUGH, weight(letters) // 2))
                if weight(same) >= enough and same not in hidden.excused.get(record, ""):
                    told[number] = last
                    yield record, len(same)


def _agreement(a: str, at_a: int, b: str, at_b: int, size: int) -> tuple[int, int]:
    """The stretch of `a` around a common block that `b` has too."""
    first = at_a
    while first > 0 and at_b - (at_a - first) > 0 and a[first - 1] == b[at_b - (at_a - first) - 1]:
        first -= 1
    last = at_a + size
    while last < len(a) and at_b + (last - at_a) < len(b) and a[last] == b[at_b + (last - at_a)]:
        last += 1
    return first, last


def _is_chinese(block: str) -> bool:
    return len(_CHINESE.findall(block)) == len(block)


def _is_register(at: Loc) -> bool:
    """The register names what is withheld; paths and references are cut, not told."""
    return at[0] == "withheld" or at[-1] in ("file", "media", "master")
