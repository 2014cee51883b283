"""A synthetic archive: any size, always the same, whole, and honest about being one."""

from __future__ import annotations

import errno
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from glassbox.cli import main
from glassbox.loading import load
from glassbox.records.archive import Archive
from glassbox.records.base import Record
from glassbox.records.terms import Status
from glassbox.specimen import NotEmpty, Size, TooMany, write_specimen
from making.small import digest_of_tree

SIZES = [
    Size(1, 0, 0, 0), Size(1, 1, 1, 1), Size(2, 3, 5, 7), Size(3, 20, 4, 50), Size(5, 4, 30, 2), Size(2, 0, 3, 4),
    Size(30, 31, 60, 90), Size(1, 120, 0, 300),
]  # fmt: skip


def specimen(*arguments: str, lang: str = "en") -> Result:
    return CliRunner().invoke(main, ["--lang", lang, "specimen", *arguments])


def counted(archive: Archive) -> Size:
    films = archive.films
    tables = (sum(len(getattr(film, name)) for film in films) for name in ("shots", "prompts", "takes"))
    return Size(len(films), *tables)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_specimen_has_the_size_that_was_asked_for_and_nothing_to_tell(tmp_path: Path, size: Size) -> None:
    write_specimen(tmp_path / "out", size)
    loaded = load(tmp_path / "out")
    assert [problem.line("en") for problem in loaded.problems] == []
    assert counted(loaded.archive) == size
    assert not loaded.archive.media
    for film in loaded.archive.films:
        assert abs(len(film.prompts) - size.prompts / size.films) < 1, "even shares"


def test_every_record_says_that_it_is_a_specimen_and_speaks_both_languages(tmp_path: Path) -> None:
    write_specimen(tmp_path, Size(2, 9, 12, 40))
    archive = load(tmp_path).archive
    shared: list[Record] = [*archive.people, *archive.tools, *archive.reasons]
    records = [*shared, *(record for film in archive.films for record in film.records())]
    assert len(records) > 60
    assert all(record.specimen for record in records)
    prompts = [prompt for film in archive.films for prompt in film.prompts]
    assert {revision.lang for prompt in prompts for revision in prompt.revisions} == {"en", "zh"}
    assert all(revision.translation for prompt in prompts for revision in prompt.revisions)
    assert all(revision.camera for prompt in prompts for revision in prompt.revisions)


def test_takes_are_mostly_thrown_away_and_come_from_prompts_of_their_shot(tmp_path: Path) -> None:
    write_specimen(tmp_path, Size(1, 10, 20, 100))
    (film,) = load(tmp_path).archive.films
    rejected = [take for take in film.takes if take.status is Status.REJECTED]
    assert len(rejected) > len(film.takes) / 2
    assert {take.status for take in film.takes} == {Status.KEPT, Status.REJECTED, Status.ALTERNATE}
    assert len({take.reason for take in rejected}) > 3
    prompts = {prompt.id: prompt for prompt in film.prompts}
    for take in film.takes:
        assert take.prompt is not None
        assert prompts[take.prompt.partition("@")[0]].shots == take.shots
    assert all(len(shot.takes) == 1 for shot in film.shots)


def test_revisions_of_a_prompt_differ_and_prompts_are_not_all_alike(tmp_path: Path) -> None:
    write_specimen(tmp_path, Size(1, 10, 200, 0))
    (film,) = load(tmp_path).archive.films
    for prompt in film.prompts:
        texts = [revision.text for revision in prompt.revisions]
        assert len(texts) in (2, 3, 4)
        assert all(before != after for before, after in pairwise(texts))
    assert len({prompt.revisions[0].text for prompt in film.prompts}) > 190


def test_the_same_sizes_give_the_same_bytes_on_any_run(tmp_path: Path, glassbox: Any) -> None:
    sizes = ("--films", "2", "--shots", "5", "--prompts", "6", "--takes", "11")
    for name, seed in (("a", "1"), ("b", "2")):
        glassbox(tmp_path, "specimen", str(tmp_path / name), *sizes, PYTHONHASHSEED=seed, TZ="Pacific/Kiritimati")
    first = digest_of_tree(tmp_path / "a")
    assert len(first) > 20
    assert digest_of_tree(tmp_path / "b") == first


@pytest.mark.ffmpeg
def test_with_media_every_take_and_shot_has_a_file_and_the_whole_builds_without_a_word(
    tmp_path: Path, glassbox: Any
) -> None:
    sizes = ("--films", "2", "--shots", "6", "--prompts", "4", "--takes", "14", "--media")
    glassbox(tmp_path, "specimen", str(tmp_path / "out"), *sizes)
    glassbox(tmp_path / "out", "check", "--strict")
    archive = load(tmp_path / "out").archive
    bound = {(key.record, key.field) for key in archive.media}
    for film in archive.films:
        assert (film.film.slug, "master") in bound
        assert all((take.id, "media") in bound for take in film.takes)
        assert all((film.full_id(shot), "storyboards") in bound for shot in film.shots)
    glassbox(tmp_path / "out", "build", "--strict", "--quiet")
    wall = (tmp_path / "out/site/films/specimen-001/takes/index.html").read_text("utf-8")
    assert 'id="SAA-T007"' in wall
    assert 'class="trouble"' not in wall
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [".glassbox", "content", "site"]


