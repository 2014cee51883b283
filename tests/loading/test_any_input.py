"""No input makes a traceback or a hang: bytes, trees of values, and a corpus of bad files where there is one."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from glassbox.loading import Loaded, load
from glassbox.loading.finding import Source
from glassbox.loading.layout import TABLES, Form, Table
from glassbox.loading.reading import Readings
from glassbox.loading.refusals import refusals
from glassbox.loading.sheets import sheet_of
from glassbox.loading.written import Entry, Sheet

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "badinputs"


class Written(Protocol):
    """What conftest's `archive` gives."""

    root: Path
    film: Callable[[str, str | bytes], Path]
    load: Callable[[], Loaded]


def read(data: bytes, table: Table, form: Form) -> Readings:
    """All that is done to one file."""
    readings = Readings()
    sheet = sheet_of(data, table, form)
    readings.records(Source("x", "x", table, form), sheet, table.model, str)
    for told in readings.problems:
        assert "\n" not in told.line("en")
        assert "\n" not in told.line("zh")
    return readings


forms = st.sampled_from(Form)
tables = st.sampled_from(list(TABLES.values()))
_seeds = [
    b"id: LC-T001\nstatus: kept\nnote: |\n  a\n", b"- {id: LC-T001, used: {in: 0}}\n", b"---\nid: a\n---\nb\n",
    "镜号,状态\nA,保留\n".encode(), "镜号;状态\nA;保留\n".encode("gbk"), "id\tnote\n1\t2\n".encode("utf-16"),
]  # fmt: skip
_pieces = [
    b"\n", b"  ", b": ", b"- ", b"{", b"}", b"[", b"]", b"&a ", b"*a", b"!x ", b'"', b"'", b"|", b">", b"---\n",
    b"\t", b",", b";", b"\r", b"\x00", b"\xff", b"\xe9\x95", b"#", b"?", b"%", b"@", b"\xe2\x80\xa8", b"<<",
]  # fmt: skip


@given(st.binary(max_size=400), tables, forms)
def test_any_bytes_become_records_or_problems(data: bytes, table: Table, form: Form) -> None:
    read(data, table, form)


@given(
    st.sampled_from(_seeds),
    st.lists(st.tuples(st.integers(0, 80), st.sampled_from(_pieces)), max_size=12),
    tables,
    forms,
)
def test_any_damage_to_a_good_file_becomes_records_or_problems(
    seed: bytes, edits: list[tuple[int, bytes]], table: Table, form: Form
) -> None:
    data = seed
    for at, piece in edits:
        data = data[:at] + piece + data[at:]
    read(data, table, form)


_leaves = st.sampled_from(
    ["", " ", "a", "1", "-1", "010", "true", "2026-02-30", "2026-05-12", "LC-T001", "LC-P001@0", "kept", "../x", "16:9"]
) | st.text(max_size=6)
_trees = st.recursive(
    st.none() | _leaves,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_leaves, inner, max_size=3),
    max_leaves=8,
)


@given(st.data())
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_any_values_in_any_fields_become_a_record_or_problems(data: st.DataObject) -> None:
    table = data.draw(tables)
    names = [field.alias or name for name, field in table.model.model_fields.items()]
    value = data.draw(st.dictionaries(st.sampled_from(names) | _leaves, _trees, max_size=6))
    entry = Entry.of(value, 1)
    try:
        table.model.model_validate(value, by_alias=True, by_name=False)
    except ValidationError as error:
        told = refusals(error, entry, table.model, "#1", {})
        assert told
        assert all(one.at("x").line(lang) for one in told for lang in ("en", "zh"))


@pytest.mark.parametrize(
    "data",
    [
        b"[" * 1_000_000,
        b"{a: " * 200_000,
        b"- " * 1_000_000,
        b"a: &a [*a, *a]\n",
        b"- a\n" * 400_001,
        b"a: 1\n" * 20_000,
        b"".join(b"k%d: 1\n" % n for n in range(20_000)),
        b"a: " + b'"' + b"x" * 8_000_000 + b'"',
        b"," * 1_000_000,
        b"id" + b",params.x" * 100_000 + b"\n",
        b"id,status\n" + b"x\n" * 100_002,
        b'id,note\n"' + b"x\n" * 1_000_000,
        b"---\n" * 100_000,
        b"a: b\n" + b" " * 8_000_000 + b"#x\n",
        b"- [" + b"a," * 200_000 + b"b] #x\n",
    ],
    ids=lambda data: repr(data[:12]),
)
@pytest.mark.timeout(60)
def test_a_huge_or_hostile_file_is_told_and_never_waited_for(data: bytes) -> None:
    for form in (Form.LIST, Form.TABLE, Form.PROSE):
        readings = read(data, TABLES["prompts"], form)
        assert readings.problems


def corpus(*folders: str) -> list[Any]:
    found = [path for folder in folders for path in sorted((CORPUS / folder).glob("*.*"))]
    return [pytest.param(path, id=path.name) for path in found if path.suffix in (".yml", ".csv", ".md")]


