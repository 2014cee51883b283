"""Makes the media of a sample film: `python tools/sample/make.py lightcone [OUT]`, or of `all` four.

Needs numpy, Pillow and ffmpeg (imageio-ffmpeg, or GLASSBOX_FFMPEG). Frames are the same on every run; the bytes of
the clips are the same wherever the ffmpeg build is the same.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

# One thread a process: many processes are quicker, and sums come out in one order.
for _name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from sample.films import FILMS  # noqa: E402
from sample.studio import make  # noqa: E402

HOME = Path(__file__).resolve().parents[2] / "content" / "films"


def main(arguments: list[str]) -> int:
    if not arguments or arguments[0] not in (*FILMS, "all"):
        print(f"Name a film to make: {', '.join(FILMS)}; or: all.", file=sys.stderr)
        return 2
    home = Path(arguments[1]) if len(arguments) > 1 else HOME
    for slug in FILMS if arguments[0] == "all" else arguments[:1]:
        target = home if len(arguments) > 1 and arguments[0] != "all" else home / slug
        started, spent = time.monotonic(), _cpu_seconds()
        make(slug, target)
        size = sum(file.stat().st_size for file in target.rglob("*") if file.is_file())
        took = f"{time.monotonic() - started:.0f} s, {_cpu_seconds() - spent:.0f} s of a processor"
        print(f"{slug}: {size / 1e6:.1f} MB in {target}, {took}", flush=True)
    return 0


def _cpu_seconds() -> float:
    return sum(os.times()[:4])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
