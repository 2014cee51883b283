"""The command line: `glassbox [-C DIR] [--lang zh|en] COMMAND`."""

from glassbox.cli.main import main, run

__all__ = ["main", "run"]
