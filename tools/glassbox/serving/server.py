"""Opens a port on this machine and serves the site there until it is told to end."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Callable
from pathlib import Path

import uvicorn

from glassbox.serving.application import app

HOST = "127.0.0.1"
LAST_MOMENT_SECONDS = 2  # a film that is still being sent must not keep the server from ending


def serve(site: Path, port: int, when_ready: Callable[[str], None]) -> None:
    """Serves `site` on this machine until Ctrl-C. Port 0 takes any that is free; `when_ready` is told the address.

    Raises OSError where the port is taken or may not be opened.
    """
    with contextlib.closing(_listening(port)) as door:
        when_ready(f"http://{HOST}:{door.getsockname()[1]}/")
        settings = uvicorn.Config(
            app(site),
            access_log=False,
            log_level="warning",
            lifespan="off",
            server_header=False,
            timeout_graceful_shutdown=LAST_MOMENT_SECONDS,
        )
        with contextlib.suppress(KeyboardInterrupt):
            uvicorn.Server(settings).run(sockets=[door])


def _listening(port: int) -> socket.socket:
    door = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if hasattr(socket, "SO_REUSEPORT"):  # not on Windows, where SO_REUSEADDR lets two servers share a port
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        door.bind((HOST, port))
        door.listen(128)
    except OSError:
        door.close()
        raise
    return door
