"""Small JSON files that know whether they are whole: their first line is the digest of the rest."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from typing import Any

from blake3 import blake3


def write_sealed(path: Path, data: Any) -> None:
    """Write aside, then rename; readers see the old or the new."""
    body = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
    handle, aside = tempfile.mkstemp(dir=path.parent, prefix=".sealing-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(blake3(body).hexdigest().encode() + b"\n" + body)
        os.chmod(aside, 0o644)
        os.replace(aside, path)
    except BaseException:
        Path(aside).unlink(missing_ok=True)
        raise


def read_sealed(path: Path) -> Any | None:
    """What was written; None where there is no file or a byte of it has changed."""
    try:
        seal, _, body = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    return json.loads(body) if blake3(body).hexdigest().encode() == seal else None
