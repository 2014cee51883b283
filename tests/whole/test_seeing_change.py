"""How a visitor sees change, in a real browser: pictures wiped, cuts in step, the calendar of the month."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from PIL import Image

from making.small import RECORDS, clip, write_small

pytestmark = [pytest.mark.browser, pytest.mark.ffmpeg]

IN_STEP = 0.08  # seconds: two frames at 24 a second; further apart is seen
SECONDS = 3.2
BOTH = """seconds => new Promise(done => {
  const clips = [...document.querySelectorAll('[data-cuts] video')], seen = [], begun = performance.now();
  const shown = clip => clip.getVideoPlaybackQuality().totalVideoFrames;
  (function look() {
    const at = clips.map(clip => clip.currentTime), muted = clips.every(clip => clip.muted);
    seen.push({at, muted, frames: clips.map(shown)});
    if (performance.now() - begun < seconds * 1000) requestAnimationFrame(look); else done(seen);
  })();
})"""
PLACE = "wipe => wipe.style.getPropertyValue('--wipe')"
VERSIONS = [
    {"id": "SM-V001", "of": "script", "number": "1", "at": "2026-05-03", "change": {"en": "First", "zh": "初稿"}},
    {"id": "SM-V002", "of": "storyboard", "number": "1", "at": "2026-05-04", "change": "Wide", "file": "refs/wide.png"},
    {"id": "SM-V003", "of": "storyboard", "number": "2", "at": "2026-05-12", "change": "Near", "file": "refs/near.png"},
    {"id": "SM-V004", "of": "edit", "number": "1", "at": "2026-05-12T23:50:00-04:00", "change": "Rough"},
    {"id": "SM-V005", "of": "edit", "number": "2", "at": "2026-05-14", "change": "Longer"},
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, glassbox: Any) -> Path:
    root: Path = tmp_path_factory.mktemp("change")
    write_small(root)
    film = root / "content/films/small"
    (film / "versions.yml").write_text(yaml.safe_dump(VERSIONS, allow_unicode=True), "utf-8")
    takes = [
        dict(take, generation={"at": f"2026-05-{12 + n}"}) for n, take in enumerate(RECORDS["films/small/takes.yml"])
    ]
    (film / "takes.yml").write_text(yaml.safe_dump(takes), "utf-8")
    for folder in ("refs", "cuts"):
        (film / folder).mkdir()
    Image.linear_gradient("L").resize((640, 360)).save(film / "refs/wide.png")
    Image.radial_gradient("L").resize((640, 480)).save(film / "refs/near.png")
    (film / "cuts/SM-V004.mp4").write_bytes(clip(6, 1))
    (film / "cuts/SM-V005.mp4").write_bytes(clip(8, 3))
    glassbox(root, "build", "--quiet")
    return root / "site"


@pytest.fixture
def opened(site: Path, chromium: Any) -> Iterator[Callable[..., Any]]:
    """Opens a page of the site; what it complains about fails the test."""
    said: list[str] = []
    contexts = []

    def open_page(address: str, width: int = 1280, height: int = 900, **how: Any) -> Any:
        context = chromium.new_context(viewport={"width": width, "height": height}, **how)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("console", lambda told: said.append(told.text) if told.type in ("error", "warning") else None)
        page.goto((site / address / "index.html").as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert said == []


def _share(wipe: Any) -> float:
    return float(wipe.evaluate(PLACE).rstrip("%"))


def _at(wipe: Any, share: float) -> tuple[float, float]:
    box = wipe.bounding_box()
    return box["x"] + box["width"] * share, box["y"] + box["height"] / 3


@pytest.mark.parametrize("address", ["films/small", "films/small/shots/SQ01-0010", "films/small/trail"])
def test_a_picture_is_wiped_into_the_other_by_mouse_and_keys(opened: Callable[..., Any], address: str) -> None:
    page = opened(address)
    wipe = page.locator("[data-wipe]").first
    wipe.scroll_into_view_if_needed()
    assert _share(wipe) == 50
    page.mouse.move(*_at(wipe, 0.5))
    page.mouse.down()
    page.mouse.move(*_at(wipe, 0.6), steps=3)
    page.mouse.move(*_at(wipe, 0.8), steps=3)
    page.mouse.up()
    assert _share(wipe) == pytest.approx(80, abs=1.5)
    page.mouse.click(*_at(wipe, 0.25))
    assert _share(wipe) == pytest.approx(25, abs=1.5)
    before = _share(wipe)
    for _ in range(10):
        page.keyboard.press("ArrowRight")
    assert _share(wipe) == pytest.approx(before + 10, abs=0.5)
    page.keyboard.press("Home")
    assert _share(wipe) == 0
    page.keyboard.press("End")
    assert _share(wipe) == 100
    assert re.fullmatch(r".+ 100 %", wipe.locator("input").get_attribute("aria-valuetext"))


def _finger(page: Any, way: list[tuple[float, float]]) -> None:
    """A finger that comes down, goes a way and leaves, as the screen itself reports it."""
    screen = page.context.new_cdp_session(page)
    for number, (x, y) in enumerate(way):
        kind = "touchMove" if number else "touchStart"
        screen.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y}]})
    screen.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    screen.detach()


def test_a_finger_draws_the_line_and_scrolls_the_page_where_it_goes_up(opened: Callable[..., Any]) -> None:
    page = opened("films/small/shots/SQ01-0010", 390, 844, has_touch=True, is_mobile=True)
    wipe = page.locator("[data-wipe]").first
    wipe.scroll_into_view_if_needed()
    assert wipe.locator("input").bounding_box()["height"] >= 44
    (x, y), (left, _) = _at(wipe, 0.7), _at(wipe, 0.2)
    _finger(page, [(x + (left - x) * step / 12, y) for step in range(13)])
    assert _share(wipe) == pytest.approx(20, abs=3)
    page.touchscreen.tap(*_at(wipe, 0.9))
    page.wait_for_timeout(50)
    assert _share(wipe) == pytest.approx(90, abs=3)
    scrolled = page.evaluate("scrollY")
    x, y = _at(wipe, 0.4)
    _finger(page, [(x, y - 15 * step) for step in range(12)])
    page.wait_for_timeout(200)
    assert page.evaluate("scrollY") > scrolled + 40
    assert _share(wipe) == pytest.approx(90, abs=3), "the line stays where it was"


def test_each_picture_keeps_its_shape_in_one_box(opened: Callable[..., Any]) -> None:
    page = opened("films/small/trail")
    wipe = page.locator("[data-wipe]").first
    wipe.scroll_into_view_if_needed()
    box = wipe.bounding_box()
    wide, tall = (wipe.locator("img").nth(n).bounding_box() for n in (0, 1))
    assert wide["width"] / wide["height"] == pytest.approx(16 / 9, rel=0.02)
    assert tall["width"] / tall["height"] == pytest.approx(4 / 3, rel=0.02)
    assert box["height"] == pytest.approx(tall["height"], abs=1)
    assert wide["y"] - box["y"] == pytest.approx((box["height"] - wide["height"]) / 2, abs=1), "bars above and below"
    sides = [wipe.locator("figure").nth(n).bounding_box() for n in (0, 1)]
    assert sides[0] == sides[1]


@pytest.mark.parametrize("printed", [False, True], ids=["without scripts", "in print"])
@pytest.mark.parametrize("width", [1280, 390])
def test_without_scripts_and_in_print_the_pictures_stand_side_by_side(
    site: Path, chromium: Any, printed: bool, width: int
) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 900}, java_script_enabled=printed)
    page = context.new_page()
    for address in ("films/small", "films/small/shots/SQ01-0010", "films/small/trail"):
        page.goto((site / address / "index.html").as_uri())
        page.emulate_media(media="print" if printed else "screen")
        wipe = page.locator("[data-wipe]").first
        left, right = (wipe.locator("figure").nth(n).bounding_box() for n in (0, 1))
        assert left["x"] + left["width"] <= right["x"]
        assert wipe.locator("figcaption:visible").count() == 2
        assert not page.locator(".wipe-range:visible, .wipe-line:visible, .cuts-bar:visible").count()
    assert page.locator(".cut a[data-clip]").count() == 2, "each cut is a link to its film"
    context.close()


def _until_both_play(page: Any) -> None:
    for _ in range(200):  # the page's policy lets no condition be waited for inside it
        times = page.locator("[data-cuts] video").evaluate_all("all => all.map(clip => clip.currentTime)")
        if len(times) == 2 and min(times) > 0.1:
            return
        page.wait_for_timeout(50)
    raise AssertionError("the cuts never played")


def test_two_cuts_play_in_step_without_sound_and_are_sought_together(opened: Callable[..., Any]) -> None:
    page = opened("films/small/trail")
    toggle, range_ = page.locator("[data-cuts-toggle]"), page.locator("[data-cuts-range]")
    assert page.locator("[data-cuts]").count() == 1
    assert not page.locator("[data-cuts] video").count(), "nothing is loaded before it is asked for"
    toggle.click()
    _until_both_play(page)
    seen = page.evaluate(BOTH, SECONDS)
    apart = [abs(one["at"][0] - one["at"][1]) for one in seen]
    assert max(apart) <= IN_STEP, sorted(apart)[-5:]
    assert seen[-1]["at"][0] - seen[0]["at"][0] > SECONDS * 0.7
    assert all(seen[-1]["frames"][n] - seen[0]["frames"][n] > 20 for n in (0, 1)), "pictures were really shown"
    assert all(one["muted"] for one in seen)
    assert toggle.get_attribute("aria-pressed") == "true"
    assert re.fullmatch(r"0:0\d / 0:08", page.locator("[data-cuts-clock]").inner_text())

    toggle.click()
    still = "all => all.map(clip => [clip.paused, Math.round(clip.currentTime * 100) / 100])"
    assert [paused for paused, _ in page.locator("[data-cuts] video").evaluate_all(still)] == [True, True]
    range_.fill("1.5")
    assert page.locator("[data-cuts] video").evaluate_all(still) == [[True, 1.5], [True, 1.5]]
    range_.fill("7")
    page.wait_for_timeout(100)
    (_, short), (_, long) = page.locator("[data-cuts] video").evaluate_all(still)
    assert short == pytest.approx(6, abs=0.1), "the shorter one waits on its last frame"
    assert long == 7


def test_a_cut_that_plays_by_itself_joins_the_other_where_the_range_stands(opened: Callable[..., Any]) -> None:
    page = opened("films/small/trail")
    page.locator(".cut a[data-clip]").first.click()
    page.locator(".cut video[controls]").wait_for()
    page.locator("[data-cuts-range]").fill("2")
    page.locator("[data-cuts-toggle]").click()
    _until_both_play(page)
    times = page.locator("[data-cuts] video").evaluate_all("all => all.map(clip => clip.currentTime)")
    assert min(times) >= 1.9
    assert not page.locator(".cut video[controls]").count()


@pytest.mark.parametrize(("prefix", "words"), [("", "{} take{s}"), ("zh/", "{} 个镜次")])
def test_the_calendar_counts_what_the_records_count(opened: Callable[..., Any], prefix: str, words: str) -> None:
    page = opened(f"{prefix}films/small/trail")
    days = page.locator(".calendar .day").evaluate_all(
        """all => all.map(day => [
             day.querySelector('time').dateTime, day.querySelectorAll('.day-mark').length,
             [...day.querySelectorAll('summary')].map(told => told.textContent),
             day.querySelectorAll('details a').length])"""
    )
    assert len(days) == 21, "27 April to 17 May"
    told = {iso: (marks, tallies, links) for iso, marks, tallies, links in days if marks or tallies}
    one = [words.format(1, s="")]
    assert told == {
        "2026-05-03": (1, [], 0),
        "2026-05-04": (1, [], 0),
        "2026-05-12": (3, one, 1),
        "2026-05-13": (0, one, 1),
        "2026-05-14": (1, one, 1),
    }
    page.locator(".day-mark[href$='SM-V003']").click()
    assert page.url.endswith("trail/index.html#SM-V003")
    assert page.locator("#SM-V003").bounding_box()["y"] < 900
    page.locator("#SM-V003 .its-day").click()
    assert page.locator(".day:target time").get_attribute("datetime") == "2026-05-12"


def test_large_letters_turn_the_seven_columns_into_a_list(opened: Callable[..., Any]) -> None:
    page = opened("films/small/trail", 1280)
    assert page.locator(".weekdays").is_visible()
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert not page.locator(".weekdays").is_visible()
    assert page.locator(".calendar .day:visible").count() == 5
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280


@pytest.mark.parametrize("prefix", ["", "zh/"])
def test_on_a_phone_the_calendar_is_a_list_of_the_days_on_which_something_happened(
    opened: Callable[..., Any], prefix: str
) -> None:
    page = opened(f"{prefix}films/small/trail", 390, 844)
    days = page.locator(".calendar .day:visible")
    assert days.count() == 5
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert ("周日" if prefix else "Sun") in days.first.inner_text()
    boxes = days.evaluate_all(
        "all => all.map(day => [day.getBoundingClientRect().left, day.getBoundingClientRect().top])"
    )
    assert len({left for left, _ in boxes}) == 1
    assert [top for _, top in boxes] == sorted(top for _, top in boxes)
    page.locator("summary").first.click()
    for target in page.locator(".day a:visible, .day summary:visible").all():
        box = target.bounding_box()
        assert box["height"] >= 44, target.inner_text()
