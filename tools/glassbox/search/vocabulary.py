"""What is suggested while somebody types: names that the archive uses itself, Chinese ones also by their pinyin.

Runs of Chinese characters in titles and names are kept with a syllable for each character, so that the browser finds
any part of them by syllables, by initials or by both: `denglong`, `dl`, `dlong` are 灯笼 in 河边的灯笼.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from glassbox.search.documents import Document, Labels
from glassbox.search.tokens import normal

MOST_RUNS = 4_000
"""The most frequent ones; an archive of ten thousand titles has no more that somebody would look for so."""
NAMED = ("film", "tool", "writer", "reason", "camera")
"""Facets whose values are suggested by their names."""
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]{2,}")


def vocabulary(documents: Iterable[Document], labels: Labels) -> bytes:
    """JSON: `{"runs": [[characters, syllables, how often]], "names": [{language: name}]}`, frequent runs first."""
    names = [label for facet in NAMED for label in labels.of.get(facet, {}).values() if any(label.values())]
    runs = Counter(_runs(documents))
    for name in names:
        runs.update(run for words in set(name.values()) for run in _HAN.findall(normal(words)))
    found = sorted(runs.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_RUNS]
    said = {
        "runs": [[run, " ".join(syllables(run)), often] for run, often in found],
        "names": sorted(({lang: words for lang, words in name.items() if words} for name in names), key=repr),
    }
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()


def syllables(run: str) -> list[str]:
    """One for each character, without tones, `v` for ü: `["deng", "long"]`."""
    from pypinyin import Style, lazy_pinyin  # its tables take half a second, and most commands need none

    return lazy_pinyin(run, style=Style.NORMAL)


def _runs(documents: Iterable[Document]) -> Iterator[str]:
    """Of titles, each once a document."""
    for document in documents:
        yield from {run for title in document.titles for run in _HAN.findall(normal(title.words))}
