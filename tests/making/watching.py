"""Waiting for a page in a browser. (Waiting inside the page is what its policy forbids.)"""

from __future__ import annotations

from typing import Any


def until(page: Any, claim: str) -> None:
    """Waits until a claim about the page holds, ten seconds at most."""
    for _ in range(200):
        if page.evaluate(claim):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"never true: {claim}")
