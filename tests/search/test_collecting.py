"""What is shown can be found, in every language it was written in; what is hidden cannot."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from glassbox.pages.editorial import EditorialPage
from glassbox.pages.exhibit import Exhibit
from glassbox.pages.views.everything import all_pages
from glassbox.search.collecting import documents_of, labels_of
from glassbox.search.documents import FACETS, Document, Kind
from making.exhibits import exhibit_at
from making.full import Expected, write_full
from making.small import RECORDS, write_small

pytestmark = pytest.mark.ffmpeg


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> tuple[Exhibit, list[Expected]]:
    """Every field of every record says something of its own."""
    root = tmp_path_factory.mktemp("full")
    expected = write_full(root)
    return exhibit_at(root), expected


def _words(documents: list[Document]) -> str:
    return "\n".join(p.words for document in documents for p in (*document.titles, *document.passages))


def test_every_text_of_every_record_is_found(full: tuple[Exhibit, list[Expected]]) -> None:
    exhibit, expected = full
    words = _words(documents_of(exhibit))
    texts = [one for one in expected if re.search(r"sentinel\d+en|哨兵\d+号", one.words)]
    assert len(texts) > 120
    assert not [one for one in texts if one.words not in words]


def test_what_was_typed_into_a_tool_is_found_with_what_it_was_told_to_avoid(
    full: tuple[Exhibit, list[Expected]],
) -> None:
    exhibit, expected = full
    words = _words(documents_of(exhibit))
    for where in (
        "Revision.text",
        "Revision.negative",
        "Take.generation.optimized_prompt",
        "Revision.corrections.before",
    ):
        sought = [one.words for one in expected if one.where == where]
        assert sought, where
        assert all(one in words for one in sought), where


def test_each_document_is_on_a_page_and_has_one_id(full: tuple[Exhibit, list[Expected]]) -> None:
    exhibit, _ = full
    documents = documents_of(exhibit)
    pages = {page.address for page in all_pages(exhibit, "zh")}
    assert {document.address for document in documents} <= pages
    assert not [name for name, count in Counter(document.id for document in documents).items() if count > 1]
    assert {document.kind for document in documents} == set(Kind)
    assert all(document.titles for document in documents)
    assert all(len({p.lang for p in d.titles}) == len(d.titles) for d in documents)
    assert set(exhibit.records) - {"sentinel"} <= {document.id for document in documents}


def test_a_record_is_found_by_its_id(full: tuple[Exhibit, list[Expected]]) -> None:
    for document in documents_of(full[0]):
        if re.fullmatch(r"SN-[A-Z]\d{3}|SN-SQ.*", document.id):
            assert (document.titles[-1].lang, document.titles[-1].words) == ("zxx", document.id)


def test_every_value_of_every_facet_has_a_name_in_each_language(full: tuple[Exhibit, list[Expected]]) -> None:
    exhibit, _ = full
    labels = labels_of(exhibit).of
    used: Counter[str] = Counter()
    for document in documents_of(exhibit):
        assert list(document.facets) == [name for name in FACETS if name in document.facets]
        for facet, codes in document.facets.items():
            for code in codes:
                assert set(labels[facet][code]) == {"en", "zh"}, (document.id, facet, code)
                used[facet] += 1
    assert set(used) == {"film", "tool", "writer", "status", "reason", "date"}
    assert {code: words["zh"] for code, words in labels["camera"].items()}["push-in"] == "推进"


def small(root: Path, **changed: Any) -> Exhibit:
    """The small archive with other words in the prompt SM-P001."""
    write_small(root)
    prompt = RECORDS["films/small/prompts/SM-P001.yml"] | changed
    (root / "content/films/small/prompts/SM-P001.yml").write_text(yaml.safe_dump(prompt, allow_unicode=True), "utf-8")
    return exhibit_at(root)


def _one(exhibit: Exhibit, name: str) -> Document:
    return next(document for document in documents_of(exhibit) if document.id == name)


def test_a_prompt_is_found_by_each_of_its_revisions_the_newest_first(tmp_path: Path) -> None:
    prompt = _one(small(tmp_path), "SM-P001")
    assert [(p.lang, p.anchor, p.words) for p in prompt.passages] == [
        ("en", "r2", "thirteen paper lanterns, [Push in]"),
        ("zh", "r2", "十三盏纸灯"),
        ("en", "r2", "countable"),
        ("zh", "r2", "可数"),
        ("en", "r1", "a few paper lanterns, [Push in]"),
    ]
    assert dict(prompt.facets) == {
        "film": ("small",), "tool": ("video-model",), "writer": ("director",), "status": ("kept", "rejected"),
        "reason": ("two-moons",), "camera": ("push-in",),
    }  # fmt: skip


def test_a_take_says_why_it_was_thrown_away_and_what_it_was_made_for(tmp_path: Path) -> None:
    take = _one(small(tmp_path), "SM-T002")
    assert [p.words for p in take.titles] == ["Two moons", "两个月亮", "SM-T002"]
    assert {p.words for p in take.passages} == {"Two moons", "两个月亮", "Lantern river", "灯河"}
    assert (take.address, take.anchor) == ("films/small/takes/", "SM-T002")
    assert take.facets["status"] == ("rejected",)


def test_prose_is_found_as_it_is_read(tmp_path: Path) -> None:
    """Without the marks of Markdown, and a Chinese sentence that turns into the next line is one sentence."""
    note = {"en": "See [the **first** one](gb:SM-T001), it `blinks`.\n\n- and *moves*", "zh": "把灯数\n清楚。"}
    found = [p.words for p in _one(small(tmp_path, note=note), "SM-P001").passages]
    assert "See the first one, it blinks.\nand moves" in found
    assert "把灯数清楚。" in found


def test_a_moment_counts_for_its_day_in_the_zone_of_the_site(tmp_path: Path) -> None:
    revisions = [{"rev": "1", "text": "x", "at": "2026-06-13T20:00:00Z"}, {"rev": "2", "text": "y", "at": "2026-06-14"}]
    exhibit = small(tmp_path, revisions=revisions)
    assert exhibit.zone.key == "Asia/Shanghai"  # type: ignore[attr-defined]
    assert _one(exhibit, "SM-P001").facets["date"] == ("2026-06-14",)
    assert labels_of(exhibit).of["date"]["2026-06-14"] == {"en": "14 June 2026", "zh": "2026年6月14日"}


def test_hidden_records_are_in_no_document(tmp_path: Path) -> None:
    """Withheld, under embargo, not in the excerpt: neither their words nor their names."""
    write_small(tmp_path)
    film = tmp_path / "content/films/small"
    embargo = "2026-06-14T10:00+08:00"
    for number, more in ((7, {"publish": "withheld", "publish_reason": "a face"}), (8, {"embargo": embargo})):
        prompt = {
            "id": f"SM-P00{number}", "tool": "video-model", "writer": "director", "task": "edit", **more,
            "title": f"canary{number}0", "revisions": [{"rev": "1", "text": f"canary{number}1"}],
        }  # fmt: skip
        (film / f"prompts/SM-P00{number}.yml").write_text(yaml.safe_dump(prompt), "utf-8")
    excerpt = {
        "id": "SM-P009", "tool": "video-model", "writer": "director", "task": "edit", "publish": "excerpt",
        "publish_reason": "the rest is another's", "note": "canary90",
        "revisions": [{"rev": "1", "text": "canary91", "excerpt": "the beginning", "negative": "canary92"}],
    }  # fmt: skip
    (film / "prompts/SM-P009.yml").write_text(yaml.safe_dump(excerpt), "utf-8")
    takes = yaml.safe_load((film / "takes.yml").read_text("utf-8"))
    takes[1] |= {"prompt": "SM-P008@1", "note": "public words"}
    takes.append({"id": "SM-T009", "status": "kept", "shots": ["SQ01-0010"], "note": "canary93",
                  "prompt": "SM-P009@1", "embargo": embargo})  # fmt: skip
    (film / "takes.yml").write_text(yaml.safe_dump(takes), "utf-8")

    before = exhibit_at(tmp_path, datetime(2026, 6, 14, 1, 59, tzinfo=UTC))
    documents = documents_of(before)
    said = repr([asdict(document) for document in documents]) + repr(labels_of(before))
    assert "public words" in said
    assert "the beginning" in said
    assert not re.findall(r"canary\d+|SM-P008|SM-T009", said)
    assert [d.id for d in documents if "SM-P007" in repr(d)] == ["/films/small/"], "the register names what is withheld"

    after = exhibit_at(tmp_path, datetime(2026, 6, 14, 2, 1, tzinfo=UTC))
    said = repr([asdict(document) for document in documents_of(after)])
    assert set(re.findall(r"canary\d+", said)) == {"canary80", "canary81", "canary93"}


def test_the_same_exhibit_gives_the_same_documents_in_the_same_order(tmp_path: Path) -> None:
    write_full(tmp_path)
    assert documents_of(exhibit_at(tmp_path)) == documents_of(exhibit_at(tmp_path))


def test_a_page_that_people_wrote_is_found_once_in_each_of_its_languages(tmp_path: Path) -> None:
    exhibit = small(tmp_path)
    pages = [
        EditorialPage("about/", "en", "content/pages/en/about.md", "", "<h1>About</h1><p>Glass &amp; box</p>", "About"),
        EditorialPage(
            "about/",
            "zh",
            "content/pages/zh/about.md",
            "",
            '<nav>跳到</nav><article class="x"><p>玻璃\n盒</p></article>',
            "关于",
        ),
        EditorialPage("only/", "en", "content/pages/en/only.md", "", "<p>Once</p>", "Only"),
        EditorialPage("only/", "zh", "content/pages/en/only.md", "", "<p>Once</p>", "Only"),
    ]
    found = {document.id: document for document in documents_of(exhibit, pages)}
    about, only = found["/about/"], found["/only/"]
    assert [(p.lang, p.words) for p in about.passages] == [("en", "About\nGlass & box"), ("zh", "玻璃盒")]
    assert [(p.lang, p.words) for p in only.passages] == [("en", "Once")]
    assert (about.kind, about.address) == (Kind.PAGE, "about/")


def test_an_id_that_was_withdrawn_leads_to_its_tombstone(tmp_path: Path) -> None:
    write_small(tmp_path)
    gone = [{"id": "SM-P005", "reason": {"en": "Asked for", "zh": "应要求"}, "date": "2026-06-01"}]
    (tmp_path / "content/retired.yml").write_text(yaml.safe_dump(gone, allow_unicode=True), "utf-8")
    stone = _one(exhibit_at(tmp_path), "SM-P005")
    assert stone.titles[-1].words == "SM-P005"
    assert [p.words for p in stone.passages] == ["Asked for", "应要求"]
    assert stone.address == "prompts/SM-P005/"
