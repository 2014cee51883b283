"""The frame that every page shares: navigation without dead ends, both languages, specimen and search engines."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest

from glassbox.pages.addresses import Addresses
from glassbox.pages.frame import House, frame, house_of, html_lang
from glassbox.pages.labels import LABELS, Labels, own_name
from glassbox.pages.policy import HEADER_POLICY, PAGE_POLICY
from glassbox.pages.sitemap import sitemap
from glassbox.records.archive import Archive, FilmFolder
from glassbox.records.exhibition import Site
from glassbox.records.film import Film

FILM = Film.model_validate(
    {
        "slug": "lightcone",
        "code": "LC",
        "title": {"zh": "光锥"},
        "fps": "24",
        "licence": "x",
        "digital_source_type": "digitalCapture",
    }
)
ARCHIVE = Archive(
    Site.model_validate(
        {
            "title": {"en": "Glass Box", "zh": "玻璃盒"},
            "languages": ["en", "zh"],
            "base_url": "https://a.example/box/",
        }
    ),
    films=(FilmFolder(FILM),),
)
PAGES = {"", "prompts/", "about/", "films/lightcone/"}
HOUSE = house_of(ARCHIVE, Addresses.of_archive(ARCHIVE), PAGES)


def test_only_sections_with_a_page_are_shown() -> None:
    found = frame(HOUSE, "en", "about/", "About")
    assert [(entry.label, entry.href, entry.current) for entry in found.sections] == [
        ("Prompts", "../prompts/index.html", False),
        ("About", "index.html", True),
    ]


def test_a_page_below_a_section_belongs_to_it() -> None:
    assert [entry.current for entry in frame(HOUSE, "en", "prompts/LC-P001/", "x").sections] == [True, False]
    assert frame(HOUSE, "en", "films/lightcone/takes/", "x").films[0].current


def test_a_film_without_a_title_in_the_language_is_marked() -> None:
    assert frame(HOUSE, "en", "", "x").films[0].lang == "zh-Hans"
    assert frame(HOUSE, "zh", "", "x").films[0].lang == ""


def test_the_language_switch_keeps_the_page() -> None:
    found = frame(HOUSE, "zh", "prompts/LC-P001/", "x")
    assert [(e.href, e.label, e.lang, e.current) for e in found.switch] == [
        ("../../../prompts/LC-P001/index.html", "English", "en", False),
        ("index.html", "中文", "zh-Hans", True),
    ]
    assert found.root == "../../../"


def test_search_engines_are_told_of_both_languages() -> None:
    found = frame(HOUSE, "zh", "about/", "x")
    assert found.canonical == "https://a.example/box/zh/about/"
    assert [(a.hreflang, a.href) for a in found.alternates] == [
        ("en", "https://a.example/box/about/"),
        ("zh-Hans", "https://a.example/box/zh/about/"),
        ("x-default", "https://a.example/box/about/"),
    ]


def test_a_specimen_is_marked_and_never_indexed() -> None:
    assert frame(HOUSE, "en", "", "x", specimen=True).noindex
    assert not frame(HOUSE, "en", "", "x").noindex


def test_the_page_for_what_is_not_there_works_at_any_depth() -> None:
    found = frame(HOUSE, "zh", "", "404", anywhere=True)
    links = [found.root, found.home, *(e.href for e in (*found.films, *found.sections, *found.switch))]
    assert all(href.startswith("/box/") for href in links), links
    assert (found.canonical, found.alternates, found.noindex) == ("", (), True)


def test_the_key_of_a_house_tells_every_difference() -> None:
    others = [
        dataclasses.replace(HOUSE, sections=("about/",)),
        dataclasses.replace(HOUSE, films=()),
        dataclasses.replace(HOUSE, addresses=dataclasses.replace(HOUSE.addresses, base_url="https://b.example/")),
    ]
    keys = {house.key for house in (HOUSE, *others)}
    assert len(keys) == 4
    assert House(HOUSE.addresses, HOUSE.title, HOUSE.films, HOUSE.sections).key == HOUSE.key


def test_every_word_of_the_shell_is_there_in_both_languages() -> None:
    for field in dataclasses.fields(Labels):
        assert LABELS["en"][field.name].strip()
        assert re.search(r"[\u4e00-\u9fff]", LABELS["zh"][field.name]), field.name


def test_a_language_without_words_of_its_own_gets_its_relative_s_or_english() -> None:
    assert LABELS["zh-Hant"] is LABELS["zh"]
    assert LABELS["de"] is LABELS["en"]
    assert (own_name("de"), own_name("zh-Hant"), own_name("zh-HK"), own_name("xx")) == (
        "Deutsch",
        "繁體中文",
        "中文",
        "xx",
    )
    assert (html_lang("zh"), html_lang("zh-Hant"), html_lang("de")) == ("zh-Hans", "zh-Hant", "de")


def test_the_policy_lets_nothing_in_from_elsewhere() -> None:
    assert "'none'" in PAGE_POLICY.split(";")[0]
    assert not re.search(r"unsafe|https?:|\*|blob:|sha256|nonce", PAGE_POLICY)
    assert HEADER_POLICY.endswith("frame-ancestors 'none'")


def test_the_site_map_names_each_page_in_each_language() -> None:
    xml = sitemap(HOUSE.addresses, ["about/", ""])
    assert re.findall("<loc>([^<]*)</loc>", xml) == [
        "https://a.example/box/",
        "https://a.example/box/zh/",
        "https://a.example/box/about/",
        "https://a.example/box/zh/about/",
    ]
    assert xml.count('hreflang="zh-Hans" href="https://a.example/box/zh/about/"') == 2
    assert xml.count('hreflang="x-default" href="https://a.example/box/about/"') == 2


SHEETS = Path(__file__).resolve().parents[2] / "overrides" / "assets" / "css"


def _colours(block: str) -> dict[str, tuple[float, float, float]]:
    found = re.findall(r"--([a-z0-9-]+): #([0-9a-f]{6});", block)
    return {name: (int(c[:2], 16) / 255, int(c[2:4], 16) / 255, int(c[4:], 16) / 255) for name, c in found}


def _light(colour: tuple[float, float, float]) -> float:
    """Relative luminance, WCAG 2.2."""
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_words_stand_out_from_their_ground_in_both_schemes(scheme: str) -> None:
    css = (SHEETS / "tokens.css").read_text("utf-8").split("@media print")[0]
    dark, light = css.split(':root[data-scheme="light"]')
    colours = _colours(dark if scheme == "dark" else light)
    names = ["ink", "dim", "quiet", "link", "human", "hybrid", "ai", "kept", "rejected", "alternate"]
    for name in names:
        for ground in ("ground", "ground-2"):
            one, other = sorted((_light(colours[name]), _light(colours[ground])), reverse=True)
            assert (one + 0.05) / (other + 0.05) >= 4.5, (scheme, name, ground)


def test_shared_style_sheets_use_no_rem() -> None:
    for sheet in ("tokens", "base", "layout"):
        rules = re.sub(r"/\*.*?\*/", "", (SHEETS / f"{sheet}.css").read_text("utf-8"), flags=re.DOTALL)
        assert not re.search(r"\d\s*rem\b", rules), sheet
