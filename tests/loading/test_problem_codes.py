"""Every sentence of files and fields comes out of a real file, in English and Chinese."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest

from glassbox.loading import Loaded
from glassbox.loading.refusals import kinds_told
from glassbox.problems import CODES, Code, Problem
from glassbox.problems.codes import fields, files


class Written(Protocol):
    """What conftest's `archive` gives."""

    root: Path
    write: Callable[[str, str | bytes], Path]
    film: Callable[[str, str | bytes], Path]
    load: Callable[[], Loaded]

    def problems(self, *codes: str) -> list[Problem]: ...


TAKE = "id: LC-T001, status: kept"


def take(more: str) -> tuple[str, str]:
    return "takes.yml", f"- {{{TAKE}, {more}}}\n"


def prompt(more: str) -> tuple[str, str]:
    head = "id: LC-P002\ntool: hailuo\nwriter: director\ntask: edit\n"
    return "prompts/LC-P002.yml", f"{head}revisions:\n- rev: 1\n  text: rain\n  {more}\n"


FILES: dict[Code, tuple[str, str | bytes]] = {
    files.NOT_UTF8: ("takes.yml", "- {id: LC-T001, status: kept, note: 雨夜}\n".encode("gbk")),
    files.MISSING_FILE: ("../other/shots.yml", "[]\n"),
    files.TOO_MUCH: ("takes.yml", "- " + "[" * 99),
    files.CONTROL_CHARACTER: take('note: "\\a"'),
    files.EMPTY_FILE: ("takes.yml", "# later\n"),
    files.NOT_YAML: ("takes.yml", "- id: a: b\n"),
    files.TAB: ("takes.yml", "- id: LC-T001\n\tstatus: kept\n"),
    files.TWICE: take("status: kept"),
    files.SECOND_DOCUMENT: ("takes.yml", f"- {{{TAKE}}}\n---\n- {{id: LC-T002, status: kept}}\n"),
    files.ALIAS: take("note: *very dark"),
    files.TAG: take("note: !!python/name:os.system x"),
    files.NO_VALUE_IN_BRACES: take("note: rain, snow"),
    files.WRONG_TOP: ("takes.yml", "{" + TAKE + "}\n"),
    files.NO_FRONT_MATTER: ("decisions/LC-D001.md", "# Why\n"),
    files.NOT_CSV: ("takes.csv", 'id,status\n"LC-T001"x,kept\n'),
    files.UNKNOWN_FILE_NEAR: ("taks.yml", "[]\n"),
    files.UNKNOWN_FILE: ("zebra.yml", "[]\n"),
    files.CUT_BY_HASH: ("takes.yml", "- id: LC-T001\n  status: kept\n  note: take #3\n"),
    files.COLUMNS_LEFT_OUT: ("shots.csv", "Name,FPS\nSQ01-0010,24\n"),
    fields.UNKNOWN_FIELD_NEAR: take("stauts: kept"),
    fields.UNKNOWN_FIELD: take("xyzzy: kept"),
    fields.MISSING_FIELD: ("takes.yml", "- {id: LC-T001}\n"),
    fields.NO_CHOICE_NEAR: ("takes.yml", "- {id: LC-T001, status: keep}\n"),
    fields.NO_CHOICE: ("takes.yml", "- {id: LC-T001, status: good}\n"),
    fields.NO_WORDS: take("note: ' '"),
    fields.NOT_ONE_VALUE: take("reason: [a, b]"),
    fields.NOT_ONE_LINE: take('licence: "a\\nb"'),
    fields.WRONG_ID: ("takes.yml", "- {id: LC-P001, status: kept}\n"),
    fields.WRONG_SHAPE: take("reason: Two Moons"),
    fields.NO_NUMBER: take("used: {in: 010, out: 23}"),
    fields.OUT_OF_RANGE: take("used: {in: -1, out: 23}"),
    fields.NO_DAY: take("generation: {at: 12.05.2026}"),
    fields.NO_ZONE: take("embargo: 2026-06-14"),
    fields.NO_TRUTH: take("specimen: maybe"),
    fields.PATH_LEADS_OUT: take("media: ../../../etc/passwd"),
    fields.NO_URL: ("../../tools.yml", "- {id: hailuo, system: a, version: b, url: 'javascript:alert(1)'}\n"),
    fields.NO_TEXT: take("note: [a, b]"),
    fields.LANGUAGE_TWICE: ("../../site.yml", "title: Box\nlanguages: [zh, en, ZH]\n"),
    fields.NO_LANGUAGE: take("note: {chinese_simplified: 雨}"),
    fields.NOT_A_LIST: take("by: {a: b}"),
    fields.NOT_A_MAP: take("used: 12-24"),
    fields.NOT_ONE_INPUT: prompt("inputs: [{role: first_frame, file: a.png, take: LC-T001}]"),
    fields.WRONG_ORIGIN: ("shots.yml", "- {code: SQ01-0010, order: 1, origin: {human: 50, ai: 49}}\n"),
    fields.FALLING: take("used: {in: 23, out: 0}"),
    fields.DUPLICATE_ID: ("takes.yml", f"- {{{TAKE}}}\n- {{{TAKE}}}\n"),
    fields.WRONG_COLUMN: ("takes.csv", "id,status,状态\nLC-T001,kept,kept\n"),
    fields.RAGGED_ROW: ("takes.csv", "id,status\nLC-T001,kept,too much\n"),
    fields.SPREADSHEET: ("takes.csv", "id,status,shots\nLC-T001,kept,2月1日\n"),
    fields.DIFFERS: ("budget.csv", "id,category,currency\nLC-B001,crew,CNY\nLC-B002,crew,EUR\n"),
}


