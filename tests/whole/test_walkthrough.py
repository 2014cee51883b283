"""The README's way to a film of one's own, followed word for word by a script."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from textwrap import dedent

import pytest
from PIL import Image

from conftest import REPOSITORY
from making.small import clip

pytestmark = pytest.mark.ffmpeg

HEADING = "## A film of your own in ten minutes"
BLOCK = re.compile(r"^( *)```(\w+)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"`(content/[^`]+)`")


@dataclass(frozen=True)
class Step:
    """One thing that the README says to do."""

    kind: str
    """sh: commands; yaml: words for `file`; text: what the commands before it say."""
    text: str
    file: str = ""


def steps() -> Iterator[Step]:
    """What the README's section asks for, in its order. A block's file is the last that was named before it."""
    readme = (REPOSITORY / "README.md").read_text("utf-8")
    section = readme.split(f"{HEADING}\n", 1)[1].split("\n## ", 1)[0]
    before = 0
    for block in BLOCK.finditer(section):
        kind, text = block[2], dedent(block[3])
        named = FILE.findall(section[before : block.start()])
        before = block.end()
        if kind == "yaml":
            assert named, f"no file is named before\n{text}"
        yield Step(kind, text, named[-1] if kind == "yaml" else "")


@dataclass(frozen=True)
class Followed:
    archive: Path
    said: dict[str, str]
    """Commands -> what they said."""


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Followed:
    """All steps done in a copy of the clone, by somebody with two clips and a drawing on the desktop."""
    place = tmp_path_factory.mktemp("walk")
    clone, home = place / "glass-box", place / "home"
    clone.mkdir()
    (clone / ".venv" / "bin").mkdir(parents=True)
    (clone / ".venv/bin/glassbox").symlink_to(Path(sys.executable).parent / "glassbox")
    _put_on_desktop(home / "Desktop")
    shell = {"HOME": str(home), "LC_ALL": "C.UTF-8", "PATH": os.environ["PATH"]}
    here, said = clone, {}
    for step in steps():
        if step.kind == "yaml":
            (here / step.file).write_text(step.text, "utf-8")
        elif step.kind == "sh":
            done = subprocess.run(
                ["sh", "-euc", f"{step.text}\npwd > '{home}/here'\nprintf %s \"$PATH\" > '{home}/path'"],
                cwd=here, env=shell, capture_output=True, text=True, check=False,
            )  # fmt: skip
            assert done.returncode == 0, f"{step.text}\n{done.stdout}{done.stderr}"
            here = Path((home / "here").read_text().strip())
            shell["PATH"] = (home / "path").read_text()
            said[step.text] = done.stdout + done.stderr
    return Followed(here, said)


def _put_on_desktop(desktop: Path) -> None:
    desktop.mkdir(parents=True)
    (desktop / "thirteen-lanterns.mp4").write_bytes(clip(3, 1))
    (desktop / "a-hundred-lanterns.mp4").write_bytes(clip(3, 2))
    Image.linear_gradient("L").resize((640, 360)).save(desktop / "drawing.jpg")


def test_the_steps_begin_in_the_clone_and_need_nothing_but_the_desktop() -> None:
    found = list(steps())
    assert [step.kind for step in found].count("sh") >= 4
    assert len({step.file for step in found if step.file}) == 7
    commands = "".join(step.text for step in found if step.kind == "sh")
    for command in ("glassbox new film", "glassbox check", "glassbox build"):
        assert command in commands
    assert "sudo" not in commands
    assert not re.search(r"https?://", commands)


def test_what_the_readme_says_comes_out_comes_out(followed: Followed) -> None:
    found, last, compared = list(steps()), "", 0
    for step in found:
        if step.kind == "sh":
            last = step.text
        elif step.kind == "text":
            for line in step.text.strip().splitlines():
                shape = ".*".join(re.escape(part) for part in line.split("…"))
                assert re.search(shape, followed.said[last]), f"{line}\nis not in\n{followed.said[last]}"
                compared += 1
    assert compared >= 3


def test_the_film_its_shot_prompt_and_takes_are_on_pages_in_both_languages(followed: Followed) -> None:
    site = followed.archive / "site"
    for lang, film, shot in (("", "Lantern river", "The river"), ("zh", "灯河", "河")):
        home = _read(site / lang / "index.html")
        assert film in home
        page = _read(site / lang / "films/lantern-river/index.html")
        assert film in page
        assert "SQ01-0010" in page
        assert "<video" in page
        of_shot = _read(site / lang / "films/lantern-river/shots/SQ01-0010/index.html")
        for words in (shot, "LR-T001", "LR-T002", "LR-P001", "<img"):
            assert words in of_shot
        prompt = _read(site / lang / "prompts/LR-P001/index.html")
        assert "[Push in] Thirteen paper lanterns on a black river at night." in prompt
        assert 'id="r1"' in prompt
        wall = _read(site / lang / "films/lantern-river/takes/index.html")
        assert 'id="LR-T001"' in wall
        rejected = wall.split('id="LR-T002"', 1)[1].split("</article>", 1)[0]
        note = "Beautiful, and nobody would count these." if not lang else "很美，可是没有人会去数。"
        assert note in rejected
        assert "media/" in rejected
        assert 'class="trouble"' not in wall + page + of_shot


def test_nothing_of_the_templates_is_left_on_the_pages(followed: Followed) -> None:
    for page in (followed.archive / "site").rglob("*.html"):
        assert 'class="specimen' not in _read(page), f"{page} still calls something a specimen"


def test_the_archive_is_clean_even_when_strict_and_a_fault_is_told_as_the_readme_shows(
    followed: Followed, tmp_path: Path
) -> None:
    root = tmp_path / "copy"
    shutil.copytree(followed.archive / "content", root / "content")
    glassbox = [str(Path(sys.executable).parent / "glassbox"), "-C", str(root), "--lang", "en", "check", "--strict"]
    assert subprocess.run(glassbox, check=False).returncode == 0
    takes = root / "content/films/lantern-river/takes.yml"
    takes.write_text(takes.read_text("utf-8").replace("  reason: story\n", ""), "utf-8")
    told = subprocess.run(glassbox, capture_output=True, text=True, check=False)
    assert told.returncode == 1
    readme = (REPOSITORY / "README.md").read_text("utf-8")
    (shown,) = re.findall(r"`(content/films/lantern-river/takes\.yml:\d+): … (\[GB-E\d+\])`", readme)
    (line,) = told.stderr.splitlines()
    assert line.startswith(f"{shown[0]}: ")
    assert line.endswith(shown[1])


def test_the_clone_is_untouched_and_the_archive_holds_nothing_else(followed: Followed) -> None:
    assert [path.name for path in (followed.archive.parent / "glass-box").iterdir()] == [".venv"]
    assert followed.archive.name == "our-films"
    assert sorted(path.name for path in followed.archive.iterdir()) == [".glassbox", "content", "site"]


def _read(page: Path) -> str:
    return unescape(page.read_text("utf-8"))
