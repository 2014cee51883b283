"""The sample archive as it lies in content/, and the room that makes its pictures."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from glassbox.loading import Loaded, load
from glassbox.records.archive import FilmFolder

ROOT = Path(__file__).resolve().parents[2]
FILMS = ROOT / "content" / "films"
sys.path.insert(0, str(ROOT / "tools"))


@pytest.fixture(scope="session")
def loaded() -> Loaded:
    return load(ROOT)


def folder_of(loaded: Loaded, slug: str) -> FilmFolder:
    return next(folder for folder in loaded.archive.films if folder.film.slug == slug)


@pytest.fixture(scope="session")
def lightcone(loaded: Loaded) -> FilmFolder:
    return folder_of(loaded, "lightcone")


@pytest.fixture(scope="session")
def ni(loaded: Loaded) -> FilmFolder:
    return folder_of(loaded, "ni")


@pytest.fixture(scope="session")
def tri_head(loaded: Loaded) -> FilmFolder:
    return folder_of(loaded, "tri-head")


@pytest.fixture(scope="session")
def bicycle_kids(loaded: Loaded) -> FilmFolder:
    return folder_of(loaded, "bicycle-kids")


@pytest.fixture(scope="session")
def folder() -> Path:
    return FILMS / "lightcone"
