"""The label that a file brings along is kept; everything else that its maker wrote into it stays behind."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import av
import pytest
from PIL import Image, PngImagePlugin

from glassbox.derivatives import Label, Made, Use, ffmpeg
from glassbox.derivatives.incoming import said_by_clip
from glassbox.derivatives.labelling import put_label
from glassbox.derivatives.labels import label_in, packet_of
from glassbox.derivatives.mp4 import xmp_of
from glassbox.derivatives.running import run

Maker = Callable[..., Made]
Clip = Callable[..., Path]
Codes = Callable[[Made], list[str]]

AI, AIGC = "trainedAlgorithmicMedia", '{"Label":"1","ContentProducer":"A model house","Seed":"GBX-SECRET"}'
KEPT = '{"Label":"1","ContentProducer":"A model house"}'
BRIEF = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" dc:title="GBX-TITLE" '
    f'Iptc4xmpExt:DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/{AI}"/></rdf:RDF></x:xmpmeta>'
).encode()


def labels_of(made: Made) -> list[Label]:
    found = []
    for file in made.files:
        data = file.path.read_bytes()
        assert b"GBX-" not in data
        if file.mime == "video/mp4":
            found.append(label_in(xmp_of(file.path)))
        else:
            with Image.open(file.path) as picture:
                found.append(label_in(picture.info["xmp"]))
    return found


def png(path: Path, packet: bytes, aigc: str) -> None:
    text = PngImagePlugin.PngInfo()
    if packet:
        text.add_itxt("XML:com.adobe.xmp", packet.decode())
    if aigc:
        text.add_text("AIGC", aigc)
    text.add_text("parameters", "GBX-WORKFLOW")
    Image.new("RGB", (90, 60), (40, 160, 90)).save(path, pnginfo=text)


@pytest.mark.parametrize("packet", [BRIEF, packet_of(Label(digital_source_type=AI, prompt="GBX-PROMPT"))])
def test_the_origin_that_a_picture_tells_is_kept_and_its_workflow_is_not(
    made_of: Maker, tmp_path: Path, packet: bytes
) -> None:
    png(tmp_path / "still.png", packet, AIGC)
    made = made_of(tmp_path / "still.png", Use.PICTURE, label=Label(title="Rain"))
    assert not made.problems
    assert made.facts is not None
    assert (made.facts.said_source_type, made.facts.said_aigc) == (AI, KEPT)
    assert set(labels_of(made)) == {Label(title="Rain", digital_source_type=AI, aigc=KEPT)}


@pytest.mark.ffmpeg
def test_the_origin_that_a_clip_tells_is_kept(clip: Clip, made_of: Maker, tmp_path: Path) -> None:
    tagged = ["-metadata", f"AIGC={AIGC}", "-metadata", "artist=GBX-OWNER", "-movflags", "use_metadata_tags"]
    run(ffmpeg(), ["-i", f"file:{clip()}", "-c", "copy", *tagged, "output_aigc.mp4"], tmp_path)
    made = made_of(tmp_path / "output_aigc.mp4", Use.CLIP, label=Label())
    assert set(labels_of(made)) == {Label(aigc=KEPT)}
    (playable,) = made.of("playable")
    with av.open(str(playable.path)) as container:
        assert json.loads(container.metadata["AIGC"]) == json.loads(KEPT)


@pytest.mark.ffmpeg
def test_what_we_labelled_ourselves_is_read_again(clip: Clip, tmp_path: Path, generated: Label) -> None:
    path = tmp_path / "take.mp4"
    run(ffmpeg(), ["-i", f"file:{clip()}", "-c", "copy", "-movflags", "+faststart", path.name], tmp_path)
    put_label(path, generated)
    with av.open(str(path)) as container:
        said = said_by_clip(path, dict(container.metadata))
    assert (said.source_type, json.loads(said.aigc)) == (generated.digital_source_type, json.loads(generated.aigc))


@pytest.mark.parametrize(
    ("said", "told"),
    [("digitalCapture", ["GB-W116"]), (AI, []), ("", []), ("compositeWithTrainedAlgorithmicMedia", [])],
)
def test_a_record_that_calls_a_generated_picture_filmed_is_told(
    made_of: Maker, tmp_path: Path, codes: Codes, said: str, told: list[str]
) -> None:
    png(tmp_path / "still.png", BRIEF, "")
    made = made_of(tmp_path / "still.png", Use.PICTURE, label=Label(digital_source_type=said))
    assert codes(made) == told
    assert {label.digital_source_type for label in labels_of(made)} == {said or AI}


@pytest.mark.parametrize("said", [AI, "compositeWithTrainedAlgorithmicMedia"])
def test_a_record_that_calls_a_filmed_picture_generated_is_told(
    made_of: Maker, tmp_path: Path, codes: Codes, said: str
) -> None:
    png(tmp_path / "still.png", packet_of(Label(digital_source_type="digitalCapture")), "")
    assert codes(made_of(tmp_path / "still.png", Use.PICTURE, label=Label(digital_source_type=said))) == ["GB-W125"]


def test_an_aigc_label_alone_contradicts_a_record_that_says_filmed(
    made_of: Maker, tmp_path: Path, codes: Codes
) -> None:
    png(tmp_path / "still.png", b"", AIGC)
    filmed = Label(digital_source_type="digitalCapture")
    made = made_of(tmp_path / "still.png", Use.PICTURE, label=filmed)
    assert codes(made) == ["GB-W116"]
    assert "AIGC" in made.problems[0].sentence("zh")


@pytest.mark.ffmpeg
@pytest.mark.parametrize(
    ("of_file", "of_record", "told"),
    [
        (Label(digital_source_type=AI), Label(digital_source_type="digitalCapture"), ["GB-W116"]),
        (Label(digital_source_type="digitalCapture"), Label(digital_source_type=AI), ["GB-W125"]),
        (Label(aigc='{"Label":"2"}'), Label(digital_source_type=AI, aigc='{"Label":"1"}'), ["GB-W126"]),
        (
            Label(aigc='{"Label":"1","ContentProducer":"Another"}'),
            Label(digital_source_type=AI, aigc='{"Label":"1","ContentProducer":"The team","ProduceID":"LC"}'),
            ["GB-W126"],
        ),
        (
            Label(digital_source_type=AI, aigc='{"Label":"1","ProduceID":"of the file"}'),
            Label(digital_source_type=AI, aigc='{"Label":"1","ContentProducer":"The team","ProduceID":"LC"}'),
            [],
        ),
    ],
)
def test_a_finished_film_whose_own_label_contradicts_its_record_is_told(
    clip: Clip, made_of: Maker, codes: Codes, tmp_path: Path, of_file: Label, of_record: Label, told: list[str]
) -> None:
    master = tmp_path / "master.mp4"
    run(ffmpeg(), ["-i", f"file:{clip()}", "-c", "copy", "-movflags", "+faststart", master.name], tmp_path)
    put_label(master, of_file)
    made = made_of(master, Use.FILM, label=of_record)
    assert codes(made) == told
    assert made.of("web")


@pytest.mark.parametrize(
    "packet",
    [b"<x", b"\xff\xfe", b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', packet_of(Label(digital_source_type="<b>!"))],
)
@pytest.mark.parametrize("aigc", ["", "{", "[1]", '{"Label":{}}', "[" * 100_000])
def test_a_broken_label_is_no_label_and_no_trouble(made_of: Maker, tmp_path: Path, packet: bytes, aigc: str) -> None:
    picture = Image.new("RGB", (90, 60))
    picture.save(tmp_path / "still.jpg", xmp=packet)
    png(tmp_path / "still.png", b"", aigc)
    for name in ("still.jpg", "still.png"):
        made = made_of(tmp_path / name, Use.PICTURE, label=Label())
        assert not made.problems
        assert made.facts is not None
        assert (made.facts.said_source_type, made.facts.said_aigc) == ("", "")
        assert made.files
