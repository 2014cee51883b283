"""`glassbox release`: what is public now holds its id for ever."""

from __future__ import annotations

import os
from datetime import UTC

import click

from glassbox.cli.main import CONTENT, ENVIRONMENT, LOCKED, Call
from glassbox.cli.problems import tell_problems
from glassbox.loading.released import LOCK, release_lines
from glassbox.pipeline.examination import examine
from glassbox.pipeline.instant import build_instant
from glassbox.publish import BuildLock, Locked, NotOurs
from glassbox.publish.folder import replace


@click.command()
@click.option("--as-of", default=None, help="The moment that decides embargoes, such as 2026-06-14T10:00+08:00.")
@click.pass_obj
def release(call: Call, as_of: str | None) -> None:
    """Append what is public now to content/ids.lock (the only command that does)."""
    if not (call.root / "content").is_dir():
        call.stop(CONTENT, "no_content", folder=call.root)
    build_instant(as_of, os.environ, UTC)
    try:
        with BuildLock(call.root):
            _release(call, as_of)
    except Locked as error:
        call.stop_for(LOCKED, error.problem)
    except NotOurs as error:
        call.stop_for(ENVIRONMENT, error.problem)


def _release(call: Call, as_of: str | None) -> None:
    examined = examine(call.root, lambda zone: build_instant(as_of, os.environ, zone))
    if examined.errors:
        tell_problems(call, (p for p in examined.problems if p.is_error))
        call.stop(CONTENT, "not_released", errors=examined.errors)
    file = call.root / LOCK
    before = file.read_text("utf-8") if file.is_file() else ""
    after = release_lines(examined.disclosed.archive, examined.lock)
    if after == before:
        call.tell("nothing_to_release")
        return
    replace(file, after.encode())
    call.tell("released", count=len(set(after.splitlines()) - set(before.splitlines())))
