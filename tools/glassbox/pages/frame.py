"""What the head, header and footer of a page need: the same for an editorial page and a record page.

A `House` is what all pages of a build share; `frame` makes of it the frame of one page. Templates find it
under the name `frame` and call nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlsplit

from glassbox.pages.addresses import SEARCH, Addresses, film_address, link, root
from glassbox.pages.gallery import Gallery
from glassbox.pages.labels import LABELS, Labels, own_name
from glassbox.pages.linked import script_of
from glassbox.pages.policy import PAGE_POLICY
from glassbox.records.archive import Archive
from glassbox.records.text import EVERY, Shown, Text

SECTIONS = (
    ("prompts/", "prompts"),
    ("thrown-away/", "thrown_away"),
    ("people/", "people"),
    ("tools/", "tools"),
    ("questions/", "questions"),
    ("report/", "report"),
    ("workshops/", "workshops"),
    (SEARCH, "search"),
    ("press/", "press"),
    ("data/", "data"),
    ("method/", "method"),
    ("about/", "about"),
)
"""Addresses of the sections in the order of the header, with their labels; one without a page is not shown."""


@dataclass(frozen=True)
class House:
    """What all frames of a build share."""

    addresses: Addresses
    title: Text
    films: tuple[tuple[str, Text], ...] = ()
    """Slug and title, in the order of the archive."""
    sections: tuple[str, ...] = ()
    """Addresses of those sections that have a page."""
    cards: tuple[tuple[str, str], ...] = ()
    """Slug and published name of the picture that links to the film's pages show; the first serves all other pages."""

    @property
    def key(self) -> str:
        """Digest of everything that a frame is made from, but its own page."""
        said = (self.addresses.languages, self.addresses.base_url, self.title, self.films, self.sections, self.cards)
        return hashlib.sha256(repr(said).encode()).hexdigest()


@dataclass(frozen=True)
class Alternate:
    hreflang: str
    href: str


@dataclass(frozen=True)
class Entry:
    """A link of the header or footer. `lang` where its words are in another language than the page."""

    href: str
    label: str
    current: bool = False
    lang: str = ""


@dataclass(frozen=True)
class Shared:
    """How a link to the page looks where it is passed on (Open Graph)."""

    title: str
    kind: str
    """`video.movie` or `website`."""
    locale: str
    picture: str
    """Public URL; empty where there is none."""


@dataclass(frozen=True)
class Frame:
    lang: str
    html_lang: str
    root: str
    """What stands before `assets/`."""
    title: str
    site_title: str
    description: str
    canonical: str
    """Empty where the page has no address of its own."""
    alternates: tuple[Alternate, ...]
    home: str
    films: tuple[Entry, ...]
    sections: tuple[Entry, ...]
    search: str
    """The search page; empty on that page itself, and where there is none."""
    prefix: str
    """Folder of the language in the tree: nothing for the first, `zh/` for another."""
    switch: tuple[Entry, ...]
    """This page in each language of the site."""
    labels: Labels
    policy: str
    editorial: bool
    specimen: bool
    noindex: bool
    shared: Shared
    linked: str
    """JSON-LD, safe in a script element; empty where the page has none."""
    words_lang: str
    """Language of the page's own words where a translation is missing; else empty."""


def house_of(archive: Archive, addresses: Addresses, pages: Collection[str], gallery: Gallery | None = None) -> House:
    """`pages` are the addresses that the tree will hold, editorial ones among them."""
    films = tuple((folder.film.slug, folder.film.title) for folder in archive.films)
    masters = ((slug, gallery.of(slug, "master") if gallery else None) for slug, _ in films)
    cards = tuple((slug, file.name) for slug, made in masters if made for file in made.of("card")[:1])
    return House(addresses, archive.site.title, films, tuple(a for a, _ in SECTIONS if a in pages), cards)


