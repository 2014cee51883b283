"""Where ffmpeg is: `GLASSBOX_FFMPEG`, else the one that came with the lock, else the one on PATH."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from glassbox.derivatives.walls import Walls, version

_CURE = (
    "Run `python3 tools/run.py build`, which brings one, or install ffmpeg with your system's package manager, "
    "or set GLASSBOX_FFMPEG to the path of an ffmpeg."
)


class NoFFmpeg(Exception):
    """No ffmpeg that can be started; the text says how to get one."""


@dataclass(frozen=True)
class FFmpeg:
    path: Path
    pinned: bool
    """False for one from PATH: the bytes it makes may differ from another machine's."""

    @cached_property
    def version(self) -> str:
        """First line of `-version`. Raises NoFFmpeg where the program cannot be started."""
        return _asked(self.path, "-version").partition("\n")[0].strip()

    def has_filter(self, name: str) -> bool:
        return name in _filters(self.path)

    @property
    def is_walled(self) -> bool:
        """Whether it starts inside walls on this machine."""
        return _starts_inside(self.path)


@cache
def ffmpeg() -> FFmpeg:
    """The ffmpeg of this run. Raises NoFFmpeg with a cure."""
    if named := os.environ.get("GLASSBOX_FFMPEG"):
        found = shutil.which(named)
        if not found:
            raise NoFFmpeg(f"GLASSBOX_FFMPEG names {named}, which is not a program. {_CURE}")
        return FFmpeg(Path(found).absolute(), pinned=True)
    if brought := _brought():
        return FFmpeg(brought, pinned=True)
    if found := shutil.which("ffmpeg"):
        return FFmpeg(Path(found).absolute(), pinned=False)
    raise NoFFmpeg(f"No ffmpeg was found. {_CURE}")


def _brought() -> Path | None:
    """The binary of the locked imageio-ffmpeg; None where it has no wheel for this system."""
    try:
        from imageio_ffmpeg import get_ffmpeg_exe
    except ImportError:
        return None
    held = os.environ.pop("IMAGEIO_FFMPEG_EXE", None)  # not one of the three places that are named
    try:
        path = Path(get_ffmpeg_exe())
    except RuntimeError:
        return None
    finally:
        if held is not None:
            os.environ["IMAGEIO_FFMPEG_EXE"] = held
    return path if path.is_absolute() else None  # a bare "ffmpeg" is PATH's, not the lock's


@cache
def _filters(path: Path) -> frozenset[str]:
    lines = (line.split() for line in _asked(path, "-filters").splitlines())
    return frozenset(words[1] for words in lines if len(words) > 2)


@cache
def _starts_inside(path: Path) -> bool:
    """Tried, since an ffmpeg may keep its libraries in places that nobody can list."""
    if not version():
        return False
    try:
        walls = Walls(path)
    except OSError:
        return False
    try:
        return _asked(path, "-version", walls.enter).startswith("ffmpeg version")
    except NoFFmpeg:
        return False
    finally:
        walls.close()


def _asked(path: Path, question: str, before: Callable[[], None] | None = None) -> str:
    try:
        done = subprocess.run(
            [path, "-hide_banner", question],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=60,
            check=True,
            preexec_fn=before,
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise NoFFmpeg(f"{path} cannot be started ({error}). {_CURE}") from error
    return done.stdout.decode("utf-8", "replace")
