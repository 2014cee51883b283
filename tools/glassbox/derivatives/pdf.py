"""PDF files: their pages as pictures.

Drawn by PDFium without scripts, forms or links, and with no fonts but the file's own and the fourteen that every
reader brings: so a page looks the same on every machine, and words that need another font are told.
"""

from __future__ import annotations

import ctypes
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from PIL import Image

from glassbox.derivatives.refusals import Refused
from glassbox.derivatives.sniffing import PDF

PAGE_SECONDS = 20.0
_MOST_POINTS = 14_400
"""A side of a page, 5.08 m: PDF 32000-1, annex C, allows no more."""
_LOCKED = 4  # FPDF_ERR_PASSWORD
_MOST_WORDS_LOOKED_AT = 5000  # pieces of text of a page, for their fonts
_PLAIN = 0x250  # Latin; the fourteen fonts have it


def is_pdf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(PDF)) == PDF


def outline_of(path: Path, edge: int) -> tuple[int, int, int]:
    """Number of pages, then width and height of the first in pixels where its longer side is `edge`. Raises Refused."""
    with _opened(path) as document:
        return len(document), *_size(document.get_page_size(0), edge, 0)


def pages_of(path: Path, edge: int, count: int, until: float) -> Iterator[tuple[int, Image.Image | Refused]]:
    """The first pages in RGB on white, `edge` pixels on the longer side; where one cannot be drawn, its reason.

    Nothing is begun after `until`, by the monotonic clock.
    """
    with _opened(path) as document:
        for number in range(min(count, len(document))):
            try:
                if time.monotonic() > until:
                    raise Refused("MEDIUM_STUCK", reason="the pages before it took too long")
                yield number, _page(document, number, edge)
            except Refused as refused:
                yield number, refused


def fonts_absent(path: Path, count: int, seconds: float) -> list[str]:
    """Fonts that the first pages write with, that are not in the file, and that nothing stands in for.

    Pages that were not reached in `seconds` are passed over.
    """
    names, until = dict[str, None](), time.monotonic() + seconds
    with _opened(path) as document:
        for number in range(min(count, len(document))):
            if time.monotonic() < until:
                names |= dict.fromkeys(_absent_on(document, number))
    return list(names)


def text_of(path: Path, most_characters: int) -> tuple[int, str]:
    """Number of pages and their words, an empty line between pages. Raises Refused."""
    library, said, left = _library(), list[str](), most_characters + 1
    with _opened(path) as document:
        for number in range(len(document)):
            try:
                page = document[number]
            except library.PdfiumError:
                continue  # a broken page; the others have words too
            try:
                words: str = page.get_textpage().get_text_bounded()
            except library.PdfiumError:
                continue
            finally:
                page.close()
            said.append(words[:left])
            left -= len(words)
            if left <= 0:
                break
        return len(document), "\n\n".join(said)


@cache
def _library() -> Any:
    """PDFium, made ready without the system's fonts: they differ from machine to machine."""
    import pypdfium2

    raw = pypdfium2.raw
    raw.FPDF_DestroyLibrary()
    nowhere = (ctypes.POINTER(ctypes.c_char) * 1)()
    raw.FPDF_InitLibraryWithConfig(raw.FPDF_LIBRARY_CONFIG(version=2, m_pUserFontPaths=nowhere))
    return pypdfium2


@contextmanager
def _opened(path: Path) -> Iterator[Any]:
    """The document, which has a page at least."""
    library = _library()
    try:
        document = library.PdfDocument(path)
    except library.PdfiumError as error:
        if error.err_code == _LOCKED:
            raise Refused("MEDIUM_LOCKED") from error
        if not error.err_code:
            raise Refused("MEDIUM_NO_PAGES") from error
        raise Refused("MEDIUM_UNREADABLE", reason="not a whole PDF") from error
    with document:
        yield document


def _size(points: tuple[float, float], edge: int, number: int) -> tuple[int, int]:
    """Pixels of a page. Raises Refused where it is larger than any page may be, or has no size."""
    wide, high = points
    if not 1 <= max(wide, high) <= _MOST_POINTS:  # a size that is no number is refused too
        said = f"page {number + 1} measures {wide:.0f}×{high:.0f} pt"
        raise Refused("MEDIUM_TOO_LARGE", reason=said, most=f"{_MOST_POINTS:,} pt a side")
    scale = edge / max(wide, high)
    return max(1, round(wide * scale)), max(1, round(high * scale))


def _page(document: Any, number: int, edge: int) -> Image.Image:
    library = _library()
    width, height = _size(_asked(lambda: document.get_page_size(number), number), edge, number)
    page = _asked(lambda: document[number], number)
    try:
        raw = library.raw
        bitmap = library.PdfBitmap.new_native(width, height, raw.FPDFBitmap_BGR, rev_byteorder=True)
        try:
            bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, height)
            _draw(raw, page, bitmap, number)
            drawn: Image.Image = bitmap.to_pil().convert("RGB").copy()
            return drawn
        finally:
            bitmap.close()
    finally:
        page.close()


def _draw(raw: Any, page: Any, bitmap: Any, number: int) -> None:
    """Draw in steps, so that a page without end can be left."""
    until = time.monotonic() + PAGE_SECONDS
    pause = raw.IFSDK_PAUSE(version=1)
    asks = type(pause.NeedToPauseNow)(lambda _: time.monotonic() > until)
    pause.NeedToPauseNow = asks
    flags = raw.FPDF_ANNOT | raw.FPDF_REVERSE_BYTE_ORDER
    try:
        came_to = raw.FPDF_RenderPageBitmap_Start(bitmap, page, 0, 0, bitmap.width, bitmap.height, 0, flags, pause)
    finally:
        raw.FPDF_RenderPage_Close(page)
    if came_to == raw.FPDF_RENDER_TOBECONTINUED:
        raise Refused("MEDIUM_STUCK", reason=f"page {number + 1} was not drawn in {PAGE_SECONDS:.0f} seconds")
    if came_to != raw.FPDF_RENDER_DONE:
        raise Refused("MEDIUM_UNREADABLE", reason=f"page {number + 1} cannot be drawn")


def _asked(question: Any, number: int) -> Any:
    try:
        return question()
    except _library().PdfiumError as error:
        raise Refused("MEDIUM_UNREADABLE", reason=f"page {number + 1} is broken") from error


def _absent_on(document: Any, number: int) -> Iterator[str]:
    library = _library()
    raw = library.raw
    try:
        page = document[number]
    except library.PdfiumError:
        return
    try:
        words = page.get_textpage()
        found = page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], textpage=words)
        for piece in islice(found, _MOST_WORDS_LOOKED_AT):
            font = piece.get_font()
            if raw.FPDFFont_GetIsEmbedded(font) or not _is_foreign(piece.extract()):
                continue
            if (name := font.get_base_name()) not in font.STANDARD_FONTS:
                yield name
    except library.PdfiumError:
        return
    finally:
        page.close()


def _is_foreign(text: str) -> bool:
    return any(ord(letter) >= _PLAIN and letter.isalnum() for letter in text)
