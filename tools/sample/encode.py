"""Pictures and sound into files, through ffmpeg. One thread a process: the same frames give the same bytes."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

import imageio_ffmpeg

from sample.lens import Picture

FPS = 24

_QUIET = "-nostdin -hide_banner -loglevel error -y".split()
_EXACT = "-map_metadata -1 -fflags +bitexact -flags:v +bitexact -threads 1".split()
_SCALER = "flags=bicubic+accurate_rnd+bitexact"
_COLOURS = "-colorspace bt709 -color_primaries bt709 -color_trc bt709".split()
_H264 = "-c:v libx264 -profile:v high -pix_fmt yuv420p".split()
_KEPT_WHOLE = "-c:v libx264rgb -preset ultrafast -qp 0".split()


def ffmpeg() -> str:
    return os.environ.get("GLASSBOX_FFMPEG") or imageio_ffmpeg.get_ffmpeg_exe()


def run(*arguments: str) -> None:
    """Runs ffmpeg; raises CalledProcessError after its own words have been shown."""
    subprocess.run([ffmpeg(), *_QUIET, *arguments], check=True)


def write_clip(target: Path, pictures: Iterable[Picture], size: tuple[int, int], crf: int, tune: str = "") -> None:
    """A silent H.264 clip for the web; `tune` is one of the encoder's own, as `animation` for flat colours."""
    scale = ["-vf", f"scale=out_color_matrix=bt709:{_SCALER}"]
    _piped(target, pictures, size, [*scale, *_COLOURS, *_H264, *_tuned(tune), "-preset", "slow", "-crf", str(crf)])


def _tuned(tune: str) -> list[str]:
    return ["-tune", tune] if tune else []


def write_reel(target: Path, pictures: Iterable[Picture], size: tuple[int, int]) -> None:
    """A clip with every value kept, to be cut together with others of its size."""
    _piped(target, pictures, size, _KEPT_WHOLE)


def _piped(target: Path, pictures: Iterable[Picture], size: tuple[int, int], codec: Sequence[str]) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    raw = f"-f rawvideo -pix_fmt rgb24 -s {size[0]}x{size[1]} -r {FPS} -i pipe:0".split()
    arguments = [ffmpeg(), *_QUIET, *raw, *codec, *_EXACT, "-movflags", "+faststart", str(target)]
    with subprocess.Popen(arguments, stdin=subprocess.PIPE) as process:
        assert process.stdin is not None
        for picture in pictures:
            process.stdin.write(picture.tobytes())
        process.stdin.close()
        if process.wait():
            raise subprocess.CalledProcessError(process.returncode, arguments)


def part_of(source: Path, target: Path, first: int, frames: int, size: tuple[int, int]) -> None:
    """`frames` frames of a clip from frame `first`, as a reel of another size."""
    chosen = f"trim=start_frame={first}:end_frame={first + frames},setpts=PTS-STARTPTS"
    scale = f"scale={size[0]}:{size[1]}:{_SCALER}"
    run("-i", str(source), "-vf", f"{chosen},{scale}", *_KEPT_WHOLE, *_EXACT, "-an", str(target))


def write_film(
    target: Path, reels: Sequence[Path], sound: Path, crf: int, *, rate: str = "96k", label: str = "", tune: str = ""
) -> None:
    """Joins reels of equal size and lays the sound under them; `label` is the AIGC label kept in the file."""
    target.parent.mkdir(parents=True, exist_ok=True)
    reel_list = target.with_suffix(".reels.txt")
    reel_list.write_text("".join(f"file '{reel.resolve()}'\n" for reel in reels), encoding="utf-8")
    joined = ["-f", "concat", "-safe", "0", "-i", str(reel_list), "-i", str(sound), "-map", "0:v", "-map", "1:a"]
    picture = [
        "-vf",
        f"scale=out_color_matrix=bt709:{_SCALER}",
        *_COLOURS,
        *_H264,
        *_tuned(tune),
        "-preset",
        "medium",
        "-crf",
        str(crf),
    ]
    named = ["-metadata", f"AIGC={label}"] if label else []
    flags = ["-shortest", "-movflags", "+faststart+use_metadata_tags"]
    try:
        run(*joined, *picture, "-g", "48", "-c:a", "aac", "-b:a", rate, *_EXACT, *named, *flags, str(target))
    finally:
        reel_list.unlink()


def write_sound(target: Path, wave: Path, rate: str) -> None:
    """The sound alone, as AAC."""
    target.parent.mkdir(parents=True, exist_ok=True)
    exact = "-map_metadata -1 -fflags +bitexact -flags:a +bitexact -movflags +faststart".split()
    run("-i", str(wave), "-c:a", "aac", "-b:a", rate, *exact, str(target))


def write_still(target: Path, source: Path, number: int) -> None:
    """Frame `number` of a clip, as a JPEG."""
    target.parent.mkdir(parents=True, exist_ok=True)
    run("-i", str(source), "-vf", f"select=eq(n\\,{number})", "-frames:v", "1", "-q:v", "4", *_EXACT, str(target))
