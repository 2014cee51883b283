from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import av
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from glassbox.derivatives import Label, ffmpeg
from glassbox.derivatives.labelling import put_label
from glassbox.derivatives.labels import label_in, packet_of, written
from glassbox.derivatives.running import run
from glassbox.derivatives.saving import NotAsWritten, save_jpeg, save_webp

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
    picture = save_jpeg(Image.new("RGB", (4, 4)), tmp_path, "picture")
    put_label(tmp_path / picture.stored, label)


def test_a_packet_that_is_no_xml_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot be read"):
        label_in(b"<x")


def test_stills_carry_the_label_and_nothing_else(tmp_path: Path, generated: Label) -> None:
    picture = Image.new("RGB", (64, 36), (200, 30, 30))
    picture.info = {"exif": b"secret", "icc_profile": b"secret", "comment": b"secret", "xmp": b"secret"}
    for save in (save_webp, save_jpeg):
        path = tmp_path / save(picture, tmp_path, "still").stored
        assert b"secret" not in path.read_bytes()
        put_label(path, generated)
        with Image.open(path) as made:
            assert label_in(made.info["xmp"]) == generated
            assert not {"exif", "icc_profile", "comment"} & set(made.info)


@pytest.fixture(params=["still.webp", "odd.webp", "poster.jpg", "take.mp4", "voice.m4a"])
def unlabelled(request: pytest.FixtureRequest, clip: Callable[..., Path], tmp_path: Path) -> Path:
    """One file of each kind that is published, before its label is put on."""
    picture = Image.effect_noise((33, 21) if request.param == "odd.webp" else (64, 36), 60)
    if request.param.endswith("webp"):
        return tmp_path / save_webp(picture.convert("RGB"), tmp_path, "still").stored
    if request.param.endswith("jpg"):
        return tmp_path / save_jpeg(picture, tmp_path, "poster").stored
    heard = [] if request.param == "take.mp4" else ["-vn"]
    source = f"file:{clip(sound=True)}"
    coding = ["-c:v", "libx264", "-c:a", "aac", "-fflags", "+bitexact", "-map_metadata", "-1"]
    run(ffmpeg(), ["-i", source, *heard, *coding, "-movflags", "+faststart", request.param], tmp_path)
    return tmp_path / request.param


def content(path: Path) -> list[bytes]:
    """What is seen and heard."""
    if path.suffix in (".webp", ".jpg"):
        with Image.open(path) as picture:
            return [picture.convert("RGB").tobytes()]
    with av.open(str(path)) as container:
        return [frame.to_ndarray().tobytes() for frame in container.decode()]  # type: ignore[union-attr]


@pytest.mark.ffmpeg
def test_a_corrected_label_gives_the_bytes_of_one_that_was_right_at_once(unlabelled: Path, generated: Label) -> None:
    shown = content(unlabelled)
    put_label(unlabelled, Label())
    before = unlabelled.read_bytes()
    other = Label(title="雨夜", prompt="x" * 3001, aigc='{"Label":"2"}')
    put_label(unlabelled, other)
    at_once = unlabelled.read_bytes()
    assert content(unlabelled) == shown
    for first in (generated, Label(title="odd"), Label()):
        put_label(unlabelled, first)
        put_label(unlabelled, other)
        assert unlabelled.read_bytes() == at_once
    put_label(unlabelled, Label())
    assert unlabelled.read_bytes() == before


@pytest.mark.ffmpeg
def test_a_label_that_the_container_cannot_take_is_told(unlabelled: Path, generated: Label) -> None:
    unlabelled.write_bytes(b"no container of ours, whatever its name")
    with pytest.raises(NotAsWritten):
        put_label(unlabelled, generated)
