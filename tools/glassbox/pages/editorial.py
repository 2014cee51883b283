"""Pages that people wrote by hand, as the engine of the door above hands them in.

This floor knows no MkDocs: it says what it needs (`EditorialEngine`), and the door does it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from glassbox.pages.frame import House
from glassbox.problems import Place, Problem, problem
from glassbox.problems.codes.publishing import ADDRESS_TAKEN


@dataclass(frozen=True)
class EditorialPage:
    """A page before its finish: still with `gb:` links and folder links."""

    address: str
    lang: str
    """Language of the site it stands in."""
    source: str
    """Its Markdown file, relative to the archive."""
    text: str
    """What that file says, for the lines of problems."""
    html: str
    title: str = ""


@dataclass(frozen=True)
class Editorial:
    pages: tuple[EditorialPage, ...] = ()
    intros: Mapping[str, EditorialPage] = field(default_factory=dict)
    """By language: the words of index.md, a fragment for the home page, which is made from records."""
    assets: Mapping[str, bytes] = field(default_factory=dict)
    """Style sheets of the theme, by path in the tree."""
    problems: tuple[Problem, ...] = ()


class EditorialEngine(Protocol):
    def addresses(self, languages: Sequence[str]) -> frozenset[str]:
        """Addresses that editorial pages will have, in every language alike."""

    def pages(self, house: House) -> Editorial:
        """All pages in all languages of the house."""


def clashes(editorial: Editorial, taken: Collection[str]) -> Iterator[Problem]:
    """Pages whose address a page made from records has."""
    for page in editorial.pages:
        if page.address in taken:
            yield problem(Place(page.source), ADDRESS_TAKEN, address=page.address)
