"""Words in each of the site's languages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from glassbox.loading.rules.said import Said
from glassbox.loading.rules.sight import Sight
from glassbox.problems import Problem
from glassbox.problems.codes import rules as codes
from glassbox.records.text import Text
from glassbox.records.walk import leaves


def words_are_in_each_language(sight: Sight) -> Iterator[Problem]:
    """Told once a field, and only of words given by language: one plain string serves every reader."""
    languages = sight.archive.site.languages
    if len(languages) < 2:
        return
    lacks: dict[tuple[str, ...], bool] = {}
    for said in sight.unread:
        for tags in said.languages - lacks.keys():
            lacks[tags] = bool(Text(tuple((tag, "") for tag in tags)).lacks(languages))
        if any(lacks[tags] for tags in said.languages):
            yield from _lacking(sight, said, languages)


def translations_are_for_every_other_reader(sight: Sight) -> Iterator[Problem]:
    """A translation need not be in the language of the words themselves; where that is not said, in none."""
    languages = sight.archive.site.languages
    known: list[str] = []  # the last languages that lacked none: most of an archive's translations are alike
    for folder in sight.archive.films:
        for prompt in folder.prompts:
            for number, revision in enumerate(prompt.revisions):
                if revision.translation is None or revision.lang is None:
                    continue
                own, said = revision.lang.split("-")[0], revision.translation.by_lang
                if [own, *(tag for tag, _ in said)] == known:
                    continue
                lacking = [lang for lang in revision.translation.lacks(languages) if lang.split("-")[0] != own]
                known = known if lacking else [own, *(tag for tag, _ in said)]
                if lacking:
                    at = ("revisions", number, "translation")
                    yield sight.tell(codes.LANGUAGE_MISSING, prompt.id, at, lacking=", ".join(lacking))


RULES = (words_are_in_each_language, translations_are_for_every_other_reader)


def _lacking(sight: Sight, said: Said, languages: Sequence[str]) -> Iterator[Problem]:
    for at, leaf in leaves(said.part):
        if isinstance(leaf, Text) and at[-1] != "translation" and (lacking := leaf.lacks(languages)):
            yield sight.tell(codes.LANGUAGE_MISSING, said.full_id, at, lacking=", ".join(lacking))
