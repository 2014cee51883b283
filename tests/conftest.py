"""What tests of several rooms share: the command line as a process, and one browser for all of them."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

import pytest
from hypothesis import settings

from making.arisen import hear, watch

settings.register_profile("any machine", deadline=None)
"""How long an example takes says more of the machine's other work than of ours."""
settings.load_profile("any machine")

REPOSITORY = Path(__file__).resolve().parents[1]
SHARED = REPOSITORY.parent / "shared"
"""Real footage and prompts, where the machine has them; tests pass without."""


class Glassbox(Protocol):
    def __call__(
        self, root: Path, *arguments: str, code: int | None = 0, **environment: str
    ) -> subprocess.CompletedProcess[str]: ...


def pytest_configure() -> None:
    watch()
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # in the background; children would be deaf too
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What asks about all tests comes after them."""
    items.sort(key=lambda item: item.name == "test_every_code_arises_in_some_test")


@pytest.fixture(scope="session")
def glassbox() -> Glassbox:
    """Runs `glassbox -C ROOT …` as people do, in English, and holds it to an exit code (None: any)."""

    def run(root: Path, *arguments: str, code: int | None = 0, **environment: str) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, "-m", "glassbox.cli", "-C", str(root), "--lang", "en", *arguments],
            env={**os.environ, **environment},
            capture_output=True,
            text=True,
            check=False,
        )
        assert code is None or done.returncode == code, f"{done.returncode}\n{done.stdout}\n{done.stderr}"
        assert "Traceback" not in done.stderr, done.stderr
        hear(done.stderr)
        return done

    return run


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A Chromium that plays film, without a network."""
    from playwright.sync_api import sync_playwright

    from glassbox.doctor.chromium import find_chromium

    found = find_chromium()
    assert found is not None, "no Chromium: python3 tools/run.py test brings one"
    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=str(found.path),
            args=["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def sample_site(glassbox: Glassbox) -> Path:
    """The archive that this repository opens with, built where it stands: what is made already is not made again."""
    glassbox(REPOSITORY, "build", "--strict", "--quiet")
    return REPOSITORY / "site"


@pytest.fixture(scope="session")
def sample_address(sample_site: Path) -> Iterator[str]:
    """Where `glassbox serve` serves it."""
    command = [sys.executable, "-m", "glassbox.cli", "-C", str(sample_site.parent), "--lang", "en", "serve", "--port=0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        hit = re.search(r"http://\S+/", server.stdout.readline())
        assert hit is not None
        yield hit[0]
        server.terminate()
