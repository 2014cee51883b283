"""A new film's folder as `new film` makes it, and as it is with every field taken into use."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from glassbox.starting import start_film

UNUSED = re.compile(r"^( *)# (?!yaml-language-server)", re.MULTILINE)
"""Before a field that waits to be used; `## ` explains and stays."""

Start = Callable[..., Path]


def in_use(text: str) -> str:
    """A template with every field taken into use, as an author does it: the `# ` goes."""
    return UNUSED.sub(r"\1", text)


def yaml_in(text: str) -> str:
    """The one block of YAML in a README."""
    (block,) = re.findall(r"^```yaml\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert isinstance(block, str)
    return block


@pytest.fixture
def start(tmp_path: Path) -> Start:
    """`start()` makes the film `lantern` (LA) in an empty archive and gives its root."""

    def made(lang: str = "en", slug: str = "lantern", code: str = "LA") -> Path:
        start_film(tmp_path, slug, code, lang)
        return tmp_path

    return made


@pytest.fixture
def start_whole(start: Start) -> Start:
    """The same with every field of every template in use, and what the README's blocks show in files."""

    def made(lang: str = "en") -> Path:
        root = start(lang)
        content = root / "content"
        film = content / "films/lantern"
        for file in (*content.glob("*.yml"), *film.glob("*.yml"), *film.glob("decisions/*.md")):
            file.write_text(in_use(file.read_text("utf-8")), "utf-8")
        prompt = yaml_in((film / "prompts/README.md").read_text("utf-8"))
        (film / "prompts/LA-P001.yml").write_text(in_use(prompt), "utf-8")
        other = prompt.partition("# title:")[0] + "revisions:\n  - rev: 1\n    text: An earlier try\n"
        (film / "prompts/LA-P002.yml").write_text(other.replace("LA-P001", "LA-P002"), "utf-8")
        (film / "cut.yml").write_text(in_use(yaml_in((film / "README.md").read_text("utf-8"))), "utf-8")
        return root

    return made
