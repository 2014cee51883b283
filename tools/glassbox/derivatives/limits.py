"""What a decoder may use: memory, time, and no life of its own once its parent is gone."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

GIB = 1 << 30
WORKER_MEMORY = 3 * GIB  # address space, not pages: Pillow's largest permitted picture and its copies fit in
FFMPEG_MEMORY = 6 * GIB  # 8K in ten bits, decoded and scaled by one thread, stays under this

MAX_VIDEO_PIXELS = 40_000_000  # 8K DCI is 35 million
MAX_PICTURE_PIXELS = 100_000_000

_PR_SET_PDEATHSIG = 1
_LIBC = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


def die_with_parent() -> None:
    """Ask Linux to kill this process when its parent ends, however that ends. Elsewhere nothing is done."""
    parent = os.getppid()
    if _LIBC is None:
        return
    _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent or parent == 1:  # it was gone before we asked
        os._exit(1)


def limit(memory_bytes: int, cpu_seconds: int | None = None) -> None:
    """Lower this process's own limits; where the system has none (Windows), nothing is done."""
    if resource is None:
        return
    _lower(resource.RLIMIT_AS, memory_bytes)
    _lower(resource.RLIMIT_CORE, 0)
    if cpu_seconds is not None:
        _lower(resource.RLIMIT_CPU, cpu_seconds)


def _lower(which: int, value: int) -> None:
    assert resource is not None
    _, most = resource.getrlimit(which)
    if most != resource.RLIM_INFINITY:
        value = min(value, most)
    resource.setrlimit(which, (value, most))


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Let the block take this long by the clock; then the whole process is ended by SIGALRM.

    A decoder in C does not come back to Python to be told, so nothing softer works. The parent sees its
    worker gone and names the file. Outside a process's main thread (a scheduler's own) there is no timer.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
