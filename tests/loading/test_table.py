"""Tables as spreadsheets and tracking systems export them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from glassbox.loading.layout import TABLES
from glassbox.loading.names_in_tables import CHINESE_FIELDS, CHOICES, TRACKING_FIELDS
from glassbox.loading.shapes import shapes_of
from glassbox.loading.table import read_table
from glassbox.loading.written import Sheet
from glassbox.records import terms
from glassbox.records.exhibition import Person
from glassbox.records.process import BudgetLine
from glassbox.records.prompts import Prompt
from glassbox.records.shots import Cut, Shot
from glassbox.records.takes import Take


def values(text: str, model: type[BaseModel] = Shot, table: str = "shots") -> list[object]:
    sheet = read_table(text, model, table)
    assert not sheet.faults
    return [entry.value for entry in sheet.entries]


def codes(sheet: Sheet) -> list[tuple[int, str]]:
    return [(fault.line, fault.code.name) for fault in sheet.faults]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_comma_semicolon_and_tab_are_told_apart(delimiter: str) -> None:
    text = "code,order,title\nSQ01-0010,1,Light\n".replace(",", delimiter)
    assert values(text) == [{"code": "SQ01-0010", "order": "1", "title": "Light"}]


def test_headers_that_nobody_knows_are_told_one_by_one() -> None:
    sheet = read_table("wibble;wobble\na;b\n", Shot, "shots")
    assert [fault.facts["field"] for fault in sheet.faults] == ["wibble", "wobble"]


def test_a_row_with_words_that_nobody_reads_is_not_whole() -> None:
    """They may be a misspelt `publish`, and the record one that must not be shown."""
    sheet = read_table("code,order,zzz\nSQ01-0010,1,withheld\nSQ01-0020,2,\n", Shot, "shots").marked()
    assert [entry.is_whole for entry in sheet.entries] == [False, True]


def test_commas_in_prose_do_not_mislead_the_delimiter() -> None:
    text = 'code;order;title\nSQ01-0010;1;"one, two, three"\nSQ01-0020;2;a, b, c, d, e\n'
    assert values(text)[1] == {"code": "SQ01-0020", "order": "2", "title": "a, b, c, d, e"}


def test_a_quoted_cell_keeps_its_lines_and_the_next_row_its_line() -> None:
    text = 'id,status,note\nLC-T001,kept,"line 1\nline 2, with a ""comma"""\nLC-T002,keep,\n'
    sheet = read_table(text, Take, "takes")
    assert sheet.entries[0].value == {"id": "LC-T001", "status": "kept", "note": 'line 1\nline 2, with a "comma"'}
    assert [entry.lines for entry in sheet.entries] == [2, 4]


def test_rows_without_a_column_for_the_order_stand_in_it() -> None:
    assert values("code\nB-1\nA-1\n") == [{"code": "B-1", "order": "1"}, {"code": "A-1", "order": "2"}]


def test_dotted_columns_make_texts_maps_and_lists() -> None:
    text = (
        "id,rev,text,title.zh,title.en,params.duration,params.a.b,inputs.2.role,inputs.1.role,inputs.1.file,shots\n"
        "LC-P001,1,dome,光,Light,6,x,last_frame,首帧,refs/a.png,SQ01-0010；SQ01-0020; \n"
    )
    (found,) = values(text, Prompt, "prompts")
    assert found == {
        "id": "LC-P001",
        "title": {"zh": "光", "en": "Light"},
        "shots": ["SQ01-0010", "SQ01-0020"],
        "revisions": [
            {
                "rev": "1",
                "text": "dome",
                "params": {"duration": "6", "a.b": "x"},
                "inputs": [{"role": "first_frame", "file": "refs/a.png"}, {"role": "last_frame"}],
            }
        ],
    }


def test_chinese_headers_and_words_of_closed_lists_are_read() -> None:
    text = "编号,状态,镜号,理由,提示词,生成.秒数,使用.入点\nLC-T001,弃用,SQ01-0010,two-moons,LC-P001@2,31,0\n"
    assert values(text, Take, "takes") == [
        {
            "id": "LC-T001",
            "status": "rejected",
            "shots": ["SQ01-0010"],
            "reason": "two-moons",
            "prompt": "LC-P001@2",
            "generation": {"seconds": "31"},
            "used": {"in": "0"},
        }
    ]
    assert values("镜号,标题（中文）,标题(英文),入点,状态\nA1,光,Light,0,定稿\n") == [
        {"code": "A1", "title": {"zh": "光", "en": "Light"}, "cut_in": "0", "status": "final", "order": "1"}
    ]
    assert values("编号,修订号,提示词\nLC-P001,1,穹顶\n", Prompt, "prompts") == [
        {"id": "LC-P001", "revisions": [{"rev": "1", "text": "穹顶"}]}
    ]


