"""From a page's values to its HTML, through our own shell."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

import jinja2
import segno
from markupsafe import Markup

from glassbox import __version__
from glassbox.pages.frame import Frame
from glassbox.pages.unbroken import unbroken
from glassbox.pages.views.page import Page
from glassbox.pages.words import Phrases


def qr_of(text: str) -> Markup:
    """A QR code as an SVG element: black squares, two modules of margin, in want of a white ground.

    Error correction M: a fingerprint on the glass may hide a seventh of it. Made while a page is written, not before:
    it takes longer than all the rest of a page, and pages that did not change need none.
    """
    return Markup(
        segno.make(text, error="m", micro=False).svg_inline(omitsize=True, border=2, svgclass="qr", lineclass=None)
    )


def is_long(words: str, most: int = 56) -> bool:
    """Whether words are too many for the size of a title; a Chinese character counts as two Latin letters."""
    return len(words) > most or 2 * len(words) - sum(map(str.isascii, words)) > most


def is_upright(words: str) -> bool:
    """Whether a title can stand as on a poster, from top to bottom: one to eight Chinese characters, nothing else."""
    return 0 < len(words) <= 8 and all("\u4e00" <= char <= "\u9fff" for char in words)


class Shell:
    """Our templates. Everything is escaped; a name that a page does not hand over is an error, not a blank."""

    def __init__(self, overrides: Path, code: str = "") -> None:
        """`code` is the digest of the code that made the values: phrases stand in it."""
        self._env = jinja2.Environment(
            loader=jinja2.FileSystemLoader(overrides),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
        )
        self._env.filters.update(qr=qr_of, unbroken=unbroken)
        self._env.tests.update(long=is_long, upright=is_upright)
        self._version = f"{__version__} {jinja2.__version__} {_digest_of_templates(overrides)} {code}"

    def made_from(self, page: Page, frame: Frame) -> str:
        """Digest of everything that the page's HTML is made from."""
        return hashlib.sha256(repr((page, frame, self._version)).encode()).hexdigest()

    def html(self, page: Page, frame: Frame) -> bytes:
        template = self._env.get_template(f"records/{page.template}")
        return template.render(page.shows, frame=frame, say=Phrases(frame.lang), page=page).encode()

    def not_found(self, frames: Sequence[Frame]) -> bytes:
        """404.html, in the first language of the site and then in the others."""
        return self._env.get_template("404.html").render(frame=frames[0], others=frames[1:]).encode()

    def fragment(self, template: str, lang: str, shows: Mapping[str, object]) -> str:
        """A piece for an editorial page, without the shell around it."""
        return self._env.get_template(f"records/{template}").render(shows, say=Phrases(lang))


def _digest_of_templates(overrides: Path) -> str:
    digest = hashlib.sha256()
    for file in sorted(overrides.rglob("*.html")):
        digest.update(file.relative_to(overrides).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()
