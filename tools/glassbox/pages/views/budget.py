"""The budget of a film: every line, the sums of its categories, and what a second and a take came to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from glassbox.pages.addresses import film_address
from glassbox.pages.charts import Amount, amount, change, counted, largest, share
from glassbox.pages.facts import Fact, Value, facts_of, number
from glassbox.pages.money import Ledger, Sum, ledgers
from glassbox.pages.reader import Reader
from glassbox.pages.views.page import Head, Page, ReaderOf, head_of
from glassbox.pages.views.references import cited, people, tools
from glassbox.pages.views.rooms import film_head, film_title
from glassbox.pages.views.spending import SecondOfFilm, Spent, length_of, seconds_of_films, spent_on_takes
from glassbox.pages.words import term
from glassbox.records.archive import FilmFolder
from glassbox.records.process import BudgetLine
from glassbox.records.terms import BudgetCategory, Status
from glassbox.records.text import Shown


@dataclass(frozen=True)
class Figure:
    """A computed figure, with the words on how it was computed."""

    name: str
    amount: Amount | None
    words: str
    """Instead of an amount."""
    how: str


@dataclass(frozen=True)
class Row:
    """Sums of one category; `bar_…` are widths for SVG."""

    name: str
    category: str
    planned: Amount | None
    """None where no line of it says."""
    actual: Amount | None
    difference: str
    """Empty as long as a line is open."""
    bar_planned: str
    bar_actual: str
    spoken: str


@dataclass(frozen=True)
class Account:
    """One currency's sums."""

    currency: str
    rows: tuple[Row, ...]
    total: Row
    figures: tuple[Figure, ...]
    caution: str
    spent: Spent | None
    seconds: tuple[SecondOfFilm, ...]


@dataclass(frozen=True)
class LineView:
    head: Head
    description: Shown | None
    purposes: tuple[Value, ...]
    """The tool, person or shot it was spent on."""
    quantity: str
    unit: Shown | None
    hours: tuple[Fact, ...]
    planned: Amount | None
    actual: Amount | None
    currency: str


@dataclass(frozen=True)
class Section:
    category: str
    name: str
    lines: tuple[LineView, ...]


_SHOWN = (
    *("category", "currency", "description", "planned", "actual", "quantity", "unit", "hours"),
    *("tool", "person", "shot"),
)


def budget_page(folder: FilmFolder, reader_of: ReaderOf) -> Page:
    address = film_address(folder.film.slug, "budget")
    reader = reader_of(address, folder)
    name = reader.phrase("room_budget")
    return Page(
        address=address,
        template="budget.html",
        title=film_title(folder, reader, name),
        description=reader.phrase("budget_lead"),
        specimen=folder.film.specimen or any(line.specimen for line in folder.budget),
        shows={
            "film": film_head(folder, reader, "budget", name, reader.phrase("budget_lead")),
            "accounts": tuple(_account(ledger, folder, reader) for ledger in ledgers(folder.budget)),
            "sections": tuple(_sections(folder, reader)),
        },
    )


def _account(ledger: Ledger, folder: FilmFolder, reader: Reader) -> Account:
    longest = largest(max(s.planned, s.actual) for s in ledger.by_category.values())

    def row(name: str, category: str, of: Sum) -> Row:
        planned = amount(of.planned, ledger.currency) if of.has_planned else None
        actual = amount(of.actual, ledger.currency) if of.has_actual else None
        spoken = reader.phrase("bars_of", category=name, planned=planned or "–", actual=actual or "–")
        difference = change(of.actual, of.planned) if of.is_whole else ""
        return Row(
            name, category, planned, actual, difference, share(of.planned, longest), share(of.actual, longest), spoken
        )

    caution, total = "", ledger.total
    if total.without_actual:
        caution = reader.phrase("lines_without_actual", count=total.without_actual, all=total.lines)
    return Account(
        currency=ledger.currency,
        rows=tuple(row(term(c, reader.lang), str(c), s) for c, s in ledger.by_category.items()),
        total=row(reader.phrase("total"), "total", total),
        figures=tuple(_figures(ledger, folder, reader)),
        caution=caution,
        spent=spent_on_takes(ledger, folder, reader),
        seconds=seconds_of_films(ledger.currency, folder, reader),
    )


def _figures(ledger: Ledger, folder: FilmFolder, reader: Reader) -> Iterator[Figure]:
    def figure(name: str, value: Decimal, how: str) -> Figure:
        return Figure(name, counted(value, ledger.currency), "", how)

    total, made_by_ai = ledger.total, ledger.of(BudgetCategory.AI_GENERATION).actual
    seconds, how = _length(folder, reader)
    if seconds and total.actual:
        yield figure(reader.phrase("per_second"), total.actual / seconds, how)
    kept = sum(take.status is Status.KEPT for take in folder.takes)
    if kept and made_by_ai:
        yield figure(reader.phrase("per_kept"), made_by_ai / kept, reader.phrase("per_kept_how", count=kept))
        all_takes = len(folder.takes)
        how_each = reader.phrase("per_take_how", count=all_takes)
        yield figure(reader.phrase("per_take"), made_by_ai / all_takes, how_each)
    if total.is_whole and (words := change(total.actual, total.planned)):
        planned, actual = amount(total.planned, ledger.currency), amount(total.actual, ledger.currency)
        how_far = reader.phrase("against_plan_how", planned=planned, actual=actual)
        yield Figure(reader.phrase("against_plan"), None, words, how_far)


def _length(folder: FilmFolder, reader: Reader) -> tuple[Decimal, str]:
    """Seconds of the finished film, and the words on where they come from."""
    seconds, is_measured = length_of(folder, reader)
    return seconds, reader.phrase(
        "per_second_how" if is_measured else "per_second_told", seconds=f"{seconds.normalize():f}"
    )


def _sections(folder: FilmFolder, reader: Reader) -> Iterator[Section]:
    for category in BudgetCategory:
        if lines := tuple(_line(one, reader) for one in folder.budget if one.category is category):
            yield Section(str(category), term(category, reader.lang), lines)


def _line(line: BudgetLine, reader: Reader) -> LineView:
    spent_on = (
        *tools([line.tool] if line.tool else [], reader),
        *people([line.person] if line.person else [], reader),
        *([cited(line.shot, reader)] if line.shot else []),
    )
    return LineView(
        head=head_of(line, line.id, reader, but=_SHOWN),
        description=reader.shown(line.description),
        purposes=spent_on,
        quantity=number(line.quantity) if line.quantity is not None else "",
        unit=reader.shown(line.unit),
        hours=tuple(f for f in facts_of(line, reader) if f.field == "hours"),
        planned=amount(line.planned, line.currency) if line.planned is not None else None,
        actual=amount(line.actual, line.currency) if line.actual is not None else None,
        currency=line.currency,
    )
