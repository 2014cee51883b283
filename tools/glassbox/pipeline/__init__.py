"""The hall: content -> archive -> derivatives -> exhibit -> published site."""

from glassbox.pipeline.build import Orders, Outcome, Report, build

__all__ = ["Orders", "Outcome", "Report", "build"]
