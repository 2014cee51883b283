"""Names of other records."""

from __future__ import annotations

from typing import Any

import pytest

from glassbox.loading import rules
from glassbox.loading.marks import Mark, Marks
from making.archives import archive, decision, film, prompt, shot, take, version


def test_a_whole_archive_is_told_nothing(told: Any) -> None:
    whole = archive(
        film(
            {"credits": [{"person": "director", "role": "direction"}]},
            shots=[shot(takes=["LC-T001"])],
            takes=[take(shots=["SQ01-0010"], prompt="LC-P001@1"), take(2, "rejected", reason="two-moons")],
            prompts=[prompt(), prompt(2, parent="LC-P001@1", shots=["LC-SQ01-0010"])],
            decisions=[
                decision(about=["LC-T001", "SQ01-0010", "LC-SQ01-0010", "LC-P001@1", "people/director", "lightcone"])
            ],
        ),
        topics=[{"id": "light", "title": "Light", "records": ["LC-P001", "tools/video-model"], "films": ["lightcone"]}],
    )
    assert told(whole) == []


UNKNOWN = [
    ({"prompts": [prompt(tool="video-modle")]}, "tools.yml", "'video-modle'", "video-model"),
    ({"prompts": [prompt(writer=["director", "directer"])]}, "people.yml", "'directer'", "director"),
    ({"prompts": [prompt(shots=["SQ01-0020"])], "shots": [shot()]},
     "films/lightcone/shots", "'SQ01-0020'", "SQ01-0010"),
    ({"prompts": [prompt(), prompt(2, parent="LC-P011@1")]}, "films/lightcone/prompts/", "'LC-P011@1'", "LC-P001@1"),
    ({"takes": [take(by=["zoë"])]}, "people.yml", "'zoë'", ""),
    ({"takes": [take(2, "rejected", reason="two-mons")]}, "reasons.yml", "'two-mons'", "two-moons"),
    ({"takes": [take(footage=["LC-A009", "footage/river.mov"])]}, "films/lightcone/assets", "'LC-A009'", ""),
    ({"shots": [shot(takes=["LC-T002"])], "takes": [take()]}, "films/lightcone/takes", "'LC-T002'", "LC-T001"),
    ({"versions": [version(decision="LC-D009")]}, "films/lightcone/decisions/", "'LC-D009'", ""),
    ({"versions": [version(2, previous="LC-V001")]}, "films/lightcone/versions", "'LC-V001'", "LC-V002"),
    ({"decisions": [decision(topic="ligth")]}, "topics.yml", "'ligth'", ""),
    ({"decisions": [decision(about=["poster"])]}, "content/", "'poster'", ""),
    ({"budget": [{"id": "LC-B001", "category": "crew", "currency": "CNY", "person": "x"}]}, "people.yml", "'x'", ""),
    ({"prompts": [prompt(revisions=[{"rev": "1", "text": "t", "inputs": [{"role": "last_frame", "take": "LC-T7000"}]},
     ])]},
     "films/lightcone/takes", "'LC-T7000'", ""),
    ({"cuts": [{"order": "1", "shot": "SQ09-0010", "cut_in": "0", "cut_out": "3"}]},
     "films/lightcone/shots", "SQ09", ""),
    ({"decisions": [decision(options=[{"text": "a", "version": "LC-V404"}])]},
     "films/lightcone/versions", "LC-V404", ""),
]  # fmt: skip


@pytest.mark.parametrize(("tables", "file", "found", "near"), UNKNOWN)
def test_an_unknown_name_is_told_with_where_it_should_stand(
    told: Any, tables: dict[str, Any], file: str, found: str, near: str
) -> None:
    [line] = [line for line in told(archive(film(**tables))) if "GB-E05" in line]
    assert f"{file} has no such entry" in line
    assert found in line
    assert (f"Did you mean '{near}'?" in line) if near else ("Write the id of one that is there" in line)


def test_names_in_the_film_itself_and_in_the_programme_are_looked_up_too(told: Any) -> None:
    whole = archive(
        film(
            {
                "credits": [{"person": "sound", "role": "sound"}],
                "workflow": [{"step": "cut", "who": ["editor"], "tools": ["scissors"]}],
                "withheld": [{"what": ["LC-P999"], "why": "music rights"}],
            }
        ),
        workshops=[{"id": "one", "title": "One", "topics": ["time"], "speakers": ["guest"], "films": ["lightcome"]}],
        retired=[{"id": "LC-P100", "reason": "wrong", "see": ["LC-P101"], "date": "2026-06-01"}],
    )
    lines = told(whole)
    for name in ("sound", "editor", "scissors", "LC-P999", "time", "guest", "lightcome", "LC-P101"):
        assert sum(f"names '{name}'" in line for line in lines) == 1, name
    assert any("Did you mean 'lightcone'?" in line for line in lines)


