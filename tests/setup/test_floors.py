"""The floors hold: an import that goes up, or across, is refused by the same contract that CI runs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOMS = (
    *("cli", "pipeline", "publish", "serving", "doctor", "starting", "specimen"),
    *("pages", "loading", "derivatives", "records", "problems"),
)
PARTS = ("search", "exports", "imports", "kiosk")


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """Empty rooms of our names under our own contract, so that only what is planted can break it."""
    shutil.copy(ROOT / ".importlinter", tmp_path)
    for room in (*ROOMS, *PARTS):
        _write(tmp_path / "glassbox" / room / "__init__.py")
        _write(tmp_path / "glassbox" / room / "inside.py")
    _write(tmp_path / "glassbox" / "__init__.py")
    for name in ("__init__", "plugin"):
        _write(tmp_path / "glassbox_mkdocs" / f"{name}.py")
    return tmp_path


def holds(house: Path) -> tuple[bool, str]:
    """Whether the contract is kept, and what was said."""
    told = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache"], cwd=house, capture_output=True, text=True,
        env={**os.environ, "PYTHONPATH": str(house)}, check=False,
    )  # fmt: skip
    return told.returncode == 0, told.stdout + told.stderr


def test_an_empty_house_holds(house: Path) -> None:
    assert holds(house)[0], holds(house)[1]


@pytest.mark.parametrize(
    ("room", "line"),
    [
        ("records", "import glassbox.loading.inside"),
        ("records", "import glassbox.problems.inside"),
        ("problems", "from glassbox.records import inside"),
        ("loading", "from glassbox import pages"),
        ("loading", "from glassbox.derivatives.inside import x"),
        ("kiosk", "import glassbox.search"),
        ("pages", "def f():\n    import glassbox.pipeline.inside"),
        ("search", "import glassbox.exports"),
        ("publish", "import glassbox.pipeline.inside"),
        ("publish", "import glassbox.cli"),
        ("serving", "import glassbox.doctor"),
        ("pages", "import mkdocs.config"),
        ("pipeline", "import glassbox_mkdocs.plugin"),
        ("derivatives", "import properdocs"),
    ],
)
def test_an_import_that_goes_up_or_across_is_refused(house: Path, room: str, line: str) -> None:
    _write(house / "glassbox" / room / "inside.py", line)
    kept, told = holds(house)
    assert not kept
    assert f"glassbox.{room}" in told


def test_a_room_that_stands_on_no_floor_is_refused(house: Path) -> None:
    _write(house / "glassbox" / "utils" / "__init__.py")
    kept, told = holds(house)
    assert not kept
    assert "utils" in told


def test_the_mkdocs_door_does_not_open_onto_the_command_line(house: Path) -> None:
    _write(house / "glassbox_mkdocs" / "plugin.py", "import glassbox.cli.inside")
    assert not holds(house)[0]


def test_what_the_floors_allow_is_allowed(house: Path) -> None:
    _write(
        house / "glassbox" / "cli" / "inside.py", "import mkdocs.commands.build\nimport glassbox.pipeline\nimport yaml"
    )
    _write(house / "glassbox" / "pages" / "inside.py", "import glassbox.records.inside\nimport glassbox.derivatives")
    _write(
        house / "glassbox_mkdocs" / "plugin.py", "import mkdocs.plugins\nimport glassbox.pages\nimport glassbox.records"
    )
    assert holds(house)[0], holds(house)[1]


def _write(file: Path, text: str = "") -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text + "\n", encoding="utf-8")
