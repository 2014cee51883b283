"""No problem is only words: in a run of all tests each code arises from something that people handed in."""

from __future__ import annotations

import pytest

from glassbox.problems import CODES, NOWHERE, problem
from glassbox.problems.codes.publishing import LOCKED
from glassbox.publish import Locked
from making.arisen import ARISEN, hear


def test_every_code_arises_in_some_test(request: pytest.FixtureRequest) -> None:
    """Comes last: see conftest. What a part of the tests leaves out is no fault."""
    config = request.config
    asked = config.getoption("keyword") or config.getoption("deselect") or config.getoption("lf", default=False)
    is_whole = config.args_source is pytest.Config.ArgsSource.TESTPATHS
    if asked or not is_whole or config.getoption("markexpr") != "not slow":
        pytest.skip("only a run of all tests can tell")
    assert sorted(CODES.keys() - ARISEN) == []


def test_what_a_test_makes_up_does_not_count() -> None:
    before = set(ARISEN)
    try:
        ARISEN.clear()
        problem(NOWHERE, LOCKED, path="here")
        assert not ARISEN
        Locked()
        assert {"GB-E143"} == ARISEN
        hear("content/site.yml:4: site.yml has nothing. [GB-E025]\n1 errors")
        assert {"GB-E143", "GB-E025"} == ARISEN
    finally:
        ARISEN.update(before)
