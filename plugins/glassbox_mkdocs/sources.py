"""The Markdown files of content/pages, looked at before an engine may open them.

MkDocs follows links and copies whatever lies beside a page; so what is no plain page is told and kept from it.
"""

from __future__ import annotations

import stat
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from glassbox.problems import Place, Problem, problem
from glassbox.problems.codes.publishing import (
    ADDRESS_TAKEN,
    NOT_A_PAGE,
    PAGE_HEAD,
    PAGE_LINKED,
    PAGE_NAME,
    PAGE_NOT_TEXT,
    PAGE_REFUSED,
    PAGE_UNTRANSLATED,
)
from glassbox.records.terms import RESERVED_NAMES, SLUG
from glassbox.records.text import CONTROL
from glassbox_mkdocs.head import BadHead, Head, head_of

PAGES = "content/pages"
LARGEST = 2_000_000  # bytes of a page; a book has fewer


@dataclass(frozen=True)
class Source:
    """A page as its author wrote it."""

    name: str
    """Below its language's folder: `about.md`."""
    lang: str
    file: Path
    text: str
    """All that the file says."""
    head: Head = field(default_factory=Head)

    @property
    def path(self) -> str:
        """Relative to the archive."""
        return f"{PAGES}/{self.lang}/{self.name}"

    @property
    def address(self) -> str:
        return address_of(self.name)


@dataclass(frozen=True)
class Sources:
    by_lang: Mapping[str, Mapping[str, Source]]
    problems: tuple[Problem, ...]

    def shown_in(self, lang: str) -> dict[str, Source]:
        """Every page's source for the readers of a language; another language's where it has none."""
        names = {name for sources in self.by_lang.values() for name in sources}
        order = [lang, *(other for other in self.by_lang if other != lang)]
        return {
            name: next(self.by_lang[tag][name] for tag in order if name in self.by_lang.get(tag, {}))
            for name in sorted(names)
        }


def address_of(name: str) -> str:
    """`about.md` -> `about/`; `index.md` -> the home page's."""
    stem = name.removesuffix(".md")
    return "" if stem == "index" else f"{stem.removesuffix('/index')}/"


def sources_of(root: Path, languages: Sequence[str]) -> Sources:
    """All pages of an archive, in each language of its site."""
    problems: list[Problem] = []
    # `zh.md` would lie where the home page of another language does.
    taken = {f"{lang.lower()}/" for lang in languages}
    by_lang = {lang: _one_an_address(_of_language(root, lang, problems), taken, problems) for lang in languages}
    problems += _untranslated(by_lang)
    return Sources(by_lang, tuple(problems))


def _of_language(root: Path, lang: str, problems: list[Problem]) -> Iterator[tuple[str, Source]]:
    folder = root / PAGES / lang
    for above in (root / "content", root / PAGES, folder):
        if above.is_symlink():
            problems.append(problem(Place(above.relative_to(root).as_posix()), PAGE_LINKED))
            return
    for file in _files(folder, root, problems):
        place = Place(file.relative_to(root).as_posix())
        name = file.relative_to(folder).as_posix()
        if file.suffix != ".md":
            problems.append(problem(place, NOT_A_PAGE))
        elif bad := next((part for part in name.removesuffix(".md").split("/") if not _is_plain(part)), None):
            problems.append(problem(place, PAGE_NAME, name=bad))
        elif file.stat().st_size > LARGEST:
            problems.append(problem(place, PAGE_REFUSED, said=f"{file.stat().st_size} bytes > {LARGEST}."))
        elif (text := _text(file)) is None:
            problems.append(problem(place, PAGE_NOT_TEXT))
        else:
            try:
                head = head_of(text)
            except BadHead as error:
                problems.append(problem(Place(place.path, error.line), PAGE_HEAD, said=str(error)))
            else:
                yield name, Source(name, lang, file, text, head)


def _one_an_address(pages: Iterator[tuple[str, Source]], taken: set[str], problems: list[Problem]) -> dict[str, Source]:
    """Those of the pages whose address is free: `a.md` and `a/index.md` want the same one."""
    free: dict[str, Source] = {}
    addresses: set[str] = set()
    for name, source in pages:
        if source.address in addresses or f"{source.address.split('/')[0]}/" in taken:
            problems.append(problem(Place(source.path), ADDRESS_TAKEN, address=source.address))
        else:
            addresses.add(source.address)
            free[name] = source
    return free


def _text(file: Path) -> str | None:
    """Words in UTF-8 with plain line ends; None where they are none."""
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    return None if CONTROL.search(text) else text.replace("\r\n", "\n").replace("\r", "\n")


def _files(folder: Path, root: Path, problems: list[Problem]) -> Iterator[Path]:
    """Regular files below a folder, dotted ones passed by, links told."""
    if not folder.is_dir():
        return
    for file in sorted(folder.iterdir()):
        if file.name.startswith("."):
            continue
        mode = file.lstat().st_mode
        if stat.S_ISLNK(mode):
            problems.append(problem(Place(file.relative_to(root).as_posix()), PAGE_LINKED))
        elif stat.S_ISDIR(mode):
            yield from _files(file, root, problems)
        elif stat.S_ISREG(mode):
            yield file


def _is_plain(part: str) -> bool:
    return bool(SLUG.fullmatch(part)) and part.upper() not in RESERVED_NAMES


def _untranslated(by_lang: Mapping[str, Mapping[str, Source]]) -> Iterator[Problem]:
    names = {name for sources in by_lang.values() for name in sources}
    for name in sorted(names):
        written = [lang for lang in by_lang if name in by_lang[lang]]
        for lang in by_lang:
            if lang not in written:
                place = Place(by_lang[written[0]][name].path)
                yield problem(place, PAGE_UNTRANSLATED, lang=lang, wanted=f"{PAGES}/{lang}/{name}")


def addresses_of(sources: Sources) -> frozenset[str]:
    """Addresses of the pages, but the home page's, which is made from records."""
    return frozenset(s.address for pages in sources.by_lang.values() for s in pages.values()) - {""}
