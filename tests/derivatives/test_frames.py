"""Numbered stills as takes: everything that a clip gets, at the film's rate, with gaps told."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from PIL import Image

from glassbox.derivatives import Label, Made, Numbered, Source, Store, Use, ffmpeg, make_all
from glassbox.derivatives.running import run

pytestmark = pytest.mark.ffmpeg
Codes = Callable[[Made], list[str]]
MadeOf = Callable[..., Made]


def stills(folder: Path, numbers: range | list[int], ending: str = "png", size: tuple[int, int] = (160, 90)) -> None:
    """Frames that grow lighter with their number."""
    folder.mkdir(exist_ok=True)
    for number in numbers:
        light = min(255, 20 + number * 4)
        Image.new("RGB", size, (light, light, 30)).save(folder / f"{number:04d}.{ending}")


@pytest.fixture
def made_of_frames(store: Store, source: Callable[..., Source]) -> MadeOf:
    """What one worker makes of the stills in a folder."""

    def maker(folder: Path, *, fps: Fraction = Fraction(24), jobs: int = 1) -> Made:
        frames = tuple((int(path.stem), path) for path in sorted(folder.iterdir()))
        first, last = frames[0][1], frames[-1][1]
        named = source(folder / f"[{first.stem}-{last.stem}]{first.suffix}", Use.CLIP)
        (made,) = make_all([replace(named, numbered=Numbered(frames, fps))], store, jobs=jobs)
        return made

    return maker


def light_at(made: Made, moment: float) -> int:
    """Brightness of the still at this moment."""
    still = min(made.of("still"), key=lambda file: abs((file.seconds or 0) - moment))
    with Image.open(still.path) as picture:
        return int(picture.convert("RGB").getpixel((10, 10))[0])  # type: ignore[index]


@pytest.mark.parametrize("ending", ["png", "jpg", "tif", "webp", "bmp"])
def test_stills_become_all_that_a_clip_becomes(tmp_path: Path, made_of_frames: MadeOf, ending: str) -> None:
    stills(tmp_path / "rain", range(1, 49), ending)
    made = made_of_frames(tmp_path / "rain")
    assert not made.problems
    assert {file.role for file in made.files} == {"poster", "still", "sprite", "preview", "playable"}
    assert made.facts is not None
    assert (made.facts.seconds, made.facts.fps, made.facts.frames) == (2.0, 24.0, 48)
    assert (made.facts.width, made.facts.height) == (160, 90)
    (playable,) = made.of("playable")
    assert playable.seconds == pytest.approx(2.0, abs=0.05)
    assert light_at(made, 0.0) < light_at(made, 1.0) < light_at(made, 2.0)


def test_the_films_rate_decides_the_length(tmp_path: Path, made_of_frames: MadeOf) -> None:
    stills(tmp_path / "rain", range(100, 150))
    made = made_of_frames(tmp_path / "rain", fps=Fraction(24000, 1001))
    assert made.facts is not None
    assert made.facts.seconds == pytest.approx(50 * 1001 / 24000, abs=0.001)
    assert made.of("playable")[0].seconds == pytest.approx(50 * 1001 / 24000, abs=0.05)


def test_missing_frames_are_told_and_the_clip_keeps_its_length(
    tmp_path: Path, made_of_frames: MadeOf, codes: Codes
) -> None:
    stills(tmp_path / "rain", [*range(1, 12), *range(14, 30), *range(31, 49)])
    made = made_of_frames(tmp_path / "rain")
    assert codes(made) == ["GB-W123"]
    assert "12–13, 30." in made.problems[0].sentence("en")
    assert made.of("playable")[0].seconds == pytest.approx(2.0, abs=0.05)


def test_a_long_take_of_stills_is_read_from_its_beginning_to_its_end(tmp_path: Path, made_of_frames: MadeOf) -> None:
    stills(tmp_path / "rain", range(1, 14 * 5), size=(64, 36))
    made = made_of_frames(tmp_path / "rain", fps=Fraction(5))
    assert not made.problems
    assert made.facts is not None
    assert made.facts.seconds == pytest.approx(13.8)
    assert made.of("preview")[0].seconds == pytest.approx(6.0, abs=0.1)
    assert light_at(made, 0.0) < light_at(made, 7.0) < light_at(made, 14.0)


def test_openexr_is_shown_as_screens_show_it(tmp_path: Path, made_of_frames: MadeOf) -> None:
    folder = tmp_path / "light"
    folder.mkdir()
    grey = "color=c=gray:size=64x36:rate=24:duration=0.5,format=gbrpf32le"
    run(ffmpeg(), ["-f", "lavfi", "-i", grey, "-c:v", "exr", "-start_number", "1", "file:%04d.exr"], folder)
    made = made_of_frames(folder)
    assert not made.problems
    # The maker wrote 128/255 as light; on a screen that is 188 of 255.
    assert light_at(made, 0.2) == pytest.approx(188, abs=6)


def test_dpx_as_scanners_write_it_is_read(tmp_path: Path, made_of_frames: MadeOf) -> None:
    folder = tmp_path / "scan"
    folder.mkdir()
    ramp = "gradients=duration=1:size=160x90:rate=24:c0=black:c1=white:x0=0:x1=159:y0=0:y1=0:nb_colors=2:speed=0.00001"
    coding = ["-c:v", "dpx", "-pix_fmt", "gbrp10be", "-start_number", "86400"]
    run(ffmpeg(), ["-f", "lavfi", "-i", ramp, *coding, "file:%06d.dpx"], folder)
    made = made_of_frames(folder)
    assert not made.problems
    assert made.facts is not None
    assert (made.facts.codec, made.facts.frames, made.facts.width) == ("dpx", 24, 160)
    with Image.open(made.of("poster")[0].path) as picture:
        dark, light = (picture.convert("L").getpixel((x, 45)) for x in (3, 156))
    assert abs(int(light) - int(dark)) > 180  # type: ignore[arg-type]


def test_a_frame_of_another_size_is_brought_to_that_of_the_first(tmp_path: Path, made_of_frames: MadeOf) -> None:
    stills(tmp_path / "rain", range(1, 25))
    stills(tmp_path / "rain", [12], size=(320, 180))
    made = made_of_frames(tmp_path / "rain")
    assert made.facts is not None
    assert (made.facts.width, made.facts.height, made.facts.frames) == (160, 90, 24)
    assert made.of("playable")[0].seconds == pytest.approx(1.0, abs=0.05)
    assert {(file.width, file.height) for file in made.of("still")} == {(160, 90)}


def test_unchanged_frames_are_not_read_again_and_a_changed_one_is(tmp_path: Path, made_of_frames: MadeOf) -> None:
    stills(tmp_path / "rain", range(1, 13))
    for path in (tmp_path / "rain").iterdir():
        os.utime(path, (1, 1))
    first, again = made_of_frames(tmp_path / "rain"), made_of_frames(tmp_path / "rain")
    assert first.fresh
    assert not again.fresh
    assert [file.name for file in again.files] == [file.name for file in first.files]
    Image.new("RGB", (160, 90), (9, 200, 9)).save(tmp_path / "rain/0006.png")
    os.utime(tmp_path / "rain/0006.png", (1, 1))
    changed = made_of_frames(tmp_path / "rain")
    assert changed.fresh
    assert {file.name for file in changed.files}.isdisjoint(file.name for file in first.files)


def test_a_broken_frame_is_told_and_the_others_are_shown(tmp_path: Path, made_of_frames: MadeOf, codes: Codes) -> None:
    stills(tmp_path / "rain", range(1, 25), "jpg")
    noise = Image.effect_noise((160, 90), 90).convert("RGB")
    noise.save(tmp_path / "rain/0012.jpg")
    whole = (tmp_path / "rain/0012.jpg").read_bytes()
    (tmp_path / "rain/0012.jpg").write_bytes(whole[:20])
    made = made_of_frames(tmp_path / "rain")
    assert codes(made) == ["GB-W103"]
    assert made.of("playable")


@pytest.mark.parametrize("harm", ["empty", "text", "another kind"])
def test_a_frame_that_is_no_frame_is_told_by_its_number(
    tmp_path: Path, made_of_frames: MadeOf, codes: Codes, harm: str
) -> None:
    stills(tmp_path / "rain", range(1, 13))
    odd = tmp_path / "rain/0007.png"
    if harm == "another kind":
        Image.new("RGB", (160, 90)).save(odd, "JPEG")
    else:
        odd.write_bytes(b"" if harm == "empty" else b"#EXTM3U\nfile:///etc/hostname\n")
    made = made_of_frames(tmp_path / "rain")
    assert not made.files
    assert codes(made) == ["GB-W105" if harm == "text" else "GB-W102"]
    assert "frame 7" in made.problems[0].sentence("en")


def test_numbers_too_far_apart_are_refused_before_anything_is_read(
    tmp_path: Path, made_of_frames: MadeOf, codes: Codes
) -> None:
    stills(tmp_path / "rain", [1, 2])
    (tmp_path / "rain/0002.png").rename(tmp_path / "rain/900000.png")
    assert codes(made_of_frames(tmp_path / "rain")) == ["GB-W104"]


def test_a_label_in_the_first_frame_is_kept(tmp_path: Path, made_of_frames: MadeOf) -> None:
    stills(tmp_path / "rain", range(1, 13), "webp")
    term = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
    packet = (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description xmlns:i="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">'
        f"<i:DigitalSourceType>{term}</i:DigitalSourceType></rdf:Description></rdf:RDF></x:xmpmeta>"
    )
    Image.new("RGB", (160, 90)).save(tmp_path / "rain/0001.webp", xmp=packet.encode())
    made = made_of_frames(tmp_path / "rain")
    assert made.facts is not None
    assert made.facts.said_source_type == "trainedAlgorithmicMedia"


def test_an_archive_below_a_folder_with_a_percent_sign_reads_its_frames(
    tmp_path: Path, source: Callable[..., Source]
) -> None:
    home = tmp_path / "100%03d"
    home.mkdir()
    stills(home / "rain", range(1, 13))
    frames = tuple((int(path.stem), path) for path in sorted((home / "rain").iterdir()))
    named = replace(source(home / "rain/[0001-0012].png", Use.CLIP, Label()), numbered=Numbered(frames, Fraction(24)))
    (made,) = make_all([named], Store(home / "store"), jobs=2)
    assert not made.problems
    assert made.of("playable")
