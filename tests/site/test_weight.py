"""A page is light, asks nobody else for anything, and nothing in it goes wrong."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from measuring.pages import LAPTOP, PHONE, kinds, one_of_each_kind, visitor
from measuring.weight import Requests, written

pytestmark = [pytest.mark.browser, pytest.mark.ffmpeg]

WRITTEN = 60_000
"""Bytes of HTML, CSS and JavaScript as they travel."""
WITHOUT_FILM = 500_000
"""Bytes of all that a phone asks for, its film excepted."""
FILMS = "[...document.querySelectorAll('[data-player], [data-player] source')].map((film) => film.src).filter(Boolean)"


def test_every_page_is_written_in_less_than_60_kb(sample_site: Path) -> None:
    weights = {page.relative_to(sample_site): written(sample_site, page) for page in sample_site.rglob("*.html")}
    assert len(weights) > 300
    assert not {name: size for name, size in weights.items() if size > WRITTEN}


@pytest.mark.parametrize("whole", [False, pytest.param(True, marks=pytest.mark.slow)], ids=["sample", "whole"])
def test_a_page_as_a_phone_loads_it(sample_site: Path, chromium: Any, sample_address: str, whole: bool) -> None:
    """Each kind of page, its language changing from one to the next; in the slow test each kind in each language."""
    names = [kind.names[number % len(kind.names)] for number, kind in enumerate(kinds(sample_site))]
    faults: list[str] = []
    with visitor(chromium, PHONE, device_scale_factor=3, is_mobile=True) as page:
        asked = Requests(page)
        for name in one_of_each_kind(sample_site) if whole else names:
            asked.bytes_of.clear()
            page.goto(sample_address + name, wait_until="load")
            page.wait_for_timeout(150)
            films = set(page.evaluate(FILMS))
            assert bool(films) == (name.removeprefix("zh/").count("/") == 2 and "films/" in name), (name, films)
            size = asked.total(sample_site, sample_address, without=films)
            assert size > 5_000, name
            faults += [f"{name}: {size} bytes"] if size > WITHOUT_FILM else []
            faults += [f"{name}: asks {host}" for host in asked.hosts() - {sample_address.rstrip("/")}]
            faults += [f"{name}: {sentence}" for sentence in asked.said]
            asked.said.clear()
            page.goto("about:blank")
    assert not faults


def test_nothing_goes_wrong_on_a_large_screen_over_http(sample_site: Path, chromium: Any, sample_address: str) -> None:
    faults: list[str] = []
    with visitor(chromium, LAPTOP) as page:
        asked = Requests(page)
        for kind in kinds(sample_site):
            page.goto(sample_address + kind.names[0])
            faults += [f"{kind.address}: asks {host}" for host in asked.hosts() - {sample_address.rstrip("/")}]
            faults += [f"{kind.address}: {sentence}" for sentence in asked.said]
    assert not faults


def test_weight_strangers_and_errors_are_seen(sample_site: Path, chromium: Any, tmp_path: Path) -> None:
    """In a copy of the home page, with faults planted."""
    shutil.copytree(sample_site / "assets", tmp_path / "assets")
    copy = tmp_path / "index.html"
    noise = "".join(chr(0x4E00 + (number * 7919) % 20000) for number in range(80_000))
    planted = f'<p>{noise}</p><img src="https://elsewhere.invalid/a.png" alt=""><script>undefined.word</script></main>'
    copy.write_text((sample_site / "index.html").read_text("utf-8").replace("</main>", planted), "utf-8")
    assert written(tmp_path, copy) > WRITTEN
    with visitor(chromium, PHONE) as page:
        asked = Requests(page)
        page.goto(copy.as_uri())
        page.evaluate("() => { setTimeout(() => undefined.word); }")
        page.wait_for_timeout(100)
    assert asked.total(tmp_path, f"{tmp_path.as_uri()}/", without=set()) > 150_000
    refused = [sentence for sentence in asked.said if "Content Security Policy" in sentence]
    assert any("elsewhere.invalid" in sentence for sentence in refused)
    assert any("script" in sentence for sentence in refused)
    assert any("undefined" in sentence for sentence in asked.said if sentence not in refused)
