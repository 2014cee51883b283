"""Pages written by hand: no records, and yet their words are published."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from glassbox.loading import layout
from glassbox.loading.encodings import Undecodable, text_of
from glassbox.loading.finding import visible
from glassbox.loading.openings import Refused, bytes_of, names_in
from glassbox.loading.rules import personal, quotes, secrets
from glassbox.loading.rules.sight import Sight
from glassbox.problems import Code, Place, Problem, problem
from glassbox.problems.codes import files
from glassbox.problems.codes import rules as codes
from glassbox.records.disclosure import HiddenKind

_FOLDER = "content/pages"
_PARAGRAPH = re.compile(r"(?:[^\n]*\S[^\n]*(?:\n|$))+")


def pages_show_nothing_hidden(sight: Sight, root: Path) -> Iterator[Problem]:
    """Secrets, personal data, words and names of hidden records; a mail address on a page is meant to be read."""
    hidden = quotes.hidden_words(sight)
    content = (root / "content").resolve()
    for lang in sight.archive.site.languages:
        for path in _pages(root / _FOLDER / lang, content):
            name = path.relative_to(root).as_posix()
            for line, words in _paragraphs(path, content):
                for code, facts in _found(words, sight, hidden):
                    told = {**facts, "record": name.removeprefix("content/"), "field": "text"}
                    yield Problem(Place(name, line), code, {fact: str(told[fact]) for fact in code.fields()})


def folders_of_pages_are_languages(sight: Sight, root: Path) -> Iterator[Problem]:
    """Pages of a language that the site has not are shown to nobody."""
    content = (root / "content").resolve()
    languages = sight.archive.site.languages
    try:
        entries = names_in(root / _FOLDER, content) if (root / _FOLDER).is_dir() else []
    except Refused:
        return  # the build tells of a link
    for entry in entries:
        if entry.name not in languages and not layout.is_passed_over(entry.name) and entry.name not in layout.READMES:
            names = ", ".join(f"pages/{lang}/" for lang in languages)
            yield problem(Place(f"{_FOLDER}/{visible(entry.name)}"), files.UNKNOWN_FILE, names=names)


def _found(words: str, sight: Sight, hidden: quotes.HiddenWords) -> Iterator[tuple[Code, dict[str, object]]]:
    for shape in sorted({shape for shape, _, _ in secrets.found_in(words)}):
        yield codes.SECRET, {"shape": shape}
    for code, masked in dict.fromkeys(personal.found_in(words)):
        if code is not codes.MAIL_ADDRESS:
            yield code, {"masked": masked}
    for record, letters in quotes.quotations(words, hidden).items():
        yield codes.HIDDEN_QUOTED, {"hidden": record, "letters": letters}
    for name in quotes.names_in(words):
        each = sight.disclosed.hidden_by_id.get(name)
        if each is not None and each.kind is HiddenKind.EMBARGOED:
            yield codes.EMBARGOED_NAMED, {"hidden": name, "until": each.until}
        elif each is not None and each.kind is HiddenKind.WITHHELD:
            yield codes.WITHHELD_NAMED, {"hidden": name}


def _paragraphs(path: Path, content: Path) -> Iterator[tuple[int, str]]:
    """Line and words of each; none of a page that is no text, which the build tells."""
    try:
        text = text_of(bytes_of(str(path), content))
    except (Refused, Undecodable):
        return
    for hit in _PARAGRAPH.finditer(text):
        yield 1 + text.count("\n", 0, hit.start()), hit[0]


def _pages(folder: Path, content: Path) -> Iterator[Path]:
    """Every page below `folder`; links are followed nowhere."""
    if folder.is_symlink() or not folder.is_dir():
        return
    try:
        entries = names_in(folder, content)
    except Refused:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _pages(Path(entry.path), content)
        elif entry.is_file(follow_symlinks=False) and entry.name.endswith(".md") and _is_text(entry.name):
            yield Path(entry.path)


def _is_text(name: str) -> bool:
    return os.fsencode(name).decode("utf-8", "replace") == name
