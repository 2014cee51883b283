"""Several processes, each with one job at a time; a job that ends its process costs only itself.

Decoders run here and never in the main process. When a worker dies, every job that was under way is done again
alone, so that the guilty one is known and the others come to their end.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import connection
from multiprocessing.context import BaseContext
from threading import Thread
from typing import TypeVar

from glassbox.derivatives.limits import WORKER_MEMORY, die_with_parent, limit

Job = TypeVar("Job")
Outcome = TypeVar("Outcome")


class WorkerLost(Exception):
    """The process that did the job ended without an answer: killed, crashed, or out of time."""


def run_all(
    call: Callable[[Job], Outcome], jobs: Iterable[Job], count: int, executor: Executor | None = None
) -> Iterator[tuple[Job, Outcome | WorkerLost]]:
    """Each job with its outcome, as they finish. With an `executor` (a scheduler's) that one does the work."""
    waiting, count = list(jobs), max(count, 1)
    if not waiting:
        return
    if executor is not None:
        yield from _through(executor, call, waiting, len(waiting), [])
        return
    while waiting:
        suspects: list[Job] = []
        with _Pool(min(count, len(waiting))) as pool:
            yield from _through(pool.executor, call, waiting, count, suspects)
        for suspect in suspects:
            yield suspect, _alone(call, suspect)


def _through(
    executor: Executor, call: Callable[[Job], Outcome], waiting: list[Job], window: int, suspects: list[Job]
) -> Iterator[tuple[Job, Outcome | WorkerLost]]:
    """Empty `waiting`; where the pool breaks, stop and leave the jobs under way in `suspects`."""
    under_way: dict[Future[Outcome], Job] = {}
    while under_way or (waiting and not suspects):
        while waiting and len(under_way) < window and not suspects:
            job = waiting.pop(0)
            try:
                under_way[executor.submit(call, job)] = job
            except BrokenProcessPool:
                suspects.append(job)
        done, _ = wait(under_way, return_when=FIRST_COMPLETED)
        for future in done:
            job = under_way.pop(future)
            try:
                outcome = future.result()
            except BrokenProcessPool:
                suspects.append(job)
            else:
                yield job, outcome


def _alone(call: Callable[[Job], Outcome], job: Job) -> Outcome | WorkerLost:
    with _Pool(1) as pool:
        try:
            return pool.executor.submit(call, job).result()
        except BrokenProcessPool as error:
            return WorkerLost(str(error))


class _Pool:
    """Worker processes that end with the block, at once where it ends by an exception (Ctrl-C)."""

    def __init__(self, count: int) -> None:
        most = 61 if sys.platform == "win32" else count  # its system call waits for no more
        self.executor = ProcessPoolExecutor(
            min(count, most),
            mp_context=_context(),
            initializer=_begin,
        )

    def __enter__(self) -> _Pool:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is not None:
            # Killing them frees the executor's own thread, which would else wait for the running jobs; ffmpeg
            # asked the system to end with its worker.
            for process in list((self.executor._processes or {}).values()):
                process.kill()
        self.executor.shutdown(wait=kind is None, cancel_futures=True)


def _context() -> BaseContext:
    """Workers that begin clean; where it can be, from one server that has loaded the readers already."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["glassbox.derivatives.cooking"])
    return context


def _begin() -> None:
    """In a new worker: leave Ctrl-C to the parent, end with it, and take no more memory than is due.

    Decoders in C print what they like about a broken file, terminal sequences included; here nobody listens.
    """
    with open(os.devnull, "wb") as nowhere:
        for stream in (1, 2):
            os.dup2(nowhere.fileno(), stream)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    die_with_parent()
    Thread(target=_end_with_the_run, daemon=True).start()
    limit(WORKER_MEMORY)


def _end_with_the_run() -> None:
    """Wait for the end of the main process, which need not be this one's parent (a server stands between)."""
    if parent := multiprocessing.parent_process():
        connection.wait([parent.sentinel])
        os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))  # ffmpeg then ends with this process
