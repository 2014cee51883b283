"""Pictures as phones write them: HEIC, upright and in their colours."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from glassbox.derivatives import Made, Use
from making.heic import heic

pytestmark = pytest.mark.ffmpeg
Maker = Callable[..., Made]
Codes = Callable[[Made], list[str]]
RED, BLUE = (220, 20, 20), (20, 20, 220)


def two_halves(size: tuple[int, int]) -> Image.Image:
    """Red above, blue below."""
    picture = Image.new("RGB", size, RED)
    picture.paste(BLUE, (0, size[1] // 2, *size))
    return picture


def pixel(made: Made, x: float, y: float) -> tuple[int, ...]:
    with Image.open(made.of("picture")[-1].path) as picture:
        return picture.convert("RGB").getpixel((int(x * picture.width), int(y * picture.height)))  # type: ignore


def near(one: tuple[int, ...], other: tuple[int, ...], most: int = 30) -> bool:
    return all(abs(a - b) <= most for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("turns", [0, 1, 2, 3])
def test_a_heic_stands_upright_whichever_way_the_phone_was_held(tmp_path: Path, made_of: Maker, turns: int) -> None:
    held = two_halves((300, 400)).rotate(-90 * turns, expand=True)
    (tmp_path / "phone.heic").write_bytes(heic(held, tmp_path, quarter_turns=turns))
    made = made_of(tmp_path / "phone.heic", Use.PICTURE)
    assert not made.problems
    assert made.facts is not None
    assert (made.facts.format, made.facts.width, made.facts.height) == ("HEIF", 300, 400)
    assert near(pixel(made, 0.5, 0.2), RED)
    assert near(pixel(made, 0.5, 0.8), BLUE)


def swapped_profile() -> bytes:
    """A profile under which red means green: nobody who ignores it gets the colours right."""
    plain = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    at = {bytes(plain[place : place + 4]): place for place in range(132, 132 + 12 * int.from_bytes(plain[128:132]), 12)}
    red, green = at[b"rXYZ"], at[b"gXYZ"]
    plain[red + 4 : red + 12], plain[green + 4 : green + 12] = plain[green + 4 : green + 12], plain[red + 4 : red + 12]
    return bytes(plain)


def test_a_heics_colour_profile_is_brought_to_srgb(tmp_path: Path, made_of: Maker) -> None:
    (tmp_path / "phone.heic").write_bytes(heic(two_halves((320, 240)), tmp_path, profile=swapped_profile()))
    made = made_of(tmp_path / "phone.heic", Use.PICTURE)
    assert not made.problems
    assert near(pixel(made, 0.5, 0.2), (20, 220, 20), 45)


def test_a_heic_that_breaks_off_is_told(tmp_path: Path, made_of: Maker, codes: Codes) -> None:
    noise = Image.effect_noise((320, 240), 90).convert("RGB")
    whole = heic(noise, tmp_path)
    (tmp_path / "phone.heic").write_bytes(whole[: len(whole) // 2])
    made = made_of(tmp_path / "phone.heic", Use.PICTURE)
    assert codes(made) == ["GB-W102"]
    assert not made.files


def test_a_heic_that_claims_a_huge_size_is_refused_before_it_is_decoded(
    tmp_path: Path, made_of: Maker, codes: Codes
) -> None:
    whole = heic(two_halves((320, 240)), tmp_path)
    claim = (320).to_bytes(4) + (240).to_bytes(4)
    assert whole.count(claim) == 1
    (tmp_path / "phone.heic").write_bytes(whole.replace(claim, (20_000).to_bytes(4) * 2))
    assert codes(made_of(tmp_path / "phone.heic", Use.PICTURE)) == ["GB-W104"]