@pytest.mark.ffmpeg
def test_media_are_a_few_files_many_times(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_specimen(tmp_path / name, Size(1, 12, 0, 40), with_media=True)
    assert digest_of_tree(tmp_path / "a") == digest_of_tree(tmp_path / "b")
    film = tmp_path / "a/content/films/specimen-001"
    clips = list((film / "takes").iterdir())
    assert len(clips) == 40
    assert len({clip.read_bytes() for clip in clips}) == 5
    assert max(clip.stat().st_size for clip in clips) < 60_000


@pytest.mark.ffmpeg
def test_a_disk_without_links_gets_copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise OSError(errno.EMLINK, "Too many links")

    monkeypatch.setattr("os.link", refused)
    write_specimen(tmp_path, Size(1, 2, 0, 3), with_media=True)
    assert len(list((tmp_path / "content/films/specimen-001/takes").iterdir())) == 3


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_folder_that_holds_something_is_refused_and_stays(tmp_path: Path, lang: str) -> None:
    for name in ("full", "hidden"):
        (tmp_path / name).mkdir()
    (tmp_path / "full/letter.txt").write_text("mine")
    (tmp_path / "hidden/.kept").write_text("mine")
    (tmp_path / "file").write_text("mine")
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    before = digest_of_tree(tmp_path)
    for name in ("full", "hidden", "file", "link"):
        told = specimen(str(tmp_path / name), lang=lang)
        assert told.exit_code == 2
        assert name in told.output
        assert ("请指定空的" in told.output) == (lang == "zh")
        with pytest.raises(NotEmpty):
            write_specimen(tmp_path / name, Size(1, 1, 1, 1))
    assert digest_of_tree(tmp_path) == before
    assert not (tmp_path / "elsewhere").exists()


def test_an_empty_folder_is_used_even_the_one_that_one_stands_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert specimen(".", "--films", "1").exit_code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["content"]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_more_than_a_table_holds_is_told_with_the_cure(tmp_path: Path, lang: str) -> None:
    with pytest.raises(TooMany):
        Size(2, 10, 10, 80_001)
    told = specimen(str(tmp_path / "out"), "--films", "2", "--takes", "80001", lang=lang)
    assert told.exit_code == 2
    assert "--films" in told.output
    assert ("上限" in told.output) == (lang == "zh")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("arguments", [["--films", "0"], ["--films", "677"], ["--shots", "-1"], ["--takes", "many"]])
def test_sizes_that_are_none_end_with_two(tmp_path: Path, arguments: list[str]) -> None:
    assert specimen(str(tmp_path / "out"), *arguments).exit_code == 2
    assert not (tmp_path / "out").exists()


def test_a_disk_that_fills_up_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, left = Path.write_text, 20

    def full(self: Path, *given: Any, **more: Any) -> int:
        nonlocal left
        left -= 1
        if left < 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(self, *given, **more)

    monkeypatch.setattr(Path, "write_text", full)
    told = specimen(str(tmp_path / "a/b"))
    assert told.exit_code == 3
    assert "No space left" in told.output
    assert list(tmp_path.iterdir()) == []


def test_without_an_ffmpeg_media_are_refused_with_the_way_to_get_one(tmp_path: Path, glassbox: Any) -> None:
    told = glassbox(tmp_path, "specimen", str(tmp_path / "out"), "--media", code=3, GLASSBOX_FFMPEG="/nowhere/ffmpeg")
    assert "/nowhere/ffmpeg" in told.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.slow
def test_the_largest_table_that_is_allowed_can_be_read(tmp_path: Path) -> None:
    write_specimen(tmp_path, Size(1, 100, 100, 40_000))
    assert not load(tmp_path).problems


def test_a_specimen_is_made_by_a_process_of_little_memory(tmp_path: Path) -> None:
    """Ten times the prompts need hardly more of it: nothing is gathered before it is written."""
    pytest.importorskip("resource", reason="only systems that have it tell how much memory a process took")
    code = (
        "import resource, sys; from pathlib import Path; from glassbox.specimen import Size, write_specimen; "
        "write_specimen(Path(sys.argv[1]), Size(2, 20, int(sys.argv[2]), 0)); "
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    peaks = [
        int(subprocess.run([sys.executable, "-c", code, str(tmp_path / count), count],
                           check=True, capture_output=True, text=True).stdout)
        for count in ("200", "4000")
    ]  # fmt: skip
    assert peaks[1] < peaks[0] * 1.2
