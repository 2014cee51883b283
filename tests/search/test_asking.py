"""Questions asked while an index is made get the answers that the browser gives."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from glassbox.search.asking import Asker
from glassbox.search.documents import Labels
from glassbox.search.index import index_files
from glassbox.search.inverting import inverted
from glassbox.search.kin import are_kin, stem_of
from making.corpus import documents
from search.questions import questions

AskNode = Callable[..., Any]
HERE = Path(__file__).parent
KIN = f"""
const {{ areKin, stemOf }} = require({json.dumps(str(HERE.parents[1] / "overrides/assets/js/search/kin.js"))});
const pairs = JSON.parse(require('node:fs').readFileSync(process.argv[2], 'utf8'));
process.stdout.write(JSON.stringify(pairs.map(([one, other]) => [areKin(one, other), stemOf(one)])));
"""


def test_python_and_browser_find_the_same_in_the_same_order(node: AskNode, tmp_path: Path) -> None:
    found = documents(900)
    index = inverted(found)
    (tmp_path / "search").mkdir()
    for path, data in index_files(found, Labels({}), index):
        (tmp_path / path).write_bytes(data)
    asked = [*questions(found, 160, seed=8), "燈籠", "the", "the of", "lantrens boat", "boat,", "", "😀"]
    (tmp_path / "calls.json").write_text(json.dumps([["find", question, {"count": 40}] for question in asked]), "utf-8")
    said = node(HERE / "engine.cjs", tmp_path, tmp_path / "calls.json")
    asker = Asker(found, index)
    differing = []
    for question, answer in zip(asked, said, strict=True):
        theirs = answer["answer"]
        ours = asker.ask(question)
        if [hit["id"] for hit in theirs["hits"]] != ours[:40] or theirs["total"] != len(ours):
            differing.append(
                (question, ours[:4], [hit["id"] for hit in theirs["hits"]][:4], len(ours), theirs["total"])
            )
    assert not differing, differing[:5]
    assert sum(bool(answer["answer"]["total"]) for answer in said) > 120


def test_forms_of_a_word_are_kin_in_both(node: AskNode, tmp_path: Path) -> None:
    words = [
        "run",
        "running",
        "runs",
        "runner",
        "city",
        "cities",
        "wooden",
        "wood",
        "dance",
        "dancing",
        "boat",
        "boats",
        "is",
    ]
    words += ["hund", "hunde", "rosso", "rossi", "car", "carpet", "see", "seed", "ab", "灯笼", "a" * 24]
    pairs = [[one, other] for one in words for other in words]
    script, asked = tmp_path / "kin.cjs", tmp_path / "pairs.json"
    script.write_text(KIN, "utf-8")
    asked.write_text(json.dumps(pairs), "utf-8")
    assert node(script, asked) == [[are_kin(one, other), stem_of(one)] for one, other in pairs]
    assert are_kin("running", "run")
    assert are_kin("cities", "city")
    assert not are_kin("car", "carpet")
    assert not are_kin("run", "run")
