"""What reading remembers from run to run: JSON that knows whether it is whole, and by which code it was made."""

from __future__ import annotations

import hashlib
import json
import os
import sys
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import pydantic
import yaml


def read_sealed(path: Path) -> Any | None:
    """What was written; None where it is absent, damaged, or of other code."""
    try:
        head, _, body = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    return json.loads(body) if head.decode("ascii", "replace") == _head(body) else None


def write_sealed(path: Path, data: Any) -> None:
    """Written aside, then renamed. A full disk costs the memory alone."""
    body = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, aside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(_head(body).encode() + b"\n" + body)
            os.replace(aside, path)
        except OSError:
            os.unlink(aside)
            raise


@cache
def code_digest() -> str:
    """A digest of the code that reads files, and of the versions of what it leans on."""
    here = Path(__file__).parent
    package = here.parent
    sources = sorted([*here.rglob("*.py"), *(package / "records").glob("*.py"), *(package / "problems").rglob("*.py")])
    found = hashlib.blake2b(digest_size=20)
    for source in sources:
        found.update(source.name.encode() + b"\0" + source.read_bytes() + b"\0")
    versions = (sys.version, pydantic.VERSION, yaml.__version__, str(getattr(yaml, "__with_libyaml__", "")))
    found.update("\n".join(versions).encode())
    return found.hexdigest()


def _head(body: bytes) -> str:
    return f"{code_digest()} {hashlib.blake2b(body, digest_size=20).hexdigest()}"