@pytest.mark.parametrize("path", corpus("records", "text"))
def test_each_file_of_the_corpus_is_read_or_told(archive: Written, path: Path) -> None:
    data = path.read_bytes()
    places = {".csv": ["takes.csv"], ".md": ["decisions/x.md"]}.get(path.suffix, ["takes.yml", "prompts/x.yml"])
    for place in places:
        archive.film(place, data)
    loaded = archive.load()
    # They use another archive's field names: none of them is a whole record of ours, so each must be told.
    told = {problem.place.path.rpartition("lightcone/")[2] for problem in loaded.problems}
    assert set(places) <= told
    assert "root:x:0:0" not in repr(loaded)


@pytest.mark.skipif(not (CORPUS / "payloads.json").is_file(), reason="no payloads here")
def test_each_payload_comes_back_from_every_kind_of_file_as_it_was() -> None:
    payloads = json.loads((CORPUS / "payloads.json").read_text(encoding="utf-8"))
    texts = [value for value in _strings(payloads) if value.strip() and "\r" not in value and not _is_control(value)]
    assert texts
    for words in texts:
        quoted = json.dumps(words, ensure_ascii=False).replace("\x7f", "\\x7f")
        sheet: Sheet = sheet_of(
            f"- {{id: LC-T001, status: kept, note: {quoted}}}\n".encode(), TABLES["takes"], Form.LIST
        )
        assert [entry.value for entry in sheet.entries] == [{"id": "LC-T001", "status": "kept", "note": words}]
        cell = '"' + words.replace('"', '""') + '"'
        sheet = sheet_of(f"id,rev,text\nLC-P001,1,{cell}\n".encode(), TABLES["prompts"], Form.TABLE)
        assert [entry.value for entry in sheet.entries] == [
            {"id": "LC-P001", "revisions": [{"rev": "1", "text": words}]}
        ]


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [one for part in parts for one in _strings(part)]


def _is_control(words: str) -> bool:
    return any((ord(c) < 32 and c not in "\n\t") or 0x7F <= ord(c) < 0xA0 or 0xD800 <= ord(c) < 0xE000 for c in words)


WHOLE = {
    "site.yml": "title: {zh: 玻璃盒, en: Glass Box}\nlanguages: [en, zh]\ntimezone: Asia/Shanghai\nmedia_root: media\n",
    "people.csv": "id,name,name_zh\ndirector,Director,导演\n",
    "tools.yml": "- {id: hailuo, system: Hailuo, version: '01'}\n",
    "reasons.yml": "- {id: two-moons, title: Two moons}\n",
    "topics.yml": "- {id: choice, title: Choosing, films: [lightcone], records: [LC-T001]}\n",
    "retired.yml": "- {id: LC-T009, reason: Withdrawn, date: 2026-06-20}\n",
    "films/lightcone/film.yml": "slug: lightcone\ncode: LC\ntitle: {zh: 光锥}\nfps: 24\nlicence: x\nduration: 10\n"
    "digital_source_type: digitalCapture\nwithheld:\n- what: LC-T002\n  why: A face\n  until: 2026-07-01\n",
    "films/lightcone/shots.csv": "code,order,cut_in,cut_out,takes\nSQ01-0010,1,0,23,LC-T001\nSQ01-0020,2,24,47,\n",
    "films/lightcone/takes.yml": "- {id: LC-T001, status: kept, shots: SQ01-0010, prompt: LC-P001@1}\n"
    "- {id: LC-T002, status: rejected, reason: two-moons, embargo: '2026-06-14T10:00+08:00'}\n",
    "films/lightcone/prompts/LC-P001.yml": "id: LC-P001\ntool: hailuo\nwriter: director\ntask: text-to-video\n"
    "revisions:\n- rev: 1\n  text: |\n    [Push in] A dome.\n  inputs:\n  - {role: first_frame, take: LC-T002}\n",
    "films/lightcone/decisions/one.md": "---\nid: LC-D001\ndate: 2026-05-12\ntitle: A\nabout: [LC-T001]\n---\nWhy.\n",
    "films/lightcone/cut.yml": "- {order: 1, shot: SQ01-0010, cut_in: 0, cut_out: 23, take: LC-T001}\n",
}
_words = [
    "LC-P001@2", "LC-T001", "SQ01-0010", "2026-05-12", "9999-12-31", "0001-01-01T00:00+14:00", "../x", "no", "-1", '"',
    "{", "[", "- ", "withheld", "999999999999", "Mars/Base", "", "光", "lightcone", "LC-D001", "\t",
]  # fmt: skip


@pytest.fixture(scope="module")
def archive_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("archive")


@given(
    st.lists(
        st.tuples(st.sampled_from(list(WHOLE)), st.integers(0, 12), st.integers(0, 40), st.sampled_from(_words)),
        max_size=6,
    )
)
@settings(max_examples=60, deadline=None)
def test_no_damage_to_an_archive_stops_its_loading(
    archive_folder: Path, edits: list[tuple[str, int, int, str]]
) -> None:
    written = dict(WHOLE)
    for name, row, at, words in edits:
        rows = written[name].split("\n")
        line = rows[row % len(rows)]
        head, colon, _ = line.partition(": ")
        rows[row % len(rows)] = f"{head}{colon}{words}" if colon and at % 2 else line[:at] + words + line[at:]
        written[name] = "\n".join(rows)
    for name, text in written.items():
        file = archive_folder / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    loaded = load(archive_folder)
    assert all(problem.line(lang) for problem in loaded.problems for lang in ("en", "zh"))
