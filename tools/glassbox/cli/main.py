"""The group of commands, and what all of them share."""

from __future__ import annotations

import errno
import os
import signal
import sys
from concurrent.futures import BrokenExecutor
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import NoReturn

import click

from glassbox import __version__
from glassbox.cli.words import locale_language, say
from glassbox.pipeline.instant import NoMoment
from glassbox.problems import Problem

GOOD, CONTENT, USAGE, ENVIRONMENT, LOCKED, INTERRUPTED, TERMINATED = 0, 1, 2, 3, 75, 130, 143
"""Exit codes: what scripts and curators can tell apart."""


@dataclass(frozen=True)
class Call:
    """Where the archive lies and which language messages are in."""

    root: Path
    lang: str

    def say(self, key: str, **facts: object) -> str:
        return say(key, self.lang, **facts)

    def tell(self, key: str, **facts: object) -> None:
        click.echo(self.say(key, **facts))

    def stop(self, code: int, key: str, **facts: object) -> NoReturn:
        """Say on the error stream why, and end with `code`."""
        click.echo(self.say(key, **facts), err=True)
        raise SystemExit(code)

    def stop_for(self, code: int, problem: Problem) -> NoReturn:
        click.echo(problem.line(self.lang), err=True)
        raise SystemExit(code)


_GAVE_OUT = (OSError, MemoryError, ImportError, BrokenExecutor)
"""A full or read-only disk, no memory, no more open files, a worker that the system killed: no fault of content/."""


class _Commands(click.Group):
    def invoke(self, context: click.Context) -> object:
        """Whatever the command gives. A moment that is none, and a machine that gives out, end with one sentence."""
        try:
            return super().invoke(context)
        except NoMoment as error:  # an option's, a variable's, or one that the site's zone pushes over the calendar
            call: Call = context.obj
            call.stop(USAGE, "bad_moment", name=error.name, written=error.written)
        except _GAVE_OUT as error:
            call = context.obj
            if call is None or getattr(error, "errno", None) == errno.EPIPE:
                raise  # click ends quietly where nobody reads any more
            call.stop(ENVIRONMENT, "machine", why=str(error) or type(error).__name__, root=call.root)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="glassbox")
@click.option(
    "-C", "root", type=click.Path(path_type=Path), default=Path("."), help="The archive's folder; else the current one."
)
@click.option("--lang", type=click.Choice(["zh", "en"]), help="Language of messages; else the locale's.")
@click.pass_context
def main(context: click.Context, root: Path, lang: str | None) -> None:
    """Glass Box: a film beside its whole creative record."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal that cannot show a character gets its escape, not a crash
            stream.reconfigure(errors="backslashreplace")
    signal.signal(signal.SIGTERM, _terminated)
    spoken = lang or locale_language(os.environ)
    folder = _folder(root)
    if folder is None:
        Call(root, spoken).stop(USAGE, "no_folder", folder=root)
    context.obj = Call(folder, spoken)


def _folder(root: Path) -> Path | None:
    """Where the archive really lies; None where that is no folder, or the current one and gone."""
    try:
        found = Path(os.path.realpath(root))
    except FileNotFoundError:
        return None
    return found if found.is_dir() else None


def run() -> NoReturn:
    """`main`, with the exit codes that scripts tell apart: click itself ends with 1 on Ctrl-C."""
    _open_streams()
    try:
        found = main(standalone_mode=False)
    except click.Abort:
        sys.exit(INTERRUPTED)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    sys.exit(found if isinstance(found, int) else GOOD)


def _open_streams() -> None:
    """Where a caller closed them, nothing takes their numbers: a child would read and write an archive's file there."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # the lowest number that is free
    sys.stdin = sys.stdin or open(0, closefd=False)  # noqa: SIM115
    sys.stdout = sys.stdout or open(1, "w", closefd=False)  # noqa: SIM115
    sys.stderr = sys.stderr or open(2, "w", closefd=False)  # noqa: SIM115


def _terminated(number: int, frame: FrameType | None) -> NoReturn:
    raise SystemExit(TERMINATED)


def _register() -> None:
    from glassbox.cli import build, check, doctor, new, release, schema, serve, specimen

    for command in (new.new, check.check, build.build, serve.serve, release.release, schema.schema):
        main.add_command(command)
    for command in (specimen.specimen, doctor.doctor):
        main.add_command(command)


_register()
