"""The MkDocs door, thin: editorial pages in, plain pages out. Only `plugin` and `run` import MkDocs."""

from glassbox_mkdocs.engine import MkDocsEngine
from glassbox_mkdocs.home import home

__all__ = ["MkDocsEngine", "home"]
