"""The material of a film: what was filmed, drawn, recorded and collected."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from glassbox.pages.addresses import film_address
from glassbox.pages.facts import Value
from glassbox.pages.reader import Reader
from glassbox.pages.views.documents import Enclosure, enclosure
from glassbox.pages.views.page import Head, Page, ReaderOf, head_of
from glassbox.pages.views.references import all_cited
from glassbox.pages.views.rooms import film_head, film_title
from glassbox.pages.words import term
from glassbox.records.archive import FilmFolder, MediaKey
from glassbox.records.process import Asset
from glassbox.records.terms import AssetKind
from glassbox.records.text import Shown


@dataclass(frozen=True)
class AssetView:
    head: Head
    title: Shown | None
    enclosure: Enclosure | None
    shots: tuple[Value, ...]
    is_for_press: bool


@dataclass(frozen=True)
class Shelf:
    kind: str
    anchor: str
    name: str
    assets: tuple[AssetView, ...]


_SIZES = "(min-width: 900px) 30vw, 92vw"
_SHOWN = ("kind", "title", "file", "shots", "press")


def assets_page(folder: FilmFolder, reader_of: ReaderOf) -> Page:
    address = film_address(folder.film.slug, "assets")
    reader = reader_of(address, folder)
    name = reader.phrase("room_assets")
    return Page(
        address=address,
        template="assets.html",
        title=film_title(folder, reader, name),
        description=reader.phrase("assets_lead"),
        specimen=folder.film.specimen or any(asset.specimen for asset in folder.assets),
        shows={
            "film": film_head(folder, reader, "assets", name, reader.phrase("assets_lead")),
            "shelves": tuple(_shelves(folder, reader)),
        },
    )


def _shelves(folder: FilmFolder, reader: Reader) -> Iterator[Shelf]:
    for kind in AssetKind:
        if found := tuple(_asset(asset, folder, reader) for asset in folder.assets if asset.kind is kind):
            yield Shelf(str(kind), f"kind.{kind}", term(kind, reader.lang), found)


def _asset(asset: Asset, folder: FilmFolder, reader: Reader) -> AssetView:
    title = reader.shown(asset.title)
    alt = title.words if title else f"{term(asset.kind, reader.lang)} {asset.id}"
    source_type = asset.digital_source_type or folder.film.digital_source_type
    return AssetView(
        head=head_of(asset, asset.id, reader, but=_SHOWN),
        title=title,
        enclosure=enclosure(reader, MediaKey(asset.id, "file"), alt, source_type, sizes=_SIZES),
        shots=all_cited(asset.shots, reader),
        is_for_press=asset.press,
    )
