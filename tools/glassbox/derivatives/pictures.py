"""Picture files read right: upright, in sRGB, eight bits, one frame, without alpha, and never larger than needed."""

from __future__ import annotations

import io
import re
import struct
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import ceil
from pathlib import Path

from PIL import Image, ImageCms, ImageStat, UnidentifiedImageError

from glassbox.derivatives import jpeg, pdf
from glassbox.derivatives.incoming import Said, said_by_picture
from glassbox.derivatives.limits import MAX_PICTURE_PIXELS
from glassbox.derivatives.refusals import Refused
from glassbox.derivatives.values import Remark

FORMATS = ("JPEG", "PNG", "WEBP", "TIFF", "GIF", "AVIF", "BMP", "HEIF")
_TURNS = {
    2: (Image.Transpose.FLIP_LEFT_RIGHT,),
    3: (Image.Transpose.ROTATE_180,),
    4: (Image.Transpose.FLIP_TOP_BOTTOM,),
    5: (Image.Transpose.TRANSPOSE,),
    6: (Image.Transpose.ROTATE_270,),
    7: (Image.Transpose.TRANSVERSE,),
    8: (Image.Transpose.ROTATE_90,),
}  # EXIF orientation -> what makes it upright
_SIDEWAYS = (5, 6, 7, 8)
_BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    struct.error,
    KeyError,
    IndexError,
    TypeError,
    ZeroDivisionError,
    RuntimeError,
)
"""What Pillow's readers raise for broken files."""
_STRIP_PIXELS = 4_000_000
_PDF_EDGE = 2560
"""A PDF has no pixels of its own; its pages are drawn with this longer edge."""
_PAGES_SECONDS = 200.0
"""For all pages of one file; what is not read by then is told."""
_FONTS_SECONDS = 20.0


@dataclass(frozen=True)
class PictureFacts:
    format: str
    width: int
    height: int
    pages: int
    said: Said


def facts_of(path: Path) -> PictureFacts:
    """Format, size upright and number of pages, from the header. Raises Refused."""
    if pdf.is_pdf(path):
        pages, width, height = pdf.outline_of(path, _PDF_EDGE)
        return PictureFacts("PDF", width, height, pages, Said())
    with _opened(path) as picture:
        width, height = picture.size
        if _orientation(picture) in _SIDEWAYS:
            width, height = height, width
        return PictureFacts(picture.format or "", width, height, _pages(picture), said_by_picture(picture))


def said_by(path: Path) -> Said:
    """The label that a picture brings along; nothing where it is none that is read here."""
    try:
        with _opened(path) as picture:
            return said_by_picture(picture)
    except Refused:
        return Said()


def pages_of(path: Path, edge: int, count: int) -> Iterator[tuple[int, Image.Image | Refused]]:
    """The first `count` pages as `read_picture` gives them; a page that is broken or too large costs only itself."""
    until = time.monotonic() + _PAGES_SECONDS
    if pdf.is_pdf(path):
        yield from pdf.pages_of(path, min(edge, _PDF_EDGE), count, until)
        return
    for page in range(count):
        try:
            if page and time.monotonic() > until:
                raise Refused("MEDIUM_STUCK", reason=f"{_PAGES_SECONDS:.0f} seconds were not enough")
            yield page, read_picture(path, edge, page)
        except Refused as refused:
            yield page, refused


def words_lost(path: Path, count: int) -> tuple[Remark, ...]:
    """Told where pages of a PDF write in fonts that are not in the file: such words are not drawn."""
    names = pdf.fonts_absent(path, count, _FONTS_SECONDS) if pdf.is_pdf(path) else []
    told = ", ".join(names[:5]) + ("…" if len(names) > 5 else "")
    return (Remark("MEDIUM_FONTS_ABSENT", {"fonts": told}),) if names else ()


def read_picture(path: Path, edge: int, page: int = 0) -> Image.Image:
    """A picture of the file, the first, in RGB, upright, its longer edge at most `edge` (or a little more).

    Raises Refused for a file that is broken, too large, or no picture. A PDF goes through `pages_of`.
    """
    _check_sums(path)
    with _opened(path) as picture:
        _turn_to(picture, page)
        turn, profile = _orientation(picture), picture.info.get("icc_profile")
        try:
            between = jpeg.read_between(path, picture, edge)
            small = _loaded(picture, edge) if between is None else between
        except (*_BROKEN, Image.DecompressionBombError) as error:
            raise Refused("MEDIUM_UNREADABLE", reason=_words(error)) from error
    small = _in_srgb(small, profile if isinstance(profile, bytes) else None)
    for step in _TURNS.get(turn, ()):
        small = small.transpose(step)
    return small


def _loaded(picture: Image.Image, edge: int) -> Image.Image:
    if picture.format == "JPEG":
        # The decoder then halves on its own, as far as both sides stay above what is asked for.
        wide, high = (ceil(side * edge / max(picture.size)) for side in picture.size)
        picture.draft(None, (wide, high))
    picture.load()
    return _reduced(picture, edge)


def _turn_to(picture: Image.Image, page: int) -> None:
    if not page:
        return
    try:
        picture.seek(page)
    except _BROKEN as error:
        raise Refused("MEDIUM_UNREADABLE", reason=_words(error)) from error
    _check_size(picture)


_MOST = f"{MAX_PICTURE_PIXELS // 1_000_000} megapixels"


@cache
def _learn_heif() -> None:
    """Teach Pillow to read what phones write. libheif turns the picture upright and says so."""
    from pi_heif import register_heif_opener

    register_heif_opener(thumbnails=False, depth_images=False, aux_images=False, decode_threads=1)


