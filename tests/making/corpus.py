"""Prompts in many languages: real ones where ../shared is there, those of the sample archive everywhere."""

from __future__ import annotations

import gzip
import json
import random
from functools import cache
from pathlib import Path

import yaml

from glassbox.search.documents import Document, Kind, Passage

REPOSITORY = Path(__file__).resolve().parents[2]
REAL = REPOSITORY.parent / "shared/data/prompts/prompts.jsonl.gz"
ODD = (
    "Ａ cat😀，full-width comma after an emoji",
    "ﬁne ﬂour Größe STRASSE naïve Ⅳ ½ x² ㎏ İstanbul ΟΔΟΣ",
    "燈籠與灯笼，後来的“后”：能工智人。",
    "がぎぐげご パーティー 한국어 프롬프트 ｶﾀｶﾅ",
    "ไม้ไผ่ हिन्दी العربية עִבְרִית",
    "𠮷野家 🏳️‍🌈 👩‍🚀 ａｂｃ１２３",
    "LC-P012@3 snake_case don't 1:02:03 3.14 #tag @who",
    "word" * 30,
    "",
    " \u200b\u00ad\ufeff\x00\x1f",
)
"""What has broken tokenisers before."""


@cache
def real_prompts() -> tuple[tuple[str, str, str], ...]:
    """(id, words, language), in an order that mixes their sources; the sample archive's where there are no others."""
    if REAL.is_file():
        with gzip.open(REAL, "rt", encoding="utf-8") as file:
            found = [(one["id"], one["text"], one["lang"]) for one in map(json.loads, file)]
    else:
        found = list(_of_the_sample())
    random.Random(2026).shuffle(found)
    return tuple(found)


def _of_the_sample() -> list[tuple[str, str, str]]:
    found = []
    for file in sorted((REPOSITORY / "content/films").glob("*/prompts/*.yml")):
        for at, revision in enumerate(yaml.safe_load(file.read_text("utf-8"))["revisions"]):
            words = revision["text"]
            found.append((f"{file.stem}@{at}", words, "en" if words.isascii() else "zh"))
    return found


def documents(count: int) -> list[Document]:
    """So many prompts as documents, some with a title, and takes made of words that have broken tokenisers before."""
    prompts = [
        Document(id, Kind.PROMPT, f"prompts/{id}/", titles=_title(at, words), passages=(Passage(lang, words),))
        for at, (id, words, lang) in enumerate(real_prompts()[:count])
    ]
    odd = [
        Document(f"T{at}", Kind.TAKE, "takes/", anchor=f"T{at}", passages=(Passage("*", words),))
        for at, words in enumerate(ODD)
    ]
    return [*prompts, *odd]


def _title(at: int, words: str) -> tuple[Passage, ...]:
    return (Passage("en", " ".join(words.split()[:4])),) if at % 3 == 0 else ()
