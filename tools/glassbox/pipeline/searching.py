"""The index of what a build shows, and the questions that it must not lose the answers to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from glassbox.loading.marks import Marks
from glassbox.pages.editorial import EditorialPage
from glassbox.pages.exhibit import Exhibit
from glassbox.problems import Place, Problem
from glassbox.problems.codes import publishing as codes
from glassbox.publish import Tree
from glassbox.publish.digests import code_digest, digest_of
from glassbox.records.archive import Archive
from glassbox.records.exhibition import SearchCheck
from glassbox.search.asking import Asker
from glassbox.search.collecting import documents_of, labels_of
from glassbox.search.documents import Document
from glassbox.search.index import FOLDER, index_files, writing
from glassbox.search.inverting import inverted


@dataclass(frozen=True)
class Check:
    """A check of content/search-checks.yml, and where it is written."""

    asked: SearchCheck
    place: Place


def checks_of(archive: Archive, marks: Marks) -> tuple[Check, ...]:
    """Those whose record may be shown; the others wait until it may."""
    return tuple(
        Check(asked, marks.place(f"search-checks/{number}"))
        for number, asked in enumerate(archive.search_checks)
        if asked.finds
    )


def put_index(
    tree: Tree, exhibit: Exhibit, written: Sequence[EditorialPage], checks: Sequence[Check]
) -> tuple[Problem, ...]:
    """Put the index, made anew only where a document or our code changed; checks that it fails come back.

    An index that failed is not published, and so is asked again by the next build.
    """
    documents, labels = documents_of(exhibit, written), labels_of(exhibit)
    said = repr((documents, labels, checks, writing(), code_digest("glassbox.search")))
    lost: list[Problem] = []

    def make() -> Iterable[tuple[str, bytes]]:
        index = inverted(documents)
        if checks:
            lost.extend(_lost(checks, Asker(documents, index), _ids(documents, exhibit)))
        return index_files(documents, labels, index)

    tree.put_group(FOLDER, digest_of(said.encode("utf-8", "surrogatepass")), make)
    return tuple(lost)


def _ids(documents: Iterable[Document], exhibit: Exhibit) -> Callable[[str], str]:
    """From what a check names to the document that shows it: a film is its page, a revision its prompt."""
    shown = {(one.address, one.anchor): one.id for one in documents}

    def id_of(name: str) -> str:
        spot = exhibit.addresses.of(name.partition("@")[0])
        return shown.get((spot.address, spot.anchor), name) if spot else name

    return id_of


def _lost(checks: Iterable[Check], asker: Asker, id_of: Callable[[str], str]) -> Iterator[Problem]:
    for check in checks:
        asked = check.asked
        wanted, found = id_of(asked.finds), asker.ask(asked.query)
        if wanted not in found[: asked.within]:
            place = str(found.index(wanted) + 1) if wanted in found else "–"
            facts = {"query": asked.query, "finds": asked.finds, "place": place, "within": str(asked.within)}
            yield Problem(check.place, codes.SEARCH_LOST, facts)
