"""Opening the port."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from glassbox.serving import serve


def test_a_port_that_is_taken_is_told_before_anything_is_served(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(OSError, match=r"in use|only one usage"):
            serve(tmp_path, other.getsockname()[1], when_ready=print)
