"""Each rule's sentence, met by a real fault, in both languages: what was found, and what to write instead."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from glassbox.loading import rules
from glassbox.loading.binding import bind
from glassbox.loading.binding_strays import MOST_LINES
from glassbox.loading.marks import Mark, Marks
from glassbox.problems import Code
from glassbox.problems.codes import rules as codes
from glassbox.records.archive import Archive
from making.archives import archive, decision, film, marks_of, prompt, shot, take

HIDDEN = "A glass harbour at dawn, seen through seven fishing nets"
RETIRED = [{"id": "LC-T001", "reason": {"en": "a face", "zh": "有人脸"}, "date": "2026-06-01"}]
CUTS = {"cut_in": "0", "cut_out": "24"}
WITHHELD = {"publish": "withheld", "publish_reason": "x"}
EMBARGO = {"embargo": "2099-01-01T00:00+08:00"}


def noted(text: str) -> Archive:
    return archive(film(takes=[take(note=text)]))


FAULTS: dict[Code, Callable[[], Archive]] = {
    codes.UNKNOWN: lambda: archive(film(takes=[take(by=["zoë"])])),
    codes.UNKNOWN_BUT_NEAR: lambda: archive(film(prompts=[prompt(tool="video-modle")])),
    codes.UNKNOWN_REVISION: lambda: archive(film(prompts=[prompt()], takes=[take(prompt="LC-P001@2")])),
    codes.WITHDRAWN_NAMED: lambda: archive(film(decisions=[decision(about=["LC-T001"])]), retired=RETIRED),
    codes.CHOICE_UNKNOWN: lambda: archive(film(decisions=[decision(options=[{"text": "a"}], chosen="2")])),
    codes.UNCONFIRMED_UNKNOWN: lambda: archive(film({"unconfirmed": ["titel"]})),
    codes.SAME_BUT_FOR_CASE: lambda: archive(film({"slug": "lc-t001"}, takes=[take()])),
    codes.OTHER_FILMS_ID: lambda: archive(film({"code": "NG"}, takes=[take()])),
    codes.FILM_CODE_TWICE: lambda: archive(film(), film({"slug": "other"})),
    codes.FILM_SLUG_TWICE: lambda: archive(film(), film({"code": "XX"})),
    codes.SHOT_SHAPED_LIKE_ID: lambda: archive(film(shots=[{"code": "T001", "order": "1"}])),
    codes.RESERVED_NAME: lambda: archive(film({"slug": "nul"})),
    codes.REVISION_TWICE: lambda: archive(film(prompts=[prompt(revisions=[{"rev": "1", "text": "a"}] * 2)])),
    codes.REVISIONS_NOT_RISING: lambda: archive(
        film(prompts=[prompt(revisions=[{"rev": "2", "text": "a"}, {"rev": "1", "text": "b"}])])
    ),
    codes.CIRCLE: lambda: archive(film(prompts=[prompt(parent="LC-P001")])),
    codes.CUT_FALLING: lambda: archive(film(shots=[shot(cut_in="9", cut_out="3")])),
    codes.CUTS_OVERLAP: lambda: archive(film(shots=[shot(1, **CUTS), shot(2, **CUTS)])),
    codes.CUT_LEAVES_FILM: lambda: archive(film({"duration": "0.50"}, shots=[shot(**CUTS)])),
    codes.SITE_ZONE_UNKNOWN: lambda: archive(site={"timezone": "Shanghai"}),
    codes.REJECTED_WITHOUT_REASON: lambda: archive(film(takes=[take(1, "rejected")])),
    codes.FILM_TAKE_NOT_KEPT: lambda: archive(
        film(shots=[shot(takes=["LC-T001"])], takes=[take(1, "pending", shots=["SQ01-0010"])])
    ),
    codes.FILM_TAKE_OF_OTHER_SHOT: lambda: archive(film(shots=[shot(takes=["LC-T001"])], takes=[take()])),
    codes.KEPT_TAKE_NOT_IN_FILM: lambda: archive(film(shots=[shot()], takes=[take(shots=["SQ01-0010"])])),
    codes.DATE_OUTSIDE_PRODUCTION: lambda: archive(film({"end_date": "2026-05-01"}, decisions=[decision()])),
    codes.DAYS_FALLING: lambda: archive(film({"start_date": "2026-05-02", "end_date": "2026-05-01"})),
    codes.LANGUAGE_MISSING: lambda: archive(film({"logline": {"en": "Light."}})),
    codes.PUBLISH_REASON_MISSING: lambda: archive(film(takes=[take(publish="withheld")])),
    codes.SECRET: lambda: noted("password=hunter22"),
    codes.PHONE_NUMBER: lambda: noted("13800138000"),
    codes.IDENTITY_NUMBER: lambda: noted("11010519491231002X"),
    codes.MAIL_ADDRESS: lambda: noted("wang@example.cn"),
    codes.LOCAL_PATH: lambda: noted("/Users/wang/ref.png"),
    codes.HIDDEN_QUOTED: lambda: archive(film(prompts=[prompt(text=HIDDEN, **WITHHELD)], takes=[take(note=HIDDEN)])),
    codes.EMBARGOED_NAMED: lambda: archive(film(prompts=[prompt(**EMBARGO)], takes=[take(note="see LC-P001")])),
    codes.WITHHELD_NAMED: lambda: archive(film(prompts=[prompt(**WITHHELD)], takes=[take(note="see LC-P001")])),
    codes.UNTIL_PASSED: lambda: archive(film({"withheld": [{"what": "score", "why": "x", "until": "2020-01-01"}]})),
    codes.WITHDRAWN_BUT_SHOWN: lambda: archive(film(takes=[take()]), retired=RETIRED),
    codes.RELEASED_LANGUAGE_GONE: lambda: archive(film(), site={"languages": ["fr"]}),
    codes.RELEASED_GONE: lambda: archive(),
    codes.RELEASED_TEXT_CHANGED: lambda: archive(film(prompts=[prompt(text="changed")])),
    codes.LOCK_BROKEN: lambda: archive(film()),
    codes.CASE_DIFFERS: lambda: archive(film(takes=[take(media="takes/loose.MP4")])),
    codes.LEADS_OUT: lambda: archive(film(shots=[shot(footage=["../../x.mov"])])),
    codes.NOT_A_FILE: lambda: archive(film(takes=[take(media="takes")])),
    codes.DIGEST_DIFFERS: lambda: archive(film(takes=[take(media="takes/loose.mp4", sha256="0" * 64)])),
    codes.BOUND_TWICE: lambda: archive(film(takes=[take(7)])),
    codes.FILE_UNBOUND: lambda: archive(film()),
    codes.FILES_UNBOUND: lambda: archive(film()),
    codes.ENTRY_REFUSED: lambda: archive(film()),
}
"""A fault of each kind. FOLDER_IS_NOT_SLUG needs a folder, and has a test of its own below."""


def files_for_faults(root: Path) -> None:
    """A media folder with loose files, a pipe and two clips of one take; a lock of what once was released."""
    takes = root / "content/films/lightcone/takes"
    takes.mkdir(parents=True)
    for name in ("loose.mp4", "LC-T007.mp4", "LC-T007.mov", *(f"{n}.mp4" for n in range(MOST_LINES))):
        (takes / name).write_bytes(b"x")
    os.mkfifo(takes / "pipe.mp4")
    lock = f"lightcone en\nLC-P001 en 1={'0' * 64}\nbroken\n"
    (root / "content/ids.lock").write_text(lock, "utf-8")


@pytest.mark.parametrize("code", FAULTS, ids=lambda code: code.name)
def test_each_fault_is_told_in_both_languages(tmp_path: Path, code: Code) -> None:
    files_for_faults(tmp_path)
    whole = FAULTS[code]()
    marks = marks_of(whole)
    found = [*rules.check(whole, marks, tmp_path), *bind(whole, marks, tmp_path, lambda _: "1" * 64)[1]]
    told = [problem for problem in found if problem.code is code]
    assert told, [problem.line("en") for problem in found]
    for problem in told:
        en, zh = problem.sentence("en"), problem.sentence("zh")
        assert re.search(r"[.!]$", en)
        assert zh.endswith("。")
        assert re.search("[\u4e00-\u9fff]", zh)
        for fact in problem.facts.values():
            assert fact in en
        assert not re.search(r"[{}]", en + zh)


def test_a_sentence_names_the_cure() -> None:
    """Both languages ask for something: in Chinese with 请, in English with a verb that starts a clause."""
    verbs = "Write|Add|Give|Take|Name|List|Let|Correct|Replace|Put|Bring|Restore|Did you mean|Say"
    for code in vars(codes).values():
        if isinstance(code, Code):
            assert re.search(rf"(?:[.;] |^)(?:{verbs})\b", code.en), code.en
            assert "请" in code.zh, code.zh


def test_a_folder_that_is_not_called_as_its_film_is_told_in_both_languages(tmp_path: Path) -> None:
    marks = Marks({"lightcone": Mark("content/films/lightcones/film.yml", "2")})
    [problem] = rules.check(archive(film()), marks, tmp_path)
    assert problem.code is codes.FOLDER_IS_NOT_SLUG
    assert "“slug: lightcones”" in problem.sentence("zh")


def test_every_code_of_the_rules_has_such_a_fault() -> None:
    known = {code for code in vars(codes).values() if isinstance(code, Code)}
    assert known - {codes.FOLDER_IS_NOT_SLUG} == set(FAULTS)
