"""Schemas say to editors what the loader says to authors."""

from __future__ import annotations

import importlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from glassbox.loading import schema, write_schemas
from glassbox.loading.layout import OF_A_FILM, OF_THE_EXHIBITION, TABLES

REPOSITORY = Path(__file__).resolve().parents[2]
ALL = schema()


class AsAnEditorSees(yaml.SafeLoader):
    """YAML with numbers and truths as editors' validators resolve them; days stay strings there."""


AsAnEditorSees.yaml_implicit_resolvers = {
    first: [(tag, shape) for tag, shape in found if not tag.endswith("timestamp")]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def seen(text: str) -> object:
    found: object = yaml.load(text, Loader=AsAnEditorSees)
    return found


_TYPES: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "number": (int, float),
    "integer": int,
    "boolean": bool,
    "array": list,
    "object": dict,
    "null": type(None),
}


def faults(value: object, found: dict[str, Any], whole: dict[str, Any], at: str = "") -> list[str]:
    """What a JSON Schema validator would say, for the words that our schemas use."""
    if "$ref" in found:
        return faults(value, whole["$defs"][found["$ref"].rpartition("/")[2]], whole, at)
    if "anyOf" in found:
        ways = [faults(value, way, whole, at) for way in found["anyOf"]]
        return [] if [] in ways else [f"{at}: none of {len(ways)} ways", *min(ways, key=len)]
    kinds = found.get("type", [])
    names = [kinds] if isinstance(kinds, str) else kinds
    if names and not any(isinstance(value, _TYPES[name]) for name in names):
        return [f"{at}: {value!r} is not {names}"]
    told = []
    if "enum" in found and value not in found["enum"]:
        told.append(f"{at}: {value!r} is not one of {found['enum']}")
    if isinstance(value, str) and "pattern" in found and not re.search(found["pattern"], value):
        told.append(f"{at}: {value!r} is not like {found['pattern']}")
    if isinstance(value, list) and "items" in found:
        told += [one for n, item in enumerate(value) for one in faults(item, found["items"], whole, f"{at}[{n}]")]
    if isinstance(value, dict) and found.get("type") == "object":
        properties = found.get("properties", {})
        told += [f"{at}: {name} is missing" for name in found.get("required", []) if name not in value]
        for name, part in value.items():
            if name in properties:
                told += faults(part, properties[name], whole, f"{at}.{name}")
            elif found.get("additionalProperties") is False:
                told.append(f"{at}: {name} is unknown")
            elif isinstance(found.get("additionalProperties"), dict):
                told += faults(part, found["additionalProperties"], whole, f"{at}.{name}")
    return told


def test_each_kind_of_file_has_its_schema() -> None:
    assert {table.name for table in (*OF_THE_EXHIBITION, *OF_A_FILM)} - {"report"} <= set(ALL)
    assert {"site", "film", "prompt", "decision", "chapter"} <= set(ALL)


TYPED = """\
- id: LC-T001
  status: kept
  shots: 010
  media: takes/1.mp4
  sha256:
  used: {in: 0, out: "23"}
  generation: {id: 12345, seconds: 31.5, cost: {amount: 12, currency: CNY}, at: 2026-05-20}
  digital_source_type: digitalCapture
  specimen: yes
  by: [director, 7]
  note: {zh: 光, en: 1984}
"""


def test_what_authors_type_is_accepted_as_text_number_or_truth() -> None:
    assert faults(seen(TYPED), ALL["takes"], ALL["takes"]) == []
    assert faults({"takes": seen(TYPED)}, ALL["takes"], ALL["takes"]) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("takes", "- {id: LC-T001, status: keep}\n"),
        ("takes", "- {id: LC-T001, status: kept, stauts: kept}\n"),
        ("takes", "- {id: LC-X001, status: kept}\n"),
        ("takes", "- {id: LC-T001}\n"),
        ("takes", "{id: LC-T001, status: kept}\n"),
        ("film", "{slug: lightcone}\n"),
        ("site", "{title: x, langauges: [en]}\n"),
        ("prompt", "{id: LC-P001, tool: a, writer: b, task: edit, revisions: none}\n"),
    ],
)
def test_what_the_loader_refuses_an_editor_marks(name: str, text: str) -> None:
    assert faults(seen(text), ALL[name], ALL[name])


def test_a_chapter_s_text_need_not_be_among_its_fields() -> None:
    assert faults({"id": "LC-D001", "date": "2026-05-12", "title": "x"}, ALL["decision"], ALL["decision"]) == []


def test_every_field_is_explained_or_named_in_the_schema() -> None:
    described = ALL["film"]["properties"]
    assert described["slug"]["description"] == "Name of its folder and of its address."
    assert "in" in ALL["film"]["$defs"]["Step"]["properties"]


def sample_files() -> list[tuple[str, Path]]:
    content = REPOSITORY / "content"
    one = [("site", path) for path in content.glob("site.yml")] + [
        ("film", path) for path in content.glob("films/*/film.yml")
    ]
    flat = [(name, path) for name in TABLES if name in ALL for path in content.glob(f"**/{name}.yml")]
    single = [("prompt", path) for path in content.glob("films/*/prompts/*.yml")]
    prose = [("decision", path) for path in content.glob("films/*/decisions/*.md")]
    prose += [("chapter", path) for path in content.glob("report/*.md") if not path.name.startswith("README")]
    return one + [found for found in flat if found not in one] + single + prose


@pytest.mark.parametrize(("name", "path"), [pytest.param(*found, id=found[1].name) for found in sample_files()])
def test_the_sample_archive_fits_its_schemas(name: str, path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    value = seen(text.split("\n---", 1)[0].removeprefix("---\n") if path.suffix == ".md" else text)
    assert faults(value, ALL[name], ALL[name]) == []


def test_schemas_are_schemas_where_a_validator_is_at_hand(tmp_path: Path) -> None:
    written = write_schemas(tmp_path / "schemas")
    assert [path.name for path in written] == [f"{name}.schema.json" for name in ALL]
    read = {path.name.partition(".")[0]: json.loads(path.read_text(encoding="utf-8")) for path in written}
    assert read == ALL
    try:
        jsonschema = importlib.import_module("jsonschema")
    except ImportError:
        return
    for name, found in read.items():
        jsonschema.Draft202012Validator.check_schema(found)
        if name == "takes":
            jsonschema.validate(seen(TYPED), found)
