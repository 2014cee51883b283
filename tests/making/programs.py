"""Programs that stand in for others."""

from __future__ import annotations

import sys
import textwrap
from pathlib import Path

from glassbox.derivatives import FFmpeg


def program(path: Path, text: str) -> FFmpeg:
    """A program that stands in for an ffmpeg with a fault."""
    path.write_text(f"#!{sys.executable}\n{textwrap.dedent(text)}")
    path.chmod(0o755)
    return FFmpeg(path, pinned=False)
