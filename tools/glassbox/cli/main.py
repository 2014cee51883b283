"""The group of commands, and what all of them share."""

from __future__ import annotations

import os
import signal
import sys
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import NoReturn

import click

from glassbox import __version__
from glassbox.cli.words import locale_language, say
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


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
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
    call = Call(root.resolve(), lang or locale_language(os.environ))
    if not call.root.is_dir():
        call.stop(USAGE, "no_folder", folder=root)
    context.obj = call


def run() -> NoReturn:
    """`main`, with the exit codes that scripts tell apart: click itself ends with 1 on Ctrl-C."""
    try:
        found = main(standalone_mode=False)
    except click.Abort:
        sys.exit(INTERRUPTED)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    sys.exit(found if isinstance(found, int) else GOOD)


def _terminated(number: int, frame: FrameType | None) -> NoReturn:
    raise SystemExit(TERMINATED)


def _register() -> None:
    from glassbox.cli import build, check, doctor, release, schema, serve

    for command in (build.build, check.check, doctor.doctor, release.release, schema.schema, serve.serve):
        main.add_command(command)


_register()
