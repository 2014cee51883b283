"""The one instant of a build."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from glassbox.pipeline.instant import NoMoment, build_instant

SHANGHAI = ZoneInfo("Asia/Shanghai")


def test_what_is_asked_for_stands_above_the_environment() -> None:
    found = build_instant("2026-06-14T10:00+08:00", {"SOURCE_DATE_EPOCH": "0"}, SHANGHAI)
    assert found == datetime(2026, 6, 14, 2, tzinfo=UTC)


def test_a_day_begins_in_the_zone_of_the_exhibition() -> None:
    assert build_instant("2026-06-14", {}, SHANGHAI) == datetime(2026, 6, 13, 16, tzinfo=UTC)


def test_the_environment_may_hold_the_clock_still() -> None:
    assert build_instant(None, {"SOURCE_DATE_EPOCH": "86400"}, SHANGHAI) == datetime(1970, 1, 2, tzinfo=UTC)


@pytest.mark.parametrize(("asked", "epoch"), [("tomorrow", ""), (None, "soon")])
def test_what_is_no_moment_is_told(asked: str | None, epoch: str) -> None:
    with pytest.raises(NoMoment, match="no moment"):
        build_instant(asked, {"SOURCE_DATE_EPOCH": epoch}, SHANGHAI)