def test_kitsu_s_export_of_shots_is_read_and_its_own_columns_are_told_once() -> None:
    head = (
        "Project,Episode,Sequence,Name,Description,Time Spent,Frames,Frame In,Frame Out,FPS,Assignations,Assignations"
    )
    sheet = read_table(f"{head}\nLC,,SQ01,SH0010,A dome,2.5,24,0,23,24,,\n", Shot, "shots")
    assert [entry.value for entry in sheet.entries] == [
        {
            "sequence": "SQ01",
            "code": "SH0010",
            "description": "A dome",
            "cut_in": "0",
            "cut_out": "23",
            "order": "1",
        }
    ]
    assert codes(sheet) == [(1, "GB-W003")]
    assert sheet.faults[0].facts["columns"] == "Project, Episode, Time Spent, Frames, FPS, Assignations"


def test_shotgrid_s_export_of_shots_is_read() -> None:
    head = "Shot Code,Sequence,Status,Cut Order,Cut In,Cut Out,Cut Duration,Head In,Tail Out"
    sheet = read_table(f"{head}\nSH0010,SQ01,fin,10,0,23,24,-8,31\n", Shot, "shots")
    assert [entry.value for entry in sheet.entries] == [
        {"code": "SH0010", "sequence": "SQ01", "status": "final", "order": "10", "cut_in": "0", "cut_out": "23"}
    ]
    assert codes(sheet) == [(1, "GB-W003")]


def test_the_day_that_a_chinese_spreadsheet_writes_is_read() -> None:
    text = "id,at,of,number,change\nLC-V001,2026/5/2,剪辑,3,x\nLC-V002,2026年5月12日,剪辑,4,y\n"
    found = values(text, TABLES["versions"].model, "versions")
    assert [one["at"] for one in found if isinstance(one, dict)] == ["2026-05-02", "2026-05-12"]


@pytest.mark.parametrize(
    ("cell", "column"),
    [
        ("1.23457E+15", "id"),
        ("1E+05", "shots"),
        ("5-Mar", "shots"),
        ("Mar-05", "id"),
        ("2月1日", "shots"),
        ("#REF!", "note"),
        ("#N/A", "reason"),
        ("####", "generation.at"),
        ("46154", "generation.at"),
        ("46154.5", "generation.at"),
    ],
)
def test_what_a_spreadsheet_made_of_a_cell_is_told_with_line_and_column(cell: str, column: str) -> None:
    other = "status" if column != "status" else "id"
    sheet = read_table(f"{other},{column}\nkept,\nkept,{cell}\n", Take, "takes").marked()
    assert [(fault.line, fault.code.name, fault.facts["column"]) for fault in sheet.faults] == [(3, "GB-E048", column)]
    assert [entry.is_whole for entry in sheet.entries] == [True, False]


def test_a_prompt_may_speak_of_numbers_and_errors() -> None:
    text = 'id,rev,text\nLC-P001,1,"5-Mar, 1E+05"\nLC-P001,2,1E+05 stars and #REF! on a screen\n'
    assert not read_table(text, Prompt, "prompts").faults


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("id,status,status\nLC-T001,kept,kept\n", [(1, "GB-E046")]),
        ("id,status,状态\nLC-T001,kept,kept\n", [(1, "GB-E046")]),
        ("id,note,note.zh\nLC-T001,a,b\n", [(1, "GB-E046")]),
        ("id,status,\nLC-T001,kept,lost\n", [(1, "GB-E046")]),
        ("id,status,,\nLC-T001,kept,,\n", []),
        ("id,stauts\nLC-T001,kept\n", [(1, "GB-E020")]),
        ("id,camera\nLC-T001,kept\n", [(1, "GB-E021")]),
        ("id,inputs.100.role\nLC-T001,kept\n", [(1, "GB-E021")]),
        ("id,status\nLC-T001,kept,more\nLC-T002\n", [(2, "GB-E047"), (3, "GB-E047")]),
        ("id,status\nLC-T001,kept,,\n", []),
        ('id,status\nLC-T001,"kept\n', [(2, "GB-E019")]),
        ('id,status\nLC-T001,"kept" it\n', [(2, "GB-E019")]),
        ("id,status\n\n,\nLC-T001,kept\n", []),
        ("", [(0, "GB-E008")]),
        ("\n  \n", [(0, "GB-E008")]),
        ("id,status\n", [(0, "GB-E008")]),
        ("id,status\nLC-T001,ke\x00pt\n", [(2, "GB-E007")]),
    ],
)
def test_a_table_s_faults_are_told_with_their_line(text: str, expected: list[tuple[int, str]]) -> None:
    assert codes(read_table(text, Take, "takes")) == expected


