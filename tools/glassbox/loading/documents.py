"""The words of script drafts and captions, as text."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from glassbox.loading.encodings import Undecodable, table_text_of
from glassbox.records.text import CONTROL

TEXT_ENDINGS = frozenset({".txt", ".md", ".markdown", ".fountain", ".vtt", ".srt"})
MOST_BYTES = 4 << 20
"""A script of a thousand pages is some 2 MB; more than this is no script."""


def document_text(path: Path) -> str | None:
    """The text of a document, LF line ends, without control characters; None where it is no text that we read."""
    if PurePosixPath(path.name).suffix.lower() not in TEXT_ENDINGS:
        return None
    try:
        if not path.is_file() or path.stat().st_size > MOST_BYTES:
            return None
        return CONTROL.sub("", table_text_of(path.read_bytes()))
    except (OSError, Undecodable):
        return None
