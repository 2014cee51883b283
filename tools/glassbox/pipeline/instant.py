"""The one instant that decides what depends on the date."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, tzinfo

EPOCH = "SOURCE_DATE_EPOCH"


class NoMoment(ValueError):
    """`name` (an option or a variable) holds `written`, which is no moment."""

    def __init__(self, name: str, written: str) -> None:
        super().__init__(f"{name} is '{written}', which is no moment")
        self.name, self.written = name, written


def build_instant(asked: str | None, environment: Mapping[str, str], zone: tzinfo) -> datetime:
    """`--as-of`, else SOURCE_DATE_EPOCH (whole seconds since 1970), else now; in UTC.

    A moment that names no zone is meant in `zone`; a day means its first second.
    Raises NoMoment where what is asked for is none.
    """
    if asked:
        return _read(asked, zone)
    if epoch := environment.get(EPOCH, "").strip():
        if not re.fullmatch(r"\d{1,11}", epoch):
            raise NoMoment(EPOCH, epoch)
        return datetime.fromtimestamp(int(epoch), UTC)
    return datetime.now(UTC)


def _read(asked: str, zone: tzinfo) -> datetime:
    try:
        found = datetime.fromisoformat(asked.strip())
        return (found if found.tzinfo else found.replace(tzinfo=zone)).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise NoMoment("--as-of", asked) from error
