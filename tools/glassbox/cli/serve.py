"""`glassbox serve`: the built site on this machine, with Range requests."""

from __future__ import annotations

import click

from glassbox.cli.main import CONTENT, ENVIRONMENT, Call


@click.command()
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes any that is free."
)
@click.pass_obj
def serve(call: Call, port: int) -> None:
    """Serve the built site; films can be sought in, unlike with Python's own server."""
    from glassbox import serving  # uvicorn takes its time to import

    site = call.root / "site"
    if not (site / "index.html").is_file():
        call.stop(CONTENT, "nothing_to_serve", site=site)
    try:
        serving.serve(site, port, when_ready=lambda address: call.tell("serving", site=site, address=address))
    except OSError as error:
        call.stop(ENVIRONMENT, "port_taken", port=port, why=error.strerror or error)
