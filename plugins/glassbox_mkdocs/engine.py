"""Editorial pages of all languages; what was made of the same things before is not made again.

An engine takes seconds to start, so it is imported only when a page, a template, a setting, a version or the frame
has changed. What it made lies in `.glassbox/mkdocs/`, sealed by digest.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from glassbox.pages.editorial import Editorial, EditorialPage
from glassbox.pages.frame import House
from glassbox.problems import Place, Problem, problem
from glassbox.problems.codes.publishing import PAGE_REFUSED
from glassbox.publish.digests import code_digest, digest_of, files_digest
from glassbox_mkdocs.home import home
from glassbox_mkdocs.run import Run, engine_name, run
from glassbox_mkdocs.sources import PAGES, Source, Sources, addresses_of, sources_of

EDITORIAL_SHEET = "assets/css/editorial.css"
"""Puts the theme's style sheets into a layer below ours; made here, since their names change with its version."""
_MAKERS = ("mkdocs-material", "markdown", "pymdown-extensions", "jinja2", "pygments")


class MkDocsEngine:
    """The EditorialEngine of glassbox.pages.editorial, for one archive."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._sources: Sources | None = None

    def addresses(self, languages: Sequence[str]) -> frozenset[str]:
        return addresses_of(self._read(languages))

    def pages(self, house: House) -> Editorial:
        sources = self._read(house.addresses.languages)
        problems = list(sources.problems)
        pages: list[EditorialPage] = []
        intros: dict[str, EditorialPage] = {}
        assets: dict[str, bytes] = {}
        for lang in house.addresses.languages:
            shown = sources.shown_in(lang)
            if not shown:
                continue
            made = self._made(house, lang, shown)
            problems += _problems(made.said, lang, shown)
            assets |= {name: text.encode() for name, text in made.sheets.items()}
            for page in _pages(made, lang, shown):
                if page.address:
                    pages.append(page)
                else:
                    intros[lang] = page
        if assets:
            assets[EDITORIAL_SHEET] = _sheet(sorted(assets)).encode()
        return Editorial(tuple(pages), intros, assets, tuple(dict.fromkeys(problems)))

    def _read(self, languages: Sequence[str]) -> Sources:
        if self._sources is None or tuple(self._sources.by_lang) != tuple(languages):
            self._sources = sources_of(self._root, languages)
        return self._sources

    def _made(self, house: House, lang: str, shown: dict[str, Source]) -> Run:
        work = self._root / ".glassbox" / "mkdocs"
        kept, key = work / f"{lang.lower()}.json", _key(house, lang, shown)
        if (old := _load(kept, key)) is not None:
            return old
        made = run(house, lang, shown, work / lang.lower())
        if not made.said:
            _keep(kept, key, made)
        return made


def _key(house: House, lang: str, shown: dict[str, Source]) -> str:
    """Digest of everything that a run is made from."""
    texts = [(source.path, digest_of(source.text.encode())) for source in shown.values()]
    templates = [(f.relative_to(home()).as_posix(), f) for f in (home() / "overrides").rglob("*.html")]
    own = files_digest([*templates, ("mkdocs.yml", home() / "mkdocs.yml")])
    makers = [(name, _version(name)) for name in (engine_name(), *_MAKERS)]
    code = code_digest("glassbox.pages", "glassbox.records", "glassbox_mkdocs")
    return hashlib.sha256(repr((house.key, lang, texts, own, makers, code)).encode()).hexdigest()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _load(kept: Path, key: str) -> Run | None:
    """What was made under this key; None where it is missing, of another key, or damaged."""
    try:
        seal, _, body = kept.read_bytes().partition(b"\n")
    except OSError:
        return None
    return Run(**json.loads(body)) if seal.decode("ascii", "replace") == f"{key} {digest_of(body)}" else None


def _keep(kept: Path, key: str, made: Run) -> None:
    body = json.dumps(asdict(made), ensure_ascii=False).encode()
    kept.parent.mkdir(parents=True, exist_ok=True)
    aside = kept.with_name(f"{kept.name}.new")
    aside.write_bytes(f"{key} {digest_of(body)}\n".encode() + body)
    os.replace(aside, kept)


def _pages(made: Run, lang: str, shown: dict[str, Source]) -> Iterator[EditorialPage]:
    for source in shown.values():
        html = made.pages.get(source.address) if source.address else made.intro
        if html is not None:
            title = made.titles.get(source.address, "")
            yield EditorialPage(source.address, lang, source.path, source.text, html, title)


def _problems(said: list[str], lang: str, shown: dict[str, Source]) -> Iterator[Problem]:
    """What the engine complains of, at the page and line where it can be found."""
    for sentence in said:
        words = re.sub(r"\s+", " ", sentence.replace(str(home()), "").strip())
        name = next((name for name in shown if name in sentence), "")
        place = Place(f"{PAGES}/{lang}")
        if name:
            quoted = [part for part in re.findall(r"'([^']+)'", sentence) if part != name]
            place = Place(shown[name].path, _line(shown[name].text, quoted))
        yield problem(place, PAGE_REFUSED, said=words if words.endswith((".", "!", "。")) else f"{words}.")


def _line(text: str, quoted: list[str]) -> int:
    lines = text.split("\n")
    return next((n for part in quoted for n, line in enumerate(lines, 1) if part in line), 0)


def _sheet(names: list[str]) -> str:
    imports = "".join(f'@import url("../{name.removeprefix("assets/")}") layer(theme);\n' for name in names)
    return f"/* The theme lies below everything of ours, whatever its selectors weigh. */\n{imports}"
