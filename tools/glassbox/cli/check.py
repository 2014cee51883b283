"""`glassbox check`: every problem of every file in one run, without touching the media."""

from __future__ import annotations

import os

import click

from glassbox.cli.main import CONTENT, Call
from glassbox.cli.problems import problems_json, tell_problems
from glassbox.derivatives import Store, sha256_by
from glassbox.loading.binding import describe_bindings, left_to_build
from glassbox.pipeline.examination import examine
from glassbox.pipeline.instant import build_instant


@click.command()
@click.option("--strict", is_flag=True, help="Count every warning as an error.")
@click.option("--json", "as_json", is_flag=True, help="Print the problems as a JSON array.")
@click.option("--media", "show_media", is_flag=True, help="Also list which file bound to which record.")
@click.pass_obj
def check(call: Call, strict: bool, as_json: bool, show_media: bool) -> None:
    """Check every record of content/ and say all that is wrong with them."""
    if not (call.root / "content").is_dir():
        call.stop(CONTENT, "no_content", folder=call.root)
    digests = sha256_by(Store(call.root / ".glassbox/cache/media"), read=False)
    examined = examine(call.root, lambda zone: build_instant(None, os.environ, zone), digests=digests)
    errors, warnings = examined.errors, examined.warnings
    if as_json:
        click.echo(problems_json(examined.problems, call.lang))
    else:
        archive = examined.loaded.archive
        if show_media:
            click.echo("".join(f"{line}\n" for line in describe_bindings(archive)), nl=False)
        tell_problems(call, examined.problems)
        if left := left_to_build(archive):
            call.tell("left_to_build", count=len(left))
        films = archive.films
        records = sum(1 for folder in films for _ in folder.records())
        call.tell("checked", films=len(films), records=records, errors=errors, warnings=warnings)
    raise SystemExit(CONTENT if errors or (strict and warnings) else 0)
