"""A small archive with everything that the pages on process, people and programme show, and a way to render them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest

import glassbox
from glassbox.derivatives import Facts, Kind, Made, MadeFile, Source, Use
from glassbox.pages.addresses import Addresses
from glassbox.pages.exhibit import Exhibit
from glassbox.pages.frame import frame, house_of
from glassbox.pages.gallery import Gallery
from glassbox.pages.reader import Reader
from glassbox.pages.views.exhibition import exhibition_pages
from glassbox.pages.views.page import Page
from glassbox.pages.views.process import process_pages
from glassbox.pages.writer import Shell
from glassbox.problems import Place
from glassbox.records.archive import Archive, FilmFolder, MediaKey
from glassbox.records.disclosure import RegisterEntry
from glassbox.records.exhibition import Person, Reason, ReportChapter, Retired, Site, Tool, Topic, Workshop
from glassbox.records.film import Film
from glassbox.records.process import Asset, BudgetLine, Decision, Version
from glassbox.records.prompts import Prompt
from glassbox.records.shots import Shot
from glassbox.records.takes import Take
from glassbox.records.text import Text

OVERRIDES = Path(glassbox.__file__).parents[2] / "overrides"


def both(en: str, zh: str) -> dict[str, str]:
    return {"en": en, "zh": zh}


SITE = Site.model_validate(
    {
        "title": both("Glass Box", "玻璃盒"),
        "languages": ("zh", "en"),
        "venue": both("Fourth floor", "四楼"),
        "dates": {"start": "2026-06-14", "end": "2026-06-15"},
        "partners": [both("Partner One", "伙伴一")],
        "contact": both("Write to us", "写信给我们"),
        "media_root": "/never/shown",
        "licence": "CC BY 4.0",
    }
)
PEOPLE = (
    {
        "id": "director",
        "name": "Director",
        "name_zh": "导演",
        "bio": both("She *directs*.", "她*执导*。"),
        "specimen": "yes",
    },
    {"id": "creator", "name": "AI creator", "country": "DE", "url": "https://example.org/a", "note": "A note."},
    {"id": "school", "name": "A school", "name_zh": "一所学校", "kind": "organisation"},
)
TOOLS = (
    {"id": "hailuo", "system": "Hailuo", "version": "02", "vendor": "MiniMax", "kind": both("video model", "视频模型")},
    {"id": "editor", "system": "Editor", "version": "19", "host": "on the spot"},
    {"id": "idle", "system": "Idle", "version": "0"},
)
REASONS = (
    {"id": "flicker", "title": both("It flickers", "闪烁"), "text": both("Light that **jumps**.", "光线**跳动**。")},
    {"id": "hands", "title": both("Wrong hands", "手不对")},
)
FILM = {
    "slug": "lightcone",
    "code": "LC",
    "title": both("Lightcone", "光锥"),
    "fps": "24",
    "licence": "CC BY-NC 4.0",
    "digital_source_type": "compositeWithTrainedAlgorithmicMedia",
    "duration": "36",
    "specimen": True,
    "credits": (
        {"person": "director", "role": both("Director", "导演"), "side": "film-maker"},
        {"person": "creator", "role": both("AI creator", "AI 创作者"), "side": "ai-creator"},
    ),
    "team": {"name": both("The lantern team", "灯组"), "statement": both("We *wait*.", "我们*等*。")},
    "workflow": (
        {
            "step": both("Write", "写作"),
            "who": ("director",),
            "tools": ("editor",),
            "in": both("An idea", "一个想法"),
            "out": both("A script", "一个剧本"),
            "note": both("Three nights.", "三个夜晚。"),
        },
        {"step": "Generate", "who": ("creator",), "tools": ("hailuo",)},
    ),
}
TAKES = (
    {"id": "LC-T001", "status": "kept", "shots": ("SQ01-0010",), "prompt": "LC-P001@2", "by": ("creator",)},
    {
        "id": "LC-T002",
        "status": "rejected",
        "reason": "flicker",
        "shots": ("SQ01-0010",),
        "prompt": "LC-P001@1",
        "note": both("Too **bright**.", "太**亮**。"),
    },
    {"id": "LC-T003", "status": "rejected", "reason": "flicker", "purpose": both("A look", "影调测试")},
    {"id": "LC-T004", "status": "alternate", "shots": ("SQ01-0010",)},
)
PROMPT = {
    "id": "LC-P001",
    "tool": "hailuo",
    "writer": ("creator",),
    "task": "text-to-video",
    "title": both("Lanterns", "河灯"),
    "revisions": (
        {"rev": "1", "text": "thirteen lanterns", "lang": "en"},
        {
            "rev": "2",
            "text": "thirteen lanterns on a river",
            "lang": "en",
            "tool": "editor",
            "writer": ("director",),
            "corrections": ({"at": "2026-06-16", "reason": both("A typing error", "笔误"), "before": "thriteen"},),
        },
    ),
}
DECISIONS = (
    {
        "id": "LC-D002",
        "date": "2026-05-20T10:00+08:00",
        "title": both("How many lanterns", "几盏灯"),
        "question": both("How many lanterns on the river?", "河上该有几盏灯？"),
        "options": (
            {"text": both("Many", "很多"), "take": "LC-T002"},
            {"text": both("Thirteen", "十三盏"), "take": "LC-T001", "prompt": "LC-P001@2", "version": "LC-V002"},
        ),
        "chosen": "2",
        "why": both("They can be **counted**.", "数得**清**。"),
        "by": ("director", "creator"),
        "about": ("LC-P001@2", "SQ01-0010", "LC-V002"),
        "topic": "best-take",
    },
    {
        "id": "LC-D001",
        "date": "2026-05-14",
        "title": "Why a cone",
        "why": "Light needs *time*.",
        "chosen": both("Neither of them", "都不选"),
        "status": "superseded",
        "superseded_by": "LC-D002",
    },
)
VERSIONS = (
    {
        "id": "LC-V002",
        "of": "script",
        "number": "2",
        "change": both("She does not ask", "她没有问"),
        "previous": "LC-V001",
    },
    {"id": "LC-V001", "of": "script", "number": "1", "change": "First", "at": "2026-05-11", "by": ("director",)},
    {"id": "LC-V003", "of": "storyboard", "number": "1", "change": "Boards", "shots": ("SQ01-0010",)},
    {"id": "LC-V004", "of": "storyboard", "number": "2", "change": "Pushed", "decision": "LC-D002", "title": "Push"},
)
BUDGET = (
    {
        "id": "LC-B001",
        "category": "ai-generation",
        "currency": "CNY",
        "description": both("Credits", "积分"),
        "planned": "4000",
        "actual": "7200.50",
        "quantity": "12.5",
        "unit": both("packs", "包"),
        "hours": "7.25",
        "tool": "hailuo",
        "person": "creator",
        "shot": "SQ01-0010",
    },
    {"id": "LC-B002", "category": "crew", "currency": "CNY", "planned": "44000", "note": "Not paid yet."},
    {"id": "LC-B003", "category": "travel", "currency": "EUR", "planned": "10", "actual": "9"},
)
ASSETS = (
    {
        "id": "LC-A001",
        "kind": "still",
        "title": both("A still", "一张剧照"),
        "press": "yes",
        "credit_line": "Photo: us",
    },
    {"id": "LC-A002", "kind": "document", "title": "A paper", "rights": both("Ours", "归我们"), "consent": "Given"},
    {"id": "LC-A003", "kind": "footage", "shots": ("SQ01-0010",)},
)
TOPIC = {"id": "best-take", "title": both("The best of a thousand", "千里挑一"), "question": "How do you choose?"}
WORKSHOP = {
    "id": "day-one",
    "title": both("Day one", "第一天"),
    "at": "2026-06-14T14:00",
    "place": both("Open set", "开放片场"),
    "topics": ("best-take",),
    "speakers": ("director",),
    "records": ("LC-D002",),
    "films": ("lightcone",),
    "text": "We *talked*.",
}
CHAPTER = {
    "id": "who-is-the-author",
    "title": both("Who is the author?", "谁是作者？"),
    "question": both("When is a tool more?", "工具何时不止是工具？"),
    "text": both("See [the decision](gb:LC-D002).", "见[决定](gb:LC-D002)。"),
    "records": ("LC-D002", "LC-P001@2"),
    "films": ("lightcone",),
}
RETIRED = (
    {"id": "LC-D009", "reason": both("A mistake", "有误"), "see": ("LC-D002",), "date": "2026-06-20"},
    {"id": "LC-P009", "reason": "Asked for", "date": "2026-06-21"},
    {"id": "XX-T001", "reason": "Film gone", "date": "2026-06-22"},
)


def full_folder() -> FilmFolder:
    return FilmFolder(
        film=Film.model_validate(FILM),
        shots=(Shot.model_validate({"code": "SQ01-0010", "order": "1", "title": "River"}),),
        takes=tuple(map(Take.model_validate, TAKES)),
        prompts=(Prompt.model_validate(PROMPT),),
        decisions=tuple(map(Decision.model_validate, DECISIONS)),
        versions=tuple(map(Version.model_validate, VERSIONS)),
        budget=tuple(map(BudgetLine.model_validate, BUDGET)),
        assets=tuple(map(Asset.model_validate, ASSETS)),
    )


def full_archive() -> Archive:
    return Archive(
        site=SITE,
        people=tuple(map(Person.model_validate, PEOPLE)),
        tools=tuple(map(Tool.model_validate, TOOLS)),
        reasons=tuple(map(Reason.model_validate, REASONS)),
        topics=(Topic.model_validate(TOPIC),),
        workshops=(Workshop.model_validate(WORKSHOP),),
        report=(ReportChapter.model_validate(CHAPTER),),
        retired=tuple(map(Retired.model_validate, RETIRED)),
        films=(full_folder(),),
    )


def picture(name: str) -> Made:
    """A picture in two widths, as the derivatives would have made it."""
    source = Source(Path("/nowhere"), name, Place(name), Use.PICTURE)
    files = tuple(
        MadeFile("picture", f"media/{name}-{width}.webp", Path("/nowhere"), 900, "image/webp", width=width, height=360)
        for width in (320, 640)
    )
    return Made(source, Facts(Kind.PICTURE, 900, "0" * 64, "a" * 64, width=640, height=360), files)


def paper(count: int) -> Made:
    source = Source(Path("/nowhere"), "paper", Place("paper"), Use.DOCUMENT)
    return Made(source, Facts(Kind.DOCUMENT, count, "0" * 64, "b" * 64))


def full_gallery() -> Gallery:
    master = replace(picture("master"), facts=Facts(Kind.VIDEO, 1, "0" * 64, "c" * 64, seconds=40.0))
    return Gallery(
        made={
            MediaKey("lightcone", "master"): master,
            MediaKey("LC-T001", "media"): picture("t1"),
            MediaKey("LC-T002", "media"): picture("t2"),
            MediaKey("LC-V003", "file"): picture("v3"),
            MediaKey("LC-V004", "file"): picture("v4"),
            MediaKey("LC-A001", "file"): picture("a1"),
            MediaKey("LC-A002", "file"): paper(12_345),
            MediaKey("LC-V001", "file"): paper(60),
            MediaKey("LC-V002", "file"): paper(40),
        },
        texts={
            MediaKey("LC-V001", "file"): "She looks up. Why do they turn, she asks.",
            MediaKey("LC-V002", "file"): "She looks up. She does not ask.",
        },
        missing=frozenset({MediaKey("LC-A003", "file")}),
    )


def exhibit_of(archive: Archive, gallery: Gallery | None = None) -> Exhibit:
    register = (
        RegisterEntry("lightcone", ("LC-B007",), Text.of(both("A private fee", "私人费用")), Text.of("the end")),
        RegisterEntry("lightcone", Text.of(both("Two contracts", "两份合同")), None, datetime(2027, 1, 1).date()),
    )
    return Exhibit(
        archive=archive,
        addresses=Addresses.of_archive(archive),
        gallery=gallery or Gallery(),
        as_of=datetime(2026, 6, 14, tzinfo=UTC),
        register=register,
    )


class Walk(HTMLParser):
    """A page read as a browser reads it: text, ids, links; and whether every element is closed in its order."""

    VOID = frozenset({"meta", "link", "img", "br", "hr", "input", "source", "track", "wbr"})

    INLINE = frozenset({"a", "b", "bdi", "code", "del", "em", "i", "ins", "small", "span", "strong", "time"})

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: list[str] = []
        self.hrefs: list[str] = []
        self.styled: list[str] = []
        self.handlers: list[str] = []
        self.tags: list[str] = []
        self.faults: list[str] = []
        self._open: list[str] = []
        self._said: list[str] = []
        self.feed(html)
        self.close()
        self.faults += [f"open at the end: {tag}" for tag in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self._said += [] if tag in self.INLINE else [" "]
        self.tags.append(tag)
        self.ids += [found["id"] or ""] if "id" in found else []
        self.hrefs += [found["href"] or ""] if tag == "a" and "href" in found else []
        self.styled += [tag] if "style" in found else []
        self.handlers += [name for name in found if name.startswith("on")]
        if tag not in self.VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self._said += [] if tag in self.INLINE else [" "]
        if not self._open or self._open.pop() != tag:
            self.faults.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if not self._open or self._open[-1] not in ("script", "style"):
            self._said.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self._said).split())


@dataclass(frozen=True)
class Rendered:
    page: Page
    html: str

    @property
    def read(self) -> Walk:
        return Walk(self.html)


def render(exhibit: Exhibit, lang: str) -> Mapping[str, Rendered]:
    """Address -> page, of every page that these rooms make."""

    def reader_of(address: str, folder: FilmFolder | None) -> Reader:
        return Reader(exhibit, lang, exhibit.addresses.path(lang, address), folder)

    pages = [p for folder in exhibit.archive.films for p in process_pages(exhibit, folder, reader_of)]
    pages += exhibition_pages(exhibit, reader_of)
    house, shell = house_of(exhibit.archive, exhibit.addresses, [page.address for page in pages]), Shell(OVERRIDES)
    found: dict[str, Rendered] = {}
    for page in pages:
        around = frame(house, lang, page.address, page.title, specimen=page.specimen)
        assert page.address not in found, f"two pages at {page.address}"
        found[page.address] = Rendered(page, shell.html(page, around).decode())
    return found


@pytest.fixture(scope="session")
def archive() -> Archive:
    return full_archive()


@pytest.fixture(scope="session")
def exhibit(archive: Archive) -> Exhibit:
    return exhibit_of(archive, full_gallery())


@pytest.fixture(scope="session")
def chinese(exhibit: Exhibit) -> Mapping[str, Rendered]:
    return render(exhibit, "zh")


@pytest.fixture(scope="session")
def english(exhibit: Exhibit) -> Mapping[str, Rendered]:
    return render(exhibit, "en")


@pytest.fixture(scope="session")
def rendered() -> Callable[[Exhibit, str], Mapping[str, Rendered]]:
    return render


@pytest.fixture(scope="session")
def exhibited() -> Callable[..., Exhibit]:
    return exhibit_of
