"""What axe-core finds wrong with a page."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT

RUN = """async (within) => {
    const place = document.querySelector(within);
    const found = await axe.run(place, {resultTypes: ['violations'], rules: {'target-size': {enabled: true}}});
    return found.violations.flatMap((rule) => rule.nodes.map((node) =>
        `${rule.id}: ${node.target.join(' ')}: ${node.html.slice(0, 200)}: ${node.failureSummary}`));
}"""


def violations(page: Any, within: str = "html") -> list[str]:
    """One sentence for every element that breaks a rule: all of axe's own, and targets of 24 px (WCAG 2.2)."""
    page.evaluate(AXE_SCRIPT)
    found: list[str] = page.evaluate(RUN, within)
    return found
