"""Which problems arose in a run of the tests, out of what people gave the program and not out of a test's own hand."""

from __future__ import annotations

import re
import sys

from glassbox.problems import Problem

ARISEN: set[str] = set()
"""Names of codes."""

_TOLD = re.compile(r"\[(GB-[EW]\d{3})\]")
_OURS = ("glassbox", "glassbox_mkdocs")


def watch() -> None:
    """From now on each problem that the program itself makes in this process is noted."""
    make = Problem.__init__

    def noted(self: Problem, *given: object, **named: object) -> None:
        make(self, *given, **named)  # type: ignore[arg-type]
        maker = sys._getframe(1)
        while maker.f_back is not None and maker.f_globals["__name__"] in (Problem.__module__, __name__):
            maker = maker.f_back
        if maker.f_globals["__name__"].partition(".")[0] in _OURS:
            ARISEN.add(self.code.name)

    Problem.__init__ = noted  # type: ignore[assignment, method-assign]


def hear(told: str) -> None:
    """Note what a process of the program told its user."""
    ARISEN.update(_TOLD.findall(told))
