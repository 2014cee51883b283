"""An archive in files as an exhibit at a moment: what may be shown then, without its media."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from glassbox.loading.documents import document_text
from glassbox.pages.addresses import Addresses
from glassbox.pages.exhibit import Exhibit
from glassbox.pages.gallery import Gallery
from glassbox.pipeline.examination import examine
from glassbox.pipeline.media import plan_media

SHOW = datetime(2026, 6, 14, 2, tzinfo=UTC)
"""A moment of the exhibition."""


def exhibit_at(root: Path, moment: datetime = SHOW) -> Exhibit:
    """The words of documents and captions are read; nothing is decoded."""
    examined = examine(root, lambda zone: moment)
    archive = examined.disclosed.archive
    plan = plan_media(archive, examined.loaded.marks, root)
    texts = {key: document_text(path) or "" for key, path in plan.documents.items()}
    return Exhibit(archive, Addresses.of_archive(archive), Gallery(texts=texts), moment, examined.disclosed.register)
