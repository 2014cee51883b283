"""A file that gave no cause for remark is not read word by word again; one that did is, every time."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from glassbox.loading import load
from glassbox.loading.rules import said as said_room
from making.small import RECORDS

TOKEN = "ghp_" + "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, data in RECORDS.items():
        _write(tmp_path, name, data)
    return tmp_path


def _write(root: Path, name: str, data: object) -> None:
    file = root / "content" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")


def _codes(root: Path) -> list[str]:
    return [told.code.name for told in load(root, cache=root / "cache").problems]


def test_the_second_look_reads_no_word_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = _codes(root)
    read: list[str] = []
    monkeypatch.setattr(said_room.Said, "of", classmethod(lambda cls, full_id, part: read.append(full_id)))
    assert _codes(root) == first
    assert read == []


def test_a_secret_is_told_every_time(root: Path) -> None:
    _codes(root)
    _write(root, "people.yml", [{**RECORDS["people.yml"][0], "bio": f"token: {TOKEN}"}])
    for _ in range(3):
        found = load(root, cache=root / "cache").problems
        assert {told.place.path for told in found if told.is_error} == {"content/people.yml"}
        assert all(TOKEN not in told.line("en") for told in found)


def test_a_record_that_was_left_out_is_looked_at_when_it_comes_in(root: Path) -> None:
    """Its file was sound, but the record was another's double, so nobody read its words."""
    prompt = RECORDS["films/small/prompts/SM-P002.yml"]
    _write(root, "films/small/prompts/SM-P003.yml", {**prompt, "purpose": f"password = {TOKEN}"})
    assert [c for c in _codes(root) if c.startswith("GB-E")]
    (root / "content/films/small/prompts/SM-P002.yml").unlink()
    assert [c for c in _codes(root) if c.startswith("GB-E")]


def test_records_of_a_film_that_could_not_be_read_are_looked_at_when_it_can(root: Path) -> None:
    film = RECORDS["films/small/film.yml"]
    _write(root, "films/small/prompts/SM-P003.yml", {
        **RECORDS["films/small/prompts/SM-P002.yml"], "id": "SM-P003", "purpose": f"password = {TOKEN}",
    })  # fmt: skip
    _write(root, "films/small/film.yml", {**film, "code": "?"})
    _codes(root)
    _write(root, "films/small/film.yml", film)
    found = load(root, cache=root / "cache").problems
    assert "content/films/small/prompts/SM-P003.yml" in {told.place.path for told in found if told.is_error}


def test_another_language_of_the_site_asks_anew(root: Path) -> None:
    before = _codes(root)
    _write(root, "site.yml", {**RECORDS["site.yml"], "languages": ["en", "zh", "de"]})
    assert _codes(root).count("GB-W076") > before.count("GB-W076")
