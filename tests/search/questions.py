"""Questions drawn from documents."""

from __future__ import annotations

import random
from collections.abc import Sequence

from glassbox.search.documents import Document
from glassbox.search.tokens import tokens


def questions(found: Sequence[Document], count: int, seed: int) -> list[str]:
    """Words out of the corpus as they stand, misspelt, begun, in pairs of characters, with words like `the`."""
    chance = random.Random(seed)
    texts = [words for one in found for passage in one.passages if (words := tokens(passage.words))]

    def asked() -> str:
        words = chance.sample(text := chance.choice(texts), min(len(text), chance.randint(1, 4)))
        way = chance.randrange(4)
        if way == 0 and len(words[0]) > 4:
            at = chance.randrange(len(words[0]) - 1)
            words[0] = words[0][:at] + words[0][at + 1] + words[0][at] + words[0][at + 2 :]
        elif way == 1:
            words[-1] = words[-1][: max(3 if words[-1].isascii() else 1, len(words[-1]) // 2)]
        elif way == 2:
            words.append(chance.choice(("the", "and", "of a", "with the")))
        return " ".join(words)

    return [asked() for _ in range(count)]
