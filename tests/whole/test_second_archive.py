"""An archive of material that is not ours builds with no problem that is not the file's own."""

from __future__ import annotations

import json
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from conftest import SHARED
from making.second import LANGUAGES, Second, write_second

pytestmark = [pytest.mark.ffmpeg, pytest.mark.browser]

BROKEN = frozenset({"text-renamed.mp4", "trunc-head.mp4", "trunc-moov-at-end.mp4", "zero.mp4"})
"""Files of the shared footage that are broken on purpose."""

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


def test_only_broken_files_are_told_and_each_by_name(second: Second) -> None:
    report = json.loads((second.root / ".glassbox/build-report.json").read_text("utf-8"))
    assert {p["severity"] for p in report["problems"]} <= {"warning"}
    told = "\n".join(p["text"] for p in report["problems"])
    for take, name in second.clips.items():
        is_told = f"takes/{take}." in told
        if name in BROKEN:
            assert is_told, f"{name} is broken and nobody says so"
    unexpected = [
        p["text"]
        for p in report["problems"]
        if not any(f"takes/{take}." in p["text"] for take, name in second.clips.items() if name in BROKEN | DAMAGED)
    ]
    assert not unexpected


DAMAGED = frozenset({"mb-cursed-vfr.mp4", "mb-toothsome-dts.mp4", "c2pa.mov", "c2pa-video1.mp4"})
"""Files with real faults of their own, which may be told."""


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
