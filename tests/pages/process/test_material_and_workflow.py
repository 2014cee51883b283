"""What visitors read on the pages of the material and of the workflow."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Pages = Mapping[str, Any]


def test_material_stands_by_kind_with_its_medium_or_the_word_that_it_is_missing(english: Pages) -> None:
    page = english["films/lightcone/assets/"]
    shelves = page.page.shows["shelves"]
    assert [(s.name, [a.head.id for a in s.assets]) for s in shelves] == [
        ("footage", ["LC-A003"]),
        ("document", ["LC-A002"]),
        ("still", ["LC-A001"]),
    ]
    assert "The file that belongs here has not been handed in yet." in page.read.text
    assert {"LC-A001", "LC-A002", "LC-A003"} <= set(page.read.ids)


def test_a_document_that_is_no_plain_text_says_its_size_and_digest(english: Pages) -> None:
    text = english["films/lightcone/assets/"].read.text
    assert "12.3 kB" in text
    assert "b" * 64 in text


def test_rights_consent_and_credit_line_are_read_beside_the_medium(chinese: Pages) -> None:
    text = chinese["films/lightcone/assets/"].read.text
    for said in ("归我们", "Given", "Photo: us", "供媒体使用", "一张剧照"):
        assert said in text


def test_the_workflow_is_a_flow_of_steps_with_people_and_tools(chinese: Pages) -> None:
    page = chinese["films/lightcone/workflow/"]
    write, generate = page.page.shows["steps"]
    assert (write.number, write.name.words, generate.name.words) == (1, "写作", "Generate")
    assert write.who[0].href == "../../../people/director/index.html"
    assert generate.tools[0].href == "../../../tools/index.html#hailuo"
    for said in ("灯组", "一个想法", "一个剧本", "三个夜晚。", "我们等。"):
        assert said in page.read.text
