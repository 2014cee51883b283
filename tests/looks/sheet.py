"""One picture of a whole site: a page of every kind, at three sizes, in two languages."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw, ImageFont

SIZES = ((1920, 1080), (1080, 1920), (390, 844))
LANGUAGES = ("zh", "en")
ROW = 360  # px; every page is shown this high
GAP = 24
GROUND, INK = (32, 36, 40), (224, 228, 232)
_NAMED = r"(prompts|people|report|shots|films)/[^/]+/(?=.*index)"
SEEN_ALL = """async () => {
  for (const picture of document.querySelectorAll('img[loading=lazy]')) picture.loading = 'eager';
  await Promise.all([...document.images].map(picture => picture.decode().catch(() => undefined)));
}"""


@dataclass(frozen=True)
class Look:
    """One page as one visitor meets it."""

    kind: str
    """Such as `films/*/shots/*`; the home page is `home`."""
    lang: str
    size: tuple[int, int]
    file: Path

    @property
    def name(self) -> str:
        """Of a file that shows it."""
        kind = self.kind.replace("/", "-").replace("*-", "").replace("-*", "-one").replace("*", "one")
        return f"{kind}.{self.size[0]}x{self.size[1]}.{self.lang}.png"


def kind_of(address: str) -> str:
    """`films/lightcone/budget/` -> `films/*/budget`."""
    return re.sub(_NAMED, r"\1/*/", address + "index").removesuffix("index").rstrip("/") or "home"


def kinds(site: Path) -> dict[str, str]:
    """Kind -> address of the first page of it, in the site's first language, without `index.html`."""
    found: dict[str, str] = {}
    for page in sorted(site.rglob("index.html")):
        name = page.relative_to(site).as_posix()
        if not name.startswith("zh/"):
            address = name.removesuffix("index.html")
            found.setdefault(kind_of(address), address)
    return found


def looks(site: Path) -> Iterator[Look]:
    """Every kind, size and language; Chinese pages lie below `zh/`."""
    for kind, address in kinds(site).items():
        for size in SIZES:
            for lang in LANGUAGES:
                yield Look(kind, lang, size, site / ("zh/" if lang == "zh" else "") / address / "index.html")


def photograph(page: Any, look: Look, *, whole: bool = False) -> bytes:
    """A PNG of the first screen, or of the whole page, with every picture there; `page` is Playwright's."""
    page.set_viewport_size({"width": look.size[0], "height": look.size[1]})
    page.goto(look.file.as_uri())
    page.evaluate(SEEN_ALL)
    return bytes(page.screenshot(full_page=whole))


def sheet(shown: dict[Look, bytes]) -> Image.Image:
    """Rows are kinds; in a row the sizes, each in both languages."""
    widths = {size: round(ROW * size[0] / size[1]) for size in SIZES}
    across = GAP + sum((width + GAP) * len(LANGUAGES) for width in widths.values())
    rows = list(dict.fromkeys(look.kind for look in shown))
    drawn = Image.new("RGB", (across, GAP + len(rows) * (ROW + 2 * GAP)), GROUND)
    pen, font = ImageDraw.Draw(drawn), ImageFont.load_default(18)
    for number, kind in enumerate(rows):
        x, y = GAP, GAP + number * (ROW + 2 * GAP)
        pen.text((x, y - GAP + 2), kind, INK, font)
        for look in (look for look in shown if look.kind == kind):
            width = widths[look.size]
            with Image.open(io.BytesIO(shown[look])) as picture:
                part = picture.convert("RGB").resize((width, ROW), Image.Resampling.LANCZOS)
            drawn.paste(part, (x, y))
            x += width + GAP
    return drawn
