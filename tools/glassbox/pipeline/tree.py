"""Everything that a site consists of, put into a staged tree: pages, editorial pages, media, assets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from glassbox.pages.editorial import Editorial, EditorialEngine, EditorialPage, clashes
from glassbox.pages.exhibit import Exhibit
from glassbox.pages.feed import FEED, feed
from glassbox.pages.finish import finish
from glassbox.pages.frame import House, frame, house_of
from glassbox.pages.labels import LABELS
from glassbox.pages.linkcheck import check
from glassbox.pages.reader import Reader
from glassbox.pages.sitemap import sitemap
from glassbox.pages.views.everything import all_pages
from glassbox.pages.views.inserts import about_inserts
from glassbox.pages.views.page import Page
from glassbox.pages.writer import Shell
from glassbox.pipeline.searching import Check, put_index
from glassbox.problems import Problem
from glassbox.publish import Tree, unportable
from glassbox.publish.digests import code_digest
from glassbox.publish.lean import lean
from glassbox.search.scripts import BUNDLES, engine_script
from glassbox.search.scripts import FOLDER as PARTS


@dataclass(frozen=True)
class Refused(Exception):
    """The tree is not fit to be published."""

    problems: tuple[Problem, ...]


def put_site(
    tree: Tree,
    exhibit: Exhibit,
    engine: EditorialEngine,
    overrides: Path,
    cache: Path,
    checks: Sequence[Check] = (),
) -> list[Problem]:
    """Put every file of the site; warnings come back.

    Raises Refused where a page has a fault, or search does not find what `checks` say.
    """
    pages = {lang: all_pages(exhibit, lang) for lang in exhibit.languages}
    first = pages[exhibit.languages[0]]
    known = {page.address for page in first}
    written = engine.addresses(exhibit.languages)
    _refuse(unportable(exhibit.addresses.path(lang, a) for a in known for lang in exhibit.languages))
    house = house_of(exhibit.archive, exhibit.addresses, known | written, exhibit.gallery)
    editorial = engine.pages(house)
    _refuse([*editorial.problems, *clashes(editorial, known)])
    site = _Site(tree, exhibit, house, editorial, Shell(overrides, code_digest("glassbox.pages", "glassbox.records")))
    site.put_files(overrides)
    files = site.paths(known | written)
    intros = site.put_editorial(files)
    for lang in exhibit.languages:
        site.put_pages(lang, pages[lang], intros.get(lang, ""))
    _refuse(put_index(tree, exhibit, editorial.pages, checks))
    site.put_at_the_root({page.address for page in first if not page.specimen} | written)
    _refuse(check({**tree.files()}, base_url=exhibit.addresses.base_url, cache=cache / "links.json"))
    return [p for p in editorial.problems if not p.is_error]


def _refuse(problems: Iterable[Problem]) -> None:
    found = tuple(problems)
    if any(p.is_error for p in found):
        raise Refused(found)


@dataclass(frozen=True)
class _Site:
    tree: Tree
    exhibit: Exhibit
    house: House
    editorial: Editorial
    shell: Shell

    def put_files(self, overrides: Path) -> None:
        """Style sheets, scripts and every derivative."""
        assets = overrides / "assets"
        self.tree.put_folder("assets", assets, lean, but=(assets / PARTS,))
        for bundle in BUNDLES:
            self.tree.put_bytes(bundle, lean(bundle, engine_script(assets, bundle).encode()))
        for path, data in sorted(self.editorial.assets.items()):
            self.tree.put_bytes(path, data)
        for file in self.exhibit.gallery.files():
            self.tree.put_file(file.name, file.path)

    def paths(self, addresses: Iterable[str]) -> frozenset[str]:
        """Every path that the tree will hold."""
        pages = {self.exhibit.addresses.path(lang, a) for a in addresses for lang in self.exhibit.languages}
        return self.tree.paths | pages

    def put_editorial(self, files: frozenset[str]) -> dict[str, str]:
        """Put the finished editorial pages; the intros of the home page come back by language."""
        problems: list[Problem] = []
        for page in self.editorial.pages:
            html = self._finished(page, files, problems)
            self.tree.put_bytes(self.exhibit.addresses.path(page.lang, page.address), html.encode())
        intros = {lang: self._finished(page, files, problems) for lang, page in self.editorial.intros.items()}
        _refuse(problems)
        return intros

    def _finished(self, page: EditorialPage, files: frozenset[str], problems: list[Problem]) -> str:
        here = self.exhibit.addresses.path(page.lang, page.address)
        inserts = about_inserts(self.exhibit, Reader(self.exhibit, page.lang, here), self.shell)
        finished = finish(
            page.html,
            here,
            page.lang,
            self.exhibit.addresses,
            files,
            inserts=inserts,
            source=page.source,
            text=page.text,
        )
        problems += finished.problems
        return finished.html

    def put_pages(self, lang: str, pages: Iterable[Page], intro: str) -> None:
        for page in pages:
            self._put_page(lang, replace(page, shows={**page.shows, "intro": intro}) if page.address == "" else page)

    def _put_page(self, lang: str, page: Page) -> None:
        around = frame(
            self.house,
            lang,
            page.address,
            page.title,
            description=page.description,
            specimen=page.specimen,
            film=page.film,
            thing=page.thing,
        )
        path = self.exhibit.addresses.path(lang, page.address)
        self.tree.put(path, self.shell.made_from(page, around), lambda: self.shell.html(page, around))

    def put_at_the_root(self, addresses: Iterable[str]) -> None:
        """What a web host looks for: the page for what is not there, the site map; and the feed of each language."""
        languages = self.exhibit.languages
        frames = [frame(self.house, lang, "404/", LABELS[lang].not_found, anywhere=True) for lang in languages]
        self.tree.put_bytes("404.html", self.shell.not_found(frames))
        for lang in self.exhibit.languages:
            self.tree.put_bytes(self.exhibit.addresses.prefix(lang) + FEED, feed(self.exhibit, lang))
        self.tree.put_bytes("sitemap.xml", sitemap(self.exhibit.addresses, addresses).encode())
