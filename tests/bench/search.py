"""Times and weighs search on real prompts, beside Pagefind and beside one plain lunr index, in one run.

    python tests/bench/search.py [--prompts FILE] [--count 30000] [--seed 2] [--each 300] [--shown 20] [--without …]

prints tables. FILE is JSON lines, gzipped, of {id, text, lang}. Needs Chromium, Node.js and, for Pagefind, npm with a
network. Values were tuned on the queries of seed 1; the figures of tools/README.md are those of seed 2.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from lunr import lunr
from playwright.sync_api import Browser, Page, sync_playwright
from search_queries import FOUR, THREE_TWO, TWO_TWO, Prompt, Query, queries
from search_serving import Served, served

from glassbox.doctor.chromium import find_chromium
from glassbox.doctor.node import find_node
from glassbox.publish.lean import lean
from glassbox.search.documents import Document, Kind, Labels, Passage
from glassbox.search.index import index_files
from glassbox.search.scripts import BUNDLES, engine_script
from glassbox.search.tokens import folds, normal, tokens

HERE = Path(__file__).parent
ASSETS = HERE.parents[1] / "overrides/assets"
PROMPTS = HERE.parents[2] / "shared/data/prompts/prompts.jsonl.gz"
PAGEFIND = "1.6.0"
CHINESE = (FOUR, TWO_TWO, THREE_TWO)
GOALS = {"exact": 0.97, "typo": 0.97, "prefix": 0.97, FOUR: 0.90, TWO_TWO: 0.90, THREE_TWO: 0.93}

OURS = """async (asked) => {
  const start = performance.now();
  if (!window.engine) {
    await new Promise((done, fail) => {
      const script = document.createElement('script');
      script.src = 'assets/js/search.js';
      script.onload = done;
      script.onerror = fail;
      document.head.append(script);
    });
    window.engine = glassboxSearch.open('');
  }
  const { hits } = await engine.find(asked);
  return [performance.now() - start, hits.map(({ id }) => id)];
}"""
THEIRS = """async (asked) => {
  const start = performance.now();
  if (!window.engine) {
    window.engine = await import('/pagefind/pagefind.js');
    await engine.init();
  }
  const { results } = await engine.search(asked);
  const hits = await Promise.all(results.slice(0, 10).map((hit) => hit.data()));
  return [performance.now() - start, hits.map(({ raw_url, url }) => (raw_url || url).split('/').pop())];
}"""


def read(path: Path, count: int) -> list[Prompt]:
    """So many prompts, their sources mixed."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        found = [Prompt(one["id"], one["text"], one["lang"]) for one in map(json.loads, file)]
    random.Random(2026).shuffle(found)
    return found[:count]


def row(*cells: object) -> None:
    print("| " + " | ".join(str(cell) for cell in cells) + " |", flush=True)


def write_ours(prompts: Sequence[Prompt], out: Path) -> float:
    """The index as files, and the scripts; seconds of the whole chain from words to files."""
    tokens("läuft 灯笼")  # tables that are made once
    (out / "search").mkdir(parents=True)
    start = time.perf_counter()
    documents = [
        Document(one.id, Kind.PROMPT, f"prompts/{one.id}/", passages=(Passage(one.lang, one.text),)) for one in prompts
    ]
    for path, data in index_files(documents, Labels({})):
        (out / path).write_bytes(data)
    seconds = time.perf_counter() - start
    (out / "assets/js").mkdir(parents=True)
    for bundle in BUNDLES:
        (out / bundle).write_bytes(lean(bundle, engine_script(ASSETS, bundle).encode()))
    shutil.copytree(ASSETS / "vendor", out / "assets/vendor")
    (out / "index.html").write_text("<!doctype html><title>x</title>", "utf-8")
    return seconds


