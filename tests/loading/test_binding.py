"""Which file is the medium of which record."""

from __future__ import annotations

import hashlib
import os
import socket
from pathlib import Path
from typing import Any

import pytest

from glassbox.loading.binding import bind, describe_bindings
from glassbox.loading.binding_strays import MOST_LINES
from glassbox.problems import Problem
from glassbox.records.archive import Archive, MediaKey
from making.archives import archive, film, marks_of, prompt, shot, take, version

HOME = "content/films/lightcone"


def put(root: Path, *names: str) -> None:
    """Small files of their own bytes in the film's folder."""
    for name in names:
        path = root / HOME / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode())


def sha(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def bound(root: Path, whole: Archive, digests: Any = None) -> tuple[dict[str, str], list[Problem]]:
    """`LC-T001 media 0` -> path below the film's folder, and the problems."""
    media, problems = bind(whole, marks_of(whole), root, digests)
    return {
        f"{key.record} {key.field} {key.number}": name.removeprefix(f"{HOME}/") for key, name in media.items()
    }, problems


def lines(problems: list[Problem]) -> list[str]:
    return [problem.line("en") for problem in problems]


def test_every_field_that_names_a_file_binds(tmp_path: Path) -> None:
    put(tmp_path, "film.mp4", "trailer.mp4", "poster.png", "captions/zh.vtt", "captions/en.vtt", "takes/a.mp4",
        "cuts/v1.mp4", "refs/face.png", "storyboards/one.png", "footage/river.mov", "documents/script.md")  # fmt: skip
    captions = [{"file": "captions/en.vtt", "lang": "en"}, {"file": "captions/zh.vtt", "lang": "zh"}]
    inputs = [{"role": "first_frame", "take": "LC-T001"}, {"role": "subject_reference", "file": "refs/face.png"}]
    whole = archive(
        film(
            {"master": "film.mp4", "trailer": "trailer.mp4", "poster": "poster.png", "captions": captions},
            shots=[shot(storyboards=["storyboards/one.png"], footage=["LC-A001", "footage/river.mov"])],
            takes=[take(media="takes/a.mp4", footage=["footage/river.mov"])],
            versions=[version(file="cuts/v1.mp4")],
            assets=[{"id": "LC-A001", "kind": "document", "file": "documents/script.md"}],
            prompts=[prompt(revisions=[{"rev": "1", "text": "t"}, {"rev": "2", "text": "t", "inputs": inputs}])],
        )
    )
    found, problems = bound(tmp_path, whole)
    assert found == {
        "lightcone master 0": "film.mp4",
        "lightcone trailer 0": "trailer.mp4",
        "lightcone poster 0": "poster.png",
        "lightcone captions 0": "captions/en.vtt",
        "lightcone captions 1": "captions/zh.vtt",
        "LC-SQ01-0010 storyboards 0": "storyboards/one.png",
        "LC-SQ01-0010 footage 1": "footage/river.mov",
        "LC-T001 media 0": "takes/a.mp4",
        "LC-T001 footage 0": "footage/river.mov",
        "LC-V001 file 0": "cuts/v1.mp4",
        "LC-A001 file 0": "documents/script.md",
        "LC-P001@2 inputs 1": "refs/face.png",
    }
    assert problems == []


def test_a_file_that_begins_with_the_records_id_binds(tmp_path: Path) -> None:
    put(tmp_path, "takes/LC-T003.mp4", "takes/LC-T0031.mp4", "takes/LC-T004_two moons.mov", "cuts/LC-V001 rough.mp4",
        "refs/LC-A001.png", "takes/LC-T003.json")  # fmt: skip
    whole = archive(
        film(takes=[take(3), take(4), take(5)], versions=[version()], assets=[{"id": "LC-A001", "kind": "reference"}])
    )
    found, problems = bound(tmp_path, whole)
    assert found == {
        "LC-T003 media 0": "takes/LC-T003.mp4",
        "LC-T004 media 0": "takes/LC-T004_two moons.mov",
        "LC-V001 file 0": "cuts/LC-V001 rough.mp4",
        "LC-A001 file 0": "refs/LC-A001.png",
    }
    assert sorted(problem.place.path for problem in problems) == [
        f"{HOME}/takes/LC-T003.json",
        f"{HOME}/takes/LC-T0031.mp4",
    ]


def test_of_several_files_the_one_named_by_the_id_alone_binds_and_a_clip_before_a_still(tmp_path: Path) -> None:
    put(tmp_path, "takes/LC-T001 old.mp4", "takes/LC-T001.mp4", "takes/LC-T002.jpg", "takes/LC-T002.mp4")
    found, _ = bound(tmp_path, archive(film(takes=[take(1), take(2)])))
    assert found == {"LC-T001 media 0": "takes/LC-T001.mp4", "LC-T002 media 0": "takes/LC-T002.mp4"}


def test_a_written_path_goes_before_a_name_and_a_wrong_one_is_not_guessed(tmp_path: Path) -> None:
    put(tmp_path, "takes/LC-T001.mp4", "takes/better.mp4", "takes/LC-T002.mp4")
    whole = archive(film(takes=[take(1, media="takes/better.mp4"), take(2, media="takes/typo.mp4")]))
    found, problems = bound(tmp_path, whole)
    assert found == {"LC-T001 media 0": "takes/better.mp4"}
    missing = [problem for problem in problems if problem.code.name == "GB-W100"]
    assert [(str(p.place), p.facts["file"]) for p in missing] == [("content/LC-T002.yml:1", "takes/typo.mp4")]


@pytest.mark.parametrize("ending", [".mp4", ".MTS", ".mpg", ".opus", ".aif", ".heif", ".pdf"])
def test_a_take_binds_whatever_a_camera_or_a_tool_calls_its_file(tmp_path: Path, ending: str) -> None:
    put(tmp_path, f"takes/LC-T001{ending}")
    assert bound(tmp_path, archive(film(takes=[take()])))[0] == {"LC-T001 media 0": f"takes/LC-T001{ending}"}


def test_a_file_with_the_jobs_id_in_its_name_binds(tmp_path: Path) -> None:
    put(tmp_path, "takes/output_job-4711-a_aigc.mp4", "takes/other.mp4")
    whole = archive(film(takes=[take(1, generation={"id": "job-4711-a"}), take(2, generation={"id": "mp4"})]))
    found, problems = bound(tmp_path, whole)
    assert found == {"LC-T001 media 0": "takes/output_job-4711-a_aigc.mp4"}
    assert len(problems) == 1


def test_a_jobs_id_that_begins_anothers_does_not_take_its_file(tmp_path: Path) -> None:
    put(tmp_path, "takes/a_4711001.mp4", "takes/b_471100.mp4")
    whole = archive(film(takes=[take(1, generation={"id": "471100"}), take(2, generation={"id": "4711001"})]))
    found, _ = bound(tmp_path, whole)
    assert found == {"LC-T001 media 0": "takes/b_471100.mp4", "LC-T002 media 0": "takes/a_4711001.mp4"}


def test_a_name_with_a_line_break_leads_to_no_other_file(tmp_path: Path) -> None:
    put(tmp_path, "takes/a\nb.mp4", "takes/c_4711001.mp4", "takes/d.mp4")
    found, _ = bound(tmp_path, archive(film(takes=[take(1, generation={"id": "4711001"})])))
    assert found == {"LC-T001 media 0": "takes/c_4711001.mp4"}


def test_a_file_with_the_takes_digest_binds_where_digests_are_known(tmp_path: Path) -> None:
    put(tmp_path, "takes/output_aigc.mp4", "takes/output_aigc (1).mp4")
    digest = sha(tmp_path / HOME / "takes/output_aigc (1).mp4")
    whole = archive(film(takes=[take(sha256=digest)]))
    found, _ = bound(tmp_path, whole, sha)
    assert found == {"LC-T001 media 0": "takes/output_aigc (1).mp4"}
    assert bound(tmp_path, whole, lambda _: None)[0] == {}
    assert bound(tmp_path, whole)[0] == {}
    assert describe_bindings(whole) == [f"LC-T001 <- ? (sha256 {digest[:12]}…: glassbox build)"]


def test_a_digest_that_differs_is_told_and_the_clip_not_shown(tmp_path: Path) -> None:
    put(tmp_path, "takes/LC-T001.mp4")
    found, [problem] = bound(tmp_path, archive(film(takes=[take(sha256="0" * 64)])), sha)
    assert found == {}
    assert problem.code.name == "GB-W095"
    assert problem.facts["actual"] == sha(tmp_path / HOME / "takes/LC-T001.mp4")[:12] + "…"


def test_storyboard_panels_bind_by_their_shots_code_after_the_listed_ones(tmp_path: Path) -> None:
    put(tmp_path, "storyboards/SQ01-0010.png", "storyboards/SQ01-0010_2.jpg", "storyboards/SQ01-0010_10.png",
        "storyboards/LC-SQ01-0020.png", "storyboards/SQ01-0010-old.png", "storyboards/mood.png")  # fmt: skip
    whole = archive(film(shots=[shot(1, storyboards=["storyboards/mood.png", "storyboards/SQ01-0010_2.jpg"]), shot(2)]))
    found, [problem] = bound(tmp_path, whole)
    assert found == {
        "LC-SQ01-0010 storyboards 0": "storyboards/mood.png",
        "LC-SQ01-0010 storyboards 1": "storyboards/SQ01-0010_2.jpg",
        "LC-SQ01-0010 storyboards 2": "storyboards/SQ01-0010.png",
        "LC-SQ01-0010 storyboards 3": "storyboards/SQ01-0010_10.png",
        "LC-SQ01-0020 storyboards 0": "storyboards/LC-SQ01-0020.png",
    }
    assert problem.place.path.endswith("SQ01-0010-old.png")


def test_two_clips_of_one_name_are_told(tmp_path: Path) -> None:
    put(tmp_path, "takes/LC-T001.mov", "takes/LC-T001.mp4", "takes/LC-T001_last.png")
    found, problems = bound(tmp_path, archive(film(takes=[take()])))
    assert found == {"LC-T001 media 0": "takes/LC-T001.mov"}
    [told] = [line for line in lines(problems) if "GB-W096" in line]
    assert f"{HOME}/takes/LC-T001.mov, {HOME}/takes/LC-T001.mp4" in told


def test_a_name_that_differs_in_capitals_is_told_with_the_right_one(tmp_path: Path) -> None:
    put(tmp_path, "takes/Lamp.MP4")
    found, problems = bound(tmp_path, archive(film(takes=[take(media="Takes/lamp.mp4")])))
    assert found == {}
    assert "Write 'takes/Lamp.MP4'" in lines(problems)[0]
    assert problems[0].code.name == "GB-W092"


def test_a_name_with_accents_binds_however_they_are_composed(tmp_path: Path) -> None:
    put(tmp_path, "takes/cafe\u0301.mp4")
    found, problems = bound(tmp_path, archive(film(takes=[take(media="takes/caf\u00e9.mp4")])))
    assert found == {"LC-T001 media 0": "takes/cafe\u0301.mp4"}
    assert problems == []


def test_the_media_root_comes_after_the_films_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GLASSBOX_MEDIA", raising=False)
    put(tmp_path, "takes/a.mp4")
    for name in ("takes/a.mp4", "day one/b.mov", "lightcone/LC-T003.mp4", "lightcone/storyboards/SQ01-0010.png",
                 "other/storyboards/SQ01-0010.png", "nobody.mp4"):  # fmt: skip
        path = tmp_path / "footage of all" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"root")
    one = film(shots=[shot(footage=["day one/b.mov"])], takes=[take(1, media="takes/a.mp4"), take(3)])
    found, problems = bound(tmp_path, archive(one, site={"media_root": "footage of all"}))
    root = (tmp_path / "footage of all").as_posix()
    assert found == {
        "LC-SQ01-0010 footage 0": f"{root}/day one/b.mov",
        "LC-SQ01-0010 storyboards 0": f"{root}/lightcone/storyboards/SQ01-0010.png",
        "LC-T001 media 0": "takes/a.mp4",
        "LC-T003 media 0": f"{root}/lightcone/LC-T003.mp4",
    }
    assert problems == []
    monkeypatch.setenv("GLASSBOX_MEDIA", str(tmp_path / "elsewhere"))
    found, problems = bound(tmp_path, archive(one, site={"media_root": "footage of all"}))
    assert found == {"LC-T001 media 0": "takes/a.mp4"}


