"""No field of a record is without a place on a page: each holds a value of its own, and each is read there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from glassbox.pages.exhibit import Exhibit
from glassbox.records.archive import FilmFolder
from glassbox.records.base import Part
from glassbox.records.film import AiLabel, Captions, Credit, Film, Reported, Team
from glassbox.records.prompts import Correction, Input, Prompt, PromptSource, Revision
from glassbox.records.shots import Cut, Origin, Shot
from glassbox.records.takes import Cost, Generation, Take, Used

Render = Callable[[Exhibit, str], Mapping[str, Any]]


def _said(name: str) -> dict[str, str]:
    return {"en": f"{name}-in-english", "zh": f"{name}-中文"}


def _common(name: str) -> dict[str, Any]:
    return {
        "publish": "public",
        "publish_reason": _said(f"{name}-reason"),
        "embargo": "2025-01-02T03:04+08:00",
        "licence": f"{name}-licence",
        "note": _said(f"{name}-note"),
        "unconfirmed": ("title",),
        "specimen": True,
    }


_COMMON_READ = ["2025-01-02 03:04", "{}-licence", "{}-note-{lang}", "{}-reason-{lang}"]

FILM = {
    "slug": "lightcone",
    "code": "LC",
    "title": _said("f-title"),
    "fps": "30000/1001",
    "digital_source_type": "compositeWithTrainedAlgorithmicMedia",
    "original_title": "f-original",
    "logline": _said("f-logline"),
    "synopsis": _said("f-synopsis"),
    "resolution": "3840x1634",
    "aspect_ratio": "2.35:1",
    "duration": "61.5",
    "timecode_start": "07:00:00:00",
    "master": "never-shown.mp4",
    "captions": [{"file": "never-shown.vtt", "lang": "pt-BR", "kind": "descriptions"}],
    "trailer": "never-shown.mp4",
    "poster": "never-shown.png",
    "rights_holder": _said("f-rights"),
    "ai_label": {
        "label": "2",
        "producer": "f-producer",
        "produce_id": "f-pid",
        "propagator": "f-propagator",
        "propagate_id": "f-gid",
    },
    "start_date": "2026-05-02",
    "end_date": "2026-06-03",
    "credits": [{"person": "director", "role": _said("c-role"), "side": "both"}],
    "team": {"name": _said("t-name"), "statement": _said("t-statement")},
    "workflow": [],
    "reported": [{"text": _said("r-text"), "source": "r-source"}],
    "withheld": [],
    **_common("f"),
}
FILM_READ = [
    *("lightcone", "LC", "f-title-{lang}", "29.97", "compositeWithTrainedAlgorithmicMedia", "f-original"),
    *("f-logline-{lang}", "f-synopsis-{lang}", "3840x1634", "2.35:1", "61.5", "07:00:00:00", "pt-BR"),
    *("f-rights-{lang}", "f-producer", "f-pid", "f-propagator", "f-gid", "2026-05-02", "2026-06-03"),
    *("c-role-{lang}", "t-name-{lang}", "t-statement-{lang}", "r-text-{lang}", "r-source"),
]
SHOT = {
    "code": "SQ77-0010",
    "order": "31337",
    "sequence": "s-sequence",
    "title": _said("s-title"),
    "description": _said("s-description"),
    "storyboards": ["never-shown.png"],
    "cut_in": "4711",
    "cut_out": "4811",
    "head": "1313",
    "tail": "1414",
    "status": "omitted",
    "takes": ["LC-T777"],
    "footage": ["LC-A777"],
    "origin": {"human": "12.5", "hybrid": "37.5", "ai": "50"},
    "location": _said("s-location"),
    "characters": [_said("s-character")],
    **_common("s"),
}
SHOT_READ = [
    *("SQ77-0010", "31337", "s-sequence", "s-title-{lang}", "s-description-{lang}", "4711", "4811", "1313", "1414"),
    *("LC-T777", "LC-A777", "12.5%", "37.5%", "50%", "s-location-{lang}", "s-character-{lang}"),
]
CUTS = [
    {
        "order": "5151",
        "shot": "SQ77-0010",
        "cut_in": "6161",
        "cut_out": "6262",
        "take": "LC-T778",
        "source_in": "6363",
        "source_out": "6464",
    }
]
CUT_READ = ["5151", "6161", "6262", "LC-T778", "6363", "6464", "4711", "4811"]
TAKE = {
    "id": "LC-T001",
    "status": "rejected",
    "shots": ["SQ77-0010"],
    "purpose": _said("k-purpose"),
    "media": "never-shown.mp4",
    "prompt": "LC-P001@9",
    "footage": ["LC-A778"],
    "reason": "too-dark",
    "used": {"in": "7171", "out": "7272"},
    "generation": {
        "id": "k-job",
        "at": "2026-05-03T04:05",
        "seconds": "73.5",
        "cost": {"amount": "74.25", "currency": "JPY"},
        "optimized_prompt": "k-optimized",
    },
    "by": ["director"],
    "digital_source_type": "digitalCreation",
    "sha256": "5" * 64,
    **_common("k"),
}
TAKE_READ = [
    *("LC-T001", "SQ77-0010", "k-purpose-{lang}", "LC-P001@9", "LC-A778", "7171", "7272", "k-job", "2026-05-03 04:05"),
    *("73.5", "74.25", "JPY", "k-optimized", "digitalCreation", "5" * 64),
]
PROMPT = {
    "id": "LC-P001",
    "tool": "hailuo",
    "writer": ["director"],
    "task": "first-last-frame",
    "title": _said("p-title"),
    "shots": ["SQ77-0010"],
    "purpose": _said("p-purpose"),
    "parent": "LC-P777@3",
    "tags": ["p-tag"],
    "revisions": [
        {
            "rev": "9",
            "text": "p-words",
            "at": "2026-05-04T05:06",
            "writer": ["ghost"],
            "tool": "phantom",
            "task": "upscale",
            "translation": _said("p-translation"),
            "lang": "pt-BR",
            "negative": "p-negative",
            "seed": "0123",
            "params": {"p-param": "p-setting", "prompt_optimizer": "true"},
            "inputs": [
                {"role": "first_frame", "file": "never-shown.png", "rights": _said("i-rights")},
                {"role": "reference_video", "take": "LC-T779"},
                {"role": "reference_image", "asset": "LC-A779"},
                {"role": "last_frame", "prompt": "LC-P779@1"},
            ],
            "change": _said("p-change"),
            "excerpt": "p-excerpt",
            "corrections": [{"at": "2026-05-05", "reason": _said("x-reason"), "before": "x-before"}],
            "source": {"file": "never-shown.png", "embedded": _said("o-embedded")},
            "note": _said("v-note"),
        }
    ],
    **_common("p"),
}
PROMPT_READ = [
    *("LC-P001@9", "Hailuo 02", "p-title-{lang}", "SQ77-0010", "p-purpose-{lang}", "LC-P777@3", "p-tag", "p-words"),
    *("2026-05-04 05:06", "ghost", "phantom", "p-translation-{lang}", "pt-BR", "p-negative", "0123", "p-param"),
    *("p-setting", "i-rights-{lang}", "LC-T779", "LC-A779", "LC-P779@1", "p-change-{lang}", "p-excerpt"),
    *("2026-05-05", "x-reason-{lang}", "x-before", "o-embedded-{lang}", "v-note-{lang}", "k-optimized"),
]
ADDRESSES = {
    "films/lightcone/": ("f", FILM_READ, ("双方",), ("both sides",)),
    "films/lightcone/shots/SQ77-0010/": ("s", SHOT_READ, ("删去",), ("cut out",)),
    "films/lightcone/takes/": ("k", TAKE_READ, ("弃用", "太暗", "导演"), ("thrown away", "Too dark", "Director")),
    "prompts/LC-P001/": (
        "p",
        PROMPT_READ,
        ("首尾帧", "超分", "首帧", "尾帧", "参考视频", "参考图"),
        ("first and last frame", "upscale", "first frame", "last frame", "reference video", "reference image"),
    ),
}


def _fields(*parts: type[Part]) -> set[str]:
    return {field.alias or name for part in parts for name, field in part.model_fields.items()}


def test_the_samples_fill_every_field_there_is() -> None:
    revision = PROMPT["revisions"][0]  # type: ignore[index]
    assert set(FILM) == _fields(Film)
    assert set(FILM["captions"][0]) == _fields(Captions)  # type: ignore[index]
    assert set(FILM["credits"][0]) == _fields(Credit)  # type: ignore[index]
    assert set(FILM["team"]) == _fields(Team)  # type: ignore[call-overload]
    assert set(FILM["reported"][0]) == _fields(Reported)  # type: ignore[index]
    assert set(FILM["ai_label"]) == _fields(AiLabel)  # type: ignore[call-overload]
    assert set(SHOT) == _fields(Shot)
    assert set(SHOT["origin"]) == _fields(Origin)  # type: ignore[call-overload]
    assert set(CUTS[0]) == _fields(Cut)
    assert set(TAKE) == _fields(Take)
    assert set(TAKE["generation"]) == _fields(Generation)  # type: ignore[call-overload]
    assert set(TAKE["generation"]["cost"]) == _fields(Cost)  # type: ignore[call-overload, index]
    assert set(TAKE["used"]) == _fields(Used)  # type: ignore[call-overload]
    assert set(PROMPT) == _fields(Prompt)
    assert set(revision) == _fields(Revision)
    assert {name for one in revision["inputs"] for name in one} == _fields(Input)
    assert set(revision["corrections"][0]) == _fields(Correction)
    assert set(revision["source"]) == _fields(PromptSource)


@pytest.fixture(scope="module")
def folder(film_folder: Callable[..., FilmFolder]) -> Callable[..., FilmFolder]:
    def made(**more: Any) -> FilmFolder:
        return film_folder(film=FILM, shots=(SHOT,), takes=(TAKE,), prompts=(PROMPT,), decisions=(), **more)

    return made


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_every_field_is_read_on_its_page(
    address: str, lang: str, folder: Callable[..., FilmFolder], render: Render, exhibited: Any, archived: Any
) -> None:
    text = render(exhibited(archived(folder())), lang)[address].read.text
    name, expected, chinese, english = ADDRESSES[address]
    tag = "中文" if lang == "zh" else "in-english"
    wanted = [one.format(name, lang=tag) for one in (*expected, *_COMMON_READ)]
    missing = [one for one in (*wanted, *(chinese if lang == "zh" else english)) if one not in text]
    assert missing == []
    assert "never-shown" not in text


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_field_of_the_cut_list_is_read_on_the_shots_page_beside_the_shots_own_place(
    lang: str, folder: Callable[..., FilmFolder], render: Render, exhibited: Any, archived: Any
) -> None:
    page = render(exhibited(archived(folder(cuts=CUTS))), lang)["films/lightcone/shots/SQ77-0010/"]
    assert [one for one in CUT_READ if one not in page.read.text] == []


def test_a_shot_without_a_cut_keeps_the_one_frame_that_is_known(
    film_folder: Callable[..., FilmFolder], render: Render, exhibited: Any, archived: Any
) -> None:
    folder = film_folder(shots=({"code": "A", "order": "1", "cut_in": "4711"},))
    page = render(exhibited(archived(folder)), "en")["films/lightcone/shots/A/"]
    assert "4711" in page.read.text
