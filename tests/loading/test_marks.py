"""Places of records and of their parts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glassbox.loading.marks import Lines, Mark, Marks, fold, kind_of, line_of, lines_in, unfold
from glassbox.problems import NOWHERE, Place

LINES: Lines = [1, {"id": 1, "revisions": [3, [[4, {"text": 5}], 9]]}]


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ((), 1),
        (("id",), 1),
        (("revisions",), 3),
        (("revisions", 0, "text"), 5),
        (("revisions", 0, "note"), 4),
        (("revisions", 1, "text"), 9),
        (("revisions", 7), 3),
        (("revisions", -1), 3),
        (("title", "zh"), 1),
    ],
)
def test_a_part_that_is_not_written_has_the_line_of_what_is_around_it(path: tuple[str | int, ...], line: int) -> None:
    assert line_of(LINES, path) == line
    marks = Marks({"LC-P001": Mark("content/a.yml", fold(LINES))})
    assert marks.place("LC-P001", *path) == Place("content/a.yml", line)


def test_a_record_that_nobody_wrote_is_nowhere() -> None:
    assert Marks().place("LC-P001", "text") == NOWHERE
    assert not Marks().is_written("LC-P001")


def test_records_of_a_table_that_could_not_be_read_may_be_written() -> None:
    marks = Marks({"LC-T001": Mark("a.yml", is_read=False)}, unread=["people", "LC-P", "LC-"])
    assert all(marks.is_written(one) for one in ("LC-T001", "people/director", "LC-P777", "LC-SQ01-0010"))
    assert not any(marks.is_written(one) for one in ("LC-T002", "tools/hailuo", "NI-P001", "NI-SQ01"))
    assert marks.faulty() == {"LC-T001"}
    assert kind_of("lightcone") == "lightcone-"


_lines: st.SearchStrategy[Lines] = st.recursive(
    st.integers(1, 999),
    lambda inner: st.tuples(
        st.integers(1, 999), st.dictionaries(st.text(max_size=5), inner, max_size=4) | st.lists(inner, max_size=4)
    ).map(list),
)


@given(_lines)
def test_lines_are_kept_whole(lines: Lines) -> None:
    assert unfold(fold(lines)) == lines
    assert line_of(lines, ()) in set(lines_in(lines))
