"""The pages of a film and the home page, as visitors of both languages read them."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import unquote

import pytest

from glassbox.pages.exhibit import Exhibit
from glassbox.pages.gallery import Gallery
from glassbox.records.archive import Archive, FilmFolder, MediaKey

Pages = Mapping[str, Any]
Render = Callable[[Exhibit, str], Pages]
Folder = Callable[..., FilmFolder]

PAYLOAD = "<img src=x onerror=alert(1)>\"'</script>{{ 7*7 }}</pre>"
ODD = ["العربية من اليمين", "🏮🚲" * 20, "很长的片名" * 40, PAYLOAD, "a" * 300]


def faults(pages: Pages) -> list[str]:
    found = []
    for address, page in pages.items():
        found += [f"{address}: {fault}" for fault in page.read.faults]
        found += [f"{address}: twice #{one}" for one in set(page.read.ids) if page.read.ids.count(one) > 1]
    return found


@pytest.mark.parametrize("language", ["english", "chinese"])
def test_every_page_is_well_formed_with_unique_ids_and_no_inline_style(
    language: str, request: pytest.FixtureRequest
) -> None:
    assert faults(request.getfixturevalue(language)) == []


@pytest.mark.parametrize("language", ["english", "chinese"])
def test_every_link_between_these_pages_arrives(
    language: str, request: pytest.FixtureRequest, exhibit: Exhibit
) -> None:
    pages: Pages = request.getfixturevalue(language)
    lang = "en" if language == "english" else "zh"
    by_path = {exhibit.addresses.path(lang, address): page.read for address, page in pages.items()}
    for path, walk in by_path.items():
        for href in walk.hrefs:
            target, _, anchor = unquote(href).partition("#")
            there = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path
            if there in by_path and anchor:
                assert anchor in by_path[there].ids, f"{path} -> {href}"


def test_both_languages_have_the_same_pages(english: Pages, chinese: Pages) -> None:
    assert set(english) == set(chinese)
    assert set(english) == {
        "",
        "prompts/",
        "prompts/LC-P001/",
        "prompts/LC-P002/",
        "films/lightcone/",
        "films/lightcone/takes/",
        "films/lightcone/prompts/",
        "films/lightcone/transcript/",
        *(f"films/lightcone/shots/SQ01-00{n}0/" for n in (1, 2, 3)),
    }


def test_a_page_is_the_same_value_each_time_it_is_made(render: Render, exhibit: Exhibit, english: Pages) -> None:
    assert {a: repr(p.page) for a, p in render(exhibit, "en").items()} == {a: repr(p.page) for a, p in english.items()}


def test_the_film_plays_with_its_captions_and_a_smaller_file_for_thin_lines(english: Pages, chinese: Pages) -> None:
    read = english["films/lightcone/"].read
    assert [source["src"] for source in read.all("source")] == ["../../../media/small.mp4", "../../../media/film.mp4"]
    tracks = read.all("track")
    assert [(track["srclang"], track["kind"], "default" in track) for track in tracks] == [
        ("zh", "subtitles", False),
        ("en", "captions", True),
    ]
    assert all((track["src"] or "").startswith("data:text/vtt;") for track in tracks)
    assert ["default" in track for track in chinese["films/lightcone/"].read.all("track")] == [True, False]


def test_the_players_script_finds_the_record_of_every_moment(english: Pages) -> None:
    page = english["films/lightcone/"]
    told = page.html.partition("data-timeline>")[2].partition("</script>")[0]
    timeline = json.loads(told)
    assert timeline["seconds"] == 10.0
    assert {moment["anchor"] for moment in timeline["moments"]} <= set(page.read.ids)
    assert "shot-SQ01-0030" in page.read.ids


def test_beside_the_film_each_shot_shows_board_prompt_takes_with_reason_and_decision(
    english: Pages, chinese: Pages
) -> None:
    for pages, words in (
        (english, ("Star trails", "Too dark", "Only four are lit.", "Thirteen", "We must be able to count them.")),
        (chinese, ("星轨", "太暗", "只亮了四盏。", "十三盏", "要数得清。")),
    ):
        page = pages["films/lightcone/"]
        for word in (*words, "a black river, [Push in] at night", "0:00–0:04", "LC-T001", "LC-P001@2"):
            assert word in page.read.text
        assert "board-1.webp" in page.html
        assert "at-2.webp 640w, ../../media/a-large-2.webp 1280w" in page.html.replace("../../../media", "../../media")


def test_beside_the_film_a_long_reason_begins_and_leads_to_the_rest(
    render: Any, exhibited: Any, archived: Any, film_folder: Any
) -> None:
    decision = {
        "id": "LC-D001",
        "date": "2026-05-06",
        "title": "How many?",
        "why": "We count them.\n\nIt took nine days.",
        "about": ["LC-SQ01-0010"],
    }
    pages = render(exhibited(archived(film_folder(decisions=(decision,)))), "en")
    beside, alone = pages["films/lightcone/"].read, pages["films/lightcone/shots/SQ01-0010/"].read
    assert "We count them." in beside.text
    assert "nine days" not in beside.text
    assert "The whole reason" in beside.text
    assert any(href.endswith("decisions/index.html#LC-D001") for href in beside.hrefs)
    assert "It took nine days." in alone.text
    assert "The whole reason" not in alone.text


def test_the_films_page_tells_credits_team_reported_and_what_is_withheld(english: Pages) -> None:
    text = english["films/lightcone/"].read.text
    for word in ("Team Cone", "We count.", "film-maker", "Known to all.", "A talk", "Two contracts", "Private"):
        assert word in text
    assert "https://example.org/news" in english["films/lightcone/"].read.hrefs


def test_a_film_without_a_master_says_so(render: Render, exhibited: Any, archived: Any, film_folder: Folder) -> None:
    folder = film_folder(film={"master": None, "captions": []}, shots=(), takes=(), prompts=(), decisions=())
    for lang, said in (("en", "The finished film has not been handed in yet."), ("zh", "成片尚未提交。")):
        pages = render(exhibited(archived(folder)), lang)
        assert faults(pages) == []
        assert said in pages["films/lightcone/"].read.text
        assert "films/lightcone/transcript/" not in pages


def test_a_missing_medium_is_a_card_in_its_place(
    render: Render, exhibited: Any, archived: Any, film_folder: Folder, english: Pages
) -> None:
    said = "The file that belongs here has not been handed in yet."
    assert said in english["films/lightcone/takes/"].read.text
    gallery = Gallery(missing=frozenset({MediaKey("lightcone", "master"), MediaKey("LC-SQ01-0010", "storyboards", 0)}))
    pages = render(exhibited(archived(film_folder()), gallery), "en")
    assert faults(pages) == []
    assert said in pages["films/lightcone/"].read.text
    assert said in pages["films/lightcone/shots/SQ01-0010/"].read.text
    assert said in pages["films/lightcone/transcript/"].read.text


def test_captions_that_hold_no_time_are_told_and_make_no_track(
    render: Render, exhibited: Any, archived: Any, film_folder: Folder
) -> None:
    gallery = Gallery(texts={MediaKey("lightcone", "captions", n): "no times" for n in (0, 1)})
    pages = render(exhibited(archived(film_folder()), gallery), "en")
    assert "These captions could not be read" in pages["films/lightcone/"].read.text
    assert "These captions could not be read" in pages["films/lightcone/transcript/"].read.text
    assert pages["films/lightcone/"].read.all("track") == []


def test_a_shot_shows_every_panel_every_revision_and_its_neighbours(english: Pages) -> None:
    page = english["films/lightcone/shots/SQ01-0010/"]
    assert "board-1.webp" in page.html
    assert "board-2.webp" in page.html
    for word in ("LC-P001@1", "LC-P001@2", "Blacker.", "00:00:00:00 – 00:00:03:23", "96 frames, 4 s", "H Human 60%"):
        assert word in page.read.text
    assert "../SQ01-0020/index.html" in page.read.hrefs
    last = english["films/lightcone/shots/SQ01-0030/"]
    assert "../SQ01-0020/index.html" in last.read.hrefs
    assert "Not placed in the film’s cut." in last.read.text


def test_a_shot_that_is_used_twice_tells_both_places_and_what_the_cut_list_says(
    render: Render, exhibited: Any, archived: Any, film_folder: Folder
) -> None:
    cuts = [
        {"order": "71", "shot": "SQ01-0010", "cut_in": "0", "cut_out": "95", "take": "LC-T001", "source_in": "1717"},
        {"order": "72", "shot": "SQ01-0010", "cut_in": "240", "cut_out": "251", "source_out": "2828"},
    ]
    page = render(exhibited(archived(film_folder(cuts=cuts))), "en")["films/lightcone/shots/SQ01-0010/"]
    for word in ("00:00:00:00", "00:00:10:00 – 00:00:10:11", "71", "72", "1717", "2828", "frames 240–251"):
        assert word in page.read.text


def test_beside_the_film_a_shot_shows_some_of_many_takes_and_the_way_to_all(
    render: Render, exhibited: Any, archived: Any, film_folder: Folder
) -> None:
    takes = [{"id": f"LC-T{n:03}", "status": "rejected", "shots": ["A"], "reason": "too-dark"} for n in range(1, 20)]
    takes.append({"id": "LC-T020", "status": "kept", "shots": ["A"]})
    pages = render(exhibited(archived(film_folder(shots=({"code": "A", "order": "1"},), takes=takes))), "en")
    beside = pages["films/lightcone/"].read
    assert len([card for card in beside.all("article") if "data-status" in card]) == 12
    assert "LC-T020" in beside.text
    assert "and 8 more" in beside.text
    assert len([card for card in pages["films/lightcone/shots/A/"].read.all("article") if "data-status" in card]) == 20


def test_every_take_hangs_once_on_the_wall_kept_ones_first_in_their_group(english: Pages) -> None:
    read = english["films/lightcone/takes/"].read
    assert [one for one in read.ids if one.startswith("LC-T")] == ["LC-T001", "LC-T002", "LC-T003", "LC-T004"]
    assert "4 takes, 1 kept" in read.text
    assert "Look test" in read.text
    statuses = [card["data-status"] for card in read.all("article")]
    assert statuses == ["kept", "rejected", "alternate", "rejected"]


def test_a_prompt_stands_byte_for_byte_to_be_copied(english: Pages) -> None:
    *prompts, citation = english["prompts/LC-P001/"].read.copied
    assert prompts == ["a black river, [Push in]\n  at night ", "a river,\n  at night "]
    assert citation == (
        "Director. Prompt LC-P001 “River”. Revision 2. Lightcone. Glass Box. "
        "https://glassbox.example/en/prompts/LC-P001/#r2"
    )


def test_a_prompts_page_tells_what_grew_from_it_and_who_decided(english: Pages) -> None:
    text = english["prompts/LC-P001/"].read.text
    assert "Grew into LC-P002" in text
    assert "Push in" in text
    assert "Too dark" in text
    assert "r2" in english["prompts/LC-P001/"].read.ids, "the cited address is there"
    child = english["prompts/LC-P002/"].read
    assert "Came from LC-P001 River" in child.text.replace("AI-generated ", "")
    assert "../LC-P001/index.html#r2" in child.hrefs


def test_the_lists_of_prompts_count_and_begin_each(english: Pages, chinese: Pages) -> None:
    for address in ("prompts/", "films/lightcone/prompts/"):
        assert "2 prompts, 3 revisions" in english[address].read.text
        assert "3 takes, 1 kept" in english[address].read.text
        assert "十三盏灯" in chinese[address].read.text


def test_the_home_page_tells_when_where_who_and_how_much(english: Pages, chinese: Pages) -> None:
    text = english[""].read.text
    for word in ("2026-06-14 to 2026-06-15", "Fourth floor", "Partner One", "A beam, a river.", "1 film", "3 shots"):
        assert word in text
    assert "1 takes kept, 2 thrown away" in text
    assert "Only four are lit." in text
    for word in ("四楼", "伙伴一", "一束光，一条河。", "只亮了四盏。"):
        assert word in chinese[""].read.text


def test_an_archive_without_films_has_a_home_that_says_so(render: Render, exhibited: Any, archived: Any) -> None:
    pages = render(exhibited(archived()), "en")
    assert faults(pages) == []
    assert "No film has been handed in yet." in pages[""].read.text
    assert "No prompt has been recorded yet." in pages["prompts/"].read.text


def test_the_transcript_reads_in_both_languages_with_times(english: Pages) -> None:
    text = english["films/lightcone/transcript/"].read.text
    assert "0:01 每一盏，都有人在等。" in text
    assert "0:01 Someone is waiting." in text


def test_what_is_said_stands_beside_the_frame_of_its_shot(english: Pages) -> None:
    page = english["films/lightcone/transcript/"]
    assert "at-2.webp" in page.html
    before, _, after = page.read.text.partition("0:01 Someone is waiting.")
    assert "SQ01-0010 Star trails 0:00–0:04" in before
    assert "SQ01-0010" not in after


def test_an_excerpt_shows_that_its_words_are_not_published(
    render: Render, exhibited: Any, archived: Any, film_folder: Folder
) -> None:
    prompt = film_folder().prompts[0].model_dump(by_alias=True) | {"publish": "excerpt", "publish_reason": "Ours"}
    folder = film_folder(prompts=(prompt,))
    revision = folder.prompts[0].revisions[0].model_copy(update={"text": ""})
    folder = FilmFolder(
        folder.film, folder.shots, folder.takes, (folder.prompts[0].model_copy(update={"revisions": (revision,)}),)
    )
    pages = render(exhibited(archived(folder)), "en")
    assert faults(pages) == []
    assert "not published" in pages["prompts/LC-P001/"].read.text
    assert "Published as an excerpt. Ours" in pages["prompts/LC-P001/"].read.text
    assert "not published" in pages["films/lightcone/"].read.text


@pytest.mark.parametrize("odd", ODD, ids=["rtl", "emoji", "long", "payload", "unbroken"])
def test_odd_words_are_shown_as_they_are_and_do_nothing(
    odd: str, render: Render, exhibited: Any, archived: Any, film_folder: Folder
) -> None:
    takes = [
        {"id": f"LC-T{n:03}", "status": "rejected", "shots": ["A"], "reason": "too-dark", "note": odd}
        for n in range(60)
    ]
    folder = film_folder(
        film={
            **dict.fromkeys(("title", "original_title", "logline", "synopsis", "rights_holder", "note"), odd),
            "team": {"name": odd, "statement": odd},
            "reported": [{"text": odd, "source": odd}],
        },
        shots=({"code": "A", "order": "1", "title": odd, "description": odd, "cut_in": "0", "cut_out": "9"},),
        takes=takes,
        prompts=(
            {
                "id": "LC-P001",
                "tool": "hailuo",
                "writer": ["director"],
                "task": "text",
                "title": odd,
                "shots": ["A"],
                "tags": [odd],
                "revisions": [{"rev": "1", "text": odd, "negative": odd, "translation": odd, "params": {odd: odd}}],
            },
        ),
        decisions=(
            {"id": "LC-D001", "date": "2026-05-01", "title": odd, "why": odd, "chosen": odd, "about": ["LC-SQ", "A"]},
        ),
    )
    gallery = Gallery(texts={MediaKey("lightcone", "captions", 0): f"00:01.000 --> 00:02.000\n{odd}\n"})
    for lang in ("en", "zh"):
        pages = render(exhibited(archived(folder), gallery), lang)
        assert faults(pages) == []
        for address, page in pages.items():
            assert page.read.all("img") == [], address
            assert "49" not in page.read.text.replace("LC-T049", ""), address
        assert pages["prompts/LC-P001/"].read.copied[0] == odd
        assert len([one for one in pages["films/lightcone/takes/"].read.ids if one.startswith("LC-T")]) == 60


def test_a_hidden_record_that_is_still_named_has_no_link(
    render: Render, exhibited: Any, archived: Any, film_folder: Folder
) -> None:
    shots = ({"code": "A", "order": "1", "takes": ["LC-T999"], "footage": ["LC-A999"]},)
    archive: Archive = archived(film_folder(shots=shots))
    page = render(exhibited(archive), "en")["films/lightcone/shots/A/"]
    assert "LC-T999" in page.read.text
    assert not [href for href in page.read.hrefs if "999" in href]
