"""Where the money for generation went, take by take; and what a second costs in each film of the archive."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from glassbox.pages.addresses import film_address
from glassbox.pages.charts import Amount, counted, share
from glassbox.pages.facts import Value
from glassbox.pages.money import Ledger, ledgers
from glassbox.pages.reader import Reader
from glassbox.pages.views.takes import kept_first
from glassbox.pages.words import term
from glassbox.records.archive import FilmFolder
from glassbox.records.terms import BudgetCategory, Status

_ACROSS = 16
"""Takes in a row."""
_MOST = 400
"""More takes than can be told apart are not drawn one by one."""


@dataclass(frozen=True)
class Cell:
    """One take, where it stands in the drawing."""

    x: int
    y: int
    status: Status


@dataclass(frozen=True)
class Spent:
    """The takes that the money for generation made."""

    words: str
    cells: tuple[Cell, ...]
    height: int
    key: tuple[tuple[Status, str, int], ...]
    """Status, its word, how many."""


@dataclass(frozen=True)
class SecondOfFilm:
    film: Value
    amount: Amount
    bar: str
    """Width for SVG; empty where another currency makes it incomparable."""
    is_here: bool


def spent_on_takes(ledger: Ledger, folder: FilmFolder, reader: Reader) -> Spent | None:
    """None where nothing was spent on generation, or nothing was generated."""
    takes = folder.takes
    if not ledger.of(BudgetCategory.AI_GENERATION).actual or not 0 < len(takes) <= _MOST:
        return None
    kept = sum(take.status is Status.KEPT for take in takes)
    of_hundred = f"{(Decimal(100) * kept / len(takes)).quantize(Decimal('0.1')).normalize():f}"
    statuses = [take.status for take in kept_first(list(takes))]
    return Spent(
        words=reader.phrase("of_a_hundred", currency=ledger.currency, kept=of_hundred),
        cells=tuple(Cell(n % _ACROSS * 30, n // _ACROSS * 22, status) for n, status in enumerate(statuses)),
        height=-(-len(takes) // _ACROSS) * 22 - 4,
        key=tuple(
            (status, term(status, reader.lang), statuses.count(status)) for status in Status if status in statuses
        ),
    )


def seconds_of_films(currency: str, here: FilmFolder, reader: Reader) -> tuple[SecondOfFilm, ...]:
    """Every film's price of a finished second; nothing where there is no other to compare with."""
    found = list(_priced(currency, reader))
    largest = max((price for _, priced_in, price in found if priced_in == currency), default=Decimal(0))
    rows = tuple(
        SecondOfFilm(
            film=_way_to_budget(folder, reader),
            amount=counted(price, priced_in),
            bar=share(price, largest) if priced_in == currency else "",
            is_here=folder is here,
        )
        for folder, priced_in, price in found
    )
    return rows if len(rows) > 1 else ()


def _way_to_budget(folder: FilmFolder, reader: Reader) -> Value:
    film = folder.film
    return Value("link", reader.words(film.title), href=reader.page(film_address(film.slug, "budget")))


def _priced(currency: str, reader: Reader) -> Iterator[tuple[FilmFolder, str, Decimal]]:
    """Film, currency, price of a second: in the currency asked for where it spent in it, else in its first."""
    for folder in reader.exhibit.archive.films:
        seconds, _ = length_of(folder, reader)
        books = [ledger for ledger in ledgers(folder.budget) if ledger.total.actual]
        ledger = next((one for one in books if one.currency == currency), books[0] if books else None)
        if seconds and ledger:
            yield folder, ledger.currency, ledger.total.actual / seconds


def length_of(folder: FilmFolder, reader: Reader) -> tuple[Decimal, bool]:
    """Seconds of the finished film, and whether they were measured; else what the team wrote, which may be zero."""
    made = reader.exhibit.gallery.of(folder.film.slug, "master")
    if made and made.facts and made.facts.seconds:
        return Decimal(f"{made.facts.seconds:.2f}"), True
    return folder.film.duration or Decimal(0), False
