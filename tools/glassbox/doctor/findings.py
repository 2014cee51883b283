"""A finding is a value: what was looked for, what was found, and the cure where it is not good."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Both:
    """The same words in English and Chinese."""

    en: str
    zh: str

    def told(self, lang: str) -> str:
        return self.zh if lang.startswith("zh") else self.en


NONE = Both("none", "无")


def same(text: str) -> Both:
    """A version, a path, a number: the same in both languages."""
    return Both(text, text)


@dataclass(frozen=True)
class Finding:
    name: Both
    found: Both
    ok: bool
    cure: Both = Both("", "")
    """What to do about it; empty where nothing is to be done."""
    for_tests: bool = False
    """Only the tests need it: an archive is built without."""

    @property
    def stops_a_build(self) -> bool:
        return not self.ok and not self.for_tests


GOOD, ENVIRONMENT_LACKING = 0, 3


def print_findings(findings: Iterable[Finding], lang: str) -> int:
    """One line a finding, its cure below it. Gives the exit code: 3 where a build would be stopped, else 0."""
    told = list(findings)
    for finding in told:
        print(line_of(finding, lang))
        if not finding.ok:
            print(f"      → {finding.cure.told(lang)}")
    return ENVIRONMENT_LACKING if any(finding.stops_a_build for finding in told) else GOOD


def line_of(finding: Finding, lang: str) -> str:
    """`ok    Python: 3.11.2`, `LACKS Chromium: none (only the tests need it)`."""
    mark = Both("ok   ", "正常").told(lang) if finding.ok else Both("LACKS", "缺少").told(lang)
    aside = Both(" (only the tests need it)", "（仅测试需要）") if finding.for_tests and not finding.ok else same("")
    name, found, colon = finding.name.told(lang), finding.found.told(lang), Both(": ", "：").told(lang)
    return f"{mark} {name}{colon}{found}{aside.told(lang)}"
