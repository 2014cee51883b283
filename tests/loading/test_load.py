"""content/ as one value, with every problem of every file in one run."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest

from glassbox.loading import Loaded, load
from glassbox.problems import Problem


class Written(Protocol):
    """What conftest's `archive` gives."""

    root: Path
    write: Callable[[str, str | bytes], Path]
    film: Callable[[str, str | bytes], Path]
    load: Callable[[], Loaded]
    told: Callable[[], list[str]]

    def problems(self, *codes: str) -> list[Problem]: ...


TAKES = "- {id: LC-T001, status: kept}\n- {id: LC-T002, status: rejected, reason: two-moons}\n"


def test_a_small_archive_is_read_without_a_problem(archive: Written) -> None:
    archive.film("takes.yml", TAKES)
    archive.film("decisions/one.md", "---\nid: LC-D001\ndate: 2026-05-12\ntitle: A dome\n---\nIt *moves*.\n")
    loaded = archive.load()
    assert not [one.line("en") for one in loaded.problems if one.is_error]
    (film,) = loaded.archive.films
    assert [take.id for take in film.takes] == ["LC-T001", "LC-T002"]
    assert film.prompts[0].revisions[0].text == "[Push in] A dome at night."
    assert str(film.decisions[0].why) == "It *moves*."


def test_a_film_folder_with_ten_different_faults_prints_ten_lines(archive: Written) -> None:
    archive.film("shots.csv", "镜号,入点,镜次\nSQ01-0010,1E+05,LC-T001\nSQ01 0020,24,\n")
    archive.film(
        "takes.yml",
        "- {id: LC-T001, stauts: kept, prompt: LC-P003@1}\n"
        "- {id: LC-T002, status: keep}\n"
        "- {id: LC-T001, status: kept}\n"
        "- {id: LC-T003, status: kept, generation: {at: 2026-02-30}}\n",
    )
    archive.film("budget.csv", "id,category,currency,planned\nLC-B001,crew,CNY,1 000\n")
    archive.film("prompts/LC-P003.yml", "id: b: c\n")
    archive.film("decisions/LC-D001.md", "Because it moves.\n")
    archive.film("versions.yml", "- {id: LC-V001, of: edit, number: 3, change: x, change: y}\n")
    errors = [one for one in archive.load().problems if one.is_error]
    assert [f"{one.place.path.rpartition('/')[2]}:{one.place.line} {one.code.name}" for one in errors] == [
        "budget.csv:2 GB-E030",
        "LC-D001.md:1 GB-E018",
        "LC-P003.yml:1 GB-E009",
        "shots.csv:2 GB-E048",
        "shots.csv:3 GB-E029",
        "takes.yml:1 GB-E020",
        "takes.yml:2 GB-E023",
        "takes.yml:3 GB-E045",
        "takes.yml:4 GB-E032",
        "versions.yml:1 GB-E011",
    ]


def test_of_two_records_with_one_id_neither_is_shown(archive: Written) -> None:
    """One of them may be withheld, and which is meant nobody knows."""
    archive.film("takes.yml", "- {id: LC-T001, status: kept}\n- {id: LC-T001, status: pending, publish: withheld}\n")
    assert "LC-T001" in archive.load().marks.faulty()


def test_the_media_of_a_faulty_record_are_no_fault_of_their_own(archive: Written) -> None:
    archive.film("takes.yml", "- {id: LC-T001, status: keep}\n")
    archive.film("shots.yml", "- {code: SQ01-0010, order: first}\n")
    for medium in ("takes/LC-T001_moon.mp4", "storyboards/SQ01-0010_2.png", "storyboards/LC-SQ01-0010.png"):
        archive.film(medium, b"x")
    archive.film("takes/nobody.mp4", b"x")
    unbound = [one.place.path.rpartition("/")[2] for one in archive.load().problems if one.code.name == "GB-W090"]
    assert unbound == ["nobody.mp4"]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("films/lightcone/takes.xlsx", "takes.csv"),
        ("films/lightcone/Budget.numbers", "budget.csv"),
        ("films/lightcone/shots.yml.txt", "shots.yml"),
        ("films/lightcone/film.txt", "film.yml"),
        ("people.ods", "people.csv"),
        ("site.yml.txt", "site.yml"),
    ],
)
def test_a_table_that_was_saved_as_something_else_is_told(archive: Written, name: str, meant: str) -> None:
    archive.write(name, b"PK")
    archive.film("takes.mp4", b"a medium, which a record may name")
    [told] = archive.problems("GB-W001")
    assert told.place.path == f"content/{name}"
    assert f"Save or rename it as {meant}" in told.sentence("en")


