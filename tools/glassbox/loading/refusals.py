"""What a record refused, in an author's words: pydantic's errors become problems with line, field and cure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from glassbox.loading.marks import line_of
from glassbox.loading.nearest import nearest
from glassbox.loading.shapes import shape_at, shapes_of
from glassbox.loading.written import Columns, Entry, Fault, Path, Value, fault
from glassbox.problems import Code
from glassbox.problems.codes import fields, files
from glassbox.records.base import Part
from glassbox.records.references import REFERENCES, Kind

MOST_FAULTS = 500
"""More in one record is no list of mistakes, but another kind of file."""


def refusals(
    error: ValidationError, entry: Entry, model: type[BaseModel], record: str, columns: Columns
) -> list[Fault]:
    """Every fault that `model` found in the entry, one for each place in it; `record` names it in the sentence."""
    found: dict[Path, Fault] = {}
    details = error.errors(include_url=False)
    if len(details) > MOST_FAULTS:
        told = {"found": f"{len(details)} faults", "limit": f"{MOST_FAULTS} faults"}
        return [fault(line_of(entry.lines, ()), files.TOO_MUCH, **told)]
    meant = _meant_by_unknown(details, entry.value, model)
    for detail in details:
        path = _path(detail, entry.value)
        if detail["type"] == "missing" and path in meant:
            continue  # a misspelt name is one fault, told where it stands
        if detail["type"] == "too_short" and _at(entry.value, path):
            continue  # pydantic counts only the entries that are whole
        if path not in found:
            found[path] = _fault(detail, path, entry, model, _Naming(record, columns))
    return list(found.values())


class _Naming:
    """How record and field are called in a sentence: by the author's own headers where there are any."""

    def __init__(self, record: str, columns: Columns) -> None:
        self.record = record
        self.columns = columns

    def field(self, path: Path) -> str:
        for end in range(len(path), 0, -1):
            bare = tuple(step for n, step in enumerate(path[:end]) if not (n == 1 and path[0] == "revisions"))
            if header := self.columns.get(path[:end]) or self.columns.get(bare):
                return header
        return ".".join(str(step + 1) if isinstance(step, int) else step for step in path)


def _path(detail: ErrorDetails, value: Value) -> Path:
    """Where the fault is in what was written. Names of alternatives, which pydantic mixes in, fall away."""
    path: list[str | int] = []
    last = len(detail["loc"]) - 1
    here: object = value
    for n, step in enumerate(detail["loc"]):
        if isinstance(here, str) and step == 0:
            continue  # one name alone stands for a list of one
        part = _part(here, step)
        if part is not _ABSENT:
            here = part
        elif not (detail["type"] == "missing" and n == last):
            continue
        path.append(step)
    found = detail.get("ctx", {}).get("found")
    if detail["type"] in ("gb_language", "gb_setting") and isinstance(here, dict) and isinstance(found, str):
        path.append(found)
    return tuple(path)


def _meant_by_unknown(details: list[ErrorDetails], value: Value, model: type[BaseModel]) -> set[Path]:
    """Fields that are missing only because their name is misspelt."""
    meant: set[Path] = set()
    for detail in details:
        if detail["type"] == "extra_forbidden":
            path = _path(detail, value)
            if near := nearest(str(path[-1]), _names_beside(path, model)):
                meant.add((*path[:-1], near))
    return meant


def _names_beside(path: Path, model: type[BaseModel]) -> list[str]:
    around = shape_at(model, path[:-1])
    return list(shapes_of(around.model)) if around is not None and around.model is not None else []


def _fault(detail: ErrorDetails, path: Path, entry: Entry, model: type[BaseModel], naming: _Naming) -> Fault:
    line = line_of(entry.lines, path)
    facts = {**detail.get("ctx", {}), "record": naming.record, "field": naming.field(path)}
    given = _at(entry.value, path)
    facts.setdefault("found", _shown(given if given is not None else detail["input"]))
    kind = detail["type"]
    if not path:
        return fault(line, files.WRONG_TOP, expected="- name: value")
    if kind == "extra_forbidden":
        return _unknown(line, path, model, naming)
    if kind == "enum":
        return _no_choice(line, path, model, facts)
    if kind != "missing" and given is None:
        return fault(line, fields.NO_WORDS, **_only(fields.NO_WORDS, facts))
    code, more = _CODES.get(kind, (fields.WRONG_SHAPE, {}))
    if kind in _BOUNDS:
        more = {"bound": _BOUNDS[kind](detail.get("ctx", {}))}
    if kind in ("gb_line", "gb_one_line") and not isinstance(given, str):
        code = fields.NOT_ONE_VALUE
    if code is fields.WRONG_ID:
        more = {"letter": str(facts["example"]).split("-")[1][:1]}
    if kind == "gb_slug" and (named := _named_by(model, path)) is not None:
        more = {"example": f"{_EXAMPLES.get(named, 'light-cone')} ({named.file})"}
    facts = {"example": "text", **facts, **more}
    return fault(line, code, **_only(code, facts))


def _named_by(model: type[BaseModel], path: Path) -> Kind | None:
    """What sort of record the field names, where it names one."""
    around = shape_at(model, path[:-1])
    if around is None or around.model is None or not issubclass(around.model, Part):
        return None
    return REFERENCES.get(around.model, {}).get(str(path[-1]))


