"""Which pages are measured, and how they are met: the screens, the looks, the languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Size = tuple[int, int]
DESKTOP, PORTRAIT, PHONE, LAPTOP = (1920, 1080), (1080, 1920), (390, 844), (1440, 900)
SIZES: tuple[Size, ...] = (DESKTOP, PORTRAIT, PHONE, LAPTOP)
LOOKS = ("dark", "light")
VARIES = re.compile(r"(prompts|people|report|shots|films)/[^/]+/(?=.*index)")


@dataclass(frozen=True)
class Kind:
    """One kind of page, such as `films/*/shots/*`, and the page that stands for it in each language."""

    address: str
    names: tuple[str, ...]
    """Relative to the site: English first; 404.html is one page for all."""


@dataclass(frozen=True)
class State:
    """A page as one visitor meets it."""

    name: str
    size: Size
    look: str

    def __str__(self) -> str:
        return f"{self.name} {self.size[0]}x{self.size[1]} {self.look}"


def kinds(site: Path) -> list[Kind]:
    """Every kind of page that the site holds, in the order of their addresses.

    The page with the most bytes stands for its kind: it has most to get wrong.
    """
    largest: dict[str, Path] = {}
    for page in sorted(site.rglob("*.html")):
        name = page.relative_to(site).as_posix()
        address = VARIES.sub(r"\1/*/", name)
        if not name.startswith("zh/") and (
            address not in largest or page.stat().st_size > largest[address].stat().st_size
        ):
            largest[address] = page
    found = []
    for address, page in sorted(largest.items()):
        name = page.relative_to(site).as_posix()
        found.append(Kind(address, (name, f"zh/{name}") if (site / "zh" / name).is_file() else (name,)))
    return found


def one_of_each_kind(site: Path) -> list[str]:
    """A page of every kind in every language, relative to the site."""
    return sorted(name for kind in kinds(site) for name in kind.names)


def every_state(site: Path, size: Size, look: str) -> list[State]:
    """Each kind of page in each language, on this screen in this look."""
    return [State(name, size, look) for name in one_of_each_kind(site)]


def sampled(site: Path) -> list[State]:
    """Each kind of page once. The rule: from one kind to the next the screen changes, after all screens the look,
    after both looks the language; so sixteen kinds meet every screen in every look and language."""
    states = []
    for number, kind in enumerate(kinds(site)):
        look, lang = LOOKS[number // len(SIZES) % 2], number // (2 * len(SIZES)) % 2
        states.append(State(kind.names[lang % len(kind.names)], SIZES[number % len(SIZES)], look))
    return states


@contextmanager
def visitor(chromium: Any, size: Size, look: str = "dark", **context: Any) -> Iterator[Any]:
    """A browser page of one visitor, who wants no movement: a picture taken twice is the same picture."""
    with_defaults = {"reduced_motion": "reduce", "has_touch": size == PHONE, **context}
    opened = chromium.new_context(viewport={"width": size[0], "height": size[1]}, **with_defaults)
    opened.add_init_script(f"try {{ localStorage.setItem('gb-scheme', '{look}'); }} catch (refused) {{ }}")
    page = opened.new_page()
    try:
        yield page
    finally:
        opened.close()


UNFOLD = """() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
    const menu = document.querySelector('[data-menu][aria-expanded="false"]');
    if (menu && menu.checkVisibility()) menu.click();
}"""


def unfold(page: Any) -> None:
    """Opens all that a visitor can open on the page itself, so that what lies folded is measured too."""
    page.evaluate(UNFOLD)
