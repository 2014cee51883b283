"""How far a page moves under the reader's eyes, in the measure of the browser's own layout-shift entries."""

from __future__ import annotations

import re
import time
from typing import Any

WATCH = """
window.glassShifts = [];
new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
        const named = (node) => (node && node.nodeType === 1 ? `${node.tagName}.${node.className}` : '');
        const moved = entry.sources.map((source) => named(source.node));
        window.glassShifts.push({value: entry.value, moved: moved.join(' ')});
    }
}).observe({type: 'layout-shift', buffered: true});
"""
READ_DOWN = """async () => {
    const rest = () => new Promise((done) => setTimeout(done, 60));
    for (let step = 0; step < 40 && scrollY + innerHeight < document.documentElement.scrollHeight - 1; step += 1) {
        scrollBy({top: innerHeight * 0.6, behavior: 'instant'});
        await rest();
    }
    await rest();
    return window.glassShifts;
}"""
SLOW_LINE = {"offline": False, "latency": 30, "downloadThroughput": 2_000_000, "uploadThroughput": 500_000}
"""Bytes a second: pictures come after the words, as they do on the road."""
LATE = 0.1
"""Seconds by which each script comes late that does not hold up the page: what it shows comes after the first paint."""


def shifts(page: Any, address: str) -> list[tuple[float, str]]:
    """Opens a page, reads it down to its end (40 steps at most), and tells each shift and what moved.

    All shifts are told, also those in which a visitor may have had a hand; sums are stricter than the usual
    cumulative layout shift, which takes the worst five seconds.
    """
    page.add_init_script(WATCH)
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", SLOW_LINE)
    page.route(re.compile(r"/js/(?!early)[^/]*\.js$"), _late)
    page.goto(address)
    found = page.evaluate(READ_DOWN)
    return [(one["value"], one["moved"]) for one in found]


def _late(route: Any) -> None:
    time.sleep(LATE)
    route.continue_()
