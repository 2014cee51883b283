"""Where mkdocs.yml and overrides/ lie."""

from __future__ import annotations

from pathlib import Path


def home() -> Path:
    """Inside an installed package, else the repository."""
    here = Path(__file__).resolve().parent
    return here if (here / "overrides").is_dir() else here.parents[1]
