"""The site map: each page in each language, with the others beside it."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

from glassbox.pages.addresses import Addresses
from glassbox.pages.frame import html_lang


def sitemap(addresses: Addresses, pages: Iterable[str]) -> str:
    """sitemap.xml of the addresses `pages`; leave out those that no search engine should keep (specimens)."""
    urls = "".join(_url(addresses, lang, page) for page in sorted(set(pages)) for lang in addresses.languages)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
        f"{urls}</urlset>\n"
    )


def _url(addresses: Addresses, lang: str, page: str) -> str:
    tags = [(html_lang(other), other) for other in addresses.languages] + [("x-default", addresses.languages[0])]
    others = "".join(
        f'<xhtml:link rel="alternate" hreflang="{tag}" href="{escape(addresses.canonical(other, page))}"/>'
        for tag, other in tags
    )
    return f"<url><loc>{escape(addresses.canonical(lang, page))}</loc>{others}</url>\n"
