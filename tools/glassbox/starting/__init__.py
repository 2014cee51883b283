"""Starts a film: a folder with commented templates, which `check` finds nothing wrong with."""

from glassbox.starting.film import Started, start_film
from glassbox.starting.names import Refused, Why

__all__ = ["Refused", "Started", "Why", "start_film"]
