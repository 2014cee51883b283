"""A walk through a page with nothing but the Tab key."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

WATCH = Path(__file__).with_name("keyboard.js").read_text("utf-8")
CONTROLS_OF_A_PLAYER = 12
"""The browser's own buttons on a film or a clip: the focus goes through them and stays on the player meanwhile."""


@dataclass(frozen=True)
class Walk:
    reachable: int
    """What the walk should come to."""
    faults: tuple[str, ...]


def walk(page: Any) -> Walk:
    """Tabs from the page's beginning to its end, and tells what was missed, out of order or without a ring."""
    should: list[str] = page.evaluate(WATCH)
    players = sum(name.startswith(("video", "audio")) for name in should)
    for _ in range(len(should) + CONTROLS_OF_A_PLAYER * players + 40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
    steps: list[dict[str, Any]] = page.evaluate("window.glassFocus")
    faults = (
        [f"never left: {steps[-1]['name']}"] if not page.evaluate("document.activeElement === document.body") else []
    )
    known = [step["place"] for step in steps if step["place"] >= 0]
    faults += [f"not reached: {should[place]}" for place in sorted(set(range(len(should))) - set(known))]
    faults += [
        f"out of order: {should[after]} after {should[before]}" for before, after in pairwise(known) if after < before
    ]
    faults += [f"no ring: {step['name']}" for step in steps if not step["ring"]]
    faults += [f"not for the keyboard: {s['name']}" for s in steps if s["place"] < 0 and not s["scroller"]]
    return Walk(len(should), tuple(faults))