@pytest.mark.parametrize("written", ["../../site.yml", "/etc/passwd", "C:/Users/a.mov", "..\\..\\site.yml"])
def test_a_path_that_climbs_is_not_followed(tmp_path: Path, written: str) -> None:
    put(tmp_path, "takes/a.txt")
    (tmp_path / "content/site.yml").write_text("title: secret")
    found, [problem, _] = bound(tmp_path, archive(film(shots=[shot(footage=[written])])))
    assert found == {}
    assert problem.code.name == "GB-W093"


def test_links_that_lead_out_are_not_followed_and_links_inside_are(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.mp4").write_bytes(b"secret")
    put(tmp_path, "takes/real.mp4")
    takes = tmp_path / HOME / "takes"
    (takes / "LC-T001.mp4").symlink_to(outside / "secret.mp4")
    (takes / "LC-T002.mp4").symlink_to("real.mp4")
    (takes / "LC-T003.mp4").symlink_to("nowhere.mp4")
    (takes / "out").symlink_to(outside)
    (takes / "loop").symlink_to(takes)
    of = [take(1), take(2), take(3), take(4, media="takes/out/secret.mp4"), take(5, media="takes/LC-T001.mp4")]
    found, problems = bound(tmp_path, archive(film(takes=of)))
    assert found == {"LC-T002 media 0": "takes/LC-T002.mp4"}
    refused = {problem.place.path.rsplit("/", 1)[-1] for problem in problems if problem.code.name == "GB-W087"}
    assert refused == {"LC-T001.mp4", "LC-T003.mp4", "out"}
    assert {p.facts["record"]: p.code.name for p in problems if "record" in p.facts} == {
        "LC-T004": "GB-W100",
        "LC-T005": "GB-W093",
    }


def test_pipes_sockets_and_folders_are_never_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    takes = tmp_path / HOME / "takes"
    (takes / "LC-T003.mp4").mkdir(parents=True)
    os.mkfifo(takes / "LC-T001.mp4")
    monkeypatch.chdir(takes)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("LC-T002.mp4")
        of = [take(1), take(2), take(3, media="takes/LC-T003.mp4"), take(4, media="takes/LC-T001.mp4")]
        found, problems = bound(tmp_path, archive(film(takes=of)), lambda path: pytest.fail(f"opened {path}"))
    assert found == {}
    assert sorted(problem.code.name for problem in problems) == ["GB-W087", "GB-W087", "GB-W094", "GB-W094"]


def test_each_file_that_is_nobodys_is_told_and_many_are_counted(tmp_path: Path) -> None:
    put(tmp_path, *(f"takes/download ({n}).mp4" for n in range(MOST_LINES + 7)), "refs/a.png", "notes.txt")
    put(tmp_path, "takes/.DS_Store", "takes/Thumbs.db", "takes/._a.mp4", "refs/README.md")
    _, problems = bound(tmp_path, archive(film()))
    told = [problem for problem in problems if problem.code.name == "GB-W090"]
    assert len(told) == MOST_LINES + 2
    [rest] = [line for line in lines(problems) if "GB-W091" in line]
    assert rest.startswith(f"{HOME}/takes: No record names 7 more files")
    assert "LC-T001.mp4" in rest


def test_a_picture_that_a_prompt_was_found_in_is_known(tmp_path: Path) -> None:
    put(tmp_path, "refs/workflow.png")
    found_in = {"rev": "1", "text": "t", "source": {"file": "workflow.png"}}
    assert bound(tmp_path, archive(film(prompts=[prompt(revisions=[found_in])]))) == ({}, [])


def test_a_name_in_no_encoding_of_text_is_refused(tmp_path: Path) -> None:
    put(tmp_path, "takes/a.mp4")
    try:
        with open(os.fsencode(tmp_path / HOME / "takes") + b"/LC-T001_\xb5\xa5.mp4", "wb"):
            pass
    except OSError:
        pytest.skip("this disk has names in Unicode only")
    found, problems = bound(tmp_path, archive(film(takes=[take()])))
    assert found == {}
    assert {problem.code.name for problem in problems} == {"GB-W087", "GB-W090"}
    assert all(line.isprintable() for line in lines(problems))


def test_the_folder_of_a_film_is_where_its_film_yml_stands(tmp_path: Path) -> None:
    path = tmp_path / "content/films/light-cone/takes/LC-T001.mp4"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"x")
    from glassbox.loading.marks import Mark, Marks

    marks = Marks({"lightcone": Mark("content/films/light-cone/film.yml")})
    media, _ = bind(archive(film(takes=[take()])), marks, tmp_path)
    assert list(media.values()) == ["content/films/light-cone/takes/LC-T001.mp4"]


