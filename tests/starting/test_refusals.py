"""A film that cannot be started: a clear word in both languages, and nothing touched."""

from __future__ import annotations

import errno
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from glassbox.cli import main
from glassbox.starting import Refused, Why, start_film

HAN = re.compile(r"[\u4e00-\u9fff]")


def new_film(root: Path, *arguments: str, lang: str = "en") -> Result:
    return CliRunner().invoke(main, ["-C", str(root), "--lang", lang, "new", "film", *arguments])


def all_of(root: Path) -> dict[str, bytes | None]:
    """Everything below a folder, hidden or not: path -> bytes, None for a folder."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes() if path.is_file() else None
        for path in sorted(root.rglob("*"))
    }


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive with the film `lightcone` (LC), one whose folder is not its slug, and a release of a film now gone."""
    start_film(tmp_path, "lightcone", "LC", "en")
    other = tmp_path / "content/films/folder"
    other.mkdir()
    (other / "film.yml").write_text("slug: bicycle\ncode: BK\ntitle: [broken\n", "utf-8")
    (tmp_path / "content/ids.lock").write_text("GO-P001 en\nGO-SQ01-0010 en\ngone en\n", "utf-8")
    return tmp_path


REFUSED = [
    (Why.THERE, "lightcone", "XX", 1, "content/films/lightcone"),
    (Why.THERE, "LightCone", "XX", 1, "content/films/lightcone"),
    (Why.THERE, "folder", "XX", 1, "content/films/folder"),
    (Why.CODE_TAKEN, "own", "LC", 1, "content/films/lightcone"),
    (Why.CODE_TAKEN, "own", "lc", 1, "content/films/lightcone"),
    (Why.CODE_SHAPE, "own", "L", 2, "--code OW"),
    (Why.CODE_SHAPE, "own", "Abc", 2, "--code ABC"),
    (Why.CODE_SHAPE, "own", "LANTERN", 2, "--code LANTER"),
    (Why.CODE_SHAPE, "own", "L1", 2, "--code OW"),
    (Why.CODE_SHAPE, "own", "灯河", 2, "--code OW"),
    (Why.CODE_SHAPE, "own", "", 2, "--code OW"),
    (Why.SLUG_SHAPE, "", "XX", 2, "my-film"),
    (Why.SLUG_SHAPE, "..", "XX", 2, "my-film"),
    (Why.SLUG_SHAPE, "../../etc", "XX", 2, "etc"),
    (Why.SLUG_SHAPE, "a/b", "XX", 2, "a-b"),
    (Why.SLUG_SHAPE, "Lantern River", "XX", 2, "lantern-river"),
    (Why.SLUG_SHAPE, "lantern_river", "XX", 2, "lantern-river"),
    (Why.SLUG_SHAPE, "lantern--river", "XX", 2, "lantern-river"),
    (Why.SLUG_SHAPE, "灯河", "XX", 2, "my-film"),
    (Why.SLUG_SHAPE, "Own", "XX", 2, "own"),
    (Why.SLUG_SHAPE, "line\nbreak\x1b[31m", "XX", 2, "line-break-31m"),
    (Why.SLUG_SHAPE, "x" * 61, "XX", 2, "x" * 60),
    (Why.SLUG_RESERVED, "con", "XX", 2, "con-film"),
    (Why.SLUG_RESERVED, "lpt1", "XX", 2, "lpt1-film"),
    (Why.WAS_RELEASED, "gone", "XX", 1, "ids.lock"),
    (Why.WAS_RELEASED, "own", "GO", 1, "ids.lock"),
]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(("why", "slug", "code", "exit_code", "cure"), REFUSED)
def test_a_name_that_will_not_do_is_told_with_its_cure_and_nothing_is_touched(
    archive: Path, why: Why, slug: str, code: str, exit_code: int, cure: str, lang: str
) -> None:
    before = all_of(archive)
    told = new_film(archive, "--code", code, "--", slug, lang=lang)
    assert told.exit_code == exit_code, told.output
    assert cure in told.output
    assert told.output.count("\n") == 1, "one line, whatever the name holds"
    assert "\x1b" not in told.output
    assert bool(HAN.search(told.output.replace("灯河", ""))) == (lang == "zh")
    with pytest.raises(Refused) as refused:
        start_film(archive, slug, code, lang)
    assert refused.value.why is why
    assert all_of(archive) == before


def test_every_reason_to_refuse_is_met_by_these_tests() -> None:
    elsewhere = {Why.NO_FOLDER, Why.SLUG_TAKEN}
    assert {why for why, *_ in REFUSED} | elsewhere == set(Why)


def test_a_slug_that_another_folder_s_film_has_is_taken(tmp_path: Path) -> None:
    start_film(tmp_path, "lightcone", "LC", "en")
    (tmp_path / "content/films/lightcone").rename(tmp_path / "content/films/elsewhere")
    before = all_of(tmp_path)
    told = new_film(tmp_path, "lightcone", "--code", "XX")
    assert told.exit_code == 1
    assert "content/films/elsewhere" in told.output
    assert all_of(tmp_path) == before


