"""The records themselves: closed, frozen, and explained."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from glassbox.loading.layout import TABLES
from glassbox.records.base import Record
from glassbox.records.film import Film
from glassbox.records.prompts import Input, Prompt, Revision
from glassbox.records.shots import Shot
from glassbox.records.takes import Take

PROMPT: dict[str, Any] = {"id": "LC-P001", "tool": "hailuo", "writer": "director", "task": "edit"}


def kinds_of(model: type[BaseModel], **fields: object) -> list[str]:
    with pytest.raises(ValidationError) as caught:
        model.model_validate(fields)
    return sorted(str(one["type"]) for one in caught.value.errors())


def test_a_record_starts_small() -> None:
    shot = Shot.model_validate({"code": "SQ01-0010", "order": "1"})
    assert (shot.takes, shot.origin, shot.publish.value) == ((), None, "public")


def test_a_record_is_frozen_and_closed() -> None:
    shot = Shot.model_validate({"code": "SQ01-0010", "order": "1"})
    with pytest.raises(ValidationError):
        shot.code = "B"  # type: ignore[misc]
    assert kinds_of(Shot, code="A", order="1", camera="left") == ["extra_forbidden"]


def test_a_prompt_has_a_writer_and_a_revision() -> None:
    assert kinds_of(Prompt, **{**PROMPT, "writer": []}, revisions=[]) == ["too_short", "too_short"]
    assert Prompt.model_validate({**PROMPT, "revisions": [{"rev": "1", "text": "a"}]}).writer == ("director",)


@given(st.text(alphabet=st.sampled_from("[], aPush inTilt up夜"), max_size=60))
def test_the_pieces_of_a_prompt_are_its_words_and_nothing_else(text: str) -> None:
    revision = Revision.model_construct(text=text)
    assert "".join(words for words, _ in revision.pieces) == text
    assert all(words[0] == "[" and words[-1] == "]" for words, is_camera in revision.pieces if is_camera)


def test_only_brackets_with_camera_commands_are_marked() -> None:
    revision = Revision.model_construct(text="[Push in, Tilt up] a lamp [red], night")
    assert revision.pieces == (("[Push in, Tilt up]", True), (" a lamp [red], night", False))


def test_camera_commands_are_found_in_a_prompt_s_words() -> None:
    found = Revision.model_validate({"rev": "1", "text": "[Push in] a dome [Pan right, Tilt up] [a note] [push in]"})
    assert found.camera == ("Push in", "Pan right", "Tilt up", "push in")


@pytest.mark.parametrize(("written", "was"), [("true", True), ("True", True), ("false", False), (None, False)])
def test_a_prompt_that_the_tool_rewrote_says_so(written: str | None, was: bool) -> None:
    params = {"prompt_optimizer": written} if written else {}
    assert Revision.model_validate({"rev": "1", "text": "a", "params": params}).was_optimized is was


def test_an_origin_is_a_word_or_shares_of_a_hundred() -> None:
    plain = Shot.model_validate({"code": "A", "order": "1", "origin": "ai"}).origin
    shares = Shot.model_validate({"code": "A", "order": "1", "origin": {"human": "60", "ai": "40"}}).origin
    assert plain is not None
    assert shares is not None
    assert [int(share) for share in (plain.ai, shares.human, shares.ai)] == [100, 60, 40]
    assert kinds_of(Shot, code="A", order="1", origin={"human": "60"}) == ["gb_shares"]
    assert kinds_of(Shot, code="A", order="1", origin="robot") == ["gb_origin"]


def test_an_input_is_exactly_one_thing() -> None:
    assert kinds_of(Input, role="first_frame") == ["gb_one_input"]
    assert kinds_of(Input, role="first_frame", file="a.png", take="LC-T001") == ["gb_one_input"]
    assert Input.model_validate({"role": "first_frame", "take": "LC-T001"}).take == "LC-T001"


def test_the_used_part_of_a_clip_does_not_end_before_it_begins() -> None:
    assert kinds_of(Take, id="LC-T001", status="kept", used={"in": "9", "out": "8"}) == ["gb_falling"]


def test_what_is_withheld_is_ids_or_words() -> None:
    film: dict[str, Any] = {
        "slug": "lightcone", "code": "LC", "title": "x", "fps": "24", "licence": "x",
        "digital_source_type": "digitalCapture",
    }  # fmt: skip
    entries = [
        {"what": "LC-T001", "why": "a"},
        {"what": ["LC-T001", "LC-P002"], "why": "a"},
        {"what": "faces", "why": "a"},
    ]
    found = Film.model_validate({**film, "withheld": entries}).withheld
    assert [entry.ids for entry in found] == [("LC-T001",), ("LC-T001", "LC-P002"), ()]


@pytest.mark.parametrize("name", TABLES)
def test_every_record_may_carry_what_all_records_may(name: str) -> None:
    model = TABLES[name].model
    if not issubclass(model, Record):
        assert name in ("site", "cut", "retired", "search-checks")
        return
    common = {
        "publish": "excerpt", "publish_reason": {"zh": "a", "en": "b"}, "embargo": "2026-06-14T10:00:00+08:00",
        "licence": "CC BY 4.0", "note": "c", "specimen": "true", "unconfirmed": ["title"],
    }  # fmt: skip
    assert set(common) == set(Record.model_fields)
    assert set(kinds_of(model, **common)) == {"missing"}