_EXAMPLES = {Kind.PERSON: "director", Kind.TOOL: "video-model", Kind.REASON: "extra-object", Kind.TOPIC: "light"}


def _unknown(line: int, path: Path, model: type[BaseModel], naming: _Naming) -> Fault:
    names = _names_beside(path, model)
    about = {"record": naming.record, "field": ".".join(str(step) for step in path[-1:])}
    near = nearest(str(path[-1]), names)
    if near:
        return fault(line, fields.UNKNOWN_FIELD_NEAR, **about, nearest=near)
    return fault(line, fields.UNKNOWN_FIELD, **about, fields=", ".join(names))


def _no_choice(line: int, path: Path, model: type[BaseModel], facts: Mapping[str, Any]) -> Fault:
    shape = shape_at(model, path)
    choices = [one.value for one in shape.choices] if shape is not None and shape.choices is not None else []
    about = {name: facts[name] for name in ("record", "field", "found")}
    near = nearest(str(facts["found"]), choices)
    if near:
        return fault(line, fields.NO_CHOICE_NEAR, **about, nearest=near, choices=", ".join(choices))
    return fault(line, fields.NO_CHOICE, **about, choices=", ".join(choices))


_ABSENT = object()


def _part(value: object, step: str | int) -> object:
    if isinstance(value, dict):
        return value.get(step, _ABSENT)
    if isinstance(value, list) and isinstance(step, int) and step < len(value):
        return value[step]
    return _ABSENT


def _at(value: Value, path: Path) -> object:
    """What is written there; None where nothing is."""
    here: object = value
    for step in path:
        here = _part(here, step)
    return None if here is _ABSENT else here


def _shown(value: object) -> str:
    if isinstance(value, (list, dict)):
        return "[…]" if isinstance(value, list) else "{…}"
    return str(value).strip()[:80]


def _only(code: Code, facts: Mapping[str, Any]) -> dict[str, Any]:
    """The facts that the code's sentence needs, and no others: what is kept must not depend on pydantic's words."""
    return {name: facts[name] for name in code.fields()}


def _shape(example: str) -> tuple[Code, dict[str, str]]:
    return fields.WRONG_SHAPE, {"example": example}


_CODES: Mapping[str, tuple[Code, dict[str, str]]] = {
    "missing": (fields.MISSING_FIELD, {}),
    "gb_empty": (fields.NO_WORDS, {}),
    "too_short": (fields.NO_WORDS, {}),
    "gb_line": (fields.NOT_ONE_VALUE, {}),
    "gb_one_line": (fields.NOT_ONE_LINE, {}),
    "gb_id": (fields.WRONG_ID, {}),
    "gb_whole": (fields.NO_NUMBER, {"example": "24"}),
    "gb_amount": (fields.NO_NUMBER, {"example": "1200.50"}),
    "gb_day": (fields.NO_DAY, {}),
    "gb_when": (fields.NO_DAY, {}),
    "gb_no_such_day": (fields.NO_DAY, {}),
    "gb_zone": (fields.NO_ZONE, {}),
    "gb_truth": (fields.NO_TRUTH, {}),
    "gb_path": (fields.PATH_LEADS_OUT, {}),
    "gb_url": (fields.NO_URL, {}),
    "gb_text": (fields.NO_TEXT, {}),
    "gb_language": (fields.NO_LANGUAGE, {}),
    "gb_language_twice": (fields.LANGUAGE_TWICE, {}),
    "gb_map": (fields.NOT_A_MAP, {}),
    "gb_setting": (fields.NOT_ONE_VALUE, {}),
    "gb_one_input": (fields.NOT_ONE_INPUT, {}),
    "gb_shares": (fields.WRONG_ORIGIN, {}),
    "gb_origin": (fields.WRONG_ORIGIN, {}),
    "gb_falling": (fields.FALLING, {}),
    "tuple_type": (fields.NOT_A_LIST, {}),
    "model_type": (fields.NOT_A_MAP, {}),
    "greater_than_equal": (fields.OUT_OF_RANGE, {}),
    "less_than_equal": (fields.OUT_OF_RANGE, {}),
    "gb_rate": _shape("24, 25, 24000/1001"),
    "gb_seconds": _shape("58.5, 0:58, 00:00:58"),
    "gb_film_code": _shape("LC"),
    "gb_shot_code": _shape("SQ01-0010"),
    "gb_slug": _shape("light-cone"),
    "gb_currency": _shape("CNY"),
    "gb_timecode": _shape("01:00:00:00"),
    "gb_digest": _shape("9f86d081… (64 × 0-9 a-f)"),
    "gb_ratio": _shape("16:9, 2.39:1"),
    "gb_resolution": _shape("1920x1080"),
    "gb_seed": _shape("1234567"),
    "gb_prompt_revision": _shape("LC-P012@3"),
    "gb_orcid": _shape("0000-0002-1825-0097"),
}

_BOUNDS: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "greater_than_equal": lambda ctx: f"≥ {ctx['ge']}",
    "less_than_equal": lambda ctx: f"≤ {ctx['le']}",
}


def kinds_told() -> Iterator[str]:
    """Kinds of refusal that have a sentence of their own."""
    yield from (*_CODES, "enum", "extra_forbidden")
