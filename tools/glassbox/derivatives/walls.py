"""Walls round a decoder, where Linux builds them (Landlock): it reads its sources, writes its folder, reaches nobody.

What a broken file might make of a decoder then stays in one folder. The kernel's own document says what each number
means: docs.kernel.org/userspace-api/landlock.html. No right is needed to lose rights, and no process stands between.
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from itertools import pairwise
from pathlib import Path

_CREATE, _ADD, _RESTRICT = 444, 445, 446  # calls of the kernel, the same on every processor
_ASK_VERSION, _BENEATH = 1, 1
_NO_NEW_PRIVILEGES = 38
_LIBC = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None

_EXECUTE, _WRITE, _READ, _LIST, _TRUNCATE = 1, 1 << 1, 1 << 2, 1 << 3, 1 << 14
_OF_FILES = _EXECUTE | _WRITE | _READ | _TRUNCATE
_OF_FIRST = (1 << 13) - 1  # everything that the first version knew
_REFER = 1 << 13
_NETWORK = 0b11  # to listen, to call
_SCOPES = 0b11  # other processes' sockets without a file, their signals

_SYSTEM = ("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/etc/ld.so.cache")
"""What a program needs to start: the system's own programs and libraries."""
_DEVICES = ("/dev/null", "/dev/zero", "/dev/urandom")


@cache
def version() -> int:
    """Which version of Landlock this machine has; 0 where there is none, or where it is turned off."""
    if _LIBC is None:
        return 0
    return max(0, int(_LIBC.syscall(_CREATE, None, ctypes.c_size_t(0), ctypes.c_uint32(_ASK_VERSION))))


class Walls:
    """A set of rules, ready for a child process: `enter` there, `close` here. Raises OSError where none can be made."""

    def __init__(self, program: Path, folder: Path | None = None, arguments: Sequence[str] = ()) -> None:
        self._known = _OF_FIRST | (_REFER if version() >= 2 else 0) | (_TRUNCATE if version() >= 3 else 0)
        words = [self._known, *([_NETWORK] if version() >= 4 else []), *([_SCOPES] if version() >= 6 else [])]
        asked = struct.pack(f"={len(words)}Q", *words)
        self._rules = _called(_CREATE, asked, ctypes.c_size_t(len(asked)), ctypes.c_uint32(0))
        try:
            for place in (*_SYSTEM, program):
                self._allow(place, _EXECUTE | _READ | _LIST)
            for device in _DEVICES:
                self._allow(device, _READ | _WRITE)
            if folder is not None:
                self._allow(folder, self._known)
                for source in dict.fromkeys(sources(folder, arguments)):
                    self._allow(source, _READ | _LIST)
        except OSError:
            self.close()
            raise

    def _allow(self, place: str | Path, what: int) -> None:
        with suppress(FileNotFoundError):
            handle = os.open(place, os.O_PATH | os.O_CLOEXEC)
            try:
                allowed = what & self._known & (-1 if os.path.isdir(place) else _OF_FILES)
                rule = struct.pack("=Qi", allowed, handle)
                _called(_ADD, ctypes.c_int(self._rules), ctypes.c_int(_BENEATH), rule, ctypes.c_uint32(0))
            finally:
                os.close(handle)

    def enter(self) -> None:
        """In the child, before the program starts: from here on, and for all it starts, there is no way out."""
        assert _LIBC is not None
        _LIBC.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
        if _LIBC.syscall(_RESTRICT, ctypes.c_int(self._rules), ctypes.c_uint32(0)):
            os._exit(1)

    def close(self) -> None:
        os.close(self._rules)


def _called(number: int, *arguments: object) -> int:
    assert _LIBC is not None
    found = int(_LIBC.syscall(number, *arguments))
    if found < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return found


def sources(folder: Path, arguments: Sequence[str]) -> Iterator[Path]:
    """What ffmpeg's `arguments` name as inputs: files, and for numbered stills the folders that their links lead to."""
    for option, word in pairwise(arguments):
        if option == "-i" and word.startswith("file:"):
            path = folder / word.removeprefix("file:")
            if "%" in path.name and not path.exists():
                yield from _folders_of(path.parent)
            else:
                yield path


def _folders_of(links: Path) -> Iterable[Path]:
    """They come by the thousand, so it is their folders that are opened."""
    return {Path(os.readlink(link)).parent for link in links.iterdir() if link.is_symlink()}
