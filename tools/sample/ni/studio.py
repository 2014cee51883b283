"""Makes every file of N.I.: first the pieces, then what is joined from them."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from sample.ni import clips, joining
from sample.ni.boards import BOARDS
from sample.ni.plan import FOOTAGE, SHOTS, TAKES

Job = Callable[[], None]


def make(target: Path, workers: int = 2) -> None:
    """Writes all media under `target`, the film's folder. The reels need some 2 GB of scratch space for a while."""
    with tempfile.TemporaryDirectory() as scratch:
        reels = Path(scratch)
        _run(_pieces(target, reels), workers)
        _run(_joined(target, reels), workers)


def _pieces(target: Path, reels: Path) -> list[Job]:
    # The longest first, so that no worker ends alone with one of them.
    return [
        *(partial(clips.reel, shot.code, reels) for shot in SHOTS),
        partial(clips.sounds, reels),
        *(partial(clips.take, take.id, target) for take in TAKES),
        *(partial(clips.camera, number, target) for number in range(len(FOOTAGE))),
        *(partial(clips.boards, code, target) for code in BOARDS),
    ]


def _joined(target: Path, reels: Path) -> list[Job]:
    made = (joining.film, joining.rough_cut, joining.animatic, joining.sounds_and_stills)
    return [partial(job, target, reels) for job in made]


def _run(jobs: Sequence[Job], workers: int) -> None:
    with ProcessPoolExecutor(workers) as pool:
        for waiting in [pool.submit(job) for job in jobs]:
            waiting.result()
