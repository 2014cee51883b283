"""Figures for the eye: shares as SVG reads them, and amounts in groups of three digits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from glassbox.pages.facts import number

_CENT = Decimal("0.01")


@dataclass(frozen=True)
class Amount:
    """An amount of money. The groups stand apart by a space of style alone, so that a copied figure is plain."""

    groups: tuple[str, ...]
    currency: str

    def __str__(self) -> str:
        return f"{self.currency} {''.join(self.groups)}"


def amount(value: Decimal, currency: str) -> Amount:
    """As it is written in the record, every digit of it."""
    return Amount(digits(number(value)), currency)


def counted(value: Decimal, currency: str) -> Amount:
    """A computed amount, to the hundredth."""
    rounded = value.quantize(_CENT, ROUND_HALF_UP)
    return amount(rounded.to_integral_value() if rounded == rounded.to_integral_value() else rounded, currency)


def digits(figure: str) -> tuple[str, ...]:
    """`-83100.50` -> `-83`, `100.50`."""
    whole, dot, rest = figure.partition(".")
    sign, whole = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    first = len(whole) % 3 or 3
    groups = [whole[:first], *(whole[i : i + 3] for i in range(first, len(whole), 3))]
    groups[0] = sign + groups[0]
    groups[-1] += dot + rest
    return tuple(groups)


def share(value: Decimal | int, of: Decimal | int) -> str:
    """A width for SVG: `62.5%`; nothing and less is `0%`, never more than the whole."""
    if of <= 0 or value <= 0:
        return "0%"
    percent = min(Decimal(100), Decimal(value) * 100 / Decimal(of)).quantize(_CENT)
    return f"{percent.normalize():f}%"


def change(actual: Decimal, planned: Decimal) -> str:
    """The way from plan to reality: `+3.9 %`, `−10 %`; empty where nothing was planned."""
    if planned <= 0:
        return ""
    percent = ((actual - planned) * 100 / planned).quantize(Decimal("0.1"), ROUND_HALF_UP)
    sign = "+" if percent > 0 else "−" if percent < 0 else ""
    return f"{sign}{abs(percent).normalize():f} %"


def largest(values: Iterable[Decimal]) -> Decimal:
    """The longest bar's value; zero where there is none."""
    return max(values, default=Decimal(0))
