"""`glassbox new film`: a folder with commented templates."""

from __future__ import annotations

import errno

import click

from glassbox.cli.main import CONTENT, ENVIRONMENT, USAGE, Call


@click.command()
@click.argument("kind", type=click.Choice(["film"]))
@click.argument("slug")
@click.option("--code", required=True, metavar="CODE", help="2 to 6 capitals that all ids of the film begin with.")
@click.pass_obj
def new(call: Call, kind: str, slug: str, code: str) -> None:
    """Make content/films/SLUG with commented templates, in the language of messages."""
    from glassbox.starting import Refused, start_film

    try:
        started = start_film(call.root, slug, code, call.lang)
    except Refused as refused:
        call.stop(USAGE if refused.why.is_usage else CONTENT, refused.why, **refused.facts)
    except OSError as error:
        locked = error.errno in (errno.EACCES, errno.EPERM, errno.EROFS)
        folder = call.root / "content"
        call.stop(USAGE if locked else ENVIRONMENT, "not_started", folder=folder, why=error.strerror or error)
    for file in started.shared:
        call.tell("shared_made", file=file.relative_to(call.root).as_posix())
    call.tell("film_started", folder=started.folder.relative_to(call.root).as_posix(), files=len(started.files))
