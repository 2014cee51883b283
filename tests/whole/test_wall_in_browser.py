"""The wall of takes in a real browser: chosen, compared, and playing in step."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from making.small import write_small

pytestmark = [pytest.mark.browser, pytest.mark.ffmpeg]

IN_STEP = 0.08  # seconds: two frames at 24 a second; further apart is seen
TIMES = """() => [...document.querySelectorAll('.take-compared video')].map((clip) =>
    [clip.currentTime, clip.duration, clip.paused])"""


@pytest.fixture(scope="module")
def wall(tmp_path_factory: pytest.TempPathFactory, glassbox: Any) -> str:
    root: Path = tmp_path_factory.mktemp("wall")
    write_small(root)
    glassbox(root, "build", "--quiet")
    return (root / "site/films/small/takes/index.html").as_uri()


def test_takes_play_side_by_side_in_step_and_a_deep_link_picks_them(wall: str, chromium: Any) -> None:
    page = chromium.new_page()
    page.goto(wall + "?pick=SM-T001,SM-T002,SM-T003")
    assert page.locator("[data-tray-count]").inner_text() == "3"
    page.click("[data-compare-open]")
    for _ in range(200):  # the page's policy lets no condition be waited for inside it
        if any(time > 0.2 for time, _, _ in page.evaluate(TIMES)):
            break
        page.wait_for_timeout(50)
    for _ in range(15):
        page.wait_for_timeout(60)
        clips = page.evaluate(TIMES)
        assert len(clips) == 3
        lead = max(clips, key=lambda clip: clip[1])
        assert all(abs(time - min(lead[0], length)) <= IN_STEP for time, length, _ in clips), clips
    page.click("[data-compare-toggle]")
    assert all(paused for _, _, paused in page.evaluate(TIMES))
    page.locator("[data-compare-range]").fill("0.5")
    assert all(abs(time - 0.5) < 0.01 for time, _, _ in page.evaluate(TIMES))
    page.keyboard.press("Escape")
    page.locator(".take-compared").first.wait_for(state="detached")
    assert page.locator(".take-compared").count() == 0
    page.close()


def test_a_visitor_sees_only_what_was_chosen_and_everything_again(wall: str, chromium: Any) -> None:
    page = chromium.new_page()
    page.goto(wall)
    cards = page.locator(".wall .take-card:visible")
    everything = cards.count()
    page.click('.chip[data-name="status"][data-value="rejected"]')
    assert 0 < cards.count() < everything
    assert "status=rejected" in page.url
    assert page.locator("[data-wall-count]").inner_text() == str(cards.count())
    assert not page.locator('.take-card[data-status="kept"]:visible').count()
    page.click('.chip[data-name="status"][data-value=""]')
    assert cards.count() == everything
    page.close()


def test_without_scripts_every_take_is_there_and_no_dead_button(wall: str, chromium: Any) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(wall)
    assert page.locator(".wall .take-card:visible").count() == 3
    for dead in (".wall-filter", ".tray", ".compare", ".pick"):
        assert not page.locator(f"{dead}:visible").count()
    context.close()
