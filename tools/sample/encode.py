"""Pictures and sound into files, through ffmpeg. One thread a process: the same frames give the same bytes."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import imageio_ffmpeg
import numpy as np

from sample.lens import Picture

FPS = 24

_QUIET = "-nostdin -hide_banner -loglevel error -y".split()
_EXACT = "-map_metadata -1 -fflags +bitexact -flags:v +bitexact -threads 1".split()
_SCALER = "flags=bicubic+accurate_rnd+bitexact"
_COLOURS = "-colorspace bt709 -color_primaries bt709 -color_trc bt709".split()
_H264 = "-c:v libx264 -profile:v high -pix_fmt yuv420p".split()
_TO_YUV = f"scale=out_color_matrix=bt709:{_SCALER}"
_KEPT_WHOLE = "-pix_fmt yuv420p -f rawvideo".split()
"""As the encoder wants its frames, so that nothing is packed and unpacked between painting and joining."""


def ffmpeg() -> str:
    return os.environ.get("GLASSBOX_FFMPEG") or imageio_ffmpeg.get_ffmpeg_exe()


def run(*arguments: str) -> None:
    """Runs ffmpeg; raises CalledProcessError after its own words have been shown."""
    subprocess.run([ffmpeg(), *_QUIET, *arguments], check=True)


Writer = Callable[[Picture], object]


@contextmanager
def clip(target: Path, size: tuple[int, int], crf: int, tune: str = "") -> Iterator[Writer]:
    """A silent H.264 clip for the web, to be given its pictures one by one.

    `tune` is one of the encoder's own, as `animation` for flat colours.
    """
    codec = [*_COLOURS, *_H264, *_tuned(tune), "-preset", "slow", "-crf", str(crf)]
    with _piped(target, size, [*codec, *_EXACT, "-movflags", "+faststart"]) as write:
        yield write


def _tuned(tune: str) -> list[str]:
    return ["-tune", tune] if tune else []


def write_reel(target: Path, pictures: Iterable[Picture], size: tuple[int, int]) -> None:
    """Frames one after the other, packed by nothing, to be cut together with others of their size."""
    with _piped(target, size, [*_KEPT_WHOLE, *_EXACT]) as write:
        for picture in pictures:
            write(picture)


@contextmanager
def _piped(target: Path, size: tuple[int, int], codec: Sequence[str]) -> Iterator[Writer]:
    target.parent.mkdir(parents=True, exist_ok=True)
    arguments = [ffmpeg(), *_QUIET, *_raw("rgb24", size), "-i", "pipe:0", "-vf", _TO_YUV, *codec, str(target)]
    with subprocess.Popen(arguments, stdin=subprocess.PIPE) as process:
        assert process.stdin is not None
        pipe = process.stdin
        yield lambda picture: pipe.write(np.ascontiguousarray(picture).data)
        pipe.close()
        if process.wait():
            raise subprocess.CalledProcessError(process.returncode, arguments)


def _raw(format_: str, size: tuple[int, int]) -> list[str]:
    return f"-f rawvideo -pix_fmt {format_} -s {size[0]}x{size[1]} -r {FPS}".split()


def part_of(source: Path, target: Path, first: int, frames: int, size: tuple[int, int]) -> None:
    """`frames` frames of a clip from frame `first`, as a reel of another size."""
    chosen = f"trim=start_frame={first}:end_frame={first + frames},setpts=PTS-STARTPTS"
    scale = f"scale={size[0]}:{size[1]}:{_SCALER},format=bgr0,{_TO_YUV}"
    run("-i", str(source), "-vf", f"{chosen},{scale}", *_KEPT_WHOLE, *_EXACT, "-an", str(target))


def write_film(
    target: Path,
    reels: Sequence[Path],
    size: tuple[int, int],
    sound: Path,
    crf: int,
    *,
    rate: str = "96k",
    label: str = "",
    tune: str = "",
) -> None:
    """Joins reels of one size and lays the sound under them; `label` is the AIGC label kept in the file."""
    target.parent.mkdir(parents=True, exist_ok=True)
    joined = [*_raw("yuv420p", size), "-i", "concat:" + "|".join(str(reel) for reel in reels)]
    codec = [*_COLOURS, *_H264, *_tuned(tune), "-preset", "medium", "-crf", str(crf), "-g", "48"]
    streams = ["-i", str(sound), "-map", "0:v", "-map", "1:a", "-vf", "setparams=range=tv:colorspace=bt709"]
    named = ["-metadata", f"AIGC={label}"] if label else []
    flags = ["-shortest", "-movflags", "+faststart+use_metadata_tags"]
    run(*joined, *streams, *codec, "-c:a", "aac", "-b:a", rate, *_EXACT, *named, *flags, str(target))


def write_sound(target: Path, wave: Path, rate: str) -> None:
    """The sound alone, as AAC."""
    target.parent.mkdir(parents=True, exist_ok=True)
    exact = "-map_metadata -1 -fflags +bitexact -flags:a +bitexact -movflags +faststart".split()
    run("-i", str(wave), "-c:a", "aac", "-b:a", rate, *exact, str(target))


def write_still(target: Path, source: Path, number: int) -> None:
    """Frame `number` of a clip, as a JPEG."""
    target.parent.mkdir(parents=True, exist_ok=True)
    run("-i", str(source), "-vf", f"select=eq(n\\,{number})", "-frames:v", "1", "-q:v", "4", *_EXACT, str(target))
