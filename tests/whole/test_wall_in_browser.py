"""The wall of takes in a real browser: chosen, compared, and playing in step."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from making.small import write_small

pytestmark = [pytest.mark.browser, pytest.mark.ffmpeg]

IN_STEP = 0.08  # seconds: two frames at 24 a second; further apart is seen
ROUND = 2500  # milliseconds: a clip of a second ends and begins again twice in it
STARVED = 0.1  # seconds without a turn: nothing in the page can keep anything in step meanwhile
TIMES = """() => [...document.querySelectorAll('.take-compared video')].map((clip) =>
    [clip.currentTime, clip.duration, clip.paused])"""
EVERY_FRAME = """(wanted) => new Promise((done) => {
    const clips = [...document.querySelectorAll('.take-compared video')];
    const seen = [];
    const begun = performance.now();
    const look = () => {
        const now = performance.now() - begun;
        seen.push([now / 1000, clips.map((clip) => [clip.currentTime, clip.duration, clip.paused])]);
        if (now < wanted) requestAnimationFrame(look);
        else done(seen);
    };
    requestAnimationFrame(look);
})"""


def _apart(clips: list[tuple[float, float, bool]]) -> float:
    """Seconds between the longest clip and the one that is furthest from it; a shorter one is due at its end."""
    lead = max(clips, key=lambda clip: clip[1])
    return max(abs(time - min(lead[0], length)) for time, length, _ in clips)


def _a_round_in_step(page: Any) -> list[Any]:
    """What was seen at every frame of a whole round in which the machine gave the page its turns.

    A round out of step is excused by one thing alone, a page that was starved in it; then the next round is looked at.
    """
    for _ in range(12):
        seen = page.evaluate(EVERY_FRAME, ROUND)
        longest_wait = max(after[0] - before[0] for before, after in pairwise(seen))
        out_of_step = [clips for _, clips in seen if _apart(clips) > IN_STEP]
        if not out_of_step:
            return list(seen)
        assert longest_wait > STARVED, out_of_step[:3]
    raise AssertionError("twelve rounds, and in each the machine kept the page waiting")


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
    seen = _a_round_in_step(page)
    assert all(len(clips) == 3 for _, clips in seen)
    assert any(after[1][0][0] < before[1][0][0] for before, after in pairwise(seen)), "they began again"
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
