"""Every record has one address, the same in every language, and every link names a file."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as some

from glassbox.pages.addresses import Addresses, Spot, link, root
from glassbox.records.archive import Archive, FilmFolder
from glassbox.records.exhibition import Person, Reason, ReportChapter, Retired, Site, Tool, Topic, Workshop
from glassbox.records.film import Film
from glassbox.records.process import Asset, BudgetLine, Decision, Version
from glassbox.records.prompts import Prompt
from glassbox.records.shots import Shot
from glassbox.records.takes import Take


def _film(slug: str, code: str) -> FilmFolder:
    film = Film.model_validate(
        {
            "slug": slug,
            "code": code,
            "title": slug,
            "fps": "24",
            "licence": "x",
            "digital_source_type": "digitalCapture",
        }
    )
    prompt = {
        "id": f"{code}-P001",
        "tool": "t",
        "writer": ["p"],
        "task": "text",
        "revisions": [{"rev": "2", "text": "x"}],
    }
    return FilmFolder(
        film,
        shots=(Shot(code="SQ01-0010", order=1),),
        takes=(Take.model_validate({"id": f"{code}-T003", "status": "kept"}),),
        prompts=(Prompt.model_validate(prompt),),
        decisions=(Decision.model_validate({"id": f"{code}-D001", "date": "2026-05-01", "title": "x", "why": "x"}),),
        versions=(Version.model_validate({"id": f"{code}-V001", "of": "edit", "number": "1", "change": "x"}),),
        budget=(BudgetLine.model_validate({"id": f"{code}-B001", "category": "crew", "currency": "CNY"}),),
        assets=(Asset.model_validate({"id": f"{code}-A001", "kind": "still"}),),
    )


ARCHIVE = Archive(
    Site.model_validate(
        {"title": "Glass Box", "languages": ["en", "zh", "zh-Hant"], "base_url": "https://a.example/box"}
    ),
    people=(Person(id="director", name="Director"),),
    tools=(Tool(id="hailuo", system="Hailuo", version="2"),),
    reasons=(Reason.model_validate({"id": "flicker", "title": "Flicker"}),),
    topics=(Topic.model_validate({"id": "one", "title": "x"}),),
    workshops=(Workshop.model_validate({"id": "one", "title": "x"}),),
    report=(ReportChapter.model_validate({"id": "one", "title": "x"}),),
    retired=tuple(
        Retired.model_validate({"id": name, "reason": "x", "date": "2026-06-01"})
        for name in ("LC-P009", "LC-T009", "LC-SQ09", "old-film", "people/gone", "topics/gone", "XX-T001")
    ),
    films=(_film("lightcone", "LC"), _film("tri-head", "TH")),
)
ADDRESSES = Addresses.of_archive(ARCHIVE)


@pytest.mark.parametrize(
    ("reference", "address", "anchor"),
    [
        ("lightcone", "films/lightcone/", ""),
        ("films/lightcone", "films/lightcone/", ""),
        ("LC-SQ01-0010", "films/lightcone/shots/SQ01-0010/", ""),
        ("LC-P001", "prompts/LC-P001/", ""),
        ("LC-P001@2", "prompts/LC-P001/", "r2"),
        ("LC-T003", "films/lightcone/takes/", "LC-T003"),
        ("LC-V001", "films/lightcone/trail/", "LC-V001"),
        ("LC-D001", "films/lightcone/decisions/", "LC-D001"),
        ("LC-B001", "films/lightcone/budget/", "LC-B001"),
        ("LC-A001", "films/lightcone/assets/", "LC-A001"),
        ("people/director", "people/director/", ""),
        ("tools/hailuo", "tools/", "hailuo"),
        ("reasons/flicker", "thrown-away/", "flicker"),
        ("report/one", "report/one/", ""),
        ("workshops/one", "workshops/", "one"),
        ("topics/one", "workshops/", "topic-one"),
        ("/thrown-away/", "thrown-away/", ""),
        ("/about/#contact", "about/", "contact"),
        # retired: a tombstone where the record stood
        ("LC-P009", "prompts/LC-P009/", ""),
        ("LC-T009", "films/lightcone/takes/", "LC-T009"),
        ("LC-SQ09", "films/lightcone/shots/SQ09/", ""),
        ("old-film", "films/old-film/", ""),
        ("people/gone", "people/gone/", ""),
        ("topics/gone", "workshops/", "topic-gone"),
    ],
)
def test_a_record_is_found_by_its_name(reference: str, address: str, anchor: str) -> None:
    assert ADDRESSES.of(reference) == Spot(address, anchor)


@pytest.mark.parametrize(
    "reference", ["LC-P002", "LC-P001@1", "SQ01-0010", "director", "nobody", "XX-T001", "", "lc-p001"]
)
def test_a_name_that_no_public_record_bears_leads_nowhere(reference: str) -> None:
    assert ADDRESSES.of(reference) is None


def test_a_shot_s_code_is_enough_within_its_film() -> None:
    for slug in ("lightcone", "tri-head"):
        assert ADDRESSES.of("SQ01-0010", slug) == Spot(f"films/{slug}/shots/SQ01-0010/")


def test_no_two_records_share_a_place() -> None:
    places = [spot for name, spot in ADDRESSES.spots.items() if not name.startswith("films/")]
    assert len(places) == len(set(places))


def test_the_first_language_stands_at_the_root() -> None:
    assert ADDRESSES.path("en", "prompts/LC-P001/") == "prompts/LC-P001/index.html"
    assert ADDRESSES.path("zh", "prompts/LC-P001/") == "zh/prompts/LC-P001/index.html"
    assert ADDRESSES.path("zh-Hant", "") == "zh-hant/index.html"


def test_a_canonical_address_ends_in_a_slash() -> None:
    assert ADDRESSES.canonical("zh", "prompts/LC-P001/") == "https://a.example/box/zh/prompts/LC-P001/"
    assert ADDRESSES.canonical("en", "") == "https://a.example/box/"


def test_a_link_names_the_file() -> None:
    assert link("zh/a/index.html", "zh/b/index.html", "r2") == "../b/index.html#r2"
    assert link("index.html", "index.html") == "index.html"
    assert link("zh/a/index.html", "media/x y.mp4", "节") == "../../media/x%20y.mp4#%E8%8A%82"
    assert ADDRESSES.link_to("index.html", "zh", Spot("tools/", "hailuo")) == "zh/tools/index.html#hailuo"


_PATHS = some.lists(some.text("ab 字%?#&", min_size=1, max_size=3), min_size=1, max_size=4).map("/".join)


@given(_PATHS, _PATHS)
def test_a_link_followed_from_its_page_arrives(here: str, there: str) -> None:
    path = unquote(link(here, there))
    assert posixpath.normpath(posixpath.join(posixpath.dirname(here), path)) == posixpath.normpath(there)
    assert posixpath.normpath(posixpath.join(posixpath.dirname(here), root(here))) == "."
