"""The Atom feed: what happened, newest first, in one language, with lasting addresses."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable
from typing import Any

from glassbox.pages.exhibit import Exhibit
from glassbox.pages.feed import MOST, feed
from glassbox.records.archive import FilmFolder

A = "{http://www.w3.org/2005/Atom}"


def entries(exhibit: Exhibit, lang: str) -> list[ET.Element]:
    return ET.fromstring(feed(exhibit, lang)).findall(f"{A}entry")


def test_a_decision_stands_with_its_reason_and_the_address_where_it_is_read(exhibit: Exhibit) -> None:
    (decision,) = entries(exhibit, "en")
    assert decision.findtext(f"{A}title") == "Lightcone: LC-D001 How many lanterns?"
    assert decision.findtext(f"{A}summary") == "We must be able to count them."
    link = decision.find(f"{A}link")
    assert link is not None
    assert link.get("href") == "https://glassbox.example/en/films/lightcone/decisions/#LC-D001"
    assert decision.findtext(f"{A}id") == link.get("href")
    (chinese,) = entries(exhibit, "zh")
    assert chinese.findtext(f"{A}title") == "光锥: LC-D001 几盏灯？"


def test_the_newest_come_first_days_and_moments_in_one_order(
    exhibited: Callable[..., Exhibit], archived: Any, film_folder: Callable[..., FilmFolder]
) -> None:
    prompt = {"id": "LC-P001", "tool": "hailuo", "writer": ["director"], "task": "text-to-image"}
    moments = ("2026-05-05T23:59:00+08:00", "2026-05-06T00:30:00+08:00")
    revisions = [{"rev": str(n), "text": f"lamp {n}", "at": at} for n, at in enumerate(moments, 1)]
    folder = film_folder(prompts=({**prompt, "revisions": revisions},))
    titles = [one.findtext(f"{A}title") for one in entries(exhibited(archived(folder)), "en")]
    assert titles == ["Lightcone: LC-P001@2", "Lightcone: LC-D001 How many lanterns?", "Lightcone: LC-P001@1"]


def test_markup_and_characters_that_xml_cannot_hold_do_no_harm_and_a_feed_is_not_endless(
    exhibited: Callable[..., Exhibit], archived: Any, film_folder: Callable[..., FilmFolder]
) -> None:
    odd = "<b>&amp;</b>\ufffe]]> 🏮"
    decisions = tuple({"id": f"LC-D{n:03d}", "date": "2026-05-01", "title": odd, "why": odd} for n in range(1, 71))
    found = entries(exhibited(archived(film_folder(decisions=decisions))), "en")
    assert len(found) == MOST
    assert found[0].findtext(f"{A}summary") == "<b>&amp;</b>]]> 🏮"


def test_an_archive_without_dates_has_a_feed_that_is_the_same_every_day(
    exhibited: Callable[..., Exhibit], archived: Any, film_folder: Callable[..., FilmFolder]
) -> None:
    root = ET.fromstring(feed(exhibited(archived(film_folder(decisions=()))), "en"))
    assert root.findtext(f"{A}updated") == "1970-01-01T00:00:00+00:00"
