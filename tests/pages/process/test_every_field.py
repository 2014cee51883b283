"""No field of a record is without a place on its page: each holds a value of its own, and each is read there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from glassbox.pages.exhibit import Exhibit
from glassbox.records.archive import Archive
from glassbox.records.base import Part
from glassbox.records.exhibition import Person, Reason, ReportChapter, Retired, Tool, Topic, Workshop
from glassbox.records.film import Film, Step, Team
from glassbox.records.process import Asset, BudgetLine, Decision, Option, Version

Render = Callable[[Exhibit, str], Mapping[str, Any]]


def _said(name: str) -> dict[str, str]:
    return {"en": f"{name}-in-english", "zh": f"{name}-中文"}


def _common(name: str) -> dict[str, Any]:
    return {
        "publish_reason": _said(f"{name}-reason"),
        "embargo": "2025-01-02T03:04+08:00",
        "licence": f"{name}-licence",
        "note": _said(f"{name}-note"),
        "unconfirmed": ("title",),
        "specimen": True,
        "publish": "excerpt",
    }


_COMMON_READ = ["2025-01-02 03:04", "{}-licence", "{}-note-{lang}", "{}-reason-{lang}"]


def _programme(name: str) -> dict[str, Any]:
    return {
        "id": f"{name}-id",
        "title": _said(f"{name}-title"),
        "question": _said(f"{name}-question"),
        "text": _said(f"{name}-text"),
        "records": ("LC-T002",),
        "films": ("lightcone",),
        **_common(name),
    }


_PROGRAMME_READ = ["{}-id", "{}-title-{lang}", "{}-question-{lang}", "{}-text-{lang}", "LC-T002", "film-title-{lang}"]

DECISION = {
    "id": "LC-D001",
    "date": "2026-05-03",
    "title": _said("d-title"),
    "why": _said("d-why"),
    "question": _said("d-question"),
    "options": ({"text": _said("o-text"), "take": "LC-T004", "prompt": "LC-P001@1", "version": "LC-V003"},),
    "chosen": _said("d-chosen"),
    "by": ("school",),
    "about": ("LC-A001",),
    "status": "superseded",
    "superseded_by": "LC-D002",
    "topic": "t-id",
    **_common("d"),
}
VERSION = {
    "id": "LC-V001",
    "of": "poster",
    "number": "1.10",
    "change": _said("v-change"),
    "title": _said("v-title"),
    "at": "2026-05-04T05:06",
    "by": ("school",),
    "file": "documents/x.txt",
    "decision": "LC-D001",
    "previous": "LC-V003",
    "shots": ("SQ01-0010",),
    **_common("v"),
}
LINE = {
    "id": "LC-B001",
    "category": "music",
    "currency": "JPY",
    "description": _said("b-description"),
    "planned": "1234567.89",
    "actual": "7654321.25",
    "quantity": "31.5",
    "unit": _said("b-unit"),
    "hours": "17.75",
    "tool": "idle",
    "person": "school",
    "shot": "SQ01-0010",
    **_common("b"),
}
ASSET = {
    "id": "LC-A001",
    "kind": "reference",
    "file": "refs/x.png",
    "title": _said("a-title"),
    "shots": ("SQ01-0010",),
    "digital_source_type": "digitalCreation",
    "rights": _said("a-rights"),
    "consent": _said("a-consent"),
    "press": True,
    "credit_line": _said("a-credit"),
    **_common("a"),
}
PERSON = {
    "id": "school",
    "name": "Name In Latin",
    "name_zh": "中文之名",
    "kind": "organisation",
    "country": "Country-X",
    "url": "https://example.org/person",
    "orcid": "0000-0002-1825-0097",
    "bio": _said("p-bio"),
    **_common("p"),
}
TOOL = {
    "id": "idle",
    "system": "System-X",
    "version": "9.10",
    "vendor": "Vendor-X",
    "kind": _said("k-kind"),
    "host": _said("k-host"),
    "url": "https://example.org/tool",
    **_common("k"),
}
REASON = {"id": "hands", "title": _said("r-title"), "text": _said("r-text"), **_common("r")}
RETIRED = {"id": "LC-D009", "reason": _said("g-reason"), "see": ("LC-T001",), "date": "2026-07-08"}
TEAM = {"name": _said("team-name"), "statement": _said("team-statement")}
STEP = {
    "step": _said("s-step"),
    "who": ("school",),
    "tools": ("idle",),
    "in": _said("s-in"),
    "out": _said("s-out"),
    "note": _said("s-note"),
}
WORKSHOP = {
    **_programme("w"),
    "at": "2026-06-14T07:08",
    "place": _said("w-place"),
    "topics": ("t-id",),
    "speakers": ("school",),
}

READ: dict[str, list[str]] = {
    "films/lightcone/decisions/": [
        *("LC-D001", "2026-05-03", "d-title-{lang}", "d-why-{lang}", "d-question-{lang}", "o-text-{lang}", "LC-T004"),
        *(
            "LC-P001@1",
            "LC-V003",
            "d-chosen-{lang}",
            "{school}",
            "LC-A001",
            "{superseded}",
            "LC-D002",
            "t-title-{lang}",
        ),
        *(said.replace("{}", "d") for said in _COMMON_READ),
        *("LC-D009", "g-reason-{lang}", "LC-T001", "2026-07-08"),
    ],
    "films/lightcone/trail/": [
        *("LC-V001", "{poster}", "1.10", "v-change-{lang}", "v-title-{lang}", "2026-05-04 05:06", "{school}"),
        *("LC-D001", "LC-V003", "SQ01-0010"),
        *(said.replace("{}", "v") for said in _COMMON_READ),
    ],
    "films/lightcone/budget/": [
        *("LC-B001", "{music}", "JPY", "b-description-{lang}", "1234567.89", "7654321.25", "31.5", "b-unit-{lang}"),
        *("17.75", "System-X 9.10", "{school}", "SQ01-0010"),
        *(said.replace("{}", "b") for said in _COMMON_READ),
    ],
    "films/lightcone/assets/": [
        *("LC-A001", "{reference}", "a-title-{lang}", "SQ01-0010", "digitalCreation", "a-rights-{lang}"),
        *("a-consent-{lang}", "{press}", "a-credit-{lang}"),
        *(said.replace("{}", "a") for said in _COMMON_READ),
    ],
    "films/lightcone/workflow/": [
        *("team-name-{lang}", "team-statement-{lang}", "s-step-{lang}", "{school}", "System-X 9.10"),
        *("s-in-{lang}", "s-out-{lang}", "s-note-{lang}"),
    ],
    "people/school/": [
        *("school", "Name In Latin", "中文之名", "{organisation}", "Country-X", "https://example.org/person"),
        *("0000-0002-1825-0097", "p-bio-{lang}", "s-step-{lang}", "LC-D001", "LC-V001", "LC-B001", "w-title-{lang}"),
        *(said.replace("{}", "p") for said in _COMMON_READ),
    ],
    "tools/": [
        *("idle", "System-X", "9.10", "Vendor-X", "k-kind-{lang}", "k-host-{lang}", "https://example.org/tool"),
        *(said.replace("{}", "k") for said in _COMMON_READ),
    ],
    "thrown-away/": [
        *("hands", "r-title-{lang}", "r-text-{lang}"),
        *(said.replace("{}", "r") for said in _COMMON_READ),
    ],
    "workshops/": [
        *(said.replace("{}", "w") for said in (*_PROGRAMME_READ, *_COMMON_READ)),
        *(said.replace("{}", "t") for said in (*_PROGRAMME_READ, *_COMMON_READ)),
        *("2026-06-14 07:08", "w-place-{lang}", "{school}"),
    ],
    "report/c-id/": [said.replace("{}", "c") for said in (*_PROGRAMME_READ, *_COMMON_READ)],
}
WORDS = {
    "en": {
        "superseded": "superseded",
        "poster": "poster",
        "music": "music",
        "reference": "reference",
        "press": "Offered to the press",
        "organisation": "organisation",
        "school": "Name In Latin",
        "lang": "in-english",
    },
    "zh": {
        "superseded": "已被取代",
        "poster": "海报",
        "music": "音乐",
        "reference": "参考",
        "press": "供媒体使用",
        "organisation": "机构",
        "school": "中文之名",
        "lang": "中文",
    },
}


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        (Decision, DECISION),
        (Option, DECISION["options"][0]),
        (Version, VERSION),
        (BudgetLine, LINE),
        (Asset, ASSET),
        (Person, PERSON),
        (Tool, TOOL),
        (Reason, REASON),
        (Topic, _programme("t")),
        (Workshop, WORKSHOP),
        (ReportChapter, _programme("c")),
        (Retired, RETIRED),
        (Team, TEAM),
        (Step, STEP),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else "",
)
def test_this_module_speaks_of_every_field(kind: type[Part], given: Mapping[str, Any]) -> None:
    assert set(given) == {field.alias or name for name, field in kind.model_fields.items()}


@pytest.fixture(scope="module")
def full(archive: Archive) -> Archive:
    folder = archive.films[0]
    film = Film.model_validate(
        {**folder.film.model_dump(by_alias=True), "title": _said("film-title"), "team": TEAM, "workflow": (STEP,)}
    )
    other_versions = tuple(version for version in folder.versions if version.id == "LC-V003")
    return replace(
        archive,
        people=(*archive.people[:2], Person.model_validate(PERSON)),
        tools=(*archive.tools[:2], Tool.model_validate(TOOL)),
        reasons=(archive.reasons[0], Reason.model_validate(REASON)),
        topics=(Topic.model_validate(_programme("t")),),
        workshops=(Workshop.model_validate(WORKSHOP),),
        report=(ReportChapter.model_validate(_programme("c")),),
        retired=(Retired.model_validate(RETIRED),),
        films=(
            replace(
                folder,
                film=film,
                decisions=(folder.decisions[0], Decision.model_validate(DECISION)),
                versions=(*other_versions, Version.model_validate(VERSION)),
                budget=(BudgetLine.model_validate(LINE),),
                assets=(Asset.model_validate(ASSET),),
            ),
        ),
    )


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_value_is_read_on_its_page(
    lang: str, full: Archive, rendered: Render, exhibited: Callable[..., Exhibit]
) -> None:
    pages = rendered(exhibited(full), lang)
    lacking = [
        (address, wanted)
        for address, values in READ.items()
        for wanted in (value.format(**WORDS[lang]) for value in values)
        if wanted not in pages[address].read.text
    ]
    assert not lacking
