"""Glass Box: everything that is true without MkDocs."""

__version__ = "0.1.0"
