"""Our style sheets and scripts as they travel: without the comments that stand on lines of their own, and without
indentation. They are a third of a script's weight, and written for whoever reads the source."""

from __future__ import annotations

import re

_KEPT = "/*!"
"""Begins a comment that has to travel: a licence."""
_OPEN_TEXT = re.compile(r"^[^`]*`(?:[^`]*`[^`]*`)*[^`]*$")
"""A line with an odd number of backticks: a text goes on in the next line, where each space counts."""


def lean(name: str, data: bytes) -> bytes:
    """The file as it is published; what is neither a script nor a style sheet of ours comes back as it is.

    So does one with a text that goes over several lines, and what others made small already (`.min.js`).
    """
    if not name.endswith((".css", ".js")) or name.endswith(".min.js"):
        return data
    lines = _without_comments(data.decode().splitlines(), is_script=name.endswith(".js"))
    if any(_OPEN_TEXT.match(line) or line.endswith("\\") for line in lines):
        return data
    return "".join(f"{line}\n" for line in lines).encode()


def _without_comments(lines: list[str], is_script: bool) -> list[str]:
    kept: list[str] = []
    inside = travels = False
    for line in map(str.strip, lines):
        rest = line
        if not inside and rest.startswith("/*"):
            inside, travels = True, rest.startswith(_KEPT)
        if inside:
            _, end, after = rest.partition("*/")
            inside = not end
            rest = line if travels else after.strip()
        if rest and not (is_script and rest.startswith("//")):
            kept.append(rest)
    return kept
