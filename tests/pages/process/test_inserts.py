"""What the archive says of itself on its editorial pages."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import glassbox
from glassbox.pages.exhibit import Exhibit, LeftOut
from glassbox.pages.reader import Reader
from glassbox.pages.views.inserts import Inserts, about_inserts
from glassbox.pages.writer import Shell

Insert = Callable[[str, str], str]


@pytest.fixture(scope="module")
def shell() -> Shell:
    return Shell(Path(glassbox.__file__).parents[2] / "overrides")


def _inserts(exhibit: Exhibit, lang: str, shell: Shell) -> Inserts:
    return about_inserts(exhibit, Reader(exhibit, lang, exhibit.addresses.path(lang, "about/")), shell)


def test_the_register_says_what_is_withheld_why_and_until_when(exhibit: Exhibit, shell: Shell) -> None:
    html = _inserts(exhibit, "zh", shell)["register"]
    for said in ("光锥", "LC-B007", "私人费用", "两份合同", "2027-01-01", "the end"):
        assert said in html
    assert ">LC-B007</a>" not in html


def test_the_archive_tells_its_own_facts_but_not_where_its_media_lie(exhibit: Exhibit, shell: Shell) -> None:
    html = _inserts(exhibit, "en", shell)["archive"]
    for said in ("Glass Box", "Fourth floor", "2026-06-14", "2026-06-15", "Partner One", "Write to us", "CC BY 4.0"):
        assert said in html
    for said in ("Asia/Shanghai", "https://glassbox.example/", "zh"):
        assert said in html
    assert "never/shown" not in html


def test_corrections_show_what_stood_there_before(exhibit: Exhibit, shell: Shell) -> None:
    text = re.sub(r"</?(?:bdi|span)[^>]*>", "", _inserts(exhibit, "zh", shell)["corrections"])
    for said in ("LC-P001@2 河灯", "2026-06-16", "笔误", "thriteen"):
        assert said in text


def test_withdrawn_records_are_listed_even_where_their_film_is_gone(exhibit: Exhibit, shell: Shell) -> None:
    html = _inserts(exhibit, "en", shell)["retired"]
    for said in ("LC-D009", "LC-P009", "XX-T001", "Film gone", "2026-06-22"):
        assert said in html


def test_reasons_are_listed_with_what_counts_as_them(exhibit: Exhibit, shell: Shell) -> None:
    html = _inserts(exhibit, "zh", shell)["reasons"]
    assert "闪烁" in html
    assert "thrown-away/index.html#flicker" in html


LEFT_OUT = (LeftOut("", ("GB-E045",)), LeftOut("LC-T002", ("GB-E020", "GB-E050")))


def test_what_was_left_out_is_named_with_the_kinds_of_its_faults(exhibit: Exhibit, shell: Shell) -> None:
    html = _inserts(replace(exhibit, left_out=LEFT_OUT), "en", shell)["faults"]
    assert "What has no public name: GB-E045" in html
    assert "<code>LC-T002</code>: GB-E020, GB-E050" in html
    assert _inserts(exhibit, "en", shell)["faults"].strip() == ""


def test_this_edition_says_its_day_its_facts_and_what_was_left_out(exhibit: Exhibit, shell: Shell) -> None:
    html = _inserts(replace(exhibit, left_out=LEFT_OUT), "zh", shell)["edition"]
    for said in ("2026-06-14", "玻璃盒", "伙伴一", "没有公开编号的内容", "LC-T002", "GB-E050"):
        assert said in html
    assert "never/shown" not in html


def test_whoever_wants_to_write_finds_the_address(exhibit: Exhibit, shell: Shell) -> None:
    assert "写信给我们" in _inserts(exhibit, "zh", shell)["contact"]
    site = exhibit.archive.site.model_copy(update={"contact": None})
    unnamed = replace(exhibit, archive=replace(exhibit.archive, site=site))
    assert "No address has been named yet." in _inserts(unnamed, "en", shell)["contact"]


def test_an_archive_without_any_of_it_says_so(exhibit: Exhibit, shell: Shell) -> None:
    bare = replace(exhibit, register=(), archive=replace(exhibit.archive, retired=(), films=()))
    inserts = _inserts(bare, "en", shell)
    assert "Nothing is withheld." in inserts["register"]
    assert "No record has been withdrawn." in inserts["retired"]
    assert "No published text has been corrected." in inserts["corrections"]
