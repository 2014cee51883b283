"""Axe-core finds nothing to say about any page, however it is met."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from measuring.axe import violations
from measuring.pages import LAPTOP, LOOKS, PHONE, SIZES, Size, State, every_state, kinds, sampled, unfold, visitor

pytestmark = [pytest.mark.browser, pytest.mark.ffmpeg]


def _found(states: list[State], chromium: Any, address: str) -> list[str]:
    found = []
    for state in states:
        with visitor(chromium, state.size, state.look) as page:
            page.goto(address + state.name)
            unfold(page)
            found += [f"{state}: {sentence}" for sentence in violations(page)]
    return found


def test_axe_has_nothing_against_a_page_of_each_kind(sample_site: Path, chromium: Any, sample_address: str) -> None:
    states = sampled(sample_site)
    assert len(states) == len(kinds(sample_site)) >= 22
    assert {(s.size, s.look, s.name.startswith("zh/")) for s in states} == {
        (size, look, zh) for size in SIZES for look in LOOKS for zh in (True, False)
    }
    assert not _found(states, chromium, sample_address)


@pytest.mark.slow
@pytest.mark.timeout(2400)
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_axe_has_nothing_against_any_kind_on_any_screen(
    sample_site: Path, chromium: Any, sample_address: str, size: Size, look: str
) -> None:
    states = every_state(sample_site, size, look)
    assert len(states) >= 43
    assert not _found(states, chromium, sample_address)


def test_axe_has_nothing_against_takes_side_by_side(sample_site: Path, chromium: Any, sample_address: str) -> None:
    for size in (PHONE, LAPTOP):
        with visitor(chromium, size) as page:
            page.goto(f"{sample_address}films/lightcone/takes/?pick=LC-T001,LC-T002")
            page.click("[data-compare-open]")
            page.locator(".take-compared").first.wait_for()
            assert not violations(page)


@pytest.mark.parametrize(
    ("fault", "rule"),
    [
        ("document.querySelector('main h2').outerHTML = '<h5>Lower</h5>'", "heading-order"),
        ("document.querySelector('.take-card img').removeAttribute('alt')", "image-alt"),
        ("document.querySelector('html').removeAttribute('lang')", "html-has-lang"),
        ("document.querySelector('[data-scheme-switch]').removeAttribute('aria-label');"
         "document.querySelector('[data-scheme-switch]').removeAttribute('title')", "button-name"),
    ],
)  # fmt: skip
def test_axe_sees_a_fault_that_is_planted(chromium: Any, sample_address: str, fault: str, rule: str) -> None:
    with visitor(chromium, LAPTOP) as page:
        page.goto(sample_address)
        page.evaluate(f"() => {{ {fault} }}")
        assert [sentence for sentence in violations(page) if sentence.startswith(f"{rule}:")]
