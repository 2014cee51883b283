"""A medium that a faulty record names is shown by no other one: whether the faulty one is withheld nobody knows."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from glassbox.pipeline.examination import Examined, examine
from glassbox.records.archive import MediaKey
from making.small import write_small

pytestmark = pytest.mark.ffmpeg

FILE = "takes/SM-T002.mp4"
WITHHELD = {"status": "rejected", "reason": "two-moons", "publish": "withheld", "publish_reason": "asked not to"}
FAULTY = {"id": "SM-T007", **WITHHELD, "media": FILE, "colour": "blue"}


@pytest.fixture
def film(tmp_path: Path) -> Path:
    """A film in which an asset that may be shown has the file of SM-T002, and nothing else says whose it is."""
    write_small(tmp_path)
    film = tmp_path / "content/films/small"
    asset = {"id": "SM-A001", "kind": "still", "file": FILE, "title": "A still"}
    (film / "assets.yml").write_text(yaml.safe_dump([asset]), "utf-8")
    _write_takes(film, [take for take in _takes(film) if take["id"] != "SM-T002"])
    return film


def _takes(film: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load((film / "takes.yml").read_text("utf-8"))
    return found


def _write_takes(film: Path, takes: list[dict[str, Any]], encoding: str = "utf-8", after: str = "") -> None:
    text = yaml.safe_dump(takes, allow_unicode=True, sort_keys=False)
    (film / "takes.yml").write_text(text + after, encoding)


def _write_table(film: Path, header: str, row: str) -> None:
    (film / "takes.yml").unlink()
    shown = "SM-T001,kept,SQ01-0010,SM-P001@2,,\nSM-T003,kept,SQ01-0020,SM-P002@1,,"
    (film / "takes.csv").write_text(f"id,status,shots,prompt,{header}\n{shown}\n{row}\n", "utf-8")


def _examined(film: Path) -> Examined:
    return examine(film.parents[2], lambda zone: datetime(2026, 6, 14, tzinfo=UTC))


def _shows_the_file(examined: Examined) -> bool:
    archive = examined.disclosed.archive
    asset = next(asset for asset in archive.films[0].assets if asset.id == "SM-A001")
    is_bound = MediaKey("SM-A001", "file") in archive.media
    assert is_bound == (asset.file is not None)
    assert not [key for key in examined.missing if key.record == "SM-A001"]
    return is_bound


def test_an_asset_shows_a_file_that_no_faulty_record_names(film: Path) -> None:
    _write_takes(film, [*_takes(film), {**FAULTY, "media": "takes/other.mp4"}])
    examined = _examined(film)
    assert examined.errors
    assert _shows_the_file(examined)


@pytest.mark.parametrize(
    "take",
    [
        FAULTY,
        {**FAULTY, "media": "takes\\SM-T002.MP4"},
        {"id": "SM-T007", **WITHHELD, "medium": f"content/films/small/{FILE}"},
        {"id": "SM-T002", **WITHHELD, "colour": "blue"},
        {"id": "SM-T001", **WITHHELD, "media": FILE},
    ],
    ids=["named", "named as Windows does", "in a field of a false name", "by its id", "of an id used before"],
)
def test_no_asset_shows_a_file_of_a_faulty_take(film: Path, take: dict[str, Any]) -> None:
    _write_takes(film, [*_takes(film), take])
    examined = _examined(film)
    assert examined.errors
    assert not _shows_the_file(examined)


@pytest.mark.parametrize("key", ["media", "meda"])
def test_no_asset_shows_a_file_that_a_row_names_in_a_column_that_is_read_or_not(film: Path, key: str) -> None:
    _write_table(film, f"{key},colour", f"SM-T007,rejected,,,{FILE},blue")
    assert not _shows_the_file(_examined(film))


def test_a_row_that_is_whole_keeps_its_own_file_beside_one_that_is_not(film: Path) -> None:
    _write_table(film, "media,colour", "SM-T007,rejected,,,takes/other.mp4,blue")
    examined = _examined(film)
    assert MediaKey("SM-T001", "media") in examined.disclosed.archive.media
    assert _shows_the_file(examined)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_no_asset_shows_a_file_that_a_table_names_which_nobody_can_read(film: Path, encoding: str) -> None:
    note = {"utf-8": "rain", "gb18030": "雨夜，老木匠推门"}[encoding]
    take = {"id": "SM-T002", **WITHHELD, "note": note}
    _write_takes(film, [*_takes(film), take], encoding, after="- id: a: b\n" if encoding == "utf-8" else "")
    examined = _examined(film)
    assert examined.errors
    assert not _shows_the_file(examined)


def test_what_a_faulty_prompt_only_uses_is_shown_where_an_asset_shows_it(film: Path) -> None:
    prompt = {"id": "SM-P009", "tool": "video-model", "writer": "director", "task": "edit", "colour": "blue"}
    revision = {"rev": "1", "text": "rain", "inputs": [{"role": "reference", "file": FILE}]}
    (film / "prompts/SM-P009.yml").write_text(yaml.safe_dump({**prompt, "revisions": [revision]}), "utf-8")
    examined = _examined(film)
    assert examined.errors
    assert _shows_the_file(examined)
