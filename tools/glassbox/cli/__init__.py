"""The command line: `glassbox [-C DIR] [--lang zh|en] COMMAND`."""

try:
    from glassbox.cli.main import main, run
except KeyboardInterrupt:  # while it starts, which takes seconds on a busy machine
    raise SystemExit(130) from None

__all__ = ["main", "run"]
