"""Starting other programs: they end when we end, and one set-up at a time writes to `.venv`."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from setting_up.words import LackingError, say

PR_SET_PDEATHSIG = 1  # <linux/prctl.h>
MOMENT_TO_END_SECONDS = 10


def run(command: list[str], folder: Path, held: int | None = None, extra: Mapping[str, str] | None = None) -> int:
    """Runs a command in `folder`: its exit code, 128 + n where signal n ended it, 127 where it could not start.

    Where we are interrupted, so is the child, before the KeyboardInterrupt goes on.
    The child keeps the descriptor `held` open: a pip that outlives us for a moment still holds the lock, so
    that nobody builds on what it is writing.
    """
    try:
        child = subprocess.Popen(
            command,
            cwd=folder,
            env={**own_environment(os.environ), **(extra or {})},
            pass_fds=() if held is None or os.name == "nt" else (held,),
            preexec_fn=_end_with_parent if sys.platform == "linux" else None,
        )
    except OSError as error:
        print(f"{command[0]}: {error.strerror}", file=sys.stderr)
        return 127
    before = signal.signal(signal.SIGTERM, lambda *_: child.terminate())
    try:
        code = child.wait()
    except KeyboardInterrupt:  # a terminal told the child too; one that was sent to us alone is passed on
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(timeout=MOMENT_TO_END_SECONDS)
        child.terminate()
        child.wait()
        raise
    finally:
        signal.signal(signal.SIGTERM, before)
    return 128 - code if code < 0 else code


def own_environment(variables: Mapping[str, str]) -> dict[str, str]:
    """What a child is told: nothing that would mix other packages into `.venv` or install elsewhere."""
    strange = {"PYTHONPATH", "PYTHONHOME", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT"}
    kept = {name: value for name, value in variables.items() if name not in strange}
    return {**kept, "PIP_USER": "0"}


def _end_with_parent() -> None:
    import ctypes

    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


@contextlib.contextmanager
def alone(lock: Path) -> Iterator[int]:
    """Holds `lock`, waiting for whoever has it; gives its descriptor. The system lets go of it whatever happens."""
    try:
        lock.parent.mkdir(exist_ok=True)
        handle = lock.open("a")
    except OSError as error:
        raise LackingError(
            f"{lock.parent} cannot be written ({error.strerror}). Put the project where you may write.",
            f"无法写入 {lock.parent}（{error.strerror}）。请把项目放在可写的位置。",
        ) from error
    with handle:
        if not _taken(handle.fileno(), wait=False):
            say("Another set-up is at work here; waiting for it …", "另一个安装正在进行，等待中……")
            while not _taken(handle.fileno(), wait=True):
                pass
        yield handle.fileno()


def _taken(descriptor: int, *, wait: bool) -> bool:
    """Whether the lock is ours now."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        if sys.platform == "win32":  # msvcrt says "taken" with a plain OSError
            return False
        raise
    return True
