"""`python -m glassbox.cli`."""

from glassbox.cli.main import run

run()
