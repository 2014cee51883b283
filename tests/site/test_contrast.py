"""Text that lies on a picture, a gradient or a pattern can be read on its worst pixel."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from measuring.contrast import Ink, inks
from measuring.pages import LOOKS, PHONE, SIZES, Size, State, every_state, unfold, visitor

pytestmark = [pytest.mark.browser, pytest.mark.ffmpeg]


def _inks(states: list[State], chromium: Any, address: str) -> list[tuple[State, Ink]]:
    found = []
    for state in states:
        with visitor(chromium, state.size, state.look) as page:
            page.goto(address + state.name)
            unfold(page)
            found += [(state, ink) for ink in inks(page)]
    return found


def _poor(found: list[tuple[State, Ink]]) -> list[str]:
    return [f"{state}: {ink}" for state, ink in found if ink.contrast < ink.enough]


@pytest.mark.parametrize("look", LOOKS)
def test_words_on_pictures_can_be_read(chromium: Any, sample_address: str, look: str) -> None:
    """Home and a shot, where most words lie on pictures and cards; every kind on every screen in the slow test."""
    names = ("index.html", "zh/films/lightcone/shots/SQ01-0010/index.html")
    found = _inks([State(name, PHONE, look) for name in names], chromium, sample_address)
    assert len(found) > 60
    assert not _poor(found)


@pytest.mark.slow
@pytest.mark.timeout(2400)
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_words_on_pictures_can_be_read_on_every_kind_of_page(
    sample_site: Path, chromium: Any, sample_address: str, size: Size, look: str
) -> None:
    states = every_state(sample_site, size, look)
    assert len(states) >= 43
    found = _inks(states, chromium, sample_address)
    assert len({state.name for state, _ in found}) > 10, "words lie on pictures in many kinds"
    assert not _poor(found)


def test_words_that_drown_in_their_picture_are_seen(chromium: Any, sample_address: str) -> None:
    """White on a gradient that ends in white; on one that stays dark it can be read."""
    with visitor(chromium, PHONE) as page:
        page.goto(sample_address)
        page.evaluate("""() => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(`.drowned { background: linear-gradient(90deg, #000, #fff); color: #fff; width: 20em; }
                .swims { background: linear-gradient(90deg, #000, #333); color: #fff; }`);
            document.adoptedStyleSheets.push(sheet);
            document.querySelector('main').insertAdjacentHTML('afterbegin',
                '<p class="drowned">A long line of words that goes on</p><p class="swims">Dry words</p>');
        }""")
        found = {ink.words.split(" ")[0]: ink for ink in inks(page)}
    assert found["p.drowned"].contrast < 2
    assert found["p.swims"].contrast > 12
