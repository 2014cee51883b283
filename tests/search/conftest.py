from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from glassbox.doctor.node import find_node

AskNode = Callable[..., Any]


@pytest.fixture(scope="session")
def node() -> AskNode:
    """Runs a script and reads the JSON that it prints."""
    found = find_node()
    assert found is not None, "no Node.js: python3 tools/run.py test brings one"

    def run(*command: str | Path) -> Any:
        done = subprocess.run([found.path, *command], check=False, capture_output=True, text=True, encoding="utf-8")
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run
