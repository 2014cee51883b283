"""What holds for every page of these rooms, in both languages."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

import pytest

from glassbox.pages.exhibit import Exhibit
from glassbox.records.archive import Archive, FilmFolder
from glassbox.records.exhibition import Person, Reason, Site, Tool, Workshop
from glassbox.records.film import Film
from glassbox.records.process import Asset, BudgetLine, Decision, Version
from glassbox.records.takes import Take

Pages = Mapping[str, Any]
Render = Callable[[Exhibit, str], Pages]
PAYLOAD = "<img src=x onerror=alert(1)>\"'</script>{{ 777*7 }}"
LONG = "光锥" * 100
ODD = ["العربية من اليمين", "🏮🚲" * 20, LONG, PAYLOAD, "a" * 300]


def _faults(pages: Pages) -> list[str]:
    found = []
    for address, page in pages.items():
        walk = page.read
        found += [f"{address}: {fault}" for fault in walk.faults]
        found += [f"{address}: twice #{one}" for one in set(walk.ids) if walk.ids.count(one) > 1]
        found += [f"{address}: style on {tag}" for tag in walk.styled] + [f"{address}: {h}" for h in walk.handlers]
    return found


@pytest.mark.parametrize("language", ["chinese", "english"])
def test_every_page_is_well_formed_with_unique_ids_and_no_style_attribute(
    language: str, request: pytest.FixtureRequest
) -> None:
    assert _faults(request.getfixturevalue(language)) == []


def test_both_languages_have_the_same_pages(chinese: Pages, english: Pages) -> None:
    assert set(chinese) == set(english)
    assert {"thrown-away/", "people/", "people/creator/", "tools/", "report/", "workshops/"} <= set(english)
    assert "films/lightcone/budget/" in english


@pytest.mark.parametrize("language", ["chinese", "english"])
def test_every_link_between_these_pages_arrives_at_a_page_and_an_anchor(
    language: str, request: pytest.FixtureRequest, exhibit: Exhibit
) -> None:
    pages: Pages = request.getfixturevalue(language)
    lang = "zh" if language == "chinese" else "en"
    by_path = {exhibit.addresses.path(lang, address): page.read for address, page in pages.items()}
    for path, walk in by_path.items():
        for href in walk.hrefs:
            target, _, anchor = unquote(href).partition("#")
            there = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path
            if there in by_path and anchor:
                assert anchor in by_path[there].ids, f"{path} -> {href}"


def test_a_page_is_the_same_value_each_time_it_is_made(rendered: Render, exhibit: Exhibit, english: Pages) -> None:
    again = rendered(exhibit, "en")
    assert {a: repr(p.page) for a, p in again.items()} == {a: repr(p.page) for a, p in english.items()}


def test_an_empty_archive_has_all_pages_and_says_that_nothing_is_there(
    rendered: Render, exhibited: Callable[..., Exhibit]
) -> None:
    film = Film.model_validate(
        {
            "slug": "bare",
            "code": "BA",
            "title": "Bare",
            "fps": "24",
            "licence": "x",
            "digital_source_type": "digitalCapture",
        }
    )
    site = Site.model_validate({"title": "Nothing", "languages": ("en", "zh")})
    pages = rendered(exhibited(Archive(site=site, films=(FilmFolder(film),))), "en")
    assert _faults(pages) == []
    for room in ("decisions", "trail", "budget", "assets", "workflow"):
        assert "Nothing has been handed in here yet." in pages[f"films/bare/{room}/"].read.text
    for address in ("people/", "tools/", "report/", "workshops/", "thrown-away/"):
        assert "Nothing has been handed in here yet." in pages[address].read.text


@pytest.mark.parametrize("odd", ODD, ids=["rtl", "emoji", "long", "payload", "unbroken"])
def test_odd_words_are_shown_as_they_are_and_do_nothing(
    odd: str, archive: Archive, rendered: Render, exhibited: Callable[..., Exhibit]
) -> None:
    folder = archive.films[0]
    many = tuple(
        Take.model_validate({"id": f"LC-T{n:03}", "status": "rejected", "reason": "odd", "note": odd, "purpose": odd})
        for n in range(1, 61)
    )
    odd_folder = replace(
        folder,
        film=folder.film.model_copy(update={"title": _text(odd), "specimen": False}),
        shots=folder.shots[:1],
        takes=many,
        decisions=(
            Decision.model_validate(
                {
                    "id": "LC-D001",
                    "date": "2026-05-01",
                    "title": odd,
                    "why": odd,
                    "question": odd,
                    "chosen": odd,
                    "options": ({"text": odd}, {"text": odd, "take": "LC-T001"}),
                }
            ),
        ),
        versions=(
            Version.model_validate({"id": "LC-V001", "of": "other", "number": odd, "change": odd, "title": odd}),
        ),
        budget=(
            BudgetLine.model_validate(
                {"id": "LC-B001", "category": "other", "currency": "CNY", "description": odd, "unit": odd, "note": odd}
            ),
        ),
        assets=(
            Asset.model_validate(
                {"id": "LC-A001", "kind": "audio", "title": odd, "rights": odd, "consent": odd, "credit_line": odd}
            ),
        ),
    )
    odd_archive = replace(
        archive,
        films=(odd_folder,),
        people=(Person.model_validate({"id": "odd", "name": odd, "name_zh": odd, "bio": odd}),),
        tools=(Tool.model_validate({"id": "odd", "system": odd, "version": odd, "vendor": odd}),),
        reasons=(Reason.model_validate({"id": "odd", "title": odd, "text": odd}),),
        workshops=(Workshop.model_validate({"id": "odd", "title": odd, "text": odd, "place": odd}),),
    )
    for lang in ("zh", "en"):
        pages = rendered(exhibited(odd_archive), lang)
        assert _faults(pages) == []
        for address, page in pages.items():
            walk = page.read
            assert "5439" not in page.html, address
            assert "img" not in walk.tags, f"{address} has a picture that nobody put there"
        assert pages["thrown-away/"].read.text.count("LC-T0") == 60


def _text(words: str) -> Any:
    from glassbox.records.text import Text

    return Text.of(words)
