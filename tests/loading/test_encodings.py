"""Files come from Windows, macOS and spreadsheets."""

from __future__ import annotations

import codecs
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glassbox.loading.encodings import Undecodable, table_text_of, text_of

WORDS = "镜号,提示词\nSQ01,骑车的孩子:雨后\n"


@pytest.mark.parametrize(
    "data",
    [
        WORDS.encode(),
        codecs.BOM_UTF8 + WORDS.encode(),
        codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"),
        WORDS.replace("\n", "\r\n").encode(),
        WORDS.replace("\n", "\r").encode(),
    ],
)
def test_the_usual_encodings_and_line_ends_give_one_text(data: bytes) -> None:
    assert text_of(data) == table_text_of(data) == WORDS


@pytest.mark.parametrize("encoding", ["gbk", "gb18030"])
def test_a_chinese_spreadsheet_is_read_and_a_chinese_yaml_file_is_told(encoding: str) -> None:
    data = WORDS.encode(encoding)
    assert table_text_of(data) == WORDS
    with pytest.raises(Undecodable) as caught:
        text_of(data)
    assert caught.value.fault.facts["guess"] == "GB18030"
    assert caught.value.fault.line == 1


@pytest.mark.parametrize("words", ["Größe und Übergänge", "It’s the dome’s light", "“Light”", "Café"])
def test_a_western_spreadsheet_is_told_rather_than_read_as_chinese(words: str) -> None:
    with pytest.raises(Undecodable) as caught:
        table_text_of(f"id,title\nLC-T001,{words}\n".encode("cp1252"))
    assert "Windows-1252" in caught.value.fault.facts["guess"]
    assert caught.value.fault.line == 2


def test_utf_16_without_its_mark_is_read_in_a_table() -> None:
    assert table_text_of("id,title\n1,Light\n".encode("utf-16-le")) == "id,title\n1,Light\n"


@given(st.text(alphabet=st.characters(codec="gb2312", categories=["Lo"]), min_size=8))
def test_chinese_text_comes_back_as_it_was(words: str) -> None:
    chinese = f"光锥{words}。"
    assert table_text_of(chinese.encode("gb18030")) == chinese


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_told(data: bytes) -> None:
    for reading in (text_of, table_text_of):
        with suppress(Undecodable):
            assert "\r" not in reading(data)
