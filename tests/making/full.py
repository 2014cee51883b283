"""An archive in which every field of every record says something distinctive.

It is made by walking the records' own types, so a new field is in it from its first day.
"""

from __future__ import annotations

import itertools
import types
import typing
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

import yaml
from pydantic import BeforeValidator

from glassbox.pages.words import term
from glassbox.records import exhibition, film, process, prompts, shots, takes
from glassbox.records.base import Part
from glassbox.records.references import REFERENCES, Kind
from glassbox.records.text import Text
from making.small import write_about

LANGUAGES = ("en", "zh")
HOME = {
    Kind.PERSON: "writer-one", Kind.TOOL: "tool-one", Kind.REASON: "reason-one", Kind.TOPIC: "topic-one",
    Kind.FILM: "sentinel", Kind.SHOT: "SQ01-0010", Kind.TAKE: "SN-T002", Kind.PROMPT: "SN-P002@1",
    Kind.VERSION: "SN-V002", Kind.DECISION: "SN-D002", Kind.ASSET: "SN-A002", Kind.FOOTAGE: "SN-A002",
    Kind.ANY: "SN-D002",
}  # fmt: skip
"""What a field of each kind names: records that are there beside the full ones."""


@dataclass
class Expected:
    """What a reader must be able to read somewhere on the site. `where` is the record and field."""

    where: str
    words: str
    langs: tuple[str, ...] = LANGUAGES


@dataclass
class Full:
    expected: list[Expected] = field(default_factory=list)
    around: tuple[str, ...] = ("{}",)
    """What stands around each made-up word, in turn; `{}` is the word."""
    _numbers: Iterator[int] = field(default_factory=lambda: itertools.count(101))

    def record(self, model: type[Part], **given: Any) -> dict[str, Any]:
        """The record's fields as an author writes them; `given` stands above what would be made up."""
        return self._part(model, given, model.__name__)

    def _part(self, model: type[Part], given: dict[str, Any], where: str) -> dict[str, Any]:
        hints = typing.get_type_hints(model, include_extras=True)
        made: dict[str, Any] = {}
        for name, info in model.model_fields.items():
            if name in given:
                value = given[name]
            elif kind := REFERENCES.get(model, {}).get(name):
                value = self._reference(hints[name], kind)
            else:
                value = self._value(hints[name], f"{where}.{name}")
            if value is not None:
                made[info.alias or name] = value
        return made

    def _reference(self, hint: Any, kind: Kind) -> Any:
        return [HOME[kind]] if _is_list(hint) else HOME[kind]

    def _value(self, hint: Any, where: str) -> Any:
        read = _reader(hint)
        if read in _MADE:
            return _MADE[read](self, where)
        base = _base(hint)
        if base is Text:
            return self._text(where)
        if isinstance(base, type) and issubclass(base, StrEnum):
            return self._term(next(iter(base)), where)
        if isinstance(base, type) and issubclass(base, Part):
            given = dict(_GIVEN.get(base, {}))
            for name, value in given.items():
                if isinstance(value, str) and value.isdigit() and name != "label":
                    self._expect(f"{where}.{name}", value)
            return self._part(base, given, where)
        if typing.get_origin(base) is tuple:
            inner = typing.get_args(base)[0]
            made = self._value(inner, where)
            return None if made is None else [made]
        raise AssertionError(f"{where}: how is a {hint} made up?")

    def _text(self, where: str) -> dict[str, str]:
        number = next(self._numbers)
        said = {"en": self._around(f"sentinel{number}en"), "zh": self._around(f"哨兵{number}号")}
        for lang, words in said.items():
            self.expected.append(Expected(where, words, (lang,)))
        return said

    def _line(self, where: str) -> str:
        return self._expect(where, self._around(f"token{next(self._numbers)}word"))

    def _around(self, word: str) -> str:
        return self.around[len(self.expected) % len(self.around)].replace("{}", word)

    def _term(self, value: StrEnum, where: str) -> str:
        for lang in LANGUAGES:
            self.expected.append(Expected(where, term(value, lang), (lang,)))
        return str(value)

    def _expect(self, where: str, words: str) -> str:
        self.expected.append(Expected(where, words))
        return words

    def number(self) -> int:
        return next(self._numbers)


def _is_list(hint: Any) -> bool:
    return "tuple" in str(hint)


