"""Whatever a team hands in, every kind of page stays whole: nothing cut, nothing over another, nothing off screen."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from looks.sheet import LANGUAGES, SEEN_ALL, SIZES, Look, kind_of
from making.odd import FILMS, LINES, REVISIONS, ROLES, TAKES, WORD, write_odd

pytestmark = [pytest.mark.browser, pytest.mark.ffmpeg]

WHOLE = (Path(__file__).parent / "whole.js").read_text("utf-8")
KEEP = "GLASSBOX_LOOKS"
"""Names a folder for the pictures that are taken; without it they lie in pytest's own."""
STATES = tuple(product(SIZES, LANGUAGES))


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory, glassbox: Any) -> Path:
    root = tmp_path_factory.mktemp("odd")
    write_odd(root)
    glassbox(root, "build", "--quiet")
    return root / "site"


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = Path(os.environ[KEEP]) if KEEP in os.environ else tmp_path_factory.mktemp("looks")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _addresses(site: Path) -> dict[str, list[str]]:
    """Kind -> the addresses of its pages; those of the film of sixty takes first."""
    found: dict[str, list[str]] = defaultdict(list)
    for page in sorted(site.rglob("index.html"), key=lambda page: ("crowd" not in page.parts, page)):
        address = page.relative_to(site).as_posix().removesuffix("index.html")
        if not address.startswith("zh/"):
            found[kind_of(address)].append(address)
    return found


def _look(site: Path, address: str, state: tuple[tuple[int, int], str]) -> Look:
    size, lang = state
    return Look(kind_of(address), lang, size, site / ("zh/" if lang == "zh" else "") / address / "index.html")


def _in_turn(site: Path) -> Iterator[Look]:
    """Every kind at every size; languages, and the pages of a kind, take turns."""
    for number, addresses in enumerate(_addresses(site).values()):
        for turn, size in enumerate(SIZES):
            address = addresses[(number + turn) % len(addresses)]
            yield _look(site, address, (size, LANGUAGES[(number + turn) % 2]))


def _all(site: Path) -> Iterator[Look]:
    for addresses, state in product(_addresses(site).values(), STATES):
        for address in addresses:
            yield _look(site, address, state)


def _faults(looks: Iterator[Look], page: Any, pictures: Path) -> list[str]:
    found = []
    for number, look in enumerate(looks):
        page.set_viewport_size({"width": look.size[0], "height": look.size[1]})
        page.goto(look.file.as_uri())
        page.evaluate(SEEN_ALL)
        found += [f"{look.file.parent} {look.size[0]}: {fault}" for fault in page.evaluate(WHOLE)]
        page.screenshot(path=str(pictures / f"{number:03d}.{look.name}"))
    return found


def test_every_kind_of_page_is_whole_at_every_size(odd: Path, pictures: Path, chromium: Any) -> None:
    page = chromium.new_page()
    looks = list(_in_turn(odd))
    assert len({look.kind for look in looks}) >= 20
    assert _faults(iter(looks), page, pictures) == []
    page.close()


@pytest.mark.slow
def test_every_page_is_whole_at_every_size_in_both_languages(odd: Path, pictures: Path, chromium: Any) -> None:
    page = chromium.new_page()
    assert _faults(_all(odd), page, pictures) == []
    page.close()


def test_nothing_of_what_was_handed_in_is_missing(odd: Path, chromium: Any) -> None:
    page = chromium.new_page()
    page.goto((odd / "films/crowd/takes/index.html").as_uri())
    assert page.locator(".take-card").count() == TAKES
    page.goto((odd / "films/crowd/budget/index.html").as_uri())
    assert page.locator(".budget-lines tr[id]").count() == LINES
    page.goto((odd / "people/of-all-work/index.html").as_uri())
    assert page.locator("main").inner_text().count("Role ") == ROLES
    page.goto((odd / "prompts/CR-P003/index.html").as_uri())
    assert page.locator(".revision").count() == REVISIONS
    page.goto((odd / "prompts/CR-P001/index.html").as_uri())
    assert page.locator(".revision .prompt-text").first.text_content() == WORD
    for film in FILMS:
        page.goto((odd / f"films/{film}/index.html").as_uri())
        assert page.locator("main h1").is_visible()
    page.close()


PLANTED = {
    "wider than the screen": "plant('.planted{width:3000px}', 'Off to the right.')",
    "is cut off": "plant('.planted{height:9px;overflow:hidden}', 'Words that are cut.')",
    "one lies on the other": "plant('.planted{margin-top:-9px;line-height:18px}', 'below'); plant('', 'above')",
    "holds words and has no size": "plant('.planted{font-size:0}', 'Nobody sees them.')",
    "reads from the wrong side": "plant('', 'מימין לשמאל')",
    "out of its proportions": "plant('img.of-planted{width:400px;height:400px}', '', picture)",
    "not one h1": "plant('', '', document.createElement('h1'))",
    "is not there": "document.querySelector('.site-footer').remove()",
    "the title begins below": "plant('main h1{margin-top:3000px}', '-')",
}
PLANT = """() => {
  const main = document.querySelector('main');
  const picture = Object.assign(new Image(), {className: 'of-planted'});
  const plant = (rules, words, part) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    const line = Object.assign(document.createElement('div'), {className: 'planted', textContent: words});
    main.append(line, ...(part ? [part] : []));
  };
  const done = new Promise(loaded => { picture.onload = loaded; });
  picture.src = document.querySelector('main img').currentSrc;
  return done.then(() => { THIS; });
}"""


@pytest.mark.parametrize("fault", PLANTED)
def test_what_is_not_whole_is_found(fault: str, odd: Path, chromium: Any) -> None:
    page = chromium.new_page()
    page.goto((odd / "index.html").as_uri())
    assert page.evaluate(WHOLE) == []
    page.evaluate(PLANT.replace("THIS", PLANTED[fault]))
    assert [one for one in page.evaluate(WHOLE) if fault in one]
    page.close()
