"""The prompts of a specimen: two to four revisions each, every other one in Chinese."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone

from glassbox.specimen.size import FilmSize
from glassbox.specimen.vocabulary import chance_of, scene

BEGAN = datetime(2026, 5, 10, 9, tzinfo=timezone(timedelta(hours=8)))
"""The morning of the second day of production, in Shanghai; everything is dated from here."""
_DAYS = 28
_TASKS = ("text-to-video", "image-to-video", "subject-reference", "first-last-frame")


def revisions_of(number: int) -> int:
    return 2 + number % 3


def moment(number: int, minutes: int = 0) -> str:
    """When the work with that number was done: spread over the month, and inside it."""
    return (BEGAN + timedelta(days=number % _DAYS, minutes=number % 480 + minutes)).isoformat()


def prompt_file(film: FilmSize, number: int) -> str:
    """One prompt, as YAML."""
    name = film.id("P", number)
    said = scene(chance := chance_of(name))
    lang, other = ("zh", "en") if number % 2 else ("en", "zh")
    shot = film.shot_of(number)
    lines = [
        f"id: {name}",
        f"tool: {'video-model' if number % 3 else 'director-model'}",
        f"writer: {'ai-creator' if number % 4 else 'director'}",
        f"task: {_TASKS[number % len(_TASKS)]}",
        *_by_language("title", said.title("en"), said.title("zh")),
        *([f"shots:\n  - {film.shot_code(shot)}"] if shot is not None else []),
        f"tags:\n  - {'night' if number % 2 else 'day'}",
        "specimen: true",
        "revisions:",
    ]
    for rev in range(1, revisions_of(number) + 1):
        if rev > 1:
            said = said.changed(chance)
        lines += [
            f"  - rev: {rev}",
            f"    lang: {lang}",
            f"    at: {moment(number, 10 * rev)}",
            f"    text: |\n      {said.text(lang)}",
            f"    translation:\n      {other}: {_quoted(said.text(other))}",
            f"    params:\n      duration: 6\n      prompt_optimizer: {'true' if number % 5 == 0 else 'false'}",
        ]
        if rev > 1:
            lines += ["    change:", "      en: One thing said otherwise", "      zh: 换了一处说法"]
    return "\n".join(lines) + "\n"


def _by_language(field: str, en: str, zh: str) -> Iterator[str]:
    yield f"{field}:\n  en: {_quoted(en)}\n  zh: {_quoted(zh)}"


def _quoted(words: str) -> str:
    """For YAML: our words hold no quotes of their own."""
    return f'"{words}"'