def frame(
    house: House,
    lang: str,
    address: str,
    title: str,
    *,
    description: str = "",
    editorial: bool = False,
    specimen: bool = False,
    noindex: bool = False,
    words_lang: str = "",
    film: str = "",
    thing: Mapping[str, Any] | None = None,
    anywhere: bool = False,
) -> Frame:
    """The frame of the page at `address`. A specimen is never indexed. `film` is the slug of the page's film.

    `anywhere` is for 404.html, which a host serves at any depth: its links begin at the site's base path.
    """
    addresses = house.addresses
    here, base = addresses.path(lang, address), urlsplit(addresses.base_url).path or "/"

    def to(there: str) -> str:
        path = addresses.path(lang, there)
        return base + quote(path) if anywhere else link(here, path)

    labels = LABELS[lang]
    return Frame(
        lang=lang,
        html_lang=html_lang(lang),
        root=base if anywhere else root(here),
        title=title,
        site_title=house.title.shown_in(lang).words,
        description=description,
        canonical="" if anywhere else addresses.canonical(lang, address),
        alternates=() if anywhere else _alternates(addresses, address),
        home=to(""),
        films=tuple(_film_entry(house, slug, lang, address, to(film_address(slug))) for slug, _ in house.films),
        sections=tuple(
            Entry(to(there), labels[name], address.startswith(there))
            for there, name in SECTIONS
            if there in house.sections
        ),
        search=to(SEARCH) if SEARCH in house.sections and address != SEARCH else "",
        prefix=addresses.prefix(lang),
        switch=_switch(addresses, lang, "" if anywhere else address, base if anywhere else ""),
        labels=labels,
        policy=PAGE_POLICY,
        editorial=editorial,
        specimen=specimen,
        noindex=noindex or specimen or anywhere,
        shared=_shared(house, lang, address, title, film, specimen),
        linked=script_of(thing) if thing else "",
        words_lang=html_lang(words_lang) if words_lang and words_lang != lang else "",
    )


def _shared(house: House, lang: str, address: str, title: str, film: str, specimen: bool) -> Shared:
    """A specimen says so in its title, wherever the link goes."""
    cards = dict(house.cards)
    picture = cards.get(film) or next(iter(cards.values()), "")
    marked = f"{title} ({LABELS[lang].specimen})" if specimen else title
    kind = "video.movie" if film and address == film_address(film) else "website"
    locale = {"zh": "zh_CN", "en": "en_GB"}.get(lang, lang.replace("-", "_"))
    return Shared(marked, kind, locale, house.addresses.base_url + picture if picture else "")


def html_lang(lang: str) -> str:
    """The tag for `lang` and `hreflang`: plain `zh` is Simplified Chinese, which fonts and readers want to know."""
    return "zh-Hans" if lang == "zh" else lang


def words_lang_of(shown: Shown, lang: str) -> str:
    """For a `lang` attribute around words that stand in for missing ones; empty where none is needed."""
    return html_lang(shown.lang) if shown.is_fallback and shown.lang not in (EVERY, lang) else ""


def _alternates(addresses: Addresses, address: str) -> tuple[Alternate, ...]:
    found = [Alternate(html_lang(lang), addresses.canonical(lang, address)) for lang in addresses.languages]
    return (*found, Alternate("x-default", addresses.canonical(addresses.languages[0], address)))


def _film_entry(house: House, slug: str, lang: str, address: str, href: str) -> Entry:
    shown = dict(house.films)[slug].shown_in(lang)
    return Entry(href, shown.words, address.startswith(film_address(slug)), words_lang_of(shown, lang))


def _switch(addresses: Addresses, lang: str, address: str, base: str) -> tuple[Entry, ...]:
    here = addresses.path(lang, address)

    def to(other: str) -> str:
        path = addresses.path(other, address)
        return base + quote(path) if base else link(here, path)

    return tuple(Entry(to(other), own_name(other), other == lang, html_lang(other)) for other in addresses.languages)
