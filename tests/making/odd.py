"""An archive of bad luck: titles without end, one shot, sixty takes on another, nothing but a film's file, lost media,
words from right to left and in pictures. All of it is allowed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from PIL import Image

from making.full import write_full
from making.small import clip

AROUND = (
    "مرحبا بكم في {} وهذا سطر من اليمين إلى اليسار (2026)",
    "שלום, זה {} בשורה מימין לשמאל!",
    "👩‍🚀🎬 {} 🏮🏮🏮 𠮷𩸽 e\u0301\u0323",
    "{}",
)
ENDLESS_ZH = "在没有尽头的河面上数一盏灯又数一盏灯直到天亮也没有数完因为" * 7
ENDLESS_EN = "A title that does not end, because the river does not end, because nobody counted the lanterns; " * 3
LONG = {"zh": ENDLESS_ZH[:200], "en": ENDLESS_EN[:200]}
"""A title of 200 characters in each language."""
WORD = "lantern" * 1429
"""One unbroken word of 10,003 characters."""
ARABIC = "مصباح ورقي على نهر أسود، الكاميرا [Push in] تقترب ببطء. "
HEBREW = "פנס נייר על נהר שחור, והוא נעלם לאט. "
TAKES, REVISIONS, ROLES, LINES = 60, 40, 30, 200
FILMS = ("crowd", "lone", "bare")


def write_odd(root: Path) -> None:
    """Write it into `root`/content: a film whose every field reads from right to left or in emoji, and three more."""
    write_full(root, *AROUND)
    content = root / "content"
    _more(content / "people.yml", [
        {"id": "of-all-work", "name": "Of-All-Work " + "Wolfeschlegelstein" * 6, "name_zh": LONG["zh"][:60]},
        {"id": "in-arabic", "name": "المخرجة", "bio": ARABIC * 4},
    ])  # fmt: skip
    _more(content / "reasons.yml", [{"id": "endless", "title": LONG}, {"id": "dark", "title": "معتم جدا"}])
    _write_film(content / "films/crowd", _crowd())
    _write_film(content / "films/lone", _lone())
    _write_film(content / "films/bare", {"film.yml": _film("bare", "BA", {"zh": "空", "en": "Bare"})})
    _write_media(content / "films/crowd")
    _write_media(content / "films/sentinel")


def _film(slug: str, code: str, title: Any, **more: Any) -> dict[str, Any]:
    plain = {"fps": "24", "licence": "CC BY 4.0", "digital_source_type": "trainedAlgorithmicMedia"}
    return {"slug": slug, "code": code, "title": title, **plain, **more}


def _crowd() -> dict[str, Any]:
    film = _film(
        "crowd", "CR", LONG, logline={"zh": LONG["zh"] * 2, "en": LONG["en"] * 2}, master="master.mp4",
        start_date="2026-05-01", end_date="2026-06-01", team={"name": LONG, "statement": ARABIC * 6},
        credits=[{"person": "of-all-work", "role": f"Role {n}, 角色 {n}", "side": "both"} for n in range(ROLES)],
        workflow=[{"step": HEBREW, "who": "in-arabic", "in": ARABIC, "out": WORD[:400]}],
    )  # fmt: skip
    shots = [
        {"code": "SQ01-0010", "order": "1", "title": LONG, "description": ARABIC * 5, "cut_in": "0", "cut_out": "44",
         "takes": ["CR-T001"], "origin": {"human": "1", "hybrid": "1", "ai": "98"}},
        {"code": "SQ01-0020", "order": "2", "title": HEBREW, "cut_in": "45", "cut_out": "45"},
        {"code": "SQ01-0030", "order": "3", "title": "🏮" * 40, "cut_in": "46", "cut_out": "47", "origin": "human"},
    ]  # fmt: skip
    return {
        "film.yml": film, "shots.yml": shots, "takes.yml": [_take(n) for n in range(1, TAKES + 1)],
        "decisions.yml": _decisions(), "versions.yml": _versions(),
        "budget.yml": [_line(n) for n in range(1, LINES + 1)],
        "prompts/CR-P001.yml": _prompt("CR-P001", [WORD], LONG, "en"),
        "prompts/CR-P002.yml": _prompt("CR-P002", [(ENDLESS_ZH * 50)[:10_000]], "万字", "zh"),
        "prompts/CR-P003.yml": _prompt("CR-P003", [ARABIC * 3 + HEBREW * n for n in range(REVISIONS)], ARABIC, "ar"),
        "prompts/CR-P004.yml": _prompt("CR-P004", ["👩‍🚀" * 300 + " 𠮷" * 200], "👩‍🚀", "zh", negative=WORD[:900]),
    }  # fmt: skip


def _take(number: int) -> dict[str, Any]:
    told = (LONG, ARABIC, HEBREW * 3, "👩‍🚀" * 30, "plain", WORD[:200])[number % 6]
    prompt = ("CR-P001@1", "CR-P002@1", f"CR-P003@{1 + number % REVISIONS}", "CR-P004@1")[number % 4]
    state = {"status": "kept"} if number in (1, 31) else {"status": "alternate"} if number % 11 == 0 else {
        "status": "rejected", "reason": ("endless", "dark")[number % 2]}  # fmt: skip
    made = {"shots": ["SQ01-0010"], "prompt": prompt, "note": told, "by": "in-arabic"}
    return {"id": f"CR-T{number:03d}", **made, **state}


def _prompt(name: str, texts: list[str], title: Any, lang: str, **more: Any) -> dict[str, Any]:
    more = {"lang": lang, "params": {"x" * 60: "y" * 300}, **more}
    revisions = [
        {"rev": str(n), "text": text, "change": HEBREW if n % 2 else LONG, **more} for n, text in enumerate(texts, 1)
    ]
    plain = {"id": name, "tool": "tool-one", "writer": "of-all-work", "task": "text-to-video", "shots": ["SQ01-0010"]}
    return {**plain, "title": title, "revisions": revisions}


def _decisions() -> list[dict[str, Any]]:
    options = [{"text": LONG}, {"text": ARABIC, "take": "CR-T001"}, {"text": WORD[:300]}, {"text": "🏮" * 60}]
    return [
        {"id": "CR-D001", "date": "2026-05-12", "title": LONG, "question": LONG, "why": ARABIC * 8, "options": options,
         "chosen": "2", "by": "of-all-work", "about": [f"CR-T{n:03d}" for n in range(1, 41)]},
        {"id": "CR-D002", "date": "2026-05-13", "title": HEBREW, "why": WORD[:1200]},
    ]  # fmt: skip


def _versions() -> list[dict[str, Any]]:
    return [
        {"id": "CR-V001", "of": "script", "number": "1", "title": LONG, "change": ARABIC * 4,
         "file": "documents/one.txt"},
        {"id": "CR-V002", "of": "script", "number": "2", "title": "שתיים", "change": WORD[:500],
         "previous": "CR-V001", "file": "documents/two.txt"},
    ]  # fmt: skip


def _line(number: int) -> dict[str, Any]:
    category = ("ai-generation", "crew", "shoot", "post", "sound")[number % 5]
    told = LONG if number % 20 == 0 else ARABIC if number % 7 == 0 else f"Line {number}, 第 {number} 笔"
    return {"id": f"CR-B{number:03d}", "category": category, "currency": "CNY", "description": told,
            "planned": str(9_999_999 if number == 100 else number * 13), "actual": str(number * 17),
            "quantity": "3", "unit": HEBREW if number % 9 == 0 else "days", "person": "of-all-work"}  # fmt: skip


def _lone() -> dict[str, Any]:
    """One shot, no master, a storyboard and a take that are named and are not there."""
    title = {"zh": "ר" + LONG["zh"][:40], "en": "أطول فيلم قصير في المهرجان"}
    return {
        "film.yml": _film("lone", "LO", title, captions=[]),
        "shots.yml": [{"code": "SQ01-0010", "order": "1", "takes": ["LO-T001"]}],
        "takes.yml": [{"id": "LO-T001", "status": "kept", "shots": ["SQ01-0010"]},
                      {"id": "LO-T002", "status": "rejected", "reason": "endless", "shots": ["SQ01-0010"]}],
        "decisions.yml": [{"id": "LO-D001", "date": "2026-05-12", "title": "?", "why": "!"}],
    }  # fmt: skip


def _write_media(film: Path) -> None:
    """One clip for every take that has one: made once, stored once. Every fifth take of the crowd has none."""
    Image.linear_gradient("L").resize((180, 320)).save(_folder(film / "storyboards/SQ01-0010.png"))  # upright
    if film.name != "crowd":
        _folder(film / "takes/SN-T002.mp4").write_bytes(clip(1, 3))
        return
    (film / "master.mp4").write_bytes(clip(2, 0))
    for number in range(1, TAKES + 1):
        if number % 5 or number == 1:
            _folder(film / f"takes/CR-T{number:03d}.mp4").write_bytes(clip(1, number % 2))
    _folder(film / "documents/one.txt").write_text(ARABIC * 40 + WORD[:3000], "utf-8")
    _folder(film / "documents/two.txt").write_text(ARABIC * 30 + HEBREW * 20 + WORD[:2900], "utf-8")


def _folder(file: Path) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    return file


def _write_film(folder: Path, files: dict[str, Any]) -> None:
    for name, data in files.items():
        _folder(folder / name).write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")


def _more(file: Path, rows: list[dict[str, Any]]) -> None:
    found = yaml.safe_load(file.read_text("utf-8"))
    file.write_text(yaml.safe_dump([*found, *rows], allow_unicode=True, sort_keys=False), "utf-8")
