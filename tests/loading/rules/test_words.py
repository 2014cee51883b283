"""What records say: languages, what is kept back, secrets, personal data."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from glassbox.loading.rules import personal, secrets
from glassbox.problems.codes import rules as codes
from making.archives import archive, film, prompt, shot, take

JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N"
SECRETS = [
    ("use sk-proj-FAKE0000GBXCANARY0000000000000000000000000000 here", "FAKE0000"),
    ("AKIAFAKEGBXCANARY000", "FAKEGBX"),
    ("ghp_abcdefghijklmnopqrstuvwxyz0123456789", "abcdefgh"),
    (f"Authorization: Bearer {JWT}", "dozjgNryP4J3"),
    ("看这里" + JWT + "对", "dozjgNryP4J3"),
    ("-----BEGIN RSA PRIVATE KEY-----", None),
    ("https://user:hunter2@render.internal/job", "hunter2"),
    ("password=hunter22", "hunter22"),
    ("PASSWORD = 'correct-horse'", "correct-horse"),
    ('{"api_key": "a8f3k2m9x0"}', "a8f3k2m9x0"),
    ("token：ab12cd34ef56", "ab12cd34ef56"),
    ("密码：hunter2abc", "hunter2abc"),
    ("MiniMax key is Zx81kQp20LmN7vRt5WyB3uHs", "Zx81kQp20"),
    ("secret d41d8cd98f00b204e9800998ecf8427e", "d41d8cd98"),
    ("LTAI5tFakeFakeFakeFake", "FakeFake"),
]


@pytest.mark.parametrize(("text", "hidden"), SECRETS)
def test_a_secret_stops_the_build_and_is_not_repeated(told: Any, text: str, hidden: str | None) -> None:
    lines = told(archive(film(prompts=[prompt(text=f"a lamp, {text}")])))
    assert [line for line in lines if line.endswith("[GB-E078]")], lines
    assert all("'revisions.1.text'" in line for line in lines)
    assert not any(hidden and hidden in line for line in lines)


NOT_SECRET = [
    "the key light is warm, key frame at 12, token of love, secret: everything glows",
    "password = [redacted], token=$TOKEN, api_key: <your key>, 密码：******",
    "max_tokens: 1500, tokens = 20000",
    "[Push in] task-oriented desk-lamp-on-the-window-sill, risk-taking 2026",
    "LC_KV_final_20260512_v03_approved_for_print.png",
    "https://example.org/films/lightcone?key=1",
    "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752",
    "一盏灯在黑色的河面上缓慢漂浮，钥匙与密码都沉在水底：没有人知道",
    "1girl, masterpiece:1.2, (key:1.3), secret garden:0.8",
]


@pytest.mark.parametrize("text", NOT_SECRET)
def test_words_about_keys_are_no_keys(text: str) -> None:
    assert list(secrets.found_in(text)) == []


def test_a_setting_with_a_key_is_found_by_its_name(told: Any) -> None:
    revision = {"rev": "1", "text": "t", "params": {"duration": "6", "api_key": "hunter22", "token": "[redacted]"}}
    [line] = told(archive(film(prompts=[prompt(revisions=[revision])])))
    assert "'revisions.1.params.api_key'" in line
    assert "hunter22" not in line


def test_a_secret_is_found_in_every_kind_of_record_and_in_the_site(told: Any) -> None:
    key = "ghp_abcdefghijklmnopqrstuvwxyz0123456789"
    whole = archive(
        film({"logline": {"en": key, "zh": "好"}}, takes=[take(note=key, by=[key])]),
        site={"venue": key},
        retired=[{"id": "LC-T009", "reason": key, "date": "2026-06-01"}],
    )
    lines = told(whole)
    assert sum(line.endswith("[GB-E078]") for line in lines) == 5
    assert not any(key in line for line in lines)


def test_the_first_look_finds_whatever_the_patterns_find() -> None:
    for text, _ in SECRETS:
        assert secrets._may_hold_one(f"a lamp, {text}"), text


PERSONAL = [
    ("call 13800138000", "GB-W079", "138****00"),
    ("电话：+86 138-0013-8000。", "GB-W079", "138****00"),
    ("ID 11010519491231002X", "GB-W080", "110***2X"),
    ("wang@example.cn", "GB-W081", "w***@example.cn"),
    (r"ref at C:\Users\wang\Desktop\ref.png", "GB-W082", r"C:\Users\…"),
    ("ref at /Users/wang/Desktop", "GB-W082", "/Users/…"),
    ("见/home/wang/参考.png", "GB-W082", "/home/…"),
    ("file:///D:/ref.png", "GB-W082", "file:///…"),
]


@pytest.mark.parametrize(("text", "code", "masked"), PERSONAL)
def test_personal_data_is_told_but_not_repeated(told: Any, text: str, code: str, masked: str) -> None:
    [line] = told(archive(film(takes=[take(note=text)])))
    assert line.endswith(f"[{code}]")
    assert f"({masked})" in line


@pytest.mark.parametrize(
    "text",
    ["seed 1380013800055", "110105194912310021", "poster@2x.png", "LC-P001@2.", "https://example.org/home/wang/",
     "films/Users/readme", "a day at home/garden", "21:9 at 1920x1080"],
)  # fmt: skip
def test_other_numbers_and_paths_are_nobodys(text: str) -> None:
    assert list(personal.found_in(text)) == []


def test_the_contact_of_the_site_and_a_seed_are_meant_to_be_read(told: Any) -> None:
    whole = archive(
        film(prompts=[prompt(revisions=[{"rev": "1", "text": "t", "seed": "13800138000"}])]),
        site={"contact": "archive@example.org"},
    )
    assert told(whole) == []


def test_a_language_that_is_missing_is_told_once_a_field(told: Any) -> None:
    whole = archive(film({"logline": {"en": "Light."}, "synopsis": "Serves all."}, takes=[take(note={"zh": "好"})]))
    first, second = told(whole)
    assert "lightcone has no zh in 'logline'" in first
    assert "LC-T001 has no en in 'note'" in second
    assert second.endswith("[GB-W076]")


def test_a_site_of_one_language_lacks_none(told: Any) -> None:
    assert told(archive(film({"logline": {"zh": "光"}}), site={"languages": ["en"]})) == []


def test_a_translation_need_not_be_in_the_language_of_the_words(told: Any) -> None:
    def of(lang: str) -> Any:
        revision = {"rev": "1", "text": "灯", "lang": lang, "translation": {"en": "a lamp"}}
        return archive(film(prompts=[prompt(revisions=[revision])]))

    assert told(of("zh")) == []
    assert len(told(of("ja"))) == 1


def test_what_is_not_public_says_why(told: Any) -> None:
    [line] = told(archive(film(prompts=[prompt(publish="withheld")])))
    assert line.endswith("[GB-E077]")


@pytest.mark.parametrize(
    "what",
    [
        "LC-T001, LC-T002", "LC-T001 and LC-T909", "LC-T001和LC-T002", "SQ01-0010", "LC-P001@1；LC-T001",
        "people/director", {"en": "LC-T001", "zh": "镜次一"},
    ],
)  # fmt: skip
def test_records_that_are_withheld_in_words_alone_would_be_shown(problems: Any, what: Any) -> None:
    folder = film(
        {"withheld": [{"what": what, "why": "her face"}, {"what": "Her face in LC-T001", "why": "she asked"}]},
        takes=[take(1, "pending"), take(2, "pending")], shots=[shot()], prompts=[prompt()],
    )  # fmt: skip
    [told] = [told for told in problems(archive(folder)) if told.is_error]
    assert told.sentence("en").startswith("lightcone should have a list in 'withheld.1.what'.")
    assert told.about == "lightcone"


def test_a_day_of_withholding_that_passed_is_told(told: Any) -> None:
    withheld = [
        {"what": ["LC-T001"], "why": "premiere", "until": "2026-06-12"},
        {"what": "the contract", "why": "rights", "until": "2026-06-13"},
        {"what": "the score", "why": "rights", "until": "when the label agrees"},
    ]
    [line] = told(archive(film({"withheld": withheld}, takes=[take()])))
    assert "lightcone withholds LC-T001 until 2026-06-12" in line
    # In Shanghai it is the 14th already.
    assert len(told(archive(film({"withheld": withheld}, takes=[take()])), datetime(2026, 6, 13, 17, tzinfo=UTC))) == 2


def test_a_withdrawn_record_is_not_shown_but_may_be_written_and_withheld(told: Any) -> None:
    retired = [{"id": "LC-T001", "reason": "a face", "date": "2026-06-01"}]
    [line] = told(archive(film(takes=[take()]), retired=retired))
    assert line.endswith("[GB-E088]")
    hidden = take(publish="withheld", publish_reason="a face")
    assert told(archive(film(takes=[hidden]), retired=retired)) == []


def test_an_unknown_zone_is_told(told: Any) -> None:
    [line] = told(archive(film(), site={"timezone": "Asia/Shanghia"}))
    assert line.endswith("[GB-E069]")


def test_the_corpus_of_bad_inputs_is_told(told: Any) -> None:
    corpus = Path(__file__).resolve().parents[3].parent / "shared/badinputs/text"
    if not corpus.is_dir():
        pytest.skip("the corpus is not here")
    import yaml

    for name, code, count in (("t30-secret.yml", "GB-E078", 3), ("t31-personal.yml", "GB-W0", 4)):
        text = yaml.safe_load((corpus / name).read_text("utf-8"))["prompt"]
        lines = told(archive(film(prompts=[prompt(text=text)])))
        assert sum(code in line for line in lines) == count, lines


@pytest.mark.parametrize("words", ["W", "Ab1/", "eyJ", "sk-", "a@", "A.", "http://", "token="])
def test_a_word_as_long_as_a_picture_is_read_in_one_go(words: str) -> None:
    """Where the patterns took the square of its length, this took hours: no record may stop a build like that."""
    text = words * (1_000_000 // len(words)) + " someone@example.cn"
    assert codes.MAIL_ADDRESS in {code for code, _ in personal.found_in(text)}
    assert {shape for shape, _, _ in secrets.found_in(text)} <= {"token=…"}