def write_pagefind(prompts: Sequence[Prompt], out: Path, work: Path, node: Path) -> float:
    (work / "package.json").write_text("{}")
    command = ["npm", "install", "--no-audit", "--no-fund", "--silent", f"pagefind@{PAGEFIND}"]
    subprocess.run(command, cwd=work, check=True, capture_output=True)
    (work / "records.json").write_text(json.dumps([one.__dict__ for one in prompts]), "utf-8")
    out.mkdir()
    command = [str(node), str(HERE / "search_pagefind.mjs"), str(work / "records.json"), str(out)]
    done = subprocess.run(command, cwd=work, check=True, capture_output=True, text=True)
    for lang in ("en", "zh"):
        (out / f"{lang}.html").write_text(f'<!doctype html><html lang="{lang}"><title>x</title>', "utf-8")
    return float(done.stdout)


def write_lunr(prompts: Sequence[Prompt], out: Path) -> float:
    start = time.perf_counter()
    index = lunr(ref="id", fields=("text",), documents=[{"id": one.id, "text": one.text} for one in prompts])
    seconds = time.perf_counter() - start
    out.write_text(json.dumps(index.serialize(), ensure_ascii=False, separators=(",", ":")), "utf-8")
    return seconds


def by_kind(asked: Iterable[Query]) -> list[tuple[str, list[Query]]]:
    return [(kind, list(group)) for kind, group in groupby(asked, key=lambda query: query.kind)]


def quality(asked: Sequence[Query], found: Sequence[Sequence[str]]) -> tuple[float, float]:
    """Recall among the first ten, and the mean of one over the rank."""
    ranks = [ids.index(query.wanted) + 1 if query.wanted in ids else 0 for query, ids in zip(asked, found, strict=True)]
    return sum(rank > 0 for rank in ranks) / len(ranks), sum(1 / rank for rank in ranks if rank) / len(ranks)


def exhaustive(asked: Sequence[Query], prompts: Sequence[Prompt]) -> list[list[str]]:
    """What looking at every prompt finds: all parts as they stand, most often in the shortest first."""
    texts = [(one.id, normal(one.text)) for one in prompts if one.lang in ("zh", "mixed")]
    found = []
    for query in asked:
        parts = query.words.split()
        hits = [
            (sum(map(text.count, parts)) / len(text), id) for id, text in texts if all(part in text for part in parts)
        ]
        found.append([id for _, id in sorted(hits, reverse=True)[:10]])
    return found


def ask_all(page: Page, script: str, asked: Sequence[Query]) -> list[list[str]]:
    return [page.evaluate(script, query.words)[1] for query in asked]


def cold(
    browser: Browser, server: Served | None, address: str, script: str, asked: Sequence[Query]
) -> tuple[float, float, float]:
    """Medians over fresh browsers: bytes of a first query, of the next one, milliseconds of the first."""
    first, following, times = [], [], []
    for query, other in zip(asked, [*asked[1:], asked[0]], strict=True):
        context = browser.new_context()
        page = context.new_page()
        page.goto(address)
        if server:
            server.bytes = 0
        times.append(page.evaluate(script, query.words)[0])
        if server:
            first.append(server.bytes)
            server.bytes = 0
        page.evaluate(script, other.words)
        if server:
            following.append(server.bytes)
        context.close()
    middle: Callable[[list[float]], float] = lambda all: statistics.mean(all) if all else 0.0  # noqa: E731
    return middle(first), middle(following), statistics.median(times)


def root_size(prompts: Sequence[Prompt], work: Path) -> int:
    with tempfile.TemporaryDirectory(dir=work) as folder:
        write_ours(prompts, Path(folder, "ours"))
        return len(gzip.compress(Path(folder, "ours/search/root.js").read_bytes(), 9))


def kb(size: float) -> str:
    return f"{size / 1000:.1f} KB"


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--prompts", type=Path, default=PROMPTS)
    asked.add_argument("--count", type=int, default=30_000)
    asked.add_argument("--seed", type=int, default=2)
    asked.add_argument("--each", type=int, default=300)
    asked.add_argument("--shown", type=int, default=20, help="queries of each kind in fresh browsers")
    asked.add_argument("--without", nargs="*", choices=("pagefind", "lunr"), default=())
    options = asked.parse_args()
    prompts = read(options.prompts, options.count)
    questions = queries(prompts, options.seed, options.each)
    chromium, node = find_chromium(), find_node()
    assert chromium is not None
    assert node is not None
    folds()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        work = Path(folder)
        browser = play.chromium.launch(executable_path=str(chromium.path), args=["--no-sandbox"])
        run(work, prompts, questions, options, browser, node.path)
        browser.close()


