"""What a new film begins with: whole records, every field named, in the author's language."""

from __future__ import annotations

import csv
import re
import types
import typing
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from glassbox.loading import layout, load
from glassbox.records.base import Part, Record
from glassbox.records.exhibition import Person, Reason, Site, Tool
from glassbox.records.film import Film
from glassbox.records.process import Asset, BudgetLine, Decision, Version
from glassbox.records.prompts import Prompt
from glassbox.records.shots import Cut, Shot
from glassbox.records.takes import Take
from glassbox.starting.filling import OF_A_FILM, OF_THE_EXHIBITION

HAN = re.compile(r"[\u4e00-\u9fff]")
FILM = "films/lantern/"
TEMPLATE_OF: dict[type[BaseModel], str] = {
    Film: FILM + "film.yml", Shot: FILM + "shots.yml", Take: FILM + "takes.yml", Version: FILM + "versions.yml",
    Asset: FILM + "assets.yml", Decision: FILM + "decisions/LA-D001.md", Prompt: FILM + "prompts/README.md",
    BudgetLine: FILM + "budget.csv", Cut: FILM + "README.md", Site: "site.yml", Person: "people.yml",
    Tool: "tools.yml", Reason: "reasons.yml",
}  # fmt: skip


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_new_film_has_nothing_that_check_would_tell(start: Any, lang: str) -> None:
    loaded = load(start(lang))
    assert [problem.line("en") for problem in loaded.problems] == []
    (film,) = loaded.archive.films
    assert (film.film.slug, film.film.code) == ("lantern", "LA")
    for table in (film.shots, film.takes, film.versions, film.assets, film.budget, film.decisions):
        assert len(table) == 1
        assert table[0].specimen, "a forgotten template says on its page that it is made up"


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_with_every_field_in_use_only_the_media_are_missing(start_whole: Any, lang: str) -> None:
    loaded = load(start_whole(lang))
    told = {problem.code.name for problem in loaded.problems}
    assert told == {"GB-W100"}, [problem.line("en") for problem in loaded.problems]
    (film,) = loaded.archive.films
    assert len(film.takes) == 3
    assert len(film.prompts) == 2
    assert len(film.cuts) == 2
    assert [take.status for take in film.takes] == ["pending", "rejected", "kept"]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("model", TEMPLATE_OF, ids=lambda model: model.__name__)
def test_a_template_names_every_field_of_its_record(start: Any, model: type[BaseModel], lang: str) -> None:
    text = (start(lang) / "content" / TEMPLATE_OF[model]).read_text("utf-8")
    common = set(Record.model_fields) if issubclass(model, Record) and model is not Film else set()
    for field in common - _fields_of_its_own(model):
        assert re.search(rf"(?<![\w-]){field}(?![\w-])", text), f"{TEMPLATE_OF[model]} does not name {field}"
    for field in _fields_of_its_own(model) if model is not BudgetLine else ():
        assert re.search(rf"(?<![\w-]){field}[:：]", text), f"{TEMPLATE_OF[model]} does not show {field}"


@pytest.mark.parametrize("model", TEMPLATE_OF, ids=lambda model: model.__name__)
def test_a_template_names_every_word_that_a_field_may_hold(start: Any, model: type[BaseModel]) -> None:
    root = start()
    text = (root / "content" / TEMPLATE_OF[model]).read_text("utf-8")
    if model is BudgetLine:
        text += (root / "content" / FILM / "README.md").read_text("utf-8")
    for kind in _closed_lists(model):
        for word in kind:
            assert re.search(rf"(?<![\w-]){word.value}(?![\w-])", text), f"{TEMPLATE_OF[model]}: {word.value}"


def test_every_record_of_a_film_has_a_template() -> None:
    assert {table.model for table in (layout.FILM, *layout.OF_A_FILM)} <= TEMPLATE_OF.keys()
    assert {layout.TABLES[name].model for name in OF_THE_EXHIBITION} <= TEMPLATE_OF.keys()
    assert {FILM + name.replace("<CODE>", "LA") for name in OF_A_FILM} <= set(TEMPLATE_OF.values())


