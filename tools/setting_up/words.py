"""How the set-up speaks: one line a deed, in the language of `--lang`, else of the locale."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping


class LackingError(Exception):
    """This machine lacks something. Holds the sentence with its cure, in English and in Chinese."""

    def __init__(self, english: str, chinese: str) -> None:
        super().__init__(english)
        self.english, self.chinese = english, chinese

    def __str__(self) -> str:
        return said(self.english, self.chinese)


def say(english: str, chinese: str) -> None:
    print(said(english, chinese), flush=True)


def said(english: str, chinese: str) -> str:
    return chinese if language(sys.argv[1:], os.environ) == "zh" else english


def language(arguments: list[str], variables: Mapping[str, str]) -> str:
    """`zh` or `en`."""
    asked = [argument.removeprefix("--lang=") for argument in apart(arguments)[0]]
    locale = [variables[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if variables.get(name)]
    return "zh" if "".join([*asked, *locale][:1]).startswith("zh") else "en"


def apart(arguments: list[str]) -> tuple[list[str], list[str]]:
    """`["--lang=zh"]` where a language is asked for, in either spelling, else nothing; and all the other arguments."""
    asked: list[str] = []
    others: list[str] = []
    left = iter(arguments)
    for argument in left:
        if argument == "--lang" or argument.startswith("--lang="):
            asked = [argument if "=" in argument else f"--lang={next(left, '')}"]
        else:
            others.append(argument)
    return asked, others
