"""What every answer carries: the pages' security policy, and the type of a file by its ending.

The types are named here, not asked of the machine: its tables differ from system to system.
"""

from __future__ import annotations

from glassbox.pages.policy import HEADER_POLICY

EVERY_ANSWER = {
    "content-security-policy": HEADER_POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-cache",  # kept, but asked about each time: the next build may have changed it
}

_TEXT = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "mjs": "text/javascript",
    "csv": "text/csv",
    "md": "text/markdown",
    "txt": "text/plain",
    "vtt": "text/vtt",
    "srt": "text/plain",
    "bib": "text/plain",
    "ris": "text/plain",
    "": "text/plain",  # SHA256SUMS
}
_TYPES = {
    "json": "application/json",
    "jsonld": "application/ld+json",
    "jsonl": "application/jsonl",
    "webmanifest": "application/manifest+json",
    "xml": "application/xml",
    "atom": "application/atom+xml",
    "svg": "image/svg+xml",
    "webp": "image/webp",
    "avif": "image/avif",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "gif": "image/gif",
    "ico": "image/x-icon",
    "mp4": "video/mp4",
    "webm": "video/webm",
    "m4a": "audio/mp4",
    "mp3": "audio/mpeg",
    "wav": "audio/wav",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
    "woff2": "font/woff2",
    "wasm": "application/wasm",
}


def type_of(name: str) -> str:
    """The content type of a file by its name; bytes to keep, not to show, where the ending is none of ours."""
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    if ending in _TEXT:
        return f"{_TEXT[ending]}; charset=utf-8"
    return _TYPES.get(ending, "application/octet-stream")