def test_every_column_of_the_budget_is_a_field_and_every_field_a_column(start: Any) -> None:
    file = start() / "content" / FILM / "budget.csv"
    head, row = csv.reader(file.read_text("utf-8-sig").splitlines())
    assert {name.partition(".")[0] for name in head} == set(BudgetLine.model_fields)
    assert len(row) == len(head)
    assert file.read_bytes().startswith(b"\xef\xbb\xbf"), "Excel needs the mark to read Chinese"


def test_explanations_are_in_the_language_that_was_asked_for(start: Any) -> None:
    for slug, lang in (("lantern", "en"), ("river", "zh")):
        root: Path = start(lang, slug, slug[:2].upper())
        film = root / "content/films" / slug
        for file in (*film.glob("*.yml"), *film.glob("*/*.md"), *film.glob("*.md")):
            for line in file.read_text("utf-8").splitlines():
                said = line.strip().removeprefix("##").strip()
                if line.strip().startswith("## ") and not re.match(r"(title|zh|en):", said):
                    assert bool(HAN.search(said)) == (lang == "zh"), f"{file.name}: {line}"
                assert not line.startswith(("en|", "zh|"))
            assert "<SLUG>" not in file.read_text("utf-8")
            assert "<CODE>" not in file.read_text("utf-8")


def test_each_file_names_its_schema_and_the_schema_is_there(start: Any) -> None:
    root = start()
    content = root / "content"
    files = [*content.glob("*.yml"), *(content / FILM).glob("*.yml")]
    assert len(files) == 9
    for file in files:
        line = file.read_text("utf-8").split("\n")[0]
        schema = line.removeprefix("# yaml-language-server: $schema=")
        assert (file.parent / schema).is_file(), line
        assert Path(schema).name == f"{file.stem}.schema.json"
    prompts = content / FILM / "prompts/README.md"
    (schema,) = re.findall(r"\$schema=(\S+)", prompts.read_text("utf-8"))
    assert (prompts.parent / schema).is_file()


def test_a_folder_for_each_kind_of_media_is_there_and_empty(start: Any) -> None:
    film = start() / "content" / FILM
    for name in layout.MEDIA_FOLDERS:
        assert list((film / name).iterdir()) == [], name


@pytest.mark.parametrize("slug", ["null", "2026", "no", "a1-b2"])
def test_a_slug_that_yaml_reads_otherwise_stays_what_it_is(start: Any, slug: str) -> None:
    loaded = load(start("en", slug, "NO"))
    assert not loaded.problems
    assert [folder.film.slug for folder in loaded.archive.films] == [slug]


def _fields_of_its_own(model: type[BaseModel]) -> set[str]:
    """Names as authors write them, of the record and of all parts inside it, without what every record may carry."""
    found: set[str] = set()
    for name, info in model.model_fields.items():
        if not (issubclass(model, Record) and model is not Film and name in Record.model_fields):
            found.add(info.alias or name)
        for part in _inside(info.annotation):
            if isinstance(part, type) and issubclass(part, Part):
                found |= _fields_of_its_own(part)
    return found


def _closed_lists(model: type[BaseModel]) -> Iterator[type[StrEnum]]:
    common = set(Record.model_fields)
    for name, info in model.model_fields.items():
        for part in _inside(info.annotation):
            if isinstance(part, type) and issubclass(part, StrEnum) and (name not in common or model is Film):
                yield part
            elif isinstance(part, type) and issubclass(part, Part):
                yield from _closed_lists(part)


def _inside(annotation: object) -> Iterator[object]:
    """What a hint is made of: the classes inside unions, lists and annotations."""
    found = typing.get_args(annotation)
    if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias):
        yield annotation
    for inner in found:
        yield from _inside(inner)
