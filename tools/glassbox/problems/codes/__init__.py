"""The sentences of every problem, by subject, in English and Chinese."""

from glassbox.problems.problem import Code, Severity


def error(number: int, en: str, zh: str) -> Code:
    return Code(f"GB-E{number:03d}", Severity.ERROR, en, zh)


def warning(number: int, en: str, zh: str) -> Code:
    return Code(f"GB-W{number:03d}", Severity.WARNING, en, zh)
