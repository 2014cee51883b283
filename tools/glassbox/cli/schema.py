"""`glassbox schema`: what a record may hold, for authors' editors."""

from __future__ import annotations

import json
from pathlib import Path

import click

from glassbox.cli.main import Call
from glassbox.loading import schema as schemas
from glassbox.loading import write_schemas


@click.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path, file_okay=False))
@click.pass_obj
def schema(call: Call, folder: Path | None) -> None:
    """Print the JSON Schema of every record, or write one file each into FOLDER."""
    if folder is None:
        click.echo(json.dumps(schemas(), ensure_ascii=False, indent=1, sort_keys=True))
        return
    written = write_schemas(folder)
    call.tell("schemas_written", count=len(written), folder=folder)