def _opened(path: Path) -> Image.Image:
    _learn_heif()
    Image.MAX_IMAGE_PIXELS = MAX_PICTURE_PIXELS  # warns above; we refuse above
    try:
        picture = Image.open(path, formats=FORMATS)
    except UnidentifiedImageError as error:
        raise Refused("MEDIUM_UNREADABLE", reason="not a whole JPEG, PNG, WebP, TIFF, GIF, AVIF, BMP, HEIC") from error
    except Image.DecompressionBombError as error:
        raise Refused("MEDIUM_TOO_LARGE", reason=_pixels_said(error), most=_MOST) from error
    except _BROKEN as error:
        raise Refused("MEDIUM_UNREADABLE", reason=_words(error)) from error
    _check_size(picture)
    return picture


def _check_size(picture: Image.Image) -> None:
    if picture.width * picture.height > MAX_PICTURE_PIXELS:
        size = _size(picture)
        picture.close()
        raise Refused("MEDIUM_TOO_LARGE", reason=size, most=_MOST)


def _check_sums(path: Path) -> None:
    """A PNG carries sums of its data, which loading does not look at: a broken one would come out black."""
    with _opened(path) as picture:
        if picture.format != "PNG":
            return
        try:
            picture.verify()
        except _BROKEN as error:
            raise Refused("MEDIUM_UNREADABLE", reason=_words(error)) from error


def _size(picture: Image.Image) -> str:
    return f"{picture.width}×{picture.height} px"


def _pixels_said(error: Image.DecompressionBombError) -> str:
    number = re.search(r"\d+", str(error))
    return f"{int(number[0]) // 1_000_000:,} megapixels" if number else str(error)


def _words(error: BaseException) -> str:
    return str(error) or type(error).__name__


def _orientation(picture: Image.Image) -> int:
    """EXIF orientation, 1 where there is none or the EXIF is broken (the picture itself may be whole)."""
    try:
        return int(picture.getexif().get(0x0112, 1))
    except _BROKEN:
        return 1


def _pages(picture: Image.Image) -> int:
    try:
        return int(getattr(picture, "n_frames", 1))
    except _BROKEN:
        return 1


def _reduced(picture: Image.Image, edge: int) -> Image.Image:
    """An eight-bit copy (L, RGB, RGBA, CMYK or LAB), shrunk by a whole factor while it is still larger than asked.

    Large pictures go strip by strip: a one-bit bomb would else fill the memory as RGB.
    """
    factor = max(1, max(picture.size) // (edge * 2))  # whole steps to twice the size; the last step is a fine one
    if factor == 1:
        return _eight_bit(picture, is_ours=True)
    rows = max(factor, _STRIP_PIXELS // picture.width // factor * factor)
    strips = []
    for top in range(0, picture.height, rows):
        strip = picture.crop((0, top, picture.width, min(top + rows, picture.height)))
        strips.append(_eight_bit(strip, whole=picture).reduce(factor))
    whole = Image.new(strips[0].mode, (strips[0].width, sum(strip.height for strip in strips)))
    top = 0
    for strip in strips:
        whole.paste(strip, (0, top))
        top += strip.height
    return whole


def _eight_bit(picture: Image.Image, whole: Image.Image | None = None, *, is_ours: bool = False) -> Image.Image:
    """`whole` is the picture that a strip was cut from: its brightest point decides the scale.

    `is_ours` says that the picture itself may be given back: a copy of a large one costs a fifth of its decoding.
    """
    mode = picture.mode
    if mode in ("L", "RGB", "RGBA", "CMYK", "LAB"):
        return picture if is_ours else picture.copy()
    if mode in ("I", "F") or mode.startswith("I;16"):
        return _scaled(picture, whole or picture)
    if mode in ("LA", "PA", "La", "RGBa") or "transparency" in picture.info:
        return picture.convert("RGBA")
    return picture.convert("L" if mode == "1" else "RGB")


def _scaled(picture: Image.Image, whole: Image.Image) -> Image.Image:
    """Sixteen bits and more, brought to eight by scaling: a ramp stays a ramp where a plain convert clips to white."""
    _, high = whole.getextrema()
    most = 1.0 if whole.mode == "F" and float(high) <= 1.0 else 65535.0 if float(high) > 255 else 255.0  # type: ignore[arg-type]
    return picture.convert("F").point(lambda value: value * (255.0 / most) + 0.5).convert("L")


def _in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """RGB in sRGB on a plain ground. A broken profile is ignored: the picture is then taken for sRGB."""
    alpha = picture.getchannel("A") if picture.mode == "RGBA" else None
    flat = picture.convert("RGB") if picture.mode == "RGBA" else picture
    turned = _through_profile(flat, profile) if profile else None
    flat = turned if turned is not None else flat if flat.mode == "RGB" else flat.convert("RGB")
    return flat if alpha is None else _on_ground(flat, alpha)


def _through_profile(picture: Image.Image, profile: bytes) -> Image.Image | None:
    try:
        return ImageCms.profileToProfile(
            picture, ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
    except (ImageCms.PyCMSError, *_BROKEN):
        return None


def _on_ground(picture: Image.Image, alpha: Image.Image) -> Image.Image:
    """White ground; dark where the drawing itself is light and would vanish on white."""
    drawn = alpha.point(lambda value: 255 if value > 127 else 0)
    light = ImageStat.Stat(picture.convert("L"), drawn).mean[0] if drawn.getbbox() else 0.0
    ground = Image.new("RGB", picture.size, (24, 24, 24) if light > 200 else (255, 255, 255))
    ground.paste(picture, (0, 0), alpha)
    return ground
