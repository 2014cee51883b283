"""Queries as people ask them, drawn from a corpus by a seed: for each, the prompt that it should find."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from glassbox.search.tokens import RUN, is_paired, normal

EXACT, TYPO, PREFIX = "exact", "typo", "prefix"
FOUR, TWO_TWO, THREE_TWO = "four characters", "two and two", "three and two"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_RAREST = 6
"""Of a prompt's words, as many are remembered as are least common: nobody looks for `the`."""


@dataclass(frozen=True)
class Prompt:
    id: str
    text: str
    lang: str


@dataclass(frozen=True)
class Query:
    kind: str
    words: str
    wanted: str
    """Id of the prompt that it was drawn from."""


def queries(prompts: Sequence[Prompt], seed: int, each: int = 300) -> list[Query]:
    """`each` of every kind, or as many as the corpus gives."""
    chance = random.Random(seed)
    runs = {prompt.id: RUN.findall(normal(prompt.text)) for prompt in prompts}
    common = Counter(run for found in runs.values() for run in set(found) if not is_paired(run))

    def rarest(prompt: Prompt) -> list[str]:
        words = (
            run for run in dict.fromkeys(runs[prompt.id]) if not is_paired(run) and len(run) > 2 and not run.isdigit()
        )
        return sorted(words, key=lambda word: common[word])[:_RAREST]

    def of_words(kind: str, change: Callable[[list[str]], list[str] | None]) -> list[Query]:
        pool = [prompt for prompt in prompts if prompt.lang == "en" and len(rarest(prompt)) >= 4]
        return [
            Query(kind, " ".join(words), prompt.id)
            for prompt in chance.sample(pool, min(each, len(pool)))
            if (words := change(chance.sample(rarest(prompt), chance.randint(2, 4))))
        ]

    def misspelt(words: list[str]) -> list[str] | None:
        long = [at for at, word in enumerate(words) if len(word) >= 5]
        if not long:
            return None
        at = chance.choice(long)
        word, place, letter = words[at], chance.randint(1, len(words[at]) - 2), chance.choice(_LETTERS)
        changed = (
            word[:place] + letter + word[place + 1 :],
            word[:place] + word[place + 1 :],
            word[:place] + letter + word[place:],
            word[:place] + word[place + 1] + word[place] + word[place + 2 :],
        )
        words[at] = chance.choice(changed)
        return words

    def cut(words: list[str]) -> list[str]:
        words[-1] = words[-1][: max(3, int(len(words[-1]) * 0.6))]
        return words

    def of_characters(kind: str, lengths: tuple[int, ...]) -> list[Query]:
        pool = [prompt for prompt in prompts if prompt.lang in ("zh", "mixed")]
        found = []
        for prompt in chance.sample(pool, min(each, len(pool))):
            if long := [run for run in runs[prompt.id] if is_paired(run) and len(run) >= 4]:
                parts = []
                for length in lengths:
                    run = chance.choice(long)
                    first = chance.randint(0, len(run) - length)
                    parts.append(run[first : first + length])
                found.append(Query(kind, " ".join(parts), prompt.id))
        return found

    return [
        *of_words(EXACT, lambda words: words),
        *of_words(TYPO, misspelt),
        *of_words(PREFIX, cut),
        *of_characters(FOUR, (4,)),
        *of_characters(TWO_TWO, (2, 2)),
        *of_characters(THREE_TWO, (3, 2)),
    ]
