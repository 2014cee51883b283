"""A folder with ten different faults: ten lines, exit 1, and the last good site stays."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from making.small import digest_of_tree, write_small

FAULTS: tuple[tuple[str, str, str], ...] = (
    ("people.yml", "name: Director", "nmae: Director"),
    ("tools.yml", "version: '2'", "version: '2'\n  url: ftp://example.org"),
    ("films/small/film.yml", "licence: CC BY 4.0", "licence:"),
    ("films/small/takes.yml", "status: kept", "status: keep"),
    ("films/small/takes.yml", "reason: two-moons", "reason: two-suns"),
    ("films/small/shots.yml", "cut_out: '47'", "cut_out: '4.7'"),
    ("films/small/prompts/SM-P001.yml", "tool: video-model", "tool: video-modle"),
    ("films/small/prompts/SM-P001.yml", "rev: '2'", "rev: '1'"),
    ("films/small/decisions.yml", "date: '2026-05-12'", "date: '2026-02-30'"),
    ("films/small/budget.yml", "planned: '1200'", "planned: '1.2e3'"),
)


@pytest.mark.ffmpeg
def test_ten_faults_are_ten_lines_and_the_site_stays(tmp_path: Path, glassbox: Any) -> None:
    write_small(tmp_path)
    glassbox(tmp_path, "build", "--quiet")
    good = digest_of_tree(tmp_path / "site")
    for name, right, wrong in FAULTS:
        file = tmp_path / "content" / name
        text = file.read_text("utf-8")
        assert text.count(right) >= 1, (name, right)
        file.write_text(text.replace(right, wrong, 1), "utf-8")

    told = glassbox(tmp_path, "build", code=1).stderr.splitlines()
    problems = [line for line in told if line.endswith("]")]
    assert len(problems) == len(FAULTS), told
    for name, _, _ in FAULTS:
        assert any(line.startswith(f"content/{name}:") for line in problems), name
    assert digest_of_tree(tmp_path / "site") == good


@pytest.mark.ffmpeg
def test_keep_going_publishes_the_rest_and_says_what_was_left_out(tmp_path: Path, glassbox: Any) -> None:
    write_small(tmp_path)
    file = tmp_path / "content/films/small/takes.yml"
    file.write_text(file.read_text("utf-8").replace("reason: two-moons", "reason: two-suns"), "utf-8")
    glassbox(tmp_path, "build", "--keep-going", "--quiet", code=1)
    wall = (tmp_path / "site/films/small/takes/index.html").read_text("utf-8")
    assert "SM-T001" in wall
    assert 'id="SM-T002"' not in wall
    for about in ("about", "zh/about"):
        page = (tmp_path / "site" / about / "index.html").read_text("utf-8")
        assert "<code>SM-T002</code>: GB-E051" in page
        assert "two-suns" not in page, "what an author wrote in a record that is left out is not published"


@pytest.mark.ffmpeg
def test_a_name_that_fits_on_no_disk_is_one_line_and_the_site_stays(tmp_path: Path, glassbox: Any) -> None:
    write_small(tmp_path)
    film, slug = tmp_path / "content/films/small", "x" * 101
    (film / "film.yml").write_text((film / "film.yml").read_text("utf-8").replace("slug: small", f"slug: {slug}"))
    film.rename(film.with_name(slug))
    told = [line for line in glassbox(tmp_path, "build", code=1).stderr.splitlines() if line.endswith("]")]
    assert [line.rpartition(" ")[2] for line in told] == ["[GB-E149]"], told
    assert not (tmp_path / "site").exists()


def test_an_empty_archive_says_what_to_do(tmp_path: Path, glassbox: Any) -> None:
    (tmp_path / "content").mkdir()
    told = glassbox(tmp_path, "build", code=1).stderr
    assert "film.yml" in told
    assert not (tmp_path / "site").exists()


def test_a_folder_without_content_says_what_to_do(tmp_path: Path, glassbox: Any) -> None:
    assert "-C" in glassbox(tmp_path, "build", code=1).stderr
    assert "-C" in glassbox(tmp_path, "check", code=1).stderr


@pytest.mark.ffmpeg
def test_a_broken_medium_costs_only_itself_and_shows_a_card(tmp_path: Path, glassbox: Any) -> None:
    write_small(tmp_path)
    broken = tmp_path / "content/films/small/takes/SM-T002.mp4"
    broken.write_bytes(broken.read_bytes()[:300])
    told = glassbox(tmp_path, "build").stderr
    assert "content/films/small/takes/SM-T002.mp4" in told or "SM-T002" in told
    wall = (tmp_path / "site/films/small/takes/index.html").read_text("utf-8")
    rejected = wall.split('id="SM-T002"')[1].split("</article>")[0]
    assert 'class="trouble"' in rejected
    glassbox(tmp_path, "build", "--strict", code=1)


@pytest.mark.ffmpeg
def test_a_missing_medium_is_a_line_a_card_and_an_error_only_when_asked(tmp_path: Path, glassbox: Any) -> None:
    write_small(tmp_path)
    (tmp_path / "content/films/small/master.mp4").unlink()
    told = glassbox(tmp_path, "build").stderr
    assert "content/films/small/film.yml:" in told
    assert "GB-W100" in told
    assert 'class="trouble"' in (tmp_path / "site/films/small/index.html").read_text("utf-8")
    glassbox(tmp_path, "build", "--strict", code=1)
