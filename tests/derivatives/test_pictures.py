from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from glassbox.derivatives import Made, Use
from glassbox.derivatives.pictures import read_picture
from glassbox.derivatives.refusals import Refused

Maker = Callable[..., Made]
Codes = Callable[[Made], list[str]]
RED, BLUE = (220, 20, 20), (20, 20, 220)


def two_halves(size: tuple[int, int] = (400, 200), mode: str = "RGB") -> Image.Image:
    """Red above, blue below."""
    picture = Image.new("RGB", size, RED)
    picture.paste(BLUE, (0, size[1] // 2, *size))
    return picture.convert(mode)


def pixel(made: Made, x: float, y: float) -> tuple[int, ...]:
    """A pixel of the largest WebP, by its share of width and height."""
    largest = max((file for file in made.of("picture") if file.mime == "image/webp"), key=lambda file: file.width)
    with Image.open(largest.path) as picture:
        return picture.convert("RGB").getpixel((int(x * picture.width), int(y * picture.height)))  # type: ignore


def near(one: tuple[int, ...], other: tuple[int, ...], most: int = 30) -> bool:
    return all(abs(a - b) <= most for a, b in zip(one, other, strict=True))


def test_a_picture_comes_in_its_sizes_and_is_never_enlarged(tmp_path: Path, made_of: Maker) -> None:
    two_halves((1500, 900)).save(tmp_path / "board.png")
    made = made_of(tmp_path / "board.png", Use.PICTURE)
    assert not made.problems
    assert [(file.width, file.height) for file in made.of("picture") if file.mime == "image/webp"] == [
        (320, 192), (640, 384), (1280, 768), (1500, 900),
    ]  # fmt: skip
    assert [file.width for file in made.of("picture") if file.mime == "image/jpeg"] == [1280]
    assert made.facts is not None
    assert (made.facts.width, made.facts.height) == (1500, 900)
    assert made.colour.startswith("#")


@pytest.mark.parametrize("turn", range(1, 9))
def test_a_phone_picture_stands_upright_whichever_way_it_was_held(tmp_path: Path, made_of: Maker, turn: int) -> None:
    upright = two_halves((300, 400))
    back = {2: (0,), 3: (3,), 4: (1,), 5: (5,), 6: (2,), 7: (6,), 8: (4,)}.get(turn, ())
    held = upright
    for step in back:  # what the camera stored; FLIP_LEFT_RIGHT 0, FLIP_TOP_BOTTOM 1, ROTATE_90 2, 180 3, 270 4 ...
        held = held.transpose(Image.Transpose(step))
    exif = Image.Exif()
    exif[0x0112] = turn
    held.save(tmp_path / "phone.jpg", exif=exif, quality=95)
    made = made_of(tmp_path / "phone.jpg", Use.PICTURE)
    assert made.facts is not None
    assert (made.facts.width, made.facts.height) == (300, 400)
    assert near(pixel(made, 0.5, 0.2), RED)
    assert near(pixel(made, 0.5, 0.8), BLUE)


def test_position_owner_and_comment_of_a_camera_are_in_no_published_byte(tmp_path: Path, made_of: Maker) -> None:
    exif = Image.Exif()
    exif[0x013B] = "GBX-OWNER"
    exif.get_ifd(0x8825)[1] = "GBX-GPS"
    two_halves().save(tmp_path / "phone.jpg", exif=exif, comment=b"GBX-COMMENT", xmp=b"<x>GBX-XMP</x>")
    made = made_of(tmp_path / "phone.jpg", Use.PICTURE)
    for file in made.files:
        assert b"GBX-" not in file.path.read_bytes()
    assert "phone" not in "".join(file.name for file in made.files)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16"])
def test_every_kind_of_pixel_becomes_a_right_picture(tmp_path: Path, made_of: Maker, mode: str) -> None:
    path = tmp_path / ("poster.tif" if mode == "CMYK" else "poster.png")
    if mode == "I;16":
        ramp = Image.new("I;16", (256, 8))
        ramp.putdata([x * 257 for x in range(256)] * 8)
        ramp.save(path)
        made = made_of(path, Use.PICTURE)
        assert near(pixel(made, 0.25, 0.5), (64, 64, 64), 6)
        assert near(pixel(made, 0.75, 0.5), (192, 192, 192), 6)
        return
    two_halves(mode="RGB").convert(mode).save(path)
    made = made_of(path, Use.PICTURE)
    assert not made.problems
    above, below = pixel(made, 0.5, 0.2), pixel(made, 0.5, 0.8)
    if mode in ("P", "RGBA", "CMYK"):
        assert near(above, RED)
        assert near(below, BLUE)
    elif mode != "1":
        assert above[0] > below[0]


def test_a_light_drawing_without_ground_does_not_vanish(tmp_path: Path, made_of: Maker) -> None:
    for name, ink, ground_is_dark in (("light.png", 255, True), ("dark.png", 0, False)):
        drawing = Image.new("RGBA", (100, 100), (ink, ink, ink, 0))
        drawing.paste((ink, ink, ink, 255), (25, 25, 75, 75))
        drawing.save(tmp_path / name)
        made = made_of(tmp_path / name, Use.PICTURE)
        assert (pixel(made, 0.05, 0.05)[0] < 60) == ground_is_dark
        assert near(pixel(made, 0.5, 0.5), (ink, ink, ink), 8)


def test_colours_of_another_profile_are_brought_to_srgb_and_a_broken_profile_is_ignored(tmp_path: Path) -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    picture = two_halves()
    for name, profile in (("good.jpg", lab), ("broken.jpg", b"not a profile at all")):
        picture.save(tmp_path / name, icc_profile=profile, quality=95)
        assert near(read_picture(tmp_path / name, 640).getpixel((10, 10)), RED)  # type: ignore[arg-type]


def test_only_the_first_of_several_pages_is_shown_and_that_is_told(
    tmp_path: Path, made_of: Maker, codes: Codes
) -> None:
    pages = [Image.new("RGB", (60, 40), colour) for colour in (RED, BLUE)]
    pages[0].save(tmp_path / "board.tif", save_all=True, append_images=pages[1:])
    made = made_of(tmp_path / "board.tif", Use.PICTURE)
    assert codes(made) == ["GB-W109"]
    assert near(pixel(made, 0.5, 0.5), RED)


def test_a_picture_one_pixel_wide_keeps_its_pixel(tmp_path: Path, made_of: Maker) -> None:
    Image.new("RGB", (1, 9000), RED).save(tmp_path / "thin.png")
    made = made_of(tmp_path / "thin.png", Use.PICTURE)
    assert {file.width for file in made.files} == {1}


def broken_png(data: bytes) -> bytes:
    at = data.index(b"IDAT") + 10
    return data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]


@pytest.mark.parametrize(
    "harm", ["half a JPEG", "half a PNG", "wrong sum", "a PDF cut off", "SVG", "text", "EPS", "empty"]
)
def test_a_broken_or_foreign_picture_is_told_with_its_record_and_file(
    tmp_path: Path, made_of: Maker, codes: Codes, harm: str
) -> None:
    jpeg, png = io.BytesIO(), io.BytesIO()
    Image.effect_noise((200, 100), 80).save(jpeg, "JPEG")
    Image.effect_noise((200, 100), 80).save(png, "PNG")
    data = {
        "half a JPEG": jpeg.getvalue()[: len(jpeg.getvalue()) // 2],
        "half a PNG": png.getvalue()[: len(png.getvalue()) // 2],
        "wrong sum": broken_png(png.getvalue()),
        "SVG": b"<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/hostname'/></svg>",
        "a PDF cut off": b"%PDF-1.7\n" + bytes(50),
        "text": "只是文字".encode(),
        "EPS": b"%!PS-Adobe-3.0 EPSF-3.0\n(/etc/hostname) run",
        "empty": b"",
    }[harm]
    path = tmp_path / "still.jpg"
    path.write_bytes(data)
    made = made_of(path, Use.PICTURE)
    assert not made.files
    assert codes(made) == ["GB-W101" if harm == "empty" else "GB-W102" if "a " in harm or "sum" in harm else "GB-W105"]
    for lang in ("en", "zh"):
        line = made.problems[0].line(lang)
        assert line.startswith("content/films/rain/takes.yml:7: RN-T001")
        assert "takes/still.jpg" in line
        assert str(tmp_path) not in line


def test_a_picture_larger_than_memory_is_refused_before_it_is_decoded(
    tmp_path: Path, made_of: Maker, codes: Codes
) -> None:
    Image.new("1", (13_000, 13_000)).save(tmp_path / "bomb.png")
    made = made_of(tmp_path / "bomb.png", Use.PICTURE)
    assert codes(made) == ["GB-W104"]
    assert "13000×13000" in made.problems[0].sentence("en")


def test_a_large_picture_of_one_bit_is_shrunk_in_strips(tmp_path: Path) -> None:
    picture = Image.new("1", (9_000, 9_000))
    picture.paste(1, (0, 0, 9_000, 4_500))
    picture.save(tmp_path / "large.png")
    small = read_picture(tmp_path / "large.png", 640)
    assert max(small.size) <= 1300
    assert small.getpixel((300, 100)) == (255, 255, 255)
    assert small.getpixel((300, small.height - 100)) == (0, 0, 0)


def test_a_word_document_called_jpg_is_no_picture(tmp_path: Path) -> None:
    (tmp_path / "x.jpg").write_bytes(b"\xff\xd8\xff" + bytes(100))
    with pytest.raises(Refused):
        read_picture(tmp_path / "x.jpg", 640)
