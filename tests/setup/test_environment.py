"""`.venv` is made once, made anew when it must be, and never taken for whole when it is half."""

from __future__ import annotations

import importlib.util
import json
import os
from pathlib import Path

import pytest

from setting_up import environment
from setting_up.environment import RUNTIME_LOCK, TEST_LOCK, ensure_environment, python_of, read_stamp
from setting_up.words import LackingError

BUILD, TEST = (RUNTIME_LOCK,), (RUNTIME_LOCK, TEST_LOCK)


class Machine:
    """Stands in for the programs: notes what was started, and does to `.venv` what they would do."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.started: list[str] = []
        self.fails_at = ""

    def __call__(self, command: list[str]) -> int:
        deed = self._deed(command)
        self.started.append(deed)
        if self.fails_at and self.fails_at in deed:
            return 1
        if deed == "venv":
            python = python_of(self.root)
            python.parent.mkdir(parents=True)
            python.touch()
        return 0

    @staticmethod
    def _deed(command: list[str]) -> str:
        if command[1:3] == ["-m", "venv"]:
            return "venv"
        assert command[1:4] == ["-m", "pip", "install"]
        if "-r" in command:
            assert "--require-hashes" in command
            return command[-1]
        assert {"--no-index", "--no-deps", "--no-build-isolation"} <= set(command)
        return "project"

    def ensure(self, locks: tuple[str, ...]) -> list[str]:
        """What was started this time."""
        self.started = []
        ensure_environment(self.root, locks, self)
        return self.started


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    (tmp_path / "pyproject.toml").write_text(
        '[build-system]\nrequires=[]\n[project]\nname="x"\n[tool.hatch]\na=1\n[tool.ruff]\nb=1\n', encoding="utf-8"
    )
    (tmp_path / RUNTIME_LOCK).write_text("a==1\n", encoding="utf-8")
    (tmp_path / TEST_LOCK).write_text("a==1\nb==1\n", encoding="utf-8")
    return Machine(tmp_path)


def test_a_fresh_machine_gets_an_environment_then_packages_then_the_project(machine: Machine) -> None:
    assert machine.ensure(BUILD) == ["venv", RUNTIME_LOCK, "project"]


def test_a_second_run_starts_no_process(machine: Machine) -> None:
    for locks in (BUILD, TEST):
        machine.ensure(locks)
        assert machine.ensure(locks) == []


def test_the_tests_add_to_what_a_build_installed_and_a_build_after_them_adds_nothing(machine: Machine) -> None:
    machine.ensure(BUILD)
    assert machine.ensure(TEST) == [TEST_LOCK, "project"]
    assert machine.ensure(BUILD) == []


@pytest.mark.parametrize("cut_at", ["venv", RUNTIME_LOCK, "project"])
def test_an_environment_that_was_cut_short_is_made_anew(machine: Machine, cut_at: str) -> None:
    machine.fails_at = cut_at
    with pytest.raises(LackingError):
        machine.ensure(BUILD)
    (machine.root / ".venv").mkdir(exist_ok=True)
    left = machine.root / ".venv" / "half-written.py"
    left.touch()
    machine.fails_at = ""
    assert machine.ensure(BUILD) == ["venv", RUNTIME_LOCK, "project"]
    assert not left.exists()


def test_an_addition_that_was_cut_short_is_not_taken_for_the_environment_before_it(machine: Machine) -> None:
    machine.ensure(BUILD)
    machine.fails_at = TEST_LOCK
    with pytest.raises(LackingError):
        machine.ensure(TEST)
    machine.fails_at = ""
    assert machine.ensure(BUILD) == ["venv", RUNTIME_LOCK, "project"]


def test_a_changed_lock_makes_a_new_environment_so_that_nothing_old_stays(machine: Machine) -> None:
    machine.ensure(TEST)
    (machine.root / RUNTIME_LOCK).write_text("a==2\n", encoding="utf-8")
    assert machine.ensure(BUILD) == ["venv", RUNTIME_LOCK, "project"]


def test_a_changed_entry_of_the_project_installs_the_project_alone(machine: Machine) -> None:
    machine.ensure(BUILD)
    settings = machine.root / "pyproject.toml"
    settings.write_text(settings.read_text(encoding="utf-8").replace('"x"', '"y"'), encoding="utf-8")
    assert machine.ensure(BUILD) == ["project"]
    settings.write_text(settings.read_text(encoding="utf-8").replace("b=1", "b=2"), encoding="utf-8")
    assert machine.ensure(BUILD) == []


def test_a_python_for_another_machine_makes_a_new_environment(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine.ensure(BUILD)
    monkeypatch.setattr(environment.platform, "machine", lambda: "riscv64")
    assert machine.ensure(BUILD)[0] == "venv"


def test_a_moved_project_makes_a_new_environment_because_scripts_name_its_folder(machine: Machine) -> None:
    machine.ensure(BUILD)
    moved = machine.root.with_name("moved")
    machine.root.rename(moved)
    machine.root = moved
    assert machine.ensure(BUILD)[0] == "venv"


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"locks": 5}', '{"strange": 1}', "\x00"])
def test_a_stamp_that_is_none_counts_as_no_stamp(machine: Machine, text: str) -> None:
    machine.ensure(BUILD)
    (machine.root / ".venv" / "glassbox-setup.json").write_text(text, encoding="utf-8")
    assert machine.ensure(BUILD) == ["venv", RUNTIME_LOCK, "project"]


def test_an_environment_whose_python_is_gone_is_made_anew(machine: Machine) -> None:
    machine.ensure(BUILD)
    python_of(machine.root).unlink()
    assert machine.ensure(BUILD)[0] == "venv"


def test_a_link_in_the_place_of_the_environment_is_removed_and_what_it_points_to_stays(machine: Machine) -> None:
    elsewhere = machine.root / "elsewhere"
    elsewhere.mkdir()
    (machine.root / ".venv").symlink_to(elsewhere)
    machine.ensure(BUILD)
    assert elsewhere.exists()
    assert not (machine.root / ".venv").is_symlink()


def test_a_python_that_cannot_make_environments_is_told_with_the_line_that_mends_it(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    find_spec = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "ensurepip" else find_spec(name))
    (machine.root / ".venv").mkdir()
    with pytest.raises(LackingError) as told:
        machine.ensure(BUILD)
    assert "apt-get install python3-venv" in told.value.english
    assert "apt-get install python3-venv" in told.value.chinese
    assert machine.started == []
    assert (machine.root / ".venv").exists(), "what is there is not removed where nothing can take its place"


def test_the_stamp_says_what_it_was_made_from(machine: Machine) -> None:
    machine.ensure(TEST)
    place = machine.root / ".venv" / "glassbox-setup.json"
    assert json.loads(place.read_text(encoding="utf-8"))["folder"] == os.fspath(machine.root)
    assert set(read_stamp(place).locks) == set(TEST)
    assert list((machine.root / ".venv").glob("*.new")) == []
