"""Finds a Chromium and proves that it plays what the archive publishes: H.264 with AAC.

Builds without the licensed codecs exist and look the same; only asking one tells.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

NAMED_BY = "GLASSBOX_CHROMIUM"
COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
PROGRAMS = {
    "darwin": (
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ),
    "win32": (
        r"C:\Program Files\Google\Chrome\Application\chrome.exe",
        r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ),
}
ANSWER_SECONDS = 60  # a first start on a slow disk; later ones take about one second
# A data address, because a Chromium in a snap cannot read the folders of others.
QUESTION = (
    "data:text/html,<body><script>document.body.textContent = '[' + navigator.userAgent + '][' + "
    "document.createElement('video').canPlayType('video/mp4; codecs=\"avc1.640028, mp4a.40.2\"') + ']'</script>"
)


@dataclass(frozen=True)
class Chromium:
    path: Path
    version: str
    """Its first number, `156`."""
    plays_film: bool
    """Whether it says that it plays H.264 with AAC."""


def find_chromium(further: Iterable[Path] = ()) -> Chromium | None:
    """The first that plays film, else the first that starts at all, else nothing.

    Where GLASSBOX_CHROMIUM names one, no other is asked.
    """
    dumb = None
    for path in [*candidates(), *further]:
        asked = ask(path)
        if asked and asked.plays_film:
            return asked
        dumb = dumb or asked
    return dumb


def candidates() -> list[Path]:
    if named := os.environ.get(NAMED_BY):
        return [Path(named)]
    on_path = [shutil.which(command) for command in COMMANDS]
    programs = [program for program in PROGRAMS.get(sys.platform, ()) if Path(program).exists()]
    return list(dict.fromkeys(Path(found).resolve() for found in [*on_path, *programs] if found))


def ask(path: Path) -> Chromium | None:
    """What the browser at `path` says of itself; nothing where it does not start or does not answer in time."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [
            str(path), "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
            "--disable-background-networking", f"--user-data-dir={profile}", "--dump-dom", QUESTION,
        ]  # fmt: skip
        try:
            page = subprocess.run(
                command, capture_output=True, stdin=subprocess.DEVNULL, timeout=ANSWER_SECONDS, check=False
            ).stdout.decode("utf-8", "replace")
        except (OSError, subprocess.TimeoutExpired):
            return None
    answer = re.search(r"Chrome/(\d+)[^\]]*\]\[(\w*)\]", page)
    return Chromium(path, answer[1], answer[2] == "probably") if answer else None
