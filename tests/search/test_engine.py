"""What the engine answers: words, halves of words, mistakes, phrases, both kinds of characters, filters; and that
nothing a person can type is an error. Node runs the browser's scripts on files as they are published."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from glassbox.search.documents import NO_LANGUAGE, Document, Kind, Labels, Passage
from glassbox.search.index import index_files

AskNode = Callable[..., Any]
Ask = Callable[..., list[dict[str, Any]]]

LANTERN = "河边的灯笼，一盏一盏地放进水里，灯火顺流而下，像一条缓慢的星河。"
DOCUMENTS = (
    Document(
        "LC-P001", Kind.PROMPT, "prompts/LC-P001/",
        titles=(Passage("zh", "放灯笼"), Passage("en", "Floating the lanterns"), Passage(NO_LANGUAGE, "LC-P001")),
        passages=(Passage("zh", LANTERN), Passage("en", "Paper lanterns float down the river, one by one.", "r1")),
        facets={"film": ("lightcone",), "tool": ("hailuo",), "date": ("2026-05-20",), "status": ("kept",)},
        picture="m/a.webp",
    ),
    Document(
        "LC-T001", Kind.TAKE, "films/lightcone/takes/", anchor="LC-T001", titles=(Passage(NO_LANGUAGE, "LC-T001"),),
        passages=(Passage("en", "Flicker in the lantern; the hand has six fingers."),),
        facets={"film": ("lightcone",), "tool": ("hailuo",), "status": ("rejected",), "reason": ("flicker", "anatomy")},
        is_ai=True,
    ),
    Document(
        "NI-T002", Kind.TAKE, "films/ni/takes/", anchor="NI-T002", titles=(Passage(NO_LANGUAGE, "NI-T002"),),
        passages=(
            Passage("zh", "木頭機器人的手在發抖"),
            Passage("en", "The wooden robot's hand trembles by the river."),
        ),
        facets={"film": ("ni",), "status": ("rejected",), "reason": ("flicker",), "date": ("2026-05-22",)},
        specimen=True,
    ),
    Document(
        "NI-D001", Kind.DECISION, "films/ni/decisions/", anchor="NI-D001", titles=(Passage("en", "A river of wood"),),
        passages=(Passage("en", "One by one, float the wood; the paper down."),),
        facets={"film": ("ni",), "date": ("2026-05-21",)},
    ),
    Document("films/ni", Kind.PAGE, "films/ni/", titles=(Passage("zh", "能工智人"), Passage("en", "N.I."))),
)  # fmt: skip
LABELS = Labels(
    {
        "film": {"lightcone": {"zh": "光锥", "en": "Lightcone"}, "ni": {"zh": "能工智人", "en": "N.I."}},
        "tool": {"hailuo": {"zh": "海螺", "en": "Hailuo"}},
        "reason": {"flicker": {"zh": "闪烁", "en": "Flicker"}, "anatomy": {"zh": "肢体", "en": "Anatomy"}},
    }
)


def write(folder: Path, found: Sequence[Document]) -> None:
    (folder / "search").mkdir(parents=True)
    for path, data in index_files(found, LABELS):
        (folder / path).write_bytes(data)


@pytest.fixture
def ask(node: AskNode, tmp_path: Path) -> Ask:
    write(tmp_path, DOCUMENTS)

    def run(*calls: list[Any]) -> list[dict[str, Any]]:
        (tmp_path / "calls.json").write_text(json.dumps(calls), "utf-8")
        said: list[dict[str, Any]] = node(Path(__file__).parent / "engine.cjs", tmp_path, tmp_path / "calls.json")
        return said

    return run


def found(ask: Ask, query: str, **wishes: Any) -> list[str]:
    (said,) = ask(["find", query, wishes])
    return [hit["id"] for hit in said["answer"]["hits"]]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("paper lanterns", "LC-P001"),
        ("PAPER Lantern", "LC-P001"),
        ("ｐａｐｅｒ ｌａｎｔｅｒｎｓ", "LC-P001"),
        ("lantrens", "LC-P001"),
        ("floating", "LC-P001"),
        ("trembl", "NI-T002"),
        ("灯火顺流", "LC-P001"),
        ("笼一", ""),
        ("河", "LC-P001"),
        ("LC-T001", "LC-T001"),
        ("t001", "LC-T001"),
        ("燈籠", "LC-P001"),
        ("机器人", "NI-T002"),
        ("機器", "NI-T002"),
        ("能工", "films/ni"),
        ("six fingers", "LC-T001"),
    ],
)
def test_remembered_words_find_what_they_stand_in(ask: Ask, query: str, first: str) -> None:
    assert (found(ask, query) or [""])[0] == first


def test_a_title_comes_before_a_text_and_more_words_before_fewer(ask: Ask) -> None:
    assert found(ask, "river")[0] == "NI-D001"
    assert found(ask, "river trembles")[0] == "NI-T002"
    (said,) = ask(["find", "river lanterns paper"])
    assert said["answer"]["full"] == 1
    assert said["answer"]["hits"][0]["id"] == "LC-P001"


def test_a_phrase_is_found_as_it_stands(ask: Ask) -> None:
    assert set(found(ask, "one by one float")) >= {"LC-P001", "NI-D001"}
    assert found(ask, '"one by one, float"') == ["NI-D001"]
    assert found(ask, "“lanterns float down”") == ["LC-P001"]
    assert found(ask, "“灯火顺流而下”") == ["LC-P001"]
    assert found(ask, "「机器人的手」") == ["NI-T002"], "in other characters than they were written in"
    assert found(ask, '"float lanterns"') == []


def test_a_hit_says_all_that_a_page_shows(ask: Ask) -> None:
    (said,) = ask(["find", "灯笼"])
    assert said["answer"]["hits"][0] == {
        "id": "LC-P001", "kind": "prompt", "address": "prompts/LC-P001/", "anchor": "", "picture": "m/a.webp",
        "film": "lightcone", "date": "2026-05-20", "status": "", "specimen": False, "isAi": False,
        "titles": {"zh": "放灯笼", "en": "Floating the lanterns", "zxx": "LC-P001"},
        "passages": [
            {"lang": "zh", "words": LANTERN, "anchor": ""},
            {"lang": "en", "words": "Paper lanterns float down the river, one by one.", "anchor": "r1"},
        ],
    }  # fmt: skip


def test_what_somebody_meant_is_said(ask: Ask) -> None:
    right, wrong = ask(["find", "paper lanterns"], ["find", "Paper lantrens"])
    assert right["answer"]["meant"] == ""
    assert wrong["answer"]["meant"] == "Paper lanterns"


def test_filters_leave_what_fits_and_counts_are_exact(ask: Ask) -> None:
    everything, rejected, flicker, prompts, counted, without = ask(
        ["find", "the river hand lantern", {}],
        ["find", "hand", {"filters": {"status": ["rejected"], "film": ["ni", "tri-head"]}}],
        ["find", "hand", {"filters": {"reason": ["flicker"]}}],
        ["find", "lantern", {"filters": {"kind": ["prompt"]}}],
        ["counts", "hand", {"film": ["ni"]}],
        ["find", "hand", {"filters": {"reason": ["no such reason"], "colour": ["red"]}}],
    )
    assert everything["answer"]["total"] >= 2
    assert [hit["id"] for hit in rejected["answer"]["hits"]] == ["NI-T002"]
    assert flicker["answer"]["total"] == 2
    assert prompts["answer"]["kinds"] == {"prompt": 1, "take": 1}
    assert [hit["id"] for hit in prompts["answer"]["hits"]] == ["LC-P001"]
    said = {facet: {one["value"]: one["count"] for one in values} for facet, values in counted["answer"].items()}
    assert said["film"] == {"lightcone": 1, "ni": 1}, "as if no film were chosen"
    assert said["reason"] == {"flicker": 1}
    assert counted["answer"]["film"][0]["label"] == {"zh": "光锥", "en": "Lightcone"}
    assert without["answer"]["total"] == 0


def test_the_first_question_loads_no_column(ask: Ask) -> None:
    plain, narrowed = ask(["find", "lantern"], ["find", "lantern", {"filters": {"film": ["lightcone"]}}])
    assert not [name for name in plain["loads"] if name.startswith(("f-", "v-"))]
    assert [name[:6] for name in narrowed["loads"] if name.startswith("f-")] == ["f-film"]


def test_hits_stand_by_day_or_by_film_when_asked(ask: Ask) -> None:
    assert found(ask, "river", sort="date") == ["NI-T002", "NI-D001", "LC-P001"]
    assert found(ask, "river", sort="film")[0] == "LC-P001"
    assert found(ask, "river", first=1, count=1) == found(ask, "river")[1:2]


def test_suggestions_come_by_name_and_by_pinyin(ask: Ask) -> None:
    said = ask(
        *(["suggest", typed] for typed in ("dl", "denglong", "fangdenglong", "ngzr", "haiL", "光", "flick", "zzz", ""))
    )
    first = [(one["answer"] or [{"words": ""}])[0]["words"] for one in said]
    assert first == ["灯笼", "灯笼", "放灯笼", "能工智人", "Hailuo", "光锥", "Flicker", "", ""]


HOSTILE = [
    "", " ", "*", "**", "a*", "*a", "+river -hand ~2 ^10 title:river text:", "river~1 title:", "\\", '"', '\"\"\"',
    "“”", '"river', "😀", "😀，river", "👩‍🚀" * 50, "a" * 10_000, "灯" * 10_000, "word " * 3000,
    "\x00\x01\x1f river \x7f",
    "<b>river</b><script>alert(1)</script>", "__proto__", "constructor", "toString hasOwnProperty",
    "null undefined NaN",
    "%00%ff", "\ud800", "﷽", "İ", "ﬁ", "1e309", "-", "--", "'; --",
]  # fmt: skip


def test_nothing_that_can_be_typed_is_an_error(ask: Ask) -> None:
    calls = [[method, query] for query in HOSTILE for method in ("find", "counts", "suggest")]
    for call, said in zip(calls, ask(*calls), strict=True):
        assert "error" not in said, (call, said)
    (said,) = ask(["find", "<b>river</b> title:wood"])
    assert said["answer"]["total"] >= 1


def test_words_are_marked_where_they_stand(ask: Ask) -> None:
    text = "Ｐａｐｅｒ lanterns: 河边的燈籠，灯笼。 Lanternś!"
    (said,) = ask(["marks", text, ["paper", "lantern*", "灯笼"]])
    assert [text[first:end] for first, end in said["answer"]] == ["Ｐａｐｅｒ", "lanterns", "灯笼", "Lanternś"]


def test_a_shard_that_is_lost_is_said_so_and_asked_for_again(ask: Ask) -> None:
    lost, again = ask(["lose", "t"], ["find", "lantern"], ["lose", ""], ["find", "lantern"])
    assert lost["error"] == "Unreachable"
    assert again["answer"]["total"] == 2


def test_a_site_published_anew_while_a_page_is_open_is_read_anew(ask: Ask, tmp_path: Path) -> None:
    """The page holds the old root, whose shards are gone; the new root is asked for once."""
    write(
        tmp_path / "new",
        [*DOCUMENTS[:2], Document("X", Kind.PAGE, "x/", passages=(Passage("en", "lantern river moon"),))],
    )
    shutil.copytree(tmp_path / "new/search", tmp_path / "search", dirs_exist_ok=True)
    old = {path.name for path in (tmp_path / "search").iterdir()} - {
        path.name for path in (tmp_path / "new/search").iterdir()
    }
    write(tmp_path / "old", DOCUMENTS)
    shutil.copyfile(tmp_path / "old/search/root.js", tmp_path / "search/root.js")
    for name in old:
        (tmp_path / "search" / name).unlink()
    (said,) = ask(["find", "moon"])
    assert "root?" in said["loads"]
    assert [hit["id"] for hit in said["answer"]["hits"]] == ["X"]


def test_an_archive_without_words_answers_too(node: AskNode, tmp_path: Path) -> None:
    write(tmp_path, [])
    (tmp_path / "calls.json").write_text(json.dumps([["find", "river"], ["counts", "river"], ["suggest", "ri"]]))
    said = node(Path(__file__).parent / "engine.cjs", tmp_path, tmp_path / "calls.json")
    assert [("error" in one) for one in said] == [False] * 3
    assert said[0]["answer"]["total"] == 0
