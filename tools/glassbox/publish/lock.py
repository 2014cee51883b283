"""One build at a time in an archive.

The system holds the lock, not a file's presence: it goes with the process, so one that was killed is no obstacle.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import TracebackType

from glassbox.problems import Place, Problem, problem
from glassbox.problems.codes.publishing import LOCKED
from glassbox.publish.folder import own_folder

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_LOCK = ".glassbox/lock"
_HELD: set[int] = set()


class Locked(Exception):
    """Another build is running; the command line ends with 75."""

    def __init__(self) -> None:
        self.problem: Problem = problem(Place(_LOCK), LOCKED, path=_LOCK)
        super().__init__(self.problem.line("en"))


class BuildLock:
    """`with BuildLock(root):` raises Locked at once where another build of this archive runs."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._descriptor = -1

    def __enter__(self) -> BuildLock:
        work = own_folder(self._root / ".glassbox", ".glassbox")
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
        descriptor = os.open(work / "lock", flags, 0o644)
        try:
            _take(descriptor)
        except OSError as error:
            os.close(descriptor)
            raise Locked from error
        self._descriptor = descriptor
        _HELD.add(descriptor)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        _HELD.discard(self._descriptor)
        os.close(self._descriptor)


def _take(descriptor: int) -> None:
    if sys.platform == "win32":
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _let_go_in_child() -> None:
    """A forked worker shares the lock, and would hold it after its killed parent."""
    for descriptor in _HELD:
        os.close(descriptor)
    _HELD.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_let_go_in_child)
