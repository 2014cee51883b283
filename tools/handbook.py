"""Writes the tables of the curator's handbook: every field and every problem code, from the one place that knows them.

.venv/bin/python tools/handbook.py          # write content/README.md and content/README.zh.md anew
.venv/bin/python tools/handbook.py --check  # exit 1 where they are not true any more
"""

from __future__ import annotations

import re
import sys
import types
import typing
from collections.abc import Iterator
from pathlib import Path

from glassbox.pages.words import field_name
from glassbox.problems import CODES, Severity
from glassbox.records import exhibition, film, process, prompts, shots, takes
from glassbox.records.base import Part, Record

HERE = Path(__file__).resolve().parents[1] / "content"
BOOKS = {"en": HERE / "README.md", "zh": HERE / "README.zh.md"}

ENTITIES: tuple[tuple[str, str, type[Part]], ...] = (
    ("Film", "影片", film.Film),
    ("Shot", "镜头", shots.Shot),
    ("Cut", "剪辑点", shots.Cut),
    ("Prompt", "提示词", prompts.Prompt),
    ("Take", "镜次", takes.Take),
    ("Version", "版本", process.Version),
    ("Decision", "决定", process.Decision),
    ("Budget line", "预算条目", process.BudgetLine),
    ("Asset", "素材", process.Asset),
    ("Site", "站点", exhibition.Site),
    ("Person", "人员", exhibition.Person),
    ("Tool", "工具", exhibition.Tool),
    ("Reason", "弃用理由", exhibition.Reason),
    ("Topic", "议题", exhibition.Topic),
    ("Workshop", "工作坊", exhibition.Workshop),
    ("Report chapter", "报告章节", exhibition.ReportChapter),
    ("Retired id", "撤回的编号", exhibition.Retired),
    ("Search check", "搜索检查", exhibition.SearchCheck),
)


def fields_table(lang: str) -> str:
    """A section an entity, a row a field; parts of a record as `inputs[].role`."""
    every = "every record" if lang == "en" else "每条记录"
    sections = [f"### {every}\n\n{_rows(Record, lang)}"]
    common = set(Record.model_fields)
    for en, zh, model in ENTITIES:
        but = common if issubclass(model, Record) else set()
        name = en if lang == "en" else f"{zh}（{en}）"
        sections.append(f"### {name}\n\n{_rows(model, lang, but)}")
    return "\n\n".join(sections)


def codes_table(lang: str) -> str:
    head = (
        "| code | | what is wrong and what to write |" if lang == "en" else "| 代码 | | 问题与改法 |"
    ) + "\n|---|---|---|"
    words = {
        "en": {Severity.ERROR: "error", Severity.WARNING: "warning"},
        "zh": {Severity.ERROR: "错误", Severity.WARNING: "警告"},
    }
    rows = [
        f"| {c.name} | {words[lang][c.severity]} | {_cell(c.en if lang == 'en' else c.zh)} |" for c in CODES.values()
    ]
    return "\n".join([head, *rows])


def _rows(model: type[Part], lang: str, but: set[str] | None = None) -> str:
    head = "| field | required | what it is |" if lang == "en" else "| 字段 | 必填 | 含义 |"
    rows = [
        f"| `{name}` | {'*' if required else ''} | {_cell(what)} |"
        for name, required, what in _fields(model, lang, but or set())
    ]
    return "\n".join([head, "|---|---|---|", *rows])


def _fields(model: type[Part], lang: str, but: set[str], before: str = "") -> Iterator[tuple[str, bool, str]]:
    for field, info in model.model_fields.items():
        if field in but and not info.is_required():
            continue
        name = f"{before}{info.alias or field}"
        what = (info.description if lang == "en" else None) or field_name(field, lang)
        yield name, info.is_required(), what
        inner, is_list = _part_in(info.annotation)
        if inner:
            yield from _fields(inner, lang, set(), f"{name}[]." if is_list else f"{name}.")


def _part_in(annotation: object) -> tuple[type[Part] | None, bool]:
    """The part that a field holds, and whether it holds a list of them."""
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation, False
    origin = typing.get_origin(annotation)
    for argument in typing.get_args(annotation):
        found, _ = _part_in(argument)
        if found:
            return found, origin is tuple
    assert origin is None or isinstance(origin, (type, types.UnionType)) or origin in (typing.Union, typing.Annotated)
    return None, False


def _cell(text: str) -> str:
    return re.sub(r"\s+", " ", text).replace("|", "\\|").strip()


def filled(book: str, lang: str) -> str:
    """A handbook with its tables as they should be. Raises ValueError where a mark is missing."""
    for name, table in (("fields", fields_table(lang)), ("codes", codes_table(lang))):
        begin, end = f"<!-- {name}: tools/handbook.py -->", f"<!-- /{name} -->"
        if begin not in book or end not in book:
            raise ValueError(f"the handbook has no place for {name}: {begin} … {end}")
        before, rest = book.split(begin, 1)
        book = f"{before}{begin}\n{table}\n{end}{rest.split(end, 1)[1]}"
    return book


def main() -> int:
    stale = []
    for lang, file in BOOKS.items():
        book = file.read_text("utf-8")
        if (new := filled(book, lang)) != book:
            stale.append(file.name)
            if "--check" not in sys.argv:
                file.write_text(new, "utf-8", newline="\n")
    if stale:
        print(("Not true any more: " if "--check" in sys.argv else "Written anew: ") + ", ".join(stale))
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