def test_a_name_in_small_letters_is_told_with_the_right_one(told: Any) -> None:
    whole = archive(film(decisions=[decision(about=["lc-t001"])], takes=[take()]))
    [line] = told(whole)
    assert "Did you mean 'LC-T001'?" in line


def test_an_unknown_revision_is_told_with_those_that_are_there(told: Any) -> None:
    two = prompt(revisions=[{"rev": "1", "text": "a"}, {"rev": "3", "text": "b"}])
    [line] = told(archive(film(prompts=[two], takes=[take(prompt="LC-P001@2")])))
    assert "'LC-P001@2'" in line
    assert "only these revisions: 1, 3." in line
    assert line.endswith("[GB-E052]")


def test_a_withdrawn_record_may_not_be_named(told: Any) -> None:
    whole = archive(
        film(decisions=[decision(about=["LC-T009"])]),
        retired=[{"id": "LC-T009", "reason": {"en": "a face", "zh": "有人脸"}, "date": "2026-06-01"}],
    )
    [line] = told(whole)
    assert line.endswith("[GB-E053]")


def test_a_record_of_the_wrong_kind_is_not_taken_for_the_right_one(told: Any) -> None:
    [line] = told(archive(film(shots=[shot(takes=["LC-P001"])], prompts=[prompt()])))
    assert "'LC-P001'" in line
    assert "films/lightcone/takes has no such entry" in line


def test_a_record_that_is_written_but_faulty_is_no_second_fault(tmp_path: Any) -> None:
    whole = archive(film(shots=[shot(takes=["LC-T001"])]))
    marks = Marks({"LC-T001": Mark("content/films/lightcone/takes.yml", is_read=False)})
    assert list(rules.check(whole, marks, tmp_path)) == []


def test_a_problem_is_about_the_record_that_names_and_not_the_one_named(problems: Any) -> None:
    [problem] = problems(archive(film(prompts=[prompt(tool="no")])))
    assert problem.about == "LC-P001"
    assert str(problem.place) == "content/LC-P001.yml:1"


@pytest.mark.parametrize("written", ["LC-T001, LC-T002", "LC-T001、LC-T002", "LC-T001；LC-T002"])
def test_names_written_as_one_are_told_to_be_a_list(problems: Any, written: str) -> None:
    [problem] = problems(archive(film(shots=[shot(takes=written)], takes=[take(1, "pending"), take(2, "pending")])))
    assert problem.sentence("en").startswith("LC-SQ01-0010 should have a list in 'takes'. Begin each entry")
    assert "分隔" in problem.sentence("zh")


def test_a_name_alone_is_told_without_a_number(tmp_path: Any) -> None:
    marks = Marks({"LC-P001": Mark("content/a.yml", '[1,{"writer":2,"shots":[3,[4,5]]}]')})
    whole = archive(film(prompts=[prompt(writer="nobody-here", shots=["SQ01-0010", "SQ01-0020"])], shots=[shot()]))
    lines = [told.line("en") for told in rules.check(whole, marks, tmp_path)]
    assert lines[0].startswith("content/a.yml:2: LC-P001 names 'nobody-here' in 'writer', but")
    assert lines[1].startswith("content/a.yml:5: LC-P001 names 'SQ01-0020' in 'shots.2', but")


def test_a_choice_in_digits_must_be_an_option(told: Any) -> None:
    options = [{"text": "river"}, {"text": "sea"}]
    choices = ("2", "3", "0", "the sea", "9" * 5000)
    of = [decision(n, options=options, chosen=chosen) for n, chosen in enumerate(choices, 1)]
    lines = told(archive(film(decisions=of)))
    assert [line.split(" ")[1] for line in lines] == ["LC-D002", "LC-D003"]
    assert "a number from 1 to 2" in lines[0]


def test_unconfirmed_names_a_field_of_the_record(told: Any) -> None:
    [line] = told(archive(film({"unconfirmed": ["title", "title.zh", "licens"]})))
    assert "'licens' unconfirmed" in line
    assert "Did you mean 'licence'?" in line


def test_ten_thousand_unknown_names_do_not_take_for_ever(problems: Any) -> None:
    takes = [take(n, prompt=f"LC-P{n + 5000:05d}@1") for n in range(1, 3000)]
    prompts = [prompt(n) for n in range(1, 1500)]
    assert len(problems(archive(film(takes=takes, prompts=prompts)))) == 2999
