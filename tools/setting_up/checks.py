"""Runs every check and test, in the `.venv` that `tools/run.py` made: style, types, floors, scripts, tests.

All run even where one fails. pytest comes last, so that the last line is its own (`312 passed in 80.12s`).
With arguments for pytest, it alone is run: that is the call of somebody at work on one test.
"""

from __future__ import annotations

import os
import signal
import sys
from functools import partial
from pathlib import Path

from glassbox.doctor import Finding, print_findings
from glassbox.doctor.chromium import NAMED_BY as CHROMIUM
from glassbox.doctor.node import NAMED_BY as NODE
from glassbox.doctor.testing import chromium_finding, fonts_finding, node_finding
from setting_up.browser import bring_chromium, bring_fonts, bring_node, debian_packages
from setting_up.environment import Runner, script_of
from setting_up.processes import run
from setting_up.words import apart, language, say

ROOT = Path(__file__).resolve().parents[2]
SYSTEM = "--system"
ENVIRONMENT_LACKING = 3


def main(arguments: list[str]) -> int:
    asked, arguments = apart(arguments)
    for_pytest = [argument for argument in arguments if argument != SYSTEM]
    found, named = bring_all(partial(run, folder=ROOT), with_sudo=SYSTEM in arguments)
    lacking = [finding for finding in found if not finding.ok]
    print_findings(lacking, language(asked, os.environ))
    start = partial(run, folder=ROOT, extra=named)
    wanted = [] if for_pytest else checks(named.get(NODE))
    failed = [name for name, command in wanted if not passed(name, command, start)]
    if failed:
        say(f"These checks failed, see above: {', '.join(failed)}", f"以下检查未通过，见上：{'、'.join(failed)}")
    code = start([sys.executable, "-m", "pytest", *for_pytest])
    return code or (1 if failed else 0) or (ENVIRONMENT_LACKING if lacking and not for_pytest else 0)


def bring_all(start: Runner, *, with_sudo: bool) -> tuple[list[Finding], dict[str, str]]:
    """What was found or brought for the tests, and the variables by which they learn of it."""
    packages = debian_packages(with_sudo=with_sudo)
    fonts = bring_fonts(start, packages)
    chromium = bring_chromium(start, packages, sys.executable)
    node = bring_node(start, ROOT)
    named = {CHROMIUM: str(chromium.path)} if chromium else {}
    named |= {NODE: str(node.path)} if node and node.is_new_enough else {}
    return [chromium_finding(chromium), fonts_finding(fonts), node_finding(node)], named


def checks(node: str | None) -> list[tuple[str, list[str]]]:
    """What is run before the tests: a name and a command each."""
    scripts = sorted(str(script.relative_to(ROOT)) for script in (ROOT / "tests" / "web").glob("*.test.mjs"))
    return [
        ("ruff", [str(script_of(ROOT, "ruff")), "check"]),
        ("mypy", [sys.executable, "-m", "mypy"]),
        ("import-linter", [str(script_of(ROOT, "lint-imports"))]),
        *([("node --test", [node or "node", "--test", *scripts])] if scripts else []),
    ]


def passed(name: str, command: list[str], start: Runner) -> bool:
    print(f"== {name}", flush=True)
    return start(command) == 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(128 + signal.SIGINT)
