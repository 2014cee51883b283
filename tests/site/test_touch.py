"""On a phone, whatever a finger is meant to hit answers on 44 px each way."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from measuring.pages import PHONE, kinds, one_of_each_kind, unfold, visitor
from measuring.targets import FOR_A_FINGER, targets

pytestmark = [pytest.mark.browser, pytest.mark.ffmpeg]


@pytest.mark.parametrize("whole", [False, pytest.param(True, marks=pytest.mark.slow)], ids=["sample", "whole"])
def test_a_finger_hits_what_it_is_meant_to_hit(
    sample_site: Path, chromium: Any, sample_address: str, whole: bool
) -> None:
    """Every second kind of page; each kind in each language in the slow test."""
    names = one_of_each_kind(sample_site)
    small, counted, exempt = [], 0, set()
    for name in names if whole else [kind.names[0] for kind in kinds(sample_site)][1::2]:
        with visitor(chromium, PHONE) as page:
            page.goto(sample_address + name)
            unfold(page)
            found = targets(page)
        counted += len(found)
        exempt |= {one.exempt for one in found}
        small += [f"{name}: {one}" for one in found if one.small]
    assert counted > (4000 if whole else 1000)
    assert exempt == {"", "inline", "equivalent"}
    assert not small


def test_a_target_that_is_too_small_is_seen(chromium: Any, sample_address: str) -> None:
    with visitor(chromium, PHONE) as page:
        page.goto(f"{sample_address}people/")
        assert not any(one.small for one in targets(page))
        page.evaluate("""() => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync('.round-button { width: 40px !important; }');
            document.adoptedStyleSheets.push(sheet);
            document.querySelector('main').insertAdjacentHTML('beforeend',
                '<p><a href="#a">Alone</a></p><p>A sentence with <a href="#b">a link</a> in it.</p>');
        }""")
        found = targets(page)
    small = {one.what.split("“")[1].split("”")[0]: one for one in found if one.small}
    assert "Alone" in small
    assert small["Alone"].height < FOR_A_FINGER <= small["Alone"].width + 10
    assert len(small) == 4, "the three round buttons, and the link alone"
    assert [one.exempt for one in found if "a link" in one.what] == ["inline"]
