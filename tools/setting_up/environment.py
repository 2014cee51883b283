"""Makes `.venv` hold exactly what the lock files name, once.

A stamp, written last, says what it was made from. Where the stamp fits, no process is started; where it is
missing or speaks of another Python, folder or lock, `.venv` is made anew.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import platform
import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from setting_up.words import LackingError, say

STAMP_SCHEMA = 1  # raise it where this file makes `.venv` differently, so that old ones are made anew
RUNTIME_LOCK = "requirements.lock"
TEST_LOCK = "requirements-test.lock"

Runner = Callable[[list[str]], int]
"""Starts a command in the project's folder and gives back its exit code."""


@dataclass(frozen=True)
class Stamp:
    """What a `.venv` was made from."""

    schema: int = 0
    python: str = ""
    folder: str = ""
    """Scripts in `.venv` name it: a moved project needs a new one."""
    project: str = ""
    """Digest of what pyproject.toml says about the package itself."""
    locks: Mapping[str, str] = field(default_factory=dict)
    """Lock file -> its SHA-256. More may be installed than a command wants (the tests' packages as well)."""

    def may_keep(self, wanted: Stamp) -> bool:
        """Whether what is installed may stay: the same Python and folder, and no lock that changed since."""
        same = (self.schema, self.python, self.folder) == (wanted.schema, wanted.python, wanted.folder)
        return same and all(self.locks.get(lock, digest) == digest for lock, digest in wanted.locks.items())

    def is_enough(self, wanted: Stamp) -> bool:
        """Whether nothing is to be done."""
        return self.may_keep(wanted) and self.project == wanted.project and wanted.locks.items() <= self.locks.items()


def ensure_environment(root: Path, locks: tuple[str, ...], start: Runner) -> None:
    """Makes `.venv` hold what `locks` name, and the project itself.

    Starts no process where the stamp says that all is there. Raises LackingError where Python cannot
    make an environment, or where pip could not install the packages.
    """
    place, wanted = root / ".venv" / "glassbox-setup.json", wanted_stamp(root, locks)
    there = read_stamp(place) if python_of(root).exists() else Stamp()
    if there.is_enough(wanted):
        return
    if not there.may_keep(wanted):
        there = Stamp()
        _make_empty(root, start)
    place.unlink(missing_ok=True)
    for lock in locks:
        if lock not in there.locks:
            say(f"Installing the packages of {lock} …", f"正在安装 {lock} 中的软件包……")
            install(root, start, lock)
    # The build tools lie in the lock, so nothing is fetched for the project itself.
    _pip(root, start, "pyproject.toml", "--no-index", "--no-deps", "--no-build-isolation", "-e", ".")
    _write_stamp(place, Stamp(**{**asdict(wanted), "locks": {**there.locks, **wanted.locks}}))
    say("The environment is ready: .venv", "环境已备好：.venv")


def install(root: Path, start: Runner, lock: str) -> None:
    """Puts the packages of a lock file into `.venv`; pip refuses a file whose digest the lock does not name."""
    _pip(root, start, lock, "--require-hashes", "-r", lock)


def python_of(root: Path) -> Path:
    return script_of(root, "python")


def script_of(root: Path, name: str) -> Path:
    """A command inside `.venv`."""
    return root / ".venv" / "Scripts" / f"{name}.exe" if os.name == "nt" else root / ".venv" / "bin" / name


def wanted_stamp(root: Path, locks: tuple[str, ...]) -> Stamp:
    """The stamp of a `.venv` made now, by this Python, from these locks."""
    import tomllib  # here, because an older Python should come as far as our own words

    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    own = [project["build-system"], project["project"], project["tool"]["hatch"]]
    return Stamp(
        schema=STAMP_SCHEMA,
        python=f"{platform.python_implementation()} {sys.version} {platform.machine()}",
        folder=str(root),
        project=hashlib.sha256(json.dumps(own, sort_keys=True).encode()).hexdigest(),
        locks={lock: hashlib.sha256((root / lock).read_bytes()).hexdigest() for lock in locks},
    )


def read_stamp(place: Path) -> Stamp:
    """The stamp; an empty one where there is none, or where the file is no stamp."""
    try:
        found = Stamp(**json.loads(place.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return Stamp()
    return found if isinstance(found.locks, dict) else Stamp()


def _write_stamp(place: Path, stamp: Stamp) -> None:
    fresh = place.with_suffix(".new")
    fresh.write_text(json.dumps(asdict(stamp), indent=1, sort_keys=True), encoding="utf-8")
    fresh.replace(place)


def _make_empty(root: Path, start: Runner) -> None:
    if not importlib.util.find_spec("ensurepip"):
        cure = f"{as_root()}apt-get install python3-venv"
        raise LackingError(
            f"This Python cannot make environments (it lacks ensurepip). On Debian and Ubuntu: {cure}",
            f"这个 Python 无法创建环境（缺 ensurepip）。在 Debian、Ubuntu 上请运行：{cure}",
        )
    if os.path.lexists(root / ".venv"):
        say("Removing .venv: it is unfinished or made from something else.", "正在移除 .venv：它不完整或已过时。")
        _remove(root / ".venv")
    version = platform.python_version()
    say(f"Making .venv with Python {version} …", f"正在用 Python {version} 建立 .venv……")
    # Not sys.executable: that may be the Python of the `.venv` that has just gone.
    base = getattr(sys, "_base_executable", None) or sys.executable
    if start([base, "-m", "venv", ".venv"]) != 0:
        raise LackingError(
            "Python could not make .venv (see above). Is the disk full, or the folder not ours to write?",
            "Python 无法建立 .venv（见上）。磁盘是否已满，或没有写权限？",
        )


def _remove(venv: Path) -> None:
    try:
        if venv.is_symlink() or venv.is_file():
            venv.unlink()
        else:
            shutil.rmtree(venv)
    except OSError as error:
        raise LackingError(
            f".venv cannot be removed ({error.strerror}: {error.filename}). Remove it by hand, then run this again.",
            f"无法移除 .venv（{error.strerror}：{error.filename}）。请手动删除后重试。",
        ) from error


def _pip(root: Path, start: Runner, source: str, *arguments: str) -> None:
    """`pip install`. The machine's own pip settings (mirror, proxy, certificates) stay in force."""
    quiet = [] if sys.stdout.isatty() else ["--quiet"]
    command = [str(python_of(root)), "-m", "pip", "install", "--no-input", "--disable-pip-version-check", *quiet]
    if start([*command, *arguments]) != 0:
        raise LackingError(
            f"pip could not install what {source} names (its words stand above). Mend the network or pip's settings "
            "(`pip config`), then give the same command again.",
            f"pip 未能安装 {source} 所列内容（原因见上）。请检查网络或 pip 设置（`pip config`），再运行同一命令。",
        )


def as_root() -> str:
    """`sudo ` where the reader of a command line needs it."""
    return "" if hasattr(os, "geteuid") and os.geteuid() == 0 else "sudo "
