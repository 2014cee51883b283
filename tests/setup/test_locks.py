"""The lock files: complete, digested, free of hosts and paths, and true to pyproject.toml."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ["requirements.lock", "requirements-test.lock", "requirements-node.lock"]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RUNTIME = [*PROJECT["project"]["dependencies"], *PROJECT["build-system"]["requires"], "editables"]
GROUPS = PROJECT["dependency-groups"]


@dataclass(frozen=True)
class Pin:
    requirement: Requirement
    hashes: int

    @property
    def version(self) -> Version:
        return Version(next(iter(self.requirement.specifier)).version)


def pins(lock: str) -> dict[str, Pin]:
    """Read here by another way than the doctor's, so that one mistake does not hide in both."""
    whole = (ROOT / lock).read_text(encoding="utf-8").replace("\\\n", " ")
    found = {}
    for line in whole.splitlines():
        if line and not line.startswith("#"):
            asked, *hashes = re.split(r"\s+--hash=sha256:", line.strip())
            requirement = Requirement(asked)
            found[canonicalize_name(requirement.name)] = Pin(requirement, len(hashes))
    return found


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_of_a_lock_has_one_version_and_its_digests(lock: str) -> None:
    found = pins(lock)
    assert found
    for name, pin in found.items():
        assert [part.operator for part in pin.requirement.specifier] == ["=="], name
        assert pin.hashes >= 1, name


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_host_and_no_folder(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert not re.search(r"https?:|file:|://| @ |--(extra-)?index|--find-links", text)
    assert not re.search(r"(?m)(?<![A-Za-z0-9])/(?!.*sys_platform)[a-z]+/", text)
    assert "python3 tools/lock.py" in text


@pytest.mark.parametrize(
    ("lock", "wanted"),
    [
        ("requirements.lock", RUNTIME),
        ("requirements-test.lock", [*RUNTIME, *GROUPS["test"]]),
        ("requirements-node.lock", GROUPS["node"]),
    ],
)
def test_what_the_project_asks_for_is_locked_at_a_version_it_allows(lock: str, wanted: list[str]) -> None:
    found = pins(lock)
    for line in wanted:
        asked = Requirement(line)
        pin = found.get(canonicalize_name(asked.name))
        assert pin, f"{line} is not in {lock}: run python3 tools/lock.py"
        assert asked.specifier.contains(pin.version, prereleases=True), f"{line}: {lock} has {pin.version}"


def test_the_tests_run_on_the_versions_that_a_build_runs_on() -> None:
    runtime, test = pins("requirements.lock"), pins("requirements-test.lock")
    assert {name: str(pin.requirement) for name, pin in runtime.items()} == {
        name: str(test[name].requirement) for name in runtime
    }
    assert all(runtime[name].hashes == test[name].hashes for name in runtime)


def test_versions_with_known_holes_are_not_locked() -> None:
    found = pins("requirements.lock")
    assert found["pillow"].version >= Version("12.3")
    assert found["mkdocs-material"].version >= Version("9.7.7")


def test_the_licence_is_the_one_that_is_declared() -> None:
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert PROJECT["project"]["license"] == "MIT"
    assert licence.startswith("MIT License\n\nCopyright (c) 2026 The Glass Box authors\n")
    assert "LICENSE" in PROJECT["project"]["license-files"]
