"""How far the media are: a bar with the time left on a terminal, plain lines otherwise."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from glassbox.cli.main import Call
from glassbox.derivatives import Progress as Done
from glassbox.problems import one_line

LINE_EVERY_SECONDS = 5.0  # a log of a long build stays readable

Tell = Callable[[Done], None]


@contextmanager
def shown(call: Call, *, quiet: bool) -> Iterator[Tell | None]:
    """What to hand to `make_all`; None where nothing is to be shown."""
    if quiet:
        yield None
    elif sys.stderr.isatty():
        with _bar() as tell:
            yield tell
    else:
        yield _lines(call)


@contextmanager
def _bar() -> Iterator[Tell]:
    columns = (BarColumn(), TaskProgressColumn(), TimeRemainingColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=1.0)

        def tell(done: Done) -> None:
            name = escape(one_line(done.name))  # rich reads brackets as style
            bar.update(task, completed=done.share, description=f"{done.done}/{done.total} {name}")

        yield tell


def _lines(call: Call) -> Tell:
    began = last = time.monotonic()

    def tell(done: Done) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last < LINE_EVERY_SECONDS:
            return
        last = now
        left = round((now - began) * (1 - done.share) / done.share) if done.share > 0 else None
        eta = call.say("eta_unknown") if left is None else call.say("eta", seconds=left)
        percent, name = int(100 * done.share), one_line(done.name)
        line = call.say("progress", done=done.done, total=done.total, percent=percent, eta=eta, name=name)
        click.echo(line, err=True)

    return tell