def empty(archive: Written) -> None:
    for file in sorted((archive.root / "content").rglob("*"), reverse=True):
        file.rmdir() if file.is_dir() else file.unlink()


def pipe(archive: Written) -> None:
    os.mkfifo(archive.root / "content/films/lightcone/takes.yml")


def link(archive: Written) -> None:
    (archive.root / "content/films/lightcone/takes.yml").symlink_to("/etc/hostname")


def two_files(archive: Written) -> None:
    archive.film("takes.yml", "[]\n")
    archive.film("takes.csv", "id,status\nLC-T001,kept\n")


DEEDS: dict[Code, Callable[[Written], None]] = {
    files.NO_CONTENT: empty,
    files.UNREADABLE: pipe,
    files.LEADS_OUT: link,
    files.TWO_FILES: two_files,
}


def codes_of(*rooms: object) -> list[Code]:
    return [value for room in rooms for value in vars(room).values() if isinstance(value, Code)]


def test_no_code_of_files_and_fields_is_without_a_file_that_earns_it() -> None:
    assert {code.name for code in codes_of(files, fields)} == {code.name for code in (*FILES, *DEEDS)}
    assert all(CODES[code.name] is code for code in codes_of(files, fields))


@pytest.mark.parametrize("code", codes_of(files, fields), ids=lambda code: code.name)
def test_the_file_is_told_in_both_languages(archive: Written, code: Code) -> None:
    if code in DEEDS:
        DEEDS[code](archive)
    else:
        archive.film(*FILES[code])
    (told,) = archive.problems(code.name)
    english, chinese = told.line("en"), told.line("zh")
    for line in (english, chinese):
        assert re.fullmatch(r"content\S*( |: ).*\[GB-[EW]\d{3}\]", line)
        assert not re.search(r"\{[a-z_]+\}|\{\{|\}\}", line)
    assert re.search(r"[\u4e00-\u9fff]", chinese)
    assert not re.search(r"[\u4e00-\u9fff]", re.sub(r"'[^']*'", "", english))
    assert re.search(
        r"\b(Write|Put|Save|Divide|Delete|Indent|Keep|Begin|Rename|Use|Give|Format)\b", english.partition(": ")[2]
    ), "the English sentence names no cure"
    assert "请" in chinese, "the Chinese sentence names no cure"


@pytest.mark.parametrize("code", codes_of(files, fields), ids=lambda code: code.name)
def test_both_sentences_need_the_same_facts(code: Code) -> None:
    in_chinese = Code("", code.severity, code.zh, "").fields()
    assert in_chinese <= code.fields()
    assert code.fields() - in_chinese <= {"entity"}


def test_every_refusal_of_a_record_has_a_sentence_of_its_own() -> None:
    source = "\n".join(
        path.read_text(encoding="utf-8") for path in (Path(files.__file__).parents[2] / "records").glob("*.py")
    )
    refused = set(re.findall(r"\"(gb_[a-z_]+)\"", source))
    assert refused
    assert refused <= set(kinds_told())
