"""Whether Chinese can be read on this machine: screenshots without such fonts show empty boxes."""

from __future__ import annotations

import subprocess
import sys


def chinese_fonts() -> list[str]:
    """Names of font families with Chinese in them, as fontconfig knows them; empty where there are none.

    macOS and Windows bring theirs; there the answer is the system's name.
    """
    if sys.platform in ("darwin", "win32"):
        return [sys.platform]
    try:
        told = subprocess.run(
            ["fc-list", ":lang=zh", "family"], capture_output=True, text=True, errors="replace", timeout=30, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return []
    return sorted({line.split(",")[0].strip() for line in told.stdout.splitlines() if line.strip()})