def _reader(hint: Any) -> str:
    """Name of the function that reads the field's string, such as `_whole`; empty where none does."""
    for inner in _unwrapped(hint):
        for mark in getattr(inner, "__metadata__", ()):
            if isinstance(mark, BeforeValidator):
                name = getattr(mark.func, "__qualname__", "")
                return name.split(".")[0] if name.startswith(("_shaped", "_id")) else name
    return ""


def _unwrapped(hint: Any) -> Iterator[Any]:
    """The hint, and what stands inside its `| None`."""
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        yield from (a for a in typing.get_args(hint) if a is not type(None))
    else:
        yield hint


def _base(hint: Any) -> Any:
    found = next(_unwrapped(hint))
    return typing.get_args(found)[0] if typing.get_origin(found) is typing.Annotated else found


def _day(full: Full, where: str) -> str:
    return full._expect(where, (date(2026, 1, 1) + timedelta(days=full.number() % 400)).isoformat())


def _when(full: Full, where: str) -> str:
    number = full.number()
    day = (date(2026, 1, 1) + timedelta(days=number % 400)).isoformat()
    full._expect(where, f"{day} {number % 24:02d}:{number % 60:02d}")
    return f"{day}T{number % 24:02d}:{number % 60:02d}+08:00"


def _params(full: Full, where: str) -> dict[str, str]:
    return {full._line(where): full._line(where)}


_Make = Callable[[Full, str], Any]
_MADE: dict[str, _Make] = {
    "_line": Full._line,
    "_words": Full._line,
    "_names": lambda full, where: [full._line(where)],
    "_whole": lambda full, where: full._expect(where, str(61_000 + full.number())),
    "_amount": lambda full, where: full._expect(where, f"{7_000 + full.number()}.25"),
    "_seconds": lambda full, where: full._expect(where, f"0.{full.number()}"),
    "_day": _day,
    "_when": _when,
    "_zoned": lambda full, where: _zoned(full, where),
    "_truth": lambda full, where: "true",
    "_rate": lambda full, where: full._expect(where, "24"),
    "_path": lambda full, where: None,
    "_base_url": lambda full, where: full._expect(where, f"https://example.org/{full.number()}/"),
    "_url": lambda full, where: full._expect(where, f"https://example.org/{full.number()}"),
    "_language": lambda full, where: full._expect(where, "zh"),
    "_params": _params,
    "_origin": lambda full, where: {"human": "41", "hybrid": "27", "ai": "32"},
}


def _zoned(full: Full, where: str) -> str:
    number = full.number()
    full._expect(where, f"2019-03-{1 + number % 28:02d} {number % 24:02d}:{number % 60:02d}")
    return f"2019-03-{1 + number % 28:02d}T{number % 24:02d}:{number % 60:02d}+08:00"


_GIVEN: dict[type[Part], dict[str, Any]] = {
    film.AiLabel: {"label": "1"},
    film.Captions: {"file": "captions/en.vtt", "lang": "en"},
    film.Withheld: {"what": {"en": "sentinelwhat-en", "zh": "哨兵所指"}},
    takes.Used: {"first": "8801", "last": "8899"},
    takes.Cost: {"currency": "CNY"},
    prompts.PromptSource: {"file": "refs/found-in.png"},
}


def write_full(root: Path, *around: str) -> list[Expected]:
    """Write the archive into `root`/content; what a reader must be able to read comes back."""
    full = Full(around=around or ("{}",))
    files: dict[str, Any] = {**_exhibition(full), **_film(full)}
    for name, data in files.items():
        file = root / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        text = data if isinstance(data, str) else yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
        file.write_text(text, "utf-8")
    write_about(root)
    return full.expected


_PUBLIC: dict[str, Any] = {"publish": "public", "unconfirmed": None}


def _exhibition(full: Full) -> dict[str, Any]:
    def some(model: type[Part], name: str, **given: Any) -> dict[str, Any]:
        return full.record(model, **_PUBLIC, id=name, **given)

    full.expected.append(Expected("Site.languages", "en"))
    return {
        "site.yml": full.record(
            exhibition.Site, languages=["en", "zh"], timezone=full._expect("Site.timezone", "Asia/Shanghai"),
            media_root=None,
        ),
        "people.yml": [
            some(exhibition.Person, "writer-one", orcid=full._expect("Person.orcid", "0000-0002-1825-0097")),
        ],
        "tools.yml": [some(exhibition.Tool, "tool-one")],
        "reasons.yml": [some(exhibition.Reason, "reason-one")],
        "topics.yml": [some(exhibition.Topic, "topic-one")],
        "workshops.yml": [some(exhibition.Workshop, "workshop-one")],
        "report/chapter-one.md": _front(some(exhibition.ReportChapter, "chapter-one"), "text"),
        "retired.yml": [full.record(exhibition.Retired, id="SN-P009")],
    }  # fmt: skip


