"""The media of a specimen: a few tiny clips and panels, made once and linked wherever one is needed."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from glassbox.derivatives import ffmpeg
from glassbox.derivatives.running import run

LOOKS = 5
"""Distinct clips, and as many panels: enough to see that one card is not another."""
_SIZE = "160x90"
_CODING = ("-c:v", "libx264", "-preset", "veryfast", "-crf", "32", "-pix_fmt", "yuv420p", "-threads", "1")
_EXACT = ("-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact", "-map_metadata", "-1")


@dataclass(frozen=True)
class Clips:
    """Where the originals lie."""

    folder: Path

    def take(self, number: int, target: Path) -> None:
        _link(self.folder / f"clip-{number % LOOKS}.mp4", target)

    def panel(self, number: int, target: Path) -> None:
        _link(self.folder / f"panel-{number % LOOKS}.png", target)

    def master(self, seconds: int, target: Path) -> None:
        """A film of so many seconds: the clips one after the other, again and again."""
        made = self.folder / f"master-{seconds}.mp4"
        if not made.exists():
            names = (f"file clip-{second % LOOKS}.mp4\n" for second in range(seconds))
            (self.folder / "reel.txt").write_text("".join(names), "ascii")
            run(ffmpeg(), ["-f", "concat", "-i", "reel.txt", "-c", "copy", *_EXACT, made.name], self.folder)
        _link(made, target)


def make_clips(folder: Path) -> Clips:
    """One second each, with a tone. Raises NoFFmpeg, FFmpegFailed, FFmpegStarved and OSError."""
    for look in range(LOOKS):
        picture = f"testsrc2=size={_SIZE}:rate=24:duration=1,hue=h={look * 360 // LOOKS}"
        tone = f"sine=frequency={220 + 55 * look}:sample_rate=48000:duration=1"
        inputs = ["-f", "lavfi", "-i", picture, "-f", "lavfi", "-i", tone]
        run(ffmpeg(), [*inputs, *_CODING, "-c:a", "aac", "-b:a", "32k", *_EXACT, f"clip-{look}.mp4"], folder)
        panel = f"testsrc=size={_SIZE}:rate=1:duration=1,hue=h={look * 360 // LOOKS}:s=0.2"
        run(ffmpeg(), ["-f", "lavfi", "-i", panel, "-frames:v", "1", *_EXACT, f"panel-{look}.png"], folder)
    return Clips(folder)


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:  # another file system, or as many links to one file as it allows
        shutil.copyfile(source, target)
