"""The engine in the browser, as one script: its parts are written and tested apart, and travel together."""

from __future__ import annotations

from pathlib import Path

FOLDER = "js/search"
"""Its parts, below the assets."""
BUNDLE = "assets/js/search.js"
"""Where it is published."""
_PARTS = ("tokens", "kin", "coding", "shelf", "lexicon", "plan", "ranking", "narrowing", "engine")
"""Each knows only those before it."""


def engine_script(assets: Path) -> str:
    """All parts, one after the other. Raises OSError where one is missing, ValueError where one is not named here."""
    found = {file.stem for file in (assets / FOLDER).glob("*.js")}
    if strange := found - set(_PARTS):
        raise ValueError(f"{FOLDER} holds what the engine does not know: {', '.join(sorted(strange))}")
    return "\n".join((assets / FOLDER / f"{part}.js").read_text("utf-8") for part in _PARTS)
