"""Which records name which person and which tool: gathered once for all their pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from glassbox.records.archive import Archive, FilmFolder
from glassbox.records.exhibition import Workshop
from glassbox.records.film import Credit, Step
from glassbox.records.process import BudgetLine, Decision, Version
from glassbox.records.prompts import Prompt
from glassbox.records.takes import Take


@dataclass
class InFilm:
    """What one film's record says of one person or tool."""

    folder: FilmFolder
    credits: list[Credit] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    prompts: list[Prompt] = field(default_factory=list)
    revisions: int = 0
    """How many revisions of those prompts are theirs."""
    takes: list[Take] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    versions: list[Version] = field(default_factory=list)
    budget: list[BudgetLine] = field(default_factory=list)


@dataclass
class Involvement:
    films: dict[str, InFilm] = field(default_factory=dict)
    """By slug, in the order of the archive."""
    workshops: list[Workshop] = field(default_factory=list)

    @property
    def has_specimen(self) -> bool:
        """Whether a film among them is made up: what shows its records is marked as it is."""
        return any(one.folder.film.specimen for one in self.films.values())

    def in_film(self, folder: FilmFolder) -> InFilm:
        return self.films.setdefault(folder.film.slug, InFilm(folder))


def of_people(archive: Archive) -> dict[str, Involvement]:
    """Id of a person -> what they did. Asking for one whom nothing names gives an empty Involvement."""
    found: dict[str, Involvement] = defaultdict(Involvement)
    for folder in archive.films:
        for credit in folder.film.credits:
            found[credit.person].in_film(folder).credits.append(credit)
        for step in folder.film.workflow:
            for one in _each(step.who):
                found[one].in_film(folder).steps.append(step)
        for prompt in folder.prompts:
            for one, count in _writers(prompt):
                _add_prompt(found[one].in_film(folder), prompt, count)
        for take in folder.takes:
            for one in _each(take.by):
                found[one].in_film(folder).takes.append(take)
        for decision in folder.decisions:
            for one in _each(decision.by):
                found[one].in_film(folder).decisions.append(decision)
        for version in folder.versions:
            for one in _each(version.by):
                found[one].in_film(folder).versions.append(version)
        for line in folder.budget:
            if line.person:
                found[line.person].in_film(folder).budget.append(line)
    for workshop in archive.workshops:
        for one in _each(workshop.speakers):
            found[one].workshops.append(workshop)
    return found


def of_tools(archive: Archive) -> dict[str, Involvement]:
    """Id of a tool -> the prompts that ran on it, the takes they made, the steps and costs that name it."""
    found: dict[str, Involvement] = defaultdict(Involvement)
    for folder in archive.films:
        ran_on: dict[str, str] = {}
        for prompt in folder.prompts:
            for revision in prompt.revisions:
                ran_on[f"{prompt.id}@{revision.rev}"] = revision.tool or prompt.tool
            for tool in _each(revision.tool or prompt.tool for revision in prompt.revisions):
                count = sum((revision.tool or prompt.tool) == tool for revision in prompt.revisions)
                _add_prompt(found[tool].in_film(folder), prompt, count)
        for take in folder.takes:
            if ran := ran_on.get(take.prompt or ""):
                found[ran].in_film(folder).takes.append(take)
        for step in folder.film.workflow:
            for used in _each(step.tools):
                found[used].in_film(folder).steps.append(step)
        for line in folder.budget:
            if line.tool:
                found[line.tool].in_film(folder).budget.append(line)
    return found


def _add_prompt(in_film: InFilm, prompt: Prompt, revisions: int) -> None:
    in_film.prompts.append(prompt)
    in_film.revisions += revisions


def _writers(prompt: Prompt) -> Iterator[tuple[str, int]]:
    """Each writer of a prompt or of a revision of it, with how many revisions are theirs."""
    by_revision = [set(revision.writer or prompt.writer) for revision in prompt.revisions]
    everyone = _each([*prompt.writer, *(one for revision in prompt.revisions for one in revision.writer)])
    for one in everyone:
        yield one, sum(one in writers for writers in by_revision)


def _each(names: Iterable[str]) -> Iterable[str]:
    """Every name once, in its order."""
    return dict.fromkeys(names)
