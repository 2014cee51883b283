"""Makes the media of a sample film: `python tools/sample/make.py lightcone [OUT]`.

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

from sample.bicycle_kids import studio as bicycle_kids  # noqa: E402
from sample.lightcone import studio as lightcone  # noqa: E402
from sample.ni import studio as ni  # noqa: E402
from sample.trihead import studio as trihead  # noqa: E402

FILMS = {"bicycle-kids": bicycle_kids.make, "lightcone": lightcone.make, "ni": ni.make, "tri-head": trihead.make}


def main(arguments: list[str]) -> int:
    if not arguments or arguments[0] not in FILMS:
        print(f"Name a film to make: {', '.join(FILMS)}.", file=sys.stderr)
        return 2
    slug = arguments[0]
    target = (
        Path(arguments[1]) if len(arguments) > 1 else Path(__file__).resolve().parents[2] / "content" / "films" / slug
    )
    started = time.monotonic()
    FILMS[slug](target)
    size = sum(file.stat().st_size for file in target.rglob("*") if file.is_file())
    print(f"{slug}: {size / 1e6:.1f} MB in {target}, {time.monotonic() - started:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