def test_what_may_be_two_things_and_is_neither_is_told_once_as_the_first(archive: Written) -> None:
    options = "options: [{text: a, prompt: P1}]"
    archive.film("decisions.yml", f"- {{id: LC-D001, date: 2026-05-12, title: x, why: y, {options}}}\n")
    [told] = archive.problems()
    assert told.sentence("en") == "LC-D001 has 'P1' as its options.1.prompt. Write it like this: LC-P012@3."


def test_a_record_without_a_name_is_called_by_its_file_or_its_number(archive: Written) -> None:
    archive.write("site.yml", "languages: [en]\n")
    archive.film("takes.yml", "- {id: LC-T001, status: kept}\n- {status: kept}\n")
    told = [one.sentence("en").partition(" lacks")[0] for one in archive.problems("GB-E022")]
    assert told == ["#2", "site.yml"]


def test_a_name_that_is_none_is_told_where_such_names_stand(archive: Written) -> None:
    archive.film("takes.yml", "- {id: LC-T001, status: rejected, reason: too many moons}\n")
    [told] = archive.problems("GB-E029")
    assert told.sentence("en").endswith("Write it like this: extra-object (reasons.yml).")


def test_a_table_that_cannot_be_read_is_one_fault_and_not_one_a_reference(archive: Written) -> None:
    archive.film("shots.yml", "- {code: SQ01-0010, order: 1, takes: [LC-T001, LC-T002]}\n")
    archive.film("takes.yml", "- {id: LC-T001, status: kept\n")
    archive.write("tools.yml", "- id: hailuo\n\tsystem: Hailuo\n")
    assert [one.code.name for one in archive.load().problems if one.is_error] == ["GB-E009", "GB-E010"]
    assert not archive.load().marks.is_written("LC-P777")


def test_a_record_with_three_faults_gives_three_lines(archive: Written) -> None:
    archive.film("takes.yml", "- id: LC-T001\n  status: keep\n  shots: {a: b}\n  by:\n  - x\n  - [y]\n  sha256: abc\n")
    assert archive.told() == [
        "takes.yml:2 GB-E023",
        "takes.yml:3 GB-E040",
        "takes.yml:6 GB-E026",
        "takes.yml:7 GB-E029",
    ]


def test_the_first_record_of_an_id_stays_and_the_second_is_told_with_both_places(archive: Written) -> None:
    archive.film("takes.yml", "- {id: LC-T001, status: kept}\n- {id: LC-T001, status: pending}\n")
    (told,) = archive.problems()
    assert told.line("en").startswith("content/films/lightcone/takes.yml:2: the id LC-T001 is already used at content/")
    assert told.facts["first"] == "content/films/lightcone/takes.yml:1"
    assert [take.status.value for take in archive.load().archive.films[0].takes] == ["kept"]


def test_a_record_from_which_the_file_lost_something_is_left_out(archive: Written) -> None:
    archive.film("takes.yml", "- {id: LC-T001, status: kept}\n- {id: LC-T002, status: kept, note: a, b}\n")
    assert archive.told() == ["takes.yml:2 GB-E016"]
    archive.film("takes.yml", "- {id: LC-T001, status: kept}\n- {id: LC-T002, status: kept, status: pending}\n")
    assert archive.told() == ["takes.yml:2 GB-E011"]
    assert [take.id for take in archive.load().archive.films[0].takes] == ["LC-T001"]


def test_a_reference_to_a_faulty_record_is_no_second_fault(archive: Written) -> None:
    archive.film("shots.yml", "- {code: SQ01-0010, order: 1, takes: [LC-T001]}\n")
    archive.film("takes.yml", "- {id: LC-T001, status: kept, shots: SQ01-0010, xyzzy: 5}\n")
    errors = [one.code.name for one in archive.load().problems if one.is_error]
    assert errors == ["GB-E021"]
    marks = archive.load().marks
    assert marks.faulty() == {"LC-T001"}
    assert marks.is_written("LC-T001")
    assert not marks.is_written("LC-T009")


def test_a_fault_in_the_film_s_own_file_does_not_hide_those_of_its_tables(archive: Written) -> None:
    archive.film("film.yml", "slug: lightcone\ncode: LC\ntitle: Lightcone\nfps: fast\nlicence: x\n")
    archive.film("takes.yml", "- {id: LC-T1, status: kept}\n")
    assert archive.told() == ["film.yml:1 GB-E022", "film.yml:4 GB-E029", "takes.yml:1 GB-E028"]


