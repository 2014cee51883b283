"""A small built site, and a server process that serves it on a real socket."""

from __future__ import annotations

import hashlib
import http.client
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

FILM = bytes(range(256)) * 4096  # one MiB in which every place can be told from its neighbours
SERVE = "import sys; from pathlib import Path; from glassbox.serving import serve; {deed}"
DEED = "serve(Path(sys.argv[1]), 0, when_ready=lambda address: print(address, flush=True))"


def write_site(place: Path, word: str = "first") -> Path:
    """A tree as a build writes it, with its SHA256SUMS."""
    files = {
        "index.html": f"<!doctype html><p>{word}",
        "404.html": "<!doctype html><p>no such page",
        "en/404.html": "<!doctype html><p>not in English either",
        "films/lightcone/index.html": f"<!doctype html><p>{word} film",
        "assets/js/search.js": "'use strict'",
        "assets/css/tokens.css": ":root{}",
        "data/films.json": "{}",
        "media/ab/captions.vtt": "WEBVTT\n",
        ".hidden/secret.html": "hidden",
        "films/.draft.html": "hidden",
    }
    for name, text in files.items():
        path = place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (place / "media" / "ab" / "film.mp4").write_bytes(FILM)
    named = sorted(path for path in place.rglob("*") if path.is_file())
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(place).as_posix()}" for path in named]
    (place / "SHA256SUMS").write_text("\n".join(lines) + "\n", encoding="ascii")
    return place


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Served:
    """A running server."""

    site: Path
    port: int
    process: subprocess.Popen[str]

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """One request, its path sent as it is written; `if_range` is the header If-Range."""
        door = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            door.putrequest(method, path, skip_accept_encoding=True)
            for name, value in headers.items():
                door.putheader(name.replace("_", "-"), value)
            door.endheaders()
            got = door.getresponse()
            return Answer(got.status, {name.lower(): value for name, value in got.getheaders()}, got.read())
        finally:
            door.close()


@pytest.fixture(scope="module")
def serve_tree() -> Iterator[Callable[[Path], Served]]:
    """Starts servers; all are ended with the module."""
    started: list[subprocess.Popen[str]] = []

    def start(site: Path) -> Served:
        command = [sys.executable, "-c", SERVE.format(deed=DEED), str(site)]
        # Started elsewhere, and by a relative path where one was given: the server must not lean on its folder.
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path.cwd())
        started.append(process)
        assert process.stdout
        address = process.stdout.readline().strip()
        assert address.startswith("http://127.0.0.1:"), "the server did not start"
        return Served(site, int(address.rstrip("/").rpartition(":")[2]), process)

    yield start
    for process in started:
        if process.poll() is None:
            os.kill(process.pid, signal.SIGTERM)
        process.wait(timeout=30)
        if process.stdout:
            process.stdout.close()


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory, serve_tree: Callable[[Path], Served]) -> Served:
    folder = tmp_path_factory.mktemp("served")
    site = write_site(folder / "site")
    (folder / "private.html").write_text("private", encoding="utf-8")
    (site / "films" / "outward.html").symlink_to(folder / "private.html")
    (site / "outward").symlink_to(folder, target_is_directory=True)
    os.mkfifo(site / "pipe.html")
    return serve_tree(site)
