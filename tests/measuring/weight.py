"""How heavy a page is: what it is written in, and all that a browser asks for when it is opened."""

from __future__ import annotations

import gzip
import re
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

WORDS = (".html", ".css", ".js", ".svg", ".json")
ASKED = re.compile(r"<(?:link rel=\"stylesheet\"|script)[^>]* (?:href|src)=\"([^\"?#]+)")


def written(site: Path, page: Path) -> int:
    """Bytes of a page's HTML, style sheets and scripts as they travel, each compressed for itself (gzip)."""
    html = page.read_text("utf-8")
    folder = site if page.name == "404.html" else page.parent
    asked = {(site / href[1:] if href.startswith("/") else folder / href).resolve() for href in ASKED.findall(html)}
    assert asked, f"{page} asks for no style sheet"
    return _compressed(page) + sum(_compressed(file) for file in asked)


@cache
def _compressed(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 6, mtime=0))


class Requests:
    """All that a browser page asks for from now on, and the bytes that came of it."""

    def __init__(self, page: Any) -> None:
        self.bytes_of: dict[str, int] = {}
        """Address -> bytes as they came, without headers; an address asked for twice counts twice."""
        self.said: list[str] = []
        """What the console says as error or warning, and what scripts throw."""
        self._address: dict[str, str] = {}
        watch = page.context.new_cdp_session(page)
        watch.on("Network.requestWillBeSent", self._sent)
        watch.on("Network.dataReceived", self._received)
        watch.send("Network.enable")
        page.on("console", lambda m: self.said.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.said.append(str(error)))

    def _sent(self, event: dict[str, Any]) -> None:
        address = event["request"]["url"]
        if not address.startswith("data:"):
            self._address[event["requestId"]] = address
            self.bytes_of.setdefault(address, 0)

    def _received(self, event: dict[str, Any]) -> None:
        if event["requestId"] in self._address:
            self.bytes_of[self._address[event["requestId"]]] += event["dataLength"]

    def hosts(self) -> set[str]:
        """Scheme and host of everything that was asked for."""
        return {f"{part.scheme}://{part.netloc}" for part in map(urlsplit, self.bytes_of)}

    def total(self, site: Path, root: str, without: set[str]) -> int:
        """Bytes of all but these addresses of a site that is served at `root`: words as a host sends them, compressed;
        pictures and clips as they came."""
        total = 0
        for address, size in self.bytes_of.items():
            file = site / (address.removeprefix(root).partition("#")[0] or "index.html")
            file = file / "index.html" if file.is_dir() else file
            if address not in without:
                total += _compressed(file) if file.suffix in WORDS and file.is_file() else size
        return total