def test_marks_lead_to_the_lines_of_records_and_their_parts(archive: Written) -> None:
    archive.film("shots.csv", "code,order\nSQ01-0010,2\nSQ01-0020,1\n")
    archive.film("cut.yml", "- {order: 1, shot: SQ01-0010, cut_in: 0, cut_out: 9}\n")
    loaded = archive.load()
    assert [shot.code for shot in loaded.archive.films[0].shots] == ["SQ01-0020", "SQ01-0010"]
    places = [
        loaded.marks.place("LC-SQ01-0020", "order"),
        loaded.marks.place("LC-P001", "revisions", 0, "text"),
        loaded.marks.place("people/director", "name"),
        loaded.marks.place("lightcone", "fps"),
        loaded.marks.place("lightcone/cut/0", "shot"),
        loaded.marks.place("site", "languages", 1),
        loaded.marks.place("LC-P999", "text"),
    ]
    assert [str(place).rpartition("/")[2] for place in places] == [
        "shots.csv:3",
        "LC-P001.yml:7",
        "people.yml:1",
        "film.yml:4",
        "cut.yml:1",
        "site.yml:2",
        "content",
    ]


def test_a_list_may_stand_under_its_table_s_name(archive: Written) -> None:
    archive.film("takes.yml", "takes:\n" + TAKES)
    loaded = archive.load()
    assert len(loaded.archive.films[0].takes) == 2
    assert loaded.marks.place("LC-T002").line == 3


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("id: LC-T001\nstatus: kept\n", "takes.yml:1 GB-E017"),
        ("takes:\n", "takes.yml GB-E008"),
        ("just a sentence\n", "takes.yml:1 GB-E017"),
        ("- just a sentence\n", "takes.yml:1 GB-E017"),
        ("-\n", "takes.yml:1 GB-E017"),
        ("takes: []\nmore: []\n", "takes.yml:1 GB-E017"),
        ("just a sentence: no\n- and then a list\n", "takes.yml:2 GB-E009"),
        ("- {id: LC-T001, status: kept, shots: [a, null]}\n", "takes.yml:1 GB-E025"),
    ],
)
def test_a_file_of_another_form_is_told(archive: Written, text: str, told: str) -> None:
    archive.film("takes.yml", text)
    assert archive.told() == [told]


def test_decisions_and_prompts_may_be_lists(archive: Written) -> None:
    archive.film("decisions.yml", "- {id: LC-D001, date: 2026-05-12, title: A, why: B}\n")
    archive.film(
        "prompts.csv", "id,tool,writer,task,rev,text\nLC-P002,hailuo,director,edit,1,rain\nLC-P002,,,,2,snow\n"
    )
    film = archive.load().archive.films[0]
    assert [decision.id for decision in film.decisions] == ["LC-D001"]
    assert [(prompt.id, len(prompt.revisions)) for prompt in film.prompts] == [("LC-P002", 2), ("LC-P001", 1)]


def test_two_files_of_one_table_are_told(archive: Written) -> None:
    archive.film("takes.yml", TAKES)
    archive.film("takes.csv", "id,status\nLC-T009,kept\n")
    assert archive.told() == ["takes.csv GB-E015"]


def test_files_that_nothing_reads_are_told_with_the_name_that_was_meant(archive: Written) -> None:
    archive.film("taeks.yml", TAKES)
    archive.film("promts/LC-P002.yml", "id: LC-P002\n")
    archive.film("prompts/LC-P002.txt", "a dome")
    archive.film("notes.md", "later")
    archive.write("toolz.yml", "[]\n")
    archive.film(".DS_Store", "x")
    archive.film("~$budget.csv", "x")
    archive.write("README.md", "The handbook")
    archive.write("search-checks.yml", "[]")
    found = {one.place.path.removeprefix("content/"): one.facts.get("nearest") for one in archive.problems()}
    assert found == {
        "films/lightcone/taeks.yml": "takes.yml",
        "films/lightcone/promts": "prompts",
        "films/lightcone/prompts/LC-P002.txt": None,
        "films/lightcone/notes.md": None,
        "toolz.yml": "tools.yml",
    }


@pytest.mark.parametrize("name", ["footage.zip", "films/teaser.mp4", "report/scan.pdf", "decisions.doc"])
def test_no_file_that_is_nobody_s_is_passed_over_in_silence(archive: Written, name: str) -> None:
    archive.write(name, b"x")
    assert [told.place.path for told in archive.problems("GB-W001", "GB-W002")] == [f"content/{name}"]


