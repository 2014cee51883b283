"""Captions that nobody will read are told with their line."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml

from glassbox.loading.documents import document_text
from glassbox.pipeline.captions import captions_told
from glassbox.pipeline.examination import examine
from glassbox.pipeline.media import plan_media
from glassbox.problems import Problem
from making.small import write_small

pytestmark = pytest.mark.ffmpeg

GOOD = "00:00:01.000 --> 00:00:02.000\nWho are you?\n"


def told_of(root: Path, data: bytes, name: str = "en.vtt", *, refused: bool = False) -> list[Problem]:
    write_small(root)
    film = root / "content/films/small"
    (film / "captions").mkdir()
    (film / "captions" / name).write_bytes(data)
    entry = yaml.safe_load((film / "film.yml").read_text("utf-8"))
    entry["captions"] = [{"file": f"captions/{name}", "lang": "en"}]
    (film / "film.yml").write_text(yaml.safe_dump(entry, allow_unicode=True), "utf-8")
    examined = examine(root, lambda zone: datetime(2026, 6, 14, tzinfo=UTC))
    plan = plan_media(examined.disclosed.archive, examined.loaded.marks, root)
    texts = {key: document_text(path) for key, path in plan.documents.items()}
    return list(captions_told(plan, texts, set(plan.sources.values()) if refused else ()))


def test_captions_that_are_all_read_are_not_told(tmp_path: Path) -> None:
    assert told_of(tmp_path, f"WEBVTT\n\nNOTE for us\n\n1\n{GOOD}".encode()) == []


@pytest.mark.parametrize(
    ("data", "name"),
    [(b"\x00\x01\xff garbage", "en.srt"), (b"WEBVTT\n\nwords\n", "en.vtt"), (GOOD.encode(), "en.pdf")],
    ids=["no text", "no caption", "no captions' file"],
)
def test_a_file_without_a_caption_is_told(tmp_path: Path, data: bytes, name: str) -> None:
    [told] = told_of(tmp_path, data, name)
    assert told.code.name == "GB-W128"
    assert told.place.path == "content/films/small/film.yml"
    assert "WebVTT" in told.line("en")
    assert "请" in told.line("zh")


@pytest.mark.parametrize(
    "bad",
    [
        "00:00:05.000 --> 00:00:01.000\nends before it begins\n",
        "99:99:99.999 --> x\nno times\n",
        "00:00:05.000 --> 00:00:06.000\n\n",
    ],
)
def test_captions_that_are_lost_are_counted_and_the_first_has_its_line(tmp_path: Path, bad: str) -> None:
    [told] = told_of(tmp_path, f"WEBVTT\n\n{GOOD}\n{bad}\n{bad}".encode())
    assert told.code.name == "GB-W129"
    assert "2 of the captions" in told.line("en")
    assert "the first on line 6" in told.line("en")
    assert "第 6 行" in told.line("zh")


def test_of_a_file_that_was_refused_nothing_more_is_told(tmp_path: Path) -> None:
    assert told_of(tmp_path, b"", refused=True) == []
