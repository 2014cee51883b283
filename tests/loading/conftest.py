"""A small archive that tests spoil in one place."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from glassbox.loading import Loaded, load
from glassbox.problems import Problem

SITE = "title: {zh: 玻璃盒, en: Glass Box}\nlanguages: [en, zh]\n"
FILM = """\
slug: lightcone
code: LC
title: {zh: 光锥, en: Lightcone}
fps: 24
licence: CC BY 4.0
digital_source_type: digitalCapture
"""
PROMPT = """\
id: LC-P001
tool: hailuo
writer: director
task: text-to-video
revisions:
- rev: 1
  text: |
    [Push in] A dome at night.
"""


@dataclass(frozen=True)
class Written:
    """An archive on disk, to be changed file by file and loaded."""

    root: Path

    def write(self, path: str, text: str | bytes) -> Path:
        """Writes `text` at `path` below content/; text as UTF-8 with its line ends as they are."""
        file = self.root / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return file

    def film(self, path: str, text: str | bytes) -> Path:
        return self.write(f"films/lightcone/{path}", text)

    def load(self) -> Loaded:
        return load(self.root)

    def problems(self, *codes: str) -> list[Problem]:
        """Problems of the codes, or of files and fields alone where none is named."""
        own = [one for one in self.load().problems if int(one.code.name[-3:]) < 50]
        return [one for one in own if not codes or one.code.name in codes]

    def told(self) -> list[str]:
        """`file:line CODE` of each problem of files and fields, without the folder of the film."""
        lines = [f"{one.place} {one.code.name}" for one in self.problems()]
        return [line.removeprefix("content/").removeprefix("films/lightcone/") for line in lines]


@pytest.fixture
def archive(tmp_path: Path) -> Written:
    """A film with a prompt, and the people, tools and reasons that it names; no problem of files or fields."""
    made = Written(tmp_path / "archive")
    made.write("site.yml", SITE)
    made.write("people.yml", "- {id: director, name: Director}\n")
    made.write("tools.yml", "- {id: hailuo, system: Hailuo, version: '01'}\n")
    made.write("reasons.yml", "- {id: two-moons, title: Two moons}\n")
    made.film("film.yml", FILM)
    made.film("prompts/LC-P001.yml", PROMPT)
    return made
