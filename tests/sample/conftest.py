"""The sample archive as it lies in content/, and the room that makes its pictures."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from glassbox.loading import Loaded, load
from glassbox.records.archive import FilmFolder

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))


@pytest.fixture(scope="session")
def loaded() -> Loaded:
    return load(ROOT)


@pytest.fixture(scope="session")
def lightcone(loaded: Loaded) -> FilmFolder:
    return next(folder for folder in loaded.archive.films if folder.film.slug == "lightcone")


@pytest.fixture(scope="session")
def folder() -> Path:
    return ROOT / "content" / "films" / "lightcone"