def test_what_bound_to_what_is_one_line_each() -> None:
    media = {
        MediaKey("LC-T003", "media"): "content/films/lightcone/takes/LC-T003.mp4",
        MediaKey("lightcone", "master"): "content/films/lightcone/film.mp4",
        MediaKey("LC-SQ01-0010", "storyboards", 1): "content/films/lightcone/storyboards/SQ01-0010_2.png",
    }
    assert describe_bindings(archive(film(), media=media)) == [
        "LC-SQ01-0010 storyboards 2 <- content/films/lightcone/storyboards/SQ01-0010_2.png",
        "LC-T003 <- content/films/lightcone/takes/LC-T003.mp4",
        "lightcone master <- content/films/lightcone/film.mp4",
    ]


def test_a_medium_beside_the_tables_binds_by_its_name_or_is_told(tmp_path: Path) -> None:
    put(tmp_path, "film.mp4", "LC-T001.mp4", "loose.mov", "takes.yml", "README.md", ".DS_Store", "notes.md")
    found, problems = bound(tmp_path, archive(film({"master": "film.mp4"}, takes=[take()])))
    assert found == {"lightcone master 0": "film.mp4", "LC-T001 media 0": "LC-T001.mp4"}
    [line] = lines(problems)
    assert line.startswith(f"{HOME}/loose.mov: No record names this file")
