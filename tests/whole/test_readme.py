"""The READMEs are true: commands and options, every field, every problem code."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import click
import pytest

from glassbox.cli import main
from glassbox.problems import CODES

REPOSITORY = Path(__file__).resolve().parents[2]
README = (REPOSITORY / "README.md").read_text("utf-8")


def _rows() -> dict[str, str]:
    """Command -> its row in the README's table."""
    return {hit[1]: hit[0] for hit in re.finditer(r"^\| `glassbox (\w+)[^`]*` \|.*$", README, re.MULTILINE)}


def test_the_readme_names_every_command_and_no_other() -> None:
    assert set(_rows()) == set(main.commands)


@pytest.mark.parametrize("name", sorted(main.commands))
def test_the_readme_names_every_option_of_a_command_and_no_other(name: str) -> None:
    options = {o for p in main.commands[name].params if isinstance(p, click.Option) for o in p.opts}
    assert set(re.findall(r"(?<![\w-])--[a-z-]+", _rows()[name])) == options


def test_the_readme_names_the_options_that_come_before_a_command() -> None:
    options = {o for p in main.params for o in p.opts} - {"--version"}
    for option in options:
        assert f"`{option}" in README, option


def test_the_handbooks_name_every_field_and_every_problem_code() -> None:
    spec = importlib.util.spec_from_file_location("handbook", REPOSITORY / "tools/handbook.py")
    assert spec is not None
    assert spec.loader is not None
    handbook = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(handbook)
    for lang, file in handbook.BOOKS.items():
        book = file.read_text("utf-8")
        assert handbook.filled(book, lang) == book, "run tools/handbook.py"
        for code in CODES:
            assert f"`{code}`" in book or f"| {code} |" in book, code


def test_every_link_of_a_readme_leads_somewhere() -> None:
    folders = [REPOSITORY, *(REPOSITORY / name for name in ("content", "tools", "tests", "overrides"))]
    for readme in (file for folder in folders for file in sorted(folder.glob("*.md"))):
        for target in re.findall(r"\]\(([^)#:]+)\)", readme.read_text("utf-8")):
            assert (readme.parent / target).exists(), (readme.name, target)
