"""kill -9 at any moment: the published tree verifies, and the same build afterwards gives the bytes of a clean one."""

from __future__ import annotations

import hashlib
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from glassbox.publish import BuildLock, staged
from glassbox.publish.folder import SUMS

BUILD = """
import sys
from pathlib import Path
from glassbox.publish import BuildLock, staged
root, word = Path(sys.argv[1]), sys.argv[2]
with BuildLock(root), staged(root) as staging:
    print("begun", flush=True)
    for number in range(400):
        words = f"{number} {word}" if number % 3 else f"{number}"
        staging.tree.put(f"p/{number}/index.html", words, words.encode)
"""


def _start(root: Path, word: str) -> subprocess.Popen[bytes]:
    running = subprocess.Popen([sys.executable, "-c", BUILD, str(root), word], stdout=subprocess.PIPE)
    assert running.stdout is not None
    assert running.stdout.readline() == b"begun\n"
    return running


def _finish(running: subprocess.Popen[bytes]) -> None:
    assert running.wait() == 0
    assert running.stdout is not None
    running.stdout.close()


def _verified(site: Path) -> set[str]:
    """Paths of a tree whose every byte is as SHA256SUMS says, and that holds nothing else."""
    named = dict(reversed(line.split("  ")) for line in (site / SUMS).read_text().splitlines())
    found = {f.relative_to(site).as_posix() for f in site.rglob("*") if f.is_file()} - {SUMS}
    assert found == set(named)
    for path, digest in named.items():
        assert hashlib.sha256((site / path).read_bytes()).hexdigest() == digest, path
    return found


def _bytes(site: Path) -> dict[str, bytes]:
    return {f.relative_to(site).as_posix(): f.read_bytes() for f in site.rglob("*") if f.is_file()}


def test_a_killed_build_leaves_a_whole_site_and_no_trace(tmp_path: Path) -> None:
    archive, clean = tmp_path / "archive", tmp_path / "clean"
    archive.mkdir()
    clean.mkdir()
    _finish(_start(archive, "first"))
    dice = random.Random(7)
    killed = 0
    for turn in range(8):
        running = _start(archive, f"turn {turn}")
        time.sleep(dice.random() * 0.12)
        running.send_signal(signal.SIGKILL)
        killed += running.wait() == -signal.SIGKILL
        assert running.stdout is not None
        running.stdout.close()
        assert len(_verified(archive / "site")) == 400
    assert killed, "no build was killed before its end; shorten the wait"
    _finish(_start(archive, "last"))
    _finish(_start(clean, "last"))
    assert _bytes(archive / "site") == _bytes(clean / "site")
    assert not (archive / ".glassbox/stage").exists()


def test_a_build_killed_at_its_exchange_is_taken_up(tmp_path: Path) -> None:
    """The tree is in place, but the old one still lies where the new one was made."""
    with staged(tmp_path) as staging:
        staging.tree.put_bytes("a.html", b"old")
    os.rename(tmp_path / "site", tmp_path / ".glassbox/stage")
    os.mkdir(tmp_path / ".glassbox/stage/half")
    with staged(tmp_path) as staging:
        staging.tree.put_bytes("a.html", b"new")
    assert _verified(tmp_path / "site") == {"a.html"}
    assert (tmp_path / "site/a.html").read_bytes() == b"new"


def test_a_killed_build_holds_no_lock(tmp_path: Path) -> None:
    running = _start(tmp_path, "x")
    running.kill()
    running.wait()
    assert running.stdout is not None
    running.stdout.close()
    with BuildLock(tmp_path):
        pass
