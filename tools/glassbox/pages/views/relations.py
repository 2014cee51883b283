"""What belongs to each shot of a film: looked up once for all of its pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from glassbox.records.archive import FilmFolder
from glassbox.records.process import Asset, BudgetLine, Decision, Version
from glassbox.records.prompts import Prompt
from glassbox.records.shots import Shot
from glassbox.records.takes import Take

S = TypeVar("S", Version, Asset)


@dataclass(frozen=True)
class Relations:
    """Records by the code of the shot that they name, each in the order of its file."""

    takes: Mapping[str, list[Take]]
    """Made for the shot, or in the film at its place."""
    prompts: Mapping[str, list[Prompt]]
    """Written for the shot, or the maker of one of its takes."""
    versions: Mapping[str, list[Version]]
    assets: Mapping[str, list[Asset]]
    budget: Mapping[str, list[BudgetLine]]
    decisions: Mapping[str, list[Decision]]
    """By the full id of whatever they speak of; a prompt's revision counts as the prompt."""
    made_by: Mapping[str, list[Take]]
    """Takes by the revision that made them: `LC-P012@3`."""

    def made_by_prompt(self, prompt: Prompt) -> list[Take]:
        """The takes of all its revisions, the first revision's first."""
        return [take for one in prompt.revisions for take in self.made_by.get(f"{prompt.id}@{one.rev}", ())]

    def decisions_on(self, ids: Iterable[str]) -> list[Decision]:
        """Those that speak of one of `ids`, each once, by date."""
        found = {decision.id: decision for one in ids for decision in self.decisions.get(one, ())}
        return sorted(found.values(), key=lambda decision: (str(decision.date), decision.id))


def relations_of(folder: FilmFolder) -> Relations:
    code = _codes(folder)
    takes: dict[str, list[Take]] = defaultdict(list)
    prompts: dict[str, list[Prompt]] = defaultdict(list)
    made_by: dict[str, list[Take]] = defaultdict(list)
    in_film = {take: shot.code for shot in folder.shots for take in shot.takes}
    makers: dict[str, dict[str, None]] = defaultdict(dict)
    for take in folder.takes:
        named = [code[one] for one in take.shots if one in code]
        for shot in dict.fromkeys([*named, *([in_film[take.id]] if take.id in in_film else [])]):
            takes[shot].append(take)
            if take.prompt:
                makers[shot][take.prompt.split("@")[0]] = None
        if take.prompt:
            made_by[take.prompt].append(take)
    for prompt in folder.prompts:
        named = [code[one] for one in prompt.shots if one in code]
        for shot in dict.fromkeys([*named, *(shot for shot, ids in makers.items() if prompt.id in ids)]):
            prompts[shot].append(prompt)
    return Relations(
        takes,
        prompts,
        _by_shot(folder.versions, code),
        _by_shot(folder.assets, code),
        _of_budget(folder, code),
        _decisions(folder, code),
        made_by,
    )


def _codes(folder: FilmFolder) -> dict[str, str]:
    """Both ways of naming a shot, bare and with the film's code before it -> its bare code."""
    full = {folder.full_id(shot): shot.code for shot in folder.shots}
    return full | {shot.code: shot.code for shot in folder.shots}


def _by_shot(table: Iterable[S], code: Mapping[str, str]) -> Mapping[str, list[S]]:
    found: dict[str, list[S]] = defaultdict(list)
    for record in table:
        for shot in dict.fromkeys(code[one] for one in record.shots if one in code):
            found[shot].append(record)
    return found


def _of_budget(folder: FilmFolder, code: Mapping[str, str]) -> Mapping[str, list[BudgetLine]]:
    found: dict[str, list[BudgetLine]] = defaultdict(list)
    for line in folder.budget:
        if line.shot and line.shot in code:
            found[code[line.shot]].append(line)
    return found


def _decisions(folder: FilmFolder, code: Mapping[str, str]) -> Mapping[str, list[Decision]]:
    found: dict[str, list[Decision]] = defaultdict(list)
    for decision in folder.decisions:
        named = [*decision.about, *(one for option in decision.options for one in (option.take, option.prompt) if one)]
        for one in dict.fromkeys(_full(name, folder, code) for name in named):
            found[one].append(decision)
    return found


def _full(name: str, folder: FilmFolder, code: Mapping[str, str]) -> str:
    return f"{folder.film.code}-{code[name]}" if name in code else name.split("@")[0]


def shot_ids(shot: Shot, folder: FilmFolder, relations: Relations) -> list[str]:
    """The shot, its takes and its prompts: whatever a decision about it may name."""
    takes = (take.id for take in relations.takes.get(shot.code, ()))
    prompts = (prompt.id for prompt in relations.prompts.get(shot.code, ()))
    return [folder.full_id(shot), *takes, *prompts]
