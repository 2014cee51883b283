"""Serves the built site on this machine, with the Range requests that seeking in a film needs."""

from glassbox.serving.application import app
from glassbox.serving.server import serve

__all__ = ["app", "serve"]
