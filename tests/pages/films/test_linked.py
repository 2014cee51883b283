"""What pages say to machines and to whoever a link is passed on to: only what stands on the page, and safely."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from glassbox.pages.exhibit import Exhibit
from glassbox.pages.frame import frame, house_of
from glassbox.pages.linked import script_of
from glassbox.records.archive import FilmFolder

BASE = "https://glassbox.example/"


def things(page: Any) -> Any:
    (script,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.html, re.S)
    return json.loads(script)


def test_a_film_is_a_movie_whose_clips_are_its_shots(english: Any, chinese: Any) -> None:
    movie = things(english["films/lightcone/"])
    assert (movie["@type"], movie["name"], movie["alternateName"]) == ("Movie", "Lightcone", ["光锥"])
    video = movie["video"]
    assert video["contentUrl"] == f"{BASE}media/film.mp4"
    assert video["thumbnailUrl"] == f"{BASE}media/card.jpg"
    assert video["duration"] == "PT10S"
    assert [(clip["startOffset"], clip["endOffset"]) for clip in video["hasPart"]] == [(0.0, 4.0), (4.0, 10.0)]
    anchor = video["hasPart"][0]["url"].partition("#")[2]
    assert anchor in english["films/lightcone/"].read.ids
    assert things(chinese["films/lightcone/"])["name"] == "光锥"


def test_a_prompt_is_a_work_of_its_writer_and_part_of_its_film(english: Any) -> None:
    work = things(english["prompts/LC-P001/"])
    assert work["@type"] == "CreativeWork"
    assert work["text"] == "a black river, [Push in]\n  at night "
    assert [person["name"] for person in work["author"]] == ["Director"]
    assert work["isPartOf"]["@id"] == things(english["films/lightcone/"])["@id"]


def test_no_words_of_a_record_end_the_script(
    exhibited: Callable[..., Exhibit], archived: Any, film_folder: Callable[..., FilmFolder], render: Any
) -> None:
    words = "</script><script>alert(1)</script>\u2028<!--"
    folder = film_folder(film={"title": words, "logline": words})
    assert things(render(exhibited(archived(folder)), "en")["films/lightcone/"])["name"] == words
    assert "<" not in script_of({"name": words})


def test_a_link_that_is_passed_on_has_a_title_a_picture_and_its_own_address(english: Any) -> None:
    said = {
        attributes.get("property"): attributes["content"]
        for attributes in english["films/lightcone/takes/"].read.all("meta")
        if attributes.get("property")
    }
    assert said["og:image"] == f"{BASE}media/card.jpg"
    assert said["og:url"] == f"{BASE}en/films/lightcone/takes/"
    assert said["og:type"] == "website"
    assert said["og:title"]


def test_a_specimen_says_so_wherever_its_link_goes(exhibit: Exhibit) -> None:
    house = house_of(exhibit.archive, exhibit.addresses, [""], exhibit.gallery)
    assert frame(house, "en", "x/", "A film", specimen=True).shared.title == "A film (Specimen)"
    assert frame(house, "zh", "x/", "影片", specimen=True).shared.title == "影片 (样例)"