def run(work: Path, prompts: list[Prompt], questions: list[Query], options: Any, browser: Browser, node: Path) -> None:
    print(f"{len(prompts):,} prompts, {len(questions):,} queries of seed {options.seed}\n")
    row("", "ours", "Pagefind", "one lunr index", "goal")
    row(*["---"] * 5)
    rates, answers = ["–"] * 3, {}
    rates[0] = f"{len(prompts) / write_ours(prompts, work / 'ours'):,.0f}"
    with_pagefind, with_lunr = "pagefind" not in options.without, "lunr" not in options.without
    if with_pagefind:
        rates[1] = f"{len(prompts) / write_pagefind(prompts, work / 'pagefind', work, node):,.0f}"
    if with_lunr:
        rates[2] = f"{len(prompts) / write_lunr(prompts, work / 'lunr.json'):,.0f}"
    row("records a second, whole chain", *rates, "≥ 7,000, ≥ Pagefind's")
    count = [sum(path.is_file() for path in (work / name).rglob("*")) for name in ("ours/search", "pagefind/pagefind")]
    row("files", f"{count[0]:,}", f"{count[1]:,}", 1, "≤ 8,000")
    large = len(gzip.compress((work / "ours/search/root.js").read_bytes(), 9))
    third = len(prompts) // 3
    grown = (large - root_size(prompts[:third], work)) / (len(prompts) - third)
    row("fixed part grows by", f"{grown:.2f} B a record", "", "", "≤ 0.2 B")
    if with_lunr:
        size = len(gzip.compress((work / "lunr.json").read_bytes(), 9))
        (work / "asked.json").write_text(json.dumps([query.words for query in questions]), "utf-8")
        command = [str(node), str(HERE / "search_lunr.cjs"), str(work / "lunr.json"), str(work / "asked.json")]
        said = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        answers["lunr"] = dict(zip(map(id, questions), said["found"], strict=True))
        row("the whole index; parse and load alone", "", "", f"{kb(size)}; {said['ms']:.0f} ms", "")
    with served(work / "ours") as ours, served(work / "pagefind") as theirs:
        pages = {lang: browser.new_page() for lang in ("ours", "en", "zh")}
        pages["ours"].goto(ours.address + "index.html")
        if with_pagefind:
            for lang in ("en", "zh"):
                pages[lang].goto(f"{theirs.address}{lang}.html")
        for kind, group in by_kind(questions):
            lang = "zh" if kind in CHINESE else "en"
            cells = [quality(group, ask_all(pages["ours"], OURS, group))]
            cells.append(quality(group, ask_all(pages[lang], THEIRS, group)) if with_pagefind else (0, 0))
            cells.append(quality(group, [answers["lunr"][id(one)] for one in group]) if with_lunr else (0, 0))
            best = f"; exhaustive {quality(group, exhaustive(group, prompts))[0]:.3f}" if kind in CHINESE else ""
            row(f"{kind}: recall@10, MRR", *(f"{a:.3f}, {b:.3f}" for a, b in cells), f"≥ {GOALS[kind]}{best}")
        for kind, group in by_kind(questions):
            lang, some = "zh" if kind in CHINESE else "en", group[: options.shown]
            mine = cold(browser, ours, ours.address + "index.html", OURS, some)
            their = cold(browser, theirs, f"{theirs.address}{lang}.html", THEIRS, some) if with_pagefind else (0, 0, 0)
            row(
                f"{kind}: first query, next",
                *(f"{kb(a)}, {kb(b)}" for a, b, _ in (mine, their)),
                "",
                "≤ 36 (typo 50), ≤ 20",
            )
            local = cold(browser, None, (work / "ours/index.html").as_uri(), OURS, some)
            told = f"{mine[2]:.0f} ms (file:// {local[2]:.0f})"
            row(f"{kind}: cold first query", told, f"{their[2]:.0f} ms", "", "≤ 150 ms")


if __name__ == "__main__":
    main()
