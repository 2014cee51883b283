from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from glassbox.derivatives import Label
from glassbox.derivatives.labels import label_in, packet_of, written
from glassbox.derivatives.saving import save_jpeg, save_webp

labels = st.builds(Label, **{field.name: st.text(max_size=60) for field in fields(Label)})


@given(labels)
def test_every_label_reads_back_as_it_was_written(label: Label) -> None:
    assert label_in(packet_of(label)) == written(label)


@given(labels)
def test_a_label_that_was_written_once_is_written_the_same_again(label: Label) -> None:
    assert written(written(label)) == written(label)


def test_nothing_known_writes_nothing() -> None:
    assert packet_of(Label()) == b""


def test_the_terms_are_those_of_iptc_and_of_the_chinese_label(generated: Label) -> None:
    packet = packet_of(generated).decode()
    assert "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia" in packet
    for name in ("AIPromptInformation", "AIPromptWriterName", "AISystemUsed", "AISystemVersionUsed", "TC260:AIGC"):
        assert f":{name.removeprefix('TC260:')}>" in packet


def test_a_prompt_longer_than_a_jpeg_can_hold_is_cut_and_says_so(tmp_path: Path) -> None:
    label = Label(prompt="<雨>" * 40_000, title="kept whole")
    kept = written(label)
    assert kept.prompt.endswith("…")
    assert kept.title == "kept whole"
    save_jpeg(Image.new("RGB", (4, 4)), tmp_path, "picture", label)


def test_a_packet_that_is_no_xml_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot be read"):
        label_in(b"<x")


def test_stills_carry_the_label_and_nothing_else(tmp_path: Path, generated: Label) -> None:
    picture = Image.new("RGB", (64, 36), (200, 30, 30))
    picture.info = {"exif": b"secret", "icc_profile": b"secret", "comment": b"secret"}
    for save in (save_webp, save_jpeg):
        path = tmp_path / save(picture, tmp_path, "still", generated).stored
        with Image.open(path) as made:
            assert label_in(made.info["xmp"]) == generated
            assert not {"exif", "icc_profile", "comment"} & set(made.info)
        assert b"secret" not in path.read_bytes()
