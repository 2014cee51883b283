"""Sums over a film's budget: exact, by category and currency, and never of two currencies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce

from glassbox.records.process import BudgetLine
from glassbox.records.terms import BudgetCategory


@dataclass(frozen=True)
class Sum:
    """What is known of some lines: a figure that nobody wrote counts for nothing, and is counted as open."""

    planned: Decimal = Decimal(0)
    actual: Decimal = Decimal(0)
    lines: int = 0
    without_planned: int = 0
    without_actual: int = 0

    def plus(self, other: Sum) -> Sum:
        return Sum(
            self.planned + other.planned,
            self.actual + other.actual,
            self.lines + other.lines,
            self.without_planned + other.without_planned,
            self.without_actual + other.without_actual,
        )

    @property
    def is_whole(self) -> bool:
        """Whether plan and reality may be compared: both are known of every line."""
        return not (self.without_planned or self.without_actual)

    @property
    def has_planned(self) -> bool:
        return self.without_planned < self.lines

    @property
    def has_actual(self) -> bool:
        return self.without_actual < self.lines


def sum_of(line: BudgetLine) -> Sum:
    return Sum(line.planned or Decimal(0), line.actual or Decimal(0), 1, line.planned is None, line.actual is None)


@dataclass(frozen=True)
class Ledger:
    """The sums of one currency."""

    currency: str
    by_category: Mapping[BudgetCategory, Sum]
    """In the order of the closed list; a category without lines is not there."""

    @property
    def total(self) -> Sum:
        return reduce(Sum.plus, self.by_category.values(), Sum())

    def of(self, category: BudgetCategory) -> Sum:
        return self.by_category.get(category, Sum())


def ledgers(lines: Iterable[BudgetLine]) -> list[Ledger]:
    """One for each currency, in the order of the lines."""
    by_currency: dict[str, list[BudgetLine]] = {}
    for line in lines:
        by_currency.setdefault(line.currency, []).append(line)
    return [_ledger(currency, found) for currency, found in by_currency.items()]


def _ledger(currency: str, lines: list[BudgetLine]) -> Ledger:
    sums: dict[BudgetCategory, Sum] = {}
    for line in lines:
        sums[line.category] = sums.get(line.category, Sum()).plus(sum_of(line))
    ordered = {category: sums[category] for category in BudgetCategory if category in sums}
    return Ledger(currency, ordered)
