"""How large is what a finger is meant to hit."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOR_A_FINGER = 44
"""CSS pixels, each way."""
FIND = Path(__file__).with_name("targets.js").read_text("utf-8")


@dataclass(frozen=True)
class Target:
    what: str
    width: int
    """CSS pixels that answer, no more than is counted: past 44 it is large enough."""
    height: int
    exempt: str
    """Why it may be smaller, in the words of WCAG 2.5.8; empty if it may not."""

    @property
    def small(self) -> bool:
        return not self.exempt and min(self.width, self.height) < FOR_A_FINGER


def targets(page: Any) -> list[Target]:
    """All that can be hit on the page as it stands."""
    return [
        Target(one["what"], one["width"], one["height"], _exempt(one["sentence"], one["strip"]))
        for one in page.evaluate(FIND)
    ]


def _exempt(in_sentence: bool, of_strip: bool) -> str:
    """A cell of the strip is as wide as its shot is long; the finger is drawn along the strip, and two large buttons
    beside it go to the previous and the next shot."""
    if in_sentence:
        return "inline"
    return "equivalent" if of_strip else ""
