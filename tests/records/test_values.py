"""A string of a file becomes a number, a day, a rate: strictly, and with no guess."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from glassbox.records import values


def read(kind: Any, written: object) -> object:
    return TypeAdapter(kind).validate_python(written)


def refusal(kind: Any, written: object) -> str:
    with pytest.raises(ValidationError) as caught:
        read(kind, written)
    return str(caught.value.errors()[0]["type"])


@pytest.mark.parametrize(
    ("kind", "written", "meant"),
    [
        (values.Frame, "0", 0),
        (values.Frame, "1440", 1440),
        (values.Amount, "1200.50", Decimal("1200.50")),
        (values.Amount, "-5", Decimal(-5)),
        (values.Day, "2026-06-13", date(2026, 6, 13)),
        (values.When, "2026-06-13", date(2026, 6, 13)),
        (values.When, "2026-06-13 14:30", datetime.fromisoformat("2026-06-13T14:30")),
        (values.Moment, "2026-06-14T10:00+08:00", datetime.fromisoformat("2026-06-14T10:00+08:00")),
        (values.Moment, "2026-06-14 10:00 +0800", datetime.fromisoformat("2026-06-14T10:00+08:00")),
        (values.Truth, "no", False),
        (values.Truth, "是", True),
        (values.Truth, "TRUE", True),
        (values.Rate, "24", Fraction(24)),
        (values.Rate, "23.976", Fraction(24000, 1001)),
        (values.Rate, "30000/1001", Fraction(30000, 1001)),
        (values.Seconds, "58.5", Decimal("58.5")),
        (values.Seconds, "1:02:03", Decimal(3723)),
        (values.Seconds, "0:58", Decimal(58)),
        (values.File, "refs\\dome.png", "refs/dome.png"),
        (values.File, "./refs//dome.png", "refs/dome.png"),
        (values.Line, "  kept as words ", "kept as words"),
        (values.Words, "  two\n lines  ", "  two\n lines  "),
        (values.Names, "director", ("director",)),
        (values.Names, ["director", "ai-creator"], ("director", "ai-creator")),
        (values.Seed, "0123", "0123"),
        (values.Ratio, "16:9", "16:9"),
        (values.Language, "no", "no"),
        (values.Language, "zh-Hant", "zh-Hant"),
        (values.ShotCode, "010", "010"),
        (values.Timecode, "01:00:00:00", "01:00:00:00"),
        (values.Params, {"ratio": "16:9"}, {"ratio": "16:9"}),
        (values.PromptRevision, "LC-P012@3", "LC-P012@3"),
        (values.Url, "https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        (values.BaseUrl, "http://127.0.0.1:8000/box/", "http://127.0.0.1:8000/box/"),
        (values.BaseUrl, "https://盒.测试/a", "https://盒.测试/a"),
    ],
)
def test_what_people_write_is_read_as_they_mean_it(kind: Any, written: object, meant: object) -> None:
    assert read(kind, written) == meant


@pytest.mark.parametrize(
    ("kind", "written", "why"),
    [
        (values.Frame, "010", "gb_whole"),
        (values.Frame, "12.0", "gb_whole"),
        (values.Frame, "１２", "gb_whole"),
        (values.Frame, "1２", "gb_whole"),
        (values.Frame, "9" * 99, "gb_whole"),
        (values.Frame, "-1", "greater_than_equal"),
        (values.Frame, ["1"], "gb_line"),
        (values.RevisionNumber, "0", "greater_than_equal"),
        (values.Amount, "1e400", "gb_amount"),
        (values.Amount, ".inf", "gb_amount"),
        (values.Amount, "1,200", "gb_amount"),
        (values.Amount, "１２，０００元", "gb_amount"),
        (values.Amount, "１２", "gb_amount"),
        (values.Day, "2026-02-30", "gb_no_such_day"),
        (values.Day, "0000-00-00", "gb_no_such_day"),
        (values.Day, "9999-12-31", "gb_no_such_day"),
        (values.Moment, "0001-01-01T00:00+14:00", "gb_no_such_day"),
        (values.Day, "12.05.2026", "gb_day"),
        (values.Day, "2026-5-1", "gb_day"),
        (values.When, "yesterday", "gb_when"),
        (values.When, "2026-05-12T25:00", "gb_no_such_day"),
        (values.Moment, "2026-06-14T10:00", "gb_zone"),
        (values.Moment, "2026-06-14", "gb_zone"),
        (values.Truth, "1", "gb_truth"),
        (values.Rate, "24/0", "gb_rate"),
        (values.Rate, "0", "gb_rate"),
        (values.Rate, "24 fps", "gb_rate"),
        (values.Rate, "２４", "gb_rate"),
        (values.Seconds, "0:75", "gb_seconds"),
        (values.Seconds, "５８", "gb_seconds"),
        (values.File, "../../etc/passwd", "gb_path"),
        (values.File, "/etc/hostname", "gb_path"),
        (values.File, "C:\\Windows\\win.ini", "gb_path"),
        (values.File, "file:///etc/passwd", "gb_path"),
        (values.File, "a/../../b", "gb_path"),
        (values.Url, "javascript:alert(1)", "gb_url"),
        (values.Url, "https://user@example.org/", "gb_url"),
        (values.BaseUrl, "https://example.org/?q", "gb_url"),
        (values.BaseUrl, "https://example.org/#here", "gb_url"),
        (values.BaseUrl, "https://example.org//a/", "gb_url"),
        (values.BaseUrl, "https://example.org/a/../b/", "gb_url"),
        (values.BaseUrl, "http://[", "gb_url"),
        (values.BaseUrl, "http://example.org:99999/", "gb_url"),
        (values.Line, "two\nlines", "gb_one_line"),
        (values.Line, "\u3000\u00a0", "gb_empty"),
        (values.Words, " \n", "gb_empty"),
        (values.Names, {"a": "b"}, "tuple_type"),
        (values.Language, "chinese_simplified", "gb_language"),
        (values.Language, "zh-１２３", "gb_language"),
        (values.Slug, "Light Cone", "gb_slug"),
        (values.Slug, "-a", "gb_slug"),
        (values.FilmCode, "lc", "gb_film_code"),
        (values.FilmCode, "TOOLONG", "gb_film_code"),
        (values.ShotCode, "SQ 01", "gb_shot_code"),
        (values.TakeId, "LC-P001", "gb_id"),
        (values.TakeId, "LC-T01", "gb_id"),
        (values.TakeId, "LC-T００３", "gb_id"),
        (values.PromptRevision, "LC-P001@0", "gb_prompt_revision"),
        (values.PromptRevision, "LC-P001@１", "gb_prompt_revision"),
        (values.Params, ["a"], "gb_map"),
        (values.Params, {"a": ["b"]}, "gb_setting"),
        (values.Digest, "ABC", "gb_digest"),
        (values.Currency, "yuan", "gb_currency"),
        (values.Seed, "-", "gb_seed"),
        (values.Orcid, "0000-0002-1825-00970", "gb_orcid"),
        (values.Whole, "1.0", "gb_whole"),
        (values.Resolution, "1080p", "gb_resolution"),
    ],
)
def test_what_could_mean_two_things_or_none_is_refused(kind: Any, written: object, why: str) -> None:
    assert refusal(kind, written) == why


@given(st.text(max_size=30))
def test_a_path_that_is_taken_leads_nowhere_else(written: str) -> None:
    try:
        found = str(read(values.File, written))
    except ValidationError:
        return
    assert not found.startswith(("/", "~/"))
    assert ".." not in found.split("/")
    assert not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", found)
    assert read(values.File, found) == found


@given(st.one_of(st.text(max_size=12), st.none(), st.lists(st.text(max_size=3), max_size=2), st.integers()))
def test_no_value_makes_anything_but_a_value_or_a_refusal(written: object) -> None:
    kinds = [value for name, value in vars(values).items() if name[0].isupper() and hasattr(value, "__metadata__")]
    assert len(kinds) > 20
    for kind in kinds:
        with suppress(ValidationError):
            read(kind, written)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**9), max_value=10**9))
def test_an_amount_is_exact(amount: Decimal) -> None:
    assert read(values.Amount, f"{amount:f}") == amount


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        (values.PromptId, "LC-P００１"),
        (values.TakeId, "LC-T٠٠١"),
        (values.PromptRevision, "LC-P001@１"),
        (values.Timecode, "０1:00:00:00"),
        (values.Ratio, "１6:9"),
        (values.Resolution, "１920x1080"),
        (values.Seed, "１234567"),
    ],
)
def test_digits_of_a_chinese_or_arabic_keyboard_are_refused_where_letters_stay_as_they_are(
    kind: Any, written: str
) -> None:
    assert refusal(kind, written).startswith("gb_")
