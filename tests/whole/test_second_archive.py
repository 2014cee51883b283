"""An archive of material that is not ours builds with no problem that is not the file's own."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from conftest import SHARED
from making.second import LANGUAGES, Second, write_second

pytestmark = [pytest.mark.ffmpeg, pytest.mark.browser]

BROKEN = {
    "text-renamed.mp4": {"GB-W105"},  # words, and no film
    "trunc-head.mp4": {"GB-W103", "GB-W114"},  # cut off: its last picture is torn, and the rest is not there
    "trunc-moov-at-end.mp4": {"GB-W102"},  # cut off before the index that says where its pictures are
    "zero.mp4": {"GB-W101"},  # no bytes
}
"""Files of the shared footage that are broken on purpose, and what is told of each. All others are sound."""

MOST_BYTES = 700_000  # of a clip, in the quick run


@pytest.fixture(
    scope="module", params=[pytest.param(MOST_BYTES, id="small clips"), pytest.param(None, marks=pytest.mark.slow)]
)
def second(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, glassbox: Any) -> Second:
    made = write_second(tmp_path_factory.mktemp("second"), SHARED / "data", most_bytes=request.param)
    glassbox(made.root, "build", "--quiet")
    return made


def test_shared_material_is_used_where_it_is_there(second: Second) -> None:
    assert second.is_shared == (SHARED / "data").is_dir()
    if second.is_shared:
        assert "mdn-crystal.webm" in second.clips.values()
        assert "elva-original.jpg" in second.pictures.values()
        assert len(second.prompts) == 25 * len(LANGUAGES)


def test_of_each_broken_file_is_told_what_it_is_and_of_no_other_anything(second: Second) -> None:
    report = json.loads((second.root / ".glassbox/build-report.json").read_text("utf-8"))
    told: dict[str, set[str]] = {}
    for problem in report["problems"]:
        take = re.search(r"takes/(SE-T\d+)\.", problem["text"])
        told.setdefault(second.clips[take[1]] if take else problem["text"], set()).add(problem["code"])
    assert told == {name: BROKEN[name] for name in second.clips.values() if name in BROKEN}
    assert {problem["severity"] for problem in report["problems"]} <= {"warning"}


def test_every_sound_clip_and_picture_is_shown(second: Second) -> None:
    site = second.root / "site"
    wall = (site / "films/second/takes/index.html").read_text("utf-8")
    for take, name in second.clips.items():
        if name not in BROKEN:
            card = wall.split(f'id="{take}"', 1)[1].split("</article>", 1)[0]
            assert "media/" in card, name
    material = (site / "films/second/assets/index.html").read_text("utf-8")
    for asset, name in second.pictures.items():
        assert "media/" in material.split(f'id="{asset}"', 1)[1].split('id="SE-A', 1)[0], name


def test_every_prompt_is_on_its_page_byte_for_byte(second: Second, chromium: Any) -> None:
    page = chromium.new_page()
    for name, text in second.prompts.items():
        file = second.root / f"site/prompts/{name}/index.html"
        assert unescape(file.read_text("utf-8")).count(text) >= 1, name
        page.goto(file.as_uri())
        assert page.evaluate("document.querySelector('[data-copy]').textContent") == text, name
    page.close()


def test_no_name_of_a_team_s_file_is_published(second: Second) -> None:
    site: Path = second.root / "site"
    names = {p.name for p in site.rglob("*")}
    assert not names & set(second.clips.values())
