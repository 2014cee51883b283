"""`glassbox doctor`: what is here, what is missing, how to get it."""

from __future__ import annotations

import click

from glassbox.cli.main import Call


@click.command()
@click.pass_obj
def doctor(call: Call) -> None:
    """Say which tools, fonts and space this machine has, what is missing, and how to get it."""
    from glassbox.doctor import examine, print_findings

    raise SystemExit(print_findings(examine(call.root), call.lang))