def _front(record: dict[str, Any], body: str) -> str:
    """Markdown with front matter; the body, one language, is a field of its own elsewhere."""
    text = yaml.safe_dump(record, allow_unicode=True, sort_keys=False)
    return f"---\n{text}---\n" if body in record else text


def _film(full: Full) -> dict[str, Any]:
    def some(model: type[Part], name: str, **given: Any) -> dict[str, Any]:
        return full.record(model, **_PUBLIC, id=name, **given)

    here = "films/sentinel/"
    plain_prompt = {
        "id": "SN-P002", "tool": "tool-one", "writer": "writer-one", "task": "text-to-image",
        "revisions": [{"rev": "1", "text": "plain words"}],
    }  # fmt: skip
    revision = full.record(prompts.Revision, rev="1", excerpt=None, inputs=[
        {"role": "first_frame", "take": "SN-T002", "rights": full._text("Input.rights")},
        {"role": "reference_image", "asset": "SN-A002"},
        {"role": "last_frame", "prompt": "SN-P002@1"},
    ], seed=full._expect("Revision.seed", "0123456"))  # fmt: skip
    excerpt = {
        "id": "SN-P003", "tool": "tool-one", "writer": "writer-one", "task": "edit", "publish": "excerpt",
        "publish_reason": full._text("Prompt.publish_reason"),
        "revisions": [{"rev": "1", "text": "hidden words", "excerpt": full._line("Revision.excerpt")}],
    }  # fmt: skip
    for shape, words in (("code", "SN"), ("aspect_ratio", "2.39:1"), ("resolution", "1280x536")):
        full._expect(f"Film.{shape}", words)
    return {
        here + "film.yml": full.record(
            film.Film, **_PUBLIC, slug="sentinel", code="SN", aspect_ratio="2.39:1", resolution="1280x536",
            timecode_start=full._expect("Film.timecode_start", "01:00:00:00"), duration="9",
            start_date=full._expect("Film.start_date", "2020-01-02"),
            end_date=full._expect("Film.end_date", "2040-03-04"),
        ),
        here + "shots.yml": [
            full.record(
                shots.Shot, **_PUBLIC, code=full._expect("Shot.code", "SQ01-0010"),
                order=full._expect("Shot.order", "37"), cut_in=full._expect("Shot.cut_in", "11"),
                cut_out=full._expect("Shot.cut_out", "93"), takes=["SN-T002"],
            ),
            {"code": "SQ01-0020", "order": "40", "cut_in": "94", "cut_out": "150"},
        ],
        here + "takes.yml": [
            some(takes.Take, "SN-T001", status="rejected", shots=["SQ01-0010"], prompt="SN-P001@1",
                 sha256=full._expect("Take.sha256", "ab" * 32)),
            {"id": "SN-T002", "status": "kept", "shots": ["SQ01-0010"], "prompt": "SN-P002@1"},
        ],
        here + "cut.yml": [
            {"order": "1", "shot": "SQ01-0010", "cut_in": "11", "cut_out": "93", "take": "SN-T002",
             "source_in": full._expect("Cut.source_in", "7771"), "source_out": full._expect("Cut.source_out", "7853")},
        ],
        here + "prompts/SN-P001.yml": some(prompts.Prompt, "SN-P001", revisions=[revision]),
        here + "prompts/SN-P002.yml": plain_prompt,
        here + "prompts/SN-P003.yml": excerpt,
        here + "decisions.yml": [
            some(process.Decision, "SN-D001", superseded_by="SN-D002"),
            {"id": "SN-D002", "date": "2026-05-01", "title": "plain", "why": "plain"},
        ],
        here + "versions.yml": [
            some(process.Version, "SN-V001"),
            {"id": "SN-V002", "of": "script", "number": "1", "change": "plain"},
        ],
        here + "budget.yml": [some(process.BudgetLine, "SN-B001", currency=full._expect("Budget.currency", "CNY"))],
        here + "assets.yml": [
            some(process.Asset, "SN-A001"),
            {"id": "SN-A002", "kind": "footage"},
        ],
        here + "captions/en.vtt": "WEBVTT\n\n00:00.000 --> 00:02.000\n" + full._line("Film.captions.words") + "\n",
    }  # fmt: skip
