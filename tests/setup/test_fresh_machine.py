"""The commands run for real, in an empty clone with a fresh home."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("tools", "plugins", "overrides")


def clone(place: Path) -> Path:
    """What a fresh clone holds of the things that the set-up reads."""
    place.mkdir()
    for part in PARTS:
        shutil.copytree(ROOT / part, place / part, ignore=shutil.ignore_patterns("__pycache__"))
    for file in [
        *ROOT.glob("*.lock"),
        *(ROOT / name for name in ("pyproject.toml", "README.md", "LICENSE", "mkdocs.yml")),
    ]:
        shutil.copy(file, place / file.name)
    return place


def run_in(place: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    home = place.parent / "home"
    home.mkdir(exist_ok=True)
    kept = {name: value for name, value in os.environ.items() if name not in ("VIRTUAL_ENV", "LANG", "LC_ALL")}
    return subprocess.run(
        [getattr(sys, "_base_executable", sys.executable), "tools/run.py", *arguments],
        cwd=place,
        env={**kept, "HOME": str(home), **variables},
        capture_output=True,
        encoding="latin-1",
        check=False,
    )


def test_without_a_network_it_says_what_to_mend_on_any_terminal(tmp_path: Path) -> None:
    place = clone(tmp_path / "clone")
    (place / "requirements.lock").write_text("no-such-package==1 --hash=sha256:" + "0" * 64 + "\n", encoding="utf-8")
    told = run_in(
        place, "build", "--lang", "zh", PYTHONIOENCODING="latin-1", PIP_NO_INDEX="1", PIP_CONFIG_FILE=os.devnull
    )
    assert told.returncode == 3
    assert "no-such-package" in told.stderr
    assert "pip config" in told.stderr
    assert "Traceback" not in told.stderr
    assert not (place / ".venv" / "glassbox-setup.json").exists()


@pytest.mark.slow
def test_an_empty_clone_with_a_fresh_home_gets_its_environment_from_the_lock_once(tmp_path: Path) -> None:
    place = clone(tmp_path / "clone")
    first = run_in(place, "build", "--help")
    stamp = place / ".venv" / "glassbox-setup.json"
    assert stamp.exists(), first.stderr
    assert "Making .venv" in first.stdout
    made = stamp.stat().st_mtime_ns
    # What the lock names is what is there, and the project itself is taken from the clone.
    probe = (
        "import glassbox, pathlib; from glassbox.doctor.packages import strangers; print(glassbox.__file__); "
        "print(strangers(pathlib.Path('requirements.lock')))"
    )
    python = place / ".venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
    here = subprocess.run([python, "-c", probe], cwd=place, capture_output=True, text=True, check=True).stdout
    assert here.splitlines() == [str(place / "tools" / "glassbox" / "__init__.py"), "[]"]
    second = run_in(place, "build", "--help", PIP_NO_INDEX="1", PIP_CONFIG_FILE=os.devnull)
    assert ".venv" not in second.stdout
    assert stamp.stat().st_mtime_ns == made
    assert second.returncode == first.returncode
