"""A second look costs little and says the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest

from glassbox.loading import load, memory, sealed
from glassbox.loading.layout import Form, Table
from glassbox.loading.sheets import sheet_of
from glassbox.loading.written import Sheet


class Written(Protocol):
    """What conftest's `archive` gives."""

    root: Path
    film: Callable[[str, str | bytes], Path]


@pytest.fixture
def spoilt(archive: Written) -> Written:
    archive.film("takes.yml", "- {id: LC-T001, status: keep}\n- {id: LC-T002, status: kept, status: kept}\n")
    archive.film("shots.csv", "镜号,入点\nSQ01-0010,1E+05\nSQ01-0020,24\n".encode("gb18030"))
    archive.film("prompts.csv", "编号,工具,作者,任务,修订号,提示词\nLC-P002,hailuo,director,edit,0,雨\n")
    return archive


def count_readings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the tables of which a file is really read from now on."""
    read: list[str] = []

    def counting(data: bytes, table: Table, form: Form) -> Sheet:
        read.append(table.name)
        return sheet_of(data, table, form)

    monkeypatch.setattr(memory, "sheet_of", counting)
    return read


def test_a_remembered_archive_equals_one_that_was_just_read(spoilt: Written, tmp_path: Path) -> None:
    plain = load(spoilt.root)
    for _ in range(2):
        remembered = load(spoilt.root, cache=tmp_path / "cache")
        assert remembered.archive == plain.archive
        assert remembered.problems == plain.problems
        assert remembered.marks.place("LC-SQ01-0020", "cut_in") == plain.marks.place("LC-SQ01-0020", "cut_in")


def test_the_same_bytes_in_two_tables_are_remembered_as_each(spoilt: Written, tmp_path: Path) -> None:
    """`名称` is a person's name, and a tool's system."""
    for name in ("people", "tools"):
        (spoilt.root / f"content/{name}.yml").unlink()
        spoilt.film(f"../../{name}.csv", "编号,名称\ndirector,Director\n")
    for _ in range(2):
        remembered = load(spoilt.root, cache=tmp_path / "cache")
        assert remembered.problems == load(spoilt.root).problems
        assert remembered.archive.people[0].name == "Director"


def test_only_what_changed_is_read_again(spoilt: Written, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load(spoilt.root, cache=tmp_path / "cache")
    read = count_readings(monkeypatch)
    load(spoilt.root, cache=tmp_path / "cache")
    assert read == []
    spoilt.film("takes.yml", "- {id: LC-T001, status: kept}\n")
    assert len(load(spoilt.root, cache=tmp_path / "cache").archive.films[0].takes) == 1
    assert read == ["takes"]


def test_the_same_bytes_under_another_name_are_told_under_that_name(spoilt: Written, tmp_path: Path) -> None:
    spoilt.film("prompts/LC-P003.yml", "a: b: c\n")
    load(spoilt.root, cache=tmp_path / "cache")
    folder = spoilt.root / "content/films/lightcone/prompts"
    (folder / "LC-P003.yml").rename(folder / "LC-P004.yml")
    told = [one.place.path for one in load(spoilt.root, cache=tmp_path / "cache").problems]
    assert any(path.endswith("LC-P004.yml") for path in told)
    assert not any(path.endswith("LC-P003.yml") for path in told)


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:-20],
        lambda data: data.replace(b"kept", b"kepp", 1),
        lambda data: data[:30] + b"x" + data[31:],
        lambda data: b"\xff" * 100,
        lambda data: data.partition(b"\n")[0] + b"\n[]",
    ],
)
def test_a_damaged_memory_is_passed_over(
    spoilt: Written, tmp_path: Path, damage: Callable[[bytes], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = load(spoilt.root, cache=tmp_path / "cache")
    for file in (tmp_path / "cache").rglob("*.json"):
        file.write_bytes(damage(file.read_bytes()))
    read = count_readings(monkeypatch)
    again = load(spoilt.root, cache=tmp_path / "cache")
    assert again.archive == whole.archive
    assert again.problems == whole.problems
    assert read


def test_other_code_does_not_trust_the_memory(spoilt: Written, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load(spoilt.root, cache=tmp_path / "cache")
    monkeypatch.setattr(sealed, "code_digest", lambda: "another")
    read = count_readings(monkeypatch)
    load(spoilt.root, cache=tmp_path / "cache")
    assert "takes" in read


def test_nothing_but_the_cache_is_written_and_old_films_leave_it(spoilt: Written, tmp_path: Path) -> None:
    def outside_the_cache() -> dict[Path, bytes]:
        found = (path for path in tmp_path.rglob("*") if path.is_file() and "cache" not in path.parts)
        return {path: path.read_bytes() for path in found}

    before = outside_the_cache()
    load(spoilt.root, cache=tmp_path / "cache")
    load(spoilt.root)
    assert outside_the_cache() == before
    (spoilt.root / "content/films/lightcone").rename(spoilt.root / "content/films/other")
    load(spoilt.root, cache=tmp_path / "cache")
    assert sorted(path.name for path in (tmp_path / "cache/records").iterdir()) == [
        "exhibition.json",
        "film-other.json",
    ]


def test_a_cache_that_cannot_be_written_costs_only_time(spoilt: Written, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be", encoding="utf-8")
    assert load(spoilt.root, cache=tmp_path / "cache").problems == load(spoilt.root).problems


def test_the_digest_of_the_code_is_that_of_its_files() -> None:
    assert len(sealed.code_digest()) == 40
    assert sealed.code_digest() == sealed.code_digest()
