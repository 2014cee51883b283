"""Reads content/: files become records, and every fault is told with its line."""

from glassbox.loading.load import Loaded, load
from glassbox.loading.marks import Mark, Marks
from glassbox.loading.schemas import schema, write_schemas

__all__ = ["Loaded", "Mark", "Marks", "load", "schema", "write_schemas"]
