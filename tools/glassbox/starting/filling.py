"""Fills the templates of a new film, in English or Chinese.

A line of a template that begins with `en| ` or `zh| ` is for readers of that language; the rest is for both.
<SLUG> and <CODE> stand for the film's own. In what comes out, `## ` begins an explanation and `# ` a field that
waits to be used, so that taking every `# ` away gives whole records (tests/starting holds them to that).
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files

_LANGUAGES = ("en", "zh")
_BOM = "\ufeff"
"""Without it Excel takes UTF-8 for the system's own encoding and spoils Chinese."""

OF_A_FILM: Mapping[str, str] = {
    "film.yml": "film.yml",
    "shots.yml": "shots.yml",
    "takes.yml": "takes.yml",
    "versions.yml": "versions.yml",
    "assets.yml": "assets.yml",
    "budget.csv": "budget.csv",
    "decisions/<CODE>-D001.md": "decision.md",
    "prompts/README.md": "prompts-readme.md",
    "README.md": "film-readme.md",
}
"""File in the film's folder -> template. A prompt needs a tool and a writer, who are not ours to name: so a README."""

OF_THE_EXHIBITION = ("site", "people", "tools", "reasons")
"""Tables that every film leans on; made where they are missing."""


def film_files(slug: str, code: str, lang: str) -> dict[str, str]:
    """Path in the film's folder -> text."""
    return {_filled(name, slug, code): _filled(_read(of, lang), slug, code) for name, of in OF_A_FILM.items()}


def exhibition_file(table: str, lang: str) -> str:
    """The text of `<table>.yml`."""
    return _read(f"{table}.yml", lang)


def _read(name: str, lang: str) -> str:
    text = (files("glassbox.starting") / "templates" / f"{name}.template").read_text("utf-8")
    own = "zh" if lang.startswith("zh") else "en"
    lines = (line for line in text.split("\n") if not line.startswith(tuple(f"{o}|" for o in _LANGUAGES if o != own)))
    said = "\n".join(line.removeprefix(f"{own}|").removeprefix(" ") if _is_for(line, own) else line for line in lines)
    return f"{_BOM}{said}" if name.endswith(".csv") else said


def _is_for(line: str, lang: str) -> bool:
    return line.startswith(f"{lang}|")


def _filled(text: str, slug: str, code: str) -> str:
    return text.replace("<SLUG>", slug).replace("<CODE>", code)
