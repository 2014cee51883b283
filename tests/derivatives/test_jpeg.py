from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageStat

from glassbox.derivatives.jpeg import read_between
from glassbox.derivatives.pictures import read_picture
from glassbox.derivatives.refusals import Refused


def drawing(size: tuple[int, int]) -> Image.Image:
    """A wash of colour with pen lines on it."""
    width, height = size
    bands = [Image.linear_gradient("L").resize(size), Image.radial_gradient("L").resize(size), Image.new("L", size, 90)]
    picture, chance = Image.merge("RGB", bands), random.Random(7)
    pen = ImageDraw.Draw(picture)
    for _ in range(12):
        ends = [(chance.randrange(width), chance.randrange(height)) for _ in range(2)]
        pen.line(ends, fill=(chance.randrange(120), 40, 200), width=4)
    return picture


def between(path: Path, edge: int) -> Image.Image | None:
    with Image.open(path) as header:
        return read_between(path, header, edge)


@pytest.mark.parametrize("sampling", ["4:4:4", "4:2:2", "4:2:0"])
@pytest.mark.parametrize("size", [(640, 480), (481, 643), (799, 417), (401, 400)])
def test_an_ordinary_jpeg_comes_as_pillow_would_give_it(tmp_path: Path, size: tuple[int, int], sampling: str) -> None:
    path = tmp_path / "board.jpg"
    drawing(size).save(path, quality=92, subsampling=sampling)
    found = between(path, 400)
    assert found is not None
    assert max(found.size) == 400
    with Image.open(path) as picture:
        right = picture.resize(found.size, Image.Resampling.HAMMING)
    light, *colours = ImageStat.Stat(ImageChops.difference(found.convert("YCbCr"), right.convert("YCbCr"))).mean
    assert light < 1  # of 255
    assert max(colours) < 2.5  # kept at half the size, as the JPEG itself has them
    assert read_picture(path, 400).tobytes() == found.tobytes()


@pytest.mark.parametrize("sampling", ["4:4:4", "4:2:0"])
def test_what_is_drawn_stays_where_it_is(tmp_path: Path, sampling: str) -> None:
    path, picture = tmp_path / "board.jpg", Image.new("RGB", (641, 483), "white")
    ImageDraw.Draw(picture).ellipse((400, 100, 440, 140), fill=(200, 0, 0))
    picture.save(path, quality=95, subsampling=sampling)
    found = between(path, 400)
    assert found is not None
    across, down = (new / old for new, old in zip(found.size, picture.size, strict=True))
    for band in range(3):  # red is seen in the colours, the others in the light
        x, y = centre(found.getchannel(band).point(lambda value: 255 - value) if band else red_of(found))
        most = 0.1 if band else 0.35  # libswscale takes the middle of four points' colour for their left edge
        assert x == pytest.approx(420.5 * across, abs=most)
        assert y == pytest.approx(120.5 * down, abs=most)


def red_of(picture: Image.Image) -> Image.Image:
    return picture.convert("YCbCr").getchannel("Cr").point(lambda value: max(0, value - 140))


def centre(picture: Image.Image) -> tuple[float, float]:
    """Where the light of a picture weighs alike on all sides, in points."""
    width = picture.width
    weights = picture.point(lambda value: value if value > 20 else 0).tobytes()
    whole = sum(weights)
    x = sum(weight * (place % width + 0.5) for place, weight in enumerate(weights)) / whole
    y = sum(weight * (place // width + 0.5) for place, weight in enumerate(weights)) / whole
    return x, y


def test_what_is_not_between_is_left_to_pillow(tmp_path: Path) -> None:
    path = tmp_path / "board.jpg"
    drawing((400, 300)).save(path)
    assert [between(path, edge) is None for edge in (1000, 400, 399, 201, 200, 100)] == [
        True, True, False, False, True, True,
    ]  # fmt: skip


@pytest.mark.parametrize("odd", ["grey", "CMYK", "progressive", "comment", "RGB kept"])
def test_what_is_not_ordinary_is_left_to_pillow(tmp_path: Path, odd: str) -> None:
    path, picture = tmp_path / "board.jpg", drawing((400, 300))
    picture = picture.convert({"grey": "L", "CMYK": "CMYK"}.get(odd, "RGB"))
    said: dict[str, Any] = {"comment": b"CS=ITU601"} if odd == "comment" else {}
    picture.save(path, progressive=odd == "progressive", keep_rgb=odd == "RGB kept", **said)
    assert between(path, 300) is None
    assert max(read_picture(path, 300).size) >= 300


def test_a_torn_jpeg_is_refused_as_ever(tmp_path: Path) -> None:
    path = tmp_path / "board.jpg"
    drawing((400, 300)).save(path, quality=92)
    whole = path.read_bytes()
    for share in (0.2, 0.5, 0.9, 0.999):
        path.write_bytes(whole[: int(len(whole) * share)])
        with pytest.raises(Refused):
            read_picture(path, 300)


def test_an_end_put_to_a_torn_jpeg_hides_nothing_that_pillow_shows(tmp_path: Path) -> None:
    path = tmp_path / "board.jpg"
    drawing((400, 300)).save(path, quality=92)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2] + b"\xff\xd9")
    assert between(path, 300) is None


def test_flipped_bytes_cost_no_more_than_the_picture(tmp_path: Path) -> None:
    path, chance = tmp_path / "board.jpg", random.Random(11)
    drawing((400, 300)).save(path, quality=92)
    whole = path.read_bytes()
    for _ in range(150):
        rotten = bytearray(whole)
        for _ in range(chance.choice((1, 4, 20))):
            rotten[chance.randrange(2, len(rotten))] = chance.randrange(256)
        path.write_bytes(rotten)
        try:
            size = read_picture(path, 300).size
        except Refused:
            continue
        assert max(size) >= 1


HERE = """
import ctypes, hashlib, sys
from pathlib import Path
from typing import Any
from PIL import Image
import av
if sys.argv[2] != "all":
    homes = [Path(av.__file__).parent.parent / "av.libs", Path(av.__file__).parent / ".dylibs"]
    (library,) = [path for home in homes for path in home.glob("libavutil*")]
    ctypes.CDLL(str(library)).av_force_cpu_flags(int(sys.argv[2]))
from glassbox.derivatives.jpeg import read_between
path = Path(sys.argv[1])
print(hashlib.sha256(read_between(path, Image.open(path), 400).tobytes()).hexdigest())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="looks for the library where Linux' wheels keep it")
@pytest.mark.parametrize("sampling", ["4:4:4", "4:2:0"])
def test_pictures_do_not_depend_on_what_the_processor_can(tmp_path: Path, sampling: str) -> None:
    path = tmp_path / "board.jpg"
    drawing((641, 483)).save(path, quality=92, subsampling=sampling)
    said = [
        subprocess.run([sys.executable, "-c", HERE, str(path), flags], check=True, capture_output=True, text=True)
        for flags in ("all", "0")
    ]
    assert len(said[0].stdout) == 65
    assert said[0].stdout == said[1].stdout
