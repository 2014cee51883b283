"""A folder served compressed and uncached, as a public host does; every answer's bytes are counted."""

from __future__ import annotations

import gzip
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit


class Served(ThreadingHTTPServer):
    daemon_threads = True
    folder = Path()
    bytes = 0
    """Of all answers but pages, since somebody set it to 0."""

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/"


@lru_cache(4096)
def _packed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 9)


class _Handler(BaseHTTPRequestHandler):
    server: Served
    protocol_version = "HTTP/1.1"
    wbufsize = 1 << 16  # head and body in one go: apart, the second waits for the first to be acknowledged
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        path = self.server.folder / unquote(urlsplit(self.path).path).lstrip("/")
        if not path.is_file():
            self.send_response(404)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        is_words = kind.startswith("text/") or kind.endswith(("javascript", "json"))
        data = _packed(path) if is_words else path.read_bytes()
        if kind != "text/html":
            self.server.bytes += len(data)
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Cache-Control", "no-store")
        if is_words:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[Served]:
    server = Served(("127.0.0.1", 0), _Handler)
    server.folder = folder
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
