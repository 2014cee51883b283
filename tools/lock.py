"""Makes the three lock files anew: `python3 tools/lock.py` (needs uv: `pip install uv`).

A lock names one version of every package, with the digests of all its files, for every platform and every
Python from 3.11.2 on, so that pip refuses whatever is not exactly that. Versions that stand in a lock stay
unless `--upgrade` is given.

    requirements.lock        what the tool needs, and what installs it from its source (hatchling, editables)
    requirements-test.lock   the same versions, and what the tests need
    requirements-node.lock   a Node.js, for machines that have none
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST_PYTHON = "3.11.2"  # Debian 12's
EDITABLE = "editables>=0.5"  # hatchling asks for it where packages lie in two folders


@dataclass(frozen=True)
class Lock:
    """One lock file: the dependency groups it takes in, and whether the tool's own needs are among them."""

    file: str
    groups: tuple[str, ...] = ()
    with_project: bool = True
    same_versions_as: str = ""


LOCKS = (
    Lock("requirements.lock"),
    Lock("requirements-test.lock", groups=("test",), same_versions_as="requirements.lock"),
    Lock("requirements-node.lock", groups=("node",), with_project=False),
)


def main() -> int:
    options = argparse.ArgumentParser(description="Makes the lock files anew.")
    options.add_argument("--upgrade", action="store_true", help="take the newest versions that pyproject.toml allows")
    upgrade = options.parse_args().upgrade
    uv = os.environ.get("UV") or shutil.which("uv")
    if not uv:
        print("uv is not here. Install it with: pip install uv (or name it: UV=/path/to/uv)", file=sys.stderr)
        return 3
    for lock in LOCKS:
        subprocess.run(_command(uv, lock, upgrade), cwd=ROOT, input=_typed(lock), text=True, check=True)
        print(f"{lock.file}: {_packages(ROOT / lock.file)} packages")
    return 0


def _command(uv: str, lock: Lock, upgrade: bool) -> list[str]:
    return [
        uv, "pip", "compile", "--quiet", "--universal", "--generate-hashes", "--python-version", OLDEST_PYTHON,
        "--custom-compile-command", "python3 tools/lock.py", "--no-annotate", "--no-emit-index-url",
        "--output-file", lock.file,
        *(["pyproject.toml"] if lock.with_project else []),
        *(f"--group={group}" for group in lock.groups),
        *(["--constraints", lock.same_versions_as] if lock.same_versions_as else []),
        *(["--upgrade"] if upgrade else []),
        *(["-"] if _typed(lock) else []),
    ]  # fmt: skip


def _typed(lock: Lock) -> str:
    """What uv reads from its standard input: the build's own needs, which stand in no group."""
    if not lock.with_project:
        return ""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return "\n".join([*project["build-system"]["requires"], EDITABLE, ""])


def _packages(path: Path) -> int:
    return sum("==" in line for line in path.read_text(encoding="utf-8").splitlines())


if __name__ == "__main__":
    sys.exit(main())
