"""The only place that starts ffmpeg.

Its exit code proves nothing (a truncated file ends with 0 and no output), so callers check every file it made.
Here it is kept inside its limits: no terminal, its own process group, dead when we are dead, and ended when
neither its own report nor its reading goes on. Time as such is no fault: a long film takes long.
"""

from __future__ import annotations

import errno
import os
import re
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from glassbox.derivatives.limits import FFMPEG_MEMORY, die_with_parent, limit
from glassbox.derivatives.programs import FFmpeg
from glassbox.derivatives.walls import Walls

_ALWAYS = ("-hide_banner", "-nostdin", "-nostats", "-progress", "pipe:1", "-loglevel", "level+error", "-y")
_ONE_THREAD = ("-filter_threads", "1", "-filter_complex_threads", "1")
_SAID_BYTES = 64 * 1024  # of its complaints; a rotten file can complain by the gigabyte
_QUIET_SECONDS = 60.0
_FULL = {"No space left on device": errno.ENOSPC, "File too large": errno.EFBIG, "Disk quota exceeded": errno.EDQUOT}
_SHORT = re.compile(
    r"Cannot allocate memory|[Oo]ut of memory|Resource temporarily unavailable|Too many open files"
    r"|malloc of size \d+ failed|pthread_create\S* failed|error while loading shared libraries"
)
_FROM_OUTSIDE = {signal.SIGTERM, signal.SIGINT} | {
    getattr(signal, name, signal.SIGTERM) for name in ("SIGKILL", "SIGHUP")
}
_CPU_SECONDS = 24 * 3600  # beyond any film on one thread; a runaway still ends


class FFmpegFailed(Exception):
    """ffmpeg ended with an error; the text is the last of what it said, without paths and addresses."""


class FFmpegStuck(Exception):
    """ffmpeg neither read nor wrote for too long and was ended."""


class FFmpegStarved(Exception):
    """The machine fell short, not the file: memory, processes or open files ran out, or it was ended from outside."""


@dataclass(frozen=True)
class Said:
    """What a run reported. `complaints` are its errors in order, the same line said once."""

    complaints: tuple[str, ...] = ()


def run(
    program: FFmpeg, arguments: Sequence[str], folder: Path, *, first: Sequence[str] = (), quiet: float = _QUIET_SECONDS
) -> Said:
    """Run ffmpeg in `folder`, where its outputs go by plain names.

    `first` are further global options. Raises FFmpegFailed, FFmpegStuck, FFmpegStarved, and OSError where the disk is
    full or no file may grow so large.
    """
    command = [str(program.path), *_ALWAYS, *_ONE_THREAD, *first, *arguments]
    child = _started(command, folder, Walls(program.path, folder, arguments) if program.is_walled else None)
    try:
        said = _watched(child, quiet)
    finally:
        _ended(child)
    complaints = _complaints(said)
    _raise_where_short(child.returncode, complaints, folder)
    if child.returncode:
        raise FFmpegFailed("; ".join(complaints[-3:]) or f"ffmpeg ended with {child.returncode}")
    return Said(complaints)


def _raise_where_short(ended_with: int, complaints: Sequence[str], folder: Path) -> None:
    """Tell want of disk and memory from a fault of the file; ffmpeg ends with 0 even where a decoder had no memory."""
    text = "\n".join(complaints)
    if ended_with and (full := next((number for words, number in _FULL.items() if words in text), None)):
        raise OSError(full, os.strerror(full), str(folder))
    if -ended_with == getattr(signal, "SIGXFSZ", None):
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(folder))
    if short := _SHORT.search(text):
        raise FFmpegStarved(short[0])
    if -ended_with in _FROM_OUTSIDE or (ended_with and not text):
        raise FFmpegStarved(f"ended by signal {-ended_with}" if ended_with < 0 else f"ended with {ended_with}")


def _started(command: list[str], folder: Path, walls: Walls | None) -> subprocess.Popen[bytes]:
    def inside() -> None:
        die_with_parent()
        limit(FFMPEG_MEMORY, _CPU_SECONDS)
        if walls:
            walls.enter()

    posix = sys.platform != "win32"
    try:
        return subprocess.Popen(
            command,
            cwd=folder,
            env={"LC_ALL": "C", "TZ": "UTC", "PATH": os.environ.get("PATH", "")} if posix else None,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            bufsize=0,
            process_group=0 if posix else None,
            preexec_fn=inside if posix else None,
        )
    finally:
        if walls:
            walls.close()


def _watched(child: subprocess.Popen[bytes], quiet: float) -> bytes:
    """Read both pipes to their end; what stderr said, its first and last parts. Raises FFmpegStuck."""
    assert child.stdout is not None
    assert child.stderr is not None
    said = _Capped()
    seen, moved_at = b"", time.monotonic()
    with selectors.DefaultSelector() as pipes:
        pipes.register(child.stdout, selectors.EVENT_READ)
        pipes.register(child.stderr, selectors.EVENT_READ)
        while pipes.get_map():
            report = b""
            for key, _ in pipes.select(timeout=1.0):
                chunk = _chunk(key.fileobj)  # type: ignore[arg-type]
                if not chunk:
                    pipes.unregister(key.fileobj)
                elif key.fileobj is child.stderr:
                    said.add(chunk)
                else:
                    report = chunk
            now = _position(report) + _read_so_far(child.pid)
            if report and now != seen:
                seen, moved_at = now, time.monotonic()
            elif time.monotonic() - moved_at > quiet:
                raise FFmpegStuck(f"no progress for {quiet:.0f} seconds")
    child.wait(timeout=quiet)
    return said.text()


class _Capped:
    """The first and the last bytes of a stream of unknown length."""

    def __init__(self) -> None:
        self._head = bytearray()
        self._tail = bytearray()

    def add(self, chunk: bytes) -> None:
        room = _SAID_BYTES - len(self._head)
        self._head += chunk[:room]
        self._tail += chunk[room:] if room > 0 else chunk
        del self._tail[:-_SAID_BYTES]

    def text(self) -> bytes:
        return bytes(self._head + self._tail)


def _chunk(pipe: IO[bytes]) -> bytes:
    return os.read(pipe.fileno(), 65536)


def _position(report: bytes) -> bytes:
    """The lines of a progress report that move only when work is done (`speed` and the like always move)."""
    return b"".join(re.findall(rb"^(?:frame|total_size|out_time_us)=.*$", report, re.M)[-3:])


def _read_so_far(pid: int) -> bytes:
    """How much the process has read, where Linux tells: a graph that writes only at its end still moves."""
    try:
        return Path(f"/proc/{pid}/io").read_bytes().partition(b"\n")[0]
    except OSError:
        return b""


def _ended(child: subprocess.Popen[bytes]) -> None:
    """Leave no process and no open pipe behind, whatever happened."""
    if child.poll() is None:
        if sys.platform == "win32":
            child.kill()
        else:
            os.killpg(child.pid, signal.SIGKILL)
        child.wait()
    for pipe in (child.stdout, child.stderr):
        if pipe:
            pipe.close()


def _complaints(said: bytes) -> tuple[str, ...]:
    """Each complaint once, as it can be shown: memory addresses and paths differ from run to run."""
    text = said.decode("utf-8", "replace")
    text = re.sub(r" @ 0x[0-9a-f]+", "", text)
    text = re.sub(r"file:[^\n]*?/([^/\n]+?)(?=[:'\n]|$)", r"\1", text)
    lines = (line.replace("[error] ", "").replace("[fatal] ", "").strip() for line in text.splitlines())
    return tuple(dict.fromkeys(line for line in lines if line))
