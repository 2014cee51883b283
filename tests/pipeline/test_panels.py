"""Pages of storyboards under the numbers that visitors see."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import yaml
from PIL import Image

from glassbox.derivatives import Store, Use, make_all
from glassbox.pipeline.examination import examine
from glassbox.pipeline.media import plan_media, use_of
from glassbox.pipeline.panels import numbered
from glassbox.records.archive import MediaKey
from glassbox.records.process import Asset, Version
from making.pdf import Page, pdf
from making.small import write_small

RED, GREEN, BLUE = (220, 20, 20), (20, 180, 20), (20, 20, 220)


def test_a_pdf_among_a_shots_boards_gives_as_many_panels_as_pages_and_the_next_ones_move_on(tmp_path: Path) -> None:
    write_small(tmp_path)
    film = tmp_path / "content/films/small"
    shots = yaml.safe_load((film / "shots.yml").read_text("utf-8"))
    shots[0]["storyboards"] = ["storyboards/first.pdf", "storyboards/lost.png", "storyboards/last.png"]
    (film / "shots.yml").write_text(yaml.safe_dump(shots), "utf-8")
    (film / "storyboards/first.pdf").write_bytes(pdf([Page(RED), Page(GREEN)]))
    Image.new("RGB", (40, 30), BLUE).save(film / "storyboards/last.png")
    examined = examine(tmp_path, lambda _: datetime(2026, 6, 14, tzinfo=UTC))
    plan = plan_media(examined.disclosed.archive, examined.loaded.marks, tmp_path)
    boards = {key: source for key, source in plan.sources.items() if key.field == "storyboards"}
    made = dict(zip(boards, make_all(boards.values(), Store(tmp_path / "store"), jobs=1), strict=True))
    shown, missing = numbered(made, examined.missing)
    assert [key.number for key in sorted(shown) if key.record == "SM-SQ01-0010"] == [0, 1, 3, 4]
    assert missing == {MediaKey("SM-SQ01-0010", "storyboards", 2)}
    colours = [shown[MediaKey("SM-SQ01-0010", "storyboards", number)].of("picture")[0].path for number in (0, 1, 3)]
    found = [Image.open(path).convert("RGB").getpixel((5, 5)) for path in colours]
    assert [max(range(3), key=pixel.__getitem__) for pixel in found] == [0, 1, 2]  # type: ignore[union-attr]


def test_drawn_pages_are_seen_and_written_ones_are_read() -> None:
    boards = Version(id="SM-V001", of="storyboard", number="1", change="new")
    script = Version(id="SM-V002", of="script", number="1", change="new")
    drawing = Asset(id="SM-A001", kind="storyboard")
    paper = Asset(id="SM-A002", kind="document")
    assert use_of("boards.pdf", "file", boards) is Use.PANELS
    assert use_of("boards.pdf", "file", drawing) is Use.PANELS
    assert use_of("script.pdf", "file", script) is Use.DOCUMENT
    assert use_of("consent.pdf", "file", paper) is Use.DOCUMENT
    assert use_of("boards.pdf", "storyboards") is Use.PANELS
    assert use_of("poster.png", "poster") is Use.PICTURE
