"""`glassbox specimen`: a synthetic archive of any size."""

from __future__ import annotations

from pathlib import Path

import click

from glassbox.cli.main import ENVIRONMENT, USAGE, Call
from glassbox.specimen.size import MOST_FILMS

_MANY = 10_000_000


@click.command()
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--films", type=click.IntRange(1, MOST_FILMS), default=4, show_default=True, help="Films.")
@click.option("--shots", type=click.IntRange(0, _MANY), default=40, show_default=True, help="Shots of all films.")
@click.option("--prompts", type=click.IntRange(0, _MANY), default=60, show_default=True, help="Prompts of all films.")
@click.option("--takes", type=click.IntRange(0, _MANY), default=160, show_default=True, help="Takes of all films.")
@click.option("--media", is_flag=True, help="With tiny clips and panels, so that it can be built whole.")
@click.pass_obj
def specimen(call: Call, out: Path, films: int, shots: int, prompts: int, takes: int, media: bool) -> None:
    """Make a synthetic archive in OUT, to rehearse with and to measure: all of it says that it is a specimen."""
    from glassbox.derivatives import NoFFmpeg
    from glassbox.derivatives.running import FFmpegFailed, FFmpegStarved
    from glassbox.specimen import NotEmpty, Size, TooMany, write_specimen

    try:
        size = Size(films, shots, prompts, takes)
        write_specimen(out, size, with_media=media)
    except TooMany as error:
        call.stop(USAGE, "specimen_too_many", what=error.what, count=error.count, most=error.most)
    except NotEmpty:
        call.stop(USAGE, "specimen_not_empty", folder=out)
    except (NoFFmpeg, FFmpegFailed, FFmpegStarved) as error:
        call.stop(ENVIRONMENT, "environment", why=error)
    except OSError as error:
        call.stop(ENVIRONMENT, "not_started", folder=out, why=error.strerror or error)
    call.tell("specimen_made", folder=out, films=films, shots=shots, prompts=prompts, takes=takes)
