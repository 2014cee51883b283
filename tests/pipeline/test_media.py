"""What is asked of the derivatives: which use, and which media begin with the words that a model made them."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import docx
import pytest
import yaml
from PIL import Image

from glassbox.derivatives import Label, Store, Use, make_all
from glassbox.derivatives.labels import packet_of
from glassbox.pipeline.examination import examine
from glassbox.pipeline.media import MediaPlan, middle_moments, plan_media, shot_moments, texts_of
from making.archives import film, shot
from making.pdf import Page, pdf
from making.small import write_small


def planned(root: Path) -> MediaPlan:
    examined = examine(root, lambda _: datetime(2026, 6, 14, tzinfo=UTC))
    return plan_media(examined.disclosed.archive, examined.loaded.marks, root)


def told(root: Path) -> set[str]:
    """Fields of records whose clip begins with the words."""
    return {f"{key.record} {key.field}" for key, source in planned(root).sources.items() if source.says_ai}


def change(path: Path, **fields: Any) -> None:
    data = yaml.safe_load(path.read_text("utf-8"))
    for one in data if isinstance(data, list) else [data]:
        one.update(fields)
    path.write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")


@pytest.mark.ffmpeg
def test_generated_takes_say_so_and_films_drawings_and_filmed_takes_do_not(tmp_path: Path) -> None:
    write_small(tmp_path)
    takes = {"SM-T001 media", "SM-T002 media", "SM-T003 media"}
    assert told(tmp_path) == takes
    change(tmp_path / "content/films/small/takes.yml", digital_source_type="compositeWithTrainedAlgorithmicMedia")
    assert told(tmp_path) == takes
    change(tmp_path / "content/films/small/takes.yml", digital_source_type="digitalCapture")
    assert told(tmp_path) == set()


@pytest.mark.ffmpeg
def test_an_exhibition_may_leave_the_words_out(tmp_path: Path) -> None:
    write_small(tmp_path)
    change(tmp_path / "content/site.yml", ai_opening_label="false")
    assert told(tmp_path) == set()


@pytest.mark.ffmpeg
def test_a_version_that_is_the_finished_film_is_not_made_again(tmp_path: Path) -> None:
    write_small(tmp_path)
    home = tmp_path / "content/films/small"
    master = yaml.safe_load((home / "film.yml").read_text("utf-8"))["master"]
    cut = {"id": "SM-V901", "of": "edit", "number": "9", "at": "2026-05-20", "change": "Locked.", "file": master}
    (home / "versions.yml").write_text(yaml.safe_dump([cut]), "utf-8")
    named = {f"{key.record} {key.field}": source for key, source in planned(tmp_path).sources.items()}
    of_version = next(source for name, source in named.items() if name.endswith("V901 file"))
    assert of_version in [source for name, source in named.items() if name.endswith(" master")]
    assert sum(source == of_version for source in named.values()) == 2


@pytest.mark.ffmpeg
def test_a_take_written_as_numbered_stills_is_a_clip_at_the_films_rate(tmp_path: Path) -> None:
    write_small(tmp_path)
    film = tmp_path / "content/films/small"
    (film / "takes/SM-T002.mp4").unlink()
    (film / "takes/moons").mkdir()
    for number in (1, 2, 4):
        Image.new("RGB", (64, 36)).save(film / f"takes/moons/{number:04d}.png")
    takes = yaml.safe_load((film / "takes.yml").read_text("utf-8"))
    takes[1]["media"] = "takes/moons/%04d.png"
    (film / "takes.yml").write_text(yaml.safe_dump(takes), "utf-8")
    named = {f"{key.record} {key.field}": source for key, source in planned(tmp_path).sources.items()}
    source = named["SM-T002 media"]
    assert source.use is Use.CLIP
    assert source.says_ai
    assert source.numbered is not None
    assert source.numbered.fps == 24
    assert [number for number, _ in source.numbered.frames] == [1, 2, 4]
    assert all(path.is_file() for _, path in source.numbered.frames)


@pytest.mark.ffmpeg
def test_the_words_of_every_kind_of_script_reach_the_trail(tmp_path: Path) -> None:
    write_small(tmp_path)
    film = tmp_path / "content/films/small"
    (film / "documents").mkdir()
    (film / "documents/one.fountain").write_text("INT. LIGHTHOUSE\n\nThirteen lanterns.\n", "utf-8")
    document = docx.Document()
    document.add_paragraph("Fourteen lanterns.")
    document.save(str(film / "documents/two.docx"))
    (film / "documents/three.pdf").write_bytes(pdf([Page(words="Fifteen lanterns.")]))
    names = ("one.fountain", "two.docx", "three.pdf")
    versions = [
        {"id": f"SM-V90{n}", "of": "script", "number": str(n), "change": "New.", "file": f"documents/{name}"}
        for n, name in enumerate(names)
    ]
    (film / "versions.yml").write_text(yaml.safe_dump(versions), "utf-8")
    plan = planned(tmp_path)
    wanted = [source for key, source in plan.sources.items() if key in plan.documents]
    made = {one.source: one for one in make_all(wanted, Store(tmp_path / "store"), jobs=1)}
    assert {key.record: text.strip() for key, text in texts_of(plan, made).items()} == {
        "SM-V900": "INT. LIGHTHOUSE\n\nThirteen lanterns.",
        "SM-V901": "Fourteen lanterns.",
        "SM-V902": "Fifteen lanterns.",
    }


def test_stills_of_a_shot_are_taken_inside_its_first_middle_and_last_frame() -> None:
    """On the edge of two frames a decoder may give either."""
    folder = film({"fps": "25"}, shots=[shot(1, cut_in="0", cut_out="24"), shot(2, cut_in="25", cut_out="25"), shot(3)])
    assert shot_moments(folder) == (0.02, 0.5, 0.98, 1.02)
    assert middle_moments(folder) == (0.5, 1.02), "what stands for the shot"


@pytest.mark.ffmpeg
def test_chinas_label_names_the_film_and_each_medium(tmp_path: Path) -> None:
    write_small(tmp_path)
    change(tmp_path / "content/films/small/film.yml", ai_label={"label": "1", "producer": "SM"})
    labelled = ((key.record, source.label.aigc) for key, source in planned(tmp_path).sources.items())
    labels = {record: json.loads(label) for record, label in labelled if label}
    assert labels["SM-T001"]["ProduceID"] == "SM-T001"
    assert labels["small"]["ProduceID"] == "small"
    assert {label["ContentProducer"] for label in labels.values()} == {"SM"}


@pytest.mark.ffmpeg
def test_the_labels_of_masters_assets_boards_and_takes_are_held_against_their_records(tmp_path: Path) -> None:
    write_small(tmp_path)
    film = tmp_path / "content/films/small"
    generated = Label(digital_source_type="trainedAlgorithmicMedia")
    (film / "refs").mkdir()
    Image.new("RGB", (60, 40)).save(film / "refs/face.webp", xmp=packet_of(generated))
    Image.new("RGB", (60, 40)).save(film / "storyboards/SQ01-0020.webp", xmp=packet_of(generated))
    packet = bytes.fromhex("BE7ACFCB97A942E89C71999491E3AFAC") + packet_of(generated)  # XMP in ISO media files
    for name in ("master.mp4", "takes/SM-T001.mp4"):
        with (film / name).open("ab") as file:
            file.write((8 + len(packet)).to_bytes(4) + b"uuid" + packet)
    change(film / "film.yml", digital_source_type="digitalCapture")
    asset = {"id": "SM-A001", "kind": "reference", "file": "refs/face.webp"}
    (film / "assets.yml").write_text(yaml.safe_dump([asset]), "utf-8")
    made = make_all(planned(tmp_path).sources.values(), Store(tmp_path / "store"), jobs=2)
    told = {one.facts["record"] for each in made for one in each.problems if one.code.name == "GB-W116"}
    assert told == {"small", "SM-A001", "SM-SQ01-0020", "SM-T001"}
