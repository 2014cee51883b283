"""What visitors read on the page of the budget."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from glassbox.pages.charts import amount, change, counted, digits, share
from glassbox.pages.exhibit import Exhibit
from glassbox.pages.money import ledgers
from glassbox.pages.views.budget import Account
from glassbox.records.archive import Archive, FilmFolder
from glassbox.records.exhibition import Site
from glassbox.records.film import Film
from glassbox.records.process import BudgetLine
from glassbox.records.terms import BudgetCategory

Pages = Mapping[str, Any]


def _accounts(pages: Pages) -> list[Account]:
    return list(pages["films/lightcone/budget/"].page.shows["accounts"])


def test_currencies_are_never_added_to_each_other(english: Pages) -> None:
    yuan, euro = _accounts(english)
    assert (yuan.currency, str(yuan.total.planned), str(yuan.total.actual)) == ("CNY", "CNY 48000", "CNY 7200.50")
    assert (euro.currency, str(euro.total.actual), euro.total.difference) == ("EUR", "EUR 9", "−10 %")


def test_a_second_of_film_costs_what_was_spent_by_the_measured_length(english: Pages) -> None:
    yuan = _accounts(english)[0]
    assert [(f.name, str(f.amount), f.how) for f in yuan.figures] == [
        ("A second of the finished film", "CNY 180.01", "all actual costs ÷ 40 s, as measured"),
        ("A take that was kept", "CNY 7200.50", "actual AI generation ÷ 1 takes kept"),
        ("A take that was made", "CNY 1800.13", "actual AI generation ÷ 4 takes"),
    ]
    assert english["films/lightcone/budget/"].read.text.count("Counted by the archive") >= 5


def test_of_a_hundred_for_generation_the_kept_takes_had_their_share(english: Pages) -> None:
    yuan, euro = _accounts(english)
    assert yuan.spent is not None
    assert yuan.spent.words.startswith("Of every CNY 100, 25 became pictures that were kept.")
    assert [cell.status for cell in yuan.spent.cells][:1] == ["kept"]
    assert sum(count for _, _, count in yuan.spent.key) == len(yuan.spent.cells) == 4
    assert euro.spent is None  # nothing was generated for euros


def test_a_second_is_compared_with_other_films_and_only_within_a_currency(
    rendered: Callable[..., Pages], exhibited: Callable[..., Exhibit]
) -> None:
    def film(slug: str, code: str, currency: str, cost: str) -> FilmFolder:
        line = {"id": f"{code}-B001", "category": "crew", "currency": currency, "actual": cost}
        told = {"slug": slug, "code": code, "title": slug, "fps": "24", "licence": "x", "duration": "10"}
        made = Film.model_validate({**told, "digital_source_type": "digitalCapture"})
        return FilmFolder(made, budget=(BudgetLine.model_validate(line),))

    films = film("a", "AA", "CNY", "100"), film("b", "BB", "CNY", "50"), film("c", "CC", "EUR", "7")
    site = Site.model_validate({"title": "Three", "languages": ("en", "zh")})
    pages = rendered(exhibited(Archive(site=site, films=films)), "en")
    seconds = pages["films/b/budget/"].page.shows["accounts"][0].seconds
    assert [(one.film.words, str(one.amount), one.bar, one.is_here) for one in seconds] == [
        ("a", "CNY 10", "100%", False),
        ("b", "CNY 5", "50%", True),
        ("c", "EUR 0.70", "", False),
    ]
    alone = rendered(exhibited(Archive(site=site, films=films[:1])), "en")
    assert alone["films/a/budget/"].page.shows["accounts"][0].seconds == ()


def test_as_long_as_a_line_is_open_plan_and_reality_are_not_compared(english: Pages) -> None:
    yuan = _accounts(english)[0]
    crew = next(row for row in yuan.rows if row.category == "crew")
    assert (crew.actual, crew.difference, yuan.total.difference) == (None, "", "")
    assert yuan.caution == "1 of 2 lines have no actual figure yet; sums hold what is there."


def test_bars_are_shares_of_the_longest(english: Pages) -> None:
    made, crew = _accounts(english)[0].rows
    assert (crew.bar_planned, crew.bar_actual) == ("100%", "0%")
    assert (made.bar_planned, made.bar_actual) == ("9.09%", "16.36%")


def test_every_field_of_a_line_is_on_the_page(chinese: Pages) -> None:
    walk = chinese["films/lightcone/budget/"].read
    assert "LC-B001" in walk.ids
    for said in (
        "LC-B001 积分",
        "Hailuo 02",
        "AI creator",
        "SQ01-0010 River",
        "12.5 包",
        "7.25",
        "CNY 4000",
        "7200.50",
    ):
        assert said in walk.text
    assert "Not paid yet." in walk.text


def test_sums_by_category_follow_the_closed_list_whatever_the_order_of_the_lines() -> None:
    lines = [
        BudgetLine.model_validate({"id": f"LC-B00{n}", "category": c, "currency": "CNY", "planned": p, "actual": p})
        for n, (c, p) in enumerate([("travel", "0.10"), ("crew", "0.20"), ("travel", "0.20")])
    ]
    ledger = ledgers(lines)[0]
    assert list(ledger.by_category) == [BudgetCategory.CREW, BudgetCategory.TRAVEL]
    assert ledger.of(BudgetCategory.TRAVEL).actual == Decimal("0.30")
    assert ledger.total.is_whole


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=2))
def test_a_figure_copied_from_a_page_is_the_figure_of_the_record(value: Decimal) -> None:
    assert "".join(amount(value, "CNY").groups) == f"{value:f}"
    assert all(len(group.lstrip("-").partition(".")[0]) == 3 for group in digits(f"{value:f}")[1:])


@given(st.decimals(min_value=0, max_value=10**9, places=2), st.decimals(min_value=0, max_value=10**9, places=2))
def test_a_bar_is_never_wider_than_its_space(value: Decimal, of: Decimal) -> None:
    assert 0 <= Decimal(share(value, of).removesuffix("%")) <= 100


def test_change_says_more_less_the_same_and_nothing() -> None:
    assert change(Decimal(7200), Decimal(4000)) == "+80 %"
    assert change(Decimal(900), Decimal(1000)) == "−10 %"
    assert change(Decimal(4000), Decimal(4000)) == "0 %"
    assert change(Decimal(1), Decimal(0)) == ""


def test_a_computed_amount_is_rounded_to_the_hundredth_and_whole_ones_stay_whole() -> None:
    assert str(counted(Decimal("2308.3333"), "CNY")) == "CNY 2308.33"
    assert str(counted(Decimal("1200.001"), "CNY")) == "CNY 1200"
