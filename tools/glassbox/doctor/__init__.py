"""What this machine has, what it lacks, and how to get it: `glassbox doctor`, and what the tests look for."""

from pathlib import Path

from glassbox.doctor.findings import Both, Finding, print_findings

__all__ = ["Both", "Finding", "examine", "print_findings"]


def examine(root: Path) -> list[Finding]:
    """The findings about this machine and the archive in `root`, in reading order."""
    # Here, because the tests look for a browser with this room and must come to run where a floor below is broken.
    from glassbox.doctor.building import findings_for_building
    from glassbox.doctor.testing import findings_for_testing

    return [*findings_for_building(root), *findings_for_testing()]
