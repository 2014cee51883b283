"""Storyboards of several pages: PDF and TIFF, each page a picture."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from glassbox.derivatives import Made, Store, Use, make_all, pdf, pictures, values
from glassbox.derivatives.refusals import Refused
from making.pdf import Page
from making.pdf import pdf as pdf_of

Maker = Callable[..., Made]
Codes = Callable[[Made], list[str]]
RED, GREEN, BLUE = (220, 20, 20), (20, 180, 20), (20, 20, 220)


def middle(made: Made) -> tuple[int, ...]:
    """The pixel in the middle of the largest picture."""
    with Image.open(made.of("picture")[-1].path) as picture:
        return picture.convert("RGB").getpixel((picture.width // 2, picture.height // 2))  # type: ignore[return-value]


def near(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return all(abs(a - b) <= 20 for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("kind", ["pdf", "tif"])
def test_every_page_is_a_panel_in_its_order(tmp_path: Path, made_of: Maker, kind: str) -> None:
    path = tmp_path / f"boards.{kind}"
    if kind == "pdf":
        path.write_bytes(pdf_of([Page(colour) for colour in (RED, GREEN, BLUE)]))
    else:
        first, *rest = (Image.new("RGB", (400, 300), colour) for colour in (RED, GREEN, BLUE))
        first.save(path, save_all=True, append_images=rest)
    made = made_of(path, Use.PANELS)
    assert not made.problems
    assert made.facts is not None
    assert made.facts.pages == 3
    panels = made.panels()
    assert [near(middle(panel), colour) for panel, colour in zip(panels, (RED, GREEN, BLUE), strict=True)] == [True] * 3
    names = [file.name for panel in panels for file in panel.files]
    assert len(set(names)) == len(names)
    assert sorted(names) == sorted(file.name for file in made.files)


def test_panels_are_found_again_and_not_drawn_again(tmp_path: Path, made_of: Maker) -> None:
    (tmp_path / "boards.pdf").write_bytes(pdf_of([Page(RED), Page(BLUE)]))
    first, again = made_of(tmp_path / "boards.pdf", Use.PANELS), made_of(tmp_path / "boards.pdf", Use.PANELS)
    assert first.fresh
    assert not again.fresh
    assert [[file.name for file in panel.files] for panel in again.panels()] == [
        [file.name for file in panel.files] for panel in first.panels()
    ]


def test_a_page_of_a_pdf_has_its_shape_and_stands_upright(tmp_path: Path, made_of: Maker) -> None:
    blue_below = b"0.08 0.08 0.86 rg 0 0 400 150 re f"
    (tmp_path / "boards.pdf").write_bytes(pdf_of([Page(RED, drawing=blue_below), Page(RED, (300, 400), rotated=90)]))
    made = made_of(tmp_path / "boards.pdf", Use.PANELS)
    assert made.facts is not None
    assert (made.facts.width, made.facts.height) == (2560, 1920)
    for panel in made.panels():
        assert [(f.width, f.height) for f in panel.of("picture") if f.mime == "image/webp"] == [
            (320, 240), (640, 480), (1280, 960), (2560, 1920),
        ]  # fmt: skip
    with Image.open(made.panels()[0].of("picture")[-1].path) as picture:
        assert near(picture.convert("RGB").getpixel((1280, 200)), RED)  # type: ignore[arg-type]
        assert near(picture.convert("RGB").getpixel((1280, 1700)), BLUE)  # type: ignore[arg-type]


def test_words_drawn_in_one_of_the_fourteen_fonts_are_seen(tmp_path: Path, made_of: Maker, codes: Codes) -> None:
    (tmp_path / "boards.pdf").write_bytes(pdf_of([Page(words="PANEL ONE")]))
    made = made_of(tmp_path / "boards.pdf", Use.PANELS)
    assert codes(made) == []
    with Image.open(made.of("picture")[-1].path) as picture:
        assert picture.convert("L").getextrema()[0] < 40


def test_chinese_words_in_a_font_that_is_not_in_the_file_are_told(tmp_path: Path, made_of: Maker, codes: Codes) -> None:
    (tmp_path / "boards.pdf").write_bytes(pdf_of([Page(hanzi="雨夜")]))
    made = made_of(tmp_path / "boards.pdf", Use.PANELS)
    assert codes(made) == ["GB-W122"]
    assert "STSong-Light" in made.problems[0].sentence("zh")


def test_nothing_that_a_pdf_says_of_its_author_is_published(tmp_path: Path, made_of: Maker) -> None:
    (tmp_path / "boards.pdf").write_bytes(pdf_of([Page(RED)], title="GBX-AUTHOR"))
    made = made_of(tmp_path / "boards.pdf", Use.PANELS)
    assert made.files
    assert not any(b"GBX-AUTHOR" in file.path.read_bytes() for file in made.files)


@pytest.mark.parametrize(
    ("harm", "code"),
    [("broken", "GB-W102"), ("locked", "GB-W118"), ("no page", "GB-W119"), ("huge", "GB-W104"), ("flat", "GB-W104")],
)
def test_a_pdf_that_cannot_be_shown_is_told_by_its_fault(
    tmp_path: Path, made_of: Maker, codes: Codes, harm: str, code: str
) -> None:
    whole = pdf_of([Page(RED)])
    data = {
        "broken": whole[:40],
        "locked": pdf_of([Page(RED)], password="rain"),
        "no page": pdf_of([]),
        "huge": pdf_of([Page(RED, (100_000, 100_000))]),
        "flat": pdf_of([Page(RED, (0.001, 0.001))]),
    }[harm]
    (tmp_path / "boards.pdf").write_bytes(data)
    made = made_of(tmp_path / "boards.pdf", Use.PANELS)
    assert codes(made) == [code]
    assert not made.files
    assert made.panels() == (made,)
    for lang in ("en", "zh"):
        assert "takes/boards.pdf" in made.problems[0].line(lang)
        assert str(tmp_path) not in made.problems[0].line(lang)


def test_a_page_that_cannot_be_drawn_costs_only_itself_and_is_told_in_its_place(
    tmp_path: Path, made_of: Maker, codes: Codes
) -> None:
    (tmp_path / "boards.pdf").write_bytes(pdf_of([Page(RED), Page(GREEN, (100_000, 3)), Page(BLUE)]))
    made = made_of(tmp_path / "boards.pdf", Use.PANELS)
    assert codes(made) == ["GB-W121"]
    first, second, third = made.panels()
    assert near(middle(first), RED)
    assert near(middle(third), BLUE)
    assert (first.problems, third.problems) == ((), ())
    assert not second.files
    assert ": 2 (page 2" in second.problems[0].sentence("en")


def test_a_damaged_page_of_a_tiff_costs_only_itself(tmp_path: Path, made_of: Maker, codes: Codes) -> None:
    noise = [Image.effect_noise((300, 200), 90).convert("RGB") for _ in range(3)]
    noise[0].save(tmp_path / "whole.tif", save_all=True, append_images=noise[1:], compression="tiff_lzw")
    data = (tmp_path / "whole.tif").read_bytes()
    middle_of_file = len(data) // 2
    broken = data[: middle_of_file - 500] + bytes(1000) + data[middle_of_file + 500 :]
    (tmp_path / "boards.tif").write_bytes(broken)
    made = made_of(tmp_path / "boards.tif", Use.PANELS)
    assert codes(made) == ["GB-W121"]
    assert [bool(panel.files) for panel in made.panels()] == [True, False, True]


def test_more_pages_than_are_shown_are_told(
    tmp_path: Path, made_of: Maker, codes: Codes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(values, "MOST_PAGES", 2)
    (tmp_path / "boards.pdf").write_bytes(pdf_of([Page(RED), Page(GREEN), Page(BLUE)]))
    made = made_of(tmp_path / "boards.pdf", Use.PANELS)
    assert codes(made) == ["GB-W120"]
    assert [bool(panel.files) for panel in made.panels()] == [True, True]


def test_of_a_poster_of_several_pages_the_first_is_shown_and_that_is_told(
    tmp_path: Path, made_of: Maker, codes: Codes
) -> None:
    (tmp_path / "poster.pdf").write_bytes(pdf_of([Page(RED), Page(BLUE)]))
    made = made_of(tmp_path / "poster.pdf", Use.PICTURE)
    assert codes(made) == ["GB-W109"]
    assert made.panels() == (made,)
    assert near(middle(made), RED)


def test_the_frames_of_an_animation_are_no_panels(tmp_path: Path, made_of: Maker, codes: Codes) -> None:
    frames = [Image.new("RGB", (60, 40), colour) for colour in (RED, GREEN, BLUE)]
    frames[0].save(tmp_path / "board.gif", save_all=True, append_images=frames[1:])
    made = made_of(tmp_path / "board.gif", Use.PANELS)
    assert codes(made) == ["GB-W109"]
    assert len(made.panels()) == 1


def test_a_page_without_end_is_left_and_the_next_one_is_drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "PAGE_SECONDS", 0.05)
    endless = b"".join(b"%d %d m %d %d l S\n" % (n % 400, n % 300, n * 7 % 400, n * 3 % 300) for n in range(400_000))
    (tmp_path / "boards.pdf").write_bytes(pdf_of([Page(drawing=endless), Page(RED)]))
    (_, first), (_, second) = pictures.pages_of(tmp_path / "boards.pdf", 640, 2)
    assert isinstance(first, Refused)
    assert first.remark.code == "MEDIUM_STUCK"
    assert isinstance(second, Image.Image)


def test_pages_that_come_too_late_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "_PAGES_SECONDS", -1.0)
    (tmp_path / "boards.pdf").write_bytes(pdf_of([Page(RED), Page(RED)]))
    found = [page for _, page in pictures.pages_of(tmp_path / "boards.pdf", 640, 2)]
    assert [page.remark.code for page in found if isinstance(page, Refused)] == ["MEDIUM_STUCK", "MEDIUM_STUCK"]


def test_a_pdf_in_the_hands_of_two_workers_gives_the_same_bytes(tmp_path: Path, source: Callable[..., object]) -> None:
    paths = [tmp_path / f"boards-{number}.pdf" for number in range(3)]
    for number, path in enumerate(paths):
        path.write_bytes(pdf_of([Page(RED, words=f"ONE {number}"), Page(BLUE)]))

    def bytes_of(jobs: int) -> list[bytes]:
        sources = [source(path, Use.PANELS) for path in paths]
        made = make_all(sources, Store(tmp_path / f"store-{jobs}"), jobs=jobs)  # type: ignore[arg-type]
        return [file.path.read_bytes() for one in made for file in one.files]

    assert bytes_of(1) == bytes_of(2)
