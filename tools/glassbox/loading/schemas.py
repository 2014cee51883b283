"""JSON Schema of every file that authors write, for their editors: completion, help, and faults as they type."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from glassbox.loading.layout import TABLES, Table

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, Any]:
    """Schema by name of table (`film`, `takes`, …): of one record where a file holds one, else of the list.

    What has a record a file comes as `prompt`, `decision`, `chapter`; the lists of the first two also as `prompts`
    and `decisions`.
    """
    found: dict[str, Any] = {}
    for table in TABLES.values():
        one = _of(table)
        if table.folder:
            found[_SINGULAR[table.name]] = one
        if table.folder and not table.is_flat:
            continue
        is_list = table.name not in ("site", "film")
        found[table.name] = _listed(table, one) if is_list else one
    return dict(sorted(found.items()))


def write_schemas(folder: Path) -> list[Path]:
    """Writes `<name>.schema.json` for each; gives back the files. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, found in schema().items():
        path = folder / f"{name}.schema.json"
        path.write_text(json.dumps(found, ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n")
        written.append(path)
    return written


_SINGULAR = {"prompts": "prompt", "decisions": "decision", "report": "chapter"}


def _of(table: Table) -> dict[str, Any]:
    made = table.model.model_json_schema(by_alias=True, schema_generator=GenerateJsonSchema)
    if table.body:
        made["required"] = [name for name in made.get("required", []) if name != table.body]
    found = _as_typed(made)
    return {"$schema": DIALECT, **found}


def _listed(table: Table, one: dict[str, Any]) -> dict[str, Any]:
    """A list of records, at the top or under the one key that is the table's name."""
    record = {name: part for name, part in one.items() if name not in ("$schema", "$defs")}
    records = {"type": "array", "items": record}
    named = {
        "type": "object",
        "properties": {table.name: records},
        "required": [table.name],
        "additionalProperties": False,
    }
    return {"$schema": DIALECT, "title": table.name, "anyOf": [records, named], "$defs": one.get("$defs", {})}


def _as_typed(schema: Any) -> Any:
    """A schema widened to what an editor sees in YAML: `010` and `true` are no strings to it, and nothing is null."""
    if isinstance(schema, list):
        return [_as_typed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    as_is = ("default", "enum", "const", "required")
    widened = {name: part if name in as_is else _as_typed(part) for name, part in schema.items()}
    for name in ("properties", "$defs"):
        if name in widened:
            widened[name] = {key: _as_typed(part) for key, part in schema[name].items()}
    if "properties" in widened:
        required = schema.get("required", [])
        widened["properties"] = {
            key: part if key in required else _or_nothing(part) for key, part in widened["properties"].items()
        }
    kind = schema.get("type")
    return _WIDER[kind](widened) if isinstance(kind, str) and kind in _WIDER else widened


def _or_nothing(found: dict[str, Any]) -> dict[str, Any]:
    """A key with nothing after it is as if it were not there."""
    about: dict[str, Any] = {name: found[name] for name in ("title", "description", "default") if name in found}
    bare = {name: part for name, part in found.items() if name not in about}
    ways = bare["anyOf"] if [*bare] == ["anyOf"] else [bare]
    return {**about, "anyOf": ways if {"type": "null"} in ways else [*ways, {"type": "null"}]}


def _words(found: dict[str, Any]) -> dict[str, Any]:
    if "enum" in found or "const" in found:
        return found
    # A pattern holds for strings alone: digits that an editor takes for a number are the record's to check.
    return {**found, "type": ["string", "number", "boolean"]}


def _number(found: dict[str, Any]) -> dict[str, Any]:
    return {**found, "type": [found["type"], "string"]}


def _list(found: dict[str, Any]) -> dict[str, Any]:
    """One name alone needs no list."""
    items = found.get("items", {})
    if "string" not in str(items.get("type", "")):
        return found
    description = {"description": found.pop("description")} if "description" in found else {}
    return {**description, "anyOf": [found, items]}


_WIDER: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "string": _words,
    "integer": _number,
    "number": _number,
    "boolean": lambda found: {**found, "type": ["boolean", "string"]},
    "array": _list,
}
