"""Whatever can be done with a finger can be come to with the Tab key."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from measuring.keyboard import walk
from measuring.pages import LAPTOP, PHONE, Size, kinds, one_of_each_kind, unfold, visitor

pytestmark = [pytest.mark.browser, pytest.mark.ffmpeg]


def _faults(names: list[str], chromium: Any, address: str, size: Size) -> tuple[int, list[str]]:
    reached, faults = 0, []
    for name in names:
        with visitor(chromium, size) as page:
            page.goto(address + name)
            if size == PHONE:
                unfold(page)
            walked = walk(page)
        reached += walked.reachable
        faults += [f"{name}: {fault}" for fault in walked.faults]
    return reached, faults


def test_the_tab_key_comes_to_everything_in_its_order_with_a_ring(
    sample_site: Path, chromium: Any, sample_address: str
) -> None:
    """Every third kind of page, and home; all of them in the slow test."""
    names = sorted({"index.html", *(kind.names[0] for kind in kinds(sample_site)[1::3])})
    reached, faults = _faults(names, chromium, sample_address, LAPTOP)
    assert reached > 300
    assert not faults


@pytest.mark.slow
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"])
def test_the_tab_key_comes_to_everything_on_every_kind(
    sample_site: Path, chromium: Any, sample_address: str, size: Size
) -> None:
    reached, faults = _faults(one_of_each_kind(sample_site), chromium, sample_address, size)
    assert reached > 2000
    assert not faults


def test_the_skip_link_is_first_is_seen_and_leads_into_the_page(chromium: Any, sample_address: str) -> None:
    for address in ("", "films/lightcone/", "about/", "zh/films/lightcone/takes/"):
        with visitor(chromium, PHONE) as page:
            page.goto(sample_address + address)
            page.keyboard.press("Tab")
            link = page.locator(".skip")
            assert link.evaluate("link => link === document.activeElement")
            box = link.bounding_box()
            assert box["x"] >= 0
            assert box["y"] >= 0
            assert box["height"] >= 44
            page.keyboard.press("Enter")
            assert page.evaluate("document.activeElement.id") == "main"
            page.keyboard.press("Tab")
            assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ("document.querySelector('main a:not([tabindex])').tabIndex = 1", "out of order"),
        ("document.querySelector('.round-button').style.outline = 'none'", "no ring"),
        ("document.querySelector('main').addEventListener('keydown', (event) => event.preventDefault())", "never left"),
        (
            "document.querySelector('main').addEventListener('keydown', (event) => event.preventDefault())",
            "not reached",
        ),
        ("document.querySelector('main').inert = true", "not reached"),
    ],
)
def test_a_fault_for_the_keyboard_is_seen(chromium: Any, sample_address: str, fault: str, told: str) -> None:
    with visitor(chromium, LAPTOP) as page:
        page.goto(f"{sample_address}people/")
        page.evaluate(f"() => {{ {fault}; }}")
        assert [one for one in walk(page).faults if one.startswith(told)]
