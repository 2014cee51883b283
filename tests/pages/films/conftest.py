"""A small archive with everything that the pages of a film and the home page show, and a way to render them."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

import glassbox
from glassbox.derivatives import Facts, Kind, Made, MadeFile, Source, Use
from glassbox.pages.addresses import Addresses
from glassbox.pages.exhibit import Exhibit
from glassbox.pages.frame import frame, house_of
from glassbox.pages.gallery import Gallery
from glassbox.pages.reader import Reader
from glassbox.pages.views.films import film_pages
from glassbox.pages.views.home import home_pages
from glassbox.pages.views.page import Page
from glassbox.pages.writer import Shell
from glassbox.problems import Place
from glassbox.records.archive import Archive, FilmFolder, MediaKey
from glassbox.records.disclosure import RegisterEntry
from glassbox.records.exhibition import Person, Reason, Site, Tool
from glassbox.records.film import Film
from glassbox.records.process import Asset, BudgetLine, Decision, Version
from glassbox.records.prompts import Prompt
from glassbox.records.shots import Cut, Shot
from glassbox.records.takes import Take
from glassbox.records.text import Text

OVERRIDES = Path(glassbox.__file__).parents[2] / "overrides"
SITE = {
    "title": {"en": "Glass Box", "zh": "玻璃盒"},
    "languages": ("zh", "en"),
    "venue": {"en": "Fourth floor", "zh": "四楼"},
    "dates": {"start": "2026-06-14", "end": "2026-06-15"},
    "partners": [{"en": "Partner One", "zh": "伙伴一"}],
}
FILM: dict[str, Any] = {
    "slug": "lightcone",
    "code": "LC",
    "title": {"en": "Lightcone", "zh": "光锥"},
    "fps": "24",
    "licence": "CC BY-NC 4.0",
    "digital_source_type": "compositeWithTrainedAlgorithmicMedia",
    "logline": {"en": "A beam, a river.", "zh": "一束光，一条河。"},
    "master": "cuts/final.mp4",
    "captions": [
        {"file": "captions/zh.vtt", "lang": "zh"},
        {"file": "captions/en.srt", "lang": "en", "kind": "captions"},
    ],
    "credits": [{"person": "director", "role": {"en": "Director", "zh": "导演"}, "side": "film-maker"}],
    "team": {"name": {"en": "Team Cone", "zh": "光锥组"}, "statement": "We *count*."},
    "reported": [
        {"text": "Known to all.", "source": "https://example.org/news"},
        {"text": "Heard.", "source": "A talk"},
    ],
}
SHOTS: tuple[dict[str, Any], ...] = (
    {
        "code": "SQ01-0010",
        "order": "1",
        "title": {"en": "Star trails", "zh": "星轨"},
        "cut_in": "0",
        "cut_out": "95",
        "takes": ["LC-T001"],
        "storyboards": ["boards/a.png"],
        "origin": {"human": "60", "ai": "40"},
    },
    {"code": "SQ01-0020", "order": "2", "cut_in": "96", "cut_out": "239", "origin": "ai"},
    {"code": "SQ01-0030", "order": "3", "status": "omitted"},
)
TAKES: tuple[dict[str, Any], ...] = (
    {"id": "LC-T001", "status": "kept", "shots": ["SQ01-0010"], "prompt": "LC-P001@2"},
    {
        "id": "LC-T002",
        "status": "rejected",
        "shots": ["SQ01-0010", "SQ01-0020"],
        "prompt": "LC-P001@1",
        "reason": "too-dark",
        "note": {"en": "Only four are lit.", "zh": "只亮了四盏。"},
    },
    {"id": "LC-T003", "status": "alternate", "shots": ["LC-SQ01-0020"], "prompt": "LC-P001@2"},
    {"id": "LC-T004", "status": "rejected", "purpose": {"en": "Look test", "zh": "影调测试"}, "reason": "too-dark"},
)
PROMPTS: tuple[dict[str, Any], ...] = (
    {
        "id": "LC-P001",
        "tool": "hailuo",
        "writer": ["director"],
        "task": "text-to-video",
        "title": {"en": "River", "zh": "河"},
        "shots": ["SQ01-0010"],
        "revisions": [
            {"rev": "1", "text": "a river,\n  at night ", "lang": "en"},
            {"rev": "2", "text": "a black river, [Push in]\n  at night ", "lang": "en", "change": "Blacker."},
        ],
    },
    {
        "id": "LC-P002",
        "tool": "hailuo",
        "writer": ["director"],
        "task": "text-to-image",
        "parent": "LC-P001@2",
        "revisions": [{"rev": "1", "text": "十三盏灯", "lang": "zh"}],
    },
)
DECISIONS: tuple[dict[str, Any], ...] = (
    {
        "id": "LC-D001",
        "date": "2026-05-06",
        "title": {"en": "How many lanterns?", "zh": "几盏灯？"},
        "why": {"en": "We must be able to count them.", "zh": "要数得清。"},
        "options": [{"text": "Forty"}, {"text": {"en": "Thirteen", "zh": "十三盏"}, "take": "LC-T001"}],
        "chosen": "2",
        "by": ["director"],
        "about": ["LC-SQ01-0010"],
    },
)
VTT = "WEBVTT\n\n00:00:01.000 --> 00:00:02.500\n每一盏，都有人在等。\n"
SRT = "1\r\n00:00:01,000 --> 00:00:02,500\r\n<i>Someone</i> is waiting.\r\n"


def folder_of(**tables: Any) -> FilmFolder:
    """The sample film; a table is a sequence of maps, `film` a map of what differs."""
    rows = {"shots": SHOTS, "takes": TAKES, "prompts": PROMPTS, "decisions": DECISIONS} | tables
    return FilmFolder(
        film=Film.model_validate(FILM | rows.get("film", {})),
        shots=tuple(map(Shot.model_validate, rows["shots"])),
        takes=tuple(map(Take.model_validate, rows["takes"])),
        prompts=tuple(map(Prompt.model_validate, rows["prompts"])),
        decisions=tuple(map(Decision.model_validate, rows["decisions"])),
        versions=tuple(map(Version.model_validate, rows.get("versions", ()))),
        budget=tuple(map(BudgetLine.model_validate, rows.get("budget", ()))),
        assets=tuple(map(Asset.model_validate, rows.get("assets", ()))),
        cuts=tuple(map(Cut.model_validate, rows.get("cuts", ()))),
    )


def archive_of(*folders: FilmFolder) -> Archive:
    return Archive(
        site=Site.model_validate(SITE),
        people=(Person.model_validate({"id": "director", "name": "Director", "name_zh": "导演"}),),
        tools=(Tool.model_validate({"id": "hailuo", "system": "Hailuo", "version": "02"}),),
        reasons=(Reason.model_validate({"id": "too-dark", "title": {"en": "Too dark", "zh": "太暗"}}),),
        films=folders,
    )


def film_made(seconds: float = 10.0, stills: tuple[float, ...] = (2.0, 7.0)) -> Made:
    """A finished film as the derivatives would have made it, with stills at those seconds."""
    files = [
        MadeFile("web", "media/film.mp4", Path("/x"), 9, "video/mp4", 1280, 720, seconds),
        MadeFile("web-small", "media/small.mp4", Path("/x"), 9, "video/mp4", 640, 360, seconds),
        MadeFile("poster", "media/poster.webp", Path("/x"), 9, "image/webp", 640, 360),
        MadeFile("card", "media/card.jpg", Path("/x"), 9, "image/jpeg", 1200, 630),
        *(MadeFile("still", f"media/at-{at:g}.webp", Path("/x"), 9, "image/webp", 640, 360, at) for at in stills),
        *(MadeFile("still", f"media/a-large-{at:g}.webp", Path("/x"), 9, "image/webp", 1280, 720, at) for at in stills),
    ]
    facts = Facts(Kind.VIDEO, 9, "0" * 64, "c" * 64, codec="h264", seconds=seconds, width=1280, height=720, fps=24.0)
    return Made(Source(Path("/x"), "x", Place("x"), Use.FILM), facts, tuple(files))


def clip_made(name: str) -> Made:
    files = (
        MadeFile("poster", f"media/{name}.webp", Path("/x"), 9, "image/webp", 640, 360),
        MadeFile("playable", f"media/{name}.mp4", Path("/x"), 9, "video/mp4", 640, 360, 5.0),
        MadeFile("preview", f"media/{name}-loop.mp4", Path("/x"), 9, "video/mp4", 480, 270, 5.0),
    )
    facts = Facts(Kind.VIDEO, 9, "0" * 64, "d" * 64, codec="h264", seconds=5.0, width=640, height=360, fps=24.0)
    return Made(Source(Path("/x"), "x", Place("x"), Use.CLIP), facts, files)


def picture_made(name: str) -> Made:
    files = (MadeFile("picture", f"media/{name}.webp", Path("/x"), 9, "image/webp", 640, 360),)
    return Made(Source(Path("/x"), "x", Place("x"), Use.PICTURE), Facts(Kind.PICTURE, 9, "0" * 64, "e" * 64), files)


def full_gallery() -> Gallery:
    return Gallery(
        made={
            MediaKey("lightcone", "master"): film_made(),
            MediaKey("LC-SQ01-0010", "storyboards", 0): picture_made("board-1"),
            MediaKey("LC-SQ01-0010", "storyboards", 1): picture_made("board-2"),
            MediaKey("LC-T001", "media"): clip_made("t1"),
            MediaKey("LC-T002", "media"): clip_made("t2"),
        },
        texts={MediaKey("lightcone", "captions", 0): VTT, MediaKey("lightcone", "captions", 1): SRT},
        missing=frozenset({MediaKey("LC-T003", "media")}),
    )


def exhibit_of(archive: Archive, gallery: Gallery | None = None) -> Exhibit:
    register = (
        RegisterEntry("lightcone", Text.of({"en": "Two contracts", "zh": "两份合同"}), Text.of("Private"), None),
    )
    addresses = Addresses.of_archive(archive)
    return Exhibit(archive, addresses, gallery or Gallery(), datetime(2026, 6, 14, tzinfo=UTC), register)


class Walk(HTMLParser):
    """A page read as a browser reads it: text, ids, links, words to be copied; and whether it is well formed."""

    VOID = frozenset({"meta", "link", "img", "br", "hr", "input", "source", "track", "wbr"})
    SHAPES = frozenset({"rect", "circle", "path", "line", "image"})
    UNREAD = frozenset({"script", "style", "title"})

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: list[str] = []
        self.hrefs: list[str] = []
        self.faults: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.copied: list[str] = []
        self._open: list[str] = []
        self._said: list[str] = []
        self._copying = 0
        """How many elements were open where the words to be copied began; 0 outside them."""
        self.feed(html)
        self.close()
        self.faults += [f"open at the end: {tag}" for tag in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append((tag, found))
        if len(found) != len(attrs):
            self.faults.append(f"an attribute twice on {tag}")
        if "id" in found:
            self.ids.append(found["id"] or "")
        if tag == "a" and "href" in found:
            self.hrefs.append(found["href"] or "")
        self.faults += [f"{name} on {tag}" for name in found if name == "style" or name.startswith("on")]
        if "data-copy" in found:
            self._copying = len(self._open) + 1
            self.copied.append("")
        if tag not in self.VOID:
            self._open.append(tag)
        if tag in ("p", "li", "div", "dt", "dd", "h1", "h2", "h3", "h4", "pre"):
            self._said.append(" ")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.SHAPES:
            self.faults.append(f"<{tag}/> is no void element")
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing")
        if len(self._open) < self._copying:
            self._copying = 0

    def handle_data(self, data: str) -> None:
        if self._copying:
            self.copied[-1] += data.removeprefix("\n") if not self.copied[-1] else data
        if not self._open or self._open[-1] not in self.UNREAD:
            self._said.append(data)

    @cached_property
    def text(self) -> str:
        """Words as they are read, each white space one space."""
        return " ".join("".join(self._said).split())

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


@dataclass(frozen=True)
class Rendered:
    page: Page
    html: str

    @cached_property
    def read(self) -> Walk:
        return Walk(self.html)


Pages = Mapping[str, Rendered]
Render = Callable[[Exhibit, str], Pages]


@pytest.fixture(scope="session")
def render() -> Render:
    """All pages that are made here, of an exhibit in a language, by their address."""
    shell = Shell(OVERRIDES)

    def pages_of(exhibit: Exhibit, lang: str) -> Iterator[Page]:
        def reader_of(address: str, folder: FilmFolder | None) -> Reader:
            return Reader(exhibit, lang, exhibit.addresses.path(lang, address), folder)

        yield from home_pages(exhibit, reader_of)
        for folder in exhibit.archive.films:
            yield from film_pages(exhibit, folder, reader_of)

    def rendered(exhibit: Exhibit, lang: str) -> Pages:
        pages = list(pages_of(exhibit, lang))
        addresses = [page.address for page in pages]
        assert len(addresses) == len(set(addresses))
        house = house_of(exhibit.archive, exhibit.addresses, addresses, exhibit.gallery)
        found = {}
        for page in pages:
            its_frame = frame(
                house, lang, page.address, page.title, description=page.description, film=page.film, thing=page.thing
            )
            found[page.address] = Rendered(page, shell.html(page, its_frame).decode())
        return found

    return rendered


@pytest.fixture(scope="session")
def exhibit() -> Exhibit:
    return exhibit_of(archive_of(folder_of()), full_gallery())


@pytest.fixture(scope="session")
def english(render: Render, exhibit: Exhibit) -> Pages:
    return render(exhibit, "en")


@pytest.fixture(scope="session")
def chinese(render: Render, exhibit: Exhibit) -> Pages:
    return render(exhibit, "zh")


@pytest.fixture(scope="session")
def exhibited() -> Callable[..., Exhibit]:
    return exhibit_of


@pytest.fixture(scope="session")
def film_folder() -> Callable[..., FilmFolder]:
    return folder_of


@pytest.fixture(scope="session")
def archived() -> Callable[..., Archive]:
    return archive_of


@pytest.fixture(scope="session")
def gallery() -> Gallery:
    return full_gallery()


@pytest.fixture(scope="session")
def film_of() -> Callable[..., Made]:
    return film_made


@pytest.fixture(scope="session")
def reader(exhibit: Exhibit) -> Reader:
    """An English reader on the film's own page."""
    return Reader(exhibit, "en", "en/films/lightcone/index.html", exhibit.archive.films[0])


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, render: Callable[..., Any], exhibit: Any) -> Path:
    """The sample film's pages on disk, with a film and clips of ten seconds."""
    from imageio_ffmpeg import get_ffmpeg_exe

    tree = tmp_path_factory.mktemp("site")
    (tree / "media").mkdir()
    film = tree / "media/film.mp4"
    made = ["-f", "lavfi", "-i", "testsrc=size=320x180:rate=24:duration=10", "-pix_fmt", "yuv420p", "-g", "12"]
    subprocess.run([get_ffmpeg_exe(), "-v", "error", "-nostdin", *made, str(film)], check=True)
    for name in ("small.mp4", "t1.mp4", "t1-loop.mp4"):
        shutil.copy(film, tree / "media" / name)
    for lang in ("zh", "en"):
        for address, page in render(exhibit, lang).items():
            path = tree / exhibit.addresses.path(lang, address)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(page.html, encoding="utf-8")
    shutil.copytree(OVERRIDES / "assets", tree / "assets")
    return tree


@pytest.fixture
def opened(site: Path, chromium: Any) -> Iterator[Callable[..., Any]]:
    """Opens a page; whatever the page's own policy or scripts complain about fails the test."""
    complaints: list[str] = []
    contexts = []

    def open_page(address: str, width: int = 1440, height: int = 900, **wishes: Any) -> Any:
        """`address` may end in a search and a hash; `wishes` are the browser's."""
        folder, mark, tail = re.match(r"([^?#]*)([?#]?)(.*)", address).groups()  # type: ignore[union-attr]
        wishes = {"reduced_motion": "reduce", **wishes}
        context = chromium.new_context(viewport={"width": width, "height": height}, **wishes)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "console",
            lambda said: complaints.append(said.text) if "Content Security Policy" in said.text else None,
        )
        page.goto((site / folder / "index.html").as_uri() + mark + tail)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []
