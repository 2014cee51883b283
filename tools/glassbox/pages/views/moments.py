"""Days and moments in one order, and as a page shows them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo

from glassbox.pages.reader import Reader


@dataclass(frozen=True)
class When:
    words: str
    iso: str


def when(moment: date | datetime | None, reader: Reader) -> When | None:
    return When(reader.when(moment), moment.isoformat()) if moment else None


def in_order(moment: date | datetime, zone: tzinfo) -> datetime:
    """A key that sorts days and moments together: a day begins it, a moment without a zone is meant in `zone`."""
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time.min, zone)
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)