def test_later_rows_of_a_prompt_inherit_and_may_not_differ() -> None:
    text = (
        "id,tool,writer,task,rev,text,revision.note\n"
        "LC-P001,hailuo,director,文生视频,1,dome,first\n"
        "LC-P002,hailuo,director,edit,1,rain,\n"
        "LC-P001,,,text-to-video,2,dome at night,\n"
        "LC-P001,runway,,,3,dome at dawn,\n"
    )
    sheet = read_table(text, Prompt, "prompts").marked()
    assert [(fault.line, fault.code.name, fault.facts["first"]) for fault in sheet.faults] == [(5, "GB-E049", "2")]
    first, second = sheet.entries
    assert isinstance(first.value, dict)
    assert first.value["revisions"] == [
        {"rev": "1", "text": "dome", "note": "first"},
        {"rev": "2", "text": "dome at night"},
        {"rev": "3", "text": "dome at dawn"},
    ]
    assert first.lines[1]["revisions"] == [2, [2, 4, 5]]  # type: ignore[index,call-overload]
    assert (first.is_whole, second.is_whole) == (False, True)


def test_a_budget_has_one_currency() -> None:
    sheet = read_table("id,category,currency\nLC-B001,crew,CNY\nLC-B002,crew,EUR\n", BudgetLine, "budget")
    assert codes(sheet) == [(3, "GB-E049")]


def test_every_chinese_name_is_a_field_of_some_record() -> None:
    fields: set[str] = set()
    waiting: list[type[BaseModel]] = [table.model for table in TABLES.values()]
    while waiting:
        for name, shape in shapes_of(waiting.pop()).items():
            fields.add(name)
            inner = shape.item or shape
            waiting += [inner.model] if inner.model is not None else []
    assert {name for names in CHINESE_FIELDS.values() for name in names} <= fields | {"id"}


@pytest.mark.parametrize("table", [name for name in TABLES if TABLES[name].is_flat])
def test_every_field_of_a_table_can_be_a_chinese_column(table: str) -> None:
    named = {name for names in CHINESE_FIELDS.values() for name in names}
    assert set(shapes_of(TABLES[table].model)) <= named | {"orcid"}


def test_foreign_names_lead_to_fields_and_words_to_terms() -> None:
    for table, names in TRACKING_FIELDS.items():
        assert set(names.values()) <= set(shapes_of(TABLES[table].model))
    for list_name, words in CHOICES.items():
        assert set(words.values()) <= {one.value for one in getattr(terms, list_name)}


@given(st.text(max_size=200), st.sampled_from(["shots", "takes", "prompts", "budget", "cut", "people"]))
def test_no_text_stops_the_reading_of_a_table(text: str, table: str) -> None:
    read_table(text.replace("\r", "\n"), TABLES[table].model, table)


@given(
    st.lists(
        st.lists(
            st.sampled_from(["id", "镜号", "title.zh", "title", "inputs.3.role", "params.x", "a", "", '"', "1E5"])
        ),
        max_size=5,
    ),
    st.sampled_from(",;\t"),
)
def test_no_mixture_of_columns_stops_the_reading_of_a_table(rows: list[list[str]], delimiter: str) -> None:
    text = "\n".join(delimiter.join(row) for row in rows)
    for model, table in ((Shot, "shots"), (Prompt, "prompts"), (Person, "people"), (Cut, "cut")):
        sheet = read_table(text, model, table)
        assert all(isinstance(entry.value, dict) for entry in sheet.entries)
