"""Nothing moves under a reader's eyes, neither while a page comes nor while it is read down."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from measuring.pages import LAPTOP, PHONE, Size, kinds, one_of_each_kind, visitor
from measuring.stillness import shifts

pytestmark = [pytest.mark.browser, pytest.mark.ffmpeg]

STILL = 0.02
PUSHED_DOWN = """addEventListener('scroll', () => {
    document.documentElement.style.overflowAnchor = 'none';
    document.querySelector('main').style.paddingTop = '400px';
}, {once: true});"""
"""What comes in above the words when somebody has begun to read."""


def _moving(names: list[str], chromium: Any, address: str, size: Size) -> list[str]:
    moving = []
    for name in names:
        with visitor(chromium, size) as page:
            found = shifts(page, address + name)
            if sum(value for value, _ in found) > STILL:
                moving.append(f"{name}: {found}")
    return moving


@pytest.mark.parametrize("part", [0, 1], ids=["phone", "laptop"])
def test_pages_hold_still(sample_site: Path, chromium: Any, sample_address: str, part: int) -> None:
    """Every fourth kind on a phone, and the one after it on a laptop; all of them on both in the slow test."""
    names = [kind.names[0] for kind in kinds(sample_site)][part::4]
    assert not _moving(names, chromium, sample_address, (PHONE, LAPTOP)[part])


@pytest.mark.slow
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"])
def test_every_kind_of_page_holds_still(sample_site: Path, chromium: Any, sample_address: str, size: Size) -> None:
    assert not _moving(one_of_each_kind(sample_site), chromium, sample_address, size)


def test_a_page_that_moves_is_seen(chromium: Any, sample_address: str) -> None:
    with visitor(chromium, PHONE) as page:
        page.add_init_script(PUSHED_DOWN)
        found = shifts(page, sample_address)
    assert sum(value for value, _ in found) > STILL