@pytest.mark.parametrize("arguments", [["own"], ["--code", "OW"], ["own", "--code"], ["own", "two", "--code", "OW"]])
def test_a_command_with_something_missing_or_over_ends_with_two(tmp_path: Path, arguments: list[str]) -> None:
    assert new_film(tmp_path, *arguments).exit_code == 2
    assert all_of(tmp_path) == {}


def test_only_films_are_started(tmp_path: Path) -> None:
    told = CliRunner().invoke(main, ["-C", str(tmp_path), "new", "take", "own", "--code", "OW"])
    assert told.exit_code == 2
    assert all_of(tmp_path) == {}


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("name", ["content", "content/films"])
def test_a_file_or_a_link_in_the_folder_s_place_is_told_and_stays(tmp_path: Path, name: str, lang: str) -> None:
    outside, root = tmp_path / "outside", tmp_path / "archive"
    outside.mkdir()
    root.mkdir()
    (root / name).parent.mkdir(exist_ok=True)
    (root / name).write_text("not a folder")
    told = new_film(root, "own", "--code", "OW", lang=lang)
    assert (told.exit_code, str(root / name) in told.output) == (1, True)
    assert (root / name).read_text() == "not a folder"
    if name == "content/films":
        (root / name).unlink()
        (root / name).symlink_to(outside)
        assert new_film(root, "own", "--code", "OW", lang=lang).exit_code == 1
        assert all_of(outside) == {}


def test_a_dangling_link_with_the_film_s_name_is_in_the_way(tmp_path: Path) -> None:
    films = tmp_path / "content/films"
    films.mkdir(parents=True)
    (films / "own").symlink_to(tmp_path / "nowhere")
    assert new_film(tmp_path, "own", "--code", "OW").exit_code == 1
    assert os.readlink(films / "own") == str(tmp_path / "nowhere")
    assert [path.name for path in (tmp_path / "content").iterdir()] == ["films"]


@pytest.fixture
def read_only() -> Iterator[Path]:
    """An archive that this process may read and not write; root may everything, so it becomes nobody for the time."""
    if not hasattr(os, "seteuid"):
        pytest.skip("only where folders have owners")
    folder = Path(tempfile.mkdtemp())
    (folder / "content").mkdir()
    for each in (folder / "content", folder):
        each.chmod(0o555)
    was_root = os.geteuid() == 0
    if was_root:
        os.seteuid(65534)
    try:
        yield folder
    finally:
        if was_root:
            os.seteuid(0)
        for each in (folder, folder / "content"):
            each.chmod(0o755)
        shutil.rmtree(folder)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_folder_that_may_not_be_written_is_told(read_only: Path, lang: str) -> None:
    told = new_film(read_only, "own", "--code", "OW", lang=lang)
    assert told.exit_code == 2
    assert str(read_only / "content") in told.output
    assert bool(HAN.search(told.output)) == (lang == "zh")
    assert all_of(read_only) == {"content": None}


@pytest.mark.parametrize("step", ["mkdir", "open", "rename", "replace"])
def test_a_disk_that_fills_up_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    """Whichever deed is the one that the disk refuses, and after however many that it allowed."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content/people.csv").write_text("id,name\ndirector,Director\n", "utf-8")
    before = all_of(tmp_path)
    owner: Any = Path if step in ("mkdir", "open") else os
    real = getattr(owner, step)
    allowed = 0

    def full(*given: Any, **more: Any) -> Any:
        nonlocal left
        if str(tmp_path) in str(given[0]):
            left -= 1
            if left < 0:
                raise OSError(errno.ENOSPC, "No space left on device")
        return real(*given, **more)

    while True:
        left = allowed
        with monkeypatch.context() as patched:
            patched.setattr(owner, step, full)
            told = new_film(tmp_path, "own", "--code", "OW")
        if told.exit_code == 0:
            break
        assert told.exit_code == 3, told.output
        assert "No space left" in told.output
        assert all_of(tmp_path) == before, (step, allowed)
        allowed += 1
    assert allowed >= 1


def test_words_that_are_there_are_never_written_over(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    for name in ("people.csv", "tools.yaml", "reasons.yml"):
        (content / name).write_text("of another's hand", "utf-8")
    told = new_film(tmp_path, "own", "--code", "OW")
    assert told.exit_code == 0
    assert "content/site.yml" in told.output
    for name in ("people.csv", "tools.yaml", "reasons.yml"):
        assert (content / name).read_text("utf-8") == "of another's hand"
    for name in ("people.yml", "tools.yml"):
        assert not (content / name).exists()


def test_a_second_film_touches_nothing_of_the_first(tmp_path: Path) -> None:
    assert new_film(tmp_path, "own", "--code", "OW").exit_code == 0
    before = all_of(tmp_path)
    told = new_film(tmp_path, "second", "--code", "SE", lang="zh")
    assert told.exit_code == 0
    assert "content/films/second" in told.output
    after = all_of(tmp_path)
    assert {path: after[path] for path in before} == before
    assert all(path.startswith("content/films/second") for path in after.keys() - before.keys())
