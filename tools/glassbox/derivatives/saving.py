"""Pictures into files: WebP and JPEG of pixels and nothing else, each read back before it counts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image, ImageOps

from glassbox.derivatives.recipes import SHARE_CARD_PX

WEBP_QUALITY = 80
WEBP_METHOD = 4  # about 25 ms a megapixel; 6 takes three times that for 2 % fewer bytes
JPEG_QUALITY = 85


class NotAsWritten(Exception):
    """A file that we made did not read back as what was asked for."""


@dataclass(frozen=True)
class Draft:
    """A file that was made aside and is not yet in the store. `stored` is its plain name in its folder."""

    role: str
    stored: str
    mime: str
    width: int | None = None
    height: int | None = None
    seconds: float | None = None
    moments: tuple[float, ...] = ()
    columns: int = 0
    page: int = 0


def save_webp(picture: Image.Image, folder: Path, role: str, *, seconds: float | None = None, page: int = 0) -> Draft:
    """`role-640x360.webp`; `role-640x360-<milliseconds>.webp` for a still, `role-640x360-p2.webp` for a third page."""
    moment = "" if seconds is None else f"-{round(seconds * 1000):09d}"
    path = folder / f"{role}-{picture.width}x{picture.height}{moment}{_of_page(page)}.webp"
    _bare(picture).save(path, "WEBP", quality=WEBP_QUALITY, method=WEBP_METHOD)
    return _checked(path, picture, Draft(role, path.name, "image/webp", *picture.size, seconds, page=page))


def save_jpeg(picture: Image.Image, folder: Path, role: str, *, page: int = 0) -> Draft:
    path = folder / f"{role}-{picture.width}x{picture.height}{_of_page(page)}.jpg"
    _bare(picture.convert("RGB")).save(path, "JPEG", quality=JPEG_QUALITY, optimize=True, progressive=True)
    return _checked(path, picture, Draft(role, path.name, "image/jpeg", *picture.size, page=page))


def _of_page(page: int) -> str:
    return f"-p{page}" if page else ""


def _bare(picture: Image.Image) -> Image.Image:
    """Only its pixels: Pillow would write a comment or a profile that the source left in its `info`."""
    pixels = picture.copy()
    pixels.info = {}
    return pixels


def _checked(path: Path, picture: Image.Image, draft: Draft) -> Draft:
    with Image.open(path, formats=("WEBP", "JPEG")) as made:
        made.load()
        if made.size != picture.size:
            raise NotAsWritten(f"{path.name} is {made.size}, not {picture.size}")
        if foreign := set(made.info) & {"exif", "icc_profile", "comment", "xmp"}:
            raise NotAsWritten(f"{path.name} carries {sorted(foreign)}")
    return draft


def fitted(picture: Image.Image, edge: int) -> Image.Image:
    """The picture with its longer edge at most `edge` pixels, at least 1 px each way; never enlarged."""
    longest = max(picture.size)
    if longest <= edge:
        return picture
    size = (max(1, round(picture.width * edge / longest)), max(1, round(picture.height * edge / longest)))
    # Lanczos takes twice as long; on the way down the eye finds no difference. Whole factors go by plain averages,
    # which the next size of a set is as a rule: a quarter of the time.
    return picture.resize(size, Image.Resampling.HAMMING, reducing_gap=1.0)


def share_card(picture: Image.Image, colour: str) -> Image.Image:
    """The picture as links show it, cut to their shape; one of another shape stands whole on a dark ground."""
    wide, high = SHARE_CARD_PX
    if 0.75 < (picture.width * high) / (picture.height * wide) < 1.5:
        return ImageOps.fit(picture, SHARE_CARD_PX, Image.Resampling.LANCZOS)
    inside = ImageOps.contain(picture, SHARE_CARD_PX, Image.Resampling.LANCZOS)
    ground = tuple(part // 4 for part in bytes.fromhex(colour.removeprefix("#")))
    card = Image.new("RGB", SHARE_CARD_PX, ground)
    card.paste(inside, ((wide - inside.width) // 2, (high - inside.height) // 2))
    return card


def colour_of(picture: Image.Image) -> str:
    """The colour that stands for a picture, `#rrggbb`: frequent, and rather coloured than grey or black."""
    small = picture.convert("RGB").resize((48, 48), Image.Resampling.BOX)
    few = small.quantize(6, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).convert("RGB")
    counted: Any = few.getcolors(48 * 48) or []

    def weight(entry: tuple[int, tuple[int, ...]]) -> tuple[float, tuple[int, ...]]:
        count, rgb = entry
        return count * (0.15 + (max(rgb) - min(rgb)) / 255) * (0.2 + max(rgb) / 255), rgb

    _, rgb = max(counted, key=weight)
    return "#" + bytes(rgb).hex()
