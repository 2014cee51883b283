"""Ids, codes, slugs, numbers of revisions."""

from __future__ import annotations

from typing import Any

import pytest

from glassbox.loading import rules
from glassbox.loading.marks import Mark, Marks
from making.archives import archive, film, prompt, shot, take


def test_names_that_differ_only_by_case_are_told(told: Any) -> None:
    whole = archive(film({"slug": "lc-t001"}, takes=[take()]))
    [line] = told(whole)
    assert "LC-T001 and lc-t001 differ only in capital" in line
    whole = archive(film(takes=[take()]), retired=[{"id": "lc-t001", "reason": "typed wrong", "date": "2026-06-01"}])
    [line] = told(whole)
    assert line.startswith("content/retired.yml")


def test_an_id_with_another_films_code_is_told_with_the_right_one(told: Any) -> None:
    [line] = told(archive(film(takes=[{"id": "NG-T004", "status": "kept"}])))
    assert "begins with 'NG'" in line
    assert "such as 'LC-T004'" in line


def test_two_films_have_neither_code_nor_slug_in_common(told: Any) -> None:
    [line] = told(archive(film(), film({"slug": "other"})))
    assert line.endswith("[GB-E058]")
    [line] = told(archive(film(), film({"code": "XX"})))
    assert line.endswith("[GB-E059]")


def test_a_folder_is_called_as_its_film(tmp_path: Any) -> None:
    marks = Marks({"lightcone": Mark("content/films/light-cone/film.yml", '[1,{"slug":3}]')})
    [problem] = rules.check(archive(film()), marks, tmp_path)
    assert problem.line("en").startswith("content/films/light-cone/film.yml:3:")
    assert "Write 'slug: light-cone'" in problem.line("en")


@pytest.mark.parametrize("code", ["T001", "P012", "NG-P012"])
def test_a_shot_code_is_no_other_records_id(told: Any, code: str) -> None:
    assert [line for line in told(archive(film(shots=[{"code": code, "order": "1"}]))) if "[GB-E060]" in line]


def test_an_ordinary_shot_code_is_none(told: Any) -> None:
    assert told(archive(film(shots=[{"code": "T01", "order": "1"}, {"code": "P-012", "order": "2"}, shot()]))) == []


@pytest.mark.parametrize("name", ["con", "aux", "lpt1", "com0", "lpt0"])
def test_names_that_windows_keeps_are_told(told: Any, name: str) -> None:
    lines = told(archive(film({"slug": name}), people=[{"id": "director", "name": "D"}, {"id": name, "name": "N"}]))
    assert len(lines) == 2
    lines = told(archive(film(shots=[{"code": name.upper(), "order": "1"}])))
    assert len(lines) == 1
    assert lines[0].endswith("[GB-E061]")


@pytest.mark.parametrize("tag", ["con", "NUL"])
def test_a_language_that_windows_keeps_as_a_name_is_told_once_with_its_cure(told: Any, tag: str) -> None:
    def refused(*languages: str) -> list[str]:
        return [line for line in told(archive(site={"languages": [*languages]})) if line.endswith("[GB-E150]")]

    [line] = refused("en", tag)
    assert f"Write the tag with a region, such as {tag}-001." in line
    assert refused("en", f"{tag}-001") == []


def test_revisions_have_numbers_of_their_own_that_rise(told: Any) -> None:
    def of(*numbers: str) -> Any:
        return archive(film(prompts=[prompt(revisions=[{"rev": n, "text": f"text {n}"} for n in numbers])]))

    assert told(of("1", "2", "7")) == []
    [line] = told(of("1", "2", "2"))
    assert "revision 2 twice" in line
    assert "the next free one is 3" in line
    [line] = told(of("2", "1"))
    assert "revision 1 after revision 2" in line
