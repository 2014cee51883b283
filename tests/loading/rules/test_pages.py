"""A page written by hand shows nothing that records keep back."""

from __future__ import annotations

from pathlib import Path

import pytest

from glassbox.loading import load
from glassbox.problems import Problem

LINE = "the keeper counts every lantern on the black river twice before he lights one"
FILES = {
    "site.yml": "title: Box\nlanguages: [en, zh]\n",
    "films/lightcone/film.yml": "slug: lightcone\ncode: LC\ntitle: Lightcone\nfps: 24\nlicence: CC BY 4.0\n"
    "digital_source_type: digitalCapture\n",
    "films/lightcone/decisions.yml": f"- {{id: LC-D001, date: 2026-05-12, title: x, why: '{LINE}', publish: withheld, "
    "publish_reason: x}\n- {id: LC-D002, date: 2026-05-12, title: x, why: y, embargo: '2099-01-01T00:00+08:00'}\n",
}


def told(root: Path, page: str, lang: str = "en") -> list[Problem]:
    """What is said of a page with this text."""
    name = f"pages/{lang}/about.md"
    for path, text in {**FILES, name: page}.items():
        (root / "content" / path).parent.mkdir(parents=True, exist_ok=True)
        (root / "content" / path).write_text(text, "utf-8")
    return [each for each in load(root).problems if each.place.path == f"content/{name}"]


def test_pages_of_a_language_that_the_site_has_not_are_told(tmp_path: Path) -> None:
    told(tmp_path, "# About", "cn")
    (tmp_path / "content/pages/README.md").write_text("for us", "utf-8")
    [told_of] = [each for each in load(tmp_path).problems if each.place.path.startswith("content/pages")]
    assert (told_of.place.path, told_of.code.name) == ("content/pages/cn", "GB-W002")
    assert "pages/en/, pages/zh/" in told_of.sentence("en")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("the key sk-abcdefghijklm1234567890", "GB-E078"),
        ("api_key = hunter2hunter2", "GB-E078"),
        (f"He said: *{LINE[:40]}*\n{LINE[40:]}.", "GB-E083"),
        ("Wait for LC-D002.", "GB-E084"),
        ("See LC-D001.", "GB-W085"),
        ("Call +86 138 1234 5678.", "GB-W079"),
        ("It lies in /home/someone/film.", "GB-W082"),
    ],
)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_it_is_told_with_the_line_of_its_paragraph(tmp_path: Path, words: str, code: str, lang: str) -> None:
    (one,) = told(tmp_path, f"# About\n\nPlain words.\n\n{words}\n", lang)
    assert (one.code.name, one.place.line) == (code, 5)
    assert LINE not in one.line("en")


def test_plain_words_and_an_address_to_write_to_are_no_fault(tmp_path: Path) -> None:
    assert not told(tmp_path, "# About\n\nWrite to archive@example.org about the black river.\n")


def test_a_page_of_a_language_that_the_site_has_not_is_not_read(tmp_path: Path) -> None:
    assert not told(tmp_path, "Wait for LC-D002.", "de")


def test_links_are_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.md"
    outside.write_text("Wait for LC-D002.", "utf-8")
    told(tmp_path, "Plain words.")
    (tmp_path / "content/pages/en/more.md").symlink_to(outside)
    (tmp_path / "content/pages/en/folder").symlink_to(tmp_path)
    assert not [each for each in load(tmp_path).problems if "pages" in each.place.path]
