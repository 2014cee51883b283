"""The four questions that the programme asked, each beside what the archive can count; nothing is answered in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from glassbox.pages.exhibit import Exhibit
from glassbox.pages.facts import Value, reference
from glassbox.pages.money import ledgers
from glassbox.pages.reader import Reader
from glassbox.pages.views.cut import cut_of, frames_of_film
from glassbox.pages.views.origin import OriginView, origin_of_film
from glassbox.records.archive import Archive
from glassbox.records.terms import BudgetCategory, Side, Status

_SIDES = {
    Side.FILM_MAKER: "counted_film_maker",
    Side.AI_CREATOR: "counted_ai_creator",
    Side.BOTH: "counted_both",
}


@dataclass(frozen=True)
class Counted:
    figure: str
    name: str


@dataclass(frozen=True)
class Question:
    words: str
    figures: tuple[Counted, ...]
    origins: tuple[tuple[Value, OriginView], ...] = ()
    """Films, and who made their pictures."""


def questions(exhibit: Exhibit, reader: Reader) -> tuple[Question, ...]:
    """Those of the four to which the records say something."""
    archive = exhibit.archive
    asked = (
        Question(reader.phrase("asked_jobs"), tuple(_jobs(archive, reader))),
        Question(reader.phrase("asked_money"), tuple(_money(archive, reader))),
        Question(reader.phrase("asked_choosing"), tuple(_choosing(archive, reader))),
        Question(reader.phrase("asked_author"), tuple(_author(archive, reader)), tuple(_origins(exhibit, reader))),
    )
    return tuple(question for question in asked if question.figures)


def _jobs(archive: Archive, reader: Reader) -> Iterator[Counted]:
    sides = Counter(credit.side for folder in archive.films for credit in folder.film.credits)
    for side, name in _SIDES.items():
        if sides[side]:
            yield Counted(f"{sides[side]:,}", reader.phrase(name))


def _money(archive: Archive, reader: Reader) -> Iterator[Counted]:
    """Per currency, since sums of two are never one; only where every line says what it cost."""
    for ledger in ledgers(line for folder in archive.films for line in folder.budget):
        made, total = ledger.of(BudgetCategory.AI_GENERATION), ledger.total
        if made.actual and not total.without_actual:
            part = _percent(made.actual, total.actual)
            yield Counted(part, reader.phrase("counted_generation", currency=ledger.currency))
        if total.planned and total.is_whole:
            part = _percent(total.actual, total.planned)
            yield Counted(part, reader.phrase("counted_of_plan", currency=ledger.currency))


def _choosing(archive: Archive, reader: Reader) -> Iterator[Counted]:
    takes = [take for folder in archive.films for take in folder.takes]
    kept = sum(take.status is Status.KEPT for take in takes)
    if takes:
        yield Counted(f"{len(takes):,}", reader.phrase("counted_takes"))
    if kept:
        yield Counted(f"{kept:,}", reader.phrase("counted_kept"))
    if reasons := {take.reason for take in takes if take.status is Status.REJECTED and take.reason}:
        yield Counted(f"{len(reasons):,}", reader.phrase("counted_reasons"))


def _author(archive: Archive, reader: Reader) -> Iterator[Counted]:
    prompts = [prompt for folder in archive.films for prompt in folder.prompts]
    revisions = [(prompt, revision) for prompt in prompts for revision in prompt.revisions]
    writers = {one for prompt, revision in revisions for one in revision.writer or prompt.writer}
    decisions = sum(len(folder.decisions) for folder in archive.films)
    if revisions:
        yield Counted(f"{len(revisions):,}", reader.phrase("counted_revisions"))
        yield Counted(f"{len(writers):,}", reader.phrase("counted_writers"))
    if decisions:
        yield Counted(f"{decisions:,}", reader.phrase("counted_decisions"))


def _origins(exhibit: Exhibit, reader: Reader) -> Iterator[tuple[Value, OriginView]]:
    for folder in exhibit.archive.films:
        placed = cut_of(folder)
        if origin := origin_of_film(placed, frames_of_film(folder, placed, exhibit.gallery), reader):
            yield reference(folder.film.slug, folder.film.slug, reader), origin


def _percent(part: Decimal, of: Decimal) -> str:
    return f"{(part * 100 / of).quantize(Decimal('0.1')).normalize():f} %"
