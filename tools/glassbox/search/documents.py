"""What can be found: a document is a record, or a page, as far as search knows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What a document is, in the order in which groups of hits stand."""

    PROMPT = "prompt"
    TAKE = "take"
    SHOT = "shot"
    DECISION = "decision"
    VERSION = "version"
    PERSON = "person"
    TOOL = "tool"
    REPORT = "report"
    PAGE = "page"


FACETS = ("film", "tool", "writer", "status", "reason", "camera", "date")
"""By what hits are narrowed, besides their kind, in the order of the page. A date is a day, `2026-06-14`."""


NO_LANGUAGE = "zxx"
"""Stands with what is no language, as a record's id (BCP 47, ISO 639-2)."""


@dataclass(frozen=True)
class Passage:
    """Words of a document in one language, as its page shows them."""

    lang: str
    """As in site.yml; `*` where the words belong to every language."""
    words: str
    anchor: str = ""
    """Where on the page they stand, if not where the document does: `r2`."""


@dataclass(frozen=True)
class Document:
    """`id` is the record's full id, or the address of a page: one document, one id, the same from build to build."""

    id: str
    kind: Kind
    address: str
    """Of the page that shows it, the same in every language."""
    anchor: str = ""
    titles: tuple[Passage, ...] = ()
    """No language twice. A record's id is the last of them, with `NO_LANGUAGE`."""
    passages: tuple[Passage, ...] = ()
    """All the words by which it is found besides its titles, the original first."""
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Name of a facet -> codes of its values, in the order of the record."""
    picture: str = ""
    """Published name of a small picture; empty where it has none."""
    is_ai: bool = False
    """Whether that picture was generated, wholly or in part."""
    specimen: bool = False


@dataclass(frozen=True)
class Labels:
    """How the values of facets are called: facet -> code -> language -> words."""

    of: Mapping[str, Mapping[str, Mapping[str, str]]]
