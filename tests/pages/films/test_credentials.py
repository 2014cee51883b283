"""Content Credentials on the wall of takes, in both languages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from glassbox.derivatives import Credentials, Made, Validity
from glassbox.pages.exhibit import Exhibit
from glassbox.records.archive import MediaKey

Render = Callable[[Exhibit, str], Mapping[str, Any]]


def wall(exhibit: Exhibit, render: Render, said: Credentials, lang: str) -> str:
    """The words of the wall where every medium brings these credentials along."""

    def with_them(made: Made) -> Made:
        return replace(made, facts=replace(made.facts, credentials=said)) if made.facts else made

    made: dict[MediaKey, Made] = {key: with_them(one) for key, one in exhibit.gallery.made.items()}
    pages = render(replace(exhibit, gallery=replace(exhibit.gallery, made=made)), lang)
    return str(next(page.read.text for address, page in pages.items() if address.endswith("/takes/")))


@pytest.mark.parametrize(
    ("validity", "lang", "words"),
    [
        (Validity.WHOLE, "en", "signed by The house <b> on 2026-05-02, made with Model 2; unchanged since"),
        (Validity.WHOLE, "zh", "由 The house <b> 签署（2026-05-02），生成工具 Model 2；签署后未被改动"),
        (Validity.BROKEN, "en", "changed since, or damaged"),
        (Validity.BROKEN, "zh", "签署后被改动，或已损坏"),
    ],
)
def test_a_visitor_reads_who_signed_a_take_with_what_and_whether_it_is_still_so(
    exhibit: Exhibit, render: Render, validity: Validity, lang: str, words: str
) -> None:
    said = Credentials(validity, "The house <b>", "Model 2", "2026-05-02T08:00:00+00:00")
    assert words in wall(exhibit, render, said, lang)


def test_credentials_that_were_not_read_and_gaps_in_them_are_said(exhibit: Exhibit, render: Render) -> None:
    assert "they were not read for this site" in wall(exhibit, render, Credentials(Validity.UNREAD), "en")
    assert "signed by (not said), made with (not said)" in wall(exhibit, render, Credentials(Validity.WHOLE), "en")
