"""The two commands as somebody on a fresh machine meets them."""

from __future__ import annotations

import ast
import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
BEFORE_THE_PACKAGES = ["run.py", "setting_up/__init__.py", "setting_up/words.py", "setting_up/processes.py"]
BEFORE_THE_PACKAGES += ["setting_up/environment.py"]


@pytest.fixture
def door(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """tools/run.py as a module, whose deeds do nothing."""
    spec = importlib.util.spec_from_file_location("run_door", ROOT / "tools" / "run.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "ensure_environment", lambda *_: None)
    monkeypatch.setenv("LC_ALL", "C")
    return module


@pytest.mark.parametrize("file", BEFORE_THE_PACKAGES)
def test_what_runs_before_the_packages_are_there_needs_only_the_standard_library(file: str) -> None:
    tree = ast.parse((ROOT / "tools" / file).read_text(encoding="utf-8"))
    named = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    named |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    allowed = {"setting_up.words", "setting_up.processes", "setting_up.environment"}
    assert {name for name in named if name.split(".")[0] not in sys.stdlib_module_names} <= allowed


@pytest.mark.parametrize(("arguments", "code"), [([], 2), (["bild"], 2), (["--help"], 0)])
def test_a_misused_command_says_how_it_is_used(arguments: list[str], code: int) -> None:
    told = subprocess.run(
        [sys.executable, ROOT / "tools" / "run.py", *arguments], capture_output=True, text=True, check=False
    )
    assert told.returncode == code
    assert "python3 tools/run.py build" in told.stdout + told.stderr


def test_an_older_python_is_told_which_one_to_use(
    door: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(door.sys, "version_info", (3, 11, 1, "final", 0))
    assert door.main(["build"]) == 3
    assert "3.11.2 or newer" in capsys.readouterr().err


def test_the_words_of_the_build_are_passed_on_and_so_is_its_exit_code(
    door: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[list[str]] = []
    monkeypatch.setattr(door, "run", lambda command, *_: started.append(command) or 75)
    assert door.main(["build", "--strict", "--jobs", "1"]) == 75
    assert [Path(started[0][0]).stem, *started[0][1:]] == ["glassbox", "build", "--strict", "--jobs", "1"]


@pytest.mark.parametrize("spelt", [["--lang", "zh"], ["--lang=zh"]])
def test_the_build_speaks_the_language_that_is_asked_for(
    door: ModuleType, monkeypatch: pytest.MonkeyPatch, spelt: list[str]
) -> None:
    """Where glassbox itself wants it, before the command."""
    started: list[list[str]] = []
    monkeypatch.setattr(door, "run", lambda command, *_: started.append(command) or 1)
    door.main(["build", *spelt, "--strict"])
    assert started[0][1:] == ["--lang=zh", "build", "--strict"]


def test_after_a_build_the_site_is_named_and_how_to_open_it(
    door: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").touch()
    monkeypatch.setattr(door, "ROOT", tmp_path)
    monkeypatch.setattr(door, "run", lambda *_: 0)
    assert door.main(["build"]) == 0
    told = capsys.readouterr().out
    assert str(tmp_path / "site" / "index.html") in told
    assert told.rstrip().endswith("serve")
    assert door.main(["build", "--help"]) == 0
    assert capsys.readouterr().out == ""


def test_an_interrupted_build_says_so_in_its_exit_code(door: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(door, "run", interrupted)
    assert door.main(["build"]) == 130


def test_the_automatic_check_calls_the_command_of_the_readme_and_fails_with_it(tmp_path: Path) -> None:
    (tmp_path / ".ci").mkdir()
    (tmp_path / "tools").mkdir()
    (tmp_path / ".ci" / "run").write_bytes((ROOT / ".ci" / "run").read_bytes())
    (tmp_path / "tools" / "run.py").write_text("import sys; print(sys.argv[1:]); sys.exit(7)", encoding="utf-8")
    told = subprocess.run(["bash", tmp_path / ".ci" / "run"], cwd="/", capture_output=True, text=True, check=False)
    assert (told.returncode, told.stdout) == (7, "['test']\n")
