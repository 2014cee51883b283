"""One build at a time."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from glassbox.publish import BuildLock, Locked, NotOurs

HOLD = """
import os, sys, time
from pathlib import Path
from glassbox.publish import BuildLock
with BuildLock(Path(sys.argv[1])):
    if len(sys.argv) > 2:
        told, tell = os.pipe()
        if os.fork() == 0:
            os.write(tell, b"here")
            time.sleep(60)
        os.read(told, 4)  # a worker that has not begun yet still has the lock
    print("held", os.getpid(), flush=True)
    sys.stdin.read()
"""


def _holder(root: Path, *options: str) -> subprocess.Popen[bytes]:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(root), *options], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert holder.stdout is not None
    assert holder.stdout.readline().startswith(b"held")
    return holder


def test_a_second_build_is_told_to_wait(tmp_path: Path) -> None:
    holder = _holder(tmp_path)
    with pytest.raises(Locked) as refusal, BuildLock(tmp_path):
        pass
    for lang, cure in (("en", "then build again"), ("zh", "再构建一次")):
        assert cure in refusal.value.problem.line(lang)
    holder.communicate()
    with BuildLock(tmp_path):
        pass


def test_a_lock_goes_with_its_build_even_where_a_worker_lives_on(tmp_path: Path) -> None:
    holder = _holder(tmp_path, "with a forked worker")
    children = Path(f"/proc/{holder.pid}/task/{holder.pid}/children")
    workers = [int(pid) for pid in children.read_text().split()] if children.exists() else []
    holder.kill()
    holder.wait()
    try:
        with BuildLock(tmp_path):
            pass
    finally:
        for pid in workers:
            os.kill(pid, 9)
        for stream in (holder.stdin, holder.stdout):
            assert stream is not None
            stream.close()


def test_a_lock_is_taken_again_in_one_process(tmp_path: Path) -> None:
    for _ in range(2):
        with BuildLock(tmp_path), pytest.raises(Locked), BuildLock(tmp_path):
            pass


def test_a_lock_follows_no_link(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / ".glassbox").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(NotOurs), BuildLock(tmp_path):
        pass
    assert not list((tmp_path / "elsewhere").iterdir())
