"""`--keep-going` publishes the rest, and nothing of what is left out: whether that is withheld nobody knows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from making.small import digest_of_tree, write_small

pytestmark = pytest.mark.ffmpeg

CANARY = "leftoutcanary"
KEY = f"sk-abcd{CANARY}1234567890"
TAKE = {"id": "SM-T007", "status": "rejected", "reason": "two-moons", "note": f"{CANARY} of the note"}
WITHHELD = {"publish": "withheld", "publish_reason": "asked not to"}
HEAD = "id,status,shots,prompt,reason,note"
SHOWN = "SM-T001,kept,SQ01-0010,SM-P001@2,,\nSM-T003,kept,SQ01-0020,SM-P002@1,,"
HIDDEN = f"SM-T002,rejected,SQ01-0010,SM-P001@1,two-moons,{CANARY}"


def _add_takes(root: Path, *takes: dict[str, Any]) -> None:
    file = root / "content/films/small/takes.yml"
    file.write_text(yaml.safe_dump([*yaml.safe_load(file.read_text("utf-8")), *takes], allow_unicode=True), "utf-8")


def _change(root: Path, name: str, **fields: Any) -> None:
    file = root / "content" / name
    data = yaml.safe_load(file.read_text("utf-8")) if file.exists() else {}
    file.write_text(yaml.safe_dump({**data, **fields}, allow_unicode=True), "utf-8")


def _published_with(root: Path, *words: str) -> list[str]:
    """Files of the site that hold any of the words, or are called so."""
    files = sorted((root / "site").rglob("*"))
    assert files
    return [
        file.as_posix() for file in files for word in words
        if word in file.name or (file.is_file() and word.encode() in file.read_bytes())
    ]  # fmt: skip


@pytest.mark.parametrize(
    "take",
    [
        {**TAKE, **WITHHELD, "generation": {"at": CANARY}},
        {**TAKE, **WITHHELD, CANARY: "no such field"},
        {**TAKE, "embargo": "2099-01-01T00:00+08:00", "by": [CANARY]},
        {**TAKE, "embargo": f"{CANARY} tomorrow"},
    ],
)
def test_the_about_page_repeats_no_word_and_no_hidden_name_of_what_is_left_out(
    tmp_path: Path, glassbox: Any, take: dict[str, Any]
) -> None:
    write_small(tmp_path)
    _add_takes(tmp_path, take)
    assert CANARY in glassbox(tmp_path, "build", "--keep-going", "--quiet", code=1).stderr
    assert not _published_with(tmp_path, CANARY, "SM-T007")
    assert "GB-E0" in (tmp_path / "site/about/index.html").read_text("utf-8")


@pytest.mark.parametrize("header", ["publsh", "embargo until", "publish"])
def test_a_row_with_words_in_a_column_that_nobody_reads_is_left_out(tmp_path: Path, glassbox: Any, header: str) -> None:
    write_small(tmp_path)
    film = tmp_path / "content/films/small"
    (film / "takes.yml").unlink()
    shown, first = SHOWN.replace("\n", ",,\n") + ",,", "publish" if header == "publish" else "licence"
    (film / "takes.csv").write_text(f"{HEAD},{first},{header}\n{shown}\n{HIDDEN},,withheld\n", "utf-8")
    glassbox(tmp_path, "build", "--keep-going", "--quiet", code=1)
    assert not _published_with(tmp_path, CANARY)
    assert "SM-T001" in (tmp_path / "site/films/small/takes/index.html").read_text("utf-8")


def test_of_two_records_with_one_id_neither_is_shown(tmp_path: Path, glassbox: Any) -> None:
    write_small(tmp_path)
    _add_takes(tmp_path, TAKE, {**TAKE, **WITHHELD})
    glassbox(tmp_path, "build", "--keep-going", "--quiet", code=1)
    assert not _published_with(tmp_path, CANARY, "SM-T007")


def test_a_withdrawn_record_whose_entry_is_faulty_has_no_tombstone(tmp_path: Path, glassbox: Any) -> None:
    write_small(tmp_path)
    stone = {"id": "SM-P077", "reason": f"the key {KEY}", "date": "2026-05-01"}
    (tmp_path / "content/retired.yml").write_text(yaml.safe_dump([stone]), "utf-8")
    glassbox(tmp_path, "build", "--keep-going", "--quiet", code=1)
    assert not _published_with(tmp_path, CANARY)


@pytest.mark.parametrize("where", ["site", "page"])
def test_what_nobody_may_see_where_nothing_can_be_left_out_stops_the_build(
    tmp_path: Path, glassbox: Any, where: str
) -> None:
    write_small(tmp_path)
    glassbox(tmp_path, "build", "--quiet")
    good = digest_of_tree(tmp_path / "site")
    if where == "site":
        _change(tmp_path, "site.yml", venue=f"the key {KEY}")
    else:
        (tmp_path / "content/pages/en/about.md").write_text(f"# About\n\nthe key {KEY}\n", "utf-8")
    told = glassbox(tmp_path, "build", "--keep-going", "--quiet", code=1).stderr
    assert "GB-E078" in told
    assert CANARY not in told
    assert digest_of_tree(tmp_path / "site") == good
