"""What was released holds."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from glassbox.loading import rules
from glassbox.loading.released import LOCK, Lock, compare, parse, read, release_lines
from glassbox.records.archive import Archive
from glassbox.records.disclosure import disclose
from making.archives import archive, film, marks_of, prompt, take

NOW = datetime(2026, 6, 13, 12, tzinfo=UTC)


def shown(*prompts: dict[str, Any], takes: Any = (), languages: Any = ("en", "zh"), retired: Any = ()) -> Archive:
    whole = archive(
        film(prompts=list(prompts), takes=list(takes)), site={"languages": languages}, retired=list(retired)
    )
    return disclose(whole, NOW).archive


def told(now: Archive, text: str) -> list[str]:
    lock, problems = parse(text)
    assert problems == []
    return [problem.line("en") for problem in compare(now, lock)]


def test_a_release_writes_a_line_a_record_sorted() -> None:
    lines = release_lines(shown(prompt(text="t"))).splitlines()
    assert lines[0].startswith("#")
    names = [line.split()[0] for line in lines[1:]]
    assert names == ["LC-P001", "lightcone", "people/director", "reasons/two-moons", "tools/video-model"]
    digest = "e3b98a4da31a127d4bde6e43033f66ba274cab0eb7eb1c70ec41402bf6273dd8"  # printf t | sha256sum
    assert lines[1] == f"LC-P001 en,zh 1={digest}"


def test_what_was_written_is_read_again_and_says_nothing_of_itself() -> None:
    now = shown(prompt(), prompt(2), takes=[take()])
    text = release_lines(now)
    lock, problems = parse(text)
    assert problems == []
    assert release_lines(now, lock) == text
    assert list(compare(now, lock)) == []


def test_a_released_record_that_is_gone_is_told_unless_it_was_withdrawn() -> None:
    text = release_lines(shown(prompt(), takes=[take()]))
    [line] = told(shown(prompt()), text)
    assert "LC-T001 was released" in line
    assert line.startswith(f"{LOCK}:3:")
    assert told(shown(prompt(), retired=[{"id": "LC-T001", "reason": "a face", "date": "2026-06-01"}]), text) == []


def test_one_that_is_withheld_later_counts_as_gone() -> None:
    text = release_lines(shown(takes=[take()]))
    hidden = take(publish="withheld", publish_reason="a face")
    assert len(told(shown(takes=[hidden]), text)) == 1
    retired = [{"id": "LC-T001", "reason": "a face", "date": "2026-06-01"}]
    assert told(shown(takes=[hidden], retired=retired), text) == []


def test_a_released_text_changes_only_with_a_correction_that_holds_it() -> None:
    text = release_lines(shown(prompt(text="a lamp")))
    [line] = told(shown(prompt(text="a lamb")), text)
    assert "released text of LC-P001@1 has changed" in line

    def corrected(before: str) -> Archive:
        mended = {"at": "2026-06-12", "reason": "typing error", "before": before}
        return shown(prompt(revisions=[{"rev": "1", "text": "a lamb", "corrections": [mended]}]))

    assert told(corrected("a lamp"), text) == []
    assert told(corrected("a lamp\n"), text) == []
    assert len(told(corrected("another"), text)) == 1
    # The next release holds the corrected text; a silent change after it is told again.
    again = release_lines(corrected("a lamp"), parse(text)[0])
    assert again.count(",") > text.count(",")
    mended = {"at": "2026-06-12", "reason": "typing error", "before": "a lamp"}
    silent = shown(prompt(revisions=[{"rev": "1", "text": "a lame", "corrections": [mended]}]))
    assert len(told(silent, again)) == 1


def test_a_new_revision_is_no_change_and_one_that_is_gone_is() -> None:
    two = [{"rev": "1", "text": "a"}, {"rev": "2", "text": "b"}]
    text = release_lines(shown(prompt(revisions=two[:1])))
    assert told(shown(prompt(revisions=two)), text) == []
    [line] = told(shown(prompt(revisions=two[:1])), release_lines(shown(prompt(revisions=two))))
    assert "LC-P001@2 was released" in line


def test_a_text_that_is_an_excerpt_now_is_not_compared() -> None:
    text = release_lines(shown(prompt()))
    short = prompt(publish="excerpt", publish_reason="another's")
    assert told(shown(short), text) == []
    assert "=" not in release_lines(shown(short))


def test_a_released_language_stays() -> None:
    text = release_lines(shown(prompt()))
    [line] = told(shown(prompt(), languages=["en"]), text)
    assert "released in 'zh'" in line
    assert "zh" in release_lines(shown(prompt(), languages=["en"]), parse(text)[0])


def test_a_release_takes_nothing_out() -> None:
    before = release_lines(shown(prompt(), takes=[take()]))
    after = release_lines(shown(prompt(2)), parse(before)[0])
    assert set(before.splitlines()) <= set(after.splitlines())


def test_a_line_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    for line in ("LC-P001", "LC-P001 en,zh 1=abc", "LC-P001 en;zh", "<<<<<<< HEAD"):
        (tmp_path / LOCK).write_text(f"# head\n{line}\n", "utf-8")
        lock, [problem] = read(tmp_path)
        assert problem.line("en").startswith(f"{LOCK}:2: This line of ids.lock cannot be read: '{line}'")
        assert lock == Lock()
    for data in (b"\xff\xfe\x00", f"LC-P001 en {'9' * 5000}={'a' * 64}\n".encode()):
        (tmp_path / LOCK).write_bytes(data)
        assert [problem.code.name for problem in read(tmp_path)[1]] == ["GB-E099"]


def test_no_lock_is_an_empty_one_and_a_link_is_not_followed(tmp_path: Path) -> None:
    assert read(tmp_path) == (Lock(), [])
    (tmp_path / "content").mkdir()
    (tmp_path / LOCK).symlink_to("/etc/passwd")
    assert [problem.code.name for problem in read(tmp_path)[1]] == ["GB-E099"]


def test_checking_an_archive_compares_it_with_its_lock(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / LOCK).write_text("LC-T001 en\n", "utf-8")
    whole = archive(film())
    problems = list(rules.check(whole, marks_of(whole), tmp_path, now=NOW))
    assert [problem.code.name for problem in problems] == ["GB-E097"]