@pytest.mark.parametrize("name", ["ids.lock", "README.md", ".DS_Store", "Thumbs.db", "~$report.docx"])
def test_what_is_no_author_s_is_passed_over(archive: Written, name: str) -> None:
    archive.write(name, b"")
    assert archive.problems("GB-W001", "GB-W002") == []


def test_a_record_that_says_no_name_is_called_by_its_file(archive: Written) -> None:
    archive.write("site.yml", "title: Box\nlanguages: zh\n")
    (told,) = archive.problems("GB-E040")
    assert "site.yml should have a list in 'languages'" in told.line("en")


def test_an_empty_archive_says_what_to_do(tmp_path: Path) -> None:
    bare = load(tmp_path)
    (tmp_path / "content" / "films").mkdir(parents=True)
    for loaded in (bare, load(tmp_path)):
        assert [one.code.name for one in loaded.problems if one.code.name < "GB-E050"] == ["GB-E001"]
        assert "site.yml" in loaded.problems[0].line("en")


def test_a_missing_site_and_a_missing_film_are_told(archive: Written) -> None:
    (archive.root / "content" / "site.yml").unlink()
    (archive.root / "content" / "films" / "lightcone" / "film.yml").unlink()
    assert archive.told() == ["content GB-E005", "films/lightcone GB-E005"]


def test_a_faulty_site_still_lets_the_others_be_checked(archive: Written) -> None:
    archive.write("site.yml", "title: {zh: 玻璃盒, en: Glass Box}\nlanguages: [en, zh]\nvenu: Shanghai\n")
    loaded = archive.load()
    assert archive.told() == ["site.yml:3 GB-E020"]
    assert loaded.archive.site.languages == ("en", "zh")


def test_nothing_outside_content_is_opened(archive: Written, tmp_path: Path) -> None:
    secret = tmp_path / "secret.yml"
    secret.write_text("- {id: LC-T666, status: kept, note: CANARY}\n", encoding="utf-8")
    (archive.root / "content" / "films" / "lightcone" / "takes.yml").symlink_to(secret)
    (archive.root / "content" / "films" / "lightcone" / "versions.yml").symlink_to("nowhere.yml")
    (archive.root / "content" / "films" / "other").symlink_to(tmp_path)
    (archive.root / "content" / "report").symlink_to(tmp_path, target_is_directory=True)
    loaded = archive.load()
    told = {one.place.path.removeprefix("content/") for one in loaded.problems if one.code.name == "GB-E004"}
    assert told == {"films/lightcone/takes.yml", "films/lightcone/versions.yml", "films/other", "report"}
    assert "CANARY" not in repr(loaded)


def test_a_link_inside_content_is_followed(archive: Written) -> None:
    archive.film("documents/takes.yml", TAKES)
    (archive.root / "content" / "films" / "lightcone" / "takes.yml").symlink_to("documents/takes.yml")
    assert len(archive.load().archive.films[0].takes) == 2


def test_links_that_lead_to_themselves_are_told_and_not_followed(archive: Written) -> None:
    for place in ("loop", "films/loop", "films/lightcone/loop", "films/lightcone/versions.yml"):
        (archive.root / "content" / place).symlink_to(Path(place).name)
    archive.write("films/loop.yml", "")
    assert {"films/loop GB-W002", "versions.yml GB-E004"} <= set(archive.told())


def test_pipes_sockets_and_folders_are_told_and_not_waited_for(archive: Written) -> None:
    film = archive.root / "content" / "films" / "lightcone"
    os.mkfifo(film / "takes.yml")
    (film / "assets.yml").mkdir()
    here = Path.cwd()
    with socket.socket(socket.AF_UNIX) as listener:
        os.chdir(film)  # a socket's path must be short
        try:
            listener.bind("budget.csv")
        finally:
            os.chdir(here)
    told = {one.place.path.rpartition("/")[2]: one.facts.get("reason") for one in archive.problems("GB-E003")}
    assert told["takes.yml"] == "FIFO"
    assert told["assets.yml"] == "folder"
    assert "budget.csv" in told


def test_a_file_that_is_too_large_is_told_and_not_read(archive: Written) -> None:
    archive.film("takes.yml", b"# " + b"x" * (8 << 20))
    assert archive.told() == ["takes.yml GB-E006"]


def test_a_name_that_is_no_text_is_told_in_letters(archive: Written) -> None:
    folder = os.fsencode(archive.root / "content" / "films" / "lightcone" / "prompts")
    try:
        with open(folder + b"/LC-P\xff.yml", "wb") as file:
            file.write(b"id: LC-P002\n")
    except OSError:
        pytest.skip("this file system takes no such name")
    assert any("LC-P\\xff.yml" in one.place.path for one in archive.problems("GB-E022"))
