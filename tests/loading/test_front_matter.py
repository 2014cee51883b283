"""Markdown with its fields above the text."""

from __future__ import annotations

import pytest

from glassbox.loading.front_matter import read_front_matter
from glassbox.loading.marks import line_of


def test_fields_and_text_become_one_record_with_the_lines_of_both() -> None:
    sheet = read_front_matter("---\nid: LC-D001\ntitle: A dome\n---\n\nBecause *it* moves.\n\n---\nMore.\n\n", "why")
    assert not sheet.faults
    (entry,) = sheet.entries
    assert entry.value == {"id": "LC-D001", "title": "A dome", "why": "Because *it* moves.\n\n---\nMore."}
    assert [line_of(entry.lines, (name,)) for name in ("id", "title", "why")] == [2, 3, 6]


def test_the_first_line_keeps_its_indent() -> None:
    (entry,) = read_front_matter("---\nid: a\n---\n\n    code\n", "why").entries
    assert isinstance(entry.value, dict)
    assert entry.value["why"] == "    code"


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("# A title\n", 1, "GB-E018"),
        ("---\nid: a\n", 1, "GB-E018"),
        ("", 0, "GB-E008"),
        ("---\n---\ntext\n", 0, "GB-E008"),
        ("---\n- a\n---\n", 2, "GB-E017"),
        ("---\nid: a\nid: b\n---\n", 3, "GB-E011"),
        ("---\ntitle: [unclosed\n---\n", 2, "GB-E009"),
        ("---\nid: a\nwhy: x\n---\n\ny\n", 6, "GB-E011"),
        ("---\nid: a\n---\nx\x00y\n", 4, "GB-E007"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, line: int, code: str) -> None:
    assert [(fault.line, fault.code.name) for fault in read_front_matter(text, "why").faults] == [(line, code)]
