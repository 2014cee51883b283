"""The engine in the browser: its parts are written and tested apart, and travel together in two scripts."""

from __future__ import annotations

from pathlib import Path

FOLDER = "js/search"
"""Their parts, below the assets."""
BUNDLES = {
    "assets/js/search.js": ("tokens", "kin", "coding", "shelf", "lexicon", "plan", "ranking", "engine"),
    "assets/js/search-more.js": ("narrowing", "suggesting"),
}
"""Where each is published -> its parts, each of which knows only those before it. The engine loads the second when
somebody narrows, sorts, counts or wants suggestions; the first question does not need it."""


def engine_script(assets: Path, bundle: str) -> str:
    """The parts of a bundle, one after the other.

    Raises OSError where one is missing, ValueError where the folder holds one that no bundle names.
    """
    found = {file.stem for file in (assets / FOLDER).glob("*.js")}
    if strange := found - {part for parts in BUNDLES.values() for part in parts}:
        raise ValueError(f"{FOLDER} holds what the engine does not know: {', '.join(sorted(strange))}")
    return "\n".join((assets / FOLDER / f"{part}.js").read_text("utf-8") for part in BUNDLES[bundle])
